"""The words that Word shows laid beside the words that came out of pandoc: any difference stops.

Whatever the reason that something was lost (a construction no one thought of, a fault in pandoc or
in `wordpandoc`), it shows here, because the two were read apart from each other.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from leefbaarheid.wijkanalyses.blokken import Blok
from leefbaarheid.wijkanalyses.weigering import Ongeschikt
from leefbaarheid.wijkanalyses.wordlezer import SYMBOOL, Gezien
from leefbaarheid.wijkanalyses.wordpandoc import BIJSCHRIFT, SYMBOOL_DICHT, SYMBOOL_OPEN

_GELIJK = str.maketrans("‘’‚‛“”„‟‑‐", "''''\"\"\"\"--", "\u00ad\u200b\ufeff" + BIJSCHRIFT)
_ZONDER = str.maketrans("", "", SYMBOOL_OPEN + SYMBOOL_DICHT + BIJSCHRIFT)
_MERK = re.compile(f"{SYMBOOL_OPEN}([^{SYMBOOL_DICHT}]*){SYMBOOL_DICHT}")
_MEEST = 5  # differences named in one message
_TE_VEEL = 30_000_000  # pairs of words beyond which only their numbers are compared

Woord = tuple[str, str]
"""A word and the heading it stands under."""


def vergelijk(gezien: Gezien, blokken: Sequence[Blok]) -> list[Ongeschikt]:
    """Return an objection per word or picture that was lost, or came from nowhere.

    Args:
        gezien: what Word shows.
        blokken: what pandoc made of it.
    """
    bedoeld = _woorden(gezien.stukken)
    tekst = _MERK.sub(lambda m: SYMBOOL * len(m[1].strip()), "".join(_tekst(list(blokken))))
    gelezen = _plat(tekst).split()
    uit = []
    if "".join(woord for woord, _ in bedoeld) != "".join(gelezen):
        uit = _verschillen(bedoeld, gelezen)
    n_beelden = sum(1 for _ in _beelden(list(blokken)))
    if n_beelden != len(gezien.plaatjes):
        uit.append(
            Ongeschikt(
                f"van de {len(gezien.plaatjes)} afbeeldingen zouden er {n_beelden} aankomen",
                remedie="Zet elke afbeelding in een eigen alinea, in de tekst zelf.",
            )
        )
    return uit


def zonder_merken(ast: Any) -> Any:
    """Return an AST without the marks around symbols and before captions."""
    if isinstance(ast, str):
        return ast.translate(_ZONDER)
    if isinstance(ast, list):
        return [zonder_merken(x) for x in ast]
    if isinstance(ast, dict):
        return {sleutel: zonder_merken(x) for sleutel, x in ast.items()}
    return ast


def _plat(tekst: str) -> str:
    return tekst.translate(_GELIJK)


def _woorden(stukken: Sequence[Woord]) -> list[Woord]:
    """Return the words of pieces of text; a word may be spread over several."""
    uit: list[Woord] = []
    woord, kop = "", ""
    for tekst, kop_nu in [*stukken, (" ", "")]:
        for deel in re.split(r"(\s+)", _plat(tekst)):
            if deel.strip():
                woord, kop = woord + deel, kop if woord else kop_nu
            elif deel and woord:
                uit.append((woord, kop))
                woord = ""
    return uit


def _verschillen(bedoeld: Sequence[Woord], gelezen: Sequence[str]) -> list[Ongeschikt]:
    woorden = [woord for woord, _ in bedoeld]
    if len(woorden) * len(gelezen) > _TE_VEEL:
        return _geteld(bedoeld, gelezen)
    weg, erbij = [], []
    passer = difflib.SequenceMatcher(None, woorden, list(gelezen), autojunk=False)
    for soort, a, b, c, d in passer.get_opcodes():
        if soort == "equal" or "".join(woorden[a:b]) == "".join(gelezen[c:d]):
            continue
        if a < b:
            weg.append((" ".join(woorden[a:b]), bedoeld[a][1]))
        if c < d:
            onder = bedoeld[min(a, len(bedoeld) - 1)][1] if bedoeld else ""
            erbij.append((" ".join(gelezen[c:d]), onder))
    return [
        *_bezwaren(weg, "deze woorden staan in Word en zouden wegvallen"),
        *_bezwaren(erbij, "deze woorden zijn in Word niet te zien en zouden worden gedrukt"),
    ]


def _geteld(bedoeld: Sequence[Woord], gelezen: Sequence[str]) -> list[Ongeschikt]:
    """Compare how often each word is there: enough for a text too long to compare in order."""
    over = Counter(gelezen)
    weg = []
    for woord, kop in bedoeld:
        if over[woord]:
            over[woord] -= 1
        else:
            weg.append((woord, kop))
    erbij = [(woord, "") for woord in over.elements()]
    return [
        *_bezwaren(weg, "deze woorden staan in Word en zouden wegvallen"),
        *_bezwaren(erbij, "deze woorden zijn in Word niet te zien en zouden worden gedrukt"),
    ]


def _bezwaren(plekken: Sequence[Woord], wat: str) -> list[Ongeschikt]:
    """Return an objection for each place, the first few by name."""
    uit = []
    for n, (woorden, kop) in enumerate(plekken[:_MEEST]):
        meer = len(plekken) - _MEEST if n == _MEEST - 1 else 0
        slot = f" (en nog {meer} plekken)" if meer > 0 else ""
        uit.append(
            Ongeschikt(
                wat + (f" (onder '{kop}')" if kop else "") + slot,
                fragment=woorden.replace(SYMBOOL, "▯")[:80],
                remedie="Knip ze uit en plak ze terug als gewone tekst (in Word: Plakken "
                "speciaal, Alleen tekst behouden), in een gewone alinea.",
            )
        )
    return uit


def _tekst(ast: Any) -> Iterator[str]:
    """Yield what a reader sees of an AST: notes included, texts of pictures not."""
    if isinstance(ast, list):
        for x in ast:
            yield from _tekst(x)
    elif isinstance(ast, dict):
        soort: str = ast.get("t", "")
        inhoud: Any = ast.get("c")
        if soort == "Str":
            yield str(inhoud)
        elif soort in ("Code", "CodeBlock", "Math", "RawInline", "RawBlock"):
            yield inhoud[1]
        elif soort in ("Space", "SoftBreak", "LineBreak"):
            yield " "
        elif soort == "Quoted":
            teken = '"' if inhoud[0]["t"] == "DoubleQuote" else "'"
            yield from (teken, *_tekst(inhoud[1]), teken)
        elif soort == "Link":
            yield from _tekst(inhoud[1])
        elif soort == "Note":
            yield from (" ", *_tekst(inhoud))
        elif soort != "Image":
            yield from _tekst(inhoud)
            if soort in _BLOKKEN:
                yield " "


_BLOKKEN = {"Para", "Plain", "Header", "Figure", "Table", "Div", "CodeBlock", "BlockQuote"}


def _beelden(ast: Any) -> Iterator[Blok]:
    if isinstance(ast, list):
        for x in ast:
            yield from _beelden(x)
    elif isinstance(ast, dict):
        if ast.get("t") == "Image":
            yield ast
        else:
            yield from _beelden(ast.get("c"))
