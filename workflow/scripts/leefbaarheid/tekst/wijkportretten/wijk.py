"""What a portret says things about: one wijk, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import KLASSENAMEN


@dataclass(frozen=True)
class Kader:
    """What holds for every portret of an edition.

    Attributes:
        jaren: years of measurement, ascending.
        grenzen: the eight lower bounds of the classes 2-9, in score points.
        delta: a change of at most this much counts as stagnation, in score points.
        langjaar, crisisjaar, eindjaar, voldoende_vanaf: of the rule of the clusters.
        land: how the country is called, as in "alle wijken in Nederland".
        n_selectie: number of selected wijken.
        waar: where the wijken of a gemeente are, at the head of a sentence.
    """

    jaren: Sequence[int]
    grenzen: Sequence[float]
    delta: float
    langjaar: int
    crisisjaar: int
    eindjaar: int
    voldoende_vanaf: int
    land: str
    n_selectie: int
    waar: str = "In deze bijlage"


@dataclass(frozen=True)
class Wijk:
    """One wijk.

    Attributes:
        code, naam, gemeente: as in the sources.
        scores: score per year, as far as known.
        cluster: of the rule; None where a score it needs is missing.
        in_selectie: whether it is one of the selected wijken.
        in_gemeente: mean score per year of the wijken of the gemeente; empty where it has no other.
        in_land: mean score per year of all wijken.
    """

    code: str
    naam: str
    gemeente: str
    scores: Mapping[int, float]
    cluster: str | None
    in_selectie: bool
    in_gemeente: Mapping[int, float]
    in_land: Mapping[int, float]


def mijlpalen(kader: Kader) -> list[int]:
    """Return the years between which a change is told: first, last, and those of the clusters.

    Together the periods between them cover the whole line of the chart.
    """
    jaren = {kader.langjaar, kader.crisisjaar, kader.eindjaar} & set(kader.jaren)
    return sorted({kader.jaren[0], *jaren, kader.jaren[-1]})


def perioden(wijk: Wijk, kader: Kader) -> list[tuple[int, int]]:
    """Return the periods of a wijk that follow each other, from its first score to its last.

    A period runs on over a year without a score, as the line of the chart does.
    """
    eigen = [jaar for jaar in kader.jaren if jaar in wijk.scores]
    jaren = {*eigen[:1], *(set(mijlpalen(kader)) & set(eigen)), *eigen[-1:]}
    return list(pairwise(sorted(jaren)))


def klasse(kader: Kader, score: float) -> int:
    """Return the class 1-9 of a score; a score on a bound is in the higher class."""
    return 1 + sum(score >= grens for grens in kader.grenzen)


def klassenaam(kader: Kader, score: float) -> str:
    """Return the name of the class of a score."""
    return KLASSENAMEN[klasse(kader, score) - 1]


def score_in_klasse(kader: Kader, score: float) -> str:
    """Return a score as it stands beside its class."""
    return taal.score_in_klasse(score, kader.grenzen)


def verandering(wijk: Wijk, kader: Kader, van: int, tot: int) -> str:
    """Return the change of a score as it stands beside its direction; a dash without scores."""
    if not {van, tot} <= set(wijk.scores):
        return taal.GEEN
    return taal.naast_de_marge(wijk.scores[tot] - wijk.scores[van], kader.delta)
