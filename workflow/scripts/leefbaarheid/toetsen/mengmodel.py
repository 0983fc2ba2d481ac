"""Gaussian mixtures by EM and k-means, many starts or bootstrap samples at once, in plain numpy.

One fit is small (about 140 wijken, 3 variables, at most 6 groups); hundreds are needed. So all
starts, or all bootstrap samples, run as one batch: the log density of a normal is linear in
(1, x, xx'), which turns both steps of EM into a stack of small matrix products, (fits, groups,
rows). Each product is too small for BLAS to spread over threads, so neither speed nor digits
depend on the number of cores.

Variables are assumed to be standardised (mean 0, variance 1).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import logsumexp

VORMEN = {
    "vol": "eigen spreiding en samenhang per groep",
    "diagonaal": "eigen spreiding per groep, zonder samenhang",
    "gelijk": "dezelfde spreiding en samenhang in elke groep",
}
"""Covariance of the groups: full, diagonal, or one full matrix that all share."""

# Added to every variance (standardised units), so that a group cannot shrink to a point.
RUG = 1e-3


@dataclass(frozen=True)
class Mengsel:
    """A fitted mixture.

    Attributes:
        vorm: key of `VORMEN`.
        gewicht (K,), midden (K, d), cov (K, d, d): the parameters.
        posterior: (n, K) probability of each group per row.
        loglik: log-likelihood of the sample.
        n_gelijk: how many of the finished starts ended at this log-likelihood (within 0.01).
        geconvergeerd: the last start stopped by itself.
    """

    vorm: str
    gewicht: np.ndarray
    midden: np.ndarray
    cov: np.ndarray
    posterior: np.ndarray
    loglik: float
    n_gelijk: int
    geconvergeerd: bool

    @property
    def groep(self) -> np.ndarray:
        """The most likely group (0..K-1) of each row."""
        return self.posterior.argmax(axis=1)

    @property
    def n_parameters(self) -> int:
        """Free parameters: weights, means and covariances."""
        K, d = self.midden.shape
        return K - 1 + K * d + n_covarianties(self.vorm, K, d)

    @property
    def bic(self) -> float:
        """Bayesian information criterion (Schwarz 1978): lower is better."""
        return -2 * self.loglik + self.n_parameters * float(np.log(len(self.posterior)))

    @property
    def aic(self) -> float:
        """Akaike's information criterion: lower is better."""
        return -2 * self.loglik + 2 * self.n_parameters


