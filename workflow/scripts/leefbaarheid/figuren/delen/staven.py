"""Stacked horizontal bars: shares or counts that add up, contributions to either side of zero."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import maten
from leefbaarheid.figuren.delen.labels import tekst_bij
from leefbaarheid.figuren.delen.legenda import puntsleutel
from leefbaarheid.figuren.delen.stijl import DIMENSIESTIJL, Stijl
from leefbaarheid.figuren.delen.tekstmaat import tekstbreedte

SOMSTIJL = Stijl(stijl.INKT, teken="D")


def stapel(
    ax: Axes,
    y: Sequence[float] | np.ndarray,
    lagen: Iterable[tuple[Stijl, np.ndarray]],
    opmaak: Callable[[float], str],
    dikte: float = 0.78,
) -> np.ndarray:
    """Draw stacked horizontal bars, with their numbers where they fit; return their ends.

    The limits of the x axis have been set.

    Args:
        y: middle of each bar.
        lagen: of each layer how it looks, and its length in each bar.
        opmaak: writes a number.
        dikte: height of a bar.
    """
    begin = np.zeros(len(y))
    for stijl_, waarden in lagen:
        ax.barh(y, waarden, left=begin, height=dikte, **stijl_.vlak)
        _zet_getallen(ax, y, waarden, begin, stijl_, opmaak)
        begin = begin + waarden
    return begin


def _zet_getallen(
    ax: Axes,
    y: Sequence[float] | np.ndarray,
    waarden: np.ndarray,
    begin: np.ndarray,
    stijl_: Stijl,
    opmaak: Callable[[float], str],
) -> None:
    """Write the numbers of one layer in its bars, where they fit."""
    laag, hoog = ax.get_xlim()
    per_cm = (hoog - laag) / maten(ax)[0]
    # a plain ground around the number, so that the hatch does not run through it
    grond = stijl_.kleur if stijl_.arcering else ""
    kleur = stijl.tekstkleur(stijl_.kleur)
    for rij, waarde, links in zip(y, waarden, begin, strict=True):
        tekst = opmaak(waarde)
        if waarde > 0 and tekstbreedte(tekst) + 0.06 <= waarde / per_cm:
            tekst_bij(ax, tekst, (links + waarde / 2, rij), kleur=kleur, grond=grond)


def bijdragen(ax: Axes, per_dimensie: Mapping[str, np.ndarray], dikte: float) -> None:
    """Draw diverging stacked bars: positive parts to the right of zero, negative to the left.

    Args:
        per_dimensie: dimension -> its contribution in each row.
        dikte: height of a bar.
    """
    rechts = links = np.zeros(len(next(iter(per_dimensie.values()))))
    y = np.arange(len(rechts), dtype=float)
    for dimensie, waarden in per_dimensie.items():
        begin = np.where(waarden >= 0, rechts, links)
        ax.barh(y, waarden, left=begin, height=dikte, **DIMENSIESTIJL[dimensie].vlak)
        rechts, links = rechts + waarden.clip(min=0), links + waarden.clip(max=0)


def sommen(ax: Axes, waarden: np.ndarray) -> None:
    """Mark what the contributions of each row add up to."""
    ax.plot(
        waarden,
        np.arange(len(waarden)),
        linestyle="none",
        marker=SOMSTIJL.teken,
        color=SOMSTIJL.kleur,
        markeredgecolor=stijl.WIT,
    )


def somsleutel(naam: str) -> Line2D:
    """Return the legend entry of `sommen`."""
    return puntsleutel(SOMSTIJL, naam, rand=1.0)
