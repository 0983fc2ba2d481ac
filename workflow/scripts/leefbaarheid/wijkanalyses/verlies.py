"""Words of a Markdown file that pandoc leaves out: what a reader of the file sees must arrive.

Whatever the reason (a cell too many, a reference that nothing points to, a syntax no one thought
of), the words of the source are looked for in everything that pandoc read.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from leefbaarheid.wijkanalyses.markdownregels import Markdown

_GEEN_TEKST = (
    re.compile(r"\\(.)"),  # what an escape protects stays
    re.compile(r"^\s*\(?(?:\w{1,5}|#)[.)](?=\s)"),  # the number of a list item
    re.compile(r"^\s*(?:Table|Tabel)?\s*:(?=\s)"),  # a caption
    re.compile(r"^\s*\[[^\]]+\]:"),  # the name of a note or address
    re.compile(r"\[\^[^\]]+\]"),  # a reference to a note
    re.compile(r"(?<=\])\[[^\]]*\]"),  # the name of an address
)


def verloren_woorden(markdown: Markdown, ast: Any) -> list[tuple[int, str]]:
    """Return line and word of what is in the source and not in the AST, a word per line."""
    gelezen = html.unescape(" ".join(_teksten(ast))).casefold()
    per_woord = Counter(re.findall(r"[^\W_]+", gelezen))
    regels = [
        (nummer, woord) for nummer, regel in _genummerd(markdown) for woord in _woorden(regel)
    ]
    gezocht = Counter(woord.casefold() for _, woord in regels)
    te_weinig = {woord: n for woord, n in gezocht.items() if per_woord[woord] < n}
    if not te_weinig:
        return []
    letters = re.sub(r"[\W_]", "", gelezen)  # markup within a word makes no difference
    beschikbaar = {woord: letters.count(woord) for woord in te_weinig}
    uit: dict[int, str] = {}
    gezien: Counter[str] = Counter()
    for nummer, woord in regels:
        klein = woord.casefold()
        gezien[klein] += 1
        if gezien[klein] > beschikbaar.get(klein, gezien[klein]):
            uit.setdefault(nummer, woord)
    return list(uit.items())


def _genummerd(markdown: Markdown) -> Iterator[tuple[int, str]]:
    yield from zip(markdown.herkomst, markdown.regels, strict=True)


def _woorden(regel: str) -> list[str]:
    for patroon in _GEEN_TEKST:
        regel = patroon.sub(r"\1" if patroon.groups else " ", regel)
    return re.findall(r"[^\W_]+", html.unescape(regel))


def _teksten(ast: Any) -> Iterator[str]:
    """Return every text in an AST: words, addresses, names and values of attributes."""
    if isinstance(ast, str):
        yield ast
    elif isinstance(ast, list):
        for x in ast:
            yield from _teksten(x)
    elif isinstance(ast, dict):
        for sleutel, x in ast.items():
            if sleutel != "t":
                yield from _teksten(x)
