"""What could have been noticed: the smallest detectable association."""

from __future__ import annotations

from hulp.controletabellen import AANTOONBAAR, MIN, UIT, maak_stof
from leefbaarheid.tekst.gedeeld.kracht import kan_te_groot_zijn
from leefbaarheid.tekst.technische_verantwoording import kracht


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


def _met(**veranderd):
    return maak_stof(aantoonbaar=[AANTOONBAAR[0] | veranderd, *AANTOONBAAR[1:]])


def test_een_schatting_ver_boven_de_grens_wordt_niet_verdacht():
    zin = kracht.overdrijving(maak_stof(aantoonbaar=AANTOONBAAR))
    assert "is groter dan 1,25 keer de kleinste aantoonbare" in zin
    assert "Dat kan spelen" not in zin


def test_een_schatting_bij_de_grens_kan_overdreven_zijn():
    """0.024 is 1.2 times 0.020; 30 % and 1.6 are those of the row."""
    zin = kracht.overdrijving(_met(coef_sd=-0.024))
    assert "Dat kan spelen bij *werkloosheid*: die samenhang is aantoonbaar" in zin
    assert (
        "De kans op zo'n toevalstreffer is daar 30%, en" in zin
        and "gemiddeld 1,6 keer zo groot" in zin
    )
    twee = [rij | {"nul_in_interval": False} for rij in AANTOONBAAR[1:]]
    twee[1] |= {"kracht_half": 0.32, "overdrijving": 1.74}
    zin = kracht.overdrijving(maak_stof(aantoonbaar=twee))
    assert "die samenhangen zijn aantoonbaar" in zin
    assert "toevalstreffer is daar 30 tot 32%, en" in zin and "gemiddeld 1,6 tot 1,7 keer" in zin


def test_zonder_aantoonbare_samenhang_is_er_niets_overdreven():
    geen = [rij | {"nul_in_interval": True} for rij in AANTOONBAAR]
    assert kracht.overdrijving(maak_stof(aantoonbaar=geen)) == ""
    leeg = [rij | {"mde_simulatie_sd": None, "nul_in_interval": None} for rij in AANTOONBAAR]
    assert kracht.overdrijving(maak_stof(aantoonbaar=leeg)) == ""
    assert kracht.kracht_berekening(maak_stof(aantoonbaar=leeg)) == ""


def test_twee_berekeningen_naast_elkaar():
    zin = kracht.kracht_berekening(maak_stof(aantoonbaar=AANTOONBAAR))
    assert zin == (
        "Met de nabootsing is zij 0,015 tot 0,040 punt, met de formule 0,010 tot 0,030 punt."
    )
    zin = kracht.kracht_berekening(_met(mde_formule_sd=0.03))
    assert "Bij *werkloosheid* geeft de formule meer dan 1,25 keer zoveel" in zin
    rijen = kracht.kracht_berekening_rijen(maak_stof(aantoonbaar=AANTOONBAAR))
    assert rijen[0] == ["Werkloosheid", "7,0", "0,020", "0,018", "30%", "1,6"]


def test_het_hoofdrapport_waarschuwt_voor_schattingen_bij_de_grens():
    """0.024 is 1.2 times 0.020: not far above it; 0.030 is."""
    assert kan_te_groot_zijn(maak_stof(aantoonbaar=AANTOONBAAR)) == ""
    assert kan_te_groot_zijn(maak_stof(aantoonbaar=UIT)) == ""
    zin = kan_te_groot_zijn(_met(coef_sd=-0.024))
    begin = "De samenhang met *werkloosheid* is aantoonbaar, maar is"
    assert zin.startswith(f"{begin} niet veel groter geschat dan de kleinste")
    assert kan_te_groot_zijn(_met(coef_sd=-0.018)).startswith(f"{begin} kleiner geschat dan")
    assert "met 80% kans zou opvallen" in zin and "gemiddeld 1,6 keer te groot geschat" in zin


def test_meer_schattingen_bij_de_grens_staan_in_een_zin():
    """Of none it is said that it is far above the limit; of each, that it is below."""
    ander = AANTOONBAAR[0] | {"term": "dichtheid"}
    net_erboven = [rij | {"coef_sd": -0.024} for rij in (AANTOONBAAR[0], ander)]
    assert kan_te_groot_zijn(maak_stof(aantoonbaar=net_erboven)).startswith(
        "Geen van de twee aantoonbare samenhangen is veel groter geschat dan de kleinste"
    )
    eronder = [rij | {"coef_sd": -0.018} for rij in net_erboven]
    assert kan_te_groot_zijn(maak_stof(aantoonbaar=eronder)).startswith(
        "Elk van de twee aantoonbare samenhangen is kleiner geschat dan de kleinste"
    )
