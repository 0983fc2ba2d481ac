"""How means move, in the hoofdrapport and the bijlage."""

from __future__ import annotations

from leefbaarheid.basis import taal


def verloop_van(wat: str, verschil: float, marge: float = 0.005) -> str:
    """Say with the verb first how something went: "steeg het gemiddelde"."""
    woorden = (f"steeg {wat}", f"daalde {wat}", f"bleef {wat} vrijwel gelijk")
    return taal.werkwoord(verschil, *woorden, marge)
