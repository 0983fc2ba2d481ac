"""Do the clusters predict what happened after the end year?

The change after the end year is regressed on dummies of the clusters, without the largest. Their
coefficients are tested together by a Wald test (`analyse.wald`), and one by one with the t interval
of CRV3.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.analyse.clusterproducten import Clusterproducten, clusterproducten
from leefbaarheid.analyse.crv import crv3, standaardfout, t_interval, t_toets
from leefbaarheid.analyse.gewichten import TREKKINGEN
from leefbaarheid.analyse.wald import waldtoets
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.tabelwaarden import Voorspelvorm

KLEINSTE_CLUSTER = 2
"""A cluster in fewer gemeenten has no estimate when one of them is left out."""


def clustervoorspelling(
    selectie: pd.DataFrame,
    jaren: Sequence[int],
    eindjaar: int,
    minimum: int = 5,
    *,
    trekkingen: int = TREKKINGEN,
    zaad: int = 0,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the tables `clustervoorspelling` and `clusterverschillen`.

    Args:
        selectie: the selected wijken of the table `wijken`.
        jaren: measurement years of the edition, ascending.
        eindjaar: end year of the cluster rule.
        minimum: fewest gemeenten to test with.
        trekkingen, zaad: of the bootstrap of the joint test.

    Returns:
        (1) One row per form: the change itself; the change given the score in the end year; and
        from the first measurement after the end year, given the score in the end year, so that
        noise in that score is not in the change as well. van, tot, n, n_gemeenten, n_clusters, f,
        p (bootstrap), r2_zonder and r2_met (without and with the clusters), reden.
        (2) One row per form and cluster: n, referentie, verschil (score points, with the reference
        cluster), se, ci_laag, ci_hoog, p. Without a measurement after the end year one row with a
        reason, and none.
    """
    later = [jaar for jaar in jaren if jaar > eindjaar]
    if not later:
        leeg = {"vorm": Voorspelvorm.VERANDERING, "van": eindjaar, "tot": eindjaar, "n": 0}
        leeg |= {"n_gemeenten": 0, "n_clusters": 0, "reden": AnalyseReden.GEEN_LATERE_METING.met()}
        return pd.DataFrame([leeg], columns=TOETSKOLOMMEN), pd.DataFrame(columns=VERSCHILKOLOMMEN)
    vormen = [(Voorspelvorm.VERANDERING, eindjaar), (Voorspelvorm.GEGEVEN_SCORE, eindjaar)]
    if len(later) > 1:
        vormen.append((Voorspelvorm.VANAF_VOLGENDE, later[0]))
    toetsen, verschillen = [], []
    for vorm, van in vormen:
        opzet = _Opzet(vorm, van, later[-1], eindjaar, minimum, trekkingen, zaad)
        toets, rijen = _schat(selectie, opzet)
        toetsen.append(toets)
        verschillen += rijen
    return (
        pd.DataFrame(toetsen, columns=TOETSKOLOMMEN),
        pd.DataFrame(verschillen, columns=VERSCHILKOLOMMEN),
    )


TOETSKOLOMMEN = [
    *("vorm", "van", "tot", "n", "n_gemeenten", "n_clusters", "f", "p"),
    *("r2_zonder", "r2_met", "reden"),
]
VERSCHILKOLOMMEN = [
    *("vorm", "cluster", "n", "referentie", "verschil", "se", "ci_laag", "ci_hoog", "p")
]


class _Opzet(NamedTuple):
    """One form: the years of the change, the year of the score, and how it is tested."""

    vorm: Voorspelvorm
    van: int
    tot: int
    eindjaar: int
    minimum: int
    trekkingen: int
    zaad: int


