"""Text that is damaged or hides something: control characters, lost accents, endless names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout

LANGSTE_NAAM = 150
"""Most characters of the name of a column, wijk or gemeente."""
LANGSTE_CEL = 2000
_VERDACHT = re.compile(r"[^\n\x20-\x7e]")
_KORT = {"naam", "factor", "label", "eenheid", "peiljaar", "concept"}


def weiger_onzichtbaar(
    pad: Path, kop: Iterable[str], rijen: Iterable[list[str]], regels: Iterable[int]
) -> None:
    """Refuse cells with what a reader cannot see, accents that were lost, or no end.

    Raises:
        InvoerFout: a control or zero-width character, U+FFFD, UTF-8 that was read as Windows-1252
            ("BelgiÃ«"), a cell of more than `LANGSTE_CEL` or a column name of more than
            `LANGSTE_NAAM` characters.
    """
    kop = list(kop)
    for naam in kop:
        _weiger_cel(pad, 1, None, naam, LANGSTE_NAAM)
    for rij, regel in zip(rijen, regels, strict=True):
        heel = "".join(rij)
        if len(heel) <= LANGSTE_NAAM and not _VERDACHT.search(heel):
            continue
        for naam, cel in zip(kop, rij, strict=False):
            if len(cel) > LANGSTE_NAAM or _VERDACHT.search(cel):
                kort = naam in _KORT or naam.endswith("_naam")
                langste = LANGSTE_NAAM if kort else LANGSTE_CEL
                _weiger_cel(pad, regel, naam, cel, langste)


def _weiger_cel(pad: Path, regel: int, kolom: str | None, cel: str, langste: int) -> None:
    if len(cel) > langste:
        raise InvoerFout(
            f"deze tekst telt {len(cel)} tekens; hoogstens {langste} is goed",
            bestand=pad,
            regel=regel,
            kolom=kolom and kolom[:60],
            waarde=cel[:60] + " ...",
            remedie="Kort de tekst in. Staat er meer dan één cel in, dan klopt een aanhalingsteken "
            "of scheidingsteken niet.",
        )
    kern = cel.strip()
    teken = next((t for t in kern if _is_verborgen(t)), None)
    if teken is not None:
        raise InvoerFout(
            f"in deze cel staat een onzichtbaar teken (U+{ord(teken):04X})",
            bestand=pad,
            regel=regel,
            kolom=kolom,
            waarde="".join("·" if _is_verborgen(t) else t for t in kern)[:60],
            remedie="Haal het teken weg (op de plaats van de punt in het midden): typ de cel "
            "opnieuw.",
        )
    if "\ufffd" in kern or _is_dubbel_gecodeerd(kern):
        raise InvoerFout(
            "letters met een accent zijn in dit bestand verminkt",
            bestand=pad,
            regel=regel,
            kolom=kolom,
            waarde=kern[:60],
            remedie="Het bestand is met een verkeerde codering geopend en opgeslagen; haal het "
            "oorspronkelijke bestand opnieuw op.",
        )


def _is_verborgen(teken: str) -> bool:
    """Tell whether a character has no shape of its own: controls, zero width, direction marks."""
    return teken != "\n" and unicodedata.category(teken) in {"Cc", "Cf", "Co", "Cn", "Zl", "Zp"}


def _is_dubbel_gecodeerd(tekst: str) -> bool:
    """Tell whether UTF-8 was read as Windows-1252 and written again: "é" became "Ã©"."""
    if tekst.isascii():
        return False
    try:
        return tekst.encode("cp1252").decode("utf-8") != tekst
    except (UnicodeEncodeError, UnicodeDecodeError):
        return False
