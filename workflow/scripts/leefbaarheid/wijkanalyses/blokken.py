"""pandoc's blocks and inlines: what they say, and how they are taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Blok = dict[str, Any]
"""A block or inline of pandoc's AST: `t` is its kind, `c` its content (some kinds have none)."""

OPMAAK = {"Emph", "Strong", "Superscript", "Subscript", "Strikeout"}
"""Inline markup that a wijkanalyse keeps."""
UITGEPAKT = {"Underline", "SmallCaps"}
"""Inline markup of which only the words stay."""


def kaal() -> list[Any]:
    """Return pandoc's empty attributes: no id, no classes, nothing else."""
    return ["", [], []]


def woorden(tekst: str) -> list[Blok]:
    """Return plain text as inlines."""
    uit: list[Blok] = []
    for woord in tekst.split():
        uit += [{"t": "Space"}, {"t": "Str", "c": woord}]
    return uit[1:]


def platte_tekst(ast: Any) -> str:
    """Return the words of an AST: notes and tables included, markup left out."""
    return " ".join("".join(_stukjes(ast)).split())


def _stukjes(ast: Any) -> Iterator[str]:
    if isinstance(ast, list):
        for x in ast:
            yield from _stukjes(x)
    elif isinstance(ast, dict):
        yield from _stukjes_van(ast.get("t"), ast.get("c"))


def _stukjes_van(soort: str | None, inhoud: Any) -> Iterator[str]:
    if soort == "Str":
        yield inhoud
    elif soort in ("Code", "CodeBlock", "Math", "RawInline", "RawBlock"):
        yield inhoud[1]
    elif soort in ("Space", "SoftBreak", "LineBreak"):
        yield " "
    elif soort == "Image":
        yield from _stukjes(inhoud[1])
    elif soort == "Quoted":
        teken = aanhalingsteken(inhoud)
        yield teken
        yield from _stukjes(inhoud[1])
        yield teken
    else:
        yield from _stukjes(inhoud)
        if soort not in OPMAAK | UITGEPAKT | {"Link", "Span", "Cite"}:
            yield " "  # the end of a block, so that its last word does not touch the next


def aanhalingsteken(inhoud: Any) -> str:
    """Return the straight quote of the content of a Quoted."""
    return '"' if inhoud[0]["t"] == "DoubleQuote" else "'"


def cellen(tabel: Blok) -> list[list[list[Blok]]]:
    """Return the rows of a Table, header first, as lists of cells, each a list of blocks."""
    _, _, _, hoofd, lichamen, voet = tabel["c"]
    rijen = [*hoofd[1], *(rij for lichaam in lichamen for rij in lichaam[2] + lichaam[3]), *voet[1]]
    return [[cel[4] for cel in rij[1]] for rij in rijen]


def bijschriftregels(bijschrift: list[Any]) -> list[Blok]:
    """Return the inlines of the caption of a figure or table."""
    return [x for blok in bijschrift[1] for x in blok.get("c", [])]


def bevat(ast: Any, soort: str) -> bool:
    """Tell whether a block or inline of this kind is anywhere in an AST."""
    if isinstance(ast, list):
        return any(bevat(x, soort) for x in ast)
    return isinstance(ast, dict) and (ast.get("t") == soort or bevat(ast.get("c"), soort))


def op_koppen(blokken: list[Blok], niveau: int) -> list[tuple[str, list[Blok]]]:
    """Split blocks at the headings of `niveau`; what stands before the first has the name ""."""
    delen: list[tuple[str, list[Blok]]] = []
    for blok in blokken:
        if blok["t"] == "Header" and blok["c"][0] <= niveau:
            delen.append((platte_tekst(blok), []))
        elif not delen:
            delen.append(("", [blok]))
        else:
            delen[-1][1].append(blok)
    return delen
