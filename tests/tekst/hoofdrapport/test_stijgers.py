"""Candidate pairs."""

from __future__ import annotations

import pytest

from hulp.stof import MIN, hoofdrapport
from leefbaarheid.tekst.hoofdrapport.stijgers import (
    paren_daarna,
    paren_kop,
    paren_rijen,
    paren_tekst,
    paren_zeker,
)


@pytest.mark.parametrize(
    ("n", "getoond", "tekst"),
    [
        (0, 10, "Geen enkele gemeente heeft zowel een stijger als een daler van meer dan "
         "de marge."),
        (1, 10, "Eén gemeente heeft zowel een stijger als een daler van meer dan de marge. "
         "@tbl-paren toont ze."),
        (3, 3, "Drie gemeenten hebben zowel een stijger als een daler van meer dan de marge. "
         "@tbl-paren toont ze."),
        (13, 10, "13 gemeenten hebben zowel een stijger als een daler van meer dan de marge. "
         "@tbl-paren toont de tien met het grootste verschil."),
        (3, 1, "Drie gemeenten hebben zowel een stijger als een daler van meer dan de marge. "
         "@tbl-paren toont die met het grootste verschil."),
    ],
)  # fmt: skip
def test_kandidaatparen(n, getoond, tekst):
    editie = {"stijgers_dalers": {"aantal": getoond}}
    assert paren_tekst(hoofdrapport(editie, kandidaatparen=[{}] * n)) == tekst


def paar(naam="Astad", zeker=(True, False)):
    return {
        **{"gm_naam": naam, "wk_naam_stijger": "Oost", "verandering_stijger": 0.1},
        **{"wk_naam_daler": "W_est", "verandering_daler": -0.05, "verschil": 0.15},
        **{"buiten_twijfel_stijger": zeker[0], "buiten_twijfel_daler": zeker[1]},
        **{"wk_code_stijger": "A", "wk_code_daler": "B"},
    }


def stof(paren, aantal=10, later=True, eind=3.91):
    jaren = [2008, 2012, 2016, 2022] if later else [2008, 2012, 2016]
    scores = {"A": (3.8, 3.9, 3.9), "B": (3.9, 3.85, eind)}
    wijken = [
        {"wk_code": code, "lbm_2012": a, "lbm_2016": b, "lbm_2022": c}
        for code, (a, b, c) in scores.items()
    ]
    editie = {
        "jaren": jaren,
        "stijgers_dalers": {"van": 2012, "tot": 2016, "aantal": aantal},
        "clusters": {"langjaar": 2008, "crisisjaar": 2012, "delta": 0.02},
    }
    marge = [{"periode": "doorsnee", "delta": 0.02}]
    return hoofdrapport(editie, kandidaatparen=paren, wijken=wijken, marge=marge)


def test_een_paar_is_twee_rijen_met_wat_er_daarna_gebeurde():
    assert paren_kop(stof([])) == ["Gemeente", "Wijk", "Score 2012", "2012–2016", "2016–2022"]
    assert paren_rijen(stof([paar()] * 3, aantal=1)) == [
        ["Astad", "Oost", "3,80", "+0,10\\*", "0,00"],
        ["Astad", r"W\_est", "3,90", f"{MIN}0,05", "+0,06"],
    ]
    kort = stof([paar()], later=False)
    assert len(paren_kop(kort)) == len(paren_rijen(kort)[0]) == 4
    assert paren_daarna(kort) == ""


@pytest.mark.parametrize(
    ("zeker", "zin"),
    [
        ([(True, True), (True, False)], "Bij één paar zijn stijging en daling allebei"),
        ([(True, False)] * 2, "Bij geen enkel paar zijn stijging en daling allebei"),
        ([(True, True)] * 2, "Bij beide paren zijn stijging en daling allebei groter dan"),
        ([(True, True)], "Bij dit paar zijn stijging en daling allebei groter dan marge en"),
        ([(None, None)], ""),
    ],
)
def test_wie_buiten_de_meetruis_ligt(zeker, zin):
    assert paren_zeker(stof([paar(zeker=deel) for deel in zeker])).startswith(zin)
    assert bool(paren_zeker(stof([paar(zeker=deel) for deel in zeker]))) is bool(zin)


def test_wat_er_van_de_dalers_werd():
    assert paren_daarna(stof([paar()])) == (
        "Daarna, tussen 2016 en 2022, steeg de daler meer dan de marge van 0,02 punt."
    )
    assert "steeg de daler niet meer dan" in paren_daarna(stof([paar()], eind=3.86))
    assert "stegen beide dalers meer dan" in paren_daarna(stof([paar()] * 2))
    assert "steeg geen van de twee dalers" in paren_daarna(stof([paar()] * 2, eind=3.86))
