"""How many draws a simulation makes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# AANNAME: de conceptstand (snel) rekent met een tiende van de trekkingen en permutaties.
DEEL_SNEL = 10
MIN_TREKKINGEN = 99


def aantal(inferentie: Mapping[str, Any], n: int, minimum: int = MIN_TREKKINGEN) -> int:
    """Return the number of draws to make; in draft mode a tenth of `n`, not below `minimum`.

    Args:
        inferentie: the config block; its key `snel` is the draft mode.
    """
    return max(minimum, n // DEEL_SNEL) if inferentie["snel"] else n
