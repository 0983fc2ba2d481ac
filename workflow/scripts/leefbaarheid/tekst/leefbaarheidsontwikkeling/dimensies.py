"""Change by dimension, in the bijlage."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES, LAND, SELECTIE, TERUGVAL
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.redenen.code import Melding, ontleed
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.dimensies import uitersten
from leefbaarheid.tekst.gedeeld.namen import clusternaam, groepnaam
from leefbaarheid.tekst.stof import Stof


def decompositie_ontbreekt(stof: Stof) -> str:
    """Say for which windows there is no decomposition, and which years are to blame."""
    zonder = [r for r in stof.tabellen["decompositie"] if not r["n"] and r["reden"]]
    if not zonder:
        return ""
    perioden = taal.opsomming([venster(r["van"], r["tot"]) for r in zonder])
    jaren = sorted({jaar for r in zonder for jaar in _jaren(ontleed(r["reden"]))})
    rest = "" if decompositie_vensters(stof) else " Een tabel is er daarom niet."
    return (
        f"Voor {perioden} is geen uiteenlegging mogelijk, omdat er voor "
        f"{taal.opsomming(jaren)} geen scores per dimensie zijn.{rest}"
    )


def _jaren(reden: Melding) -> list[str]:
    """Return the years without dimension scores that a reason names."""
    if reden.code == AnalyseReden.SELECTIE_ZONDER_DIMENSIESCORES:
        return [reden.velden["van"], reden.velden["tot"]]
    return reden.velden["jaren"].split()


def decompositie_vensters(stof: Stof) -> list[tuple[int, int]]:
    """Return the windows whose change can be laid out by dimension."""
    return sorted({(r["van"], r["tot"]) for r in stof.tabellen["decompositie"] if r["n"]})


def decompositie_tekst(stof: Stof, van: int, tot: int) -> str:
    """Say how selection and Terugval changed in a window, and which dimensions added most."""
    zinnen = []
    for groep in (SELECTIE, TERUGVAL):
        deel = [
            r
            for r in stof.tabellen["decompositie"]
            if (r["van"], r["tot"], r["groep"]) == (van, tot, groep) and r["n"]
        ]
        if not deel:
            continue
        rij = deel[0]
        woord = taal.werkwoord(rij["totaal"], "steeg", "daalde", "bleef vrijwel gelijk", 0.0005)
        wie = f"de geselecteerde {W.gebieden}" if groep == SELECTIE else "het cluster *Terugval*"
        begin = f"Tussen {van} en {tot} {woord} de gemiddelde score van {wie}"
        if groep != SELECTIE:
            begin = f"In {wie} {woord} de gemiddelde score"
        bijdragen = uitersten(stof, van, tot, groep)
        zinnen.append(f"{begin} ({taal.verandering(rij['totaal'], 3)}). {bijdragen}".strip())
    return " ".join(zinnen)


def _naam(stof: Stof, groep: str) -> str:
    return clusternaam(groep) if groep in CLUSTERS else groepnaam(stof, groep)


def decompositie_rijen(stof: Stof, van: int, tot: int) -> list[Cellen]:
    """Return total change and its parts per group: selection, clusters, country."""
    deel = [
        r for r in stof.tabellen["decompositie"] if r["n"] and (r["van"], r["tot"]) == (van, tot)
    ]
    volgorde = [SELECTIE, *CLUSTERS, LAND]
    return [
        [
            f"{_naam(stof, rij['groep'])} ({taal.getal(rij['n'])})",
            *(taal.verandering(rij[naam], 3) for naam in ("totaal", *DIMENSIES)),
        ]
        for rij in sorted(deel, key=lambda rij: volgorde.index(rij["groep"]))
    ]
