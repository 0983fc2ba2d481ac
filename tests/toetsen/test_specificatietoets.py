"""The joint tests of the specification curve."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.specificaties import (
    BLOK,
    curve,
    maak_data,
)
from leefbaarheid.basis.tabelwaarden import HOOFDVENSTER, MET_ANDERE, OORDELEND
from leefbaarheid.toetsen import specificatiecurve as sc
from leefbaarheid.toetsen import specificatieschatting as ss
from leefbaarheid.toetsen import specificatietoets as st


@pytest.fixture(scope="module")
def data() -> tuple[pd.DataFrame, pd.DataFrame]:
    return maak_data()


@pytest.fixture(scope="module")
def uit(data) -> sc.Curve:
    return curve(*data)


@pytest.mark.traag
def test_hoofdvenster_telt_alleen_eigen_specificaties(data, uit):
    """The rows of the main window are those of a grid with no other window."""
    alleen = curve(*data, blok=BLOK | {"vensters": [[2012, 2014]]}).toets
    deel = uit.toets[uit.toets["vensters"] == HOOFDVENSTER].reset_index(drop=True)
    # with one window there is nothing to put beside the main one
    pd.testing.assert_frame_equal(alleen, deel, rtol=1e-9)
    assert set(deel["perioden"]) == {"2012-2014"}


@pytest.mark.traag
def test_elke_vorm_is_een_eigen_vraag(data, uit):
    """The rows of a form are those of a grid with no other form."""
    for model in ("verandering", "ancova"):
        alleen = curve(*data, blok=BLOK | {"modellen": [model], "hoofdmodel": model}).toets
        deel = uit.toets[uit.toets["model"] == model].reset_index(drop=True)
        pd.testing.assert_frame_equal(alleen, deel, rtol=1e-9)


def test_aantoonbaar_is_naar_beide_kanten_geteld(uit):
    tabel = uit.specificaties
    geldig = tabel[tabel["reden"].eq("") & tabel["tot"].eq(2014)]
    for rij in uit.toets[uit.toets["vensters"] == HOOFDVENSTER].itertuples():
        deel = geldig[(geldig["factor"] == rij.factor) & (geldig["model"] == rij.model)]
        assert rij.n_specificaties == len(deel)
        assert rij.n_hoger == (deel["ci_sd_laag"] > 0).sum()
        assert rij.n_lager == (deel["ci_sd_hoog"] < 0).sum()
    assert uit.toets["n_lager"].max() > 0


@pytest.mark.traag
def test_een_venster_van_voor_de_meting_van_een_factor_doet_niet_mee(data, uit):
    """`woz` was measured after the first window began, `inkomen` after all: main window only."""
    peiljaren = {"corporatie": "2002", "woz": "2009-2012", "inkomen": 2017}
    deel = curve(*data, peiljaren=peiljaren)
    per = deel.specificaties.groupby("factor")["tot"].unique().map(sorted)
    assert per.to_dict() == {"corporatie": [2008, 2014], "inkomen": [2014], "woz": [2014]}
    ruim = deel.toets[deel.toets["vensters"] == MET_ANDERE]
    assert set(ruim["factor"]) == {"corporatie"}
    # the change form and ANCOVA have the window from the base year, the baseline form repeats it
    assert set(ruim["model"]) == {"verandering", "ancova"}
    assert set(ruim["perioden"]) == {"2002-2008; 2012-2014"}
    for factor in ("corporatie", "inkomen"):
        heel, over = (
            x.toets[(x.toets["factor"] == factor) & (x.toets["vensters"] == HOOFDVENSTER)]
            for x in (uit, deel)
        )
        pd.testing.assert_frame_equal(
            heel.reset_index(drop=True), over.reset_index(drop=True), rtol=1e-9
        )


@pytest.mark.traag
def test_zonder_bekend_peiljaar_blijft_het_bij_het_hoofdvenster(data):
    uit = curve(*data, focale_factoren=["woz"], peiljaren={"woz": None})
    assert set(uit.specificaties["tot"]) == {2014}


def test_sterk_verband_valt_op_en_ruis_niet(uit):
    """The generator gives `corporatie` an effect of -0.03 on the last window and `woz` none."""
    toets = uit.toets[(uit.toets["vensters"] == HOOFDVENSTER) & (uit.toets["model"] == "ancova")]
    toets = toets.set_index(["factor", "statistiek"])
    sterk = toets.loc["corporatie", "p"]
    assert (sterk[list(OORDELEND)] == 1 / 100).all()
    # all estimates agree in sign, but so they do in many draws: they are much the same estimate
    assert sterk["aandeel_dominant_teken"] > 0.05
    assert toets.loc[("corporatie", "mediaan"), "waargenomen"] == pytest.approx(-0.03, abs=0.006)
    assert toets.loc[("corporatie", "aandeel_dominant_teken"), "waargenomen"] == 1
    assert (toets.loc["woz", "p"] > 0.1).all()


@pytest.mark.traag
def test_uitkomst_hangt_niet_af_van_blokken_of_volgorde(data, uit, monkeypatch):
    wijken, context = data
    omgekeerd = curve(wijken[::-1], context.sample(frac=1, random_state=1))
    pd.testing.assert_frame_equal(omgekeerd.specificaties, uit.specificaties, check_exact=True)
    pd.testing.assert_frame_equal(omgekeerd.toets, uit.toets, check_exact=True)
    for module in (ss, st):
        monkeypatch.setattr(module, "BLOK", 300)
    monkeypatch.setattr(ss, "TREKBLOK", 17)
    klein = curve(*data)
    pd.testing.assert_frame_equal(klein.toets, uit.toets, rtol=1e-12)
    anders = curve(*data, zaad=6).toets
    assert (anders["p"] != uit.toets["p"]).any()
