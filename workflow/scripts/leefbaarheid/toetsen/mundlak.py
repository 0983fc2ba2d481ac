"""Within and between gemeenten: each regressor as a gemeente mean and a deviation from it.

y = a + b_w'(z - zbar_g) + b_b'zbar_g + e (Mundlak 1978, Econometrica 46; Bell & Jones 2015,
Political Science Research and Methods 3). The deviations are orthogonal to the means and the
constant, so b_w is the within estimator (a constant per gemeente), whatever the means do; b_b
compares gemeenten; b_b - b_w is what a single coefficient hides. Means are those of the wijken in
the regression.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import special

from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.crv import crv3
from leefbaarheid.analyse.regressie import MIN_GEMEENTEN
from leefbaarheid.analyse.wald import waldtoets
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.toetsen.ontwerpen import ALFA

# Below this share of its variance between (or within) gemeenten a regressor has no such part.
GEEN_VARIATIE = 1e-10
DELEN = BINNEN, TUSSEN, VERSCHIL = ("binnen", "tussen", "verschil")
"""Within gemeenten, between gemeenten, and between minus within."""


@dataclass(frozen=True)
class Splitsing:
    """The regressors of one regression, split.

    Attributes:
        gemeente: gm_code per wijk (n,).
        binnen: deviations from the gemeente mean (n, Kw), of the regressors that have them.
        tussen: gemeente means (n, Kb), of the regressors that differ between gemeenten.
        aandeel: per regressor the share (0-1) of its variance that lies between gemeenten.
        reden: per regressor that misses a part, the reason code.
    """

    gemeente: pd.Series
    binnen: pd.DataFrame
    tussen: pd.DataFrame
    aandeel: pd.Series
    reden: dict[str, str]

    @cached_property
    def X(self) -> np.ndarray:  # noqa: N802
        """Constant, deviations, means (n, K)."""
        return np.column_stack([np.ones(len(self.gemeente)), self.binnen, self.tussen])

    def contrasten(self, termen: Sequence[str]) -> np.ndarray:
        """Return the combinations of the K coefficients (3 x terms, K) that are the `DELEN`.

        Part by part, terms in their order; a row is NaN where a term has no such part.
        """
        K = self.X.shape[1]
        leeg = np.full(K, np.nan)
        eenheid = iter(np.eye(K)[1:])
        binnen = dict(zip(self.binnen.columns, eenheid, strict=False))
        tussen = dict(zip(self.tussen.columns, eenheid, strict=False))
        w = np.array([binnen.get(term, leeg) for term in termen])
        b = np.array([tussen.get(term, leeg) for term in termen])
        return np.vstack([w, b, b - w])


def splits(Z: pd.DataFrame, gemeente: pd.Series) -> Splitsing:
    """Split regressors in gemeente means and deviations; say why some miss a part.

    Args:
        Z: regressors without the constant, no missing values.
        gemeente: gm_code per wijk.
    """
    vast = [z for z in Z.columns if np.ptp(Z[z]) <= 1e-12 * Z[z].abs().max()]
    reden = dict.fromkeys(vast, ToetsReden.FACTOR_VAST.met())
    Z = Z.drop(columns=vast)
    gemiddeld = Z.groupby(gemeente).transform("mean")
    aandeel = ((gemiddeld - Z.mean()) ** 2).sum() / ((Z - Z.mean()) ** 2).sum()
    binnen = list(Z.columns[1 - aandeel > GEEN_VARIATIE])
    tussen = list(Z.columns[aandeel > GEEN_VARIATIE])
    for z in Z.columns.difference(binnen):
        reden[z] = ToetsReden.FACTOR_ALLEEN_TUSSEN_GEMEENTEN.met()
    for z in Z.columns.difference(tussen):
        reden[z] = ToetsReden.FACTOR_ALLEEN_BINNEN_GEMEENTEN.met()
    G, paren = gemeente.nunique(), int((gemeente.value_counts() > 1).sum())
    # AANNAME: voor de vergelijking tussen gemeenten zijn er ten minste vijf gemeenten meer nodig
    #   dan er gemiddelden in het model staan.
    #   Waarom: met minder gemeenten blijft er te weinig over om verschillen tussen gemeenten te
    #   toetsen.
    #   Gevolg: in een editie met minder gemeenten blijven deze schattingen leeg, met de reden; die
    #   binnen gemeenten staan er wel.
    #   Onderwerp: modellen. Als: controle binnen_tussen. Zie: sec-rob-binnen-tussen.
    minimum = len(tussen) + MIN_GEMEENTEN
    if minimum > G:
        tekort = ToetsReden.MINDER_GEMEENTEN_DAN_NODIG.met(n=G, minimum=minimum)
        reden |= dict.fromkeys(tussen, tekort)
        tussen = []
    if paren < MIN_GEMEENTEN:
        tekort = ToetsReden.TE_WEINIG_GEMEENTEN_MET_TWEE.met(n=paren, minimum=MIN_GEMEENTEN)
        reden |= {z: tekort for z in binnen if z not in reden}
        binnen = []
    return Splitsing(gemeente, (Z - gemiddeld)[binnen], gemiddeld[tussen], aandeel, reden)


@dataclass(frozen=True)
class Effecten:
    """Combinations of coefficients, each with its uncertainty; NaN where there is none.

    Attributes:
        waarde, laag, hoog, p: (m,) estimate, 95 % interval and p-value, in units of y per unit.
        icc: share of the residual variance between gemeenten; NaN where not estimated.
    """

    waarde: np.ndarray
    laag: np.ndarray
    hoog: np.ndarray
    p: np.ndarray
    icc: float = float("nan")


def schat_crv3(y: np.ndarray, splitsing: Splitsing, L: np.ndarray) -> Effecten:
    """Return the parts by least squares, with the jackknife over gemeenten and t(G-1).

    Within gemeenten a gemeente with one wijk says nothing; G counts the others, as in a regression
    on a constant per gemeente.

    Args:
        y: (n,) outcome. splitsing: the regressors.
        L: result of `Splitsing.contrasten`.

    Raises:
        InvoerFout: what `clusterproducten` raises.
    """
    producten = clusterproducten(splitsing.X, y, splitsing.gemeente.to_numpy())
    V = crv3(producten)
    waarde, se = np.full(len(L), np.nan), np.full(len(L), np.nan)
    for rij, ell in enumerate(L):
        mee = np.flatnonzero(ell)  # all of them where the row is NaN, and so is the answer
        waarde[rij] = ell[mee] @ producten.coef[mee]
        se[rij] = np.sqrt(ell[mee] @ V[np.ix_(mee, mee)] @ ell[mee])
    binnen = np.arange(len(L)) < len(L) // 3
    G = np.where(binnen, max(int((producten.omvang > 1).sum()), 2), producten.G)
    se *= np.sqrt((G - 1) / G / (producten.df / producten.G))
    halve = special.stdtrit(G - 1, 1 - ALFA / 2) * se
    return Effecten(
        waarde,
        waarde - halve,
        waarde + halve,
        2 * special.stdtr(G - 1, -np.abs(waarde / se)),
    )


def p_alle_verschillen(
    y: np.ndarray, splitsing: Splitsing, termen: Sequence[str], *, trekkingen: int, zaad: int
) -> float:
    """Return the p-value that of no term the parts differ; NaN where that cannot be tested.

    Mundlak's form of the test of Hausman (1978): with a term itself in the place of its deviation,
    the coefficient of its gemeente mean is the difference. By `analyse.wald`, as an F distribution
    finds too much with few gemeenten (record 0097).

    Args:
        y: (n,) outcome. splitsing: the regressors.
        termen: the terms to test; those with one part are left out.
        trekkingen, zaad: of the bootstrap.
    """
    beide = [t for t in termen if t in splitsing.binnen and t in splitsing.tussen]
    if not beide:
        return float("nan")
    tussen = splitsing.tussen
    heel = splitsing.binnen.copy()
    heel[beide] += tussen[beide]
    X = np.column_stack([np.ones(len(y)), heel, tussen.drop(columns=beide), tussen[beide]])
    producten = clusterproducten(X, y, splitsing.gemeente.to_numpy())
    return waldtoets(producten, len(beide), trekkingen=trekkingen, zaad=zaad).p
