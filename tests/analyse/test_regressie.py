"""Regressions: by hand, against a closed form, against pyfixest, and what cannot be estimated."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from hulp.regressie import FACTOREN, REFERENTIE, SELECTIE, fout_van, ontwerp
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.coefficienten import coefficienten
from leefbaarheid.analyse.diagnose import diagnose
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.analyse.wild_bootstrap import wild_bootstrap
from leefbaarheid.basis.begrippen import MODELLEN

CRV1 = Schatter("crv1")


def test_met_de_hand_nagerekend():
    """Two groups of three gemeenten of two wijken; mean change 2 and 6 points.

    The factor is 0 or 1, so the constant is the first mean and the coefficient the difference, 4.
    Residual sums per gemeente are -1, 1, 0 and -2, 1, 1; raw variance of the difference
    (1+1+0)/36 + (4+1+1)/36 = 8/36, times 6/5 x 11/10. SSR = 8, SST = 8 + 12 x 4 = 56.
    """
    punten = np.array([1, 2, 2, 3, 1, 3, 5, 5, 6, 7, 6, 7])
    codes = [f"WK9000{i:02d}" for i in range(12)]
    wijken = pd.DataFrame(
        {
            "wk_code": codes,
            "gm_code": np.repeat([f"GM900{g}" for g in range(6)], 2),
            "gm_naam": "Fictief",
            "in_selectie": True,
            "lbm_2012": 4.0,
            "lbm_2014": 4.0 + punten,
        }
    )
    context = pd.DataFrame({"wk_code": codes, "groep": np.repeat([0.0, 1.0], 6)})
    boek = pd.DataFrame({"factor": ["groep"], "label": "g", "eenheid": "0/1", "peiljaar": "2012"})
    o = ontwerp(wijken, context, ["groep"], model="verandering", steekproef="selectie")
    fit = regressie.schat(replace(o, schatter=CRV1))
    tabel = coefficienten(o, fit, boek).set_index("term")
    se = np.sqrt(8 / 36 * 6 / 5 * 11 / 10)
    kritiek = 2.570581835636314  # t(5), 97.5 %
    rij = tabel.loc["groep"]
    assert tabel.loc["constante", "coef"] == pytest.approx(2)
    assert rij["coef"] == pytest.approx(4)
    assert rij["se"] == pytest.approx(se)
    assert rij["ci_laag"] == pytest.approx(4 - kritiek * se)
    assert rij["ci_hoog"] == pytest.approx(4 + kritiek * se)
    assert rij["sd_factor"] == pytest.approx(np.sqrt(3 / 11))
    assert rij["coef_sd"] == pytest.approx(4 * np.sqrt(3 / 11))
    assert rij["r2"] == pytest.approx(48 / 56)
    assert (rij["n"], rij["n_gemeenten"]) == (12, 6)
    assert diagnose(o, fit, boek, 10)["rmse"] == pytest.approx(np.sqrt(8 / 10))


@pytest.mark.traag
@pytest.mark.parametrize("model", MODELLEN)
def test_gelijk_aan_pyfixest(model, schat):
    """pyfixest CRV1, see tests/reference/regressie_pyfixest.py; tolerance 1e-8 relative."""
    inhoud = json.loads((REFERENTIE / "regressie_pyfixest.json").read_text(encoding="utf-8"))
    verwacht = inhoud["waarden"][model]
    tabel = schat(vensters=[[2012, 2014]], steekproeven=["in_aanmerking"], schatter=CRV1).regressie
    tabel = tabel[tabel["model"] == model].set_index("term")
    assert set(tabel.index) == set(verwacht["termen"])
    for term, waarden in verwacht["termen"].items():
        for kolom, waarde in waarden.items():
            assert tabel.loc[term, kolom] == pytest.approx(waarde, rel=1e-8, abs=1e-12)
    assert tabel["n"].eq(verwacht["n"]).all()
    assert tabel["r2"].iloc[0] == pytest.approx(verwacht["r2"], rel=1e-8)


def test_crv3_gelijk_aan_lm_zonder_elke_gemeente(schat):
    """R: every gemeente left out and lm() fitted anew, tests/reference/crv3_jackknife.R; 1e-8."""
    inhoud = json.loads((REFERENTIE / "crv3_jackknife.json").read_text(encoding="utf-8"))
    tabel = schat(vensters=[[2012, 2014]], steekproeven=["in_aanmerking"]).regressie
    tabel = tabel[tabel["model"] == "ancova"].set_index("term")
    assert tabel["schatter"].eq("crv3").all()
    assert set(tabel.index) == set(inhoud["waarden"]["ols"])
    for term, waarden in inhoud["waarden"]["ols"].items():
        for kolom, waarde in waarden.items():
            assert tabel.loc[term, kolom] == pytest.approx(waarde, rel=1e-8), (term, kolom)
    assert (tabel["crv1_se"] < tabel["se"]).any()


def test_wcr_als_leidende_schatter_is_die_van_de_bootstrap(wijken, context):
    """p and interval of the bootstrap with the seed of the edition, not those of another."""
    o = ontwerp(wijken, context, schatter=Schatter("wcr", 999, 7))
    producten = clusterproducten(o.X.to_numpy(), o.y.to_numpy(), o.gemeente.to_numpy())
    boot = wild_bootstrap(producten, trekkingen=999, zaad=7)
    tabel = regressie.schat(o).tabel
    np.testing.assert_array_equal(tabel["p"], boot.p)
    np.testing.assert_array_equal(tabel["ci_laag"], boot.ci_laag)
    assert not np.allclose(tabel["p"], regressie.schat(ontwerp(wijken, context)).tabel["p"])


def test_wcr_zonder_grenzen_houdt_een_reden(wijken, context):
    """With five gemeenten a bootstrap of 32 sign vectors cannot get below 5 %: no bound."""
    vijf = wijken[wijken["gm_code"] <= "GM9004"]
    o = ontwerp(vijf, context, ["corporatie_pct"], schatter=Schatter("wcr", 999))
    tabel = regressie.schat(o).tabel
    onbegrensd = np.isinf(tabel["ci_hoog"]) | np.isinf(tabel["ci_laag"])
    assert tabel["reden"].eq("wcr_onbegrensd").equals(onbegrensd)
    assert tabel["p"].notna().all()


def test_term_die_op_een_gemeente_rust_houdt_een_schatting_en_een_reden(wijken, context):
    """The estimate stands; the jackknife cannot leave that gemeente out, so nothing is tested."""
    context["in_een"] = context["corporatie_pct"].where(wijken["gm_code"] == "GM9001", 0.0)
    factoren = [*FACTOREN, "in_een"]
    o = ontwerp(wijken, context, factoren)
    tabel = regressie.schat(o).tabel
    rij = tabel.loc["in_een"]
    assert np.isfinite(rij["coef"])
    assert rij[["se", "p", "ci_laag", "ci_hoog"]].isna().all()
    assert rij["reden"] == "crv3_onbepaald?gemeenten=Gemeente+1"
    rest = tabel.drop(index="in_een")
    assert rest["reden"].eq("").all()
    assert rest["p"].notna().all()
    crv1 = regressie.schat(replace(o, schatter=CRV1)).tabel
    assert np.isfinite(crv1.loc["in_een", "se"])


def test_onbekende_schatter():
    bericht = fout_van(Schatter, "crv2")
    assert "inferentie.primaire_schatter" in bericht
    assert "Bedoelde u crv" in bericht


def gesloten_vorm(y, X, gemeente):
    """Normal equations and the sandwich written out: coef, se, p, low and high of 95 %."""
    n, K = X.shape
    codes = np.unique(gemeente)
    brood = np.linalg.inv(X.T @ X)
    b = brood @ X.T @ y
    e = y - X @ b
    vlees = np.zeros((K, K))
    for code in codes:
        s = X[gemeente == code].T @ e[gemeente == code]
        vlees += np.outer(s, s)
    G = len(codes)
    V = G / (G - 1) * (n - 1) / (n - K) * brood @ vlees @ brood
    se = np.sqrt(np.diag(V))
    ruim = stats.t.ppf(0.975, G - 1) * se
    return b, se, 2 * stats.t.sf(np.abs(b / se), G - 1), b - ruim, b + ruim


@pytest.mark.traag
@pytest.mark.parametrize("steekproef", ["selectie", "in_aanmerking"])
@pytest.mark.parametrize("model", MODELLEN)
def test_gelijk_aan_de_gesloten_vorm(model, steekproef, schat, bestand):
    """CRV1 beside CRV3; 1e-8 relative."""
    data = bestand[SELECTIE] if steekproef == "selectie" else bestand
    score = {"verandering": [], "ancova": ["lbm_2012"], "basismeting": ["lbm_2002"]}[model]
    X = np.column_stack([np.ones(len(data)), data[score + FACTOREN].to_numpy()])
    y = data["lbm_2014"] - (0 if model == "ancova" else data["lbm_2012"])
    verwacht = gesloten_vorm(y.to_numpy(), X, data["gm_code"].to_numpy())
    tabel = schat().regressie
    deel = tabel.query("uitkomst == '2012-2014' and model == @model and steekproef == @steekproef")
    kolommen = ["coef", "crv1_se", "crv1_p", "crv1_ci_laag", "crv1_ci_hoog"]
    for kolom, waarden in zip(kolommen, verwacht, strict=True):
        np.testing.assert_allclose(deel[kolom], waarden, rtol=1e-8, atol=1e-10)


@pytest.mark.traag
def test_ancova_en_verandering_verschillen_alleen_door_de_beginscore(schat):
    """The change on factors and begin score has the coefficients of the ANCOVA form."""
    tabel = schat(vensters=[[2002, 2012]]).regressie.query("term in @FACTOREN")
    per_model = tabel.pivot_table(index=["steekproef", "term"], columns="model", values="coef")
    np.testing.assert_allclose(per_model["basismeting"], per_model["ancova"], rtol=1e-8)
    assert (per_model["verandering"] - per_model["ancova"]).abs().min() > 1e-6


def test_factor_zonder_variatie(schat, context):
    bericht = fout_van(schat, context=context.assign(corporatie_pct=41.3))
    assert "kolom 'corporatie_pct', waarde '41.3'" in bericht
    assert "de factor heeft bij alle 60 wijken dezelfde waarde" in bericht


def test_factor_die_alleen_in_de_selectie_niet_varieert(schat, context):
    context.loc[SELECTIE, "corporatie_pct"] = 50.0
    bericht = fout_van(schat, context=context)
    assert "steekproef 'selectie': de factor heeft bij alle 45 wijken dezelfde waarde" in bericht


def test_te_weinig_wijken(schat, wijken):
    wijken["in_selectie"] = np.arange(60) % 12 == 0  # 5 wijken
    bericht = fout_van(schat, wijken=wijken, steekproeven=["selectie"])
    assert "te weinig waarnemingen; van de 5 wijken hebben er 5 alle gegevens" in bericht
    assert "er zijn 5 coëfficiënten te schatten" in bericht


def test_lege_steekproef(schat, wijken):
    bericht = fout_van(schat, wijken=wijken.assign(in_selectie=False), steekproeven=["selectie"])
    assert "van de 0 wijken hebben er 0 alle gegevens" in bericht


def test_te_weinig_gemeenten(schat, wijken):
    wijken["in_selectie"] = wijken["gm_code"] <= "GM9003"
    bericht = fout_van(schat, wijken=wijken, steekproeven=["selectie"])
    assert "de wijken liggen in 4 gemeente(n)" in bericht
    assert "ten minste 5 nodig" in bericht


def test_model_dat_exact_past(wijken, context):
    wijken["lbm_2014"] = wijken["lbm_2012"] + 0.001 * context["corporatie_pct"]
    assert "past exact" in fout_van(regressie.schat, ontwerp(wijken, context))
