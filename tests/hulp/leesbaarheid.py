"""How hard a text is to read: length of sentences, and the share of long words."""

from __future__ import annotations

import re
from typing import NamedTuple

LANG_WOORD = 9
"""Letters from which a Dutch word counts as long; compounds are common."""
LANGE_ZIN = 30
"""Words from which a sentence counts as long."""


class Maten(NamedTuple):
    """Of the running text: tables, captions, headings and literature do not count.

    Attributes:
        zinnen: number of sentences.
        woorden_per_zin: mean.
        lange_zinnen, lange_woorden: shares.
    """

    zinnen: int
    woorden_per_zin: float
    lange_zinnen: float
    lange_woorden: float


def lopende_tekst(qmd: str) -> list[str]:
    """Return the paragraphs and list items of a Quarto document, without markup."""
    tekst = re.sub(r"\A---\n.*?\n---\n", "", qmd, flags=re.S)
    tekst = re.sub(r"^:::.*$|^#.*$|^\|.*$|^!\[.*$|^ ?: .*$", "", tekst, flags=re.M)
    tekst = re.sub(r"\[@[^\]]*\]|\(?@(?:tbl|fig|sec)-[\w-]+\)?|\{[^}]*\}|`[^`]*`", "", tekst)
    tekst = re.sub(r"[*_>\\]", "", tekst)
    alineas = re.split(r"\n\s*\n|\n(?=- |\d+\. )", tekst)
    return [" ".join(alinea.split()) for alinea in alineas if re.search(r"[a-z]{3}", alinea)]


def meet(qmd: str) -> Maten:
    """Return the measures of a document."""
    zinnen = [
        zin
        for alinea in lopende_tekst(qmd)
        for zin in re.split(r"(?<=[.?!:;])\s+(?=[A-Z0-9‘])|(?<=;)\s+", alinea)
        if len(re.findall(r"[A-Za-zÀ-ÿ]+", zin)) > 2
    ]
    per_zin = [re.findall(r"[A-Za-zÀ-ÿ]+(?:[-'’][A-Za-zÀ-ÿ]+)*", zin) for zin in zinnen]
    woorden = [woord for zin in per_zin for woord in zin]
    return Maten(
        len(zinnen),
        len(woorden) / len(zinnen),
        sum(len(zin) >= LANGE_ZIN for zin in per_zin) / len(zinnen),
        sum(len(woord) >= LANG_WOORD for woord in woorden) / len(woorden),
    )
