"""Dependence between wijken: against pyfixest and lme4, by hand, and what cannot be tested."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from scipy.optimize import minimize

from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.coefficienten import coefficienten
from leefbaarheid.analyse.ontwerp import Ontwerp, koppel, maak_ontwerp
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import afhankelijkheid as afh
from leefbaarheid.toetsen.ruimte import conley_covariantie

REFERENTIE = Path(__file__).parents[1] / "reference"
WAARDEN = json.loads((REFERENTIE / "afhankelijkheid.json").read_text(encoding="utf-8"))
FACTOREN = ["corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct"]
GETALLEN = ["coef", "se", "p", "ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog"]


@pytest.fixture
def tabel() -> pd.DataFrame:
    """60 fictional wijken in 9 unequal gemeenten; woz_verandering_pct is the same within one."""
    data = pd.read_csv(REFERENTIE / "regressie.csv")
    wijken = data.drop(columns=FACTOREN).assign(gm_naam="Fictief", in_aanmerking=True)
    wijken["in_selectie"] = np.arange(60) % 4 != 0
    return koppel(wijken, data[["wk_code", *FACTOREN]], FACTOREN)


@pytest.fixture
def xy() -> pd.DataFrame:
    return afh.coordinaten(pd.read_csv(REFERENTIE / "afhankelijkheid.csv"))


def maak(tabel, factoren=FACTOREN, model="ancova", **anders) -> Ontwerp:
    vast = {"van": 2012, "tot": 2014, "basisjaar": 2002, "steekproef": "in_aanmerking"}
    return maak_ontwerp(tabel, factoren, model=model, **(vast | anders))


def variant(tabel: pd.DataFrame, naam: str) -> pd.DataFrame:
    return tabel[tabel["variant"] == naam].set_index("term")


# --- fixed effects -------------------------------------------------------------------------------


@pytest.mark.parametrize("model", ["verandering", "ancova"])
def test_gemeente_fe_gelijk_aan_pyfixest(model, tabel, xy):
    """feols(... | gm_code), CRV1, singletons dropped; tolerance 1e-8 relative."""
    ref = WAARDEN["gemeente_fe"][model]
    uit = variant(afh.afhankelijkheidstabel(maak(tabel, model=model), xy), "gemeente_fe")
    for term, waarden in ref["termen"].items():
        for kolom, waarde in waarden.items():
            assert uit.loc[term, kolom] == pytest.approx(waarde, rel=1e-8), (term, kolom)
    assert uit["n"].eq(ref["n"]).all()
    assert uit["n_gemeenten"].eq(8).all()
    assert uit.loc["corporatie_pct", "toelichting"] == "Zonder één gemeente met maar één wijk."


def test_gemeente_fe_gelijk_aan_een_regressie_met_een_constante_per_gemeente(tabel, xy):
    """Frisch, Waugh & Lovell: the coefficients are those of least squares with dummies."""
    ontwerp = maak(tabel)
    hulp = pd.get_dummies(ontwerp.gemeente).to_numpy(float)
    termen = ["beginscore", "corporatie_pct", "laag_inkomen_pct"]
    Z = np.column_stack([ontwerp.X[termen], hulp])
    verwacht = np.linalg.lstsq(Z, ontwerp.y.to_numpy(), rcond=None)[0][:3]
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "gemeente_fe")
    np.testing.assert_allclose(uit.loc[termen, "coef"], verwacht, rtol=1e-8)


def test_factor_die_alleen_tussen_gemeenten_verschilt_houdt_een_rij(tabel, xy):
    uit = afh.afhankelijkheidstabel(maak(tabel), xy)
    rij = variant(uit, "gemeente_fe").loc["woz_verandering_pct"]
    assert rij[GETALLEN].isna().all()
    assert rij["status"] == "niet te toetsen"
    assert rij["reden"] == "de factor verschilt alleen tussen gemeenten"
    anders = uit[(uit["term"] == "woz_verandering_pct") & (uit["variant"] != "gemeente_fe")]
    assert anders["p"].between(0, 1).all()
    assert anders["reden"].eq("").all()


def test_weinig_variatie_binnen_gemeenten_wordt_gezegd(tabel, xy):
    rng = np.random.default_rng(4)
    tabel["bijna_tussen"] = tabel["woz_verandering_pct"] + rng.normal(0, 0.2, 60)
    ontwerp = maak(tabel, ["corporatie_pct", "bijna_tussen"])
    z = tabel["bijna_tussen"]
    binnen = z - z.groupby(tabel["gm_code"]).transform("mean")
    aandeel = (binnen**2).sum() / ((z - z.mean()) ** 2).sum()
    assert afh.aandeel_binnen(ontwerp)["bijna_tussen"] == pytest.approx(aandeel)
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "gemeente_fe")["toelichting"]
    assert aandeel < 0.1
    assert uit["bijna_tussen"].startswith(f"Maar {100 * aandeel:.0f}% van de variatie ligt binnen")
    assert "variatie" not in uit["corporatie_pct"]


def test_te_weinig_gemeenten_met_twee_wijken(tabel, xy):
    """Of each gemeente but four only the first wijk stays: nine gemeenten, four to compare in."""
    eerste = ~tabel["gm_code"].duplicated()
    groot = tabel["gm_code"].isin(["GM9000", "GM9001", "GM9002", "GM9003"])
    uit = afh.afhankelijkheidstabel(maak(tabel[eerste | groot]), xy)
    fe = variant(uit, "gemeente_fe")
    assert fe["coef"].isna().all()
    assert fe["reden"].str.startswith("er zijn 4 gemeenten met twee of meer wijken").all()
    assert variant(uit, "ols_crv1")["reden"].eq("").all()
    assert variant(uit, "random_intercept")["p"].notna().all()


def test_alleen_factoren_tussen_gemeenten(tabel, xy):
    ontwerp = maak(tabel, ["woz_verandering_pct"], model="verandering")
    fe = variant(afh.afhankelijkheidstabel(ontwerp, xy), "gemeente_fe")
    assert fe["reden"].tolist() == ["geen enkele factor verschilt binnen gemeenten"]


# --- one gemeente, no variation, missing ---------------------------------------------------------


def test_factor_die_op_een_gemeente_rust(tabel, xy):
    """Its coefficient stands, its clustered standard error does not."""
    tabel["in_een"] = tabel["corporatie_pct"].where(tabel["gm_code"] == "GM9001", 0.0)
    ontwerp = maak(tabel, ["laag_inkomen_pct", "in_een"])
    uit = afh.afhankelijkheidstabel(ontwerp, xy)
    for naam in ("ols_crv1", "gemeente_fe", "conley"):
        rij = variant(uit, naam).loc["in_een"]
        assert np.isfinite(rij["coef"])
        assert rij[["se", "p", "ci_laag", "ci_sd_hoog"]].isna().all()
        assert "in maar één gemeente; daarop rust geen standaardfout" in rij["reden"]
        assert variant(uit, naam).loc["laag_inkomen_pct", "p"] > 0
    assert variant(uit, "random_intercept").loc["in_een", "status"] in ("geschat", "singulier")
    zin = afh.vergelijk_varianten(uit).set_index("term").loc["in_een"]
    assert not zin["eensgezind"]
    assert zin["betekenis"].startswith(
        "De samenhang met in_een is niet te toetsen: de factor wijkt"
    )


def test_kenmerk_dat_binnen_maar_een_gemeente_varieert(tabel, xy):
    """A level per gemeente plus a difference inside one: only fixed effects cannot judge it."""
    tabel["f"] = tabel["woz_verandering_pct"] + np.where(
        tabel["gm_code"] == "GM9002", np.arange(60.0), 0
    )
    uit = afh.afhankelijkheidstabel(maak(tabel, ["laag_inkomen_pct", "f"]), xy)
    assert (
        variant(uit, "gemeente_fe").loc["f", "reden"].startswith("de factor varieert in maar één")
    )
    assert variant(uit, "ols_crv1").loc["f", "reden"] == ""


def test_factor_zonder_variatie_wordt_gemeld_en_de_rest_geschat(tabel, xy):
    ontwerp = maak(tabel)
    vast = replace(ontwerp, X=ontwerp.X.assign(vast=7.0))
    uit = afh.afhankelijkheidstabel(vast, xy, niet_geschat={"leeg": "de factor is leeg"})
    zonder = afh.afhankelijkheidstabel(ontwerp, xy)
    assert list(variant(uit, "ols_crv1").index) == ["beginscore", *FACTOREN, "vast", "leeg"]
    assert uit.groupby("variant").size().eq(6).all()
    for term, reden in (("vast", "dezelfde waarde"), ("leeg", "de factor is leeg")):
        rijen = uit[uit["term"] == term]
        assert rijen["reden"].str.contains(reden).all()
        assert rijen["status"].eq("niet te toetsen").all()
        assert rijen[GETALLEN].isna().all(axis=None)
    over = uit[~uit["term"].isin(["vast", "leeg"])].reset_index(drop=True)
    pd.testing.assert_frame_equal(over, zonder)


def test_niet_toetsbare_factoren(tabel):
    """Empty, and fixed among the wijken that have every usable factor."""
    tabel["leeg"] = np.nan
    tabel["vast"] = 1.0
    tabel.loc[tabel.index[0], "vast"] = 2.0
    tabel.loc[tabel.index[0], "corporatie_pct"] = np.nan
    namen = ["vast", *FACTOREN, "leeg"]
    redenen = afh.niet_toetsbare_factoren(tabel, namen, "in_aanmerking")
    assert list(redenen) == ["vast", "leeg"]
    assert "geen enkele wijk" in redenen["leeg"]
    assert "dezelfde waarde" in redenen["vast"]
    assert afh.niet_toetsbare_factoren(tabel, FACTOREN, "selectie") == {}


def test_collineaire_factoren_geven_een_reden_voor_alle_termen(tabel, xy):
    tabel["dubbel"] = 2 * tabel["corporatie_pct"] + 1
    uit = afh.afhankelijkheidstabel(maak(tabel, [*FACTOREN, "dubbel"]), xy)
    assert uit["coef"].isna().all()
    ols = variant(uit, "ols_crv1")["reden"]
    assert ols.str.contains("leggen elkaar vast").all()
    assert not ols.str.contains("regressie 2012-2014").any()


# --- random intercept ----------------------------------------------------------------------------


DYESTUFF = [
    *([1545, 1440, 1440, 1520, 1580], [1540, 1555, 1490, 1560, 1495]),
    *([1595, 1550, 1605, 1510, 1560], [1445, 1440, 1595, 1465, 1545]),
    *([1595, 1630, 1515, 1635, 1625], [1520, 1455, 1450, 1480, 1445]),
]
DYESTUFF2 = [
    *([7.298, 3.846, 2.434, 9.566, 7.990], [5.220, 6.556, 0.608, 11.788, -0.892]),
    *([0.110, 10.386, 13.434, 5.510, 8.166], [2.212, 4.852, 7.092, 9.288, 4.980]),
    *([0.282, 9.014, 4.458, 9.446, 7.198], [1.722, 4.782, 8.106, 0.758, 3.758]),
]
GROEPEN = np.repeat(np.arange(6), 5)


def test_reml_gelijk_aan_lme4_op_dyestuff():
    """lmer(Yield ~ 1 + (1 | Batch), Dyestuff) of R package lme4 (Bates et al. 2015) prints

    Batch 1764 (42.00), Residual 2451 (49.51), intercept 1527.50, se 19.38. The design is balanced,
    so REML is also the analysis of variance: (MSA - MSE)/5 and MSE, exactly.
    """
    y = np.array(DYESTUFF, float)
    uit = afh.reml_random_intercept(y.ravel(), np.ones((30, 1)), GROEPEN)
    mse = y.var(axis=1, ddof=1).mean()
    msa = 5 * y.mean(axis=1).var(ddof=1)
    assert uit.binnen == pytest.approx(mse, rel=1e-7)
    assert uit.tussen == pytest.approx((msa - mse) / 5, rel=1e-6)
    assert np.sqrt([uit.tussen, uit.binnen]) == pytest.approx([42.00, 49.51], abs=0.005)
    assert uit.coef[0] == pytest.approx(1527.5)
    assert np.sqrt(uit.cov[0, 0]) == pytest.approx(19.38, abs=0.005)


def test_reml_gelijk_aan_lme4_op_dyestuff2_een_singulier_model():
    """lmer(Yield ~ 1 + (1 | Batch), Dyestuff2): Batch 0, Residual 13.81, 5.6656 (se 0.6784)."""
    uit = afh.reml_random_intercept(np.ravel(DYESTUFF2), np.ones((30, 1)), GROEPEN)
    assert uit.tussen == 0
    assert uit.binnen == pytest.approx(np.var(DYESTUFF2, ddof=1), rel=1e-10)
    assert uit.binnen == pytest.approx(13.81, abs=0.005)
    assert uit.coef[0] == pytest.approx(5.6656, abs=5e-5)
    assert np.sqrt(uit.cov[0, 0]) == pytest.approx(0.6784, abs=5e-5)


def vol_reml(parameters, y, X, groepen):
    """Minus the REML log-likelihood with the n x n covariance written out (Harville 1974)."""
    tussen, binnen = np.exp(parameters)
    V = tussen * (groepen[:, None] == groepen) + binnen * np.eye(len(y))
    Vi = np.linalg.inv(V)
    A = X.T @ Vi @ X
    b = np.linalg.solve(A, X.T @ Vi @ y)
    e = y - X @ b
    return 0.5 * (np.linalg.slogdet(V)[1] + np.linalg.slogdet(A)[1] + e @ Vi @ e)


def test_random_intercept_gelijk_aan_de_volle_likelihood(tabel, xy):
    """Nelder-Mead over both variances of the dense likelihood; 1e-4 on coefficients and errors."""
    ontwerp = maak(tabel)
    y, X = ontwerp.y.to_numpy(), ontwerp.X.to_numpy()
    groepen = pd.factorize(ontwerp.gemeente)[0]
    top = minimize(
        vol_reml, np.log([1e-4, 1e-3]), args=(y, X, groepen), method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-11, "maxiter": 4000},
    )  # fmt: skip
    tussen, binnen = np.exp(top.x)
    Vi = np.linalg.inv(tussen * (groepen[:, None] == groepen) + binnen * np.eye(60))
    cov = np.linalg.inv(X.T @ Vi @ X)
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "random_intercept")
    np.testing.assert_allclose(uit["coef"], (cov @ X.T @ Vi @ y)[1:], rtol=1e-4)
    np.testing.assert_allclose(uit["se"], np.sqrt(np.diag(cov))[1:], rtol=1e-4)
    assert uit["status"].eq("geschat").all()
    assert uit["icc"].iloc[0] == pytest.approx(tussen / (tussen + binnen), abs=1e-4)
    assert 0.05 < tussen / (tussen + binnen) < 0.95
    assert uit["toelichting"].str.contains(r"ligt \d+% tussen gemeenten \(ICC 0,\d\d\)").all()


def test_singulier_model_wordt_zo_gemeld(tabel, xy):
    """Outcomes whose gemeente means are all alike: the variance between is estimated at zero."""
    rng = np.random.default_rng(6)
    ruis = pd.Series(rng.normal(0, 0.03, 60), index=tabel.index)
    ruis -= ruis.groupby(tabel["gm_code"]).transform("mean")
    tabel["lbm_2014"] = tabel["lbm_2012"] + ruis
    ontwerp = maak(tabel, ["corporatie_pct", "laag_inkomen_pct"], model="verandering")
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "random_intercept")
    assert uit["status"].eq("singulier").all()
    assert uit["icc"].eq(0).all()
    assert uit["toelichting"].str.contains("op nul geschat (singulier)", regex=False).all()
    X, y = ontwerp.X.to_numpy(), ontwerp.y.to_numpy()
    b, ssr = np.linalg.lstsq(X, y, rcond=None)[:2]
    se = np.sqrt(np.diag(np.linalg.inv(X.T @ X)) * ssr / (60 - 3))
    np.testing.assert_allclose(uit["coef"], b[1:], rtol=1e-8)
    np.testing.assert_allclose(uit["se"], se[1:], rtol=1e-8)
    assert (
        "random_intercept"
        in afh.vergelijk_varianten(afh.afhankelijkheidstabel(ontwerp, xy))["telt_niet"].iloc[0]
    )


def test_geen_convergentie_wordt_gemeld_met_de_waarschuwing(tabel, xy, monkeypatch):
    class Koppig:
        def __init__(self, *args, **kwargs):
            pass

        def fit(self, **kwargs):
            raise np.linalg.LinAlgError("Singular matrix")

    monkeypatch.setattr(afh, "MixedLM", Koppig)
    uit = variant(afh.afhankelijkheidstabel(maak(tabel), xy), "random_intercept")
    assert uit["status"].eq("niet geconvergeerd").all()
    assert (
        uit["toelichting"]
        .str.startswith(
            "MixedLM van statsmodels kwam niet tot deze oplossing (Singular matrix). Van"
        )
        .all()
    )
    assert uit["icc"].notna().all()


def test_waarschuwingen_van_statsmodels_blijven_binnen(tabel, xy, recwarn):
    afh.afhankelijkheidstabel(maak(tabel), xy)
    assert not [w for w in recwarn if "statsmodels" in w.filename or "MLE" in str(w.message)]


# --- Conley and coordinates ----------------------------------------------------------------------


def test_conley_houdt_de_schatting_en_rekent_met_t(tabel, xy):
    ontwerp = maak(tabel)
    uit = afh.afhankelijkheidstabel(ontwerp, xy, conley_km=20.0)
    gewoon, ruim = variant(uit, "ols_crv1"), variant(uit, "conley")
    np.testing.assert_allclose(ruim["coef"], gewoon["coef"], rtol=1e-12)
    e = regressie.schat(ontwerp).resid.to_numpy()
    V = conley_covariantie(ontwerp.X.to_numpy(), e, xy.loc[ontwerp.y.index].to_numpy(), 20.0)
    se = np.sqrt(np.diag(V))[1:]
    np.testing.assert_allclose(ruim["se"], se, rtol=1e-10)
    np.testing.assert_allclose(ruim["p"], 2 * stats.t.sf(np.abs(ruim["coef"] / se), 8), rtol=1e-8)
    np.testing.assert_allclose(
        ruim["ci_hoog"] - ruim["coef"], stats.t.ppf(0.975, 8) * se, rtol=1e-8
    )
    assert ruim["toelichting"].eq("Kern bartlett, afkap 20,0 km.").all()


def test_gewone_regressie_is_die_van_de_regressietabel(tabel, xy):
    """The first variant is the row of tabellen/regressie.csv, so readers can check."""
    ontwerp = maak(tabel)
    boek = pd.DataFrame({"factor": FACTOREN, "label": "x", "eenheid": "%", "peiljaar": "2010"})
    bekend = coefficienten(ontwerp, regressie.schat(ontwerp), boek).set_index("term")
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "ols_crv1")
    for kolom in [*GETALLEN, "sd_factor", "n", "n_gemeenten"]:
        np.testing.assert_allclose(uit[kolom], bekend.loc[uit.index, kolom], rtol=1e-9)


@pytest.mark.parametrize("zonder", ["geen tabel", "geen kolommen", "alles leeg"])
def test_zonder_coordinaten(zonder, tabel, xy):
    plaats = {
        "geen tabel": None,
        "geen kolommen": afh.coordinaten(pd.DataFrame({"wk_code": tabel.index})),
        "alles leeg": afh.coordinaten(
            pd.DataFrame({"wk_code": tabel.index, "x": np.nan, "y": np.nan})
        ),
    }[zonder]
    assert plaats is None
    ontwerp = maak(tabel)
    uit = variant(afh.afhankelijkheidstabel(ontwerp, plaats), "conley")
    assert uit["reden"].eq("er zijn geen coördinaten van de wijken").all()
    assert uit["p"].isna().all()
    moran = afh.moran_tabel(ontwerp, plaats, zaad=1)
    assert moran["gewichten"].tolist() == ["knn", "afstand", "afstand_elk"]
    assert moran["reden"].eq("er zijn geen coördinaten van de wijken").all()
    assert not moran["significant"].any()
    assert moran["betekenis"].str.contains("niet te toetsen: er zijn geen coördinaten").all()


def test_een_deel_zonder_coordinaten(tabel, xy):
    """The wijken that have them are used, and the table says how many are left out."""
    ontwerp = maak(tabel)
    gaten = xy.copy()
    gaten.iloc[[3, 40], 0] = np.nan
    uit = variant(afh.afhankelijkheidstabel(ontwerp, gaten), "conley")
    assert uit["n"].eq(58).all()
    assert uit["toelichting"].str.contains("Zonder twee wijken waarvan de coördinaten").all()
    los = tabel.drop(index=xy.index[[3, 40]])
    verwacht = variant(afh.afhankelijkheidstabel(maak(los), xy), "conley")
    np.testing.assert_allclose(uit[["coef", "se", "p"]], verwacht[["coef", "se", "p"]], rtol=1e-10)
    moran = afh.moran_tabel(ontwerp, gaten, zaad=1)
    assert moran["n_zonder_coordinaten"].eq(2).all()
    zelfde = afh.moran_tabel(maak(los), xy, zaad=1)
    np.testing.assert_allclose(moran["moran_i"], zelfde["moran_i"], rtol=1e-10)


def test_coordinaten_van_weinig_wijken(tabel, xy):
    weinig = xy.iloc[:5]
    uit = variant(afh.afhankelijkheidstabel(maak(tabel), weinig), "conley")
    assert uit["reden"].str.contains("te weinig waarnemingen").all()
    moran = afh.moran_tabel(maak(tabel), weinig, zaad=1)
    assert moran["reden"].eq("er zijn maar 5 wijken met coördinaten").all()


# --- Moran's table -------------------------------------------------------------------------------


def test_moran_tabel_gelijk_aan_pysal(tabel, xy):
    uit = afh.moran_tabel(maak(tabel), xy, zaad=1).set_index("gewichten")
    for soort, ref in WAARDEN["moran"].items():
        for kolom in ("moran_i", "verwacht", "verwacht_residuen", "sd_residuen", "z_residuen"):
            assert uit.loc[soort, kolom] == pytest.approx(ref[kolom], rel=1e-8)
        assert uit.loc[soort, "n_zonder_buren"] == ref["zonder_buren"]
    assert uit.loc["afstand_elk", "n_zonder_buren"] == 0
    assert uit.loc["afstand_elk", "afstand_km"] > 40  # the last wijk lies far away
    assert uit.loc["knn", "gem_buren"] == 5
    np.testing.assert_allclose(uit["p_residuen"], stats.norm.sf(uit["z_residuen"]))


def test_moran_ziet_buren_die_op_elkaar_lijken(tabel, xy):
    """A slope from west to east in the outcome is found, and Conley then counts."""
    tabel["lbm_2014"] += 2e-6 * xy["x"]
    ontwerpen = [maak(tabel), maak(tabel, steekproef="selectie")]
    moran = afh.moran_tabel(ontwerpen, xy, zaad=1)
    assert moran["steekproef"].tolist() == ["in_aanmerking"] * 3 + ["selectie"] * 3
    knn = moran.iloc[0]
    assert knn["significant"]
    assert knn["p_permutatie"] == 1 / 1000
    assert "lijkt bij buren op elkaar (de vijf dichtstbijzijnde wijken" in knn["betekenis"]
    assert "telt ook de ruimtelijke marge" in knn["betekenis"]
    uit = afh.vergelijk_varianten(afh.afhankelijkheidstabel(ontwerpen[0], xy), moran)
    assert not uit["telt_niet"].str.contains("conley").any()


def test_moran_hangt_niet_af_van_volgorde_of_gezelschap(tabel, xy):
    ontwerpen = [maak(tabel), maak(tabel, model="verandering")]
    samen = afh.moran_tabel(ontwerpen, xy.sample(frac=1, random_state=1), zaad=9)
    los = pd.concat([afh.moran_tabel(o, xy, zaad=9) for o in ontwerpen[::-1]])
    pd.testing.assert_frame_equal(
        samen.sort_values(["model", "gewichten"], ignore_index=True),
        los.sort_values(["model", "gewichten"], ignore_index=True),
    )


def test_niemand_binnen_de_band(tabel, xy):
    uit = afh.moran_tabel(maak(tabel), xy, zaad=1, band_km=0.001).set_index("gewichten")
    assert uit.loc["afstand", "reden"] == "geen enkele wijk heeft een buur binnen deze afstand"
    assert uit.loc["afstand", "n_zonder_buren"] == 60
    assert np.isfinite(uit.loc["knn", "moran_i"])


# --- comparison ----------------------------------------------------------------------------------


def varianten(**waarden) -> pd.DataFrame:
    """A table for one factor from (coef_sd, p) per variant; None cannot be tested."""
    rijen = []
    for naam in afh.VARIANTEN:
        coef, p = waarden.get(naam, (0.01, 0.01)) or (np.nan, np.nan)
        leeg = waarden.get(naam, 1) is None
        rijen.append(
            {
                "uitkomst": "2012-2014", "van": 2012, "tot": 2014, "model": "ancova",
                "steekproef": "selectie", "variant": naam, "term": "f", "label": "Huurwoningen",
                "coef_sd": coef, "p": p, "status": "niet te toetsen" if leeg else "geschat",
                "reden": "de factor verschilt alleen tussen gemeenten" if leeg else "",
            }
        )  # fmt: skip
    return pd.DataFrame(rijen)


@pytest.mark.parametrize(
    ("waarden", "teken", "significantie", "stuk"),
    [
        ({}, False, False, "blijft aantoonbaar en houdt hetzelfde teken"),
        ({"gemeente_fe": (0.004, 0.4)}, False, True,
         "is niet zeker: een ander beeld geeft de schatting binnen gemeenten (+0,004; p = 0,400)"),
        ({"gemeente_fe": (-0.01, 0.01)}, True, False, "binnen gemeenten (−0,010; p = 0,010)"),
        ({"ols_crv1": (0.01, 0.2), "gemeente_fe": (0.01, 0.2), "random_intercept": (0.01, 0.2),
          "conley": (0.01, 0.2)}, False, False, "tussen wijken niet."),
        ({"ols_crv1": (0.01, 0.2)}, False, True, "niet aantoonbaar (+0,010 punt per "
         "standaarddeviatie), maar wel in de schatting binnen gemeenten"),
        ({"gemeente_fe": None}, False, False,
         "; binnen gemeenten is zij niet te toetsen (de factor verschilt alleen tussen"),
    ],
)  # fmt: skip
def test_vergelijking_zegt_wat_er_verandert(waarden, teken, significantie, stuk):
    uit = afh.vergelijk_varianten(varianten(**waarden)).iloc[0]
    assert (uit["teken_verschilt"], uit["significantie_verschilt"]) == (teken, significantie)
    assert uit["eensgezind"] == (not teken and not significantie)
    assert stuk in uit["betekenis"].replace("\u00a0", " ")
    assert "huurwoningen" in uit["betekenis"]


def test_conley_telt_alleen_bij_ruimtelijke_samenhang():
    tabel = varianten(conley=(0.01, 0.3))
    moran = tabel.loc[[0], afh.SLEUTEL].assign(gewichten="knn", significant=False)
    zonder = afh.vergelijk_varianten(tabel, moran).iloc[0]
    met = afh.vergelijk_varianten(tabel, moran.assign(significant=True)).iloc[0]
    assert zonder["eensgezind"] and zonder["telt_niet"] == "conley"
    assert not met["eensgezind"] and met["telt_niet"] == ""


def test_tabel_is_volledig(tabel, xy):
    uit = afh.afhankelijkheidstabel(maak(tabel), xy, labels={"corporatie_pct": "Corporatie"})
    assert list(uit.columns) == afh.KOLOMMEN
    assert list(dict.fromkeys(uit["variant"])) == list(afh.VARIANTEN)
    assert not uit.duplicated(["variant", "term"]).any()
    assert uit["betekenis"].isin(afh.BETEKENIS.values()).all()
    labels = uit.set_index("term")["label"]
    assert set(labels["corporatie_pct"]) == {"Corporatie"}
    assert set(labels["beginscore"]) == {"Leefbaarheidsscore 2012 (begin van het venster)"}
    assert uit["icc"].notna().eq(uit["variant"] == "random_intercept").all()
    assert list(afh.vergelijk_varianten(uit)["term"]) == FACTOREN


def test_fouten_van_de_gebruiker_blijven_fouten(tabel):
    """A design that nobody can make is still one clear message, not a row."""
    with pytest.raises(InvoerFout, match="geen scores"):
        maak(tabel, tot=2016)
