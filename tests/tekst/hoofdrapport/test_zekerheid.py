"""How certain the associations are: the section of the hoofdrapport."""

from __future__ import annotations

import re

from hulp.controletabellen import EIND, LABELS, alle, controlerij, hoofdrij, maak_stof
from leefbaarheid.tekst.hoofdrapport import zekerheid


def test_zekerheid_heeft_alleen_het_oordeel_nodig():
    controles = [
        controlerij("werkloosheid", naam) for naam in ("wcr", "crv1", "hc3", "huber", "conley")
    ]
    stof = maak_stof(codeboek=None, eindoordeel=EIND, oordeel=controles)
    stof.tabellen["regressie"] = alle(hoofdrij)
    rijen = zekerheid.zekerheid_rijen(stof)
    assert [rij[0] for rij in rijen] == list(LABELS.values())
    assert rijen[0][4] == "dezelfde richting in alle 5 controles; aantoonbaar in 4 van 4"
    assert rijen[1][4] == "niet aantoonbaar; goed op te merken pas vanaf 0,015"
    assert rijen[2][4].startswith("niet aantoonbaar, wel in 2 van 0 controles; goed op te merken")
    tekst = zekerheid.zekerheid_tekst(stof)
    assert "*Onzeker* betekent niet dat er geen samenhang is" in tekst
    assert not re.search(r"CRV|WCR|bootstrap|Holm", tekst)
