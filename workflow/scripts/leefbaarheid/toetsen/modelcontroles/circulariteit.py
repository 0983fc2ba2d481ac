"""Factors that feed the score itself."""

from __future__ import annotations

from leefbaarheid.toetsen import circulariteit
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """Outcomes per dimension, and the total without the dimension a factor feeds."""
    voedt = opzet.inferentie["dimensie_van_factor"]
    tabel = circulariteit.circulariteitstabel(
        opzet.tabel,
        opzet.panel,
        opzet.factoren,
        vensters=opzet.vensters,
        dimensie_van_factor=voedt,
        labels=opzet.labels,
        schatter=opzet.schatter,
    )
    return {
        "robuustheid_circulariteit": tabel,
        "robuustheid_circulariteit_oordeel": circulariteit.circulariteit_samenvatting(tabel, voedt),
    }
