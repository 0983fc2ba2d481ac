"""The summary of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import GEDAALD
from leefbaarheid.tekst.gedeeld.vergelijking import (
    aandelen_naast,
    steeg_of_daalde,
)
from leefbaarheid.tekst.stof import Stof


def verloop(stof: Stof, van: int, tot: int) -> str:
    """Say where the mean of the selection began and ended: "ging van 3,88 naar 3,89"."""
    getoond = [
        taal.score(stof.cijfers.waarde(f"gemiddelde.selectie.{jaar}")) for jaar in (van, tot)
    ]
    if getoond[0] == getoond[1]:
        return f"bleef afgerond {getoond[0]}"
    return f"ging van {getoond[0]} naar {getoond[1]}"


def richtingen(stof: Stof, van: int, tot: int) -> str:
    """Say which share of the selection rose and fell, the latter beside other wijken."""
    naam = f"ontwikkeling.{van}_{tot}.selectie"
    steeg, daalde, bewoners = (
        stof.cijfers.tekst(f"{naam}.{r}") for r in ("gestegen", "gedaald", "gedaald_inwoners")
    )
    waar = (
        f" (daar woonde {bewoners} van de bewoners)"
        if stof.cijfers.waarde(f"{naam}.gedaald")
        else ""
    )
    zinnen = [
        f"In die jaren {steeg_of_daalde(stof, van, tot)}: zij {verloop(stof, van, tot)}; "
        f"{steeg} van de geselecteerde {W.gebieden} steeg en {daalde} daalde{waar}.",
        aandelen_naast(stof, van, tot, GEDAALD, "daalde"),
    ]
    return " ".join(zin for zin in zinnen if zin)
