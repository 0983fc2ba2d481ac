"""What the hoofdrapport and the bijlage say about the lists of stijgers and dalers."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.tekst.stof import Stof


def richtingen(stof: Stof) -> str:
    """Say how many of the wijken on the list rose or fell by more than the margin."""
    steeg, daalde = (stof.cijfers.waarde(f"stijgers_dalers.n_{k}") for k in ("stijgers", "dalers"))
    n = taal.telwoord(int(stof.cijfers.waarde("stijgers_dalers.n")))
    return (
        f"Van die {n} {taal.meervoud(steeg or 1, 'steeg', 'stegen')} er {taal.hoeveel(steeg)} meer "
        f"dan de marge en {taal.meervoud(daalde or 1, 'daalde', 'daalden')} er "
        f"{taal.hoeveel(daalde)}."
    )


def paren(stof: Stof) -> str:
    """Say how many gemeenten have both a stijger and a daler beyond the margin."""
    n = len(stof.tabellen["kandidaatparen"])
    if not n:
        return "Geen enkele gemeente heeft zowel een stijger als een daler van meer dan de marge."
    return (
        f"{taal.hoofdletter(taal.aantal_van(n, 'gemeente heeft', 'gemeenten hebben'))} zowel een "
        "stijger als een daler van meer dan de marge."
    )
