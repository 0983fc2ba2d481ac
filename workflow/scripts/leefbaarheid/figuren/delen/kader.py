"""The facts of the edition that every figure needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Kader:
    """The facts of the edition that every figure needs.

    Attributes:
        jaren: measurement years, ascending.
        basisjaar: year of the pre-selection baseline.
        eindjaar: year of the current state.
        grenzen: the eight class cut points of the total score.
        bron, bron_context: source of the scores, of the contextual factors.
        bron_grenzen: source of the borders on the map; "" if the edition names none.
        uitgever: who made the figures from them.
        fictief: the data are invented.
    """

    jaren: tuple[int, ...]
    basisjaar: int
    eindjaar: int
    grenzen: tuple[float, ...]
    bron: str
    bron_context: str
    uitgever: str
    fictief: bool
    bron_grenzen: str = ""

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
        return cls(
            jaren=tuple(jaren),
            basisjaar=basisjaar,
            eindjaar=eindjaar,
            grenzen=tuple(klassen["grenzen"]),
            bron=teksten["bron_leefbaarometer"],
            bron_context=teksten["bron_context"],
            uitgever=teksten["uitgever"],
            fictief=fictief,
            bron_grenzen=teksten.get("bron_grenzen", ""),
        )

    def bronregel(self, context: bool = False, grenzen: bool = False) -> str:
        """Return "Bron: ...; bewerking ..."; invented data are always called so."""
        bronnen = [self.bron, self.bron_context * context, self.bron_grenzen * grenzen]
        regel = f"Bron: {'; '.join(filter(None, bronnen))}; bewerking {self.uitgever}."
        verzwegen = self.fictief and "fictieve voorbeelddata" not in regel.lower()
        return f"Fictieve voorbeelddata. {regel}" if verzwegen else regel
