"""The facts of the edition that every figure needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Bronnen:
    """Where the data of the figures come from, and who made figures of them.

    Attributes:
        scores, context: source of the scores, of the contextual factors.
        grenzen: source of the borders on the map; "" if the edition names none.
        uitgever: who made the figures from them.
        fictief: the data are invented.
    """

    scores: str
    context: str
    uitgever: str
    fictief: bool
    grenzen: str = ""

    def regel(self, context: bool, grenzen: bool) -> str:
        """Return "Bron: ...; bewerking ..."; invented data are always called so."""
        bronnen = [self.scores, self.context * context, self.grenzen * grenzen]
        regel = f"Bron: {'; '.join(filter(None, bronnen))}; bewerking {self.uitgever}."
        verzwegen = self.fictief and "fictieve voorbeelddata" not in regel.lower()
        return f"Fictieve voorbeelddata. {regel}" if verzwegen else regel


@dataclass(frozen=True)
class Kader:
    """The facts of the edition that every figure needs.

    Attributes:
        jaren: measurement years, ascending.
        basisjaar: year of the pre-selection baseline.
        eindjaar: year of the current state.
        grenzen: the eight class cut points of the total score.
        bronnen: where the data come from.
    """

    jaren: tuple[int, ...]
    basisjaar: int
    eindjaar: int
    grenzen: tuple[float, ...]
    bronnen: Bronnen

    @classmethod
    def uit_editie(
        cls,
        jaren: Sequence[int],
        basisjaar: int,
        eindjaar: int,
        klassen: Mapping[str, Any],
        teksten: Mapping[str, str],
        fictief: bool,
    ) -> Kader:
        """Return the frame from blocks of the edition config."""
        bronnen = Bronnen(
            scores=teksten["bron_leefbaarometer"],
            context=teksten["bron_context"],
            uitgever=teksten["uitgever"],
            fictief=fictief,
            grenzen=teksten.get("bron_grenzen", ""),
        )
        return cls(tuple(jaren), basisjaar, eindjaar, tuple(klassen["grenzen"]), bronnen)

    def bronregel(self, context: bool = False, grenzen: bool = False) -> str:
        """Return the source line of a figure: the scores, and what else it shows."""
        return self.bronnen.regel(context, grenzen)
