"""Cells of official files: numbers of four formats, and what each uses for missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from leefbaarheid.basis.fouten import InvoerFout, en_nog
from leefbaarheid.data.cellen import (
    ONTBREKEND,
    Getallen,
    is_decimale_komma,
    is_getal,
    is_ontbrekend,
)
from leefbaarheid.data.getalvorm import vorm_van

CODES = (-99995.0, -99996.0, -99997.0, -99998.0, -99999.0, -99999999.0)
"""Numbers that the CBS writes for missing, secret or not applicable, where cells are numbers."""


def als_tekst(cel: object) -> str:
    """Return a cell as the text a person sees: 1011.0 in a worksheet is "1011"."""
    if cel is None:
        return ""
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    return str(cel).strip()


def als_getallen(
    cellen: Sequence[object], regels: Sequence[int], pad: Path, kolom: str, *, komma: bool = False
) -> Getallen:
    """Return the cells of a column as floats, NaN for missing.

    Args:
        cellen: numbers or text, one per row.
        regels: line in the file of each row.
        pad, kolom: for the message.
        komma: a decimal comma is how this format writes numbers.

    Raises:
        InvoerFout: a cell that is neither a number nor a code for missing; the first, and how many
            more there are.
    """
    uit = np.full(len(cellen), np.nan)
    fout: list[int] = []
    for i, cel in enumerate(cellen):
        waarde = _getal(cel, komma)
        if waarde is None:
            fout.append(i)
        else:
            uit[i] = waarde
    if fout:
        tekst = als_tekst(cellen[fout[0]])
        vorm = vorm_van(tekst)
        raise InvoerFout(
            f"{vorm.wat}{en_nog(len(fout))}",
            bestand=pad,
            regel=regels[fout[0]],
            kolom=kolom,
            waarde=tekst,
            remedie="Neem het bestand zoals de uitgever het geeft, of noem in het recept een kolom "
            "met getallen.",
        )
    return uit


def _getal(cel: object, komma: bool) -> float | None:
    """Return a number, NaN for missing, None for what is neither."""
    if isinstance(cel, bool):
        return None
    if isinstance(cel, (int, float)):
        return float("nan") if float(cel) in CODES else float(cel)
    tekst = als_tekst(cel)
    if komma and is_decimale_komma(tekst):
        tekst = tekst.replace(",", ".")
    if tekst in ONTBREKEND or is_ontbrekend(tekst):
        return float("nan")
    return float(tekst) if is_getal(tekst) else None
