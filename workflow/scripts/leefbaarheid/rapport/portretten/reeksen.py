"""Scores over the years: of every wijk, and the means of its gemeente and of the country."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES

Reeks = dict[int, float]
"""Value per year, as far as known."""
STAP = 0.1
"""The axes begin and end at a tenth of a point."""


@dataclass(frozen=True)
class Reeksen:
    """Scores per year.

    Attributes:
        wijken: per wijk.
        gemeenten: mean of the wijken of each gemeente; none where it has one wijk only.
        land: mean of all wijken.
    """

    wijken: Mapping[str, Reeks]
    gemeenten: Mapping[str, Reeks]
    land: Reeks


def lees_reeksen(panel: Iterable[Mapping[str, Any]], gemeente_van: Mapping[str, str]) -> Reeksen:
    """Return the scores and their means; every wijk counts once.

    Args:
        panel: rows with wk_code, jaar and lbm.
        gemeente_van: gemeente per wijk.
    """
    wijken: dict[str, Reeks] = {}
    for rij in panel:
        if rij["lbm"] is not None:
            wijken.setdefault(rij["wk_code"], {})[rij["jaar"]] = rij["lbm"]
    groepen: dict[str, list[Reeks]] = {}
    for code, reeks in wijken.items():
        if code in gemeente_van:
            groepen.setdefault(gemeente_van[code], []).append(reeks)
    gemeenten = {code: gemiddelde(groep) for code, groep in groepen.items() if len(groep) > 1}
    return Reeksen(wijken, gemeenten, gemiddelde(list(wijken.values())))


def gemiddelde(reeksen: Sequence[Reeks]) -> Reeks:
    """Return the mean per year of what is known."""
    per_jaar: dict[int, list[float]] = {}
    for reeks in reeksen:
        for jaar, waarde in reeks.items():
            per_jaar.setdefault(jaar, []).append(waarde)
    return {jaar: fmean(waarden) for jaar, waarden in sorted(per_jaar.items())}


def assen(getoond: Iterable[Reeks]) -> tuple[float, float]:
    """Return the ends of an axis that holds all values, at tenths of a point."""
    waarden = [waarde for reeks in getoond for waarde in reeks.values()]
    if not waarden:
        return 0.0, 1.0
    laag, hoog = math.floor(min(waarden) / STAP), math.ceil(max(waarden) / STAP)
    return round(laag * STAP, 1), round(max(hoog, laag + 1) * STAP, 1)


@dataclass(frozen=True)
class Dimensiescores:
    """Scores per dimension in the first and last year that have them.

    Attributes:
        jaren: those years; one or none where there are no more.
        waarden: per wijk and year the five scores.
        laag, hoog: ends of the axis, the same on every page; zero lies within.
    """

    jaren: list[int]
    waarden: Mapping[tuple[str, int], list[float | None]]
    laag: float
    hoog: float

    def van(self, code: str) -> list[dict[str, Any]]:
        """Return per dimension its values, and those and their change as text."""
        per_jaar = [self.waarden.get((code, jaar), [None] * len(DIMENSIES)) for jaar in self.jaren]
        uit = []
        for waarden in zip(*per_jaar, strict=True):
            cellen = [taal.verandering(waarde) for waarde in waarden]
            if len(waarden) > 1:
                eerst, laatst = waarden[0], waarden[-1]
                bekend = eerst is not None and laatst is not None
                cellen.append(taal.verandering(laatst - eerst) if bekend else taal.GEEN)
            uit.append({"waarden": list(waarden), "cellen": cellen})
        return uit


def lees_dimensies(panel: Iterable[Mapping[str, Any]], codes: Iterable[str]) -> Dimensiescores:
    """Return the scores per dimension of these wijken."""
    gekozen = set(codes)
    rijen = [
        (rij["wk_code"], rij["jaar"], [rij[naam] for naam in DIMENSIES])
        for rij in panel
        if rij["wk_code"] in gekozen and any(rij[naam] is not None for naam in DIMENSIES)
    ]
    jaren = sorted({jaar for _, jaar, _ in rijen})
    jaren = list(dict.fromkeys(jaren[:1] + jaren[-1:]))
    waarden = {(code, jaar): scores for code, jaar, scores in rijen if jaar in jaren}
    alle = [w for scores in waarden.values() for w in scores if w is not None]
    laag, hoog = assen([{0: min([*alle, 0.0]), 1: max([*alle, 0.0])}])
    return Dimensiescores(jaren, waarden, laag, hoog)
