"""The tables that the page of a wijk rests on: wijken that are alike, the nearest other cluster."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import pandas as pd

from leefbaarheid.analyse.clusterafstand import clusterafstand
from leefbaarheid.analyse.gelijkende_wijken import gelijkende_wijken
from leefbaarheid.analyse.trajecten import Clusterregel
from leefbaarheid.basis.contractschema import controleer_tabel
from leefbaarheid.basis.tabellen import portretten as contracten


class Regelkader(Protocol):
    """What of the frame of an edition decides its clusters."""

    @property
    def langjaar(self) -> int: ...
    @property
    def crisisjaar(self) -> int: ...
    @property
    def eindjaar(self) -> int: ...
    @property
    def delta(self) -> float: ...
    @property
    def voldoende_vanaf(self) -> int: ...
    @property
    def grenzen(self) -> Sequence[float]: ...


def reken(
    wijken: pd.DataFrame,
    scores: pd.DataFrame,
    codes: Sequence[str],
    kader: Regelkader,
    gelijkende: int,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the two tables, checked against their contracts.

    Args:
        wijken: in_aanmerking and cluster per wijk (index wk_code).
        scores: score per wijk (index wk_code) and year (columns).
        codes: the wijken that have a page.
        kader: the rule of the clusters.
        gelijkende: how many wijken that are alike a page names; they are eligible ones.
    """
    uit = wijken.index[wijken["in_aanmerking"].astype(bool)]
    gelijkend = gelijkende_wijken(scores, codes, set(uit), gelijkende)
    regel = Clusterregel(
        kader.langjaar, kader.crisisjaar, kader.eindjaar, kader.delta, kader.voldoende_vanaf
    )
    afstand = clusterafstand(scores, wijken.loc[list(codes), "cluster"], regel, kader.grenzen)
    for naam, inhoud in (("gelijkende_wijken", gelijkend), ("clusterafstand", afstand)):
        controleer_tabel(inhoud, contracten.TABELLEN[naam])
    return gelijkend, afstand
