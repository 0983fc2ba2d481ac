"""Lines per group against years or settings; the only use of seaborn beside bars and histograms."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from leefbaarheid.figuren.delen.stijl import Stijl


def teken_lijnen(
    ax: Axes,
    tabel: pd.DataFrame,
    x: str,
    y: str,
    groep: str,
    stijlen: Mapping[str, Stijl],
    *,
    afgeknipt: bool = True,
) -> None:
    """Draw column `y` against `x`, one line per value of column `groep`.

    Args:
        stijlen: value -> how its line looks, in the order of drawing.
        afgeknipt: what lies outside the plot is not drawn.
    """
    sns.lineplot(
        tabel,
        x=x,
        y=y,
        hue=groep,
        style=groep,
        hue_order=list(stijlen),
        style_order=list(stijlen),
        palette={naam: s.kleur for naam, s in stijlen.items()},
        dashes={naam: s.streep or "" for naam, s in stijlen.items()},
        markers={naam: s.teken for naam, s in stijlen.items()},
        errorbar=None,
        legend=False,
        ax=ax,
        clip_on=afgeknipt,
    )
    ax.set(xlabel="", ylabel="")
