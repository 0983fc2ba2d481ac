"""Where a cell of a result table comes from: its line, its meaning, its rule, its code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leefbaarheid.basis.codebestanden import codebestanden
from leefbaarheid.basis.contract import Tabel, Tabellen
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.herleiden.opname import Cel
from leefbaarheid.tekst.cijfers import TEKST

REKENEND = ("analyse", "toetsen", "wijkanalyses", "data", "opbouw")
"""Wings whose code can make a number of a table."""


@dataclass(frozen=True)
class Plek:
    """A cell of a result table.

    Attributes:
        tabel, kolom: where it stands; `bestand` is the csv and `regel` its line there.
        rij: the key of the row.
        waarde: what stands there.
        formule: what the column is, with its unit.
        stap: the rule that makes the table.
        code: places in the code, as file:line.
    """

    tabel: str
    bestand: str
    regel: int
    rij: dict[str, Any]
    kolom: str
    waarde: Any
    formule: str
    stap: str
    code: tuple[str, ...]


def plek_van(
    cel: Cel, tabellen: Mapping[str, list[Rij]], contracten: Tabellen, uit: Path, wortel: Path
) -> Plek:
    """Return where a cell stands and what makes it.

    Args:
        cel: from a recording.
        tabellen: the result tables by name.
        contracten: their contracts.
        uit: the folder with the results of the edition.
        wortel: the project.
    """
    contract = contracten[cel.tabel]
    rij = tabellen[cel.tabel][cel.rij]
    kolom = contract.kolom(cel.kolom)
    eenheid = f" ({kolom.maat})" if kolom.maat else ""
    return Plek(
        tabel=cel.tabel,
        bestand=(uit / contract.pad).as_posix(),
        regel=cel.rij + 2,  # below the header
        rij={naam: rij[naam] for naam in contract.sleutel if naam in rij},
        kolom=cel.kolom,
        waarde=cel.waarde,
        formule=f"{kolom.uitleg}{eenheid}",
        stap=contract.regel,
        code=code_van(contract, cel.kolom, wortel),
    )


def code_van(contract: Tabel, kolom: str, wortel: Path) -> tuple[str, ...]:
    """Return where in the code a column of a table is made: the script, and where it is named.

    Of the modules that write the column the one with the name of the table is given, else the
    first two.
    """
    script = wortel / "workflow" / "scripts" / f"{contract.regel}.py"
    eerste = [f"{script.relative_to(wortel).as_posix()}:{_regel(script, r'^def main')}"]
    familie = re.sub(r"\d{4}", r"\\d{4}", re.escape(kolom))
    patroon = rf"[\"']{familie}[\"']|\b{re.escape(kolom)}="
    gevonden = []
    for pad in codebestanden(script):
        delen = pad.relative_to(wortel).parts
        if not set(REKENEND) & set(delen):
            continue
        if regel := _regel(pad, patroon):
            gevonden.append((pad.stem != contract.naam, pad.relative_to(wortel).as_posix(), regel))
    eigen = [deel for deel in gevonden if not deel[0]] or sorted(gevonden)[:2]
    return tuple(eerste + [f"{naam}:{regel}" for _, naam, regel in eigen])


def _regel(pad: Path, patroon: str) -> int:
    """Return the line at which a pattern first occurs, 0 for never."""
    tekst = pad.read_text("utf-8")
    gevonden = re.search(patroon, tekst, flags=re.M)
    return tekst.count("\n", 0, gevonden.start()) + 1 if gevonden else 0


def schrijfwijzen(waarde: Any, *, afgerond: bool = False) -> set[str]:
    """Return every way in which a value can stand in a sentence.

    Args:
        waarde: of a cell.
        afgerond: also as a whole number when it is none.
    """
    if isinstance(waarde, bool) or waarde is None:
        return set()
    if isinstance(waarde, str):
        return {waarde}
    heel = afgerond or float(waarde).is_integer()
    wijzen = [wijze for wijze in TEKST if wijze != "tekst" and (heel or wijze != "aantal")]
    if not float(waarde).is_integer():
        wijzen.remove("jaar")
    return {zonder_spaties(TEKST[wijze](waarde)) for wijze in wijzen}


def zonder_spaties(tekst: str) -> str:
    """Return a number as it is compared: "35 %" is "35%"."""
    return re.sub(r"\s", "", tekst)


def kandidaten(getal: str, cellen: Sequence[Cel]) -> list[Cel]:
    """Return the cells that were read and can be written as a number of the sentence.

    Only where there is none, those that are it when rounded to a whole number.
    """
    for afgerond in (False, True):
        gevonden = [c for c in cellen if getal in schrijfwijzen(c.waarde, afgerond=afgerond)]
        if gevonden:
            return list(dict.fromkeys(gevonden))
    return []
