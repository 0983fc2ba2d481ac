"""Spatial statistics of wijken: weights of neighbours, Moran's I and Conley's covariance.

Plain arrays in, plain arrays out; coordinates are metres in the Dutch grid (RD), so distances are
straight lines. The methods are checked against libpysal, esda and spreg in tests/reference.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.spatial import cKDTree

KERNEN = ("bartlett", "uniform")
# AANNAME: een afstandsmaat waarin een wijk gemiddeld meer dan driehonderd buren heeft, wordt
#   overgeslagen.
#   Waarom: dan is bijna alles buur van alles; één afgelegen wijk kan zo'n afstand afdwingen.
#   Gevolg: de tabel geeft van die maat geen uitkomst maar de reden. Het oordeel volgt de
#   dichtstbijzijnde wijken en verandert niet.
#   Onderwerp: modellen. Als: controle afhankelijkheid. Zie: sec-rob-afhankelijkheid.
BUREN_MAX = 300
BLOK = 4000
"""How many wijken are laid beside all others at a time."""
# Fixed number of this theme next to the seed of the config.
THEMA_MORAN = 5201


# ---------------------------------------------------------------------------------------------
# Neighbours


def knn_gewichten(xy: np.ndarray, buren: int) -> sparse.csr_matrix:
    """Return row-standardised weights of the `buren` nearest wijken (n, n); not symmetric.

    Args:
        xy: (n, 2) in metres, n > buren.
    """
    n = len(xy)
    index = cKDTree(xy).query(xy, k=buren + 1)[1]
    # The wijk itself, which need not come first where two wijken share a point; else the farthest.
    zelf = index == np.arange(n)[:, None]
    zelf[~zelf.any(axis=1), -1] = True
    kolom = index[~zelf].reshape(n, buren)
    rij = np.repeat(np.arange(n), buren)
    return sparse.csr_matrix((np.full(n * buren, 1 / buren), (rij, kolom.ravel())), shape=(n, n))


def afstand_gewichten(xy: np.ndarray, afstand_km: float) -> sparse.csr_matrix:
    """Return row-standardised weights of the wijken within a distance (n, n).

    A wijk without neighbours keeps a row of zeros.
    """
    paren = cKDTree(xy).query_pairs(1000.0 * afstand_km, output_type="ndarray")
    i, j = np.concatenate([paren, paren[:, ::-1]]).T
    n = len(xy)
    graad = np.bincount(i, minlength=n)
    return sparse.csr_matrix((1.0 / graad[i], (i, j)), shape=(n, n))


def gemiddeld_aantal_buren(xy: np.ndarray, afstand_km: float) -> float:
    """Return how many wijken lie within a distance of a wijk, on average; no pair is stored."""
    boom = cKDTree(xy)
    return float(boom.count_neighbors(boom, 1000.0 * afstand_km)) / len(xy) - 1


def kleinste_band_km(xy: np.ndarray) -> float:
    """Return the smallest distance in km at which every wijk has a neighbour."""
    # a hair wider, so that rounding does not cut off the farthest pair
    return float(cKDTree(xy).query(xy, k=2)[0][:, 1].max()) / 1000 * (1 + 1e-9)


# ---------------------------------------------------------------------------------------------
# Moran's I


def moran_i(z: np.ndarray, W: sparse.csr_matrix) -> np.ndarray:
    """Return Moran's I, (n/S0) z'Wz / z'z with z centred, for one z (n,) or for columns (n, m)."""
    z = z - z.mean(axis=0)
    return np.asarray(len(z) / W.sum() * (z * (W @ z)).sum(axis=0) / (z**2).sum(axis=0))


def moran_permutatie(
    z: np.ndarray, W: sparse.csr_matrix, permutaties: int, zaad: int
) -> tuple[float, float]:
    """Return Moran's I and its permutation p-value against positive autocorrelation.

    p = (number of permutations with I at least as large + 1) / (permutations + 1). One-sided: alike
    neighbours are what makes a standard error too small. The draws depend on `zaad` and n alone.
    """
    rng = np.random.default_rng([zaad, THEMA_MORAN])
    waarde = float(moran_i(z, W))
    marge = 1e-12 * max(1.0, abs(waarde))
    aantal, gedaan = 0, 0
    while gedaan < permutaties:
        blok = min(250, permutaties - gedaan)
        gehusseld = rng.permuted(np.broadcast_to(z[:, None], (len(z), blok)), axis=0)
        aantal += int((moran_i(gehusseld, W) >= waarde - marge).sum())
        gedaan += blok
    return waarde, (aantal + 1) / (permutaties + 1)


