"""What the clouds of wijken share: how an ordinary and an influential wijk look."""

from __future__ import annotations

from leefbaarheid.figuren.delen.stijl import Stijl

GEWOON = Stijl("#8a959b", teken="o")
ZWAAR = Stijl("#7a2a62", teken="D")
SLEUTELMAAT, SLEUTELRAND = 4.4, 0.4
"""Size of a marker in the legend and width of its white edge (points)."""


def wijknaam(wk_naam: str, gm_naam: str) -> str:
    """Return "Jeruzalem (Tilburg)"."""
    return f"{wk_naam} ({gm_naam})"
