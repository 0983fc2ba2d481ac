"""Wijken that resemble each other."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.toetsen import afhankelijkheid, conley, moran
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet, hoofdmodellen


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """Gemeente effects, random intercept, Moran's I and Conley for the main models."""
    xy = conley.coordinaten(opzet.wijken)
    ontwerpen = hoofdmodellen(opzet)
    tabel = pd.concat(
        [afhankelijkheid.afhankelijkheidstabel(o, xy, labels=opzet.labels) for o in ontwerpen],
        ignore_index=True,
    )
    buren = moran.moran_tabel(
        ontwerpen,
        xy,
        zaad=opzet.inferentie["zaad"],
        permutaties=aantal(opzet.inferentie, opzet.inferentie["permutaties"]),
    )
    return {
        "robuustheid_afhankelijkheid": tabel,
        "robuustheid_moran": buren,
        "robuustheid_afhankelijkheid_oordeel": afhankelijkheid.vergelijk_varianten(tabel, buren),
    }
