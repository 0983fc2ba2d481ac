"""k-means, many starts or bootstrap samples at once, in plain numpy; see `mengmodel` for why.

Lloyd's iterations from the starting centres of k-means++ (Arthur & Vassilvitskii 2007).
"""

from __future__ import annotations

import numpy as np


def afstanden(X: np.ndarray, midden: np.ndarray) -> np.ndarray:
    """Return squared distances (M, K, n) of the centres (M, K, d) to rows."""
    lengte = (midden**2).sum(axis=2)[:, :, None] + (X**2).sum(axis=1)
    kwadraat: np.ndarray = np.maximum(lengte - 2 * midden @ X.T, 0.0)
    return kwadraat


def kmeans_plus_plus(
    X: np.ndarray, K: int, gewicht: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """Return starting centres (M, K, d) for each set of weights (M, n): k-means++.

    Arthur & Vassilvitskii (2007): every next centre is a row drawn with a probability in
    proportion to its weight times the squared distance to the nearest centre so far.
    """
    M, n = gewicht.shape
    midden = np.empty((M, K, X.shape[1]))
    kans = gewicht.copy()
    for k in range(K):
        # rows that all coincide with a centre: draw by weight alone
        kans = np.where(kans.sum(axis=1, keepdims=True) > 0, kans, gewicht)
        cumulatief = np.cumsum(kans, axis=1)
        trek = rng.random((M, 1)) * cumulatief[:, -1:]
        rij = np.minimum((cumulatief <= trek).sum(axis=1), n - 1)
        midden[:, k] = X[rij]
        kans = gewicht * afstanden(X, midden[:, : k + 1]).min(axis=1)
    return midden


def _lloyd(
    X: np.ndarray, midden: np.ndarray, gewicht: np.ndarray, iteraties: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return centres (M, K, d) and labels (M, n) after Lloyd's iterations; empty groups stay."""
    K = midden.shape[1]
    vorige = None
    for _ in range(iteraties):
        label = afstanden(X, midden).argmin(axis=1)
        if vorige is not None and (label == vorige).all():
            break
        vorige = label
        lid = (label[:, None, :] == np.arange(K)[:, None]) * gewicht[:, None, :]
        N = lid.sum(axis=2)
        som = lid @ X
        midden = np.where(N[:, :, None] > 0, som / np.maximum(N, 1e-300)[:, :, None], midden)
    return midden, afstanden(X, midden).argmin(axis=1)


def kmeans(
    X: np.ndarray, K: int, rng: np.random.Generator, starts: int = 30
) -> tuple[np.ndarray, np.ndarray, float]:
    """Return labels (n,), centres (K, d) and the sum of squares of the best of many starts."""
    gewicht = np.ones((starts, len(X)))
    midden, label = _lloyd(X, kmeans_plus_plus(X, K, gewicht, rng), gewicht, 100)
    sse = afstanden(X, midden).min(axis=1).sum(axis=1)
    beste = int(sse.argmin())
    return label[beste], midden[beste], float(sse[beste])


def kmeans_trekkingen(
    X: np.ndarray,
    lid: np.ndarray,
    gewicht: np.ndarray,
    rng: np.random.Generator,
    *,
    starts: int = 2,
) -> np.ndarray:
    """Return labels (B, n) of all rows under the k-means fit of each bootstrap sample.

    Args:
        lid: (n, K) memberships of the fit to all rows: one start of every sample.
        gewicht: (B, n), how often each row was drawn.
        starts: starts per sample from k-means++ besides; the best one counts.
    """
    B, K = len(gewicht), lid.shape[1]
    eigen = lid.T @ X / np.maximum(lid.sum(axis=0), 1e-300)[:, None]
    midden = np.concatenate(
        [
            np.broadcast_to(eigen, (B, 1, *eigen.shape)),
            kmeans_plus_plus(X, K, np.repeat(gewicht, starts, axis=0), rng).reshape(
                B, starts, *eigen.shape
            ),
        ],
        axis=1,
    ).reshape(-1, *eigen.shape)
    veel = np.repeat(gewicht, starts + 1, axis=0)
    midden, label = _lloyd(X, midden, veel, 50)
    sse = (afstanden(X, midden).min(axis=1) * veel).sum(axis=1).reshape(B, -1)
    beste: np.ndarray = label.reshape(B, -1, len(X))[np.arange(B), sse.argmin(axis=1)]
    return beste
