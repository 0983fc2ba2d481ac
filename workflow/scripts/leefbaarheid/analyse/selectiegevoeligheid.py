"""What another selection would have given: clusters and development under variants of the rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from leefbaarheid.basis.begrippen import ZONDER_CLUSTER
from leefbaarheid.basis.richting import richting
from leefbaarheid.basis.tabelwaarden import EDITIE, GEDAALD, KOLOM_VAN_CLUSTER


def selectiegevoeligheid(
    wijken: pd.DataFrame,
    varianten: Mapping[str, pd.Series[bool]],
    vensters: Iterable[tuple[int, int]],
    delta: float,
) -> pd.DataFrame:
    """Return the table `selectiegevoeligheid`: one row per variant of the selection.

    Args:
        wijken: the table `wijken` (gm_code, cluster, lbm_<jaar>); the cluster of a wijk does not
            depend on who else is selected.
        varianten: per variant which wijken it selects, with the index of `wijken`; `editie` first.
        vensters: pairs (van, tot) to report the change of.
        delta: tolerance in score points.

    Returns:
        variant, n_wijken, n_gemeenten, n_anders (selected here, not in the edition),
        n_<cluster>, and per window verandering_<van>_<tot> (mean, score points) and
        gedaald_<van>_<tot> (share of the wijken with both scores).
    """
    vensters = list(dict.fromkeys(vensters))
    rijen = [
        _rij(naam, wijken, masker, varianten[EDITIE], vensters, delta)
        for naam, masker in varianten.items()
    ]
    return pd.DataFrame(rijen)


def _rij(
    naam: str,
    wijken: pd.DataFrame,
    masker: pd.Series[bool],
    editie: pd.Series[bool],
    vensters: Iterable[tuple[int, int]],
    delta: float,
) -> dict[str, Any]:
    deel = wijken[masker]
    aantallen = deel["cluster"].fillna(ZONDER_CLUSTER).value_counts()
    namen = KOLOM_VAN_CLUSTER | {ZONDER_CLUSTER: ZONDER_CLUSTER}
    rij: dict[str, Any] = {
        "variant": naam,
        "n_wijken": len(deel),
        "n_gemeenten": deel["gm_code"].nunique(),
        "n_anders": int((masker & ~editie).sum()),
        **{f"n_{kolom}": int(aantallen.get(cluster, 0)) for cluster, kolom in namen.items()},
    }
    for van, tot in vensters:
        verandering = (deel[f"lbm_{tot}"] - deel[f"lbm_{van}"]).dropna()
        rij[f"verandering_{van}_{tot}"] = verandering.mean()
        rij[f"gedaald_{van}_{tot}"] = richting(verandering, delta).eq(GEDAALD).mean()
    return rij
