"""Many vertical strokes side by side."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from leefbaarheid.figuren.delen.blad import cm_in_pt, maten


def streepdikte(ax: Axes, aantal: int, deel: float) -> float:
    """Return the width in points of strokes side by side that take a part of the room."""
    return deel * cm_in_pt(maten(ax)[0]) / max(aantal, 40)


def teken_strepen(
    ax: Axes,
    x: np.ndarray,
    onder: np.ndarray,
    boven: np.ndarray,
    *,
    kleur: str,
    dikte: float,
    zorder: float = 1,
) -> None:
    """Draw vertical strokes as one path, which keeps the file small."""
    punten = np.column_stack([x, onder, x, boven]).reshape(-1, 2)
    pad = Path(punten, np.tile([Path.MOVETO, Path.LINETO], len(x)))
    ax.add_patch(
        PathPatch(pad, fill=False, edgecolor=kleur, linewidth=dikte, capstyle="butt", zorder=zorder)
    )
