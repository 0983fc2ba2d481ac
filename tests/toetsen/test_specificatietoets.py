"""The joint tests of the specification curve."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.specificaties import (
    BLOK,
    curve,
    maak_data,
)
from leefbaarheid.basis.tabelwaarden import OORDELEND
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
    deel = uit.toets[uit.toets["vensters"] == "hoofdvenster"].reset_index(drop=True)
    for vensters in ss.VENSTERS:
        eigen = alleen[alleen["vensters"] == vensters].reset_index(drop=True)
        pd.testing.assert_frame_equal(
            eigen.drop(columns="vensters"), deel.drop(columns="vensters"), rtol=1e-9
        )


def test_sterk_verband_valt_op_en_ruis_niet(uit):
    """The generator gives `corporatie` an effect of -0.03 on the last window and `woz` none."""
    toets = uit.toets[uit.toets["vensters"] == "hoofdvenster"].set_index(["factor", "statistiek"])
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
