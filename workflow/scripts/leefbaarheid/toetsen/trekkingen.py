"""What a check that is switched off leaves behind."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.basis.redenen.toetsen import ToetsReden


def uit(*namen: str) -> dict[str, pd.DataFrame]:
    """Return the tables of a check that is switched off: one row that says so."""
    return {naam: pd.DataFrame({"reden": [ToetsReden.STAAT_UIT.met()]}) for naam in namen}