def _schat(selectie: pd.DataFrame, opzet: _Opzet) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the test of one form, and the rows of its clusters."""
    vorm, van, tot, eindjaar = opzet[:4]
    deel = _bruikbaar(selectie, [f"lbm_{jaar}" for jaar in dict.fromkeys((eindjaar, van, tot))])
    aantallen = deel["cluster"].value_counts()
    # the largest; of equal size the first in the order of the study
    namen = sorted(aantallen.index, key=lambda naam: (-aantallen[naam], CLUSTERS.index(naam)))
    q, groepen = len(namen) - 1, deel["gm_code"].to_numpy()
    n_gemeenten = len(set(groepen))
    vast: dict[str, Any] = {
        **{"vorm": vorm, "van": van, "tot": tot, "n": len(deel), "n_clusters": len(namen)},
        "n_gemeenten": n_gemeenten,
    }
    if reden := _waarom_niet(q, n_gemeenten, opzet.minimum):
        return vast | {"reden": reden}, []
    y = (deel[f"lbm_{tot}"] - deel[f"lbm_{van}"]).to_numpy(float)
    basis = [np.ones(len(deel))]
    if vorm != Voorspelvorm.VERANDERING:
        score = deel[f"lbm_{eindjaar}"].to_numpy(float)
        basis.append(score - score.mean())
    dummies = [deel["cluster"].eq(naam).to_numpy(float) for naam in namen[1:]]
    met = clusterproducten(np.column_stack([*basis, *dummies]), y, groepen)
    toets = waldtoets(met, q, trekkingen=opzet.trekkingen, zaad=opzet.zaad)
    if np.isnan(toets.f):
        return vast | {"reden": AnalyseReden.EEN_GEMEENTE_BESLIST.met()}, []
    totaal = float(((y - y.mean()) ** 2).sum())
    zonder = clusterproducten(np.column_stack(basis), y, groepen)
    uitkomst = {
        **{"f": toets.f, "p": toets.p, "reden": ""},
        **{"r2_zonder": _r2(zonder.rss, totaal), "r2_met": _r2(met.rss, totaal)},
    }
    return vast | uitkomst, _rijen(vorm, namen, aantallen, met)


def _bruikbaar(selectie: pd.DataFrame, scores: Sequence[str]) -> pd.DataFrame:
    """Return the wijken with a cluster and all scores; clusters in one gemeente are left out."""
    deel = selectie.dropna(subset=[*scores, "cluster"])
    gemeenten = deel.groupby("cluster")["gm_code"].nunique()
    return deel[deel["cluster"].map(gemeenten).ge(KLEINSTE_CLUSTER)]


def _waarom_niet(q: int, n_gemeenten: int, minimum: int) -> str:
    if q < 1:
        return AnalyseReden.EEN_CLUSTER.met()
    if n_gemeenten < max(minimum, q + 2):
        return AnalyseReden.TE_WEINIG_GEMEENTEN.met(
            n_gemeenten=n_gemeenten, minimum=max(minimum, q + 2)
        )
    return ""


def _r2(rss: float, totaal: float) -> float:
    """Return explained variance (0-1); rounding does not make it negative."""
    return max(0.0, 1 - rss / totaal)


def _rijen(
    vorm: Voorspelvorm,
    namen: Sequence[str],
    aantallen: pd.Series[int],
    p: Clusterproducten,
) -> list[dict[str, Any]]:
    """Return per cluster its difference with the first of `namen`."""
    q = len(namen) - 1
    b, se = p.coef[-q:], standaardfout(crv3(p))[-q:]
    laag, hoog = t_interval(b, se, p.df)
    kolommen = zip(namen[1:], b, se, laag, hoog, t_toets(b, se, p.df), strict=True)
    referentie = {"vorm": vorm, "cluster": namen[0], "n": int(aantallen[namen[0]])}
    return [
        referentie | {"referentie": True},
        *(
            {
                **{"vorm": vorm, "cluster": naam, "n": int(aantallen[naam]), "referentie": False},
                **{"verschil": coef, "se": s, "ci_laag": lo, "ci_hoog": hi, "p": kans},
            }
            for naam, coef, s, lo, hi, kans in kolommen
        ),
    ]
