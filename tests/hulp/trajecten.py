"""Fictional wijken whose trajectories fall into known groups."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

JAREN = [2002, 2008, 2012, 2014, 2016]
OPZET = {"jaren": JAREN, "crisisjaar": 2012, "eindjaar": 2014, "zaad": 20170307}

PLANTING = [
    (60, 3.90, 0.010, 0.020, "Succes!"),
    (40, 3.80, 0.005, -0.020, "Terugval"),
    (30, 3.70, 0.020, 0.005, "Gestaag herstel"),
]


def maak_wijken(groepen: Sequence[tuple], zaad: int = 1, ruis: float = 0.01) -> pd.DataFrame:
    """Return wijken per group: (number, level in 2012, slope before, slope after, cluster)."""
    rng = np.random.default_rng(zaad)
    rijen = []
    for nummer, (aantal, niveau, voor, na, cluster) in enumerate(groepen):
        for _ in range(aantal):
            n, v, a = niveau + rng.normal(0, 0.02), voor + rng.normal(0, 0.002), na
            a = a + rng.normal(0, 0.003)
            rij = {
                f"lbm_{j}": n + v * min(j - 2012, 0) + a * max(j - 2012, 0) + rng.normal(0, ruis)
                for j in JAREN
            }
            rijen.append({**rij, "planting": nummer, "cluster": cluster})
    return pd.DataFrame(rijen).assign(
        wk_code=[f"WK90{i:04d}" for i in range(len(rijen))], in_selectie=True
    )


def rij(maten: pd.DataFrame, methode: str, K: int) -> pd.Series:
    """Return the row of one solution."""
    return maten[(maten["methode"] == methode) & (maten["aantal_groepen"] == K)].iloc[0]
