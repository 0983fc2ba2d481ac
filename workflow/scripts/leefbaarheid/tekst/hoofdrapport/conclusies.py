"""The conclusions of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import GEDAALD
from leefbaarheid.tekst.gedeeld.clusters import grootste_cluster
from leefbaarheid.tekst.gedeeld.namen import klassenaam
from leefbaarheid.tekst.gedeeld.selectie import is_lijst, kanttekening
from leefbaarheid.tekst.gedeeld.vergelijking import (
    aandelen_naast,
    steeg_of_daalde,
)
from leefbaarheid.tekst.stof import Stof


def crisis(stof: Stof) -> str:
    """Summarise the years between the crisis year and the end year, beside other wijken."""
    van, tot = stof.editie["clusters"]["crisisjaar"], stof.editie["eindjaar"]
    neer = stof.cijfers.tekst(f"ontwikkeling.{van}_{tot}.selectie.gedaald")
    zinnen = [
        f"Tussen {van} en {tot} {steeg_of_daalde(stof, van, tot)}; {neer} van de geselecteerde "
        f"{W.gebieden} daalde.",
        aandelen_naast(stof, van, tot, GEDAALD, "daalde"),
    ]
    return " ".join(zin for zin in zinnen if zin)


def beperkingen(stof: Stof) -> str:
    """Say what stays uncertain; the chapter adds a last limitation that no number decides."""
    wat = "Bij een selectie op lage scores"
    if is_lijst(stof):
        wat = "Hoort bij een plaats op de lijst een lage score, dan"
    regressie = f"{wat} kan een deel van een stijging regressie naar het gemiddelde zijn."
    zinnen = [zin for zin in (kanttekening(stof), regressie, gemeenten(stof)) if zin]
    aantal = taal.hoofdletter(taal.telwoord(len(zinnen) + 1))
    return " ".join([f"{aantal} beperkingen blijven staan.", *zinnen])


def gemeenten(stof: Stof) -> str:
    """Say over how many gemeenten the wijken are spread, and how unevenly."""
    codes = [rij["gm_code"] for rij in stof.tabellen["wijken"] if rij["in_selectie"]]
    meest = max(map(codes.count, codes))
    return (
        f"De geselecteerde {W.gebieden} liggen in {taal.getal(len(set(codes)))} gemeenten, waarvan "
        f"de grootste {taal.procent(meest / len(codes))} van de {W.gebieden} heeft; hoe ruim een "
        "interval is, hangt daarvan af."
    )


def clusters(stof: Stof) -> str:
    """Summarise the clusters and how firm they are."""
    n = stof.cijfers.waarde("cluster.terugval.n")
    aandeel, minst, meest = (
        stof.cijfers.tekst(f"cluster.terugval.{naam}") for naam in ("aandeel", "min", "max")
    )
    grens = klassenaam(stof.editie["clusters"]["voldoende_vanaf_klasse"])
    andere = (
        f"blijft dat aantal {minst}"
        if minst == meest
        else f"loopt dat aantal van {minst} tot {meest}"
    )
    return (
        f"{grootste_cluster(stof)} In *Terugval* {taal.meervoud(n, 'zit', 'zitten')} "
        f"{taal.aantal_van(n, W.gebied, W.gebieden)} ({aandeel}); met een andere marge of een "
        f"andere grens voor *{grens}* {andere}. De indeling ordent, maar de grenzen zijn "
        "gekozen."
    )
