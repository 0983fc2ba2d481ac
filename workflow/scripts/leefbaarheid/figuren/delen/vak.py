"""Rectangles: whether they overlap, and whether one lies within another."""

from __future__ import annotations

from typing import NamedTuple


class Vak(NamedTuple):
    """A rectangle, in cm or in metres on a map."""

    links: float
    onder: float
    rechts: float
    boven: float

    def raakt(self, ander: Vak, naast: float = 0.0, boven: float = 0.0) -> bool:
        """Whether two rectangles overlap, or lie nearer than this beside or above each other."""
        return (
            self.links < ander.rechts + naast
            and ander.links < self.rechts + naast
            and self.onder < ander.boven + boven
            and ander.onder < self.boven + boven
        )

    def past_in(self, ander: Vak) -> bool:
        """Whether the rectangle lies wholly within another."""
        return (
            self.links >= ander.links
            and self.rechts <= ander.rechts
            and self.onder >= ander.onder
            and self.boven <= ander.boven
        )
