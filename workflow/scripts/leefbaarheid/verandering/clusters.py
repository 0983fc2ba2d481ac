"""Which wijken that both editions selected are in another cluster, and why."""

from __future__ import annotations

from typing import Any

import pandas as pd

from leefbaarheid.basis.begrippen import ZONDER_CLUSTER
from leefbaarheid.basis.redenen.code import samen
from leefbaarheid.basis.redenen.verandering import VeranderReden
from leefbaarheid.basis.tabellen.trajecten import MARGE
from leefbaarheid.verandering.herkomst import gewijzigde_sleutels
from leefbaarheid.verandering.scores import GELIJK_TOT, herziening
from leefbaarheid.verandering.stand import Stand

CLUSTERWIJKEN = ["wk_code", "wk_naam", "gm_naam", "cluster_oud", "cluster_nieuw"]
CLUSTERWIJKEN += ["verplaatst", "reden"]
PAREN = ["cluster_oud", "cluster_nieuw", "n_wijken"]
REGEL = (
    *("clusters.langjaar", "clusters.crisisjaar", "clusters.voldoende_vanaf_klasse"),
    *("clusters.delta", "klassen.grenzen", "eindjaar"),
)
"""The settings that say in which cluster a wijk is."""


def vergelijk_clusterwijken(oud: Stand, nieuw: Stand, instellingen: pd.DataFrame) -> pd.DataFrame:
    """Return the table `verandering_clusterwijken`: the wijken that both editions selected.

    Args:
        oud, nieuw: the editions.
        instellingen: `verandering_instellingen`.
    """
    voor, na = oud.wijken(), nieuw.wijken()
    if voor is None or na is None:
        return pd.DataFrame(columns=CLUSTERWIJKEN)
    beide = voor.index[voor["in_selectie"]].intersection(na.index[na["in_selectie"]]).sort_values()
    tabel = pd.DataFrame(
        {
            "wk_code": beide,
            "wk_naam": na.loc[beide, "wk_naam"].to_numpy(),
            "gm_naam": na.loc[beide, "gm_naam"].to_numpy(),
            "cluster_oud": _clusters(voor, beide),
            "cluster_nieuw": _clusters(na, beide),
        }
    )
    tabel["verplaatst"] = tabel["cluster_oud"] != tabel["cluster_nieuw"]
    algemeen = [*_regel(instellingen), *_marge(oud, nieuw)]
    herzien = herziening(voor, na).abs() > GELIJK_TOT
    gebruikt = {*_gebruikte_jaren(oud), *_gebruikte_jaren(nieuw)} & set(herzien.columns)
    scores = herzien[sorted(gebruikt)]
    tabel["reden"] = [
        _waarom(scores.loc[code], algemeen) if anders else ""
        for code, anders in zip(tabel["wk_code"], tabel["verplaatst"], strict=True)
    ]
    return tabel[CLUSTERWIJKEN]


def _clusters(wijken: pd.DataFrame, codes: pd.Index) -> Any:
    return wijken.loc[codes, "cluster"].replace("", ZONDER_CLUSTER).to_numpy()


def _gebruikte_jaren(stand: Stand) -> set[int]:
    clusters = stand.config["clusters"]
    return {clusters["langjaar"], clusters["crisisjaar"], stand.config["eindjaar"]}


def _regel(instellingen: pd.DataFrame) -> list[str]:
    anders = gewijzigde_sleutels(instellingen, *REGEL)
    return [VeranderReden.CLUSTERREGEL.met(sleutels=" ".join(anders))] if anders else []


def marge(stand: Stand) -> float | None:
    """Return the margin within which a change is stagnation, in score points."""
    tabel = stand.tabellen.get(MARGE.naam)
    return None if tabel is None or tabel.empty else float(tabel["delta"].iloc[0])


def _marge(oud: Stand, nieuw: Stand) -> list[str]:
    voor, na = marge(oud), marge(nieuw)
    if voor is None or na is None or abs(na - voor) <= GELIJK_TOT:
        return []
    return [VeranderReden.ANDERE_MARGE.met(oud=f"{voor:.10g}", nieuw=f"{na:.10g}")]


def _waarom(herzien: pd.Series, algemeen: list[str]) -> str:
    """Return why a wijk is in another cluster: all that changed of what decides it."""
    jaren = " ".join(str(jaar) for jaar in herzien.index[herzien])
    eigen = [VeranderReden.SCORES_HERZIEN.met(jaren=jaren)] if jaren else []
    return samen([*algemeen, *eigen] or [VeranderReden.CLUSTER_ONBEKEND.met()])


def vergelijk_clusters(clusterwijken: pd.DataFrame) -> pd.DataFrame:
    """Return the table `verandering_clusters`: how many wijken went from which to which."""
    paren = clusterwijken.groupby(["cluster_oud", "cluster_nieuw"]).size()
    return paren.rename("n_wijken").reset_index()[PAREN]
