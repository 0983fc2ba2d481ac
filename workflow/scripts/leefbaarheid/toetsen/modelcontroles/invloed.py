"""Influential wijken and the form of the model."""

from __future__ import annotations

from leefbaarheid.toetsen import invloed, varianten, vorm
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet, hoofdontwerp


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """Influential wijken, other estimators and the form of the main regression."""
    ontwerp, tabel, codeboek = hoofdontwerp(opzet), opzet.tabel, opzet.codeboek
    return {
        "robuustheid_invloed": invloed.invloedrijke_wijken(ontwerp, tabel, codeboek),
        "robuustheid_varianten": varianten.schat_varianten(ontwerp, tabel, codeboek),
        "robuustheid_vorm": vorm.toets_vorm(ontwerp),
        "robuustheid_partieel": vorm.partiele_residuen(ontwerp, tabel, codeboek),
        "robuustheid_punten": invloed.punten(ontwerp, tabel),
    }
