"""Read result tables without pandas: a light rule should not pay for a heavy import."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

Rij = dict[str, Any]

# Columns that hold text even where it looks like a number (a wijk can be called "2000").
TEKSTKOLOM = re.compile(
    r"^(wk|gm)_(code|naam)"
    r"|(code|naam|label|eenheid|reden|toelichting|citaat|peiljaar|opmerking|analyse)$"
)


def _waarde(kolom: str, cel: str) -> Any:
    if cel == "":
        return None
    if TEKSTKOLOM.search(kolom):
        return cel
    if cel in ("True", "False"):
        return cel == "True"
    try:
        return int(cel)
    except ValueError:
        try:
            return float(cel)
        except ValueError:
            return cel


def lees_tabel(pad: str | Path) -> list[Rij]:
    """Return the rows of a result table as dicts; empty cells are None, numbers are numbers."""
    with Path(pad).open(encoding="utf-8", newline="") as bestand:
        return [
            {kolom: _waarde(kolom, cel) for kolom, cel in rij.items()}
            for rij in csv.DictReader(bestand)
        ]


def zoek(rijen: list[Rij], **kenmerken: Any) -> Rij:
    """Return the one row with these values.

    Raises:
        KeyError: no row, or more than one.
    """
    gevonden = [rij for rij in rijen if all(rij[k] == v for k, v in kenmerken.items())]
    if len(gevonden) != 1:
        raise KeyError(f"{len(gevonden)} rijen met {kenmerken}")
    return gevonden[0]
