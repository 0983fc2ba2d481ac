"""What stands in the cells of a csv: text, numbers with a decimal point, and what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Getallen = NDArray[np.float64]
"""One number per row of a table; NaN where there is none."""
Masker = NDArray[np.bool_]
"""One yes or no per row of a table."""

ONTBREKEND = frozenset({"", "NA", "."})
"""Cells that say that there is no value: empty, as R and pandas write it, as the CBS does."""
# The CBS writes a code for missing, unknown or secret numbers: -99995, -99997, -99999, -99999999.
_CODE_ONTBREKEND = re.compile(r"-(?:9999\d|99999999)(?:\.0+)?", re.ASCII)
# "1e-05" is how R and Python write it; "1.23E+05" how a rekenblad shortens it, and loses digits
_GETAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.ASCII)
_DECIMALE_KOMMA = re.compile(r"[+-]?\d+,\d+(?:[eE][+-]?\d+)?", re.ASCII)


@dataclass(frozen=True)
class Brontabel:
    """A source table as text, with where each row stands in the file.

    Attributes:
        pad: the file.
        cellen: one str column per csv column, whitespace at the ends removed.
        regels: line number in the file at which each row begins (header = 1).
    """

    pad: Path
    cellen: pd.DataFrame
    regels: NDArray[np.int_]


def is_getal(cel: str) -> bool:
    """Tell whether a cell is a number with a decimal point: "4.13" or "1e-05", not "nan"."""
    return _GETAL.fullmatch(cel) is not None


def is_decimale_komma(cel: str) -> bool:
    """Tell whether a cell is a number with a decimal comma ("4,13")."""
    return _DECIMALE_KOMMA.fullmatch(cel) is not None


def is_ontbrekend(cel: str) -> bool:
    """Tell whether a cell says that there is no value: "", "NA", "." or an official code."""
    if not cel.startswith("-9"):
        return cel in ONTBREKEND
    return _CODE_ONTBREKEND.fullmatch(cel) is not None


def naar_getallen(cellen: Sequence[str]) -> tuple[Getallen, Masker]:
    """Return the cells as floats (NaN for missing or unreadable) and a mask of the unreadable."""
    leesbaar = np.fromiter(map(is_getal, cellen), dtype=bool, count=len(cellen))
    leeg = np.fromiter(map(is_ontbrekend, cellen), dtype=bool, count=len(cellen))
    getallen = np.full(len(cellen), np.nan)
    goed = leesbaar & ~leeg
    getallen[goed] = [float(cel) for cel, g in zip(cellen, goed, strict=True) if g]
    getallen[np.isinf(getallen)] = np.nan
    return getallen, np.isnan(getallen) & ~leeg


def getallen_per_kolom(
    bron: Brontabel, kolommen: Iterable[str]
) -> tuple[dict[str, Getallen], dict[str, Masker]]:
    """Return floats and a mask of unreadable cells, both by column."""
    paren = {k: naar_getallen(bron.cellen[k].tolist()) for k in kolommen}
    return {k: p[0] for k, p in paren.items()}, {k: p[1] for k, p in paren.items()}


def naam_of_code(cellen: pd.DataFrame, naam: str, code: str) -> pd.Series[str]:
    """Return the names, which are for display only; the code where a name is missing."""
    namen = cellen[naam] if naam in cellen else cellen[code]
    return namen.where(~namen.isin(ONTBREKEND), cellen[code]).astype(str)


def past(cellen: Iterable[str], patroon: re.Pattern[str]) -> Masker:
    """Tell which cells have the form of a pattern as a whole."""
    return np.fromiter((patroon.fullmatch(cel) is not None for cel in cellen), dtype=bool)
