"""A bound on how hard each document is to read; the hoofdrapport is for policy readers."""

from __future__ import annotations

import re

import pytest

from hulp import mini
from hulp.leesbaarheid import meet

GRENZEN = {
    "hoofdrapport": (14, 0.05, 0.17),
    "bijlage-leefbaarheidsontwikkeling": (15, 0.06, 0.17),
    "bijlage-wijkanalyses": (15, 0.05, 0.18),
    "bijlage-technische-verantwoording": (17, 0.10, 0.18),
}
"""Words per sentence, share of sentences of 30 words or more, share of words of 9 letters or more.
Measured on the two editions (November 2026): hoofdrapport 12-13, 2-3% and 14-15%."""
JARGON = re.compile(
    r"\bp ?[<=] ?0|\bR²|\bANCOVA\b|\bsd\b|(?<!\(één )standaarddeviatie|standaardfout|bootstrap"
    r"|\bCRV\d|coëfficiënt|\.py\b"
)
"""What the running text of the hoofdrapport does without."""


@pytest.fixture(scope="module")
def teksten(gemaakt):
    """The text of each document."""
    map_ = gemaakt / mini.UIT / "rapport"
    return {naam: (map_ / f"{naam}.qmd").read_text("utf-8") for naam in GRENZEN}


@pytest.mark.parametrize("document", GRENZEN)
def test_een_document_is_leesbaar_voor_wie_het_is(teksten, document):
    per_zin, lange_zinnen, lange_woorden = GRENZEN[document]
    maten = meet(teksten[document])
    assert maten.zinnen > 20
    assert maten.woorden_per_zin <= per_zin, maten
    assert maten.lange_zinnen <= lange_zinnen, maten
    assert maten.lange_woorden <= lange_woorden, maten


def test_het_hoofdrapport_spreekt_geen_vaktaal(teksten):
    proza = teksten["hoofdrapport"].partition("\n---\n")[2]
    gevonden = [regel for regel in proza.splitlines() if JARGON.search(regel)]
    assert gevonden == []
