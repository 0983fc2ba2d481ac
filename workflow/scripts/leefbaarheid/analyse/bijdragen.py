"""Which dimension added most to a change: every part with its interval, beside the extremes.

The highest and the lowest part are named on the ground of the data, so each other part is laid
beside them: only a part that differs clearly from the highest is really lower.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.decompositie import jaren_met_dimensies
from leefbaarheid.analyse.vergelijking import vergelijk_met_nul
from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES, SELECTIE

GROEPEN = (SELECTIE, *CLUSTERS)
"""The groups whose highest and lowest part the documents name."""


def bijdragen(
    panel: pd.DataFrame,
    wijken: pd.DataFrame,
    vensters: Iterable[tuple[int, int]],
    minimum: int = 5,
) -> pd.DataFrame:
    """Return the table `bijdragen`: the mean change per dimension, with intervals by gemeente.

    Args:
        panel: wk_code, jaar, and the five dimensions.
        wijken: the table `wijken` (wk_code, gm_code, in_selectie, cluster).
        vensters: pairs (van, tot); those without dimension scores give no rows.
        minimum: fewest gemeenten for an interval.

    Returns:
        One row per window x group x dimension: n, n_gemeenten, bijdrage (score points) with ci_laag
        and ci_hoog; onder_hoogste and boven_laagste (how far it lies from the highest and from the
        lowest part of that row's window and group, 0 for that part itself) with their intervals;
        reden.
    """
    beschikbaar = jaren_met_dimensies(panel)
    per_jaar = {
        jaar: deel.set_index("wk_code")[list(DIMENSIES)] for jaar, deel in panel.groupby("jaar")
    }
    selectie = wijken[wijken["in_selectie"]].set_index("wk_code")
    rijen: list[dict[str, Any]] = []
    for van, tot in vensters:
        if van not in beschikbaar or tot not in beschikbaar:
            continue
        verschil = (per_jaar[tot] - per_jaar[van]).dropna()
        for groep in GROEPEN:
            leden = selectie if groep == SELECTIE else selectie[selectie["cluster"] == groep]
            deel = verschil[verschil.index.isin(leden.index)]
            gemeente = leden["gm_code"].reindex(deel.index).to_numpy()
            vast = {"van": van, "tot": tot, "groep": groep}
            rijen += [vast | rij for rij in _groep(deel, gemeente, minimum)]
    return pd.DataFrame(rijen, columns=KOLOMMEN)


def _groep(deel: pd.DataFrame, gemeente: np.ndarray, minimum: int) -> list[dict[str, Any]]:
    """Return the rows of one group in one window."""
    if deel.empty:
        return []
    gemiddeld = deel.mean()
    hoogste, laagste = gemiddeld.idxmax(), gemiddeld.idxmin()
    allen = np.ones(len(deel), bool)
    uit = []
    for naam in DIMENSIES:
        x = deel[naam].to_numpy(float)
        eigen = vergelijk_met_nul(x, allen, gemeente, minimum)
        rij = {"dimensie": naam, "n": eigen["n"], "n_gemeenten": eigen["n_gemeenten"]}
        rij |= {"bijdrage": eigen["waarde"], "reden": eigen["reden"]}
        rij |= {k: eigen[k] for k in ("ci_laag", "ci_hoog")}
        for kolom, paar in (
            ("onder_hoogste", deel[hoogste].to_numpy(float) - x),
            ("boven_laagste", x - deel[laagste].to_numpy(float)),
        ):
            los = vergelijk_met_nul(paar, allen, gemeente, minimum)
            rij |= {kolom: los["waarde"]}
            rij |= {f"{kolom}_{k}": los[f"ci_{k}"] for k in ("laag", "hoog")}
        uit.append(rij)
    return uit


KOLOMMEN = [
    *("van", "tot", "groep", "dimensie", "n", "n_gemeenten", "bijdrage", "ci_laag", "ci_hoog"),
    *("onder_hoogste", "onder_hoogste_laag", "onder_hoogste_hoog"),
    *("boven_laagste", "boven_laagste_laag", "boven_laagste_hoog", "reden"),
]
