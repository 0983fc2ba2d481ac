"""Blocks of pandoc through the whitelist and out as Markdown."""

from __future__ import annotations

from leefbaarheid.wijkanalyses.schoonmaak import Schoonmaak, schone_sectie
from leefbaarheid.wijkanalyses.sectietekst import schrijf_markdown


def alinea(tekst: str) -> dict:
    """Return a paragraph of pandoc's AST that says literally `tekst`."""
    inlines = []
    for woord in tekst.split(" "):
        inlines += [{"t": "Space"}, {"t": "Str", "c": woord}]
    return {"t": "Para", "c": inlines[1:]}


def werk() -> Schoonmaak:
    return Schoonmaak("proef", uit_word=True, beeld=lambda pad, alt: f"beelden/{pad}")


def door_de_was(blokken: list[dict]) -> str:
    """Return the Markdown of one section with these blocks."""
    schoon = schone_sectie(werk(), blokken, bovenste=2)
    return schrijf_markdown({"Profiel": schoon}, "proef")["Profiel"]
