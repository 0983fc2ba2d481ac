"""Other ways of estimating: against formulas, pyfixest and MASS."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy import stats

from hulp import invloed as gegevens
from hulp.invloed import FACTOREN, ontwerp_van
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.coefficienten import coefficienten
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import CONSTANTE
from leefbaarheid.toetsen import invloed, vorm
from leefbaarheid.toetsen import varianten as varianten_module
from leefbaarheid.toetsen.ontwerpen import beperk

WORTEL = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pyfixest():
    return gegevens.pyfixest()


@pytest.fixture(scope="module")
def tabel():
    return gegevens.tabel()


@pytest.fixture(scope="module")
def codeboek():
    return gegevens.codeboek()


@pytest.fixture(scope="module")
def ontwerp(tabel):
    return ontwerp_van(tabel)


def stackloss():
    """Brownlee's stack loss data as a design: 21 'wijken' in 7 'gemeenten'."""
    data = sm.datasets.stackloss.load_pandas()
    X = data.exog.astype(float)
    X.insert(0, CONSTANTE, 1.0)
    index = pd.Index([f"WK9{i:05d}" for i in range(len(X))], name="wk_code")
    X.index = index
    gemeente = pd.Series([f"GM9{i // 3:03d}" for i in range(len(X))], index)
    y = pd.Series(data.endog.to_numpy(float), index)
    vast = {"van": 2012, "tot": 2014, "basisjaar": 2002, "model": "verandering"}
    return Ontwerp(
        **vast, steekproef="selectie", y=y, X=X, gemeente=gemeente, gm_naam=gemeente, n_verwacht=21
    )


@pytest.fixture(scope="module")
def varianten(ontwerp, tabel, codeboek):
    return varianten_module.schat_varianten(ontwerp, tabel, codeboek)


def test_hoofdvariant_is_de_regressie_van_het_rapport(ontwerp, varianten, codeboek):
    hoofd = coefficienten(ontwerp, regressie.schat(ontwerp), codeboek)
    hoofd = hoofd[hoofd["term"] != "constante"].set_index("term")
    eigen = varianten[varianten["variant"] == "hoofd"].set_index("term")
    kolommen = ["coef", "se", "p", "ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog"]
    pd.testing.assert_frame_equal(eigen[kolommen], hoofd[kolommen])
    assert list(eigen["label"]) == list(hoofd["label"])


def test_hc3_uit_de_formule(ontwerp, varianten):
    """(X'X)^-1 X' diag(e^2/(1-h)^2) X (X'X)^-1 and t(n-K); tolerance 1e-10 relative."""
    X, y = ontwerp.X.to_numpy(), ontwerp.y.to_numpy()
    om = np.linalg.inv(X.T @ X)
    e = y - X @ om @ X.T @ y
    h = np.einsum("ij,jk,ik->i", X, om, X)
    V = om @ (X.T * (e / (1 - h)) ** 2) @ X @ om
    rij = varianten[varianten["variant"] == "hc3"].set_index("term").loc["corporatie_pct"]
    j = list(ontwerp.X.columns).index("corporatie_pct")
    b, se, df = (om @ X.T @ y)[j], np.sqrt(V[j, j]), len(y) - X.shape[1]
    assert rij["se"] == pytest.approx(se, rel=1e-10)
    assert rij["p"] == pytest.approx(2 * stats.t.sf(abs(b / se), df), rel=1e-9)
    assert rij["ci_hoog"] == pytest.approx(b + stats.t.ppf(0.975, df) * se, rel=1e-10)


@pytest.mark.traag
def test_huber_gelijk_aan_mass():
    """summary(MASS::rlm(stack.loss ~ ., stackloss)), printed in 4 decimals.

    Venables & Ripley (2002), Modern Applied Statistics with S; the example of ?MASS::rlm:
                  Value    Std. Error
    Air.Flow      0.8294   0.1112
    Water.Temp    0.9261   0.3034
    Acid.Conc.   -0.1278   0.1289
    """
    o = stackloss()
    boek = pd.DataFrame({"factor": o.factoren, "label": o.factoren, "eenheid": "", "peiljaar": ""})
    wijken = pd.DataFrame({"wk_naam": o.y.index, "inwoners": 1000.0}, index=o.y.index)
    uit = varianten_module.schat_varianten(o, wijken, boek)
    huber = uit[uit["variant"] == "huber"].set_index("term")
    assert huber["coef"].to_list() == pytest.approx([0.8294, 0.9261, -0.1278], abs=2e-4)
    # MASS takes the sample variance in the correction factor, statsmodels the population variance
    assert huber["se"].to_list() == pytest.approx([0.1112, 0.3034, 0.1289], rel=2.5e-3)
    # equal weights: the weighted variant is the main one
    gelijk = uit[uit["variant"].isin(["hoofd", "gewogen"])].groupby("term")["p"].nunique()
    kolommen = ["coef", "se", "p"]
    paar = uit.set_index(["variant", "term"])[kolommen]
    assert len(gelijk) == 3
    np.testing.assert_allclose(paar.loc["gewogen"], paar.loc["hoofd"], rtol=1e-9)


@pytest.mark.traag
def test_huber_is_de_oplossing_van_zijn_vergelijkingen(ontwerp, varianten):
    """sum psi(e/s) x = 0 with Huber's psi (1.345) and s = median |e| / 0.6745; s to 1e-6."""
    huber = varianten[varianten["variant"] == "huber"].set_index("term")["coef"]
    zonder_constante = ontwerp.y - ontwerp.regressoren @ huber[ontwerp.regressoren.columns]
    c = zonder_constante.median()
    for _ in range(200):  # the constant is not in the table: solve for it, given the slopes
        e = zonder_constante - c
        s = e.abs().median() / stats.norm.ppf(0.75)
        c += s * np.clip(e / s, -1.345, 1.345).mean()
    score = ontwerp.X.T @ np.clip(e / s, -1.345, 1.345)
    grootte = ontwerp.X.abs().sum()
    assert (score / grootte).abs().max() < 1e-6


