"""Chained equations with predictive mean matching: one completed data set per random stream.

Each incomplete factor in turn is regressed on the scores, all other factors, and the gemeente means
of these; the coefficients are drawn from their posterior (Bayesian linear regression with a small
ridge), and every hole takes the observed value of one of the five wijken with the nearest
prediction (predictive mean matching, "type 1": estimated coefficients for the donors, drawn ones
for the holes). A factor that differs only between gemeenten is imputed once per gemeente, from
gemeente means.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

# The defaults of R's mice.
DONOREN, RIDGE = 5, 1e-5


@dataclass(frozen=True)
class Invuldata:
    """The n wijken of a sample in G gemeenten, with s scores and k factors.

    Attributes:
        factoren: (n, k) natural units, NaN where missing.
        midden, spreiding: (k,) of those.
        data: (n, s + k) scores and factors, standardised.
        s: number of scores.
        gemeente: (n,) number of the gemeente, 0..G-1; eerste: (G,) its first wijk.
        middel: (G, n) times a column gives its gemeente means.
        op_wijkniveau: (s + k,) False for factors that only differ between gemeenten.
        mist: column with holes -> (n,) where; the fewest holes first.
        per_voorspeller: observations that an imputation model needs per predictor.
    """

    factoren: np.ndarray
    midden: np.ndarray
    spreiding: np.ndarray
    data: np.ndarray
    s: int
    gemeente: np.ndarray
    eerste: np.ndarray
    middel: sparse.csr_array
    op_wijkniveau: np.ndarray
    mist: dict[int, np.ndarray]
    per_voorspeller: int


def maak_invuldata(
    scores: np.ndarray,
    factoren: np.ndarray,
    gemeente: np.ndarray,
    per_gemeente: np.ndarray,
    per_voorspeller: int,
) -> Invuldata:
    """Prepare a sample.

    Args:
        scores: (n, s) without missing values.
        factoren: (n, k) natural units, NaN where missing.
        gemeente: (n,) number of the gemeente, 0..G-1.
        per_gemeente: (k,) True for factors of gemeente level.
        per_voorspeller: observations that an imputation model needs per predictor.
    """
    n, s = scores.shape
    Z, midden, spreiding = _standaardiseer(factoren)
    data = np.hstack([_standaardiseer(scores)[0], Z])
    gewicht = 1.0 / np.bincount(gemeente)[gemeente]
    middel = sparse.csr_array((gewicht, (gemeente, np.arange(n))))
    leeg = np.isnan(data)
    aantal = leeg.sum(axis=0)
    volgorde = [int(j) for j in np.argsort(aantal, kind="stable") if aantal[j]]
    return Invuldata(
        factoren=factoren,
        midden=midden,
        spreiding=spreiding,
        data=data,
        s=s,
        gemeente=gemeente,
        eerste=np.unique(gemeente, return_index=True)[1],
        middel=middel,
        op_wijkniveau=np.r_[np.full(s, True), ~per_gemeente],
        mist={j: leeg[:, j] for j in volgorde},
        per_voorspeller=per_voorspeller,
    )


def _standaardiseer(Z: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the columns with mean 0 and sd 1 (missing values ignored), and those means and sds."""
    midden, spreiding = np.nanmean(Z, axis=0), np.nanstd(Z, axis=0)
    spreiding = np.where(spreiding > 0, spreiding, 1.0)
    return (Z - midden) / spreiding, midden, spreiding


def trek(d: Invuldata, rng: np.random.Generator, iteraties: int) -> np.ndarray:
    """Return the factors with every hole filled, (n, k), natural units.

    Args:
        iteraties: passes over the incomplete factors before the values are kept.
    """
    D = _begin(d, rng)
    for _ in range(iteraties if d.mist else 0):
        for j in d.mist:
            _vul(d, D, j, rng)
    gevuld = D[:, d.s :] * d.spreiding + d.midden
    return np.where(np.isnan(d.factoren), gevuld, d.factoren)


