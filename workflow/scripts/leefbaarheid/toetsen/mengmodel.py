"""Gaussian mixtures by EM, many starts or bootstrap samples at once, in plain numpy.

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

from leefbaarheid.basis.tabelwaarden import DIAGONAAL, GELIJK, KMEANS, METHODEN, VOL
from leefbaarheid.toetsen.kmeans import afstanden, kmeans_plus_plus

VORMEN = tuple(methode for methode in METHODEN if methode != KMEANS)
"""Covariance of the groups: full, diagonal, or one full matrix that all share."""
STARTITERATIES, AFMAAK_ITERATIES = 20, 1000
"""Iterations of every start; at most those of the starts that run on to the end."""

# Added to every variance (standardised units), so that a group cannot shrink to a point.
RUG = 1e-3


@dataclass(frozen=True)
class Mengsel:
    """A fitted mixture.

    Attributes:
        vorm: one of `VORMEN`.
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
        label: np.ndarray = self.posterior.argmax(axis=1)
        return label

    @property
    def n_parameters(self) -> int:
        """Free parameters: weights, means and covariances."""
        return n_parameters(self.vorm, *self.midden.shape)

    @property
    def bic(self) -> float:
        """Bayesian information criterion (Schwarz 1978): lower is better."""
        return -2 * self.loglik + self.n_parameters * float(np.log(len(self.posterior)))

    @property
    def aic(self) -> float:
        """Akaike's information criterion: lower is better."""
        return -2 * self.loglik + 2 * self.n_parameters


def n_parameters(vorm: str, K: int, d: int) -> int:
    """Return the number of free weights, means, variances and covariances."""
    spreiding = {VOL: K * d * (d + 1) // 2, DIAGONAAL: K * d, GELIJK: d * (d + 1) // 2}
    return K - 1 + K * d + spreiding[vorm]


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
    if vorm == DIAGONAAL:
        cov = cov * np.eye(d)
    elif vorm == GELIJK:
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
    log: np.ndarray = theta @ fi.T
    return log


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
    label = afstanden(X, kmeans_plus_plus(X, K, gewicht, rng)).argmin(axis=1)
    lid: np.ndarray = label[:, None, :] == np.arange(K)[:, None]
    return lid.astype(float)


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
        X: (n, d), standardised. vorm: one of `VORMEN`.
        starts: number of starts (`STARTITERATIES` each). afmaken: how many of them run on until the
            mean log-likelihood gains less than 1e-8, at most `AFMAAK_ITERATIES`.
    """
    if K == 1:
        starts = afmaken = 1
    gewicht = np.ones((starts, len(X)))
    kort = _em(X, _begin(X, K, gewicht, rng), vorm, gewicht, STARTITERATIES, 1e-8)
    beste = np.argsort(-kort[3], kind="stable")[:afmaken]
    fi, i, j = _kenmerken(X)
    log = _log_dichtheid(fi, i, j, *(deel[beste] for deel in kort[:3]))
    deel = np.exp(log - logsumexp(log, axis=1, keepdims=True))
    pi, mu, cov, loglik, klaar = _em(X, deel, vorm, gewicht[: len(beste)], AFMAAK_ITERATIES, 1e-8)
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
    label: np.ndarray = _log_dichtheid(fi, i, j, pi, mu, cov).argmax(axis=1)
    return label
