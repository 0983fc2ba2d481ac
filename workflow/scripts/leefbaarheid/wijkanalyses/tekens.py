"""Checks on text as it stands, before and after pandoc reads it."""

from __future__ import annotations

import re

from leefbaarheid.wijkanalyses.weigering import Ongeschikt, uitvoerbaar

_VERBODEN_TEKEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff\ufffe\uffff]")
_SHORTCODE = re.compile(r"\{\{[<%].{0,40}")
CEL = re.compile(r"^\s*(`{3,}|~{3,})\s*\{", re.M)
"""The fence of a code block with attributes; ```{python} is executed by Quarto."""


def controleer_shortcode(tekst: str) -> None:
    """Raise Ongeschikt where `tekst` has the beginning of a Quarto shortcode."""
    if gevonden := _SHORTCODE.search(tekst):
        raise Ongeschikt(
            "er staat een Quarto-shortcode in de tekst",
            fragment=gevonden[0].split("\n")[0],
            zoek=gevonden[0][:3],
            remedie="Een wijkanalyse bevat alleen tekst: haal de shortcode weg.",
        )


def controleer_leesbaar(tekst: str) -> None:
    """Raise Ongeschikt for control characters and those that only a symbol font can show."""
    if gevonden := _VERBODEN_TEKEN.search(tekst):
        raise Ongeschikt(
            f"er staat een teken in dat geen leesteken is (U+{ord(gevonden[0]):04X})",
            zoek=gevonden[0],
            remedie="Haal het teken weg; vervang een teken uit een symbolenlettertype (Wingdings) "
            "door een gewoon teken.",
        )


def controleer_cellen(tekst: str) -> None:
    """Raise Ongeschikt where Markdown has the fence of an executable cell, as in ```{python}."""
    for gevonden in CEL.finditer(tekst):
        regel = tekst[gevonden.start() :].lstrip("\n").split("\n")[0]
        if re.match(r"\s*[`~]+\s*\{\s*\w", regel):
            raise uitvoerbaar(regel)
