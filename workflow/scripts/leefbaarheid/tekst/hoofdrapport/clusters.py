"""The four clusters and their rule, in the hoofdrapport."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, NIET_INGEDEELD, SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTEGEN
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.clusterregel import clusterregels
from leefbaarheid.tekst.gedeeld.dimensies import uiterste_cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam, klassenaam
from leefbaarheid.tekst.stof import Stof


def portretten(stof: Stof) -> list[tuple[str, str]]:
    """Return heading and text of each cluster, and of what none of them describes.

    The rule, how many and where; a cluster without wijken has its rule only. What came after and
    which dimensions moved are in a table (`daarna_rijen`), the scores in that of the clusters.
    """
    wijken: dict[str, list[Rij]] = {naam: [] for naam in CLUSTERS}
    for rij in stof.tabellen["wijken"]:
        if rij["in_selectie"] and rij["cluster"] in wijken:
            wijken[rij["cluster"]].append(rij)
    return [(taal.hoofdletter(naam), _portret(stof, naam, groep)) for naam, groep in wijken.items()]


def _portret(stof: Stof, naam: str, wijken: Sequence[Rij]) -> str:
    regel = _regel(stof)[naam]
    if not wijken:
        return f"{regel} In deze editie is er geen enkele geselecteerde {W.gebied}."
    return f"{regel} {_hoeveel_en_waar(stof, naam, wijken)}"


def _regel(stof: Stof) -> dict[str, str]:
    c = stof.editie["clusters"]
    voldoende = f"*{klassenaam(c['voldoende_vanaf_klasse'])}*"
    return clusterregels(stof.editie["eindjaar"], c["langjaar"], c["crisisjaar"], voldoende)


def _hoeveel_en_waar(stof: Stof, naam: str, wijken: Sequence[Rij]) -> str:
    """Say how many wijken there are, in how many gemeenten, and where most of them lie."""
    n = len(wijken)
    alle = sum(bool(rij["in_selectie"]) for rij in stof.tabellen["wijken"])
    per_gemeente = Counter((rij["gm_code"], rij["gm_naam"]) for rij in wijken)
    (meest, aantal), *rest = per_gemeente.most_common(2)
    gemeenten = taal.aantal_van(len(per_gemeente), "gemeente", "gemeenten")
    wie = f"{taal.telwoord(n)} van de {taal.getal(alle)} {W.gebieden}, in {gemeenten}"
    if naam == NIET_INGEDEELD:
        zin = f"Niet ingedeeld {taal.meervoud(n, 'is', 'zijn')} {wie}"
    else:
        zin = f"Tot {clusternaam(naam)} {taal.meervoud(n, 'hoort', 'horen')} {wie}"
    if len(per_gemeente) > 1 and (not rest or rest[0][1] < aantal) and aantal > 1:
        zin += f"; de meeste in {als_markdown(meest[1])} ({taal.telwoord(aantal)})"
    return f"{zin}."


def daarna_rijen(stof: Stof) -> list[Cellen]:
    """Return per cluster how many rose and fell after the end year, and which dimensions moved.

    No rows where the edition has neither a later measurement nor dimensions.
    """
    na = {
        rij["cluster"]: rij
        for rij in stof.tabellen["na_eindjaar"]
        if rij["groep"] == SELECTIE and rij["cluster"] and rij["n"]
    }
    venster_ = _langste_venster(stof)
    if not na and venster_ is None:
        return []
    rijen = []
    for rij in stof.tabellen["clusters"]:
        naam = rij["cluster"]
        geteld = [taal.getal(na[naam][f"n_{s}"]) if naam in na else taal.GEEN for s in DAARNA]
        uiterste = uiterste_cellen(stof, *venster_, naam) if venster_ else (taal.GEEN, taal.GEEN)
        rijen.append([naam, taal.getal(rij["n_wijken"]), *geteld, *uiterste])
    return rijen


DAARNA = (GESTEGEN, GEDAALD)


def daarna_titel(stof: Stof) -> str:
    """Return the caption of that table, with the years it is about."""
    eind, laatste = stof.editie["eindjaar"], stof.editie["jaren"][-1]
    delen = []
    if laatste > eind:
        delen.append(
            f"hoeveel {W.gebieden} tussen {eind} en {laatste} meer dan de marge stegen en daalden"
        )
    venster_ = _langste_venster(stof)
    if venster_:
        periode = venster(*venster_)
        delen.append(f"welke dimensies de hoogste en de laagste bijdrage hadden aan {periode}")
    return (
        f"Per cluster: {taal.opsomming(delen)}. Waar *of* staat, is niet aantoonbaar welke van de "
        "genoemde dimensies het is."
    )


def _langste_venster(stof: Stof) -> tuple[int, int] | None:
    """Return the longest window that has dimensions for the selection."""
    rijen = [r for r in stof.tabellen["decompositie"] if r["groep"] == SELECTIE and r["n"]]
    if not rijen:
        return None
    langste = max(rijen, key=lambda rij: rij["tot"] - rij["van"])
    return langste["van"], langste["tot"]


def _scorejaren(stof: Stof) -> list[int]:
    """Return the years of which the table of clusters shows the score."""
    c = stof.editie["clusters"]
    jaren = (c["langjaar"], c["crisisjaar"], stof.editie["eindjaar"], stof.editie["jaren"][-1])
    return list(dict.fromkeys(jaren))


def clusters_kop(stof: Stof) -> Cellen:
    """Return the column heads of the table of clusters."""
    scores = [f"Score {jaar}" for jaar in _scorejaren(stof)]
    return [
        "Cluster",
        W.Gebieden,
        f"Aandeel {W.gebieden}",
        "Bewoners",
        "Aandeel bewoners",
        *scores,
    ]


def clusters_rijen(stof: Stof) -> list[Cellen]:
    """Return the size and the mean scores of each cluster."""
    return [
        [
            rij["cluster"],
            taal.getal(rij["n_wijken"]),
            taal.procent(rij["aandeel_wijken"]),
            taal.getal(rij["n_inwoners"]),
            taal.procent(rij["aandeel_inwoners"]),
            *(taal.score(rij[f"lbm_{jaar}"]) for jaar in _scorejaren(stof)),
        ]
        for rij in stof.tabellen["clusters"]
    ]
