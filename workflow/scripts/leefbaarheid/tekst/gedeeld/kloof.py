"""How far the selection lies below other wijken, and what that distance did."""

from __future__ import annotations

from collections.abc import Iterable

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.gedeeld.vergelijking import andere_wijken, bijzin, kant
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof


def kloof(stof: Stof, van: int, tot: int) -> str:
    """Say how the distance of the selection to each comparator changed, with its interval.

    A change is called a change only when its interval leaves out zero.
    """
    namen, rijen = andere_wijken(stof), _kloofrijen(stof, van, tot)
    if not rijen:
        return ""
    delen = _naast_elkaar([namen[rij["vergeleken_met"]] for rij in rijen], map(_toets, rijen))
    return f"Tussen {van} en {tot} ging de afstand tot {delen}.{_regressie(rijen)}"


def kloof_kort(stof: Stof, van: int, tot: int, *, wanneer: str = "") -> str:
    """Say as `kloof`, without the intervals.

    Args:
        wanneer: how the sentence names the window, where the years would be said twice.
    """
    namen, rijen = andere_wijken(stof), _kloofrijen(stof, van, tot)
    uitkomsten = {kant(rij) for rij in rijen}
    if len(uitkomsten) != 1 or None in uitkomsten:
        return kloof(stof, van, tot)
    slot = _SLOT[uitkomsten.pop() or 0]
    zijn = "beide afstanden zijn" if len(rijen) > 1 else "die afstand is"
    wie = [namen[rij["vergeleken_met"]] for rij in rijen]
    gangen = [_gang(rij) for rij in rijen]
    wanneer = wanneer or f"tussen {van} en {tot}"
    if len(set(gangen)) < len(rijen):
        # one sentence for what reads the same
        gang = f"gingen de afstand tot {bijzin(' en die tot '.join(wie))} beide {gangen[0]}"
    else:
        gang = f"ging de afstand tot {_naast_elkaar(wie, gangen)}"
    return f"{taal.hoofdletter(wanneer)} {gang}; {zijn} {slot}.{_regressie(rijen)}"


def _naast_elkaar(wie: Iterable[str], gangen: Iterable[str]) -> str:
    """Return "de overige wijken van 0,26 naar 0,19 punt, en die tot alle wijken van ..."."""
    paren = zip(wie, gangen, strict=True)
    return ", en die tot ".join(f"{bijzin(naam)} {gang}" for naam, gang in paren)


_HOE = {-1: "aantoonbaar kleiner", 1: "aantoonbaar groter", 0: "niet aantoonbaar veranderd"}
_SLOT = {
    -1: "aantoonbaar kleiner geworden",
    1: "aantoonbaar groter geworden",
    0: "niet aantoonbaar veranderd",
}


def _kloofrijen(stof: Stof, van: int, tot: int) -> list[Rij]:
    """Return the distance of the selection to each comparator, in the order of the sentences."""
    namen = list(andere_wijken(stof))
    rijen = [
        rij
        for rij in stof.tabellen["kloof"]
        if (rij["cluster"] or None, rij["van"], rij["tot"]) == (None, van, tot) and rij["n_ander"]
    ]
    return sorted(rijen, key=lambda rij: namen.index(rij["vergeleken_met"]))


def _regressie(rijen: list[Rij]) -> str:
    if not any(kant(rij) == -1 for rij in rijen):
        return ""
    return " Een deel daarvan kan regressie naar het gemiddelde zijn (@sec-selectie)."


def _gang(rij: Rij) -> str:
    return f"van {taal.getal(rij['kloof_van'], 2)} naar {taal.getal(rij['kloof_tot'], 2)} punt"


def _toets(rij: Rij) -> str:
    """Return how a distance went, and whether that is clear."""
    uitkomst, gang = kant(rij), _gang(rij)
    if uitkomst is None:
        return f"{gang} (niet te toetsen: {redentekst(rij['reden'])})"
    grenzen = taal.interval(rij["ci_laag"], rij["ci_hoog"], 3)
    return (
        f"{gang} ({_HOE[uitkomst]}: {taal.verandering(rij['verandering'], 3)}, "
        f"95%-interval {grenzen})"
    )


def kloof_rijen(stof: Stof) -> list[Cellen]:
    """Return per cluster and comparator the distance in both years and its change."""
    eind, namen = stof.editie["eindjaar"], andere_wijken(stof)
    uit = []
    for rij in stof.tabellen["kloof"]:
        if rij["van"] == eind and rij["n"] and rij["n_ander"]:
            duidelijk = kant(rij)
            tekst = taal.interval(rij["ci_laag"], rij["ci_hoog"], 3)
            uit.append(
                [
                    clusternaam(rij["cluster"])
                    if rij["cluster"]
                    else f"alle geselecteerde {W.gebieden}",
                    namen[rij["vergeleken_met"]],
                    *(taal.getal(rij[naam], 2) for naam in ("kloof_van", "kloof_tot")),
                    taal.verandering(rij["verandering"], 3),
                    f"**{tekst}**" if duidelijk else tekst,
                ]
            )
    return uit
