"""The lists of stijgers and dalers."""

from __future__ import annotations

from hulp.stof import MIN, bijlage
from leefbaarheid.tekst.leefbaarheidsontwikkeling.stijgers import (
    dalers,
    klassenamen,
    lijst_kop,
    lijst_rijen,
    paren_rijen,
    stijgers,
)


def test_stijgers_en_dalers_overlappen_niet():
    lijst = [
        {**{"rang": i, "verandering": v}} for i, v in enumerate((0.3, 0.2, 0.1, 0.0, -0.1), start=1)
    ]
    stof = bijlage(stijgers_dalers=lijst)
    assert [rij["rang"] for rij in stijgers(stof)] == [1, 2]
    assert [rij["rang"] for rij in dalers(stof)] == [5]
    assert stijgers(bijlage(stijgers_dalers=lijst[-1:])) == []


def test_klassen_die_aan_de_zoekregel_voldoen():
    assert klassenamen([4, 3]) == "onvoldoende of zwak"
    assert klassenamen([4]) == "zwak"


def test_een_wijk_op_de_lijst():
    rij = {
        **{"rang": 1, "gm_naam": "A_stad", "wk_naam": "Oost", "wk_code": "WK900101"},
        **{"in_selectie": True, "lbm_2012": 3.8, "lbm_2014": 3.9, "verandering": 0.1},
        **{"buiten_twijfel": True},
    }
    stof = bijlage(stijgers_dalers=[rij])
    assert lijst_kop(stof)[5:7] == ["Score 2012", "Score 2014"]
    assert lijst_rijen(stof, stijgers(stof)) == [
        ["1", r"A\_stad", "Oost", "WK900101", "ja", "3,80", "3,90", "+0,10\\*"]
    ]


def test_een_kandidaatpaar_met_codes():
    paar = {
        **{"gm_naam": "Astad", "wk_naam_stijger": "Oost", "wk_code_stijger": "WK900101"},
        **{"verandering_stijger": 0.1, "wk_naam_daler": "W_est", "wk_code_daler": "WK900102"},
        **{"verandering_daler": -0.05, "verschil": 0.15},
        **{"buiten_twijfel_stijger": True, "buiten_twijfel_daler": None},
    }
    assert paren_rijen(bijlage(kandidaatparen=[paar])) == [
        ["Astad", "Oost (WK900101)", "+0,10\\*", r"W\_est (WK900102)", f"{MIN}0,05", "0,15"]
    ]
