"""Estimates with their intervals."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.stijl import Stijl

PER_SD = ("coef_sd", "ci_sd_laag", "ci_sd_hoog")
"""Columns of a coefficient per standard deviation of the factor, with its interval."""


def teken_schattingen(
    ax: Axes,
    y: np.ndarray,
    tabel: pd.DataFrame,
    stijl_: Stijl,
    *,
    kolommen: tuple[str, str, str] = PER_SD,
    maat: float = 5.5,
    open_: np.ndarray | None = None,
) -> None:
    """Draw point estimates with their intervals; rows without an estimate stay empty.

    Args:
        y: place of each row of `tabel`.
        kolommen: the columns with estimate, lower and upper bound.
        maat: size of the markers.
        open_: per row whether its marker is open instead of filled.
    """
    punt, laag, hoog = (tabel[kolom].to_numpy(float) for kolom in kolommen)
    leeg = np.zeros(len(punt), bool) if open_ is None else open_
    # a mean of draws can lie outside their quantiles; a bar of matplotlib cannot
    naast = (punt < laag) | (punt > hoog)
    if naast.any():
        ax.hlines(y[naast], laag[naast], hoog[naast], color=stijl_.kleur, linewidth=1.2)
    laag, hoog = np.where(naast, punt, laag), np.where(naast, punt, hoog)
    for welke, vulling, rand in ((~leeg, stijl_.kleur, stijl.WIT), (leeg, stijl.WIT, stijl_.kleur)):
        if welke.any():
            ax.errorbar(
                punt[welke],
                y[welke],
                xerr=np.vstack([punt - laag, hoog - punt])[:, welke],
                fmt=str(stijl_.teken),
                color=stijl_.kleur,
                markersize=maat,
                markerfacecolor=vulling,
                markeredgecolor=rand,
                markeredgewidth=0.5 if rand == stijl.WIT else 1.0,
                elinewidth=1.2,
                zorder=3,
            )


def verspreid(rijen: int, i: int, aantal: int, afstand: float) -> np.ndarray:
    """Return where the i-th of `aantal` estimates of every row stands, side by side around it."""
    return np.arange(rijen) + (i - (aantal - 1) / 2) * afstand


def nul_erbuiten(tabel: pd.DataFrame) -> pd.Series:
    """Tell for every row whether its interval per standard deviation leaves out zero."""
    return (tabel["ci_sd_laag"] > 0) | (tabel["ci_sd_hoog"] < 0)
