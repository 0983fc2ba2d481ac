"""Three model forms, three questions."""

from __future__ import annotations

from leefbaarheid.toetsen import lord
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """The three model forms side by side."""
    return {"robuustheid_lord": lord.lord_tabel(opzet.regressie)}
