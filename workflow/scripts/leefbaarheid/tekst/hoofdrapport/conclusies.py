"""The conclusions of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabelwaarden import GEDAALD
from leefbaarheid.tekst.gedeeld.clusters import grootste_cluster
from leefbaarheid.tekst.gedeeld.lage_score import naast_verwachting
from leefbaarheid.tekst.gedeeld.vergelijking import (
    aandelen_naast,
    gemiddelden_naast,
    steeg_of_daalde,
)
from leefbaarheid.tekst.stof import Stof


def ontwikkeling(stof: Stof) -> str:
    """Summarise development before and after the crisis year, beside other wijken."""
    c, eind = stof.editie["clusters"], stof.editie["eindjaar"]
    lang, crisis = c["langjaar"], c["crisisjaar"]
    tekst = stof.cijfers.tekst
    op = f"ontwikkeling.{lang}_{crisis}.selectie"
    neer = f"ontwikkeling.{crisis}_{eind}.selectie"
    wat = "de gemiddelde score van de geselecteerde wijken"
    zinnen = [
        f"Tussen {lang} en {crisis} {steeg_of_daalde(stof, lang, crisis, wat)}; "
        f"{tekst(f'{op}.gestegen')} van die wijken steeg en {tekst(f'{op}.gedaald')} daalde.",
        gemiddelden_naast(stof, lang, crisis),
        naast_verwachting(stof, lang, crisis),
        f"Tussen {crisis} en {eind} {steeg_of_daalde(stof, crisis, eind)}; "
        f"{tekst(f'{neer}.gestegen')} van de wijken steeg en {tekst(f'{neer}.gedaald')} daalde.",
        aandelen_naast(stof, crisis, eind, GEDAALD, "daalde"),
        "Van de bewoners van de geselecteerde wijken woonde "
        f"{tekst(f'{neer}.gedaald_inwoners')} in een wijk die daalde.",
    ]
    return " ".join(zin for zin in zinnen if zin)


def gemeenten(stof: Stof) -> str:
    """Say over how many gemeenten the wijken are spread, and how unevenly."""
    codes = [rij["gm_code"] for rij in stof.tabellen["wijken"] if rij["in_selectie"]]
    meest = max(map(codes.count, codes))
    return (
        f"De geselecteerde wijken liggen in {taal.getal(len(set(codes)))} gemeenten, waarvan de "
        f"grootste {taal.procent(meest / len(codes))} van de wijken heeft; hoe ruim een interval "
        "is, hangt daarvan af."
    )


def clusters(stof: Stof) -> str:
    """Summarise the clusters and how firm they are."""
    n = stof.cijfers.waarde("cluster.terugval.n")
    aandeel, minst, meest = (
        stof.cijfers.tekst(f"cluster.terugval.{naam}") for naam in ("aandeel", "min", "max")
    )
    andere = (
        f"blijft dat aantal {minst}"
        if minst == meest
        else f"loopt dat aantal van {minst} tot {meest}"
    )
    return (
        f"{grootste_cluster(stof)} In *Terugval* {taal.meervoud(n, 'zit', 'zitten')} "
        f"{taal.aantal_van(n, 'wijk', 'wijken')} ({aandeel}); met een andere marge of een "
        f"andere grens voor 'voldoende' {andere}. De indeling ordent, maar de grenzen zijn "
        "gekozen."
    )
