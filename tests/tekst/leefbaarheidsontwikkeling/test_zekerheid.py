"""How certain the associations are: the section of the hoofdrapport."""

from __future__ import annotations

import re

from hulp.controletabellen import EIND, LABELS, alle, controlerij, hoofdrij, maak_stof
from leefbaarheid.tekst.leefbaarheidsontwikkeling import zekerheid


def test_zekerheid_heeft_alleen_het_oordeel_nodig():
    controles = [
        controlerij("werkloosheid", naam) for naam in ("wcr", "crv1", "hc3", "huber", "conley")
    ]
    stof = maak_stof(codeboek=None, eindoordeel=EIND, oordeel=controles)
    stof.tabellen["regressie"] = alle(hoofdrij)
    rijen = zekerheid.zekerheid_rijen(stof)
    assert [rij[0] for rij in rijen] == list(LABELS.values())
    assert rijen[0][4] == "dezelfde richting in alle 5 stemmen; aantoonbaar in 4 van 4"
    assert rijen[1][4] == "niet aantoonbaar; goed op te merken pas vanaf 0,015"
    assert rijen[2][4].startswith("niet aantoonbaar, wel in 2 van 4 stemmen; goed op te merken")
    tekst = zekerheid.zekerheid_tekst(stof)
    assert "*Onzeker* betekent niet dat er geen samenhang is" in tekst
    assert not re.search(r"CRV|WCR|bootstrap|Holm", tekst)


def test_wat_het_oordeel_alleen_beslist_staat_erbij():
    eind = [EIND[0] | {"waarom": "niet_na_correctie?methode=Holm", "oordeel": "gevoelig"}]
    rijen = zekerheid.zekerheid_rijen(maak_stof(eindoordeel=eind + EIND[1:]))
    assert rijen[0][4].endswith("houdt geen stand na correctie voor het aantal toetsen (Holm)")


def test_een_robuuste_samenhang_noemt_de_stemmen_die_zij_mist():
    cel = "geteld_behalve?n_stemmen=5&n_zelfde_teken=5&n_sluit_nul_uit=4&n_met_toets=5"
    eind = [EIND[0] | {"waarom": f"{cel}&stemmen=gemeenten"}]
    rijen = zekerheid.zekerheid_rijen(maak_stof(eindoordeel=eind + EIND[1:]))
    assert rijen[0][4].endswith("aantoonbaar in 4 van 4, niet bij vergelijking binnen gemeenten")
