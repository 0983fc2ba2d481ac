"""Few and unequal gemeenten."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.toetsen import clusterinferentie
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.kracht import mde_tabel, ontwerpkracht
from leefbaarheid.toetsen.modelopzet import Modelopzet, hoofdmodellen


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """Few and unequal gemeenten: CRV1, CRV3, wild bootstrap, and the minimal detectable effect."""
    clusters, aantoonbaar = [], []
    for ontwerp in hoofdmodellen(opzet):
        tabel = clusterinferentie.clustertabel(ontwerp)
        gevonden = ontwerpkracht(ontwerp) if tabel["se"].notna().any() else None
        clusters.append(tabel)
        aantoonbaar.append(mde_tabel(tabel, gevonden))
    return {
        "robuustheid_clusters": pd.concat(clusters, ignore_index=True),
        "robuustheid_aantoonbaar": pd.concat(aantoonbaar, ignore_index=True),
    }
