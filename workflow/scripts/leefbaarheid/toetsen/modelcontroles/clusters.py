"""Few and unequal gemeenten."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.toetsen import clusterinferentie, kracht
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet, hoofdmodellen


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """Few and unequal gemeenten: CRV1, CRV3, wild bootstrap, and the minimal detectable effect."""
    tabellen = [clusterinferentie.clustertabel(ontwerp) for ontwerp in hoofdmodellen(opzet)]
    tabel = pd.concat(tabellen, ignore_index=True)
    return {
        "robuustheid_clusters": tabel,
        "robuustheid_aantoonbaar": kracht.mde_tabel(tabel),
    }
