"""The conclusions of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.tekst.gedeeld.clusters import grootste_cluster
from leefbaarheid.tekst.gedeeld.namen import land
from leefbaarheid.tekst.stof import Stof


def ontwikkeling(stof: Stof) -> str:
    """Summarise development before and after the crisis year."""
    c, eind = stof.editie["clusters"], stof.editie["eindjaar"]
    lang, crisis = c["langjaar"], c["crisisjaar"]
    tekst = stof.cijfers.tekst
    op = f"ontwikkeling.{lang}_{crisis}.selectie"
    neer = f"ontwikkeling.{crisis}_{eind}.selectie"
    in_land = f"ontwikkeling.{crisis}_{eind}.land"
    verschil = stof.cijfers.waarde(f"{neer}.gedaald") - stof.cijfers.waarde(f"{in_land}.gedaald")
    vergelijking = taal.werkwoord(
        verschil, "een groter aandeel dan", "een kleiner aandeel dan", "evenveel als"
    )
    return (
        f"Tussen {lang} en {crisis} steeg {tekst(f'{op}.gestegen')} van de geselecteerde wijken "
        f"en daalde {tekst(f'{op}.gedaald')}. Tussen {crisis} en {eind} daalde "
        f"{tekst(f'{neer}.gedaald')}, {vergelijking} in {land(stof)} als geheel "
        f"({tekst(f'{in_land}.gedaald')}). Van de bewoners van de geselecteerde wijken woonde "
        f"{tekst(f'{neer}.gedaald_inwoners')} in een wijk die daalde."
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
