"""Variances by gemeente, and what single gemeenten do to a coefficient.

From the products of `clusterproducten`, with its notation:

- CRV1 (Liang & Zeger 1986): c sum_g (r_j's_g)^2 with c = G/(G-1) x (n-1)/(n-K).
- CRV3 (MacKinnon, Nielsen & Webb 2023, Journal of Applied Econometrics 38): (G-1)/G times the sum
  of squares of the changes when one gemeente is left out, that is, centred on b itself, as in
  summclust. (The variant CRV3J, centred on the mean of the jackknife estimates, is never larger;
  pyfixest multiplies the same sum by the factor c of CRV1 instead.)

t intervals have G-1 degrees of freedom. Which of them an edition goes by, is in `schatter`.
"""

from __future__ import annotations

import numpy as np
from scipy import special

from leefbaarheid.analyse.clusterproducten import Clusterproducten


def crv1(producten: Clusterproducten) -> np.ndarray:
    """Return the CRV1 covariance (K, K), factor G/(G-1) x (n-1)/(n-K)."""
    p = producten
    U = p.scores @ p.R_inv.T
    return np.asarray(p.G / p.df * (p.n - 1) / (p.n - p.K) * (U.T @ U))


def crv3(producten: Clusterproducten) -> np.ndarray:
    """Return the CRV3 covariance (K, K), centred on the OLS estimate, factor (G-1)/G.

    Rows and columns are NaN of coefficients that cannot be estimated without some cluster.
    """
    U = producten.jackknife - producten.coef
    return np.asarray(producten.df / producten.G * (U.T @ U))


def toetsbaar(producten: Clusterproducten, welke: np.ndarray | None = None) -> np.ndarray:
    """Tell which coefficients have a variance: False for a perfect fit, or scores that are zero.

    Args:
        producten: of the regression.
        welke: columns of X; all by default.
    """
    r = producten.R_inv if welke is None else producten.R_inv[welke]
    s2 = ((producten.scores @ r.T) ** 2).sum(axis=0)
    rss = producten.rss
    return np.asarray((s2 > 1e-18 * (r**2).sum(axis=1) * rss) & (rss > 1e-24 * producten.yy))


def standaardfout(covariantie: np.ndarray) -> np.ndarray:
    """Return the square roots of the diagonal (K,)."""
    return np.sqrt(np.diag(covariantie))


def t_interval(
    coef: np.ndarray, se: np.ndarray, df: float, alfa: float = 0.05
) -> tuple[np.ndarray, np.ndarray]:
    """Return the lower and upper bounds of the 1 - alfa interval by the t distribution."""
    halve = special.stdtrit(df, 1 - alfa / 2) * np.asarray(se)
    return coef - halve, coef + halve


def t_toets(coef: np.ndarray, se: np.ndarray, df: float) -> np.ndarray:
    """Return two-sided p-values of coef = 0 by the t distribution."""
    return np.asarray(2 * special.stdtr(df, -np.abs(np.asarray(coef) / se)))


def hefboom(producten: Clusterproducten) -> np.ndarray:
    """Return the partial leverage (G, K) of each cluster for each coefficient; columns sum to 1.

    The share of cluster g in the variation of regressor j that the other regressors leave over
    (MacKinnon, Nielsen & Webb 2023, Stata Journal 23).
    """
    gewicht = _eigen_variatie(producten)
    return np.asarray(gewicht / gewicht.sum(axis=0))


def effectief_aantal(producten: Clusterproducten, rho: float = 0.0) -> np.ndarray:
    """Return the effective number of clusters G*(rho) per coefficient (K,).

    G / (1 + Gamma) with Gamma the squared coefficient of variation over clusters of what each adds
    to the variance of the coefficient (Carter, Schnepel & Steigerwald 2017, Review of Economics and
    Statistics 99), for errors with correlation `rho` within clusters: 0 takes the partial leverage
    only, 1 is the worst case. Not larger than G; 1 means that one cluster decides. NaN where
    clusters add nothing, as with `rho` 1 and a regressor that only varies within clusters.
    """
    eigen = _eigen_variatie(producten)
    samen = (producten.sommen @ producten.R_inv.T) ** 2
    gewicht = (1 - rho) * eigen + rho * samen
    som, kwadraat = gewicht.sum(axis=0), (gewicht**2).sum(axis=0)
    bestaat = som > 1e-20 * eigen.sum(axis=0)
    return np.where(bestaat, som**2 / np.where(bestaat, kwadraat, 1), np.nan)


def _eigen_variatie(p: Clusterproducten) -> np.ndarray:
    """Return r_j'A_g r_j (G, K)."""
    variatie = np.einsum("jk,gkl,jl->gj", p.R_inv, p.A, p.R_inv, optimize=True)
    return np.asarray(variatie)
