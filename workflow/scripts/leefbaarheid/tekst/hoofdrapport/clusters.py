"""The four clusters and their rule, in the hoofdrapport."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import (
    CLUSTERS,
    GESTAAG_HERSTEL,
    NIET_INGEDEELD,
    SELECTIE,
    SUCCES,
    TERUGVAL,
    VROEGSIGNALERING,
)
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTEGEN
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.dimensies import uitersten
from leefbaarheid.tekst.gedeeld.namen import clusternaam, klassenaam
from leefbaarheid.tekst.stof import Stof


def portretten(stof: Stof) -> list[tuple[str, str]]:
    """Return heading and text of each cluster, and of what none of them describes.

    The rule, how many, where, how the score went, what came after and which dimensions moved; a
    cluster without wijken has its rule only.
    """
    wijken: dict[str, list[Rij]] = {naam: [] for naam in CLUSTERS}
    for rij in stof.tabellen["wijken"]:
        if rij["in_selectie"] and rij["cluster"] in wijken:
            wijken[rij["cluster"]].append(rij)
    return [(taal.hoofdletter(naam), _portret(stof, naam, groep)) for naam, groep in wijken.items()]


def _portret(stof: Stof, naam: str, wijken: Sequence[Rij]) -> str:
    zinnen = [_regel(stof)[naam]]
    if not wijken:
        return f"{zinnen[0]} In deze editie is er geen enkele geselecteerde wijk."
    zinnen += [_hoeveel_en_waar(stof, naam, wijken), _verloop(stof, naam), _daarna(stof, naam)]
    venster_ = _langste_venster(stof)
    if venster_:
        uiterste = uitersten(stof, *venster_, naam)
        periode = venster(*venster_)
        zinnen.append(uiterste and f"Dimensies, {periode}: {taal.kleine_letter(uiterste)}")
    return " ".join(zin for zin in zinnen if zin)


def _regel(stof: Stof) -> dict[str, str]:
    """Return per cluster the words of 2017 and the rule of this edition."""
    c, eind = stof.editie["clusters"], stof.editie["eindjaar"]
    lang, crisis = c["langjaar"], c["crisisjaar"]
    voldoende = f"*{klassenaam(c['voldoende_vanaf_klasse'])}*"
    return {
        SUCCES: f"Voorheen zwak, verbeterd sinds {lang}, en blijvend: in {eind} ten minste "
        f"{voldoende}, en gestegen sinds {lang} én sinds {crisis}.",
        VROEGSIGNALERING: f"Voldoende, maar stagnerend of dalend: in {eind} ten minste "
        f"{voldoende}, en sinds {lang} of sinds {crisis} niet gestegen.",
        GESTAAG_HERSTEL: f"Verbeterd, maar nog zwak: in {eind} onder {voldoende}, gestegen sinds "
        f"{lang} en niet gedaald sinds {crisis}.",
        TERUGVAL: f"Duidelijk achteruit: in {eind} onder {voldoende} en gedaald sinds {crisis}.",
        NIET_INGEDEELD: "Wat in geen van de vier past, is zichtbaar gehouden: in "
        f"{eind} onder {voldoende}, sinds {lang} niet duidelijk gestegen en sinds {crisis} niet "
        "duidelijk gedaald.",
    }


def _hoeveel_en_waar(stof: Stof, naam: str, wijken: Sequence[Rij]) -> str:
    """Say how many wijken there are, in how many gemeenten, and where most of them lie."""
    n = len(wijken)
    alle = sum(bool(rij["in_selectie"]) for rij in stof.tabellen["wijken"])
    per_gemeente = Counter((rij["gm_code"], rij["gm_naam"]) for rij in wijken)
    (meest, aantal), *rest = per_gemeente.most_common(2)
    gemeenten = taal.aantal_van(len(per_gemeente), "gemeente", "gemeenten")
    wie = f"{taal.telwoord(n)} van de {taal.getal(alle)} wijken, in {gemeenten}"
    if naam == NIET_INGEDEELD:
        zin = f"Niet ingedeeld {taal.meervoud(n, 'is', 'zijn')} {wie}"
    else:
        zin = f"Tot {clusternaam(naam)} {taal.meervoud(n, 'hoort', 'horen')} {wie}"
    if len(per_gemeente) > 1 and (not rest or rest[0][1] < aantal) and aantal > 1:
        zin += f"; de meeste in {als_markdown(meest[1])} ({taal.telwoord(aantal)})"
    return f"{zin}."


def _verloop(stof: Stof, naam: str) -> str:
    """Say where the mean score was in the years of the rule, and in the last year."""
    (rij,) = [rij for rij in stof.tabellen["clusters"] if rij["cluster"] == naam]
    delen = [f"{taal.score(rij[f'lbm_{jaar}'])} in {jaar}" for jaar in _scorejaren(stof)]
    return f"De gemiddelde score was {taal.opsomming(delen)}."


def _daarna(stof: Stof, naam: str) -> str:
    """Say how many rose and fell after the end year; "" without a later measurement."""
    na = stof.tabellen["na_eindjaar"]
    rijen = [rij for rij in na if (rij["groep"], rij["cluster"]) == (SELECTIE, naam)]
    if not rijen or not rijen[0]["n"]:
        return ""
    rij = rijen[0]
    delen = [
        f"{taal.meervoud(rij[f'n_{soort}'] or 1, enkel, meer)} er {taal.hoeveel(rij[f'n_{soort}'])}"
        for soort, enkel, meer in (
            (GESTEGEN, "steeg", "stegen"),
            (GEDAALD, "daalde", "daalden"),
        )
    ]
    periode = f"Tussen {rij['van']} en {rij['tot']}"
    waar = "deze groep" if naam == NIET_INGEDEELD else clusternaam(naam)
    return f"{periode} {taal.opsomming(delen)} meer dan de marge in {waar}."


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
    return ["Cluster", "Wijken", "Aandeel wijken", "Bewoners", "Aandeel bewoners", *scores]


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