def moran_momenten(X: np.ndarray, W: sparse.csr_matrix) -> tuple[float, float]:
    """Return expectation and standard deviation of Moran's I of OLS residuals (Cliff & Ord 1981).

    Under independent normal errors, M = I - X(X'X)^-1 X': E = n/S0 tr(MW)/(n-K) and
    E(I2) = (n/S0)2 [tr(MWMW') + tr(MWMW) + tr(MW)2] / ((n-K)(n-K+2)). The traces are computed
    through K x K products, without the n x n matrix M.
    """
    n, K = X.shape
    Q = np.linalg.qr(X)[0]
    WQ, WtQ = W @ Q, W.T @ Q
    A = Q.T @ WQ
    tr = -np.trace(A)
    tr_ww = W.multiply(W.T).sum() - 2 * (WtQ * WQ).sum() + np.trace(A @ A)
    tr_wwt = W.multiply(W).sum() - (WtQ**2).sum() - (WQ**2).sum() + (A**2).sum()
    schaal = n / W.sum()
    verwacht = schaal * tr / (n - K)
    kwadraat = schaal**2 * (tr_wwt + tr_ww + tr**2) / ((n - K) * (n - K + 2))
    return float(verwacht), float(np.sqrt(kwadraat - verwacht**2))


# ---------------------------------------------------------------------------------------------
# Conley


def conley_covariantie(
    X: np.ndarray,
    residuen: np.ndarray,
    xy: np.ndarray,
    afstand_km: float,
    kern: str = "bartlett",
    correctie: bool = True,
) -> np.ndarray:
    """Return the spatial HAC covariance of OLS coefficients (Conley 1999).

    (X'X)^-1 [sum_ij k(d_ij) e_i e_j x_i x_j'] (X'X)^-1 with d the straight-line distance and k
    1 - d/c ('bartlett') or 1 ('uniform') up to the cutoff c, and 0 beyond. In the plane neither
    kernel guarantees a positive variance: the caller must look.

    Args:
        X: (n, K). residuen: (n,). xy: (n, 2) in metres.
        afstand_km: the cutoff; at zero this is White's covariance (HC1 with the correction).
        kern: one of `KERNEN`.
        correctie: multiply by n/(n-K).

    Raises:
        ValueError: unknown kernel or negative cutoff (a mistake of the caller).
    """
    if kern not in KERNEN or not afstand_km >= 0:
        raise ValueError(f"no such kernel or cutoff: {kern}, {afstand_km} km")
    n, K = X.shape
    grens = 1000.0 * afstand_km
    boom = cKDTree(xy)
    scores = X * residuen[:, None]
    van_buren = np.concatenate(
        [
            _kerngewichten(boom, np.arange(van, min(van + BLOK, n)), grens, kern) @ scores
            for van in range(0, n, BLOK)
        ]
    )
    brood = np.linalg.inv(X.T @ X)
    V = brood @ (scores.T @ van_buren) @ brood
    return np.asarray(V * (n / (n - K) if correctie else 1.0))


def _kerngewichten(boom: cKDTree, rijen: np.ndarray, grens: float, kern: str) -> sparse.csr_matrix:
    """Return the kernel of some wijken and all others, (len(rijen), n), with 1 for itself."""
    paren = cKDTree(boom.data[rijen]).sparse_distance_matrix(boom, grens, output_type="ndarray")
    gewicht = np.ones(len(paren))
    if kern == "bartlett" and grens > 0:
        gewicht = np.maximum(0.0, 1 - paren["v"] / grens)
    k = sparse.csr_matrix((gewicht, (paren["i"], paren["j"])), shape=(len(rijen), boom.n))
    k[np.arange(len(rijen)), rijen] = 1.0
    return k
