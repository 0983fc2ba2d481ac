"""The chapter Opgaven, aanpak en handelingsperspectief: what the writers noted, laid out."""

from __future__ import annotations

from collections import Counter

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabelwaarden import Advieslaag
from leefbaarheid.tekst.gedeeld.adviezen import VORMEN, advies_cellen
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.wijkanalyses import plaats
from leefbaarheid.tekst.stof import Stof


def heeft_opgaven(stof: Stof) -> bool:
    """Tell whether there is anything for this chapter."""
    return bool(stof.tabellen["aanpakken"] or stof.tabellen["adviezen"])


def inleiding(stof: Stof) -> str:
    """Say how many tasks and how much advice there are."""
    opgaven, adviezen = len(stof.tabellen["aanpakken"]), len(stof.tabellen["adviezen"])
    delen = [
        taal.aantal_van(aantal, enkel, meer)
        for aantal, enkel, meer in (
            (opgaven, "opgave met haar aanpak", "opgaven met hun aanpak"),
            (adviezen, "advies", "adviezen"),
        )
        if aantal
    ]
    return f"Dit hoofdstuk zet {taal.opsomming(delen)} bij elkaar."


def aanpak_rijen(stof: Stof) -> list[Cellen]:
    """Return per task its wijk, approach and yield, in the order of the themes."""
    volgorde = list(stof.editie["wijkanalyses"]["themas"])
    rijen = sorted(stof.tabellen["aanpakken"], key=lambda rij: volgorde.index(rij["thema"]))
    return [
        [
            als_markdown(rij["label"]),
            als_markdown(plaats(stof, rij)),
            als_markdown(rij["opgave"]),
            als_markdown(rij["aanpak"]),
            als_markdown(rij["opbrengst"] or taal.GEEN),
        ]
        for rij in rijen
    ]


def opbrengsten(stof: Stof) -> str:
    """Say for how many of the tasks an analysis names what the approach yielded."""
    rijen = stof.tabellen["aanpakken"]
    n = sum(bool(rij["opbrengst"]) for rij in rijen)
    if n == len(rijen):
        return "Bij elke opgave staat ook wat de aanpak volgens de wijkanalyse opleverde."
    if not n:
        return "Wat de aanpak opleverde, staat er in de wijkanalyses niet bij."
    wat = f"Bij {taal.telwoord(n)} van de {taal.telwoord(len(rijen))} opgaven"
    return f"{wat} staat ook wat de aanpak volgens de wijkanalyse opleverde."


def thema_rijen(stof: Stof) -> list[Cellen]:
    """Return the advice per theme."""
    return [
        [als_markdown(rij["label"]), *advies_cellen(rij)]
        for rij in stof.tabellen["adviezen"]
        if rij["laag"] == Advieslaag.THEMA
    ]


def wijk_rijen(stof: Stof) -> list[Cellen]:
    """Return the advice of the analyses, per analysis."""
    return [
        [als_markdown(plaats(stof, rij)), *advies_cellen(rij)]
        for rij in stof.tabellen["adviezen"]
        if rij["laag"] == Advieslaag.WIJK
    ]


def heeft_vormen(stof: Stof) -> bool:
    """Tell whether any advice names a form of cooperation or financing."""
    return any(rij[vorm] for rij in stof.tabellen["adviezen"] for vorm in VORMEN)


def vormen(stof: Stof) -> list[str]:
    """Say per kind how many advices name a form, and which are named more than once."""
    rijen = stof.tabellen["adviezen"]
    uit = []
    for kolom, woord in VORMEN.items():
        genoemd = Counter(rij[kolom] for rij in rijen if rij[kolom])
        if not genoemd:
            continue
        n, totaal = genoemd.total(), len(rijen)
        werkwoord = taal.meervoud(n, "noemt", "noemen")
        zin = (
            f"Van de {taal.telwoord(totaal)} adviezen {werkwoord} er {taal.telwoord(n)} een vorm "
            f"van {woord}."
            if totaal > 1
            else f"Het advies noemt een vorm van {woord}."
        )
        vaker = [
            f"{als_markdown(vorm)} ({taal.getal(keer)})"
            for vorm, keer in genoemd.most_common()
            if keer > 1
        ]
        if vaker:
            komt = taal.meervoud(len(vaker), "komt", "komen")
            zin += f" In dezelfde woorden {komt} meer dan eens voor: "
            zin += f"{taal.opsomming(vaker)}."
        uit.append(zin)
    return uit
