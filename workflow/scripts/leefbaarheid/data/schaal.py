"""Columns that mix two scales: a rekenblad read "1.261" as 1261 in some cells and not in others."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from leefbaarheid.data.cellen import Getallen, Masker

# AANNAME: een kolom mengt twee schalen als de hele getallen van 1.000 of meer ten minste dertig
#   keer zo groot zijn als al het andere, en gedeeld door duizend wel bij de rest passen.
KLOOF = 30.0
DUIZEND = 1000.0
_HEEL = re.compile(r"[+-]?\d+", re.ASCII)
_DRIE = re.compile(r"[+-]?\d{1,3}\.\d{3}", re.ASCII)
_BREUK = re.compile(r"[+-]?\d*\.\d*[1-9]\d*", re.ASCII)


def duizendvoud(cellen: Sequence[str], getallen: Getallen) -> Masker | None:
    """Return which cells stand on a scale that is a thousand times the other, or None.

    Two patterns are found: whole numbers of 1 000 or more, far above all other cells, that fit
    with them when divided by 1 000; and cells with exactly three decimals among whole numbers,
    that fit with those when multiplied by 1 000 ("26.580" among 26580).

    Args:
        cellen: the cells as text.
        getallen: the same as numbers; NaN for missing.
    """
    heel = _past(_HEEL, cellen)
    absoluut = np.abs(getallen)
    telt = np.isfinite(getallen) & (absoluut > 0)
    groot = telt & heel & (absoluut >= DUIZEND)
    if _is_kloof(absoluut[groot], absoluut[telt & ~groot]):
        return groot
    drie = telt & _past(_DRIE, cellen)
    anders = telt & _past(_BREUK, cellen) & ~drie
    hele = absoluut[telt & heel]
    if drie.any() and hele.size and not anders.any() and _past_bij(absoluut[drie] * DUIZEND, hele):
        return telt & heel
    return None


def _past(patroon: re.Pattern[str], cellen: Sequence[str]) -> Masker:
    return np.fromiter((patroon.fullmatch(cel) is not None for cel in cellen), dtype=bool)


def _is_kloof(groot: NDArray[np.float64], rest: NDArray[np.float64]) -> bool:
    if not groot.size or not rest.size or groot.min() < KLOOF * rest.max():
        return False
    return _past_bij(groot / DUIZEND, rest)


def _past_bij(waarden: NDArray[np.float64], rest: NDArray[np.float64]) -> bool:
    """Tell whether the middle of the values lies among the rest, give or take a factor ten."""
    midden = float(np.median(waarden))
    return bool(rest.min() / 10 <= midden <= rest.max() * 10)
