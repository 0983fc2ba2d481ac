"""Space: a model of dependent errors, and noise in the place of a factor."""

from __future__ import annotations

from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.toetsen import conley, ruimtetabel
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet, hoofdontwerp


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """The spatial error model of the main regression in every sample, and the spatial placebo."""
    instelling = opzet.instelling
    xy = conley.coordinaten(opzet.wijken)
    ontwerpen = [
        opzet.ontwerp(instelling["hoofdvenster"], instelling["hoofdmodel"], steekproef)
        for steekproef in instelling["steekproeven"]
    ]
    return {
        "robuustheid_ruimte": ruimtetabel.foutenmodel_tabel(ontwerpen, xy, opzet.labels),
        "robuustheid_ruimte_placebo": ruimtetabel.placebo_tabel(
            hoofdontwerp(opzet),
            xy,
            opzet.labels,
            zaad=opzet.inferentie["zaad"],
            trekkingen=aantal(opzet.inferentie, ruimtetabel.TREKKINGEN),
        ),
    }