def n_covarianties(vorm: str, K: int, d: int) -> int:
    """Return the number of free variances and covariances."""
    return {"vol": K * d * (d + 1) // 2, "diagonaal": K * d, "gelijk": d * (d + 1) // 2}[vorm]


# ---------------------------------------------------------------------------------------------
# k-means


def _afstanden(X: np.ndarray, midden: np.ndarray) -> np.ndarray:
    """Return squared distances (M, K, n) of the centres (M, K, d) to rows."""
    lengte = (midden**2).sum(axis=2)[:, :, None] + (X**2).sum(axis=1)
    return np.maximum(lengte - 2 * midden @ X.T, 0.0)


def _kmeans_plus_plus(
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
        kans = gewicht * _afstanden(X, midden[:, : k + 1]).min(axis=1)
    return midden


def _lloyd(
    X: np.ndarray, midden: np.ndarray, gewicht: np.ndarray, iteraties: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return centres (M, K, d) and labels (M, n) after Lloyd's iterations; empty groups stay."""
    K = midden.shape[1]
    vorige = None
    for _ in range(iteraties):
        label = _afstanden(X, midden).argmin(axis=1)
        if vorige is not None and (label == vorige).all():
            break
        vorige = label
        lid = (label[:, None, :] == np.arange(K)[:, None]) * gewicht[:, None, :]
        N = lid.sum(axis=2)
        som = lid @ X
        midden = np.where(N[:, :, None] > 0, som / np.maximum(N, 1e-300)[:, :, None], midden)
    return midden, _afstanden(X, midden).argmin(axis=1)


def kmeans(
    X: np.ndarray, K: int, rng: np.random.Generator, starts: int = 30
) -> tuple[np.ndarray, np.ndarray, float]:
    """Return labels (n,), centres (K, d) and the sum of squares of the best of many starts."""
    gewicht = np.ones((starts, len(X)))
    midden, label = _lloyd(X, _kmeans_plus_plus(X, K, gewicht, rng), gewicht, 100)
    sse = _afstanden(X, midden).min(axis=1).sum(axis=1)
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
            _kmeans_plus_plus(X, K, np.repeat(gewicht, starts, axis=0), rng).reshape(
                B, starts, *eigen.shape
            ),
        ],
        axis=1,
    ).reshape(-1, *eigen.shape)
    veel = np.repeat(gewicht, starts + 1, axis=0)
    midden, label = _lloyd(X, midden, veel, 50)
    sse = (_afstanden(X, midden).min(axis=1) * veel).sum(axis=1).reshape(B, -1)
    return label.reshape(B, -1, len(X))[np.arange(B), sse.argmin(axis=1)]


# ---------------------------------------------------------------------------------------------
# Mixtures


def _kenmerken(X: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (1, x, x_i x_j for i <= j) per row, and the indices i and j."""
    i, j = np.triu_indices(X.shape[1])
    return np.column_stack([np.ones(len(X)), X, X[:, i] * X[:, j]]), i, j


def _m_stap(
    fi: np.ndarray, i: np.ndarray, j: np.ndarray, deel: np.ndarray, vorm: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return weights (M, K), means (M, K, d) and covariances (M, K, d, d) from memberships.

    Args:
        deel: (M, K, n) responsibilities times the weight of the row.
    """
    M, K, _ = deel.shape
    d = fi.shape[1] - 1 - len(i)
    som = deel @ fi
    N = som[:, :, 0] + 10 * np.finfo(float).eps
    midden = som[:, :, 1 : d + 1] / N[:, :, None]
    tweede = np.empty((M, K, d, d))
    tweede[:, :, i, j] = tweede[:, :, j, i] = som[:, :, d + 1 :] / N[:, :, None]
    cov = tweede - midden[:, :, :, None] * midden[:, :, None, :]
    totaal = N.sum(axis=1, keepdims=True)
    if vorm == "diagonaal":
        cov = cov * np.eye(d)
    elif vorm == "gelijk":
        samen = (cov * (N / totaal)[:, :, None, None]).sum(axis=1, keepdims=True)
        cov = np.broadcast_to(samen, cov.shape).copy()
    cov[:, :, range(d), range(d)] = np.maximum(cov[:, :, range(d), range(d)], 0.0) + RUG
    return N / totaal, midden, cov


def _log_dichtheid(
    fi: np.ndarray,
    i: np.ndarray,
    j: np.ndarray,
    gewicht: np.ndarray,
    midden: np.ndarray,
    cov: np.ndarray,
) -> np.ndarray:
    """Return log(weight x density) per group and row: (M, K, n)."""
    d = midden.shape[2]
    precisie = np.linalg.inv(cov)
    _, logdet = np.linalg.slogdet(cov)
    lineair = np.einsum("mkij,mkj->mki", precisie, midden)
    constante = -0.5 * (
        d * np.log(2 * np.pi) + logdet + np.einsum("mki,mki->mk", lineair, midden)
    ) + np.log(gewicht)
    kwadratisch = precisie[:, :, i, j] * np.where(i == j, -0.5, -1.0)
    theta = np.concatenate([constante[:, :, None], lineair, kwadratisch], axis=2)
    return theta @ fi.T


def _em(
    X: np.ndarray, deel: np.ndarray, vorm: str, rijgewicht: np.ndarray, iteraties: int, tol: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Run EM from memberships; stop a fit whose mean log-likelihood gains less than `tol`.

    Args:
        deel: (M, K, n) starting memberships. rijgewicht: (M, n).

    Returns:
        gewicht, midden, cov, loglik (M,) and geconvergeerd (M,).
    """
    fi, i, j = _kenmerken(X)
    w = rijgewicht[:, None, :]
    totaal = rijgewicht.sum(axis=1)
    gewicht, midden, cov = _m_stap(fi, i, j, deel * w, vorm)
    M = len(deel)
    loglik = np.full(M, -np.inf)
    klaar = np.zeros(M, dtype=bool)
    for _ in range(iteraties):
        a = np.flatnonzero(~klaar)
        if not len(a):
            break
        log = _log_dichtheid(fi, i, j, gewicht[a], midden[a], cov[a])
        top = log.max(axis=1, keepdims=True)
        dichtheid = np.exp(log - top)
        som = dichtheid.sum(axis=1, keepdims=True)
        nieuw = ((top + np.log(som)) * w[a]).sum(axis=(1, 2))
        klaar[a] = nieuw - loglik[a] < tol * totaal[a]
        loglik[a] = nieuw
        # also the fits that have just converged: parameters then belong to one step further
        gewicht[a], midden[a], cov[a] = _m_stap(fi, i, j, dichtheid / som * w[a], vorm)
    log = _log_dichtheid(fi, i, j, gewicht, midden, cov)
    loglik = (logsumexp(log, axis=1) * rijgewicht).sum(axis=1)
    return gewicht, midden, cov, loglik, klaar


def _begin(X: np.ndarray, K: int, gewicht: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return starting memberships (M, K, n): near which centre of k-means++ a row lies.

    More steps of k-means would make the starts alike.
    """
    label = _afstanden(X, _kmeans_plus_plus(X, K, gewicht, rng)).argmin(axis=1)
    return (label[:, None, :] == np.arange(K)[:, None]).astype(float)


def schat_mengsel(
    X: np.ndarray,
    K: int,
    vorm: str,
    rng: np.random.Generator,
    *,
    starts: int = 60,
    afmaken: int = 10,
) -> Mengsel:
    """Fit a mixture of K normals by EM: short runs from many starts, the best ones finished.

    Dempster, Laird & Rubin (1977); short runs first as in Biernacki, Celeux & Govaert (2003).

    Args:
        X: (n, d), standardised. vorm: key of `VORMEN`.
        starts: number of starts (20 iterations each). afmaken: how many of them run on until the
            mean log-likelihood gains less than 1e-8, at most 1000 iterations.
    """
    if K == 1:
        starts = afmaken = 1
    gewicht = np.ones((starts, len(X)))
    kort = _em(X, _begin(X, K, gewicht, rng), vorm, gewicht, 20, 1e-8)
    beste = np.argsort(-kort[3], kind="stable")[:afmaken]
    fi, i, j = _kenmerken(X)
    log = _log_dichtheid(fi, i, j, *(deel[beste] for deel in kort[:3]))
    deel = np.exp(log - logsumexp(log, axis=1, keepdims=True))
    pi, mu, cov, loglik, klaar = _em(X, deel, vorm, gewicht[: len(beste)], 1000, 1e-8)
    b = int(loglik.argmax())
    log = _log_dichtheid(fi, i, j, pi[[b]], mu[[b]], cov[[b]])[0]
    return Mengsel(
        vorm=vorm,
        gewicht=pi[b],
        midden=mu[b],
        cov=cov[b],
        posterior=np.exp(log - logsumexp(log, axis=0)).T,
        loglik=float(loglik[b]),
        n_gelijk=int((loglik > loglik[b] - 0.01).sum()),
        geconvergeerd=bool(klaar[b]),
    )


def mengsel_trekkingen(
    X: np.ndarray,
    lid: np.ndarray,
    vorm: str,
    gewicht: np.ndarray,
    rng: np.random.Generator,
    *,
    starts: int = 2,
) -> np.ndarray:
    """Return labels (B, n) of all rows under the mixture fitted to each bootstrap sample.

    Args:
        lid: (n, K) posterior of the fit to all rows: one start of every sample.
        gewicht: (B, n), how often each row was drawn.
        starts: starts per sample from k-means++ besides, 10 iterations each; the best one runs on
            until the mean log-likelihood gains less than 1e-4, at most 60 iterations.
    """
    B, K = len(gewicht), lid.shape[1]
    los = _begin(X, K, np.repeat(gewicht, starts, axis=0), rng).reshape(B, starts, K, -1)
    begin = np.concatenate([np.broadcast_to(lid.T, (B, 1, *lid.T.shape)), los], axis=1)
    veel = np.repeat(gewicht, starts + 1, axis=0)
    pi, mu, cov, loglik, _ = _em(X, begin.reshape(-1, K, len(X)), vorm, veel, 10, 1e-4)
    beste = np.arange(B) * (starts + 1) + loglik.reshape(B, -1).argmax(axis=1)
    fi, i, j = _kenmerken(X)
    log = _log_dichtheid(fi, i, j, pi[beste], mu[beste], cov[beste])
    deel = np.exp(log - logsumexp(log, axis=1, keepdims=True))
    pi, mu, cov, *_ = _em(X, deel, vorm, gewicht, 60, 1e-4)
    return _log_dichtheid(fi, i, j, pi, mu, cov).argmax(axis=1)


# ---------------------------------------------------------------------------------------------
# Agreement and separation


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
