"""Factors in a sentence: words that suit the unit, and when they were measured."""

from __future__ import annotations

import pytest

from hulp.stof import CODEBOEK, bijlage
from leefbaarheid.tekst.gedeeld.factoren import late_factoren, meer_van


@pytest.mark.parametrize(
    ("label", "eenheid", "tekst"),
    [
        ("Woningen in bezit van corporaties", "%", "een groter aandeel *woningen in bezit van"),
        ("Particuliere huurwoningen", "%", "een groter aandeel *particuliere huurwoningen*"),
        ("Werkloosheid", "%", "een hogere waarde van *werkloosheid*"),
        ("Verandering woningwaarde 2009-2014", "%", "een hogere *verandering woningwaarde"),
        ("Woningdichtheid", "1.000 woningen per km2", "een hogere waarde van *woningdichtheid*"),
        (
            "Stedelijkheid",
            "klasse (1 = zeer sterk, 5 = niet stedelijk)",
            "een hogere klasse van *stedelijkheid* (1 = zeer sterk, 5 = niet stedelijk)",
        ),
        ("Koopwoningen (2017†)", "%", "*koopwoningen* (gemeten in 2017, na de periode)"),
    ],
)
def test_meer_van_een_factor(label, eenheid, tekst):
    assert tekst in meer_van(label, eenheid)


def test_wat_na_de_periode_is_gemeten_staat_in_de_tekst():
    assert late_factoren(bijlage()) == ""
    laat = [rij | {"label": "Koopwoningen (2017†)"} for rij in CODEBOEK[:1]] + CODEBOEK[1:]
    tekst = late_factoren(bijlage(codeboek=laat))
    assert "2012–2014 gemeten is: *koopwoningen* (in tabellen" in tekst
    assert "geen hoofdfactor" in tekst
