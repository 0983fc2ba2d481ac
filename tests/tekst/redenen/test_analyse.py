"""What the analysis says, in words: years and factors in a row, Dutch numbers."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.redenen.code import samen
from leefbaarheid.tekst.redenen.alle import redentekst, redenteksten


@pytest.mark.parametrize(
    ("cel", "tekst"),
    [
        (AnalyseReden.GEEN_SCORE.met(jaren="2002 2014"), "geen score in 2002, 2014"),
        (
            AnalyseReden.LABEL_ONBEKEND.met(label="aandachtswijk"),
            "deze editie kent geen lijst met het label aandachtswijk",
        ),
        (
            AnalyseReden.GEEN_SCORES_IN_EDITIE.met(jaren="2008 2012"),
            "deze editie heeft geen scores voor 2008 en 2012",
        ),
        (AnalyseReden.GEEN_DIMENSIESCORES.met(jaren="2012"), "geen dimensiescores in 2012"),
        (
            AnalyseReden.SELECTIE_ZONDER_DIMENSIESCORES.met(van=2014, tot=2018),
            "geen dimensiescores van deze wijken in 2014 en 2018",
        ),
        (
            AnalyseReden.VIF_BOVEN_GRENS.met(grens=10, termen="huur score", waarden="12.54 11.0"),
            "VIF boven 10: huur (12,5), score (11).",
        ),
        (
            AnalyseReden.WEINIG_GEMEENTEN.met(n_gemeenten=5, n_coefficienten=6),
            "Niet meer gemeenten (5) dan coëfficiënten (6): de standaardfouten zijn onzeker.",
        ),
        (
            AnalyseReden.AFWIJKEND_IN_EEN_GEMEENTE.met(factoren="huur woz"),
            "Wijkt maar in één gemeente af van één vaste waarde: huur, woz; de standaardfout "
            "daarvan is te klein.",
        ),
        (
            AnalyseReden.GEMETEN.met(wanneer="tijdens", factoren="huur woz"),
            "Gemeten tijdens het venster: huur, woz.",
        ),
    ],
)
def test_de_woorden_volgen_de_velden(cel, tekst):
    assert redentekst(cel) == tekst


def test_codes_in_een_cel_zijn_elk_een_tekst():
    cel = samen([AnalyseReden.GEEN_SCORE.met(jaren="2002"), AnalyseReden.GEEN_INWONERTAL.met()])
    assert redenteksten(cel) == ["geen score in 2002", "geen inwonertal"]
    assert redenteksten("") == []
