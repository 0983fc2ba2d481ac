"""What could have been noticed: the smallest detectable association."""

from __future__ import annotations

from hulp.controletabellen import AANTOONBAAR, MIN, UIT, maak_stof
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import kracht


def test_nulbevindingen_naast_wat_wel_aantoonbaar_is():
    tekst = kracht.kracht_tekst(maak_stof(aantoonbaar=AANTOONBAAR))
    assert "*woningen van corporaties* (vanaf 0,015) en *WOZ-waarde* (vanaf 0,040)" in tekst
    # 0.030 is clear for one factor; for another it would have been found with less than 80 %
    assert "bedraagt 0,030 punt. Bij *WOZ-waarde* zou" in tekst and "minder dan 80% kans" in tekst
    klein = [rij | {"mde_sd": 0.01} for rij in AANTOONBAAR]
    assert "ten minste 80% kans" in kracht.kracht_tekst(maak_stof(aantoonbaar=klein))
    geen = [rij | {"nul_in_interval": True} for rij in AANTOONBAAR]
    assert "kleiner dan 0,015 punt tot 0,040" not in kracht.kracht_tekst(
        maak_stof(aantoonbaar=geen)
    )
    assert "kleiner dan 0,015 tot 0,040 punt" in kracht.kracht_tekst(maak_stof(aantoonbaar=geen))
    wel = [rij | {"nul_in_interval": False} for rij in AANTOONBAAR]
    assert kracht.kracht_tekst(maak_stof(aantoonbaar=wel)).endswith("van elke factor nul uit.")


def test_kracht_per_periode():
    ander = AANTOONBAAR[0] | {"van": 2008, "tot": 2012, "mde_sd": 0.05, "coef_sd": 0.01}
    stof = maak_stof(aantoonbaar=[*AANTOONBAAR, ander], clusters=UIT)
    rijen = kracht.kracht_venster_rijen(stof, [(2008, 2012), (2012, 2014)])
    assert rijen[0] == ["Werkloosheid", "**0,050 (+0,010)**", f"**0,020 ({MIN}0,030)**"]
    assert rijen[1] == ["Woningen van corporaties", "–", "0,015 (+0,004)"]
    assert kracht.kracht_rijen(stof)[1][4:6] == ["ja", "0,015"]
