"""The spatial error model: residuals that lean on those of neighbours, by maximum likelihood.

y = Xb + u, u = lambda W u + e, e independent with one variance (Anselin 1988, Spatial Econometrics,
chapters 6 and 12). Given lambda the coefficients are least squares of (I - lambda W)y on
(I - lambda W)X; the likelihood is concentrated on lambda, with the determinant by a sparse LU.
Plain arrays in, plain arrays out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse, stats
from scipy.optimize import minimize_scalar
from scipy.sparse.linalg import splu

# Lambda of row-standardised weights stays within -1 and 1; at the ends I - lambda W is singular.
GRENS = 0.999
# Up to so many wijken the information matrix is made in full; beyond, lambda gets the curvature of
# the likelihood, which in large samples is the same.
DICHT = 2000
STAP = 1e-3


@dataclass(frozen=True)
class Foutenmodel:
    """The estimate of a spatial error model.

    Attributes:
        coef: (K,) coefficients. cov: (K, K) their asymptotic covariance.
        labda: spatial dependence of the errors. labda_se: its asymptotic standard error.
        s2: variance of e (maximum likelihood: over n).
        llf, llf_nul: log-likelihood, and that of least squares (lambda zero).
    """

    coef: np.ndarray
    cov: np.ndarray
    labda: float
    labda_se: float
    s2: float
    llf: float
    llf_nul: float

    @property
    def p_labda(self) -> float:
        """p-value of lambda = 0 by the likelihood ratio, chi-squared with one degree of freedom."""
        return float(stats.chi2.sf(max(2 * (self.llf - self.llf_nul), 0.0), 1))


def schat_foutenmodel(y: np.ndarray, X: np.ndarray, W: sparse.csr_matrix) -> Foutenmodel:
    """Return the spatial error model by maximum likelihood.

    The covariance of the coefficients is s2 (X'B'BX)^-1 with B = I - lambda W; lambda and s2 are
    independent of them in large samples (Anselin 1988, section 6.3).

    Args:
        y: (n,) outcome. X: (n, K) regressors with the constant, full column rank.
        W: (n, n) row-standardised weights; a row may be empty.
    """
    n = len(y)
    W = sparse.csc_matrix(W)
    Wy, WX = W @ y, W @ X

    def bij(labda: float) -> tuple[float, np.ndarray, np.ndarray, float]:
        """Return the log-likelihood, the coefficients, BX and s2 at a lambda."""
        BX = X - labda * WX
        coef = np.linalg.lstsq(BX, y - labda * Wy, rcond=None)[0]
        e = y - labda * Wy - BX @ coef
        s2 = max(float(e @ e), np.finfo(float).tiny) / n
        llf = -0.5 * n * (np.log(2 * np.pi * s2) + 1) + _logdet(W, labda)
        return llf, coef, BX, s2

    # A grid first, so that a second hill in the likelihood is not missed.
    rooster = np.linspace(-GRENS, GRENS, 21)
    i = int(np.argmax([bij(labda)[0] for labda in rooster]))
    top = minimize_scalar(
        lambda labda: -bij(labda)[0],
        bounds=(rooster[max(i - 1, 0)], rooster[min(i + 1, len(rooster) - 1)]),
        method="bounded",
        options={"xatol": 1e-9},
    )
    labda = float(top.x)
    llf, coef, BX, s2 = bij(labda)
    cov = s2 * np.linalg.inv(BX.T @ BX)
    labda_se = _labda_se(W, labda, n) if n <= DICHT else _se_uit_kromming(bij, labda)
    return Foutenmodel(coef, cov, labda, labda_se, s2, llf, bij(0.0)[0])


def _logdet(W: sparse.csc_matrix, labda: float) -> float:
    """Return ln |I - lambda W|; positive, as |lambda| is below one."""
    B = sparse.identity(W.shape[0], format="csc") - labda * W
    return float(np.log(np.abs(splu(B).U.diagonal())).sum())


def _labda_se(W: sparse.csc_matrix, labda: float, n: int) -> float:
    """Return the standard error of lambda, from the information matrix of lambda and s2."""
    A = W @ np.linalg.inv(np.eye(n) - labda * W.toarray())
    spoor = np.trace(A)
    informatie = (A * A.T).sum() + (A * A).sum() - 2 * spoor**2 / n
    return float(1 / np.sqrt(informatie)) if informatie > 0 else float("nan")


def _se_uit_kromming(llf_bij: Callable[[float], tuple[Any, ...]], labda: float) -> float:
    """Return the standard error of lambda from the second derivative of the concentrated llf."""
    laag, midden, hoog = (llf_bij(labda + stap)[0] for stap in (-STAP, 0.0, STAP))
    informatie = -(laag - 2 * midden + hoog) / STAP**2
    return float(1 / np.sqrt(informatie)) if informatie > 0 else float("nan")
