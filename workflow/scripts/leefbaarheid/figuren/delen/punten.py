"""Points with an edge, so that they stay apart where they touch."""

from __future__ import annotations

from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from leefbaarheid.figuren.delen.stijl import Stijl


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
