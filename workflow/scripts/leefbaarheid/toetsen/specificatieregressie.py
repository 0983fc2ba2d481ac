"""The regressions of the specification curve that share vak, score regressor and number of factors.

Per vak (sample x restriction x weight x estimator) the products X_g'WX_g of the constant, all
scores and all factors are made once per gemeente. Every regression is a sub-block of them: outcomes
are linear in the scores, and gemeente effects are taken out by centring the products. With H_g the
block of gemeente g, H their sum, s_g = X_g'u_g the residual scores, a = row j of H^-1 and
c_g = row j of (H - H_g)^-1:

- leaving out g changes coefficient j by -c_g's_g, and CRV3 is (G-1)/G times the sum of squares, as
  in `clusterproducten`;
- under the null (coefficient j is zero) the scores are r_g = s_g + H_g q b_j with q = a/a_j, and
  with the residuals of g from the fit without g they are s~_g = r_g + H_g D_g r_g, where
  D_g = (H - H_g)^-1 - c_g c_g'/c_gj is the inverse for the regressors other than j.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leefbaarheid.toetsen.specificatievakken import Vak

# Below this eigenvalue of (H - H_g) relative to H a direction is not fixed without gemeente g.
LOS = 1e-9


@dataclass(frozen=True)
class Groep:
    """Results for S pairs x M outcomes with G gemeenten, per unit of the standardised regressors.

    Attributes:
        coef, se, crv1_se: (S, M); se is that of CRV3, NaN where it does not exist.
        exact: (S, M) the model fits without residuals.
        lineair: (S, M, 2K+1, G): times v gives the coefficient of a draw, and two K-vectors whose
            product is the part of its variance that depends on pairs of gemeenten.
        kwadraat: (S, M, G): times v^2 gives the rest of that variance. Without the factor (G-1)/G.
    """

    coef: np.ndarray
    se: np.ndarray
    crv1_se: np.ndarray
    exact: np.ndarray
    lineair: np.ndarray
    kwadraat: np.ndarray


def schat_groep(vak: Vak, idx: np.ndarray, Y: np.ndarray, dd: np.ndarray, jj: np.ndarray) -> Groep:
    """Estimate D designs for M outcomes, and coefficient jj of design dd for each of S pairs.

    Args:
        idx: (D, K) columns of each design.
        Y: (P, M) outcomes as combinations of columns.
        dd, jj: (S,) design, and position in it.
    """
    G, K = vak.G, idx.shape[1]
    Hg = vak.C[:, idx[:, :, None], idx[:, None, :]].swapaxes(0, 1)  # (D, G, K, K)
    hg = (vak.C @ Y)[:, idx].swapaxes(0, 1)  # (D, G, K, M)
    H, h = Hg.sum(axis=1), hg.sum(axis=1)
    H_inv = np.linalg.inv(H)
    b = H_inv @ h  # (D, K, M)
    s = (hg - Hg @ b[:, None])[dd]  # (S, G, K, M)
    tss = np.einsum("pm,pq,qm->m", Y, vak.C.sum(axis=0), Y)
    exact = tss - np.einsum("dkm,dkm->dm", b, h) <= 1e-13 * tss
    zonder, bepaald = _zonder_elk(H, Hg)

    a, c, bj = H_inv[dd, jj], zonder[dd, :, jj], b[dd, jj]  # (S, K), (S, G, K), (S, M)
    correctie = (G - 1) / G
    se = np.sqrt(correctie * (np.einsum("sgk,sgkm->sgm", c, s) ** 2).sum(axis=1))
    se[~bepaald[dd, :, jj].all(axis=1)] = np.nan
    # the gemeente effects are nested in the clusters and count as one constant
    c1 = (vak.n - 1) / (vak.n - K - vak.effecten) / correctie
    crv1_se = np.sqrt(c1 * (np.einsum("sk,sgkm->sgm", a, s) ** 2).sum(axis=1))

    lineair, kwadraat = _trekkingsvormen(Hg[dd], zonder[dd], s, bj, a, jj)
    return Groep(
        coef=bj,
        se=se,
        crv1_se=crv1_se,
        exact=exact[dd],
        lineair=lineair,
        kwadraat=kwadraat,
    )


def _trekkingsvormen(
    Hg: np.ndarray,
    zonder: np.ndarray,
    s: np.ndarray,
    bj: np.ndarray,
    a: np.ndarray,
    jj: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return `lineair` and `kwadraat` of a `Groep`: the draws under the null as forms in v.

    Args:
        Hg, zonder: (S, G, K, K) products of each gemeente, and inverses without it.
        s: (S, G, K, M) residual scores. bj: (S, M) and a: (S, K), see the module.
        jj: (S,) position of the focal factor.
    """
    c = zonder[np.arange(len(jj)), :, jj]
    q = a / np.take_along_axis(a, jj[:, None], axis=1)
    nul = s + np.einsum("sgkl,sl->sgk", Hg, q)[..., None] * bj[:, None, None, :]
    # the residuals of gemeente g from the restricted fit without g
    cj = c[np.arange(len(jj)), :, jj][..., None]
    c_rest = np.divide(c, cj, out=np.zeros_like(c), where=cj > 0)
    verschil = zonder @ nul
    verschil -= c_rest[..., None] * np.einsum("sgk,sgkm->sgm", c, nul)[:, :, None]
    nul += Hg @ verschil
    alfa = np.einsum("sgk,sgkm->smg", c, nul)
    eps = c - a[:, None]
    nul = nul.transpose(0, 3, 2, 1)  # (S, M, K, G)
    rest = np.einsum("sgk,sgl->skl", eps, eps)[:, None] @ nul
    rest -= 2 * alfa[:, :, None, :] * eps.transpose(0, 2, 1)[:, None]
    eerste = np.einsum("sk,smkg->smg", a, nul)[:, :, None, :]
    return np.concatenate([eerste, nul, rest], axis=2), alfa**2


def _zonder_elk(H: np.ndarray, Hg: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (H - H_g)^-1 (D, G, K, K), and which coefficients exist without g (D, G, K).

    Where a direction is not fixed by the other gemeenten the inverse leaves it out.
    """
    rest = H[:, None] - Hg
    bepaald = np.ones(rest.shape[:3], bool)
    try:
        uit = np.linalg.inv(rest)
        # the sum of the inverse eigenvalues of H - H_g relative to H
        los = np.abs(np.einsum("dkl,dglk->dg", H, uit)) * LOS > 1
    except np.linalg.LinAlgError:
        uit, los = np.empty_like(rest), np.ones(rest.shape[:2], bool)
    for d in np.flatnonzero(los.any(axis=1)):
        g = np.flatnonzero(los[d])
        R = np.linalg.inv(np.linalg.cholesky(H[d])).T  # R'HR = I
        waarden, V = np.linalg.eigh(R.T @ rest[d, g] @ R)
        V, vast = R @ V, (waarden > LOS)[:, None]
        omgekeerd = np.where(vast, 1 / np.where(vast, waarden[:, None], 1), 0)
        uit[d, g] = (V * omgekeerd) @ V.swapaxes(1, 2)
        open_ = np.abs(V * ~vast).max(axis=2)
        bepaald[d, g] = open_ <= 1e-6 * np.linalg.norm(R, axis=1)
    return uit, bepaald
