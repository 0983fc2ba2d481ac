"""Power: against printed values and statsmodels."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.power import TTestPower

from hulp.gemeenten import FACTOREN, REFERENTIE, maak_data, ontwerp
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.toetsen.clusterinferentie import clustertabel
from leefbaarheid.toetsen.kracht import (
    KOLOMMEN_MDE,
    gevonden_bij,
    kleinste_gevonden,
    kracht_bij,
    mde_tabel,
    minimaal_aantoonbaar,
    ontwerpkracht,
    variantiedelen,
)

R = json.loads((REFERENTIE / "kracht_r.json").read_text(encoding="utf-8"))
Z = 1.959963984540054


@pytest.fixture
def data():
    return maak_data()


def test_kleinste_aantoonbare_samenhang_van_bloom():
    """Bloom (1995): 2.8 standard errors for 5 %, two-sided, 80 % and many degrees of freedom."""
    assert minimaal_aantoonbaar(1.0, 1e6, methode="bloom") == pytest.approx(2.80, abs=0.005)
    # t quantiles from a printed table, 20 degrees of freedom: 2.086 and 0.860
    assert minimaal_aantoonbaar(2.0, 20, methode="bloom") == pytest.approx(5.892, abs=0.001)


@pytest.mark.parametrize("df", [4, 11, 35, 200])
@pytest.mark.parametrize("kracht", [0.5, 0.8, 0.95])
def test_exact_als_in_statsmodels(df, kracht):
    """The effect size of a one-sample t test times sqrt(n) is the same noncentrality; 1e-4."""
    anders = TTestPower().solve_power(nobs=df + 1, alpha=0.05, power=kracht) * np.sqrt(df + 1)
    exact = minimaal_aantoonbaar(1.0, df, kracht=kracht)
    assert exact == pytest.approx(anders, rel=1e-4)
    assert kracht_bij(exact, 1.0, df) == pytest.approx(kracht, abs=1e-4)


def test_kracht_zonder_effect_is_het_niveau():
    assert kracht_bij(0.0, 0.3, 30, alfa=0.1) == pytest.approx(0.1)


def test_kleinste_gevonden_met_de_hand():
    """Two draws, each with both signs: thresholds 2 - 1, 2 + 1, 4 - 0.5, 4 + 0.5 = 1, 3, 3.5, 4.5.

    Linear interpolation between order statistics: 80 % lies at 3.5 + 0.4 x 1.0.
    """
    coef, se = np.array([[1.0], [0.5]]), np.array([[1.0], [2.0]])
    assert kleinste_gevonden(coef, se, kritiek=2.0, kracht=0.8) == pytest.approx([3.9])
    kans, te_groot = gevonden_bij(np.array([3.2]), coef, se, kritiek=2.0)
    assert kans == pytest.approx([0.5])  # 4.2 and 2.2 against 2; 3.7 and 2.7 against 4
    assert te_groot == pytest.approx([3.2 / 3.2])
    kans, te_groot = gevonden_bij(np.array([0.1]), coef, se, kritiek=9.0)
    assert kans == pytest.approx([0.0])
    assert np.isnan(te_groot[0])


@pytest.mark.traag
@pytest.mark.parametrize("geval", R["retrodesign"], ids=lambda geval: f"{geval['effect']} se")
def test_overdrijving_als_die_van_gelman_en_carlin(geval):
    """Their function with a known standard error, a million draws each; 2 %."""
    coef = np.random.default_rng(8).standard_normal((1_000_000, 1))
    kans, te_groot = gevonden_bij(np.array([geval["effect"]]), coef, np.ones((1, 1)) + 0 * coef, Z)
    assert kans[0] == pytest.approx(geval["power"], rel=0.02)
    assert te_groot[0] == pytest.approx(geval["exaggeration"], rel=0.02)


@pytest.mark.traag
def test_ontwerpkracht_als_in_r(data):
    """lme4, sandwich and a simulation of 3 000 draws in R (`tests/reference/kracht_r.R`).

    Variances and effective numbers to 1e-4; both simulations have an error of about 1.5 %.
    """
    uit = ontwerpkracht(ontwerp(data))
    termen = ["beginscore", *R["termen"][1:]]
    assert uit.icc == pytest.approx(R["icc"], rel=1e-4)
    np.testing.assert_allclose(uit.G_eff[termen], R["G_eff"], rtol=1e-4)
    np.testing.assert_allclose(uit.mde[termen], R["mde"], rtol=0.06)
    np.testing.assert_allclose(uit.kracht_half[termen], R["kracht_half"], atol=0.04)
    np.testing.assert_allclose(uit.overdrijving[termen], R["overdrijving"], rtol=0.06)


@pytest.mark.traag
def test_zonder_clusters_is_het_de_formule():
    """Each wijk its own gemeente, ICC as good as zero: simulation and closed form agree to 4 %."""
    rng = np.random.default_rng(11)
    n = 150
    data = maak_data().iloc[[0] * n].reset_index(drop=True)
    data["gm_code"] = [f"GM{k:04d}" for k in range(n)]
    for kolom in ("lbm_2012", "lbm_2014", *FACTOREN):
        data[kolom] = rng.normal(size=n)
    o = ontwerp(data)
    X = o.X.to_numpy()
    sigma = np.sqrt(variantiedelen(o).tussen + variantiedelen(o).binnen)
    se = sigma * np.sqrt(np.diag(np.linalg.inv(X.T @ X)))
    uit = ontwerpkracht(o)
    np.testing.assert_allclose(uit.mde, minimaal_aantoonbaar(se, n - 1), rtol=0.08)


@pytest.mark.traag
def test_trekkingen_zijn_die_van_de_regressie(data):
    """The same design gives the same numbers; another seed gives others."""
    een, twee, drie = (
        ontwerpkracht(ontwerp(data, schatter=Schatter(zaad=zaad))) for zaad in (1, 1, 2)
    )
    pd.testing.assert_series_equal(een.mde, twee.mde)
    assert not np.allclose(een.mde, drie.mde)


@pytest.mark.traag
def test_een_vaste_of_dubbele_factor_doet_niet_mee(data):
    data["woz_verandering_pct"] = 3.0
    data["uitkering_pct"] = data["laag_inkomen_pct"] * 2
    uit = ontwerpkracht(ontwerp(data))
    assert "woz_verandering_pct" not in uit.mde
    assert np.isfinite(uit.mde[["corporatie_pct", "meergezins_pct"]]).all()


@pytest.mark.traag
def test_aantoonbaar_per_term(data):
    o = ontwerp(data, schatter=Schatter(trekkingen=999, zaad=1))
    tabel, gevonden = clustertabel(o), ontwerpkracht(o)
    mde = mde_tabel(tabel, gevonden)
    assert list(mde.columns) == KOLOMMEN_MDE
    rij = mde.set_index("term").loc["meergezins_pct"]
    bron = tabel.set_index("term").loc["meergezins_pct"]
    df = R["G_eff"][4] - 1
    assert rij["df"] == pytest.approx(df, rel=1e-4)
    formule = minimaal_aantoonbaar(bron["crv3_se"], df)
    assert rij["mde_formule_sd"] == pytest.approx(formule * bron["sd_factor"], rel=1e-4)
    assert rij["mde"] == pytest.approx(max(formule, gevonden.mde["meergezins_pct"]), rel=1e-4)
    assert rij["mde_sd"] == pytest.approx(rij["mde"] * bron["sd_factor"])
    assert rij["nul_in_interval"]
    assert not mde.set_index("term").loc["beginscore", "nul_in_interval"]


def test_zonder_toets_is_er_geen_kleinste_samenhang(data):
    vier = mde_tabel(clustertabel(ontwerp(data[data["gm_code"] < "GM9004"])), None)
    assert vier[["mde", "mde_sd", "overdrijving", "df"]].isna().all(axis=None)
    assert vier["nul_in_interval"].isna().all()
    assert vier["reden"].ne("").all()
