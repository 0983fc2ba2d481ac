"""Omitted variables."""

from __future__ import annotations

from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet, hoofdmodellen
from leefbaarheid.toetsen.weggelaten_variabelen import weggelaten_tabel


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """Robustness values, and bounds by the observed variables, for the main models."""
    tabel, grenzen = weggelaten_tabel(hoofdmodellen(opzet), opzet.labels)
    return {"robuustheid_weggelaten": tabel, "robuustheid_weggelaten_grenzen": grenzen}
