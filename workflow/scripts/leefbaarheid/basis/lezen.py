"""Read tables that the pipeline wrote itself."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

# Columns that hold text, also where it looks like a number.
TEKST = dict.fromkeys(
    ("wk_code", "wk_naam", "gm_code", "gm_naam", "cluster", "label", "factor", "eenheid"), "str"
)


def lees_csv(pad: str | Path) -> pd.DataFrame:
    """Return a table written by `schrijven.schrijf_tabel`.

    Only an empty cell is missing: a wijk may be called "NA".
    """
    return pd.read_csv(pad, dtype=TEKST, keep_default_na=False, na_values=[""])
