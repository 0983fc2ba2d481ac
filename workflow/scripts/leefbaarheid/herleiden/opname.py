"""A document filled again while every cell and number that is read is noted.

Nothing of this runs in the pipeline: `make herleid` fills a template a second time, with tables
that remember who read what. The text is the same, with marks around what each function wrote.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from types import SimpleNamespace
from typing import Any, NamedTuple

from leefbaarheid.basis import taal
from leefbaarheid.basis.merken import BEGIN, EIND, MIDDEN
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.cijfers_ontwikkeling import bereken_cijfers
from leefbaarheid.tekst.cijfers_wijkanalyses import vul_aan_met_wijkanalyses
from leefbaarheid.tekst.stof import Stof, bind


class Cel(NamedTuple):
    """A cell that was read: table, index of the row, column, value."""

    tabel: str
    rij: int
    kolom: str
    waarde: Any


@dataclass
class Stuk:
    """What one call in a template wrote.

    Attributes:
        naam: dotted name of the function, or of the number.
        bestand: file of the function; "" for a number.
        regel: line at which it begins.
        cellen: the cells it read.
        cijfers: the names of the numbers it read.
    """

    naam: str
    bestand: str = ""
    regel: int = 0
    cellen: list[Cel] = field(default_factory=list)
    cijfers: list[str] = field(default_factory=list)


class Opname:
    """What is read while a document is filled; the last of `open_` is the piece being written."""

    def __init__(self) -> None:
        self.stukken: list[Stuk] = []
        self.open_: list[Stuk] = [Stuk("")]

    def lees_cel(self, cel: Cel) -> None:
        """Note a cell."""
        self.open_[-1].cellen.append(cel)

    def lees_cijfer(self, naam: str) -> None:
        """Note a number."""
        self.open_[-1].cijfers.append(naam)

    def merk(self, stuk: Stuk, tekst: str) -> str:
        """Return a text with the marks of a piece."""
        self.stukken.append(stuk)
        return f"{BEGIN}{len(self.stukken) - 1}{MIDDEN}{tekst}{EIND}"

    def wikkel(self, functie: Callable[..., Any], naam: str) -> Callable[..., Any]:
        """Return a function of `tekst` that notes what it reads and marks what it writes."""
        kern = inspect.unwrap(functie)

        @wraps(kern)
        def gewikkeld(*args: Any, **opties: Any) -> Any:
            stuk = Stuk(naam, inspect.getsourcefile(kern) or "", kern.__code__.co_firstlineno)
            self.open_.append(stuk)
            try:
                uit = functie(*args, **opties)
            finally:
                self.open_.pop()
            return self.merk(stuk, uit) if isinstance(uit, str) and uit else uit

        return gewikkeld


class GelezenRij(dict[str, Any]):
    """A row of a table that notes which of its cells are read."""

    def __init__(self, rij: Rij, tabel: str, nummer: int, opname: Opname) -> None:
        super().__init__(rij)
        self.tabel, self.nummer, self.opname = tabel, nummer, opname

    def __getitem__(self, kolom: str) -> Any:
        """Return a cell and note it."""
        waarde = super().__getitem__(kolom)
        self.opname.lees_cel(Cel(self.tabel, self.nummer, kolom, waarde))
        return waarde

    def get(self, kolom: str, anders: Any = None) -> Any:
        """Return a cell and note it."""
        return self[kolom] if kolom in self else anders  # noqa: SIM401  # notes the read


class GelezenCijfers(Cijfers):
    """Numbers that note which of them are read."""

    def __init__(self, inhoud: Mapping[str, Mapping[str, Any]], opname: Opname) -> None:
        super().__init__(inhoud)
        self.opname = opname

    def tekst(self, naam: str) -> str:
        """Return the text of a number and note it."""
        self.opname.lees_cijfer(naam)
        return super().tekst(naam)

    def waarde(self, naam: str) -> Any:
        """Return the value of a number and note it."""
        self.opname.lees_cijfer(naam)
        return super().waarde(naam)


def opgenomen(tabellen: Mapping[str, list[Rij]], opname: Opname) -> dict[str, list[Rij]]:
    """Return tables of which every read is noted."""
    return {
        naam: [GelezenRij(rij, naam, i, opname) for i, rij in enumerate(rijen)]
        for naam, rijen in tabellen.items()
    }


def sjabloonfuncties(stof: Stof, opname: Opname) -> dict[str, Any]:
    """Return what a template calls to reach sentences and numbers, noting and marking."""

    def zinnen(naam: str) -> SimpleNamespace:
        gebonden = vars(bind(import_module(f"leefbaarheid.tekst.{naam}"), stof))
        return SimpleNamespace(
            **{kort: opname.wikkel(f, f"{naam}.{kort}") for kort, f in gebonden.items()}
        )

    def cijfer(naam: str) -> str:
        return opname.merk(Stuk(naam, cijfers=[naam]), stof.cijfers.tekst(naam))

    return {"zinnen": zinnen, "cijfer": cijfer}


_BEGIN = re.compile(f"(?:{BEGIN}\\d+{MIDDEN})*")


def hoofdletter(tekst: str) -> str:
    """Return a text with a capital, also where a mark stands before its first letter."""
    begin = _BEGIN.match(tekst)
    plek = begin.end() if begin else 0
    return tekst[:plek] + taal.hoofdletter(tekst[plek:])


class _Herkomst(Cijfers):
    """Numbers that keep which cells were read to make each."""

    def __init__(self, opname: Opname) -> None:
        super().__init__()
        self.opname = opname
        self.cellen: dict[str, list[Cel]] = {}
        self._laatst: dict[str, list[Cel]] = {}

    def zet(self, naam: str, waarde: Any, soort: str, bron_tabel: str) -> None:
        """Add a number with what was read of its table since the number before."""
        super().zet(naam, waarde, soort, bron_tabel)
        nieuw = [cel for cel in self.opname.open_[-1].cellen if cel.tabel == bron_tabel]
        # two numbers can be taken from what was read once, as the smallest and the largest
        gelezen = self._laatst[bron_tabel] = nieuw or self._laatst.get(bron_tabel, [])
        zelf = [cel for cel in gelezen if cel.waarde == waarde and type(cel.waarde) is type(waarde)]
        self.cellen[naam] = zelf[-1:] or gelezen
        self.opname.open_[-1].cellen = []


def herkomst_van_cijfers(
    tabellen: Mapping[str, list[Rij]], analyses: Sequence[Mapping[str, Any]]
) -> dict[str, list[Cel]]:
    """Return the cells that each number is made from.

    Args:
        tabellen: the result tables by name.
        analyses: the wijkanalyses as read.

    Returns:
        Name to one cell, when the number stands in the table as it is; to all cells that were read
        for it, when it was counted or taken over rows.
    """
    opname = Opname()
    herkomst = _Herkomst(opname)
    gelezen = opgenomen(tabellen, opname)
    bereken_cijfers(gelezen, herkomst)
    vul_aan_met_wijkanalyses(herkomst, gelezen, analyses)
    return herkomst.cellen
