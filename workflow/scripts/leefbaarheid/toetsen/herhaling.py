"""What the estimators make of fresh errors on one design: for validation and for power.

The regressors and the gemeenten stay as they are; only the errors are drawn again, as a gemeente
effect plus noise per wijk. All draws are done at once, with the products of `clusterproducten`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from leefbaarheid.analyse.clusterproducten import Clusterproducten, clusterproducten

Trekking = Callable[[tuple[int, ...]], np.ndarray]
"""Draws numbers of mean 0 and variance 1 in the shape asked for."""


@dataclass(frozen=True)
class Herhaling:
    """OLS on B draws of the errors, all true coefficients zero.

    Attributes:
        coef: (B, K) estimates, units of the errors per unit of X.
        crv1_se, crv3_se: (B, K) standard errors, as `crv.crv1` and `crv.crv3`.
        ontwerp: products of the design; those of the first draw.
        scores: (B, G, K) scores per gemeente, for `producten`.
    """

    coef: np.ndarray
    crv1_se: np.ndarray
    crv3_se: np.ndarray
    ontwerp: Clusterproducten
    scores: np.ndarray
    rss: np.ndarray
    yy: np.ndarray

    def producten(self, b: int) -> Clusterproducten:
        """Return the products of draw `b`, as `clusterproducten` gives them."""
        return replace(
            self.ontwerp,
            coef=self.coef[b],
            scores=self.scores[b],
            rss=float(self.rss[b]),
            yy=float(self.yy[b]),
        )


def trek_fouten(
    gemeente: np.ndarray,
    icc: float,
    trekkingen: int,
    trek: Trekking,
    *,
    schaal_wijk: np.ndarray | float = 1.0,
    schaal_gemeente: np.ndarray | float = 1.0,
) -> np.ndarray:
    """Return errors (n, trekkingen): sqrt(icc) per gemeente plus sqrt(1 - icc) per wijk.

    Args:
        gemeente: (n,) label per wijk.
        icc: share of the variance between gemeenten, 0 to 1.
        trekkingen: number of draws.
        trek: source of the draws, such as `rng.standard_normal`.
        schaal_wijk: (n,) standard deviation of the noise of each wijk, as a ratio.
        schaal_gemeente: (n,) standard deviation of the effect of its gemeente, as a ratio; equal
            within a gemeente.
    """
    _, code = np.unique(gemeente, return_inverse=True)
    effect = trek((code.max() + 1, trekkingen))[code]
    ruis = trek((len(code), trekkingen))
    wijk, gem = (np.asarray(s, float).reshape(-1, 1) for s in (schaal_wijk, schaal_gemeente))
    return np.asarray(np.sqrt(icc) * gem * effect + np.sqrt(1 - icc) * wijk * ruis)


def herhaal(X: np.ndarray, gemeente: np.ndarray, fouten: np.ndarray) -> Herhaling:
    """Return the estimates and standard errors of each draw of the errors.

    Args:
        X: (n, K) regressors with the constant, full column rank.
        gemeente: (n,) cluster label per row.
        fouten: (n, B) errors, the outcome under true coefficients of zero.

    Raises:
        InvoerFout: see `clusterproducten`.
    """
    volgorde = np.argsort(gemeente, kind="stable")
    X, gemeente, E = np.asarray(X, float)[volgorde], gemeente[volgorde], fouten[volgorde]
    p = clusterproducten(X, E[:, 0], gemeente)
    Q = X @ p.R_inv
    gamma = Q.T @ E
    rest = E - Q @ gamma
    begin = np.r_[0, np.cumsum(p.omvang)[:-1]]
    scores = np.stack([np.add.reduceat(rest * q[:, None], begin) for q in Q.T], axis=2)
    scores = scores.transpose(1, 0, 2)  # (B, G, K)
    c = p.G / p.df * (p.n - 1) / (p.n - p.K)
    return Herhaling(
        coef=(p.R_inv @ gamma).T,
        crv1_se=np.sqrt(c * ((scores @ p.R_inv.T) ** 2).sum(axis=1)),
        crv3_se=np.sqrt(p.df / p.G * _jackknife_kwadraat(p, scores)),
        ontwerp=p,
        scores=scores,
        rss=(rest**2).sum(axis=0),
        yy=(E**2).sum(axis=0),
    )


def _jackknife_kwadraat(p: Clusterproducten, scores: np.ndarray) -> np.ndarray:
    """Return per draw the sum over gemeenten of the squared jackknife changes (B, K).

    The change is linear in the score of the gemeente left out: scores of one give the operator.
    """
    operator = np.stack(
        [
            replace(p, coef=np.zeros(p.K), scores=np.broadcast_to(eenheid, (p.G, p.K))).jackknife
            for eenheid in np.eye(p.K)
        ],
        axis=1,
    )  # (G, K scores, K coefficients)
    verschil = np.einsum("bgk,gkj->bgj", scores, operator, optimize=True)
    return np.asarray((verschil**2).sum(axis=1))
