"""What a result table is: its name, its key, the rule that makes it, and what each column means.

The contracts themselves are in `basis.tabellen`, one module per stage. They are plain data that
every script and the Snakefile import, so nothing heavy may come in here; `basis.contractschema`
makes pandera schemas of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from leefbaarheid.basis.gebied import met_woorden


class Soort(StrEnum):
    """The types of a column, as the codebook calls them."""

    TEKST = "tekst"
    GEHEEL = "geheel getal"
    GETAL = "getal"
    JANEE = "ja/nee"
    REDEN = "redencode"
    GEMENGD = "tekst of getal"


GEBIEDSCODE = "<gebiedscode>"

ALS_TEKST = {Soort.TEKST, Soort.REDEN}
"""Types whose cells stay text, also where they look like a number (a wijk can be called "2000")."""

PLAATSHOUDERS = {
    "jaar": r"\d{4}",
    "van": r"\d{4}",
    "tot": r"\d{4}",
    "dimensie": "fys|onv|soc|vrz|won",
    "label": r"\w+",
    "factor": r"\w+",
    "kenmerk": r"\w+",
}
"""What may stand in the name of a column whose number depends on the edition."""


class ContractFout(Exception):
    """A table does not keep to its contract: a mistake in our code, not of the user."""


@dataclass(frozen=True)
class Kolom:
    """One column, or all columns of one pattern.

    Attributes:
        naam: the name; with `<jaar>` and the like (`PLAATSHOUDERS`) it stands for a family.
        soort: the type.
        betekenis: what it says, in Dutch, with marks for the words of the areas; `uitleg` fills
            them.
        eenheid: unit, in Dutch, with marks too (`maat`); "" where there is none.
        leeg: whether a cell may be empty.
        waarden: the only values allowed; () where any value is.
        bereik: smallest and largest value; None where there is no bound.
        vorm: regular expression that a text meets from begin to end; "" where any text is.
            `GEBIEDSCODE` stands for the code of an area, whatever the areas of the edition are.
    """

    naam: str
    soort: Soort
    betekenis: str
    eenheid: str = ""
    leeg: bool = False
    waarden: tuple[str, ...] = ()
    bereik: tuple[float, float] | None = None
    vorm: str = ""

    @property
    def uitleg(self) -> str:
        """What it says, with the words for the areas of this edition."""
        return met_woorden(self.betekenis)

    @property
    def maat(self) -> str:
        """Its unit, with the words for the areas of this edition."""
        return met_woorden(self.eenheid)

    @property
    def patroon(self) -> re.Pattern[str]:
        """The names this column stands for."""
        return _patroon(self.naam)


@cache
def _patroon(naam: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"<(\w+)>", lambda m: f"(?:{PLAATSHOUDERS[m[1]]})", naam))


def tekst(
    naam: str,
    betekenis: str,
    *,
    leeg: bool = False,
    waarden: tuple[str, ...] = (),
    vorm: str = "",
) -> Kolom:
    """Return a column with text."""
    return Kolom(naam, Soort.TEKST, betekenis, leeg=leeg, waarden=waarden, vorm=vorm)


Bereik = tuple[float, float]


def geheel(
    naam: str,
    betekenis: str,
    eenheid: str = "",
    *,
    leeg: bool = False,
    bereik: Bereik | None = None,
) -> Kolom:
    """Return a column with whole numbers."""
    return Kolom(naam, Soort.GEHEEL, betekenis, eenheid, leeg, bereik=bereik)


def getal(
    naam: str,
    betekenis: str,
    eenheid: str = "",
    *,
    leeg: bool = False,
    bereik: Bereik | None = None,
) -> Kolom:
    """Return a column with numbers."""
    return Kolom(naam, Soort.GETAL, betekenis, eenheid, leeg, bereik=bereik)


def aandeel(naam: str, betekenis: str, *, leeg: bool = False) -> Kolom:
    """Return a column with shares or probabilities, from 0 to 1."""
    return Kolom(naam, Soort.GETAL, betekenis, "0-1", leeg, bereik=(0.0, 1.0))


def janee(naam: str, betekenis: str, *, leeg: bool = False) -> Kolom:
    """Return a column with `True` or `False`."""
    return Kolom(naam, Soort.JANEE, betekenis, leeg=leeg)


def reden(naam: str, betekenis: str, *, leeg: bool = True) -> Kolom:
    """Return a column with reason codes (`basis.redenen`), empty where there is nothing to say."""
    return Kolom(naam, Soort.REDEN, betekenis, leeg=leeg)


def mag_leeg(*kolommen: Kolom) -> tuple[Kolom, ...]:
    """Return these columns, but with cells that may be empty."""
    return tuple(replace(kolom, leeg=True) for kolom in kolommen)


@dataclass(frozen=True)
class Controle:
    """A check that an edition can switch off under `inferentie.controles`.

    Attributes:
        naam: its name there, and of the module in `toetsen` that makes its tables.
        betekenis: what it looks at, in Dutch; with marks, as that of a column.
    """

    naam: str
    betekenis: str

    @property
    def uitleg(self) -> str:
        """What it looks at, with the words for the areas of this edition."""
        return met_woorden(self.betekenis)


@dataclass(frozen=True)
class Tabel:
    """One result table.

    Attributes:
        naam: the name, unique among all tables and the same in every rule.
        regel: the rule that makes it.
        betekenis: what a row is, in Dutch; with marks, as that of a column.
        sleutel: the columns that tell rows apart.
        kolommen: the columns, in their order in the file.
        map: folder below `results/<editie>/`.
        bestand: file name without `.csv`; "" when it is the name.
        controle: the check that makes it; switched off, there is one column, `reden`.
        alleen_figuur: too large for a document, or only there for a figure.
        vereist: key of the edition without which the table is not made; "" when it always is.
    """

    naam: str
    regel: str
    betekenis: str
    sleutel: tuple[str, ...]
    kolommen: tuple[Kolom, ...]
    map: str = "tabellen"
    bestand: str = ""
    controle: Controle | None = None
    alleen_figuur: bool = False
    vereist: str = ""

    @property
    def uitleg(self) -> str:
        """What a row is, with the words for the areas of this edition."""
        return met_woorden(self.betekenis)

    @property
    def pad(self) -> str:
        """Path below `results/<editie>/`."""
        return f"{self.map}/{self.bestand or self.naam}.csv"

    def staat_uit(self, kolommen: Iterable[str]) -> bool:
        """Tell whether a table with these columns is that of a check that is switched off."""
        return self.controle is not None and list(kolommen) == ["reden"]

    def kolom(self, naam: str) -> Kolom:
        """Return the contract of a column of the file.

        Raises:
            ContractFout: the table has no such column.
        """
        for kolom in self.kolommen:
            if kolom.naam == naam:
                return kolom
        for kolom in self.kolommen:
            if kolom.patroon.fullmatch(naam):
                return kolom
        raise ContractFout(
            f"table {self.naam}: column '{naam}' is not in its contract (see basis/tabellen)"
        )

    def controleer(self, kolommen: Sequence[str]) -> None:
        """Check the names of the columns of a whole table.

        Raises:
            ContractFout: a column is unknown, missing or there twice.
        """
        if self.staat_uit(kolommen):
            return
        for naam in kolommen:
            self.kolom(naam)
        mist = [k.naam for k in self.kolommen if "<" not in k.naam and k.naam not in kolommen]
        dubbel = sorted({naam for naam in kolommen if list(kolommen).count(naam) > 1})
        if mist or dubbel:
            raise ContractFout(
                f"table {self.naam}: columns missing {mist}, twice {dubbel} (see basis/tabellen)"
            )


Tabellen = dict[str, Tabel]


def registreer(*tabellen: Tabel) -> Tabellen:
    """Return tables by name.

    Raises:
        ContractFout: two tables have the same name.
    """
    register = {tabel.naam: tabel for tabel in tabellen}
    if len(register) != len(tabellen):
        raise ContractFout("two tables have the same name")
    return register
