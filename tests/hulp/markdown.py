"""What pandoc reads in Markdown as the engine would."""

from __future__ import annotations

from typing import Any

from leefbaarheid.rapport.pandoc_typst import LEZER
from leefbaarheid.wijkanalyses.blokken import platte_tekst
from leefbaarheid.wijkanalyses.pandoc import lees_ast

LASTIG = r"#1 *Oost* | west_kant <b>vet</b> $x^2$ @jan [a](b) `c` ~d~ {.e} \f {{< g >}} ![h](i)"
"""A name with every kind of markup in it."""


def blokken(markdown: str) -> Any:
    """Return the blocks of a document."""
    return lees_ast(markdown.encode(), LEZER)[0]


def bij_soort(ast: Any, soort: str) -> list[Any]:
    """Return every node of a kind in an AST."""
    if isinstance(ast, list):
        return [gevonden for x in ast for gevonden in bij_soort(x, soort)]
    if isinstance(ast, dict):
        eigen = [ast] if ast.get("t") == soort else []
        return eigen + [gevonden for x in ast.values() for gevonden in bij_soort(x, soort)]
    return []


def cellen(markdown: str) -> list[list[str]]:
    """Return the texts of a single table, row by row: head and body."""
    (tabel_,) = bij_soort(blokken(markdown), "Table")
    _, _, _, kop, lijven, _ = tabel_["c"]
    rijen = [*kop[1], *(rij for lijf in lijven for rij in lijf[3])]
    return [[platte_tekst(cel[4]) for cel in rij[1]] for rij in rijen]
