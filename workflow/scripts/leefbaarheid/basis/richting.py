"""The direction of a change: fell, stagnated or rose, with a tolerance."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTAGNEERD, GESTEGEN


def richting(verandering: pd.Series[float], delta: float) -> pd.Series[str]:
    """Return gedaald (< -delta), gestagneerd (within delta) or gestegen (> delta) per wijk."""
    waarden = verandering.round(9)
    uit = pd.Series(GESTAGNEERD, verandering.index, dtype="object")
    uit[waarden < -delta] = GEDAALD
    uit[waarden > delta] = GESTEGEN
    uit[waarden.isna()] = None
    return uit
