"""How well groups are separated, and how far two divisions into groups agree."""

from __future__ import annotations

import numpy as np


def _kruistelling(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    _, i = np.unique(a, return_inverse=True)
    _, j = np.unique(b, return_inverse=True)
    tabel = np.zeros((i.max() + 1, j.max() + 1))
    np.add.at(tabel, (i, j), 1)
    return tabel


def aangepaste_rand(a: np.ndarray, b: np.ndarray) -> float:
    """Return the adjusted Rand index of two divisions (Hubert & Arabie 1985): 1 same, 0 chance."""
    tabel = _kruistelling(a, b)

    def paren(n: np.ndarray) -> float:
        return float((n * (n - 1) / 2).sum())

    samen, rij, kolom = paren(tabel), paren(tabel.sum(axis=1)), paren(tabel.sum(axis=0))
    verwacht = rij * kolom / paren(np.array([tabel.sum()]))
    hoogste = (rij + kolom) / 2
    return 1.0 if hoogste == verwacht else (samen - verwacht) / (hoogste - verwacht)


def cramers_v(a: np.ndarray, b: np.ndarray) -> float:
    """Return Cramér's V of two divisions, 0 to 1; NaN when either has one group only."""
    tabel = _kruistelling(a, b)
    kleinste = min(tabel.shape) - 1
    if kleinste == 0:
        return np.nan
    verwacht = np.outer(tabel.sum(axis=1), tabel.sum(axis=0)) / tabel.sum()
    return float(np.sqrt(((tabel - verwacht) ** 2 / verwacht).sum() / tabel.sum() / kleinste))


def silhouet(X: np.ndarray, label: np.ndarray) -> float:
    """Return the mean silhouette width (Rousseeuw 1987), Euclidean; NaN for one group.

    Per row (b - a) / max(a, b), with a the mean distance to its own group and b to the nearest
    other one; 0 for a row alone in its group.
    """
    _, groep = np.unique(label, return_inverse=True)
    K = groep.max() + 1
    if K == 1:
        return np.nan
    afstand = np.sqrt(np.maximum(((X[:, None, :] - X[None, :, :]) ** 2).sum(axis=2), 0.0))
    lid = (groep[:, None] == np.arange(K)).astype(float)
    N = lid.sum(axis=0)
    som = afstand @ lid
    rij = np.arange(len(X))
    eigen = N[groep]
    a = som[rij, groep] / np.maximum(eigen - 1, 1)
    ander = som / N
    ander[rij, groep] = np.inf
    b = ander.min(axis=1)
    breedte = np.where(eigen > 1, (b - a) / np.maximum(np.maximum(a, b), 1e-300), 0.0)
    return float(breedte.mean())


def entropie(posterior: np.ndarray) -> float:
    """Return relative entropy, 0 (no separation) to 1 (certain): 1 - sum(-p log p) / (n log K)."""
    n, K = posterior.shape
    if K == 1:
        return np.nan
    p = np.clip(posterior, 1e-300, 1.0)
    return float(1 + (posterior * np.log(p)).sum() / (n * np.log(K)))


def gemiddelde_posterior(posterior: np.ndarray) -> np.ndarray:
    """Return per group the mean posterior of its members (NaN if none): average posterior."""
    groep = posterior.argmax(axis=1)
    K = posterior.shape[1]
    return np.array(
        [posterior[groep == k, k].mean() if (groep == k).any() else np.nan for k in range(K)]
    )
