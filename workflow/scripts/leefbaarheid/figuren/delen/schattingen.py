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
) -> None:
    """Draw point estimates with their intervals; rows without an estimate stay empty.

    Args:
        y: place of each row of `tabel`.
        kolommen: the columns with estimate, lower and upper bound.
        maat: size of the markers.
    """
    punt, laag, hoog = (tabel[kolom].to_numpy(float) for kolom in kolommen)
    ax.errorbar(
        punt,
        y,
        xerr=np.vstack([punt - laag, hoog - punt]),
        fmt=str(stijl_.teken),
        color=stijl_.kleur,
        markersize=maat,
        markeredgecolor=stijl.WIT,
        markeredgewidth=0.5,
        elinewidth=1.2,
        zorder=3,
    )


def verspreid(rijen: int, i: int, aantal: int, afstand: float) -> np.ndarray:
    """Return where the i-th of `aantal` estimates of every row stands, side by side around it."""
    return np.arange(rijen) + (i - (aantal - 1) / 2) * afstand


def nul_erbuiten(tabel: pd.DataFrame) -> pd.Series:
    """Tell for every row whether its interval per standard deviation leaves out zero."""
    return (tabel["ci_sd_laag"] > 0) | (tabel["ci_sd_hoog"] < 0)
