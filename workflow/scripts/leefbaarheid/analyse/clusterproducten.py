"""Products per gemeente of a regression: all that inference with few gemeenten needs.

They are made once per regression; the observations are not touched again. With X = QR (thin QR),
r_j row j of R^-1, A_g = Q_g'Q_g and s_g = Q_g'u_g the score of the OLS residuals u:

- OLS: b_j = r_j'Q'y. Q'Q = I, so the units and collinearity of X cost no precision.
- Cluster jackknife: leaving out g changes b_j by -r_j'(I - A_g)^-1 s_g.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from leefbaarheid.basis.fouten import InvoerFout

# Square root of the precision to which a coefficient must be fixed by the other gemeenten.
BEPAALD = 1e-6


@dataclass(frozen=True)
class Clusterproducten:
    """What inference needs of one OLS regression: K coefficients, G clusters, n observations.

    Attributes:
        coef: (K,) OLS estimates, units of y per unit of X.
        R_inv: (K, K) inverse of R in X = QR; row j turns a Q-space vector into coefficient j.
        A: (G, K, K) Q_g'Q_g.
        scores: (G, K) Q_g'u_g; their sum is zero.
        sommen: (G, K) column sums of Q_g.
        omvang: (G,) number of observations per cluster.
        namen: (G,) cluster labels, sorted.
        rss, yy: sums of squares of the residuals and of y.
    """

    coef: np.ndarray
    R_inv: np.ndarray
    A: np.ndarray
    scores: np.ndarray
    sommen: np.ndarray
    omvang: np.ndarray
    namen: np.ndarray
    rss: float
    yy: float

    @property
    def K(self) -> int:  # noqa: N802
        """Number of coefficients."""
        return len(self.coef)

    @property
    def G(self) -> int:  # noqa: N802
        """Number of clusters."""
        return len(self.omvang)

    @property
    def n(self) -> int:
        """Number of observations."""
        return int(self.omvang.sum())

    @property
    def df(self) -> int:
        """Degrees of freedom of the t distribution: G - 1."""
        return self.G - 1

    @cached_property
    def jackknife(self) -> np.ndarray:
        """(G, K) coefficients without cluster g; NaN where the other clusters do not fix one."""
        return _zonder_een(self)


def _zonder_een(p: Clusterproducten) -> np.ndarray:
    """Return the coefficients without each cluster in turn (G, K)."""
    waarden, V = np.linalg.eigh(np.eye(p.K) - p.A)  # (G, K), (G, K, K)
    vast = waarden > BEPAALD**2
    omgekeerd = np.where(vast, 1 / np.where(vast, waarden, 1), 0)
    richting = np.einsum("gkm,gk->gm", V, p.scores) * omgekeerd
    uit = p.coef - np.einsum("jk,gkm,gm->gj", p.R_inv, V, richting)
    if not vast.all():
        los = np.einsum("jk,gkm->gjm", p.R_inv, V) * ~vast[:, None, :]
        lengte = np.linalg.norm(p.R_inv, axis=1)
        uit[(np.abs(los).max(axis=2) > BEPAALD * lengte)] = np.nan
    return np.asarray(uit)


def clusterproducten(
    X: np.ndarray, y: np.ndarray, groepen: Sequence[Any] | np.ndarray
) -> Clusterproducten:
    """Return the products per cluster of the regression of y on X.

    Args:
        X: (n, K) regressors, constant included, full column rank, no missing values.
        y: (n,) outcome.
        groepen: (n,) cluster label per row, in any order.

    Raises:
        InvoerFout: n <= K, collinear columns, or fewer than two clusters.
    """
    X, y = np.asarray(X, float), np.asarray(y, float)
    n, K = X.shape
    if n <= K:
        raise InvoerFout(f"te weinig waarnemingen ({n}) voor {K} coëfficiënten")
    if overbodig(X):
        raise InvoerFout("de kolommen van X leggen elkaar vast (collineair)")
    namen, code = np.unique(np.asarray(groepen), return_inverse=True)
    if len(namen) < 2:
        raise InvoerFout("er zijn ten minste twee clusters nodig")

    volgorde = np.argsort(code, kind="stable")
    omvang = np.bincount(code)
    schaal = np.linalg.norm(X, axis=0)
    Q, R = np.linalg.qr(X[volgorde] / schaal)
    gamma = Q.T @ y[volgorde]
    rest = y[volgorde] - Q @ gamma
    grenzen = np.r_[0, np.cumsum(omvang)]
    delen = [slice(a, b) for a, b in pairwise(grenzen)]
    R_inv = np.linalg.inv(R) / schaal[:, None]
    return Clusterproducten(
        coef=R_inv @ gamma,
        R_inv=R_inv,
        A=np.stack([Q[d].T @ Q[d] for d in delen]),
        scores=np.stack([rest[d] @ Q[d] for d in delen]),
        sommen=np.add.reduceat(Q, grenzen[:-1]),
        omvang=omvang,
        namen=namen,
        rss=float(rest @ rest),
        yy=float(y @ y),
    )


def som_per_groep(Z: np.ndarray, groepen: np.ndarray, G: int) -> np.ndarray:
    """Return the sums of the rows of each group (G, columns).

    Args:
        Z: (n, columns). groepen: (n,) codes 0..G-1.
    """
    uit = np.zeros((G, Z.shape[1]))
    np.add.at(uit, groepen, Z)
    return uit


def overbodig(X: np.ndarray, grens: float = 1e-8) -> list[int]:
    """Return the columns of X that (almost) are a linear combination of the columns before them.

    These have at most `grens` of their length left once the earlier columns are taken out.
    """
    behouden: list[np.ndarray] = []
    uit = []
    for k in range(X.shape[1]):
        rest = X[:, k].astype(float)
        lengte = np.linalg.norm(rest)
        for _ in range(2):  # twice is enough for orthogonality (Giraud et al. 2005)
            for q in behouden:
                rest = rest - q * (q @ rest)
        over = np.linalg.norm(rest)
        if over <= grens * lengte:
            uit.append(k)
        else:
            behouden.append(rest / over)
    return uit
