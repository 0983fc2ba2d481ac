"""The cluster jackknife: a figure made of means and sums of squares, its interval by gemeente.

The figure is made again without each gemeente in turn, and its variance is (G-1)/G times the sum of
squares of what that changes (MacKinnon, Nielsen & Webb 2023, Journal of Applied Econometrics 38).
For a difference of two means that is exactly CRV3 of the regression on a constant and the group.
The t distribution has the degrees of freedom of the side with fewest gemeenten, less one: with few
gemeenten on one side the others say little about it (as in `toetsen.vergelijkingswijken`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import special

from leefbaarheid.basis.redenen.analyse import AnalyseReden

TOETSKOLOMMEN = ("se", "ci_laag", "ci_hoog", "p")


def momenten(x: np.ndarray, codes: np.ndarray, G: int) -> np.ndarray:
    """Return n, sum and sum of squares (G+1, 3) of x: of all, and without each gemeente in turn.

    Args:
        x: (n,) values, none missing; best near zero, as sums of squares cancel otherwise.
        codes: (n,) number of the gemeente, 0..G-1; a gemeente may have no wijk here.
    """
    per_gemeente = np.stack(
        [np.bincount(codes, gewicht, minlength=G) for gewicht in (np.ones(len(x)), x, x**2)], axis=1
    )
    alles = per_gemeente.sum(axis=0)
    return np.vstack([alles, alles - per_gemeente])


def paarmomenten(x: np.ndarray, y: np.ndarray, codes: np.ndarray, G: int) -> np.ndarray:
    """Return n and the sums of x, y, x^2, y^2 and xy (G+1, 6), as `momenten` does for one value."""
    delen = (np.ones(len(x)), x, y, x**2, y**2, x * y)
    per_gemeente = np.stack([np.bincount(codes, d, minlength=G) for d in delen], axis=1)
    alles = per_gemeente.sum(axis=0)
    return np.vstack([alles, alles - per_gemeente])


def _kruisproducten(m: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the centred sums of x^2, y^2 and xy (G+1,) of pair moments."""
    n, x, y, xx, yy, xy = m.T
    n = np.maximum(n, 1)
    return xx - x**2 / n, yy - y**2 / n, xy - x * y / n


def correlatie(m: np.ndarray) -> np.ndarray:
    """Return the correlations (G+1,) of pair moments; NaN where either does not vary."""
    xx, yy, xy = _kruisproducten(m)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where((xx > 0) & (yy > 0), xy / np.sqrt(xx * yy), np.nan))


def lijn(m: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return intercept and slope (G+1,) of the least-squares line of y on x, of pair moments."""
    xx, _, xy = _kruisproducten(m)
    n = np.maximum(m[:, 0], 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        helling = np.where(xx > 0, xy / xx, np.nan)
    return (m[:, 2] - helling * m[:, 1]) / n, helling


def gemiddelde(m: np.ndarray) -> np.ndarray:
    """Return the means (G+1,) of moments; NaN where there are no wijken."""
    n = m[:, 0]
    return np.asarray(np.where(n > 0, m[:, 1] / np.maximum(n, 1), np.nan))


def standaarddeviatie(m: np.ndarray) -> np.ndarray:
    """Return the standard deviations (G+1,; divisor n - 1) of moments; NaN below two wijken."""
    n = m[:, 0]
    kwadraat = m[:, 2] - m[:, 1] ** 2 / np.maximum(n, 1)
    variantie = np.maximum(kwadraat, 0.0) / np.maximum(n - 1, 1)
    return np.asarray(np.where(n > 1, np.sqrt(variantie), np.nan))


def jackknife(waarden: np.ndarray, df: int) -> dict[str, float]:
    """Return se, ci_laag, ci_hoog (95 %) and p of a figure.

    Args:
        waarden: (G+1,) the figure itself, and without each gemeente in turn.
        df: degrees of freedom of the t distribution.
    """
    kern, zonder = waarden[0], waarden[1:]
    G = len(zonder)
    se = float(np.sqrt((G - 1) / G * ((zonder - kern) ** 2).sum()))
    marge = special.stdtrit(df, 0.975) * se
    p = float(2 * special.stdtr(df, -abs(kern) / se)) if se > 0 else np.nan
    return {"se": se, "ci_laag": kern - marge, "ci_hoog": kern + marge, "p": p}


def getoetst(waarden: np.ndarray, n_gemeenten: int, minimum: int) -> dict[str, Any]:
    """Return the interval of a figure, or the reason why there is none.

    Args:
        waarden: (G+1,) see `jackknife`.
        n_gemeenten: gemeenten on the side that has fewest. minimum: fewest that are enough.
    """
    leeg = dict.fromkeys(TOETSKOLOMMEN, np.nan)
    if n_gemeenten < minimum:
        reden = AnalyseReden.TE_WEINIG_GEMEENTEN_IN_GROEP.met(n=n_gemeenten, minimum=minimum)
        return leeg | {"reden": reden}
    if not np.isfinite(waarden[0]):
        return leeg | {"reden": AnalyseReden.GEEN_VERSCHILLEN.met()}
    if not np.isfinite(waarden).all():
        return leeg | {"reden": AnalyseReden.EEN_GEMEENTE_BESLIST.met()}
    return jackknife(waarden, n_gemeenten - 1) | {"reden": ""}
