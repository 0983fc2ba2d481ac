"""How noisy is one measurement? The error variance per year, from the panel itself.

With a true score that moves as a Markov chain and errors that are independent of it and of each
other (a quasi-simplex), the true covariance of two years factors through every year between them:
cov(i, j) = cov(i, t) cov(t, j) / var of the true score in t. So three years i < t < j give the
error variance of the middle one,

    theta_t = var(t) - cov(i, t) cov(t, j) / cov(i, j),

without equal reliability (Heise 1969, American Sociological Review 34) or equal error variance
(Wiley & Wiley 1970, American Sociological Review 35). The first and last year have no such three;
they borrow the mean of the years between, which is Wiley & Wiley's assumption for those years only.
An error that lasts from one measurement to the next counts as movement of the true score, so the
error variance is a lower bound then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.analyse import AnalyseReden

# AANNAME: onder dertig wijken wordt geen meetfout geschat.
#   Waarom: de meetfout volgt uit de samenhang van scores tussen jaren, en die is met weinig wijken
#   te onzeker.
#   Gevolg: een editie met minder wijken krijgt geen schatting van de meetfout; de tabellen die haar
#   nodig hebben, noemen de reden.
#   Onderwerp: score. Als: controle meetfout. Zie: sec-rob-meetfout.
MIN_WIJKEN = 30
MIN_JAREN = 3
Drietal = tuple[int, int, int]
"""Places of three measurements, ascending."""


def als_matrix(scores: pd.DataFrame, gemeente: pd.Series) -> tuple[np.ndarray, np.ndarray, int]:
    """Return the scores (n, T), the number of each wijk's gemeente (n,), and how many there are."""
    codes, namen = pd.factorize(gemeente.reindex(scores.index), sort=True)
    return scores.to_numpy(float), codes, len(namen)


