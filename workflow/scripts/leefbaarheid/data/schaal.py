"""Columns that mix two scales: a rekenblad read "1.261" as 1261 in some cells and not in others."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from leefbaarheid.data.cellen import Getallen, Masker

# AANNAME: een kolom mengt twee schalen als de hele getallen van 1000 of meer ten minste dertig
#   keer zo groot zijn als al het andere, en gedeeld door duizend wel bij de rest passen; of als
#   alle hele getallen ten minste vijf keer zo groot zijn als alle gebroken, en in het midden zo'n
#   duizend keer.
#   Waarom: een rekenblad leest een punt in de ene cel als komma en in de andere als scheiding van
#   duizendtallen.
#   Gevolg: zo'n kolom stopt het rekenwerk met een melding; een menging die minder ver uiteenloopt,
#   valt hiermee niet op.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
KLOOF = 30.0
APART = 5.0
DUIZEND = 1000.0
_HEEL = re.compile(r"[+-]?\d+", re.ASCII)
_DRIE = re.compile(r"[+-]?\d{1,3}\.\d{3}", re.ASCII)
_BREUK = re.compile(r"[+-]?\d*\.\d*[1-9]\d*", re.ASCII)


def duizendvoud(cellen: Sequence[str], getallen: Getallen) -> Masker | None:
    """Return which cells stand on a scale that is a thousand times the other, or None.

    Three patterns are found: whole numbers of 1 000 or more, far above all other cells, that fit
    with them when divided by 1 000; whole numbers, all well above the cells with decimals, whose
    middle is about 1 000 times theirs ("0.981" became 981 as well); and cells with exactly three
    decimals among whole numbers, that fit with those when multiplied by 1 000 ("26.580" among
    26580).

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
    gebroken = telt & _past(_BREUK, cellen)
    if _is_duizend_hoger(absoluut[telt & heel], absoluut[gebroken]):
        return telt & heel
    drie = telt & _past(_DRIE, cellen)
    anders = gebroken & ~drie
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


def _is_duizend_hoger(heel: NDArray[np.float64], gebroken: NDArray[np.float64]) -> bool:
    """Tell whether whole numbers lie apart from broken ones, in the middle about 1 000 times."""
    if not heel.size or not gebroken.size or heel.min() < APART * gebroken.max():
        return False
    keer = float(np.median(heel) / np.median(gebroken))
    return DUIZEND / 4 <= keer <= DUIZEND * 4


def _past_bij(waarden: NDArray[np.float64], rest: NDArray[np.float64]) -> bool:
    """Tell whether the middle of the values lies among the rest, give or take a factor ten."""
    midden = float(np.median(waarden))
    return bool(rest.min() / 10 <= midden <= rest.max() * 10)
