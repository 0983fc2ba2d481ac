"""Whether the clusters say anything about what came after the end year."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Voorspelvorm
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.na_eindjaar import heeft_later
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.gedeeld.vergelijking import kant
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof

ALFA = 0.05


def voorspelling(stof: Stof) -> str:
    """Say whether the clusters differ in what came after the end year, given the score in it."""
    if not heeft_later(stof):
        return ""
    toetsen = {rij["vorm"]: rij for rij in stof.tabellen["clustervoorspelling"]}
    gegeven = toetsen[Voorspelvorm.GEGEVEN_SCORE]
    eind = stof.editie["eindjaar"]
    if gegeven["reden"]:
        return (
            f"Of de clusters iets zeggen over de ontwikkeling na {eind}, is niet te toetsen: "
            f"{redentekst(gegeven['reden'])}."
        )
    zinnen = [
        f"Gegeven de score in {eind} {_verschilden(gegeven)} de clusters "
        f"{'' if _duidelijk(gegeven) else 'niet '}aantoonbaar in hoe de score zich daarna "
        f"ontwikkelde ({_toets(gegeven)})."
    ]
    later = toetsen.get(Voorspelvorm.VANAF_VOLGENDE)
    if later is not None and not later["reden"]:
        ook = _duidelijk(later) == _duidelijk(gegeven)
        niet = "" if _duidelijk(later) else "niet "
        zinnen.append(
            f"Telt alleen wat er na de meting van {later['van']} gebeurde, zodat toeval in de "
            f"score van {eind} niet in cluster én verandering zit, dan is dat verschil "
            f"{'ook ' if ook else ''}{niet}aantoonbaar ({_toets(later)})."
        )
    return " ".join([*zinnen, slot(stof)])


def slot(stof: Stof) -> str:
    """Say in one sentence what the tests together mean for the clusters; "" without a test.

    It can stand alone, and after the tests themselves.
    """
    toetsen = {rij["vorm"]: rij for rij in stof.tabellen["clustervoorspelling"]}
    vormen = (Voorspelvorm.GEGEVEN_SCORE, Voorspelvorm.VANAF_VOLGENDE)
    uitkomsten = {
        _duidelijk(toetsen[vorm])
        for vorm in vormen
        if vorm in toetsen and not toetsen[vorm]["reden"]
    }
    if not uitkomsten or not heeft_later(stof):
        return ""
    eind = stof.editie["eindjaar"]
    if uitkomsten == {True}:
        return (
            f"Het cluster van een {W.gebied} zegt iets over de ontwikkeling na {eind} wat haar "
            f"score van {eind} niet al zegt."
        )
    if uitkomsten == {False}:
        return (
            f"Dat het cluster van een {W.gebied} {_zegt(eind)}, is niet aangetoond; uitgesloten is "
            "het evenmin."
        )
    return (
        f"Of het cluster van een {W.gebied} {_zegt(eind)}, is onbeslist: dat hangt af van de "
        "meting waar men begint te tellen."
    )


def _zegt(eind: int) -> str:
    return f"over de ontwikkeling na {eind} iets zegt wat haar score van {eind} niet al zegt"


def zonder_score(stof: Stof) -> str:
    """Say whether the clusters differ in their change after the end year as it is."""
    for rij in stof.tabellen["clustervoorspelling"]:
        if rij["vorm"] == Voorspelvorm.VERANDERING and not rij["reden"]:
            niet = "" if _duidelijk(rij) else "niet "
            return (
                f"De gemiddelde verandering na {rij['van']} verschilde {niet}aantoonbaar tussen de "
                f"clusters ({_toets(rij)})."
            )
    return ""


def _duidelijk(rij: Rij) -> bool:
    return bool(rij["p"] < ALFA)


def _verschilden(rij: Rij) -> str:
    return taal.meervoud(rij["n_clusters"], "verschilde", "verschilden")


def _toets(rij: Rij) -> str:
    return taal.p_in_zin(rij["p"])


def verschil_rijen(stof: Stof) -> list[Cellen]:
    """Return per form the joint test and per cluster the difference with the largest one."""
    vormen = {
        Voorspelvorm.VERANDERING: "verandering zelf",
        Voorspelvorm.GEGEVEN_SCORE: f"gegeven de score in {stof.editie['eindjaar']}",
    }
    uit = []
    for toets in stof.tabellen["clustervoorspelling"]:
        if toets["reden"]:
            continue
        kop = vormen.get(toets["vorm"], f"idem, vanaf {toets['van']}")
        uit.append([kop, "*alle samen*", taal.getal(toets["n"]), taal.GEEN, _toets(toets)])
        for rij in stof.tabellen["clusterverschillen"]:
            if rij["vorm"] == toets["vorm"] and not rij["referentie"]:
                tekst = taal.interval(rij["ci_laag"], rij["ci_hoog"], 3)
                uit.append(
                    [
                        *(kop, clusternaam(rij["cluster"]), taal.getal(rij["n"])),
                        taal.verandering(rij["verschil"], 3),
                        f"**{tekst}**" if kant(rij) else tekst,
                    ]
                )
    return uit


def referentie(stof: Stof) -> str:
    """Return the cluster with which the others are compared, in italics; "" without a test."""
    for rij in stof.tabellen["clusterverschillen"]:
        if rij["referentie"]:
            return clusternaam(rij["cluster"])
    return ""
