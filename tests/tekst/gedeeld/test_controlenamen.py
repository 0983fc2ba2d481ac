"""The checks by name, in a sentence."""

from __future__ import annotations

from leefbaarheid.basis.oordeel import CONTROLES as CODES
from leefbaarheid.tekst.gedeeld.controlenamen import CONTROLES, noem_controles
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.oordeel import CONTROLENAMEN
from leefbaarheid.tekst.redenen.alle import redentekst


def test_elke_controle_die_wordt_gewogen_heeft_een_naam():
    assert list(CONTROLES) == list(CODES) == list(CONTROLENAMEN)


def test_meer_dan_drie_controles_worden_geteld():
    assert noem_controles("hc3") == "standaardfout per wijk (HC3)"
    assert noem_controles("holm,loo,gewogen,huber,imputatie") == (
        "correctie voor meer toetsen (Holm), steeds één gemeente weglaten, gewogen naar inwoners "
        "en twee meer"
    )


def test_waarom_een_samenhang_robuust_heet_met_haar_uitzondering():
    cel = "geteld_behalve?n_controles=4&n_zelfde_teken=4&n_sluit_nul_uit=3&n_met_toets=4"
    assert redentekst(f"{cel}&controles=huber") == (
        "zelfde richting in 4 van 4 controles, nul uitgesloten in 3 van 4; niet aantoonbaar bij: "
        "schatter die uitschieters dempt (Huber)"
    )
