"""Measurement error per year."""

from __future__ import annotations

from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.meetfout import TREKKINGEN, meetfouttabel
from leefbaarheid.toetsen.trajectopzet import Trajectopzet
from leefbaarheid.toetsen.trekkingen import aantal


def toets(opzet: Trajectopzet, eerder: Tabellen) -> Tabellen:
    """The error of a measurement per year."""
    inferentie = opzet.inferentie
    return {
        "robuustheid_meetfout": meetfouttabel(
            opzet.wijken,
            opzet.editie["jaren"],
            zaad=inferentie["zaad"],
            trekkingen=aantal(inferentie, TREKKINGEN),
        )
    }
