"""What a map shows of a wijk: its cluster, or whether its score rose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from leefbaarheid.basis.begrippen import ZONDER_CLUSTER
from leefbaarheid.basis.richting import richting
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTAGNEERD, GESTEGEN
from leefbaarheid.figuren.delen.stijl import CLUSTERSTIJL, RICHTINGSTIJL, Stijl
from leefbaarheid.figuren.delen.toelichting import peiljaren, venster
from leefbaarheid.figuren.ontwikkeling.boodschappen import grootste_cluster, veranderd


@dataclass(frozen=True)
class Kaartgroepen:
    """How a map divides wijken.

    Attributes:
        waarnaar: what the groups are ("cluster in 2014").
        peiljaar: years of the data, as a sentence.
        stijlen: how each group looks, in the order of the legend.
        kop: the same above a map.
        boodschap: says what the map shows, from the number of wijken in each group.
        van: gives the group of each row of the table of wijken, or None where it has none.
    """

    waarnaar: str
    kop: str
    peiljaar: str
    stijlen: Mapping[str, Stijl]
    boodschap: Callable[[Mapping[str, int]], str]
    van: Callable[[pd.DataFrame], pd.Series]

    def aantallen(self, groep: pd.Series) -> dict[str, int]:
        """Return how many wijken each group has, in the order of the legend; none without any."""
        tel = {naam: int((groep == naam).sum()) for naam in self.stijlen}
        return {naam: n for naam, n in tel.items() if n}


def naar_cluster(eindjaar: int) -> Kaartgroepen:
    """Return the division by cluster."""
    naam = f"cluster in {eindjaar}"
    return Kaartgroepen(naam, naam, peiljaren([eindjaar]), CLUSTERSTIJL, grootste_cluster, _cluster)


def naar_verandering(van: int, tot: int, delta: float) -> Kaartgroepen:
    """Return the division by the change van -> tot, with a tolerance in score points."""
    naam = f"verandering van de score {venster(van, tot)}"
    return Kaartgroepen(
        f"de {naam}",
        naam,
        peiljaren([van, tot]),
        {naam: RICHTINGSTIJL[naam] for naam in (GESTEGEN, GESTAGNEERD, GEDAALD)},
        partial(_veranderd, paar=(van, tot), delta=delta),
        partial(_richting, van=van, tot=tot, delta=delta),
    )


def _cluster(wijken: pd.DataFrame) -> pd.Series:
    return wijken["cluster"].fillna(ZONDER_CLUSTER)


def _veranderd(aantallen: Mapping[str, int], *, paar: tuple[int, int], delta: float) -> str:
    gestegen, gedaald = (aantallen.get(naam, 0) for naam in (GESTEGEN, GEDAALD))
    return veranderd(gestegen, gedaald, sum(aantallen.values()), paar, delta)


def _richting(wijken: pd.DataFrame, *, van: int, tot: int, delta: float) -> pd.Series:
    return richting(wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"], delta)
