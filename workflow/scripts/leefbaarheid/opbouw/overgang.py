"""A concordance between the borders of two years, whichever of them comes first in the file."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.data.herindeling import keer_om
from leefbaarheid.opbouw.bruggen import lees_concordantie


def lees_overgang(pad: Path, van: int, naar: int) -> pd.DataFrame:
    """Return the bridge from the wijken of one year to those of another; see `lees_concordantie`.

    A file from `naar` to `van` will do: its addresses per pair of wijken hold in both directions.

    Raises:
        InvoerFout: wrong form, or no rows for these two years in either direction.
    """
    try:
        return lees_concordantie(pad, van, naar)
    except InvoerFout as fout:
        try:
            return keer_om(lees_concordantie(pad, naar, van))
        except InvoerFout:
            raise fout from None
