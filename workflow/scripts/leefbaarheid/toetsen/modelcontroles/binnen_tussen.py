"""Within gemeenten and between them."""

from __future__ import annotations

from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.toetsen import binnen_tussen
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """Each factor within and between gemeenten: main window, before and after the crisis."""
    instelling = opzet.instelling
    ontwerpen = {
        steekproef: opzet.ontwerp(instelling["hoofdvenster"], instelling["hoofdmodel"], steekproef)
        for steekproef in instelling["steekproeven"]
    }
    return {
        "robuustheid_binnen_tussen": binnen_tussen.binnen_tussen_tabel(
            binnen_tussen.perioden(opzet.tabel, ontwerpen, opzet.factoren, opzet.crisisjaar),
            opzet.factoren,
            opzet.labels,
            zaad=opzet.inferentie["zaad"],
            trekkingen=aantal(opzet.inferentie, binnen_tussen.TREKKINGEN),
        )
    }
