"""Parametric bootstrap of a random intercept model: how large a t is by chance (REML).

With few and unequal gemeenten the t of a coefficient has no known distribution: a comparison of
gemeenten rests on as many observations as there are gemeenten, one within gemeenten on the wijken.
So outcomes are drawn from the estimated model and the model is estimated again on each draw
(Davison & Hinkley 1997, Bootstrap Methods and their Application, chapters 2 and 7). The t of a draw
depends on the ratio of the two variances only, not on the coefficients or the unit of the outcome.
"""

from __future__ import annotations

import numpy as np

from leefbaarheid.analyse.clusterproducten import som_per_groep

# Ratios of variance between to within gemeenten at which the likelihood of a draw is computed.
ROOSTER = np.r_[0.0, np.logspace(-3, 3, 60)]


def trek_t(
    X: np.ndarray,
    groepen: np.ndarray,
    ratio: float,
    contrasten: np.ndarray,
    trekkingen: int,
    rng: np.random.Generator,
) -> np.ndarray:
    """Return the t of combinations of coefficients in draws where they are zero.

    Args:
        X: (n, K) regressors with the constant. groepen: (n,) codes 0..G-1.
        ratio: variance between over variance within gemeenten, as estimated.
        contrasten: (m, K) combinations.
        trekkingen: number of draws B.
        rng: their stream.

    Returns:
        (B, m).
    """
    n, K = X.shape
    grootte = np.bincount(groepen).astype(float)
    Q, R = np.linalg.qr(X)  # orthonormal, so that units cost no precision
    L = np.linalg.solve(R.T, contrasten.T).T
    Y = np.sqrt(ratio) * rng.standard_normal((len(grootte), trekkingen))[groepen]
    Y += rng.standard_normal((n, trekkingen))
    QY, yy = Q.T @ Y, (Y**2).sum(axis=0)
    som_Q, som_Y = som_per_groep(Q, groepen, len(grootte)), som_per_groep(Y, groepen, len(grootte))
    beste = np.full(trekkingen, -np.inf)
    t = np.empty((trekkingen, len(L)))
    for r in ROOSTER:
        gewogen = (r / (1 + r * grootte))[:, None]
        omgekeerd = np.linalg.inv(np.eye(K) - som_Q.T @ (gewogen * som_Q))
        c = QY - som_Q.T @ (gewogen * som_Y)
        coef = omgekeerd @ c
        s2 = (yy - (gewogen * som_Y**2).sum(axis=0) - (c * coef).sum(axis=0)) / (n - K)
        logdet = np.log1p(r * grootte).sum() - np.linalg.slogdet(omgekeerd)[1]
        llf = -0.5 * ((n - K) * np.log(s2) + logdet)
        beter = llf > beste
        beste[beter] = llf[beter]
        se = np.sqrt(np.einsum("mk,kl,ml->m", L, omgekeerd, L))
        t[beter] = ((L @ coef[:, beter]) / (se[:, None] * np.sqrt(s2[beter]))).T
    return t


def grenzen_en_p(
    t: np.ndarray, trekkingen: np.ndarray, alfa: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the critical |t| and the p-values (m,) of observed t, by the t of draws.

    p = (1 + number of draws at least as far from zero) / (B + 1). The bound is the order statistic
    for which |t| beyond it and p < alfa are the same.

    Args:
        t: (m,). trekkingen: (B, m), with alfa (B + 1) at least 2.
        alfa: level of the test.
    """
    maat = np.sort(np.abs(trekkingen), axis=0)
    B = len(maat)
    p = (1 + (maat >= np.abs(t)).sum(axis=0)) / (B + 1)
    hoogstens = int(np.ceil(alfa * (B + 1))) - 2
    return maat[B - hoogstens - 1], p
