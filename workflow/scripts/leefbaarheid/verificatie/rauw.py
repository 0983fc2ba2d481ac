"""The wijken of an edition from its raw csv, for the second road to its numbers.

Only the standard library, and nothing of the rest of this project: see `naloop`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

DIMENSIES = ("fys", "onv", "soc", "vrz", "won")


class Wijk(NamedTuple):
    """A wijk of the Leefbaarometer with what the edition needs of it.

    Attributes:
        code: its code.
        gemeente: code of its gemeente, "" where the context table does not have it.
        gemeentenaam: its name.
        inwoners: None where not known.
        score: by year.
        dimensie: by (dimension, year).
        context: cells of the context table by column.
        labels: the policy labels it had.
    """

    code: str
    gemeente: str
    gemeentenaam: str
    inwoners: float | None
    score: dict[int, float]
    dimensie: dict[tuple[str, int], float]
    context: dict[str, str]
    labels: frozenset[str]


def lees_getal(cel: str | None) -> float | None:
    """Return the number in a cell; None for empty, NA, "." and codes of the CBS."""
    if cel is None or cel.strip() in ("", "NA", "."):
        return None
    waarde = float(cel)
    return None if waarde < -99990 else waarde


def _rijen(pad: str) -> Iterator[dict[str, str]]:
    with Path(pad).open(encoding="utf-8-sig", newline="") as bestand:
        yield from csv.DictReader(bestand)


def lees_wijken(
    config: Mapping[str, Any], scores: str, context: str, lijst: str = ""
) -> dict[str, Wijk]:
    """Return every wijk that has a score or stands in the context table.

    Args:
        config: the config of the edition, from the manifest.
        scores, context, lijst: paths of the csv of the Leefbaarometer, the context table and the
            list of labels ("" for none).
    """
    kolom = config["kenmerken"]
    boek = {rij["wk_code"]: rij for rij in _rijen(context)}
    labels: dict[str, set[str]] = {}
    for rij in _rijen(lijst) if lijst else ():
        ja = {naam for naam in config["selectie"].get("labels", []) if rij.get(naam) == "1"}
        ja |= {n for n in config["selectie"].get("labels", []) if str(rij.get(n)).lower() == "true"}
        labels[rij["wk_code"]] = ja
    per_wijk: dict[str, list[dict[str, str]]] = {code: [] for code in boek}
    for rij in _rijen(scores):
        if int(rij["jaar"]) in config["jaren"]:
            per_wijk.setdefault(rij["wk_code"], []).append(rij)
    uit = {}
    for code, rijen in per_wijk.items():
        eigen = boek.get(code, {})
        uit[code] = Wijk(
            code,
            eigen.get(kolom["gm_code"], ""),
            eigen.get(kolom["gm_naam"], ""),
            lees_getal(eigen.get(kolom["inwoners"])),
            {int(r["jaar"]): s for r in rijen if (s := lees_getal(r["lbm"])) is not None},
            {
                (naam, int(r["jaar"])): d
                for r in rijen
                for naam in DIMENSIES
                if (d := lees_getal(r.get(naam))) is not None
            },
            eigen,
            frozenset(labels.get(code, ())),
        )
    return uit
