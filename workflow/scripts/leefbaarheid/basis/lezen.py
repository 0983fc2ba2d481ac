"""Read result tables with pandas; the contract of a table says which columns are text."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from leefbaarheid.basis.contract import ALS_TEKST, Tabel, Tabellen


def lees_csv(pad: str | Path, tabel: Tabel) -> pd.DataFrame:
    """Return a table written by `schrijven.schrijf_tabel`.

    Only an empty cell is missing: a wijk may be called "NA". The table of a check that is switched
    off has one column, `reden`.

    Raises:
        ContractFout: the file has a column that is not in the contract.
    """
    with Path(pad).open(encoding="utf-8", newline="") as bestand:
        kolommen = next(csv.reader(bestand))
    if tabel.staat_uit(kolommen):
        tekst = dict.fromkeys(kolommen, "str")
    else:
        tekst = {naam: "str" for naam in kolommen if tabel.kolom(naam).soort in ALS_TEKST}
    return pd.read_csv(pad, dtype=tekst, keep_default_na=False, na_values=[""])


def lees_tabellen(paden: Mapping[str, str | Path], tabellen: Tabellen) -> dict[str, pd.DataFrame]:
    """Return the result tables among files by name; a name without a contract is no table.

    Raises:
        ContractFout: see `lees_csv`.
    """
    return {naam: lees_csv(pad, tabellen[naam]) for naam, pad in paden.items() if naam in tabellen}
