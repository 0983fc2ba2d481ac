"""The raw lines behind a row of a result table."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij

GROEPEN: dict[str, Callable[[Rij], bool]] = {
    "selectie": lambda wijk: bool(wijk["in_selectie"]),
    "in_aanmerking": lambda wijk: bool(wijk["in_aanmerking"]),
    "overig_in_aanmerking": lambda wijk: bool(wijk["in_aanmerking"] and not wijk["in_selectie"]),
    "land": lambda wijk: True,
    "rest_van_land": lambda wijk: not wijk["in_selectie"],
}
JAARKOLOMMEN = ("jaar", "van", "tot")


@dataclass(frozen=True)
class Regels:
    """Lines of a source file.

    Attributes:
        bestand: the file.
        wat: which lines, in Dutch.
        aantal: how many there are.
        eerste: the first of them, as (line number, text).
    """

    bestand: str
    wat: str
    aantal: int
    eerste: list[tuple[int, str]]


def wijken_achter(
    rij: Mapping[str, Any], wijken: Iterable[Rij], kolom: str = ""
) -> tuple[str, set[str]]:
    """Return which wijken a row of a table is about, in words and as codes.

    Args:
        rij: the row.
        wijken: the table of wijken.
        kolom: the column that was read: in a comparison one of the two groups, or both.
    """
    alle = list(wijken)
    if ander := rij.get("vergeleken_met"):
        if kolom.endswith("_ander"):
            return wijken_achter({"groep": ander}, alle)
        if kolom in ("waarde", "n"):
            return wijken_achter({"groep": SELECTIE}, alle)
        beide = [wijken_achter({"groep": groep}, alle) for groep in (SELECTIE, ander)]
        return " en ".join(wat for wat, _ in beide), set().union(*(codes for _, codes in beide))
    if rij.get("wk_code"):
        return f"de {W.gebied} zelf", {rij["wk_code"]}
    if cluster := rij.get("cluster"):
        codes = {w["wk_code"] for w in alle if w["in_selectie"] and w["cluster"] == cluster}
        return f"de {len(codes)} {W.gebieden} in {cluster}", codes
    groep = str(rij.get("groep") or rij.get("steekproef") or SELECTIE)
    if groep.startswith("label_"):
        codes = {w["wk_code"] for w in alle if w.get(groep)}
        return f"de {len(codes)} {W.gebieden} met het label {groep.removeprefix('label_')}", codes
    if groep in GROEPEN:
        codes = {w["wk_code"] for w in alle if GROEPEN[groep](w)}
        return f"de {len(codes)} {W.gebieden} van de groep {groep}", codes
    codes = {w["wk_code"] for w in alle if w["in_selectie"] and w["cluster"] == groep}
    return f"de {len(codes)} {W.gebieden} in {groep}", codes


def jaren_van(rij: Mapping[str, Any], kolom: str) -> set[str]:
    """Return the years a row or a column is about; none: every year."""
    uit = {str(rij[naam]) for naam in JAARKOLOMMEN if rij.get(naam)}
    return uit | {deel for deel in kolom.split("_") if deel.isdecimal() and len(deel) == 4}


def regels_in(pad: Path, codes: set[str], jaren: set[str], wat: str, hoeveel: int) -> Regels:
    """Return the lines of a csv that are about these wijken, and these years where it has years."""
    tekst = pad.read_text("utf-8-sig").splitlines()
    kop = next(csv.reader(tekst[:1]))
    plek_code = kop.index("wk_code")
    plek_jaar = kop.index("jaar") if "jaar" in kop else None
    gevonden = []
    for nummer, regel in enumerate(tekst[1:], start=2):
        cellen = next(csv.reader([regel]), [])
        if len(cellen) <= plek_code or cellen[plek_code] not in codes:
            continue
        if plek_jaar is None or not jaren or cellen[plek_jaar] in jaren:
            gevonden.append((nummer, regel))
    return Regels(str(pad), wat, len(gevonden), gevonden[:hoeveel])


def ruwe_regels(
    rij: Mapping[str, Any],
    kolom: str,
    wijken: Iterable[Rij],
    bestanden: Mapping[str, Path],
    hoeveel: int,
) -> list[Regels]:
    """Return the raw lines behind a row: scores, and the context where the row has a factor.

    Args:
        rij: a row of a result table.
        kolom: the column that was read.
        wijken: the table of wijken.
        bestanden: `scores`, and `context` (the source, or what the recipe made of the sources).
        hoeveel: how many lines to show of each.
    """
    wat, codes = wijken_achter(rij, wijken, kolom)
    jaren = jaren_van(rij, kolom)
    in_jaren = f", {' en '.join(sorted(jaren))}" if jaren else ""
    uit = [regels_in(bestanden["scores"], codes, jaren, f"{wat}{in_jaren}", hoeveel)]
    if "factor" in rij or "term" in rij:
        uit.append(regels_in(bestanden["context"], codes, set(), wat, hoeveel))
    return uit
