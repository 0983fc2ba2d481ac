"""What the page of a gemeente says of its wijken together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, KLASSENAMEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.tekst.wijkportretten.wijk import Kader, Wijk, klasse


def over_de_wijken(wijken: Sequence[Wijk], kader: Kader) -> str:
    """Count the wijken, their directions over the last period, and their clusters."""
    van, tot = kader.eindjaar, kader.jaren[-1]
    if van == tot:
        van = kader.crisisjaar
    n = len(wijken)
    verschillen = [
        round(w.scores[tot] - w.scores[van], 9) for w in wijken if {van, tot} <= set(w.scores)
    ]
    omhoog = sum(verschil > kader.delta for verschil in verschillen)
    omlaag = sum(verschil < -kader.delta for verschil in verschillen)
    aantal = taal.aantal_van(n, W.gebied, W.gebieden)
    zinnen = [f"{kader.waar} {taal.meervoud(n, 'staat', 'staan')} {aantal} van deze gemeente."]
    if verschillen:
        zinnen.append(f"Tussen {van} en {tot} {_richtingen(len(verschillen), omhoog, omlaag)}.")
    standen = [w.scores[tot] for w in wijken if tot in w.scores]
    genoeg = sum(klasse(kader, score) >= kader.voldoende_vanaf for score in standen)
    if standen:
        wie = f"{_deed(genoeg, 'staat', 'staan')} van de {taal.telwoord(len(standen))}"
        naam = KLASSENAMEN[kader.voldoende_vanaf - 1]
        op = f"op {naam} of hoger"
        if genoeg == len(standen):
            wie = f"{taal.meervoud(genoeg, 'staat', 'staan')} {_alle(genoeg)}"
        elif n == 1:
            wie, op = f"staat de {W.gebied}", f"onder {naam}"
        zinnen.append(f"In {tot} {wie} {op}.")
    telling = Counter(w.cluster for w in wijken if w.cluster)
    delen = [f"{naam} {telling[naam]}" for naam in CLUSTERS if telling[naam]]
    if delen:
        een = taal.hoofdletter(next(iter(telling)))
        zinnen.append(f"Cluster: {een}." if n == 1 else f"Clusters: {', '.join(delen)}.")
    return " ".join(zinnen)


def _richtingen(n: int, omhoog: int, omlaag: int) -> str:
    """Count the directions; one clause where all wijken did the same."""
    stil = n - omhoog - omlaag
    for aantal, deed, slot in (
        (omhoog, ("steeg", "stegen"), "meer dan de marge"),
        (omlaag, ("daalde", "daalden"), "meer dan de marge"),
        (stil, ("bleef", "bleven"), "binnen de marge"),
    ):
        if aantal == n:
            return f"{taal.meervoud(n, *deed)} {_alle(n)} {slot}"
    return (
        f"{_deed(omhoog, 'steeg', 'stegen')}, {_deed(omlaag, 'daalde', 'daalden')} en "
        f"{_deed(stil, 'bleef', 'bleven')} binnen de marge"
    )


def _alle(n: int) -> str:
    return f"de {W.gebied}" if n == 1 else taal.alle_van(n, W.gebied, W.gebieden)


def _deed(n: int, enkel: str, meer: str) -> str:
    return f"{taal.meervoud(n or 1, enkel, meer)} er {taal.hoeveel(n)}"
