"""How means move, in the hoofdrapport and the bijlage."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.tekst.stof import Stof


def afstand(stof: Stof, van: int, tot: int) -> str:
    """Say whether the selection came nearer to the mean of all wijken."""
    afstanden = [
        stof.cijfers.waarde(f"gemiddelde.land.{jaar}")
        - stof.cijfers.waarde(f"gemiddelde.selectie.{jaar}")
        for jaar in (van, tot)
    ]
    begin, eind = (taal.getal(afstand, 2) for afstand in afstanden)
    if begin == eind:
        return f"De afstand tot het gemiddelde van alle wijken bleef {eind} punt."
    kromp = afstanden[1] < afstanden[0]
    zin = (
        f"De afstand tot het gemiddelde van alle wijken {'kromp' if kromp else 'groeide'} van "
        f"{begin} naar {eind} punt"
    )
    if not kromp:
        return f"{zin}."
    return f"{zin}; een deel daarvan kan regressie naar het gemiddelde zijn (zie @sec-selectie)."


def verloop_van(wat: str, verschil: float, marge: float = 0.005) -> str:
    """Say with the verb first how something went: "steeg het gemiddelde"."""
    woorden = (f"steeg {wat}", f"daalde {wat}", f"bleef {wat} vrijwel gelijk")
    return taal.werkwoord(verschil, *woorden, marge)