def test_gewogen_gelijk_aan_pyfixest(ontwerp, tabel, codeboek, pyfixest):
    """Weighted OLS with CRV1, tests/reference/invloed_pyfixest.py; tolerance 1e-8 relative."""
    crv1 = replace(ontwerp, schatter=Schatter("crv1"))
    varianten = varianten_module.schat_varianten(crv1, tabel, codeboek)
    eigen = varianten[varianten["variant"] == "gewogen"].set_index("term")
    for term, waarden in pyfixest["gewogen"].items():
        if term != "constante":
            for naam, waarde in waarden.items():
                marge = {"rel": 1e-6} if naam == "p" else {"rel": 1e-8}
                assert eigen.loc[term, naam] == pytest.approx(waarde, **marge), (term, naam)


def test_gewogen_met_crv3_gelijk_aan_lm_zonder_elke_gemeente(varianten):
    """R: tests/reference/crv3_jackknife.R; 1e-8 relative."""
    inhoud = json.loads((gegevens.REFERENTIE / "crv3_jackknife.json").read_text(encoding="utf-8"))
    eigen = varianten[varianten["variant"] == "gewogen"].set_index("term")
    assert set(eigen["standaardfout"]) == {"CRV3 naar gemeente"}
    for term in eigen.index:
        waarden = inhoud["waarden"]["gewogen"][term]
        for naam in ("coef", "se", "p", "ci_laag", "ci_hoog"):
            assert eigen.loc[term, naam] == pytest.approx(waarden[naam], rel=1e-8), (term, naam)


@pytest.mark.traag
def test_wijk_zonder_inwonertal_weegt_niet_mee(ontwerp, tabel, codeboek, varianten):
    """Leaving out the unweightable wijken beforehand gives the same; the others keep all wijken."""
    gaten = tabel.copy()
    gaten.loc[["WK900001", "WK900120"], "inwoners"] = [np.nan, 0.0]
    eigen = varianten_module.schat_varianten(ontwerp, gaten, codeboek).set_index(
        ["variant", "term"]
    )
    minder = beperk(ontwerp, ~ontwerp.y.index.isin(["WK900001", "WK900120"]))
    zonder = varianten_module.schat_varianten(minder, tabel, codeboek).set_index(
        ["variant", "term"]
    )
    kolommen = ["coef", "se", "p", "n"]
    pd.testing.assert_frame_equal(eigen.loc["gewogen", kolommen], zonder.loc["gewogen", kolommen])
    assert set(eigen.loc["gewogen", "n"]) == {58}
    assert set(eigen.loc["hoofd", "n"]) == {60}


@pytest.mark.traag
def test_zonder_inwonertallen_heeft_de_gewogen_variant_een_reden(ontwerp, tabel, codeboek):
    uit = varianten_module.schat_varianten(ontwerp, tabel.assign(inwoners=np.nan), codeboek)
    gewogen = uit[uit["variant"] == "gewogen"]
    assert gewogen["p"].isna().all() and len(gewogen) == 4
    assert set(gewogen["reden"]) == {"geen_inwonertallen"}
    assert (uit.loc[uit["variant"] != "gewogen", "reden"] == "").all()


def test_zonder_de_wijken_boven_de_grens(ontwerp, tabel, codeboek, varianten):
    boven = invloed.invloedmaten(ontwerp).boven_cook
    assert boven.any()
    fit = regressie.schat(beperk(ontwerp, ~boven))
    eigen = varianten[varianten["variant"] == "zonder_invloedrijk"].set_index("term")
    assert eigen["coef"].to_list() == pytest.approx(fit.tabel["coef"].iloc[1:].to_list())
    assert eigen["se"].to_list() == pytest.approx(fit.tabel["se"].iloc[1:].to_list())
    assert set(eigen["n"]) == {int((~boven).sum())}
    # one yardstick for all variants
    assert varianten.groupby("term")["sd_factor"].nunique().eq(1).all()
    sd = ontwerp.X["corporatie_pct"].std(ddof=1)
    rij = eigen.loc["corporatie_pct"]
    assert rij["ci_sd_laag"] == pytest.approx(rij["ci_laag"] * sd)


def test_te_weinig_gemeenten_geeft_rijen_met_reden_en_geen_fout(tabel, codeboek):
    klein = tabel[tabel["gm_code"].isin(["GM9000", "GM9001", "GM9002"])]
    o = ontwerp_van(klein)
    uit = varianten_module.schat_varianten(o, klein, codeboek)
    assert set(uit["term"]) == set(FACTOREN)
    assert uit["p"].isna().all()
    assert uit["reden"].eq("te_weinig_gemeenten?n_gemeenten=3&minimum=5").all()
    uitslag = vorm.toets_vorm(o)
    assert uitslag["reden"].eq("te_weinig_gemeenten?n_gemeenten=3&minimum=5").all()
    with pytest.raises(InvoerFout, match="3 gemeente"):
        invloed.invloedrijke_wijken(o, klein, codeboek)


def test_factor_zonder_variatie_wordt_in_de_reden_genoemd(tabel, codeboek):
    vast = tabel.assign(laag_inkomen_pct=30.0)
    uit = varianten_module.schat_varianten(ontwerp_van(vast), vast, codeboek)
    assert set(uit["reden"]) == {"geen_variatie?n=60&term=laag_inkomen_pct"}