def _begin(d: Invuldata, rng: np.random.Generator) -> np.ndarray:
    """Return the data with a random observed value in every hole."""
    D = d.data.copy()
    for j, mist in d.mist.items():
        if d.op_wijkniveau[j]:
            D[mist, j] = rng.choice(d.data[~mist, j], mist.sum())
        else:
            per_gemeente = d.data[d.eerste, j]
            bekend = per_gemeente[~np.isnan(per_gemeente)]
            D[mist, j] = rng.choice(bekend, d.middel.shape[0])[d.gemeente[mist]]
    return D


def _vul(d: Invuldata, D: np.ndarray, j: int, rng: np.random.Generator) -> None:
    """Draw the holes of column j of D anew, given the current values of all others."""
    ander = np.arange(D.shape[1]) != j
    gemiddeld = d.middel @ D
    mist = d.mist[j]
    if d.op_wijkniveau[j]:
        erbij = gemiddeld[d.gemeente][:, ander & d.op_wijkniveau]
        X = voorspellers(D[:, ander], erbij, d.s, (~mist).sum(), d.per_voorspeller)
        D[mist, j] = _pmm(d.data[~mist, j], X[~mist], X[mist], rng)
    else:
        leeg, niets = mist[d.eerste], gemiddeld[:, :0]
        X = voorspellers(gemiddeld[:, ander], niets, d.s, (~leeg).sum(), d.per_voorspeller)
        y = D[d.eerste, j]
        y[leeg] = _pmm(y[~leeg], X[~leeg], X[leeg], rng)
        D[mist, j] = y[d.gemeente[mist]]


def voorspellers(
    eigen: np.ndarray, erbij: np.ndarray, s: int, n: int, per_voorspeller: int
) -> np.ndarray:
    """Return the richest set of predictors, with a constant, that n observations can bear.

    Args:
        eigen: scores (the first s columns) and other factors.
        erbij: gemeente means.
        per_voorspeller: observations needed per predictor, the constant included.
    """
    een = np.ones((len(eigen), 1))
    for keuze in (np.hstack([een, eigen, erbij]), np.hstack([een, eigen])):
        if n >= per_voorspeller * keuze.shape[1]:
            return keuze
    return np.hstack([een, eigen[:, :s]])


def _pmm(y: np.ndarray, X: np.ndarray, X_leeg: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return an observed y for every row of X_leeg: predictive mean matching.

    Args:
        y, X: the observed cases.
        X_leeg: predictors of the cases to fill in.
    """
    XX = X.T @ X
    V = np.linalg.inv(XX + RIDGE * np.diag(np.maximum(np.diag(XX), 1.0)))
    b = V @ (X.T @ y)
    ssr = ((y - X @ b) ** 2).sum()
    sigma = np.sqrt(ssr / rng.chisquare(max(len(y) - X.shape[1], 1)))
    b_trek = b + sigma * np.linalg.cholesky(V) @ rng.standard_normal(len(b))

    voorspeld = X @ b
    volgorde = np.argsort(voorspeld, kind="stable")
    gesorteerd, doel = voorspeld[volgorde], X_leeg @ b_trek
    # the nearest donors lie within DONOREN places of where the target would be inserted
    breed = min(2 * DONOREN, len(y))
    links = np.searchsorted(gesorteerd, doel) - DONOREN
    kandidaten = np.clip(links, 0, len(y) - breed)[:, None] + np.arange(breed)
    afstand = np.abs(gesorteerd[kandidaten] - doel[:, None])
    dichtbij = np.argsort(afstand, axis=1, kind="stable")[:, : min(DONOREN, len(y))]
    gekozen = rng.integers(dichtbij.shape[1], size=len(doel))
    rij = np.arange(len(doel))
    donor: np.ndarray = y[volgorde[kandidaten[rij, dichtbij[rij, gekozen]]]]
    return donor
