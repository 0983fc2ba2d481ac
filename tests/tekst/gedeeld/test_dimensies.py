"""A dimension is the highest only when the others lie clearly below it."""

from __future__ import annotations

from hulp.stof import bijdragen, hoofdrapport
from leefbaarheid.tekst.gedeeld.dimensies import uitersten

DELEN = {"fys": -0.01, "onv": 0.03, "soc": 0.0, "vrz": 0.01, "won": 0.02}


def zin(**anders):
    rijen = bijdragen(2014, 2022, "selectie", DELEN, **anders)
    return uitersten(hoofdrapport(bijdragen=rijen), 2014, 2022, "selectie")


def test_hoogste_en_laagste_als_zij_van_de_andere_te_onderscheiden_zijn():
    assert zin(onzeker=0.005) == (
        "De hoogste bijdrage heeft *overlast en onveiligheid* (+0,030). De laagste bijdrage heeft "
        "*fysieke omgeving* (\N{MINUS SIGN}0,010)."
    )


def test_wie_niet_van_de_hoogste_te_onderscheiden_is_wordt_erbij_genoemd():
    assert zin(onzeker=0.015) == (
        "De hoogste bijdragen hebben *overlast en onveiligheid* (+0,030) en *woningvoorraad* "
        "(+0,020); welke daarvan het hoogst is, is niet aantoonbaar. De laagste bijdragen hebben "
        "*fysieke omgeving* (\N{MINUS SIGN}0,010) en *sociale samenhang* (0,000); welke daarvan "
        "het laagst is, is niet aantoonbaar."
    )


def test_overlap_van_hoogste_en_laagste_en_geen_toets():
    assert zin(onzeker=0.5).endswith("; welke de hoogste of de laagste is, is niet aantoonbaar.")
    assert zin(onzeker=0.025).startswith("De bijdragen zijn *overlast en onveiligheid* (+0,030),")
    assert zin(onzeker=None).endswith("; zij zijn niet getoetst.")
    assert uitersten(hoofdrapport(bijdragen=[]), 2014, 2022, "selectie") == ""
