"""How often does noise do as well? The main model with a factor replaced by noise like it."""

from __future__ import annotations

import numpy as np
from scipy import stats

from leefbaarheid.analyse.clusterproducten import BEPAALD, som_per_groep


def t_van_kolommen(y: np.ndarray, X: np.ndarray, N: np.ndarray, groepen: np.ndarray) -> np.ndarray:
    """Return the t of each column of N, added by itself to a regression, with CRV3 (B,).

    The same as a regression per column with the jackknife over groups (`crv.crv3`), all columns at
    once: with the other regressors X = QR, a column and y enter only as sums of products per group.
    NaN for all where the other regressors cannot do without some group.

    Args:
        y: (n,) outcome. X: (n, K) the other regressors with the constant.
        N: (n, B) columns. groepen: (n,) codes 0..G-1.
    """
    Q = np.linalg.qr(X)[0]
    N = N - N.mean(axis=0)
    N = N / np.sqrt((N**2).sum(axis=0))
    G = groepen.max() + 1
    QQ = np.stack([Q[groepen == g].T @ Q[groepen == g] for g in range(G)])
    Qy = som_per_groep(Q * y[:, None], groepen, G)
    QN = np.stack([Q[groepen == g].T @ N[groepen == g] for g in range(G)])
    NN, Ny = som_per_groep(N**2, groepen, G), som_per_groep(N * y[:, None], groepen, G)

    heel = np.eye(Q.shape[1])
    zonder = heel - QQ
    if np.linalg.eigvalsh(zonder).min() <= BEPAALD**2:
        return np.full(N.shape[1], np.nan)
    coef = _coef(heel[None], Qy.sum(axis=0)[None], QN.sum(axis=0)[None], NN.sum(0), Ny.sum(0))[0]
    loo = _coef(
        zonder, Qy.sum(0) - Qy, QN.sum(axis=0) - QN, NN.sum(axis=0) - NN, Ny.sum(axis=0) - Ny
    )
    se = np.sqrt((G - 1) / G * ((loo - coef) ** 2).sum(axis=0))
    return np.asarray(coef / se)


def _coef(
    QQ: np.ndarray, Qy: np.ndarray, QN: np.ndarray, NN: np.ndarray, Ny: np.ndarray
) -> np.ndarray:
    """Return the coefficient of each column, per set of rows (sets, B), from sums of products."""
    H = np.linalg.solve(QQ, QN)  # (sets, K, B)
    teller = Ny - np.einsum("gk,gkb->gb", Qy, H)
    noemer = NN - np.einsum("gkb,gkb->gb", QN, H)
    return np.asarray(teller / noemer)


def placebo_p(t: float, ruis: np.ndarray) -> float:
    """Return (1 + draws with |t| at least as large) / (B + 1)."""
    return float((1 + (np.abs(ruis) >= abs(t)).sum()) / (len(ruis) + 1))


def aandeel_aantoonbaar(ruis: np.ndarray, df: int, alfa: float) -> float:
    """Return the share of noise that would be called clear: |t| beyond the quantile of t(df)."""
    return float((np.abs(ruis) > stats.t.ppf(1 - alfa / 2, df)).mean())
