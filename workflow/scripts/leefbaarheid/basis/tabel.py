"""Read result tables without pandas: a light rule should not pay for a heavy import."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from leefbaarheid.basis.contract import Soort, Tabel

Rij = dict[str, Any]


def _heel(cel: str) -> float:
    """Return a whole number; one that was written with a point (5085.0) stays a float."""
    return float(cel) if "." in cel else int(cel)


def _gemengd(cel: str) -> float | str:
    for maak in (int, float):
        try:
            return maak(cel)
        except ValueError:
            continue
    return cel


LEZERS: dict[Soort, Callable[[str], Any]] = {
    Soort.TEKST: str,
    Soort.REDEN: str,
    Soort.GEHEEL: _heel,
    Soort.GETAL: float,
    Soort.JANEE: "True".__eq__,
    Soort.GEMENGD: _gemengd,
}
"""How a filled cell of each type is read."""


def lees_tabel(pad: str | Path, tabel: Tabel) -> list[Rij]:
    """Return the rows of a result table as dicts, typed by its contract; empty cells are None.

    That of a check that is switched off has one column, `reden`.

    Raises:
        ContractFout: the file has a column that is not in the contract.
    """
    with Path(pad).open(encoding="utf-8", newline="") as bestand:
        regels = csv.reader(bestand)
        kolommen = next(regels)
        uit = tabel.staat_uit(kolommen)
        lezers = [LEZERS[Soort.REDEN if uit else tabel.kolom(naam).soort] for naam in kolommen]
        return [
            {
                naam: lees(cel) if cel else None
                for naam, lees, cel in zip(kolommen, lezers, regel, strict=True)
            }
            for regel in regels
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
