"""The main model: its table, its sentences, when factors were measured."""

from __future__ import annotations

import pytest

from hulp.controletabellen import UIT
from hulp.stof import MIN, hoofdrapport, schatting
from leefbaarheid.tekst.hoofdrapport.samenhang import (
    duidelijke_zinnen,
    gebruikelijk_verschil,
    inleidend,
    meetmoment,
    samenhang_kop,
    samenhang_rijen,
)


def eind(**stand):
    """Verdicts: factor -> (verdict, whether it holds after the correction)."""
    return [
        {"factor": factor, "oordeel": oordeel, "houdt_stand": houdt, "label": f"Label {factor}"}
        for factor, (oordeel, houdt) in stand.items()
    ]


@pytest.mark.parametrize(
    ("coef", "p", "uitkomst"),
    [
        (0.02, 0.01, ["+0,020", "bijna een kwart van een klasse"]),
        (-0.02, 0.049, [f"{MIN}0,020", "bijna een kwart van een klasse"]),
        (0.02, 0.05, ["niet aangetoond", "–"]),
        (-0.02, None, ["niet te toetsen", "–"]),
    ],
)
def test_alleen_een_aantoonbaar_verschil_heeft_een_getal(coef, p, uitkomst):
    ander = schatting("woz", 0.5, 0.01, model="verandering")
    stof = hoofdrapport(regressie=[ander, schatting("woz", coef, p)], robuustheid_eindoordeel=UIT)
    assert samenhang_kop(stof) == ["Kenmerk", "Twee wijken verschillen", "Score", "In klassen"]
    assert samenhang_rijen(stof) == [["Label woz", "1,0 procentpunt", *uitkomst]]


def test_wat_geen_stand_houdt_na_correctie_kan_toeval_zijn():
    rijen = [schatting("woz", 0.02, 0.04), schatting("corporatie", -0.01, 0.01)]
    oordelen = eind(woz=("onzeker", False), corporatie=("robuust", True))
    stof = hoofdrapport(regressie=rijen, robuustheid_eindoordeel=oordelen)
    assert samenhang_kop(stof)[-1] == "Hoe stevig"
    assert samenhang_rijen(stof)[0][2:] == ["kan toeval zijn", "–", "onzeker"]
    assert samenhang_rijen(stof)[1][2:] == [
        f"{MIN}0,010",
        "meer dan een tiende van een klasse",
        "robuust",
    ]
    (zin,) = duidelijke_zinnen(stof)
    assert zin == (
        "In wijken waar de waarde van *label corporatie* hoger was, was de ontwikkeling "
        "ongunstiger. Bij een verschil van 1,0 procentpunt gaat het om 0,010 punt: meer dan een "
        "tiende van een klasse."
    )
    assert inleidend(stof).startswith("Eén van de twee kenmerken hangt aantoonbaar samen met")


def test_de_sterkste_samenhang_staat_voorop():
    rijen = [schatting("woz", 0.02, 0.01), schatting("corporatie", -0.03, 0.001)]
    stof = hoofdrapport(regressie=rijen, robuustheid_eindoordeel=UIT)
    assert ["corporatie" in zin for zin in duidelijke_zinnen(stof)] == [True, False]
    assert inleidend(stof).startswith("Alle twee kenmerken hangen aantoonbaar samen")


def test_zonder_duidelijke_samenhang_is_dat_geen_bewijs_van_geen_samenhang():
    rijen = [schatting(naam, 0.0, 0.9) for naam in ("corporatie", "woz", "uitkering")]
    stof = hoofdrapport(regressie=rijen, robuustheid_eindoordeel=UIT)
    assert "geen bewijs dat er geen samenhang is" in inleidend(stof)
    assert duidelijke_zinnen(stof) == []


@pytest.mark.parametrize(
    ("sd", "eenheid", "tekst"),
    [
        (13.9, "%", "14 procentpunt"),
        (0.87, "procentpunt", "0,9 procentpunt"),
        (0.85, "klasse (1 = zeer sterk, 5 = niet stedelijk)", "0,9 klasse"),
        (1.69, "1.000 woningen per km²", "1700 woningen per km²"),
    ],
)
def test_een_gebruikelijk_verschil_heeft_zijn_eenheid(sd, eenheid, tekst):
    assert gebruikelijk_verschil({"sd_factor": sd, "eenheid": eenheid}) == tekst


@pytest.mark.parametrize(
    ("metingen", "begin"),
    [
        (("voor", "voor"), "Alle factoren zijn gemeten vóór het begin van de periode."),
        (
            ("voor", "na"),
            "Na de periode gemeten is *label woz*. Zo'n waarde kan",
        ),
        (
            ("tijdens", "na"),
            "Tijdens de periode gemeten is *label corporatie*; na de periode gemeten is *label "
            "woz*.",
        ),
    ],
)
def test_meetmoment_van_de_factoren(metingen, begin):
    rijen = [
        schatting(naam, 0.0, 0.9, meting=meting)
        for naam, meting in zip(("corporatie", "woz"), metingen, strict=True)
    ]
    assert meetmoment(hoofdrapport(regressie=rijen)).startswith(begin)
