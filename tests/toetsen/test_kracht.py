"""Power: against printed values and statsmodels."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.stats.power import TTestPower

from hulp.gemeenten import maak_data, ontwerp
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.toetsen.clusterinferentie import clustertabel
from leefbaarheid.toetsen.kracht import KOLOMMEN_MDE, kracht_bij, mde_tabel, minimaal_aantoonbaar


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


@pytest.mark.traag
def test_aantoonbaar_per_term(data):
    tabel = clustertabel(ontwerp(data, schatter=Schatter("wcr", 999)))
    mde = mde_tabel(tabel)
    assert list(mde.columns) == KOLOMMEN_MDE
    assert mde["df"].eq(35).all()
    rij = mde.set_index("term").loc["meergezins_pct"]
    bron = tabel.set_index("term").loc["meergezins_pct"]
    halve = (bron["wcr_ci_hoog"] - bron["wcr_ci_laag"]) / 2
    se = halve / 2.030107928250343  # t(35), 97.5 %
    assert rij["se"] == pytest.approx(se)
    assert rij["mde"] == pytest.approx(minimaal_aantoonbaar(se, 35))
    assert rij["mde_sd"] == pytest.approx(rij["mde"] * bron["sd_factor"])
    assert rij["nul_in_interval"]
    assert not mde.set_index("term").loc["beginscore", "nul_in_interval"]
    vier = mde_tabel(clustertabel(ontwerp(data[data["gm_code"] < "GM9004"])))
    assert vier["mde"].isna().all()
    assert vier["nul_in_interval"].isna().all()
    assert vier["reden"].ne("").all()
