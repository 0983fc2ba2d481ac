"""A yardstick for readers: an effect in score points as a share of the width of a class."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.tekst.stof import Stof

_KLEINST = 0.05
_EEN = 0.05
"""How far from one class wide still reads as one class."""


def klassebreedte(stof: Stof) -> float:
    """Return the mean width of the inner classes, in score points; the outer two have no bound."""
    grenzen = stof.editie["klassen"]["grenzen"]
    return float((grenzen[-1] - grenzen[0]) / (len(grenzen) - 1))


def deel_van_klasse(stof: Stof, punten: float) -> str:
    """Return the size of a difference: "bijna een kwart van een klasse"."""
    deel = abs(punten) / klassebreedte(stof)
    if deel < _KLEINST:
        return "minder dan een twintigste van een klasse"
    if deel < 1 - _EEN:
        return f"{taal.breuk(deel)} van een klasse"
    if deel <= 1 + _EEN:
        return "ongeveer een hele klasse"
    return f"{taal.getal(deel, 1)} maal een klasse"


def maatstaf(stof: Stof) -> str:
    """Say how wide a class is, so that a share of it can be read."""
    return (
        f"Ter vergelijking: een klasse van de Leefbaarometer is gemiddeld "
        f"{taal.getal(klassebreedte(stof), 2)} punt breed (de hoogste en de laagste niet "
        "meegerekend)."
    )
