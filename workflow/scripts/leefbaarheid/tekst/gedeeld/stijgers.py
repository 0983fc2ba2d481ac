"""What the hoofdrapport and the bijlage say about the lists of stijgers and dalers."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.tekst.stof import Stof


def richtingen(stof: Stof) -> str:
    """Say how many of the wijken on the list rose or fell by more than the margin."""
    steeg, daalde = (stof.cijfers.waarde(f"stijgers_dalers.n_{k}") for k in ("stijgers", "dalers"))
    return (
        f"Meer dan de marge {taal.meervoud(steeg, 'steeg', 'stegen')} er {taal.hoeveel(steeg)}, en "
        f"{taal.meervoud(daalde, 'daalde', 'daalden')} er {taal.hoeveel(daalde)}."
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
