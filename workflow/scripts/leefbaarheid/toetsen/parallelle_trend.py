"""How much a difference between two groups depends on their having run parallel.

Confidence sets that stay valid when the trends differ after the base year, but not much more than
they did before it: relative magnitudes, Delta^RM(Mbar), of Rambachan & Roth (2023, Review of
Economic Studies 90). With delta the difference in trend, the change of delta per step after the
base year is at most Mbar times the largest one before it. A step is a measurement, or a year where
measurements are not equally far apart: the changes are then divided by the years between them,
which is a change of scale and leaves the method as it is.

For one year after the base the constraints on the years between drop out (Fourier-Motzkin): the
difference in trend is then at most Mbar x steps x the largest change before. Which change before
is the largest, and its sign, is not known; the set is the union over both. For each of them there
are two moments, and the test is the hybrid of Andrews, Roth & Pakes (2023, Review of Economic
Studies 90): first the least favourable critical value at level alfa / 10, then the conditional one
at what is left. As in the authors' R package HonestDiD, of which the moments of the years after are
taken only, and the upper truncation is left open.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

DEEL_EERSTE_STAP = 10
ROOSTER = 2001
"""Points of the grid in which a bound is looked for; twice, the second time between two points."""
GRENS_MBAR = 10.0
"""The breakdown value is looked for up to here,"""
GROVE_STAP = 0.05
"""first in steps of this size, then of a thousandth."""


@dataclass(frozen=True)
class Verschil:
    """Estimates of one year after the base year, and of the changes before it.

    Attributes:
        schatting: the difference between the groups at that year less that at the base year.
        stappen: steps from the base year to that year.
        voor: (P,) change of the difference per step, for every step before the base year.
        covariantie: (1 + P, 1 + P) of `schatting` and `voor`.
    """

    schatting: float
    stappen: float
    voor: np.ndarray
    covariantie: np.ndarray


def robuuste_grenzen(v: Verschil, mbar: float, alfa: float = 0.05) -> tuple[float, float]:
    """Return the smallest and largest difference that a test at level `alfa` does not reject.

    With `mbar` 0 the trends are parallel, and this is the ordinary (normal) interval.
    """
    se = np.sqrt(np.diag(v.covariantie))
    if mbar == 0:
        halve = special.ndtri(1 - alfa / 2) * se[0]
        return float(v.schatting - halve), float(v.schatting + halve)
    ruimte = mbar * v.stappen
    straal = ruimte * np.abs(v.voor).max() + 6 * (se[0] + ruimte * se[1:].max())
    theta = v.schatting + np.linspace(-straal, straal, ROOSTER)
    binnen = theta[blijft_mogelijk(v, theta, np.array(mbar), alfa)]
    stap = theta[1] - theta[0]
    laag, hoog = (rand + np.linspace(-stap, stap, ROOSTER) for rand in (binnen[0], binnen[-1]))
    return (
        float(laag[blijft_mogelijk(v, laag, np.array(mbar), alfa)][0]),
        float(hoog[blijft_mogelijk(v, hoog, np.array(mbar), alfa)][-1]),
    )


def doorbreekwaarde(v: Verschil, alfa: float = 0.05) -> float:
    """Return the smallest Mbar at which the set holds zero: 0 where the interval has it already.

    At most `GRENS_MBAR`; to three decimals.
    """
    laag, hoog = robuuste_grenzen(v, 0.0, alfa)
    if laag <= 0 <= hoog:
        return 0.0
    grof = np.arange(1, GRENS_MBAR / GROVE_STAP + 1) * GROVE_STAP
    met_nul = blijft_mogelijk(v, np.zeros(1), grof, alfa)
    if not met_nul.any():
        return GRENS_MBAR
    fijn = grof[met_nul][0] - np.arange(round(GROVE_STAP * 1000))[::-1] / 1000
    return float(round(fijn[blijft_mogelijk(v, np.zeros(1), fijn, alfa)][0], 3))


def blijft_mogelijk(
    v: Verschil, theta: np.ndarray, mbar: np.ndarray, alfa: float = 0.05
) -> np.ndarray:
    """Tell which differences are not rejected, as `theta` and `mbar` broadcast.

    Args:
        v: the estimates.
        theta: differences to test.
        mbar: how much larger than before the difference in trend may be, more than 0.
        alfa: level of the test.
    """
    mogelijk = np.zeros(np.broadcast(theta, mbar).shape, dtype=bool)
    for s in range(len(v.voor)):
        for teken in (1, -1):
            mogelijk |= ~_verwerpt(v, theta, mbar * v.stappen, s, teken, alfa)
    return mogelijk


def _verwerpt(
    v: Verschil, theta: np.ndarray, ruimte: np.ndarray, s: int, teken: int, alfa: float
) -> np.ndarray:
    """Test the two moments |estimate - theta| <= `ruimte` x change, for one change and sign."""
    marge = ruimte * teken * v.voor[s]
    var_b, var_d = v.covariantie[0, 0], v.covariantie[1 + s, 1 + s] * ruimte**2
    cov = teken * v.covariantie[0, 1 + s] * ruimte
    boven, onder = np.sqrt(var_b + var_d - 2 * cov), np.sqrt(var_b + var_d + 2 * cov)
    rho = (var_d - var_b) / (boven * onder)
    een, ander = (v.schatting - theta - marge) / boven, (theta - v.schatting - marge) / onder
    grootste, kleinste = np.maximum(een, ander), np.minimum(een, ander)
    kappa = alfa / DEEL_EERSTE_STAP
    rest = (alfa - kappa) / (1 - kappa)
    # the largest of the two is known to exceed this, given what is independent of it
    vanaf = (kleinste - rho * grootste) / (1 - rho)
    voorwaardelijk = np.maximum(0.0, -special.ndtri(rest * special.ndtr(-vanaf)))
    return np.asarray((grootste > ongunstigst(rho, kappa)) | (grootste > voorwaardelijk))


def ongunstigst(rho: np.ndarray, kappa: float) -> np.ndarray:
    """Return the 1 - kappa quantile of the larger of two standard normals with correlation `rho`.

    P(both <= c) = Phi(c) - 2 T(c, a) with a^2 = (1 - rho) / (1 + rho) and T that of Owen (1956,
    Annals of Mathematical Statistics 27).
    """
    rho = np.clip(np.asarray(rho, dtype=float), -1 + 1e-12, 1 - 1e-12)
    a = np.sqrt((1 - rho) / (1 + rho))
    laag = np.full(rho.shape, special.ndtri(1 - kappa))
    hoog = np.full(rho.shape, special.ndtri(1 - kappa / 2))
    for _ in range(30):
        midden = (laag + hoog) / 2
        te_klein = special.ndtr(midden) - 2 * special.owens_t(midden, a) < 1 - kappa
        laag, hoog = np.where(te_klein, midden, laag), np.where(te_klein, hoog, midden)
    return np.asarray((laag + hoog) / 2)
