"""What blocks say and how they are built, to tell whether two texts read the same."""

from __future__ import annotations

import json
from typing import Any

from leefbaarheid.wijkanalyses.blokken import (
    OPMAAK,
    Blok,
    aanhalingsteken,
    bijschriftregels,
    cellen,
)

_RECHTE_AANHALING = {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}


def kenmerk(blokken: list[Blok]) -> list[Any]:
    """Return what blocks say and how they are built, free of how they were spelled.

    Two texts with the same kenmerk read the same: ids, column widths, the tightness of lists and
    typography (curly or straight quotes, -- or a dash) are left out.
    """
    return [_blok(blok["t"], blok.get("c"), blok) for blok in blokken]


def _blok(soort: str, inhoud: Any, blok: Blok) -> list[Any]:
    if soort in ("Para", "Plain"):
        return ["alinea", _inlines(inhoud)]
    if soort == "Header":
        return ["kop", inhoud[0], _inlines(inhoud[2])]
    if soort == "BulletList":
        return ["lijst", [kenmerk(punt) for punt in inhoud]]
    if soort == "OrderedList":
        return ["nummers", inhoud[0], [kenmerk(punt) for punt in inhoud[1]]]
    if soort == "BlockQuote":
        return ["citaat", kenmerk(inhoud)]
    if soort == "CodeBlock":
        return ["code", inhoud[1]]
    if soort == "Figure":
        (beeld,) = inhoud[2][0]["c"]
        return ["figuur", _bijschrift(inhoud[1]), beeld["c"][0][2], beeld["c"][2][0]]
    if soort == "Table":
        uitlijning = [kolom[0]["t"] for kolom in inhoud[2]]
        rijen = [[kenmerk(cel) for cel in rij] for rij in cellen(blok)]
        return ["tabel", _bijschrift(inhoud[1]), uitlijning, rijen]
    return ["anders", blok]  # not on the whitelist: equal to nothing that was let in


def _bijschrift(bijschrift: list[Any]) -> str:
    return _inlines(bijschriftregels(bijschrift))


def _inlines(inlines: list[Blok]) -> str:
    tekst = _aaneen(inlines).translate(_RECHTE_AANHALING)
    for getypt, gezet in (("---", "—"), ("--", "–"), ("...", "…")):
        tekst = tekst.replace(gezet, getypt)
    return " ".join(tekst.split())


def _aaneen(inlines: list[Blok]) -> str:
    return "".join(_inline(x["t"], x.get("c")) for x in inlines)


def _inline(soort: str, inhoud: Any) -> str:
    if soort == "Str":
        return str(inhoud)
    if soort in ("Space", "SoftBreak"):
        return " "
    if soort == "Quoted":
        teken = aanhalingsteken(inhoud)
        return teken + _inlines(inhoud[1]) + teken
    if soort in OPMAAK:
        return f"\x01{soort} {_aaneen(inhoud)}\x02"
    if soort == "Link":
        return f"\x01Link {_aaneen(inhoud[1])}\x01{inhoud[2][0]}\x02"
    if soort == "Code":
        return f"\x01Code {inhoud[1]}\x02"
    if soort == "Note":
        return f"\x01Note {json.dumps(kenmerk(inhoud))}\x02"
    return f"\x01{soort} {json.dumps(inhoud)}\x02"
