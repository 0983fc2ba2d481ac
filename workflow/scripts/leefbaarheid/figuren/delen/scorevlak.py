"""A plot of scores over the years: the classes behind it, a tick at every measurement."""

from __future__ import annotations

from collections.abc import Iterable

from matplotlib.axes import Axes

from leefbaarheid.figuren.delen.assen import jaaras, scoreas, scorebereik
from leefbaarheid.figuren.delen.blad import maten
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.klassebanden import klassebanden


def scorevlak(
    ax: Axes, kader: Kader, scores: Iterable[float], *, klassenamen_cm: float, lucht: float
) -> None:
    """Prepare an axis for lines of scores: limits, class bands with names, years.

    Args:
        scores: what will be drawn; NaN is left out.
        klassenamen_cm: room at the left for the names of the classes.
        lucht: room at the right, as a share of the years.
    """
    eerste, laatste = kader.jaren[0], kader.jaren[-1]
    spanne = laatste - eerste
    goot = spanne * klassenamen_cm / (maten(ax)[0] - klassenamen_cm)
    ax.set_xlim(eerste - goot, laatste + spanne * lucht)
    ax.set_ylim(*scorebereik(scores))
    klassebanden(ax, kader.grenzen)
    jaaras(ax, kader.jaren, [kader.eindjaar])
    scoreas(ax)
