"""The classes of the Leefbaarometer as bands behind an axis of scores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes

from leefbaarheid.basis.begrippen import KLASSENAMEN
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import maten
from leefbaarheid.figuren.delen.labels import noteer
from leefbaarheid.figuren.delen.tekstmaat import regelhoogte, tekstbreedte


class _Band(NamedTuple):
    """The part of a class that is in the plot: index from 0, and its edges as scores."""

    nummer: int
    onder: float
    boven: float

    @property
    def naam(self) -> str:
        return KLASSENAMEN[self.nummer]

    @property
    def midden(self) -> float:
        return (self.onder + self.boven) / 2


def klassebanden(ax: Axes, grenzen: Sequence[float], *, liggend: bool = True) -> None:
    """Draw the class bands behind an axis of scores whose limits have been set, with their names.

    Args:
        grenzen: the eight cut points.
        liggend: scores on the y axis: bands lie, names at the left inside the plot; else scores
            on the x axis: bands stand, names above the plot in turn at two heights.
    """
    laag, hoog = ax.get_ylim() if liggend else ax.get_xlim()
    per_cm = (hoog - laag) / maten(ax)[1 if liggend else 0]
    randen = [float(rand) for rand in np.clip([-np.inf, *grenzen, np.inf], laag, hoog)]
    for nummer in range(len(KLASSENAMEN)):
        band = _Band(nummer, randen[nummer], randen[nummer + 1])
        if band.onder >= band.boven:
            continue
        _teken_band(ax, band, laag, liggend)
        if liggend and (band.boven - band.onder) / per_cm >= 1.5 * regelhoogte():
            _naam_in_band(ax, band)
        elif not liggend and _ruimte_boven(band, randen) / per_cm >= tekstbreedte(band.naam) + 0.1:
            _naam_boven_band(ax, band)


def _teken_band(ax: Axes, band: _Band, laag: float, liggend: bool) -> None:
    """Draw one band, and its lower edge where that is in the plot."""
    kleur = stijl.BAND_DONKER if band.nummer % 2 else stijl.BAND_LICHT
    vlak, streep = (ax.axhspan, ax.axhline) if liggend else (ax.axvspan, ax.axvline)
    vlak(band.onder, band.boven, facecolor=kleur, edgecolor="none", zorder=0)
    if band.onder > laag:
        streep(band.onder, color=stijl.LIJN, linewidth=0.5, zorder=0.5)


def _ruimte_boven(band: _Band, randen: Sequence[float]) -> float:
    """Return how wide a name above a standing band may be, as a difference of scores.

    It may stick out over its neighbours, which have their names at the other height.
    """
    i = band.nummer
    buren = min(randen[i + 2 : i + 3], default=band.boven) - band.boven
    buren = min(buren, band.onder - max(randen[i - 1 : i], default=band.onder))
    return band.boven - band.onder + buren


def _naam_in_band(ax: Axes, band: _Band) -> None:
    stelsel = ax.get_yaxis_transform()
    noteer(ax, band.naam, (0, band.midden), (3, 0), stelsel, va="center_baseline")


def _naam_boven_band(ax: Axes, band: _Band) -> None:
    hoogte = 2 + band.nummer % 2 * stijl.KLEIN_PT * 1.15
    noteer(ax, band.naam, (band.midden, 1), (0, hoogte), ax.get_xaxis_transform(), ha="center")
