"""How means move, in the hoofdrapport and the bijlage."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.tekst.stof import Stof


def begonnen(stof: Stof, jaar: int) -> str:
    """Lay the mean score of the selection in a year beside that of the other eligible wijken."""
    scores = [
        stof.cijfers.waarde(f"gemiddelde.{groep}.{jaar}")
        for groep in ("selectie", "overig_in_aanmerking")
    ]
    eigen, overig = map(taal.score, scores)
    if taal.is_leeg(scores[1]):
        return f"overige {W.gebieden} die in aanmerking kwamen zijn er niet."
    return (
        f"in {jaar} scoorde de selectie gemiddeld {eigen} en scoorden de overige {W.gebieden} die "
        f"in aanmerking kwamen {overig}."
    )


def verloop_van(wat: str, verschil: float, marge: float = 0.005) -> str:
    """Say with the verb first how something went: "steeg het gemiddelde"."""
    woorden = (f"steeg {wat}", f"daalde {wat}", f"bleef {wat} vrijwel gelijk")
    return taal.werkwoord(verschil, *woorden, marge)