def gewogen_momenten(
    scores: np.ndarray, gemeente: np.ndarray, gewicht: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return means (B, T) and covariances (B, T, T; divisor n - 1) with weights per gemeente.

    Args:
        scores: (n, T). gemeente: (n,) codes 0..G-1. gewicht: (B, G), times each gemeente counts.
    """
    T = scores.shape[1]
    midden = scores.mean(axis=0)
    Z = scores - midden
    producten = np.einsum("it,iu->itu", Z, Z).reshape(len(Z), -1)
    alles = np.column_stack([np.ones(len(Z)), Z, producten])
    som = np.zeros((gewicht.shape[1], alles.shape[1]))
    np.add.at(som, gemeente, alles)
    totaal = gewicht @ som
    n = totaal[:, :1]
    gem = totaal[:, 1 : T + 1] / n
    cov = totaal[:, T + 1 :].reshape(-1, T, T) / n[:, :, None] - gem[:, :, None] * gem[:, None, :]
    return gem + midden, cov * (n / (n - 1))[:, :, None]


def drietal(cov: np.ndarray, drie: Drietal) -> np.ndarray:
    """Return theta of the middle of three measurements, in squared score points.

    Args:
        cov: (..., T, T). drie: their places i < t < j.

    Returns:
        (...,); negative where noise does not show, NaN where the outer two do not go together.
    """
    i, t, j = drie
    buiten = cov[..., i, j]
    deler = np.where(buiten > 0, buiten, np.nan)
    theta: np.ndarray = cov[..., t, t] - cov[..., i, t] * cov[..., t, j] / deler
    return theta


def drietallen_van(t: int, T: int) -> list[Drietal]:
    """Return every three of T measurements with t in the middle, the neighbours first."""
    alle = [(i, t, j) for i, j in product(range(t), range(t + 1, T))]
    return sorted(alle, key=lambda d: (d[2] - d[0], d))


def foutvarianties(cov: np.ndarray) -> np.ndarray:
    """Return theta of every year between the first and the last, from its neighbours: (..., T-2).

    The neighbours, not all threes together: these need the chain over the shortest time only.
    """
    T = cov.shape[-1]
    delen = [drietal(cov, drietallen_van(t, T)[0]) for t in range(1, T - 1)]
    return np.stack(delen, axis=-1)


@dataclass(frozen=True)
class Meetfout:
    """The error of one measurement, per year.

    Attributes:
        jaren: the T years, ascending.
        eigen: (T,) estimate from the neighbouring years, squared score points; NaN at both ends.
        gemiddeld: mean of those, at least 0; NaN without an estimate.
        reden: reason code why there is no estimate; "" when there is one.
    """

    jaren: Sequence[int]
    eigen: np.ndarray
    gemiddeld: float
    reden: str = ""

    @property
    def geleend(self) -> np.ndarray:
        """(T,) whether a year borrows: no neighbours on both sides, or an estimate not above 0."""
        return ~(self.eigen > 0)

    @property
    def variantie(self) -> np.ndarray:
        """(T,) the error variance that is used for each year."""
        return np.where(self.geleend, self.gemiddeld, self.eigen)

    @property
    def se_doorsnee(self) -> float:
        """Standard error of a difference between two years of average noise."""
        return float(np.sqrt(2 * self.gemiddeld))

    def van(self, jaar: int) -> float:
        """Return the error variance of a year."""
        return float(self.variantie[list(self.jaren).index(jaar)])

    def se_verschil(self, van: int, tot: int) -> float:
        """Return the standard error of the difference of one wijk between two years."""
        return float(np.sqrt(self.van(van) + self.van(tot)))


def gemiddelde_fout(eigen: np.ndarray) -> np.ndarray:
    """Return the mean of the estimates of the inner years, at least 0: (...) from (..., T-2).

    Estimates below zero count as they are: leaving them out would make noise of chance.
    """
    return np.asarray(np.maximum(eigen.mean(axis=-1), 0.0))


def gebruikte_varianties(binnen: np.ndarray) -> np.ndarray:
    """Return the error variance that is used for each year (..., T), from the inner years.

    Args:
        binnen: (..., T-2) estimates of `foutvarianties`; NaN where there are none.
    """
    gemiddeld = gemiddelde_fout(binnen)[..., None]
    rand = np.broadcast_to(gemiddeld, (*binnen.shape[:-1], 1))
    eigen = np.where(binnen > 0, binnen, gemiddeld)
    return np.concatenate([rand, eigen, rand], axis=-1)


def schat_meetfout(scores: pd.DataFrame, gemeente: pd.Series) -> Meetfout:
    """Estimate the error variance per year.

    Args:
        scores: one row per wijk, one column per year, ascending; rows with a gap are left out.
        gemeente: gm_code with the same index.

    Returns:
        An estimate, or one of NaN with its `reden`: fewer than three years or `MIN_WIJKEN` wijken,
        or scores that do not go together at all.
    """
    jaren = [int(jaar) for jaar in scores.columns]
    volledig = scores.dropna()
    leeg = np.full(len(jaren), np.nan)
    if len(jaren) < MIN_JAREN:
        reden = AnalyseReden.MEETFOUT_TE_WEINIG_JAREN.met(n=len(jaren), minimum=MIN_JAREN)
        return Meetfout(jaren, leeg, np.nan, reden)
    if len(volledig) < MIN_WIJKEN:
        reden = AnalyseReden.MEETFOUT_TE_WEINIG_WIJKEN.met(n=len(volledig), minimum=MIN_WIJKEN)
        return Meetfout(jaren, leeg, np.nan, reden)
    X, codes, G = als_matrix(volledig, gemeente)
    _, (cov,) = gewogen_momenten(X, codes, np.ones((1, G)))
    binnen = foutvarianties(cov)
    if not np.isfinite(binnen).all():
        return Meetfout(jaren, leeg, np.nan, AnalyseReden.MEETFOUT_GEEN_SAMENHANG.met())
    eigen = np.concatenate([[np.nan], binnen, [np.nan]])
    return Meetfout(jaren, eigen, float(gemiddelde_fout(binnen)))


def scores_van(wijken: pd.DataFrame, jaren: Sequence[int]) -> pd.DataFrame:
    """Return the scores of the eligible wijken that have all of them, one column per year.

    Args:
        wijken: in_aanmerking and lbm_<jaar>, one row per wijk.
    """
    kolommen = [f"lbm_{jaar}" for jaar in jaren]
    deel = wijken.loc[wijken["in_aanmerking"].eq(True), kolommen].dropna()
    return deel.set_axis([int(jaar) for jaar in jaren], axis=1)
