"""Change by dimension, or why there is none."""

from __future__ import annotations

import pytest

from hulp.stof import MIN, bijdragen, hoofdrapport
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.tekst.hoofdrapport.dimensies import dimensies_tekst

GEEN_DIMENSIES = AnalyseReden.GEEN_DIMENSIESCORES


def delen(groep, van, tot, *waarden):
    return {
        **{"groep": groep, "van": van, "tot": tot, "n": 9, "reden": None, "totaal": sum(waarden)},
        **dict(zip(DIMENSIES, waarden, strict=True)),
    }


def deel(*waarden):
    return dict(zip(DIMENSIES, waarden, strict=True))


def zonder(van, tot, reden, groep="selectie"):
    return {"groep": groep, "van": van, "tot": tot, "n": 0, "reden": reden}


def test_dimensies_van_het_langste_venster_en_van_terugval():
    tekst = dimensies_tekst(
        hoofdrapport(
            decompositie=[
                zonder(2008, 2012, GEEN_DIMENSIES.met(jaren="2008 2012")),
                delen("selectie", 2014, 2018, 0, 0, 0, 0, 0.5),
                delen("selectie", 2014, 2022, 0.01, -0.02, 0.03, 0, 0.004),
                delen("Terugval", 2014, 2022, 0, 0, -0.05, 0, 0),
            ],
            bijdragen=[
                *bijdragen(2014, 2022, "selectie", deel(0.01, -0.02, 0.03, 0, 0.004)),
                *bijdragen(2014, 2022, "Terugval", deel(0, 0, -0.05, 0, 0.01)),
            ],
        )
    )
    assert tekst.startswith(
        "Tussen 2014 en 2022 steeg de gemiddelde score van de geselecteerde wijken (+0,024 punt)."
    )
    assert "De hoogste bijdrage heeft *sociale samenhang* (+0,030)" in tekst
    assert f"De laagste bijdrage heeft *overlast en onveiligheid* ({MIN}0,020)." in tekst
    assert "Terugval" not in tekst  # the portraits of the clusters have their own
    assert tekst.endswith(
        "Voor 2008–2012 is geen uiteenlegging mogelijk, omdat dimensiescores in één of beide "
        "jaren ontbreken."
    )


@pytest.mark.parametrize(
    ("waarden", "tekst"),
    [
        ((-0.01, -0.02, 0, 0, 0), "daalde de gemiddelde score van de geselecteerde wijken"),
        ((0.01, -0.01, 0, 0, 0), "bleef de gemiddelde score van de geselecteerde wijken vrijwel"),
    ],
)
def test_dimensies_bij_een_daling_en_bij_gelijk(waarden, tekst):
    rijen = [delen("selectie", 2014, 2018, *waarden)]
    assert f"Tussen 2014 en 2018 {tekst}" in dimensies_tekst(
        hoofdrapport(decompositie=rijen, bijdragen=[])
    )


def test_zonder_dimensies_staat_er_waarom():
    rijen = [
        zonder(2008, 2012, GEEN_DIMENSIES.met(jaren="2008 2012")),
        zonder(2012, 2014, GEEN_DIMENSIES.met(jaren="2012")),
        zonder(2012, 2014, None, "Terugval"),
    ]
    assert dimensies_tekst(hoofdrapport(decompositie=rijen, bijdragen=[])) == (
        "Een uiteenlegging naar dimensie is in deze editie niet mogelijk (2008–2012: geen "
        "dimensiescores in 2008 en 2012; 2012–2014: geen dimensiescores in 2012)."
    )


def test_een_cluster_zonder_dimensies_maakt_het_venster_niet_onmogelijk():
    rijen = [delen("selectie", 2014, 2018, 0, 0, 0, 0, 0.1), zonder(2014, 2018, None, "Succes!")]
    tekst = dimensies_tekst(hoofdrapport(decompositie=rijen, bijdragen=[]))
    assert "geen uiteenlegging" not in tekst
    assert "None" not in tekst
