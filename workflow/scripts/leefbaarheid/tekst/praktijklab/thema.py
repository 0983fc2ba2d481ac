"""The hand-out of one theme: who brought it up, what was tried, who said what, what is advised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Advieslaag
from leefbaarheid.tekst.gedeeld.adviezen import advies_cellen
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.wijkanalyses import plaats
from leefbaarheid.tekst.stof import Stof

# AANNAME: een hand-out noemt hoogstens 18 wijken, twee citaten, vier opgaven en zes adviezen.
#   Waarom: zo past zij op twee bladzijden.
#   Gevolg: wat er niet op past, staat in het hoofdrapport.
#   Onderwerp: techniek.
MEESTE_WIJKEN, MEESTE_CITATEN, MEESTE_OPGAVEN, MEESTE_ADVIEZEN = 18, 2, 4, 6


class Thema(NamedTuple):
    """A theme of the edition: its key, its label, and its key as it may stand in an id."""

    sleutel: str
    label: str
    id: str


def figuurnaam(thema: Thema) -> str:
    """Return the name of the figure of a theme."""
    return f"thema_{thema.sleutel}"


def themas(stof: Stof) -> list[Thema]:
    """Return the themes that were asked for and that someone says something about."""
    labels: Mapping[str, str] = stof.editie["wijkanalyses"]["themas"]
    gevraagd = stof.editie.get("praktijklab") or list(labels)
    met_iets = {rij["thema"] for rij in stof.tabellen["themas"] if rij["aanwezig"]}
    for tabel in ("adviezen", "aanpakken", "wijkanalyses_citaten"):
        met_iets |= {rij["thema"] for rij in stof.tabellen[tabel]}
    return [
        Thema(sleutel, labels[sleutel], sleutel.replace("_", "-"))
        for sleutel in gevraagd
        if sleutel in met_iets
    ]


def genoemd(stof: Stof, thema: Thema) -> str:
    """Say how many analyses name a theme."""
    n, totaal = len(noemers(stof, thema)), len(stof.analyses)
    if not n:
        return "Geen van de wijkanalyses noemt dit thema; er zijn wel adviezen of citaten bij."
    if n == totaal:
        alle = {1: "De wijkanalyse noemt", 2: "Beide wijkanalyses noemen"}
        return f"{alle.get(n, f'Alle {taal.telwoord(n)} wijkanalyses noemen')} dit thema."
    werkwoord = taal.meervoud(n, "noemt", "noemen")
    return (
        f"Van de {taal.telwoord(totaal)} wijkanalyses {werkwoord} er {taal.telwoord(n)} dit thema."
    )


def noemers(stof: Stof, thema: Thema) -> set[str]:
    """Return the analyses that name a theme, by file."""
    rijen = stof.tabellen["themas"]
    return {r["bestand"] for r in rijen if r["aanwezig"] and r["thema"] == thema.sleutel}


def wijken(stof: Stof, thema: Thema) -> str:
    """Name the wijken of the analyses that name a theme; "" where none does."""
    noemen = noemers(stof, thema)
    namen = [
        als_markdown(f"{rij['wk_naam']} ({rij['gm_naam']})")
        for rij in stof.tabellen["wijkanalyses"]
        if rij["bestand"] in noemen
    ]
    return f"Het gaat om {taal.eerste(namen, MEESTE_WIJKEN)}." if namen else ""


def zonder_figuur(stof: Stof, thema: Thema) -> str:
    """Say why a theme has no figure."""
    if not noemers(stof, thema):
        return f"Zonder {W.gebied} die dit thema noemt, is er geen figuur."
    return f"De {W.gebieden} die dit thema noemen, hebben geen score; een figuur is er daarom niet."


def lees_de_figuur(thema: Thema) -> str:
    """Return how to read the figure of a theme, with what it cannot say."""
    return (
        f"In @fig-{figuurnaam(thema).replace('_', '-')} is nul het gemiddelde van alle "
        f"{W.gebieden} in dat jaar. De figuur laat zien hoe het ging in {W.gebieden} die dit thema "
        "noemen; dat het aan het thema ligt, zegt zij niet."
    )


def aanpak_rijen(stof: Stof, thema: Thema) -> list[Cellen]:
    """Return tasks on a theme with approach and yield; those with a yield go first."""
    eigen = [rij for rij in stof.tabellen["aanpakken"] if rij["thema"] == thema.sleutel]
    eigen.sort(key=lambda rij: not rij["opbrengst"])
    return [
        [
            als_markdown(plaats(stof, rij)),
            als_markdown(rij["opgave"]),
            als_markdown(rij["aanpak"]),
            als_markdown(rij["opbrengst"] or taal.GEEN),
        ]
        for rij in eigen[:MEESTE_OPGAVEN]
    ]


def citaten(stof: Stof, thema: Thema) -> list[Rij]:
    """Return quotations on a theme, each from another analysis."""
    per_analyse: dict[str, Rij] = {}
    for rij in stof.tabellen["wijkanalyses_citaten"]:
        if rij["thema"] == thema.sleutel:
            per_analyse.setdefault(rij["bestand"], rij)
    return list(per_analyse.values())[:MEESTE_CITATEN]


def advies_rijen(stof: Stof, thema: Thema) -> list[Cellen]:
    """Return the advice on a theme: that of the theme itself, then that of the analyses."""
    return [
        [
            "Dit thema" if rij["laag"] == Advieslaag.THEMA else als_markdown(plaats(stof, rij)),
            *advies_cellen(rij),
        ]
        for rij in stof.tabellen["adviezen"]
        if rij["thema"] == thema.sleutel
    ][:MEESTE_ADVIEZEN]
