"""Within and between gemeenten, per period: against R, by hand, and what cannot be estimated."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.analyse.ontwerp import maak_ontwerp
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.toetsen import binnen_tussen as bt

MAP = Path(__file__).parents[1] / "reference"
REF = json.loads((MAP / "binnen_tussen_lme4.json").read_text("utf-8"))
FACTOREN = ["woz_pct", "corporatie_pct", "inkomen_pct"]


@pytest.fixture(scope="module")
def gegevens():
    tabel = pd.read_csv(MAP / "binnen_tussen.csv").set_index("wk_code").sort_index()
    return tabel.assign(in_selectie=True, in_aanmerking=True, gm_naam=tabel["gm_code"])


def maak(tabel, crisisjaar=2012, factoren=FACTOREN, trekkingen=199):
    hoofd = maak_ontwerp(
        tabel, factoren, van=2012, tot=2014, model="ancova", steekproef="selectie", basisjaar=2002
    )
    perioden = bt.perioden(tabel, {"selectie": hoofd}, factoren, crisisjaar)
    return bt.binnen_tussen_tabel(perioden, factoren, {}, zaad=1, trekkingen=trekkingen)


@pytest.fixture(scope="module")
def tabel(gegevens):
    return maak(gegevens, trekkingen=20_000)


def rij(tabel, segment, schatter, factor):
    deel = tabel[(tabel["segment"] == segment) & (tabel["schatter"] == schatter)]
    return deel.set_index("factor").loc[factor]


@pytest.mark.traag
@pytest.mark.parametrize("factor", ["corporatie_pct", "inkomen_pct", "woz_pct"])
def test_hoofdvenster_gelijk_aan_clubsandwich(tabel, factor):
    """lm with (G-1)/G x CR3 and t(G-1); tolerance 1e-8 relative."""
    uit = rij(tabel, "hoofdvenster", "crv3", factor)
    for deel, ref in REF["crv3"][factor].items():
        naam = "verschil_sd" if deel == "verschil" else f"coef_sd_{deel}"
        assert uit[naam] / uit["sd_factor"] == pytest.approx(ref["coef"], rel=1e-8, abs=1e-14)
        assert uit[f"p_{deel}"] == pytest.approx(ref["p"], rel=1e-8)
    assert (uit["n"], uit["G"], uit["G_twee"], uit["leidend"]) == (120, 26, 17, True)


@pytest.mark.traag
@pytest.mark.parametrize("segment", ["voor_crisis", "na_crisis"])
def test_segmenten_gelijk_aan_lme4(tabel, segment):
    """lmer on the change per wijk by lm: estimates 1e-5, intervals 6 %.

    The bounds are a 95th percentile, of 20000 draws here and of 4000 in R: standard error 1.8 %.
    """
    ref = REF["reml"][segment]
    for naam, coef in ref["coef"].items():
        term, deel = naam.split("_")
        uit = rij(tabel, segment, "reml_bootstrap", f"{term}_pct")
        kolom = "verschil_sd" if deel == "verschil" else f"coef_sd_{deel}"
        sd = uit["sd_factor"]
        assert uit[kolom] / sd == pytest.approx(coef, rel=1e-5, abs=1e-8), naam
        half = (uit[f"ci_sd_hoog_{deel}"] - uit[f"ci_sd_laag_{deel}"]) / 2 / sd
        assert half == pytest.approx(ref["grens_t"][naam] * ref["se"][naam], rel=0.06), naam
        assert uit["icc"] == pytest.approx(ref["icc"], abs=1e-5)


@pytest.mark.traag
def test_segmenten_liggen_dicht_bij_het_hele_groeimodel(tabel):
    """One lmer with level and both slopes random per wijk and gemeente: within a third of its se.

    It weighs gemeenten by all its scores at once, so the numbers are near and not the same.
    """
    for naam, ref in REF["groei"].items():
        helling, factor, deel = naam.split(":")
        uit = rij(
            tabel, {"T1": "voor_crisis", "T2": "na_crisis"}[helling], "reml_bootstrap", factor
        )
        kolom = {"w": "coef_sd_binnen", "b": "coef_sd_tussen"}[deel]
        assert abs(uit[kolom] / uit["sd_factor"] - ref["coef"]) < ref["se"] / 3, naam


def test_segmenten_met_de_hand():
    """Exact on a bent line: 3.9 in 2012, 0.01 a year before, -0.02 a year after."""
    jaren = np.array([2002, 2008, 2012, 2014, 2022])
    t = jaren - 2012
    lijn = 3.9 + 0.01 * np.minimum(t, 0) - 0.02 * np.maximum(t, 0)
    uit = bt.segmenten(np.vstack([lijn, lijn + 1]), jaren, 2012)
    np.testing.assert_allclose(uit, [[0.1, 0.1], [-0.2, -0.2]])


def test_zonder_jaren_voor_of_na_is_er_geen_verandering():
    jaren = np.array([2012, 2014, 2022])
    uit = bt.segmenten(np.array([[3.9, 3.8, 3.4]]), jaren, 2012)
    np.testing.assert_allclose(uit, [[0.0], [-0.5]], atol=1e-12)
    uit = bt.segmenten(np.array([[3.9, 3.8, 3.4]]), jaren, 2022)
    np.testing.assert_allclose(uit, [[-0.5], [0.0]], atol=1e-12)


@pytest.mark.traag
def test_segment_zonder_jaren_heeft_een_reden(gegevens):
    uit = maak(gegevens, crisisjaar=2022)
    na = uit[uit["segment"] == "na_crisis"]
    assert na["reden"].eq("geen_meting_na?jaar=2022").all()
    assert na[["coef_sd_binnen", "p_tussen", "verschil_sd"]].isna().all(axis=None)
    assert uit.loc[uit["segment"] == "voor_crisis", "p_tussen"].notna().all()


@pytest.mark.traag
def test_factor_van_de_gemeente_heeft_alleen_tussen(gegevens):
    uit = maak(gegevens)
    woz = uit[uit["factor"] == "woz_pct"]
    assert woz["reden"].eq("factor_alleen_tussen_gemeenten").all()
    assert woz[["coef_sd_binnen", "p_binnen", "verschil_sd", "p_verschil"]].isna().all(axis=None)
    assert woz["p_tussen"].between(0, 1).all() and woz["aandeel_tussen"].eq(1).all()
    rest = uit[uit["factor"] != "woz_pct"]
    assert rest["reden"].eq("").all() and rest["p_verschil"].notna().all()


@pytest.mark.traag
def test_een_rij_leidt_per_factor_en_de_trekkingen_liggen_vast(gegevens):
    een, twee = maak(gegevens), maak(gegevens)
    pd.testing.assert_frame_equal(een, twee)
    assert een.groupby("factor")["leidend"].sum().eq(1).all()
    leidt = een[een["leidend"]]
    assert leidt["segment"].eq("hoofdvenster").all() and leidt["schatter"].eq("crv3").all()
    # the draws of a period do not hang on the periods before it
    assert een["trekkingen"].eq(199).all()
    assert een["p_verschil_alle"].notna().eq(een["schatter"].eq("crv3")).all()


@pytest.mark.traag
def test_te_weinig_gemeenten_voor_tussen_laat_binnen_staan(gegevens):
    groot = gegevens[gegevens["gm_code"].isin(gegevens["gm_code"].value_counts().index[:7])]
    leidt = maak(groot).query("leidend").set_index("factor")
    assert ontleed(leidt.loc["corporatie_pct", "reden"]).code == "minder_gemeenten_dan_nodig"
    assert np.isfinite(leidt.loc["corporatie_pct", "p_binnen"])
    assert leidt["p_tussen"].isna().all()


@pytest.mark.traag
def test_collineaire_factoren_houden_hun_rij(gegevens):
    dubbel = gegevens.assign(dubbel=2 * gegevens["corporatie_pct"] + 1)
    uit = maak(dubbel, factoren=[*FACTOREN, "dubbel"])
    assert len(uit) == 3 * 2 * 4
    assert {ontleed(cel).code for cel in uit["reden"]} == {"niet_te_onderscheiden"}


@pytest.mark.traag
def test_wijk_zonder_alle_scores_blijft_uit_het_groeimodel(gegevens):
    gat = gegevens.copy()
    gat.iloc[:5, gat.columns.get_loc("lbm_2002")] = np.nan
    uit = maak(gat)
    assert uit.loc[uit["segment"] == "hoofdvenster", "n"].eq(120).all()
    assert uit.loc[uit["segment"] != "hoofdvenster", "n"].eq(115).all()
