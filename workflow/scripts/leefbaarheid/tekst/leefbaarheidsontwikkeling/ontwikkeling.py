"""Means per year and development per window, in the bijlage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import KLASSENAMEN, LAND, OVERIG, SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import (
    GEDAALD,
    GEMIDDELDE,
    GESTEGEN,
    REST_VAN_LAND,
    RICHTINGEN,
)
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import groepskop
from leefbaarheid.tekst.gedeeld.vergelijking import aandelen_naast, kant, naast
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof


def gemiddelden_rijen(stof: Stof, jaren: Sequence[int]) -> list[Cellen]:
    """Return mean and standard deviation per year, one row per group."""
    per_groep: dict[str, dict[int, Rij]] = {}
    for rij in stof.tabellen["gemiddelden"]:
        if not rij["cluster"] and _toon_groep(stof, rij["groep"]):
            per_groep.setdefault(rij["groep"], {})[rij["jaar"]] = rij
    return [
        gemiddelde_rij(groepskop(stof, groep), per_groep[groep], jaren)
        for groep in sorted(per_groep, key=_groepsrang)
    ]


def gemiddelde_rij(naam: str, per_jaar: Mapping[int, Rij], jaren: Sequence[int]) -> Cellen:
    """Return one row of means: the name with the number of wijken, and a cell per year."""
    aantallen = sorted({rij["n"] for rij in per_jaar.values()})
    n = " tot ".join(taal.getal(x) for x in (aantallen[0], aantallen[-1])[: len(aantallen)])
    cellen = []
    for rij in (per_jaar[jaar] for jaar in jaren):
        gemiddelde, sd = taal.score(rij["gemiddelde"]), taal.getal(rij["sd"], 2)
        cellen.append(taal.GEEN if taal.is_leeg(rij["gemiddelde"]) else f"{gemiddelde} ({sd})")
    return [f"{naam} ({n})", *cellen]


def klassetelling(stof: Stof, jaren: Sequence[int]) -> list[Cellen]:
    """Return the class sizes of the selection per year; classes nobody is in are left out."""
    selectie = [rij for rij in stof.tabellen["wijken"] if rij["in_selectie"]]
    rijen = []
    for nr, naam in enumerate(KLASSENAMEN, start=1):
        aantallen = [sum(rij[f"klasse_{jaar}"] == nr for rij in selectie) for jaar in jaren]
        if any(aantallen):
            rijen.append([f"{nr} {naam}", *(taal.getal(n) for n in aantallen)])
    return rijen


def ontwikkeling_zin(stof: Stof, van: int, tot: int) -> str:
    """Say in a sentence what happened to the selection in a window, and to the others."""
    naam = f"ontwikkeling.{van}_{tot}"
    gestegen = stof.cijfers.waarde(f"{naam}.selectie.gestegen")
    gedaald = stof.cijfers.waarde(f"{naam}.selectie.gedaald")
    stil = stof.cijfers.waarde(f"{naam}.selectie.gestagneerd")
    zin = (
        f"Tussen {van} en {tot} {taal.deed(gestegen, 'steeg', 'stegen')} "
        f"{taal.van_de(gestegen, f'geselecteerde {W.gebieden}')} "
        f"({taal.procent(gestegen)}), daalde {taal.procent(gedaald)} en stagneerde "
        f"{taal.procent(stil)}."
    )
    elders = aandelen_naast(stof, van, tot, GEDAALD, "daalde")
    return f"{zin} {elders}".strip()


def ontwikkeling_rijen(stof: Stof, van: int, tot: int) -> list[Cellen]:
    """Return mean change and shares fallen, stagnated and risen, one row per group.

    Each cell has the figure per wijk and, in brackets, weighted by inhabitants.
    """
    deel = [r for r in stof.tabellen["ontwikkeling"] if (r["van"], r["tot"]) == (van, tot)]
    rijen = []
    for rij in sorted(deel, key=lambda rij: _groepsrang(rij["groep"])):
        if not _toon_groep(stof, rij["groep"]):
            continue
        cellen = [groepskop(stof, rij["groep"]), taal.getal(rij["n"])]
        for naam in ("gemiddelde", *(f"aandeel_{richting}" for richting in RICHTINGEN)):
            schrijf = taal.verandering if naam == "gemiddelde" else taal.procent
            per_wijk, gewogen = (schrijf(rij[naam + soort]) for soort in ("", "_inwoners"))
            cellen.append(f"{per_wijk} ({gewogen})" if rij["n"] else taal.GEEN)
        rijen.append(cellen)
    return rijen


def vergelijking_rijen(stof: Stof) -> list[Cellen]:
    """Return per window and measure the selection, the comparators, and their differences."""
    rijen = []
    for van, tot in stof.editie["vensters"]:
        for maat, (kop, schrijf) in MATEN.items():
            naast_ = naast(stof, van, tot, maat)
            if not naast_:
                continue
            cellen = [venster(van, tot), kop, schrijf(naast_[0]["waarde"])]
            for groep in (OVERIG, REST_VAN_LAND):
                rij = next((r for r in naast_ if r["vergeleken_met"] == groep), None)
                cellen += _verschilcellen(rij, schrijf)
            rijen.append(cellen)
    return rijen


def _verschilcellen(rij: Rij | None, schrijf: Callable[[float | None], str]) -> Cellen:
    """Return a comparator and the interval of its difference, in bold when that is clear."""
    if rij is None:
        return [taal.GEEN, taal.GEEN]
    if rij["reden"]:
        return [schrijf(rij["waarde_ander"]), f"*{als_markdown(redentekst(rij['reden']))}*"]
    laag, hoog = rij["ci_laag"], rij["ci_hoog"]
    punten = rij["maat"] == GEMIDDELDE
    tekst = taal.interval(laag, hoog, 3) if punten else taal.interval(100 * laag, 100 * hoog, 1)
    return [schrijf(rij["waarde_ander"]), f"**{tekst}**" if kant(rij) else tekst]


def _verandering(waarde: float | None) -> str:
    return taal.verandering(waarde, 3)


MATEN: dict[str, tuple[str, Callable[[float | None], str]]] = {
    GEMIDDELDE: ("gemiddelde verandering", _verandering),
    GEDAALD: ("gedaald", taal.procent),
    GESTEGEN: ("gestegen", taal.procent),
}
"""The measures of `vergelijkingen` that the bijlage shows, and how they are written."""


def _toon_groep(stof: Stof, groep: str) -> bool:
    """Tell whether a group has a row: one policy label alone is the selection itself."""
    selectie = stof.editie["selectie"]
    enig = selectie["soort"] == "lijst" and len(selectie["labels"]) == 1
    return not (groep.startswith("label_") and enig)


def _groepsrang(groep: str) -> int:
    """Return where a group comes in a table; policy labels follow the selection."""
    rang = {SELECTIE: 0, OVERIG: 2, LAND: 3}
    return rang.get(groep, 1)
