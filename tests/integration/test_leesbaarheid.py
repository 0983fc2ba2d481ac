"""A bound on how hard each document is to read, and faults of a text that a program can find.

The hoofdrapport is for policy readers.
"""

from __future__ import annotations

import re

import pytest

from hulp import mini
from hulp.herhaling import te_vaak, te_vaak_per_bladzijde, zinnen
from hulp.leesbaarheid import meet
from hulp.tekstfouten import tekstfouten
from leefbaarheid.herleiden.paginas import lees_paginas

GRENZEN = {
    "hoofdrapport": (10, 14, 0.05, 0.17),
    "bijlage-leefbaarheidsontwikkeling": (10, 15, 0.06, 0.17),
    "bijlage-wijkanalyses": (9, 15, 0.05, 0.18),
    "bijlage-technische-verantwoording": (11, 17, 0.10, 0.18),
    "bijlage-wijkportretten": (8, 14, 0.05, 0.18),
}
"""Words per sentence (at least and at most; fewer is telegram style), share of sentences of 30
words or more, share of words of 9 letters or more.
Measured on the two editions (November 2026): hoofdrapport 12-13, 2-3% and 14-15%; wijkportretten
11, 0% and 13-15%."""
PORTRETTEN = "bijlage-wijkportretten"
"""Not made from a .qmd: its sentences are read from its pages."""
JARGON = re.compile(
    r"\bp\s?[<=]\s?0|\bR²|\bANCOVA\b|\bsd\b|standaarddeviatie|standaardfout|bootstrap"
    r"|correctie voor het aantal"
    r"|\bCRV\d|coëfficiënt|\.py\b"
)
"""What the running text of the hoofdrapport does without."""


@pytest.fixture(scope="module")
def bladzijden(gemaakt):
    """The text of the pages of each document."""
    map_ = gemaakt / mini.UIT / "rapport"
    return {naam: lees_paginas(map_ / f"{naam}.pdf") for naam in GRENZEN}


@pytest.fixture(scope="module")
def teksten(gemaakt, bladzijden):
    """The text of each document as Markdown; of a portret the sentences above its graph."""
    map_ = gemaakt / mini.UIT / "rapport"
    uit = {naam: (map_ / f"{naam}.qmd") for naam in GRENZEN if naam != PORTRETTEN}
    koppen = [
        re.split(r"\n(?:Leefbaarheidsscore,|\d+ k?m\n)", bladzijde.replace("\u00ad", ""))[0]
        for bladzijde in bladzijden[PORTRETTEN]
    ]
    alle = [zin for kop in koppen for zin in zinnen(" ".join(kop.split())) if zin.endswith(".")]
    return {naam: pad.read_text("utf-8") for naam, pad in uit.items()} | {
        PORTRETTEN: "\n\n".join(alle)
    }


@pytest.mark.parametrize("document", GRENZEN)
def test_een_document_is_leesbaar_voor_wie_het_is(teksten, document):
    minst, meest, lange_zinnen, lange_woorden = GRENZEN[document]
    maten = meet(teksten[document])
    assert maten.zinnen > 20
    assert minst <= maten.woorden_per_zin <= meest, maten
    assert maten.lange_zinnen <= lange_zinnen, maten
    assert maten.lange_woorden <= lange_woorden, maten


@pytest.mark.parametrize("document", GRENZEN)
def test_geen_zin_staat_meer_dan_drie_keer_op_een_bladzijde(teksten, bladzijden, document):
    """The same sentence with other numbers belongs in a table."""
    if document == PORTRETTEN:
        paginas = [" ".join(b.replace("\u00ad", "").split()) for b in bladzijden[document]]
        gevonden = [(nr, te_vaak(zinnen(p))) for nr, p in enumerate(paginas, start=1)]
        assert [fout for fout in gevonden if fout[1]] == []
    else:
        assert te_vaak_per_bladzijde(teksten[document], bladzijden[document]) == []


@pytest.mark.parametrize("document", GRENZEN)
def test_geen_fouten_die_een_redacteur_eruit_haalt(bladzijden, document):
    gevonden = [(nr, tekstfouten(b)) for nr, b in enumerate(bladzijden[document], start=1)]
    assert [fout for fout in gevonden if fout[1]] == []


def test_elke_figuur_van_het_hoofdrapport_zegt_wat_er_te_zien_is(teksten):
    figuren = re.findall(r"^!\[(.{12})", teksten["hoofdrapport"], flags=re.M)
    assert len(figuren) > 4
    assert [begin for begin in figuren if not begin.startswith("**")] == []


def test_het_hoofdrapport_spreekt_geen_vaktaal(teksten):
    proza = teksten["hoofdrapport"].partition("\n---\n")[2]
    gevonden = [regel for regel in proza.splitlines() if JARGON.search(regel)]
    assert gevonden == []
