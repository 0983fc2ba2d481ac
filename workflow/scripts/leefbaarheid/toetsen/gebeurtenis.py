"""All years together: what a factor has to do with the score in every year, against one year.

The event study y_it = a_i + d_t + sum over t of b_t'z_i 1[year = t] + e_it, with wijk and year
effects and a factor that does not change, over wijken that have every year. In such a balanced
panel the coefficients of one year are those of the cross-section of s_t - s_basis on z: the wijk
effects and the coefficients of the other years take up everything else. So every year is one small
regression, and leaving out a gemeente gives the covariance between years too (CRV3, see `crv`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from leefbaarheid.analyse.clusterproducten import Clusterproducten, clusterproducten
from leefbaarheid.analyse.ontwerp import STEEKPROEVEN


@dataclass(frozen=True)
class Paneel:
    """Wijken that have a score in every year and a value of every regressor.

    Attributes:
        jaren: the measurement years, ascending (T).
        scores: (n, T).
        regressoren: natural units; index wk_code, in the order of `scores`.
        gemeente: gm_code; same index.
    """

    jaren: tuple[int, ...]
    scores: np.ndarray
    regressoren: pd.DataFrame
    gemeente: pd.Series

    @property
    def n(self) -> int:
        """Number of wijken."""
        return len(self.scores)

    @property
    def n_gemeenten(self) -> int:
        """Number of gemeenten."""
        return int(self.gemeente.nunique())

    def met(self, namen: Sequence[str]) -> Paneel:
        """Return the same wijken with some of the regressors."""
        return replace(self, regressoren=self.regressoren[list(namen)])

    def per_sd(self) -> Paneel:
        """Return the same wijken with regressors in standard deviations (ddof 1)."""
        return replace(self, regressoren=self.regressoren / self.regressoren.std(ddof=1))


def maak_paneel(
    tabel: pd.DataFrame, jaren: Sequence[int], regressoren: Sequence[str], steekproef: str
) -> Paneel:
    """Return the complete wijken of a sample.

    Args:
        tabel: result of `ontwerp.koppel`, with the regressors as columns.
        jaren: the measurement years.
        regressoren: columns that explain.
        steekproef: key of `STEEKPROEVEN`.
    """
    kolommen = [f"lbm_{jaar}" for jaar in jaren]
    deel = tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True)]
    deel = deel.dropna(subset=["gm_code", *kolommen, *regressoren])
    return Paneel(
        tuple(jaren),
        deel[kolommen].to_numpy(float),
        deel[list(regressoren)].astype(float),
        deel["gm_code"],
    )


@dataclass(frozen=True)
class Gebeurtenis:
    """Coefficients of every year against the base year, in the units of the panel.

    Attributes:
        jaren: the years, ascending, without the base year (T).
        basisjaar: the base year.
        namen: the regressors (K), without the constant.
        producten: of the regression of every year; its first coefficient is the constant.
    """

    jaren: tuple[int, ...]
    basisjaar: int
    namen: tuple[str, ...]
    producten: tuple[Clusterproducten, ...]

    @property
    def gemeenten(self) -> np.ndarray:
        """(G,) gm_code of the clusters."""
        return self.producten[0].namen

    @property
    def df(self) -> int:
        """Degrees of freedom of the t distribution: gemeenten less one."""
        return self.producten[0].df

    @cached_property
    def coef(self) -> np.ndarray:
        """(T, K) estimates."""
        return np.stack([p.coef[1:] for p in self.producten])

    @cached_property
    def zonder(self) -> np.ndarray:
        """(T, G, K) the same without each gemeente; NaN where the others do not fix it."""
        return np.stack([p.jackknife[:, 1:] for p in self.producten])

    @cached_property
    def covariantie(self) -> np.ndarray:
        """(K, T, T) CRV3 covariance of the years, per regressor."""
        afwijking = self.zonder - self.coef[:, None, :]
        G = afwijking.shape[1]
        return np.asarray((G - 1) / G * np.einsum("tgk,sgk->kts", afwijking, afwijking))

    @property
    def se(self) -> np.ndarray:
        """(T, K) CRV3 standard errors."""
        return np.asarray(np.sqrt(np.einsum("ktt->tk", self.covariantie)))

    def plaatsen(self, jaren: Sequence[int]) -> list[int]:
        """Return where years stand among `jaren`."""
        return [self.jaren.index(jaar) for jaar in jaren]


def gebeurtenisstudie(paneel: Paneel, basisjaar: int) -> Gebeurtenis:
    """Estimate the coefficients of every year, all regressors of the panel together.

    Raises:
        InvoerFout: fewer wijken than coefficients, collinear regressors, or one gemeente.
    """
    basis = paneel.jaren.index(basisjaar)
    andere = [t for t in range(len(paneel.jaren)) if t != basis]
    X = np.column_stack([np.ones(paneel.n), paneel.regressoren.to_numpy()])
    gemeente = paneel.gemeente.to_numpy()
    return Gebeurtenis(
        tuple(paneel.jaren[t] for t in andere),
        basisjaar,
        tuple(paneel.regressoren.columns),
        tuple(
            clusterproducten(X, paneel.scores[:, t] - paneel.scores[:, basis], gemeente)
            for t in andere
        ),
    )
