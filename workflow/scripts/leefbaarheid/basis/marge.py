"""The margin of an edition, as the table `marge` has it.

The config may ask for a margin that follows from the measurement error; the first stage of the
analysis works it out, and whatever comes after reads it here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def met_marge(editie: Mapping[str, Any], delta: float) -> dict[str, Any]:
    """Return blocks of an edition with the margin in score points as `clusters.delta`."""
    return {**editie, "clusters": {**editie["clusters"], "delta": delta}}


def marge_van(rijen: Sequence[Mapping[str, Any]]) -> float:
    """Return the margin in score points from the rows of the table `marge`; all have the same."""
    return float(rijen[0]["delta"])
