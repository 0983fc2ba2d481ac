"""One variant of one regression, and what takes its standard errors away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import Schatstatus


class Schatting(NamedTuple):
    """One variant of one regression, in natural units.

    Attributes:
        coef, se: per term, index the terms without the constant; se is NaN where there is none.
        onzekerheid: per term p, ci_laag and ci_hoog of the primary estimator; None for inference of
            another kind, which has se and t(G-1).
        n, n_gemeenten: wijken and gemeenten that were used.
        reden: per term the code why there is no standard error; terms that are not named can be
            tested.
        status: whether it was estimated, and how well.
        toelichting: per term (key "" for all terms) the code of what a reader must know.
        icc: share of the residual variance that lies between gemeenten; NaN where not estimated.
    """

    coef: pd.Series
    se: pd.Series
    n: int
    n_gemeenten: int
    reden: Mapping[str, str]
    status: Schatstatus = Schatstatus.GESCHAT
    toelichting: Mapping[str, str] = {}
    icc: float = float("nan")
    onzekerheid: pd.DataFrame | None = None


def van_uitslag(
    tabel: pd.DataFrame,
    ontwerp: Ontwerp,
    reden: Mapping[str, str],
    toelichting: Mapping[str, str] | None = None,
) -> Schatting:
    """Return a variant that the primary estimator judges.

    Args:
        tabel: `Uitslag.tabel` of `regressie.schat`, for the terms to report.
        ontwerp: the design that was estimated.
        reden: terms that cannot be tested, besides those of which the table says so.
        toelichting: see `Schatting`.
    """
    eigen = {str(term): reden for term, reden in tabel["reden"].dropna().items() if reden}
    return Schatting(
        coef=tabel["coef"],
        se=tabel["se"],
        n=len(ontwerp.y),
        n_gemeenten=ontwerp.gemeente.nunique(),
        reden=eigen | dict(reden),
        toelichting=toelichting or {},
        onzekerheid=tabel[["p", "ci_laag", "ci_hoog"]],
    )


def niet_geschat(ontwerp: Ontwerp, reden: str) -> Schatting:
    """Return a variant without estimates, for one reason."""
    termen = ontwerp.regressoren.columns
    leeg = pd.Series(np.nan, index=termen)
    return Schatting(
        leeg, leeg, len(ontwerp.y), ontwerp.gemeente.nunique(), dict.fromkeys(termen, reden)
    )


def in_een_gemeente(X: pd.DataFrame, gemeente: pd.Series) -> dict[str, str]:
    """Return the columns that leave their most common value in one gemeente only, with the reason.

    The score of such a coefficient is zero over that gemeente by construction of the estimate, so
    that its clustered variance is far too small (few treated groups; Cameron & Miller 2015).
    """
    afwijkend = {k: gemeente[~np.isclose(X[k], X[k].mode()[0])].nunique() for k in X.columns}
    reden = ToetsReden.AFWIJKING_IN_EEN_GEMEENTE.met()
    return {str(k): reden for k, aantal in afwijkend.items() if aantal == 1}
