"""The selection of the example edition, its historical labels, and the clusters it falls in."""

from __future__ import annotations

import numpy as np
import pandas as pd

from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.voorbeeld.voorbeeld import JAREN, LABELS, Parameters


def kies_selectie(
    p: Parameters, wijken: pd.DataFrame, score_2002: np.ndarray, rng: np.random.RandomState
) -> pd.DataFrame:
    """Return the selected wijken with their labels, as bool columns; each has one label or more."""
    gemeente = np.bincount(wijken["gm"], wijken["inwoners"])[wijken["gm"]]
    mag = (wijken["inwoners"] >= p.min_inwoners) & (gemeente >= p.min_inwoners_gemeente)
    beeld = np.where(mag, score_2002 + p.sigma_selectie * rng.standard_normal(len(wijken)), np.inf)
    gekozen = np.sort(np.argsort(beeld, kind="stable")[: p.n_selectie])
    uit = pd.DataFrame({"wk_code": wijken["wk_code"].to_numpy()[gekozen]})
    for label, aantal in p.n_label.items():
        oordeel = beeld[gekozen] + p.sigma_label * rng.standard_normal(len(gekozen))
        rang = np.argsort(np.argsort(oordeel, kind="stable"), kind="stable")
        uit[label] = rang < aantal
    uit["probleemwijk"] |= ~uit[list(LABELS)].any(axis=1)
    return uit


def clusters_2014(parameters: Parameters, lbm: pd.DataFrame) -> pd.Series:
    """Return the cluster of each wijk by the rule of DOMAIN.md section 1, end year 2014.

    Args:
        lbm: one row per wijk, columns 2008, 2012 and 2014 (more is fine).
    """
    lang, na = (lbm[2014] - lbm[2008]).round(9), (lbm[2014] - lbm[2012]).round(9)
    hoog, delta = lbm[2014] >= parameters.klassengrens, parameters.delta
    cluster = np.select(
        [
            hoog & (lang > delta) & (na > delta),
            hoog,
            (lang > delta) & (na >= -delta),
            na < -delta,
        ],
        CLUSTERS[:-1],
        CLUSTERS[-1],
    )
    return pd.Series(cluster, index=lbm.index, dtype=object, name="cluster")


def beeld(
    p: Parameters, wijken: pd.DataFrame, lbm: np.ndarray, selectie: pd.DataFrame
) -> pd.DataFrame:
    """Return what `kies_wijken` asks of each wijk."""
    gekozen = wijken["wk_code"].isin(selectie["wk_code"])
    landelijk, score = p.gemiddelden[JAREN.index(2014)], lbm[:, JAREN.index(2014)]
    return pd.DataFrame(
        {
            "wk_code": wijken["wk_code"],
            "gm_naam": wijken["gm_naam"],
            "cluster": clusters_2014(p, pd.DataFrame(lbm, columns=JAREN)).where(gekozen),
            "geschikt_buiten": ~gekozen
            & (wijken["inwoners"] >= p.min_inwoners)
            & (score < landelijk)
            & (score > landelijk - 0.1),
        }
    )
