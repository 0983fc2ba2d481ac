"""Change laid out by dimension."""

from __future__ import annotations

from hulp.stof import MIN, bijdragen, bijlage
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.tekst.leefbaarheidsontwikkeling.dimensies import (
    decompositie_ontbreekt,
    decompositie_rijen,
    decompositie_tekst,
    decompositie_vensters,
)

GEEN_DIMENSIES = AnalyseReden.GEEN_DIMENSIESCORES.met(jaren="2002 2008")


def decompositie(van, tot, groep="selectie", n=9, reden=None, **delen):
    leeg = dict.fromkeys(("fys", "onv", "soc", "vrz", "won"), 0.0)
    rij = {"van": van, "tot": tot, "groep": groep, "n": n, "reden": reden}
    return rij | {"totaal": sum(delen.values())} | leeg | delen


def test_dimensies_per_periode():
    stof = bijlage(
        decompositie=[
            decompositie(2002, 2008, n=0, reden=GEEN_DIMENSIES),
            decompositie(2014, 2018, fys=0.03, onv=-0.01),
            decompositie(2014, 2018, groep="Terugval", won=-0.02),
        ],
        bijdragen=bijdragen(
            *(2014, 2018, "selectie"),
            {"fys": 0.03, "onv": -0.01, "soc": 0.0, "vrz": 0.0, "won": 0.0},
        ),
    )
    assert decompositie_vensters(stof) == [(2014, 2018)]
    tekst = decompositie_tekst(stof, 2014, 2018)
    assert "steeg de gemiddelde score van de geselecteerde wijken (+0,020)" in tekst
    assert "De hoogste bijdrage heeft *fysieke omgeving* (+0,030)." in tekst
    assert f"De laagste bijdrage heeft *overlast en onveiligheid* ({MIN}0,010)." in tekst
    assert f"In het cluster *Terugval* daalde de gemiddelde score ({MIN}0,020)" in tekst
    assert decompositie_ontbreekt(stof) == (
        "Voor 2002–2008 is geen uiteenlegging mogelijk, omdat er voor 2002 en 2008 geen scores per "
        "dimensie zijn."
    )
    assert [rij[0] for rij in decompositie_rijen(stof, 2014, 2018)] == [
        "geselecteerde wijken (9)",
        "*Terugval* (9)",
    ]


def test_een_selectie_zonder_dimensiescores_noemt_de_jaren_van_de_periode():
    reden = AnalyseReden.SELECTIE_ZONDER_DIMENSIESCORES.met(van=2014, tot=2018)
    zin = decompositie_ontbreekt(bijlage(decompositie=[decompositie(2014, 2018, n=0, reden=reden)]))
    assert "omdat er voor 2014 en 2018 geen scores per dimensie zijn" in zin
