"""Candidate pairs."""

from __future__ import annotations

import pytest

from hulp.stof import MIN, hoofdrapport
from leefbaarheid.tekst.hoofdrapport.stijgers import paren_rijen, paren_tekst


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


def test_zoveel_paren_als_de_editie_toont():
    paar = {
        **{"gm_naam": "Astad", "wk_naam_stijger": "Oost", "verandering_stijger": 0.1},
        **{"wk_naam_daler": "W_est", "verandering_daler": -0.05, "verschil": 0.15},
        **{"buiten_twijfel_stijger": True, "buiten_twijfel_daler": False},
    }
    stof = hoofdrapport({"stijgers_dalers": {"aantal": 2}}, kandidaatparen=[paar] * 3)
    assert (
        paren_rijen(stof)
        == [
            ["Astad", "Oost", "+0,10\\*", r"W\_est", f"{MIN}0,05", "0,15"],
        ]
        * 2
    )
