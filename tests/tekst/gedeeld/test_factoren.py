"""Factors in a sentence: words that suit the unit, and when they were measured."""

from __future__ import annotations

import pytest

from hulp.stof import CODEBOEK, bijlage
from leefbaarheid.tekst.gedeeld.factoren import in_wijken, late_factoren, waar, waar_factor


@pytest.mark.parametrize(
    ("label", "eenheid", "tekst"),
    [
        (
            *("Woningen in bezit van corporaties", "%"),
            "het aandeel *woningen in bezit van corporaties* groter was",
        ),
        ("Werkloosheid", "%", "de waarde van *werkloosheid* hoger was"),
        (
            *("Verandering woningwaarde 2009-2014", "%"),
            "de waarde van *verandering woningwaarde 2009-2014* hoger was",
        ),
        ("Woningdichtheid", "woningen per km²", "de waarde van *woningdichtheid* hoger was"),
        (
            *("Stedelijkheid", "klasse (1 = zeer sterk, 5 = niet stedelijk)"),
            "de klasse van *stedelijkheid* hoger was (1 = zeer sterk, 5 = niet stedelijk)",
        ),
        (
            *("Koopwoningen (2017†)", "%"),
            "het aandeel *koopwoningen* groter was (gemeten in 2017, na de hoofdperiode)",
        ),
    ],
)
def test_waar_er_meer_van_een_factor_is(label, eenheid, tekst):
    assert waar(bijlage(), {"term": "x", "label": label, "eenheid": eenheid}) == tekst


def test_de_editie_kan_eigen_woorden_geven():
    stof = bijlage({"factorzinnen": {"corporatie_pct": "meer woningen van *corporaties* waren"}})
    assert waar_factor(stof, "corporatie_pct") == r"meer woningen van \*corporaties\* waren"
    assert waar_factor(stof, "corporatie_pct_2") == "de waarde van *WOZ-waarde* hoger was"
    rijen = [{"term": "corporatie_pct", "label": "X (2017†)", "eenheid": "%"}] * 2
    erbij = "(gemeten in 2017, na de hoofdperiode)"
    zin = rf"in wijken waar meer woningen van \*corporaties\* waren {erbij}"
    assert in_wijken(stof, rijen) == f"{zin} en {zin}"


def test_wat_na_de_periode_is_gemeten_staat_in_de_tekst():
    assert late_factoren(bijlage()) == ""
    laat = [rij | {"label": "Koopwoningen (2017†)"} for rij in CODEBOEK[:1]] + CODEBOEK[1:]
    tekst = late_factoren(bijlage(codeboek=laat))
    assert "2012–2014 gemeten is: *koopwoningen* (in tabellen" in tekst
    assert "geen hoofdfactor" in tekst
