"""The votes and the checks by name, in a sentence and as row heads."""

from __future__ import annotations

from leefbaarheid.basis.oordeel import CONTROLES, STEM_VAN, Stem
from leefbaarheid.tekst.gedeeld.controlenamen import STEMMEN, noem_stemmen
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.technische_verantwoording.oordeel import CONTROLENAMEN


def test_elke_controle_die_wordt_gewogen_heeft_een_naam_en_een_stem():
    assert set(CONTROLENAMEN) == set(CONTROLES)
    assert list(STEMMEN) == list(Stem)
    assert set(STEM_VAN.values()) == set(Stem)


def test_meer_dan_drie_stemmen_worden_geteld():
    assert noem_stemmen("precisie") == "andere maten voor de onzekerheid"
    assert noem_stemmen("precisie,gemeenten,modelvorm,wijken,ruimte") == (
        "andere maten voor de onzekerheid, vergelijking binnen gemeenten, andere modelvormen en "
        "twee meer"
    )


def test_waarom_een_samenhang_robuust_heet_met_haar_uitzondering():
    cel = "geteld_behalve?n_stemmen=4&n_zelfde_teken=4&n_sluit_nul_uit=3&n_met_toets=4"
    assert redentekst(f"{cel}&stemmen=uitbijters") == (
        "zelfde richting in 4 van 4 stemmen, nul uitgesloten in 3 van 4; niet aantoonbaar bij: "
        "minder gewicht voor uitschieters"
    )


def test_waarom_een_samenhang_gevoelig_heet():
    assert redentekst("niet_na_correctie?methode=Holm") == (
        "houdt geen stand na correctie voor het aantal toetsen (Holm)"
    )
    assert redentekst("vooral_tussen_gemeenten") == (
        "binnen gemeenten aantoonbaar zwakker dan tussen gemeenten"
    )
