"""How many draws a simulation makes, and which gemeenten a draw takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

# AANNAME: dit concept rekent met een tiende van de trekkingen en permutaties.
#   Waarom: een concept hoort snel klaar te zijn.
#   Gevolg: p-waarden en intervallen uit trekkingen zijn grover; een oordeel op de grens kan in de
#   eindstand anders uitvallen.
#   Onderwerp: modellen. Als: concept. Zie: sec-robuustheid.
DEEL_SNEL = 10
MIN_TREKKINGEN = 99


def aantal(inferentie: Mapping[str, Any], n: int, minimum: int = MIN_TREKKINGEN) -> int:
    """Return the number of draws to make; in draft mode a tenth of `n`, not below `minimum`.

    Args:
        inferentie: the config block; its key `snel` is the draft mode.
    """
    return max(minimum, n // DEEL_SNEL) if inferentie["snel"] else n


def trek_gemeenten(rng: np.random.Generator, G: int, trekkingen: int) -> np.ndarray:
    """Return how often each gemeente is drawn in a cluster bootstrap: (trekkingen, G)."""
    return rng.multinomial(G, np.full(G, 1 / G), size=trekkingen).astype(float)
