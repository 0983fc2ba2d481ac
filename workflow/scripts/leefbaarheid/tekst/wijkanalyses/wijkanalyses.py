"""The wijkanalyses themselves, in the bijlage Wijkanalyses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Advieslaag
from leefbaarheid.tekst.gedeeld import koppeling
from leefbaarheid.tekst.gedeeld.adviezen import advies_cellen
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.wijkanalyses import themanamen
from leefbaarheid.tekst.stof import Stof

# AANNAME: met zes wijkanalyses of meer heeft hun hoofdstuk een eerste bladzijde met een overzicht.
#   Waarom: met minder zou die bladzijde vrijwel leeg zijn.
#   Gevolg: met minder analyses is er geen overzicht; hun titels staan in de inhoudsopgave.
#   Onderwerp: techniek.
MINST_IN_OVERZICHT = 6


def met_overzicht(stof: Stof) -> bool:
    """Tell whether there are enough analyses to fill a page with an overview of them."""
    return len(stof.analyses) >= MINST_IN_OVERZICHT


def overzicht_rijen(stof: Stof) -> list[Cellen]:
    """Return per analysis its gemeente, verdict and themes."""
    return [
        [
            als_markdown(analyse["titel"]),
            als_markdown(analyse["gemeente"]),
            analyse["oordeel"],
            taal.hoofdletter(themanamen(stof, analyse["themas"])),
        ]
        for analyse in stof.analyses
    ]


def besprekingen(stof: Stof, analyse: Mapping[str, Any]) -> list[str]:
    """Lay the verdict of an analysis beside the cluster of each of its wijken, as list items."""
    zinnen = (
        als_markdown(koppeling.zin(rij["bespreking"]))
        for rij in stof.tabellen["wijkanalyses"]
        if rij["bestand"] == analyse["bron"]
    )
    return list(dict.fromkeys(zinnen))  # two wijken in one cluster are discussed once


def citaat(stof: Stof, analyse: Mapping[str, Any]) -> Rij | None:
    """Return the first quotation of an analysis, if it has one."""
    eigen = (r for r in stof.tabellen["wijkanalyses_citaten"] if r["bestand"] == analyse["bron"])
    return next(eigen, None)


def aanpak_rijen(stof: Stof, analyse: Mapping[str, Any]) -> list[Cellen]:
    """Return the tasks of an analysis with approach and yield; a dash where none is named."""
    return [
        [
            als_markdown(rij["opgave"]),
            als_markdown(rij["aanpak"]),
            als_markdown(rij["opbrengst"] or taal.GEEN),
        ]
        for rij in stof.tabellen["aanpakken"]
        if rij["bestand"] == analyse["bron"]
    ]


def advies_rijen(stof: Stof, analyse: Mapping[str, Any]) -> list[Cellen]:
    """Return the advice of an analysis: what, for whom and when, in which forms and on what."""
    return [
        [*advies_cellen(rij), als_markdown(rij["bron"] or taal.GEEN)]
        for rij in stof.tabellen["adviezen"]
        if rij["bestand"] == analyse["bron"] and rij["laag"] == Advieslaag.WIJK
    ]


def _rijen(stof: Stof, analyse: Mapping[str, Any]) -> list[Rij]:
    """Return the numbers of each wijk of an analysis."""
    return [r for r in stof.tabellen["wijkprofielen"] if r["bestand"] == analyse["bron"]]


def _naast_elkaar(
    rijen: list[Rij], eigen: Sequence[str], kolommen: Sequence[str], opmaak: Callable[..., str]
) -> list[Cellen]:
    """Return the wijken, their gemeenten and all wijken below each other.

    Args:
        rijen: the wijken of an analysis.
        eigen: columns of the wijk itself.
        kolommen: what follows `gemeente_` and `land_` in the columns of these.
        opmaak: writes a number.
    """
    regels = [(als_markdown(rij["wk_naam"]), rij, eigen) for rij in rijen]
    gemeenten = {rij["gm_naam"]: rij for rij in rijen}
    regels += [
        (als_markdown(f"gemiddelde {naam}"), rij, [f"gemeente_{k}" for k in kolommen])
        for naam, rij in gemeenten.items()
    ]
    regels += [(f"alle {W.gebieden}", rij, [f"land_{k}" for k in kolommen]) for rij in rijen[:1]]
    return [[naam, *(opmaak(rij.get(k)) for k in bron)] for naam, rij, bron in regels]


def score_rijen(stof: Stof, analyse: Mapping[str, Any]) -> list[Cellen]:
    """Return the scores per year of the wijken, their gemeenten and all wijken."""
    jaren = [str(jaar) for jaar in stof.editie["jaren"]]
    eigen = [f"lbm_{jaar}" for jaar in jaren]
    return _naast_elkaar(_rijen(stof, analyse), eigen, jaren, taal.score)


def dimensiejaar(stof: Stof, analyse: Mapping[str, Any]) -> int | None:
    """Return the year of the dimensions of an analysis; None where no wijk has any."""
    return next((r["dimensiejaar"] for r in _met_dimensies(stof, analyse)), None)


def dimensie_rijen(stof: Stof, analyse: Mapping[str, Any]) -> list[Cellen]:
    """Return the dimensions of the wijken, their gemeenten and all wijken."""
    rijen = _met_dimensies(stof, analyse)
    return _naast_elkaar(rijen, list(DIMENSIES), list(DIMENSIES), taal.verandering)


def _met_dimensies(stof: Stof, analyse: Mapping[str, Any]) -> list[Rij]:
    rijen = _rijen(stof, analyse)
    return [rij for rij in rijen if all(taal.is_bekend(rij.get(d)) for d in DIMENSIES)]


def dimensienamen() -> list[str]:
    """Return the names of the dimensions, as heads of columns."""
    return [taal.hoofdletter(naam) for naam in DIMENSIES.values()]
