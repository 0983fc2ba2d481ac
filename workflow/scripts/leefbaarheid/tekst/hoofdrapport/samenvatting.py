"""The summary of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.tekst.stof import Stof


def verloop(stof: Stof, van: int, tot: int) -> str:
    """Say how the mean of the selection went: "steeg van 3,88 naar 3,89"."""
    begin = stof.cijfers.waarde(f"gemiddelde.selectie.{van}")
    eind = stof.cijfers.waarde(f"gemiddelde.selectie.{tot}")
    getoond = [taal.score(begin), taal.score(eind)]
    if getoond[0] == getoond[1]:
        return f"bleef vrijwel gelijk ({getoond[0]})"
    werkwoord = taal.werkwoord(eind - begin, "steeg", "daalde", "bleef vrijwel gelijk:")
    return f"{werkwoord} van {getoond[0]} naar {getoond[1]}"
