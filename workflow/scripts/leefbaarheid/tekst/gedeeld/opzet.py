"""Which regressions this edition has, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import (
    ANCOVA,
    BASISMETING,
    MODELNAMEN,
    STEEKPROEFNAMEN,
    VERANDERING,
)
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import STEEKPROEF_IN_ZIN, modelnaam
from leefbaarheid.tekst.stof import Stof

MODELNAMEN_KORT = {
    VERANDERING: "verandering",
    ANCOVA: "eindscore",
    BASISMETING: "basismeting",
}


def uitkomstvensters(stof: Stof) -> list[tuple[int, int]]:
    """Return the outcome windows of the regressions, ascending."""
    return sorted((van, tot) for van, tot in stof.editie["regressie"]["vensters"])


def modelvormen(stof: Stof) -> list[str]:
    """Return the model forms in reading order."""
    return [naam for naam in MODELNAMEN if naam in stof.editie["regressie"]["modellen"]]


def steekproeven(stof: Stof) -> list[str]:
    """Return the samples in reading order."""
    return [s for s in STEEKPROEFNAMEN if s in stof.editie["regressie"]["steekproeven"]]


def steekproefnaam(steekproef: str) -> str:
    """Return the name of a sample within a sentence."""
    return STEEKPROEF_IN_ZIN[steekproef]


def periodenamen(vensters: Sequence[tuple[int, int]]) -> Cellen:
    """Return windows as column heads."""
    return [venster(van, tot) for van, tot in vensters]


def reeks(stof: Stof, deel: Sequence[tuple[int, int]]) -> str:
    """Return which windows one of several tables shows: " (2002–2008 tot ...)"; else ""."""
    if len(deel) == len(uitkomstvensters(stof)):
        return ""
    return f" ({venster(*deel[0])} tot en met {venster(*deel[-1])})"


def schattingen(stof: Stof, **kenmerken: object) -> list[Rij]:
    """Return the estimates of factors with these values in the table of regressions."""
    return [
        rij
        for rij in stof.tabellen["regressie"]
        if rij["term"] in stof.editie["factoren"]
        and all(rij[k] == waarde for k, waarde in kenmerken.items())
    ]


def modellen_tekst(stof: Stof) -> str:
    """Say which model forms the edition estimates and which of them is the main one."""
    r = stof.editie["regressie"]
    periode, hoofd = venster(*r["hoofdvenster"]), f"*{modelnaam(r['hoofdmodel'])}*"
    if len(modelvormen(stof)) == 1:
        return f"Deze editie schat alleen de vorm {hoofd}; de hoofdperiode is {periode}."
    zin = f"Het hoofdmodel is {hoofd}; de hoofdperiode is {periode}."
    if len(modelvormen(stof)) < len(MODELNAMEN):
        vormen = taal.opsomming([f"*{modelnaam(vorm)}*" for vorm in modelvormen(stof)])
        zin = f"Deze editie schat de vormen {vormen}. {zin}"
    return zin
