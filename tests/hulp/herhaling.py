"""Sentences that return on one page with other numbers: what a table is for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from hulp.leesbaarheid import lopende_tekst
from leefbaarheid.basis.taal import TELWOORDEN

MEESTE = 3
"""So many times may one sentence stand on a page with other numbers."""
KORTSTE = 7
"""Words and numbers from which a sentence counts: "Zie tabel 3." may stand everywhere."""
_GETAL = re.compile(
    r"[+\-\N{MINUS SIGN}]?\d+(?:[.,]\d+)*%?|\b(?:geen|" + "|".join(TELWOORDEN[1:]) + r")\b", re.I
)


def zinnen(alinea: str) -> list[str]:
    """Return the sentences of a paragraph that count."""
    delen = re.split(r"(?<=[.?!;])\s+", alinea)
    return [zin for zin in delen if len(re.findall(r"\w+", zin)) >= KORTSTE]


def vorm(zin: str) -> str:
    """Return a sentence without its numbers, in figures or in words."""
    return re.sub(r"\s+", " ", _GETAL.sub("#", zin)).strip("-•.;:?! ").lower()


def _kaal(tekst: str) -> str:
    return re.sub(r"[^a-z0-9]", "", tekst.lower())


def te_vaak(zinnen_: Iterable[str]) -> dict[str, int]:
    """Return the sentences that stand in a text too often, without their numbers."""
    geteld = Counter(map(vorm, zinnen_))
    return {zin: n for zin, n in geteld.items() if n > MEESTE}


def te_vaak_per_bladzijde(qmd: str, bladzijden: Sequence[str]) -> list[tuple[int, str, int]]:
    """Return page, sentence and count of what returns too often, in the running text of a document.

    Cells of a table are no running text.

    Args:
        qmd: the Quarto source.
        bladzijden: the text of each page of its PDF.
    """
    alle = [zin for alinea in lopende_tekst(qmd) for zin in zinnen(alinea)]
    verdacht = {zin for zin in alle if vorm(zin) in te_vaak(alle)}
    fouten = []
    for nr, bladzijde in enumerate(bladzijden, start=1):
        kaal = _kaal(bladzijde)
        staat_er = [zin for zin in sorted(verdacht) if _kaal(zin) in kaal]
        fouten += [(nr, zin, n) for zin, n in te_vaak(staat_er).items()]
    return fouten
