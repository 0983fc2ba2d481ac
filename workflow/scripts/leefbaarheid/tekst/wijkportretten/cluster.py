"""In which cluster a wijk is, by which conditions, and how close that was."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import KLASSENAMEN, NIET_INGEDEELD
from leefbaarheid.basis.gebied import W
from leefbaarheid.tekst.wijkportretten.wijk import (
    Kader,
    Wijk,
    klassenaam,
    score_in_klasse,
    verandering,
)

KLEINST = 0.01
"""A smaller difference in score is not told more precisely."""


def welk(wijk: Wijk) -> str:
    """Name the cluster, and whether the wijk is one of the selection."""
    if wijk.cluster is None:
        return "Geen cluster: een score die de regel nodig heeft, ontbreekt."
    naam = "Niet ingedeeld" if wijk.cluster == NIET_INGEDEELD else wijk.cluster
    if wijk.in_selectie:
        return naam
    return f"{naam} (volgens de regel; deze {W.gebied} is niet geselecteerd)"


def voorwaarden(wijk: Wijk, kader: Kader) -> list[str]:
    """Say each of the three ingredients of the rule for this wijk."""
    if wijk.cluster is None:
        return []
    eind = wijk.scores[kader.eindjaar]
    grens = kader.grenzen[kader.voldoende_vanaf - 2]
    naam = KLASSENAMEN[kader.voldoende_vanaf - 1]
    regels = [
        f"Stand in {kader.eindjaar}: {score_in_klasse(kader, eind)}, {klassenaam(kader, eind)}; "
        f"{_bij_de_grens(round(eind - grens, 9))} de grens van {naam} ({taal.getal(grens, 3)})."
    ]
    for wat, van in (("Lange", kader.langjaar), ("Recente", kader.crisisjaar)):
        verschil = round(eind - wijk.scores[van], 9)
        hoe = "binnen de marge"
        if abs(verschil) > kader.delta:
            hoe = "gestegen" if verschil > 0 else "gedaald"
        getal = verandering(wijk, kader, van, kader.eindjaar)
        regels.append(
            f"{wat} ontwikkeling, sinds {van}: {getal}, {hoe} "
            f"(marge {taal.met_minst(kader.delta, 2)})."
        )
    return regels


def _bij_de_grens(verschil: float) -> str:
    """Say how far a score is from a bound, and on which side."""
    if verschil == 0:
        return "precies op"
    return f"{_hoeveel(verschil)} {'boven' if verschil > 0 else 'onder'}"


def _hoeveel(verschil: float) -> str:
    """Return the size of a difference in score; never zero, for then it says nothing."""
    klein = abs(verschil) < KLEINST
    return f"minder dan {taal.getal(KLEINST, 2)}" if klein else taal.getal(abs(verschil), 2)


def _net_meer_dan(verschil: float) -> str:
    """Return a difference that has to be passed: never so little that it would not be enough."""
    if abs(verschil) < KLEINST:
        return _hoeveel(verschil)
    honderdsten = math.floor(abs(verschil) / KLEINST + 1e-9)
    return f"iets meer dan {taal.getal(honderdsten * KLEINST, 2)}"


def hoe_dichtbij(afstand: Mapping[str, Any] | None) -> str:
    """Say how little more or less in the score of one year would have made another cluster.

    Args:
        afstand: the row of this wijk in `clusterafstand`; None where there is none.
    """
    if afstand is None:
        return ""
    verschil, cluster = float(afstand["verschil"]), afstand["ander_cluster"]
    meer = "hoger" if verschil > 0 else "lager"
    naam = "in geen van de vier clusters" if cluster == NIET_INGEDEELD else f"in {cluster}"
    anders = f"Met een score in {afstand['jaar']} die {_net_meer_dan(verschil)} {meer} was"
    return f"{anders}, zou de {W.gebied} {naam} vallen."
