"""When the factors were measured, beside the windows of the models."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import zoek
from leefbaarheid.basis.tabelwaarden import Meting
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.codeboek import peiljaartekst
from leefbaarheid.tekst.gedeeld.opzet import (
    schattingen,
)
from leefbaarheid.tekst.gedeeld.samenhang import hoofdmodel
from leefbaarheid.tekst.stof import Stof


def tijdstip_tekst(stof: Stof) -> str:
    """Count the factors measured before, during and after the main window."""
    periode = venster(*stof.editie["regressie"]["hoofdvenster"])
    rijen = hoofdmodel(stof)
    n = {w: sum(r["meting"] == w for r in rijen) for w in Meting}
    if n[Meting.VOOR] == len(rijen):
        wie = taal.meervoud(len(rijen), "De factor is", "Alle factoren zijn")
        return f"{wie} vóór de hoofdperiode {periode} gemeten."
    woorden = {
        Meting.VOOR: "vóór die periode gemeten",
        Meting.TIJDENS: "tijdens die periode",
        Meting.NA: "pas erna",
        Meting.ONBEKEND: "op een onbekend tijdstip",
    }
    delen = [
        f"{taal.telwoord(aantal)} {woorden[wanneer]}" for wanneer, aantal in n.items() if aantal
    ]
    zin = (
        f"Voor de hoofdperiode {periode} geldt: van de "
        f"{taal.telwoord(len(rijen))} factoren {taal.meervoud(len(rijen), 'is', 'zijn')} er "
        f"{taal.opsomming(delen)}."
    )
    if n[Meting.NA]:
        zin += (
            " Bij een factor die erna is gemeten, kan de samenhang ook omgekeerd lopen: de "
            f"ontwikkeling van de {W.gebied} kan in de factor hebben doorgewerkt."
        )
    return zin


def tijdstip_kort(stof: Stof) -> str:
    """Say how many factors were measured during the main window and how many after it.

    @sec-tijdstip says the rest.
    """
    rijen = hoofdmodel(stof)
    woorden = {Meting.TIJDENS: "tijdens de hoofdperiode", Meting.NA: "pas erna"}
    n = {wanneer: sum(rij["meting"] == wanneer for rij in rijen) for wanneer in woorden}
    if not any(n.values()):
        return "Geen van de factoren is tijdens of na de hoofdperiode gemeten (@sec-tijdstip)."
    if not n[Meting.TIJDENS]:
        woorden[Meting.NA] = "pas na de hoofdperiode"
    slot = "kan de samenhang ook omgekeerd lopen (@sec-tijdstip)."
    if len(rijen) == 1:
        (wanneer,) = (woorden[wanneer] for wanneer, aantal in n.items() if aantal)
        return f"De factor is {wanneer} gemeten; daardoor {slot}"
    delen = [
        f"{taal.telwoord(n[wanneer])} {woord}" for wanneer, woord in woorden.items() if n[wanneer]
    ]
    is_ = taal.meervoud(next(filter(None, n.values())), "is", "zijn")
    return (
        f"Van de {taal.telwoord(len(rijen))} factoren {is_} er {taal.opsomming(delen)} gemeten; "
        f"daar {slot}"
    )


def tijdstip_rijen(stof: Stof, vensters: Sequence[tuple[int, int]]) -> list[Cellen]:
    """Return per factor when it was measured, and whether that is before each window."""
    rijen = []
    for factor in stof.editie["factoren"]:
        boek = zoek(stof.tabellen["codeboek"], factor=factor)
        cellen = [als_markdown(boek["label"]), peiljaartekst(boek)]
        for van, tot in vensters:
            meting = schattingen(stof, term=factor, van=van, tot=tot)[0]["meting"]
            cellen.append("vóór" if meting == Meting.VOOR else meting)
        rijen.append(cellen)
    return rijen
