"""Measurement error per year, and what it does to the labels of wijken."""

from __future__ import annotations

from leefbaarheid.analyse.meetfout import schat_meetfout, scores_van
from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.meetfout import TREKKINGEN, meetfouttabel
from leefbaarheid.toetsen.misclassificatie import TREKKINGEN as TREKKINGEN_LABELS
from leefbaarheid.toetsen.misclassificatie import misclassificatie
from leefbaarheid.toetsen.trajectopzet import Trajectopzet


def toets(opzet: Trajectopzet, eerder: Tabellen) -> Tabellen:
    """The error of a measurement per year, and how sure clusters and directions are."""
    inferentie, jaren, wijken = opzet.inferentie, opzet.editie["jaren"], opzet.wijken
    tabel = meetfouttabel(
        wijken, jaren, zaad=inferentie["zaad"], trekkingen=aantal(inferentie, TREKKINGEN)
    )
    labels = misclassificatie(
        wijken,
        schat_meetfout(scores_van(wijken, jaren), wijken["gm_code"]),
        grenzen=opzet.editie["klassen"]["grenzen"],
        regel=opzet.regel,
        zaad=inferentie["zaad"],
        trekkingen=aantal(inferentie, TREKKINGEN_LABELS),
    )
    return {
        "robuustheid_meetfout": tabel,
        "robuustheid_misclassificatie": labels.groepen,
        "robuustheid_misclassificatie_wijken": labels.wijken,
    }
