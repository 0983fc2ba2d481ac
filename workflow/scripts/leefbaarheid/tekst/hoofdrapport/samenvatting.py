"""The summary of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabelwaarden import GEDAALD, GEMIDDELDE
from leefbaarheid.tekst.gedeeld.lage_score import naast_verwachting
from leefbaarheid.tekst.gedeeld.vergelijking import (
    aandelen_naast,
    gemiddelden_naast,
    kant,
    naast,
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


def kop(stof: Stof, van: int, tot: int) -> str:
    """Say in the fewest words how the mean of the selection went between two years."""
    return f"Tussen {van} en {tot} {steeg_of_daalde(stof, van, tot)}."


def richtingen(stof: Stof, van: int, tot: int) -> str:
    """Say which share of the selection rose, stagnated and fell, beside other wijken."""
    naam = f"ontwikkeling.{van}_{tot}.selectie"
    gestegen, gedaald = (stof.cijfers.waarde(f"{naam}.{r}") for r in ("gestegen", "gedaald"))
    zin = (
        f"{taal.van_de(gestegen, 'wijken')} {taal.deed(gestegen, 'steeg', 'stegen')} "
        f"({taal.procent(gestegen)}), {stof.cijfers.tekst(f'{naam}.gestagneerd')} stagneerde en "
        f"{taal.van_de(gedaald, 'wijken')} {taal.deed(gedaald, 'daalde', 'daalden')} "
        f"({taal.procent(gedaald)})."
    )
    elders = aandelen_naast(stof, van, tot, GEDAALD, "daalde")
    # a summary is short: that means do not differ is in the chapter
    gemiddeld = any(kant(rij) for rij in naast(stof, van, tot, GEMIDDELDE))
    zinnen = [
        taal.hoofdletter(zin),
        elders,
        gemiddelden_naast(stof, van, tot) if gemiddeld else "",
        naast_verwachting(stof, van, tot),
    ]
    return " ".join(deel for deel in zinnen if deel)
