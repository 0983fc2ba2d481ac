"""A joint test of the last coefficients of a regression with few gemeenten.

The Wald statistic has the cluster-jackknife covariance (CRV3). With few and unequal gemeenten its F
distribution rejects too often, the more so the more coefficients are tested together; the p-value
is therefore that of the wild cluster bootstrap with the null imposed (MacKinnon, Nielsen & Webb
2023, Journal of Econometrics 232, section 5). The notation is that of `clusterproducten`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leefbaarheid.analyse.clusterproducten import BEPAALD, Clusterproducten
from leefbaarheid.analyse.gewichten import TREKKINGEN, kies_trekkingen

THEMA = 151
"""Part of the seed: draws of this module are independent of those of other modules."""
BLOK = 1 << 20
"""Numbers in memory at a time while drawing."""
GELIJK = 1e-9
"""Draws this near to the statistic, relatively, count as equal to it."""


class Waldtoets(NamedTuple):
    """F (Wald over its number of coefficients) and its bootstrap p-value; NaN: not to be tested."""

    f: float
    p: float


def waldtoets(
    producten: Clusterproducten, q: int, *, trekkingen: int = TREKKINGEN, zaad: int = 0
) -> Waldtoets:
    """Test that the last `q` coefficients are all zero.

    Args:
        producten: of the regression; the regressors to test are its last columns.
        q: number of coefficients.
        trekkingen, zaad: of the bootstrap. Weights are Rademacher's, or Webb's with few gemeenten;
            when all vectors fit in the draws each is used once.

    Returns:
        F and p: the share of draws with an F at least as large; the data count as one draw. NaN
        where some gemeente decides on its own whether a coefficient can be estimated.
    """
    p = producten
    waarden = np.linalg.eigvalsh(np.eye(p.K) - p.A)
    if (waarden < BEPAALD**2).any():
        return Waldtoets(np.nan, np.nan)
    rest = np.linalg.inv(np.eye(p.K) - p.A)
    # the first columns of Q span the other regressors, so the null takes the last ones out
    gamma = np.linalg.solve(p.R_inv, p.coef)
    scores = p.scores + p.A[:, :, -q:] @ gamma[-q:]
    f = _statistiek(np.ones((p.G, 1)), scores, rest, p.R_inv, q)[0]
    if not np.isfinite(f):
        return Waldtoets(np.nan, np.nan)
    eigen = int(np.random.default_rng([zaad, THEMA]).integers(2**63))
    gewichten = kies_trekkingen(p.G, trekkingen, eigen)
    minstens = sum(
        int((_statistiek(v, scores, rest, p.R_inv, q) >= f * (1 - GELIJK)).sum())
        for v in gewichten.blokken(max(1, BLOK // (p.G * p.K)))
    )
    if gewichten.volledig:
        return Waldtoets(float(f), minstens / gewichten.n_berekend)
    return Waldtoets(float(f), (1 + minstens) / (1 + gewichten.n_berekend))


def _statistiek(
    v: np.ndarray, scores: np.ndarray, rest: np.ndarray, R_inv: np.ndarray, q: int
) -> np.ndarray:
    """Return F (B,) of the last q coefficients for weights v (G, B) on the scores of the null."""
    gewogen = v.T[:, :, None] * scores
    samen = gewogen.sum(axis=1)
    zonder = np.einsum("gkl,bgl->bgk", rest, samen[:, None, :] - gewogen, optimize=True)
    b = samen @ R_inv[-q:].T
    return waldgrootheid(b, zonder @ R_inv[-q:].T - b[:, None, :]) / q


def waldgrootheid(b: np.ndarray, afwijking: np.ndarray) -> np.ndarray:
    """Return b'V^-1 b (B,) with V the CRV3 covariance.

    Args:
        b: (B, q) coefficients.
        afwijking: (B, G, q) what leaving out each gemeente changes them by.
    """
    G = afwijking.shape[1]
    V = (G - 1) / G * np.einsum("bgi,bgj->bij", afwijking, afwijking, optimize=True)
    with np.errstate(all="ignore"):
        try:
            opgelost = np.linalg.solve(V, b[:, :, None])[:, :, 0]
        except np.linalg.LinAlgError:
            opgelost = np.einsum("bij,bj->bi", np.linalg.pinv(V, hermitian=True), b)
        return np.asarray((b * opgelost).sum(axis=1))
