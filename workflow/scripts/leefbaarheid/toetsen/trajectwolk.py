"""The cloud of points in which `trajectgroepen` looks for groups: the growth of every wijk.

Each selected wijk gets three numbers: its level at the crisis year and its change per year before
and after it (a broken line with a knot at that year, so that unequal spacing of the measurements is
respected). What the line leaves of the scores of a wijk is `restspreiding`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from leefbaarheid.basis.begrippen import ZONDER_CLUSTER
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import HELLING_NA, HELLING_VOOR, NIVEAU

KENMERKEN = (NIVEAU, HELLING_VOOR, HELLING_NA)
THEMA = 105
"""Number of the sample in the seed, so that no other check shares its draws."""

# AANNAME: in meer dan vijfhonderd wijken worden groepen van trajecten in een steekproef van
#   vijfhonderd gezocht.
#   Waarom: het zoeken herhaalt zich honderden keren; van vijfhonderd wijken is een groep van 5% al
#   vijfentwintig wijken groot.
#   Gevolg: met een andere steekproef verschuiven de grenzen tussen de groepen iets. Wijken buiten
#   de steekproef krijgen geen groep.
#   Onderwerp: score. Als: controle trajectmaten. Zie: sec-rob-trajecten.
STEEKPROEF = 500


def knoopmatrix(jaren: Sequence[int], knoop: int) -> np.ndarray:
    """Return the design (T, 3) of a broken line: 1, years before and years after the knot."""
    t = np.asarray(jaren, dtype=float) - knoop
    return np.column_stack([np.ones(len(t)), np.minimum(t, 0), np.maximum(t, 0)])


def _jaren(scores: pd.DataFrame) -> list[int]:
    return [int(jaar) for jaar in scores.columns]


def groeikenmerken(scores: pd.DataFrame, knoop: int) -> pd.DataFrame:
    """Return level at the knot and slope per year on either side, by least squares per wijk.

    Args:
        scores: one row per wijk without missing values, one column per year.
        knoop: the year of the knot, between the first and the last year.

    Returns:
        `KENMERKEN`; index of `scores`.

    Raises:
        InvoerFout: no measurement before, or none after the knot, or fewer than three.
    """
    jaren = _jaren(scores)
    if len(jaren) < 3 or min(jaren) >= knoop or max(jaren) <= knoop:
        raise InvoerFout(
            "voor trajecten met een knik zijn ten minste drie metingen nodig, waarvan een vóór en "
            f"een na {knoop}",
            sleutel="clusters.crisisjaar",
            waarde=", ".join(map(str, jaren)),
            remedie="Kies een ander crisisjaar of meer meetjaren, of zet deze controle uit.",
        )
    coef = scores.to_numpy(float) @ np.linalg.pinv(knoopmatrix(jaren, knoop)).T
    return pd.DataFrame(coef, index=scores.index, columns=list(KENMERKEN))


def restspreiding(scores: pd.DataFrame, knoop: int) -> dict[str, float]:
    """Return the residual sd (score points, divisor df) of a straight and of a broken line."""
    Y, jaren = scores.to_numpy(float), _jaren(scores)
    gebroken = knoopmatrix(jaren, knoop)
    uit = {}
    for naam, D in (("recht", gebroken @ [[1, 0], [0, 1], [0, 1]]), ("gebroken", gebroken)):
        rest = Y - Y @ np.linalg.pinv(D).T @ D.T
        vrij = Y.shape[0] * (Y.shape[1] - D.shape[1])
        uit[naam] = float(np.sqrt((rest**2).sum() / vrij)) if vrij else np.nan
    return uit


@dataclass(frozen=True)
class Wolk:
    """The selected wijken with all scores up to the end year, as points.

    Attributes:
        tabel: the n wijken by wk_code, with lbm_<jaar> of all years.
        n_verwacht: number of selected wijken (in the sample, if it is one), those without all
            scores included.
        jaren: all measurement years, ascending; gebruikt: those up to the end year.
        crisisjaar: the knot.
        groei: (n, 3) `KENMERKEN`.
        cluster: (n,) cluster of the rule, `ZONDER_CLUSTER` if it has none.
    """

    tabel: pd.DataFrame
    n_verwacht: int
    jaren: list[int]
    gebruikt: list[int]
    crisisjaar: int
    groei: pd.DataFrame
    cluster: np.ndarray

    @property
    def n(self) -> int:
        """Number of wijken."""
        return len(self.tabel)

    @property
    def scores(self) -> pd.DataFrame:
        """The scores that are used, one column per year."""
        return self.tabel[[f"lbm_{jaar}" for jaar in self.gebruikt]].set_axis(self.gebruikt, axis=1)

    @property
    def punten(self) -> np.ndarray:
        """The growth with mean 0 and variance 1: (n, 3)."""
        return ((self.groei - self.groei.mean()) / self.groei.std(ddof=0)).to_numpy()


def maak_wolk(
    wijken: pd.DataFrame, jaren: Sequence[int], crisisjaar: int, eindjaar: int, zaad: int
) -> Wolk:
    """Return the cloud of the selected wijken, or of a sample of them where they are many.

    Args:
        wijken: wk_code, in_selectie, cluster, lbm_<jaar>.
        jaren: measurement years. crisisjaar: the knot. eindjaar: last year that is used.
        zaad: seed of the edition, for the sample.

    Raises:
        InvoerFout: see `groeikenmerken`; or fewer than two wijken have all scores and differ.
    """
    jaren = sorted(jaren)
    gebruikt = [jaar for jaar in jaren if jaar <= eindjaar]
    kolommen = [f"lbm_{jaar}" for jaar in gebruikt]
    selectie = _steekproef(wijken[wijken["in_selectie"]].sort_values("wk_code"), zaad)
    tabel = selectie.dropna(subset=kolommen).reset_index(drop=True)
    groei = groeikenmerken(tabel[kolommen].set_axis(gebruikt, axis=1), crisisjaar)
    if len(tabel) < 2 or not (groei.std(ddof=0) > 0).all():
        raise InvoerFout(
            f"er zijn te weinig geselecteerde {W.gebieden} met alle scores om groepen in te zoeken",
            sleutel="selectie",
            waarde=len(tabel),
            remedie="Neem een ruimere selectie, of zet deze controle uit.",
        )
    return Wolk(
        tabel=tabel,
        n_verwacht=len(selectie),
        jaren=jaren,
        gebruikt=gebruikt,
        crisisjaar=crisisjaar,
        groei=groei,
        cluster=tabel["cluster"].fillna(ZONDER_CLUSTER).to_numpy(),
    )


def _steekproef(selectie: pd.DataFrame, zaad: int) -> pd.DataFrame:
    """Return `STEEKPROEF` of the wijken, drawn by the seed; all of them where there are fewer."""
    if len(selectie) <= STEEKPROEF:
        return selectie
    gekozen = np.random.default_rng([zaad, THEMA]).choice(len(selectie), STEEKPROEF, replace=False)
    return selectie.iloc[np.sort(gekozen)]
