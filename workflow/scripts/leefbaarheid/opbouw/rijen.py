"""Rows of an official file, whatever its container: worksheet, csv or dbf."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.data.codering import AANVULLEN, lees_tekst
from leefbaarheid.opbouw.cellen import als_tekst

KOPREGELS = 25
"""So many lines an official file may have above its header: title, explanation, source."""
REKENBLAD = (".xlsx", ".xls", ".xlsb", ".ods")


class Rij(NamedTuple):
    """A row: its line in the file, and its cells."""

    regel: int
    cellen: Sequence[object]


class Rijen(NamedTuple):
    """What a file holds: the names of its columns and the rows below them, read one by one."""

    kop: list[str]
    rijen: Iterator[Rij]


def lees_rijen(pad: Path, sleutels: Sequence[str]) -> Rijen:
    """Return the header and the rows of a file.

    The header is the first line that has one of the columns `sleutels`; what stands above it (a
    title, an explanation) is passed over.

    Raises:
        InvoerFout: not readable as what its name says, or without such a header.
    """
    if pad.suffix.lower() in REKENBLAD:
        return _rekenblad(pad, sleutels)
    return _dbf(pad) if pad.suffix.lower() == ".dbf" else _csv(pad, sleutels)


def _is_kop(cellen: Sequence[object], sleutels: Sequence[str]) -> bool:
    namen = {als_tekst(cel).lower() for cel in cellen}
    return any(sleutel.lower() in namen for sleutel in sleutels)


def _geen_kop(pad: Path, sleutels: Sequence[str]) -> InvoerFout:
    namen = ", ".join(f"'{sleutel}'" for sleutel in sleutels)
    return InvoerFout(
        f"geen kopregel gevonden met de kolom {namen} in de eerste {KOPREGELS} regels",
        bestand=pad,
        remedie="Is dit het bestand dat het register noemt? Zo ja, dan past `vorm` in het register "
        "er niet bij.",
    )


def _rekenblad(pad: Path, sleutels: Sequence[str]) -> Rijen:
    """Read the first sheet with the header; calamine takes a sixth of the time of openpyxl."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        boek = CalamineWorkbook.from_path(pad)
        for naam in boek.sheet_names:
            rijen = enumerate(boek.get_sheet_by_name(naam).iter_rows(), 1)
            for regel, cellen in rijen:
                if _is_kop(cellen, sleutels):
                    kop = [als_tekst(cel) for cel in cellen]
                    return Rijen(kop, (Rij(*rij) for rij in rijen if any(map(als_tekst, rij[1]))))
                if regel >= KOPREGELS:
                    break
    except (CalamineError, OSError, ValueError) as fout:
        raise InvoerFout(
            f"dit is geen leesbaar rekenblad ({type(fout).__name__})",
            bestand=pad,
            remedie="Haal het bestand opnieuw op; misschien is het afgekapt of beveiligd.",
        ) from None
    raise _geen_kop(pad, sleutels)


def _csv(pad: Path, sleutels: Sequence[str]) -> Rijen:
    tekst, _ = lees_tekst(pad)
    begin = tekst.split("\n", KOPREGELS)[:KOPREGELS]
    for aantal, regel in enumerate(begin):
        for teken in ";,\t":
            kop = [cel.strip() for cel in next(csv.reader([regel], delimiter=teken), [])]
            if len(kop) > 1 and _is_kop(kop, sleutels):
                rest = tekst.split("\n", aantal + 1)[-1]
                return Rijen(kop, _csvrijen(pad, rest, teken, aantal + 1, len(kop)))
    raise _geen_kop(pad, sleutels)


def _csvrijen(pad: Path, tekst: str, teken: str, voor: int, breedte: int) -> Iterator[Rij]:
    """Yield the rows below the header; a row that is too short or too long is a message."""
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True)
    vorige = 0
    while True:
        try:
            cellen = next(lezer)
        except StopIteration:
            return
        except csv.Error:
            raise InvoerFout(
                "een aanhalingsteken op deze regel wordt niet, of verkeerd, gesloten",
                bestand=pad,
                regel=voor + vorige + 1,
                remedie=AANVULLEN,
            ) from None
        regel, vorige = voor + vorige + 1, lezer.line_num
        if cellen and len(cellen) != breedte:
            raise InvoerFout(
                f"deze regel heeft {len(cellen)} velden en de kopregel {breedte}",
                bestand=pad,
                regel=regel,
                remedie=f"Misschien is het bestand afgekapt. {AANVULLEN}",
            )
        if cellen:
            yield Rij(regel, cellen)


def _dbf(pad: Path) -> Rijen:
    """Read the attributes of a shape file, which are in latin-1 since long before UTF-8."""
    import pyogrio.raw
    from pyogrio.errors import DataSourceError

    try:
        meta, _, _, velden = pyogrio.raw.read(pad, read_geometry=False, encoding="ISO-8859-1")
    except DataSourceError:
        raise InvoerFout(
            "dit is geen leesbare dbf", bestand=pad, remedie="Haal het bestand opnieuw op."
        ) from None
    kolommen = [veld.tolist() for veld in velden]
    rijen = (Rij(nummer, cellen) for nummer, cellen in enumerate(zip(*kolommen, strict=True), 1))
    return Rijen([str(naam) for naam in meta["fields"]], rijen)
