"""Numbers of draws, and what a check that is switched off leaves behind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from leefbaarheid.basis.redenen.toetsen import ToetsReden

# AANNAME: de conceptstand (snel) rekent met een tiende van de trekkingen en permutaties.
DEEL_SNEL = 10
MIN_TREKKINGEN = 99


def aantal(inferentie: Mapping[str, Any], n: int, minimum: int = MIN_TREKKINGEN) -> int:
    """Return the number of draws to make; in draft mode a tenth of `n`, not below `minimum`."""
    return max(minimum, n // DEEL_SNEL) if inferentie["snel"] else n


def uit(*namen: str) -> dict[str, pd.DataFrame]:
    """Return the tables of a check that is switched off: one row that says so."""
    return {naam: pd.DataFrame({"reden": [ToetsReden.STAAT_UIT.met()]}) for naam in namen}
