"""The chapter Methode of the bijlage Leefbaarheidsontwikkeling."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import KLASSENAMEN, MODELNAMEN
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import zoek
from leefbaarheid.basis.tabelwaarden import Meting
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import klassenaam, modelnaam
from leefbaarheid.tekst.gedeeld.samenhang import hoofdmodel
from leefbaarheid.tekst.leefbaarheidsontwikkeling.gegevens import peiljaartekst
from leefbaarheid.tekst.leefbaarheidsontwikkeling.opzet import modelvormen, schattingen
from leefbaarheid.tekst.stof import Stof


def klasse_rijen(stof: Stof) -> list[Cellen]:
    """Return number, name, lower and upper bound of the nine classes."""
    grenzen = [taal.getal(grens, 3) for grens in stof.editie["klassen"]["grenzen"]]
    onder, boven = ["", *grenzen], [*grenzen, ""]
    return [
        [
            str(nr),
            naam,
            f"vanaf {van}" if van else taal.GEEN,
            f"tot {tot}" if tot else taal.GEEN,
        ]
        for nr, (naam, van, tot) in enumerate(zip(KLASSENAMEN, onder, boven, strict=True), start=1)
    ]


def vensterlengte(stof: Stof) -> str:
    """Warn where the windows differ in length."""
    lengtes = sorted({tot - van for van, tot in stof.editie["vensters"]})
    if len(lengtes) == 1:
        return ""
    return (
        f"De perioden zijn niet even lang: van {taal.telwoord(lengtes[0])} tot "
        f"{taal.telwoord(lengtes[-1])} jaar. In een langere periode kan meer veranderen, zodat "
        "aandelen en veranderingen alleen binnen een periode goed te vergelijken zijn."
    )


def clusterregel_kop(stof: Stof) -> Cellen:
    """Return the column heads of the cluster rule."""
    c = stof.editie["clusters"]
    ontwikkelingen = [f"Ontwikkeling sinds {c[jaar]}" for jaar in ("langjaar", "crisisjaar")]
    return ["Cluster", f"Stand in {stof.editie['eindjaar']}", *ontwikkelingen]


def clusterregel_rijen(stof: Stof) -> list[Cellen]:
    """Return the cluster rule: standing, long and recent development of each cluster."""
    voldoende = klassenaam(stof.editie["clusters"]["voldoende_vanaf_klasse"])
    hoog, laag = f"ten minste {voldoende}", f"lager dan {voldoende}"
    een_niet = "ten minste één van de twee niet gestegen"
    return [
        ["*Succes!*", hoog, "gestegen", "gestegen"],
        ["*Vroegsignalering*", hoog, een_niet, een_niet],
        ["*Gestaag herstel*", laag, "gestegen", "gestegen of gestagneerd"],
        ["*Terugval*", laag, "maakt niet uit", "gedaald"],
        ["*niet ingedeeld*", laag, "gestagneerd of gedaald", "gestegen of gestagneerd"],
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
            "ontwikkeling van de wijk kan in de factor zijn doorgewerkt."
        )
    return zin


def tijdstip_kort(stof: Stof) -> str:
    """Say how many factors were measured after the main window; @sec-tijdstip says the rest."""
    rijen = hoofdmodel(stof)
    na = sum(rij["meting"] == Meting.NA for rij in rijen)
    if not na:
        return "Geen van de factoren is pas na de hoofdperiode gemeten (@sec-tijdstip)."
    if len(rijen) == 1:
        return (
            "De factor is pas na de hoofdperiode gemeten; de samenhang kan ook omgekeerd lopen "
            "(@sec-tijdstip)."
        )
    return (
        f"Van de {taal.telwoord(len(rijen))} factoren {taal.meervoud(na, 'is', 'zijn')} er "
        f"{taal.telwoord(na)} pas na de hoofdperiode gemeten; daar kan de samenhang ook omgekeerd "
        "lopen (@sec-tijdstip)."
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
