"""The whitelist: what passes, what is left out of it, and what does not pass."""

from __future__ import annotations

import re

import pytest

from hulp.schoonmaak import door_de_was, werk
from leefbaarheid.wijkanalyses.pandoc import lees_ast
from leefbaarheid.wijkanalyses.schoonmaak import schone_blokken, schone_inlines
from leefbaarheid.wijkanalyses.weigering import Ongeschikt


def test_tabel_met_bijschrift_krijgt_een_eigen_naam():
    blokken, _ = lees_ast(b"| Kop |\n|-----|\n| a   |\n\n: Bijschrift\n", "markdown")

    assert ": Bijschrift {#tbl-proef-1}" in door_de_was(blokken)


def test_kenmerken_en_klassen_vallen_weg():
    blokken, _ = lees_ast(
        b'### Kop {#sec-x .unnumbered}\n\n`x`{.python}\n\n```{.r file="x"}\n1\n```\n', "markdown"
    )

    markdown = door_de_was(blokken)

    assert "#### Kop\n" in markdown
    assert not re.search(r"sec-x|unnumbered|python|file|\.r\b", markdown)


def test_onderstreept_en_stijlen_van_word_worden_gewone_tekst():
    vet = {"t": "Strong", "c": [{"t": "Str", "c": "vet"}]}
    blok = {
        "t": "Div",
        "c": [
            ["anker", ["Stijl"], [["custom-style", "Rapport"]]],
            [{"t": "Para", "c": [{"t": "Underline", "c": [vet]}]}],
        ],
    }

    assert door_de_was([blok]) == "**vet**\n"


def test_niets_buiten_de_lijst_komt_door():
    for soort in ("RawBlock", "DefinitionList", "LineBlock", "HorizontalRule", "Onbekend"):
        with pytest.raises(Ongeschikt):
            schone_blokken(werk(), [{"t": soort, "c": ["typst", "#x"]}])
    for soort in ("RawInline", "Math", "Cite", "Image", "Onbekend"):
        inhoud = {
            "Math": [{"t": "InlineMath"}, "x"],
            "Image": [["", [], []], [], ["x.png", ""]],
        }.get(soort, ["typst", "#x"])
        with pytest.raises(Ongeschikt):
            schone_inlines(werk(), [{"t": soort, "c": inhoud}])
