"""Points with an edge, so that they stay apart where they touch."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from leefbaarheid.figuren.delen.stijl import Stijl

MEEST_PUNTEN = 1500
"""So many points of one kind a figure has at most: more weigh, and lie over one another."""


def dun_uit(tabel: pd.DataFrame, op: str, hoogste: int = MEEST_PUNTEN) -> tuple[pd.DataFrame, int]:
    """Return every k-th row along a column, so that at most `hoogste` are left, and k.

    Along the column, so that what is left lies as the whole does. With k = 1 it is the table.

    Args:
        tabel: what would be drawn.
        op: the column to go along.
        hoogste: how many rows are left at most.
    """
    stap = -(-len(tabel) // hoogste) if hoogste else 1
    if stap <= 1:
        return tabel, 1
    gekozen = tabel.sort_values(op, kind="stable").index[::stap]
    return tabel[tabel.index.isin(gekozen)], stap


def zoveelste(naam: str, stap: int) -> str:
    """Return a name for the key, with what part of the points is drawn where it is a part."""
    return naam if stap == 1 else f"{naam} (één op de {stap} getekend)"


def teken_punten(
    ax: Axes,
    x: ArrayLike,
    y: ArrayLike,
    stijl_: Stijl,
    *,
    maat: float,
    rand: float,
    zorder: float = 1,
    afgeknipt: bool = True,
) -> None:
    """Draw points that look like their group.

    Args:
        x, y: places in data, or one place.
        maat: area of a point in square points.
        rand: width of its edge in points.
        zorder: what is drawn over what.
        afgeknipt: what lies outside the plot is not drawn.
    """
    ax.scatter(
        x,
        y,
        s=maat,
        marker=stijl_.teken,
        color=stijl_.kleur,
        edgecolor=stijl_.rand,
        linewidth=rand,
        zorder=zorder,
        clip_on=afgeknipt,
    )
