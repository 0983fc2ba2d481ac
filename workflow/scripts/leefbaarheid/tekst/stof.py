"""What a document is written from: the edition, its numbers and its result tables."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from types import ModuleType, SimpleNamespace
from typing import Any

from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.cijfers import Cijfers


class Tabellen(dict[str, list[Rij]]):
    """Result tables as rows, by name; asking for one that is not there names it.

    Attributes:
        gelezen: the names that were asked for, in order.
    """

    def __init__(self, inhoud: Mapping[str, list[Rij]]) -> None:
        super().__init__(inhoud)
        self.gelezen: list[str] = []

    def __getitem__(self, naam: str) -> list[Rij]:
        """Return the rows of a table and remember that they were asked for."""
        self.gelezen.append(naam)
        return super().__getitem__(naam)

    def __missing__(self, naam: str) -> list[Rij]:
        raise KeyError(f"er is geen tabel met de naam '{naam}'")


class Rijen(list[Any]):
    """Rows for a table of a document, with the result tables that were read for them.

    Attributes:
        tabellen: their names, each once, in the order they were asked for.
    """

    def __init__(self, rijen: Sequence[Any], tabellen: Sequence[str]) -> None:
        super().__init__(rijen)
        self.tabellen = tuple(dict.fromkeys(tabellen))


@dataclass(frozen=True)
class Stof:
    """All that a sentence may use.

    Attributes:
        editie: the edition config.
        cijfers: the numbers of prose.
        tabellen: result tables as rows, by name.
        analyses: the wijkanalyses as read.
        aannames: the assumptions of the project, see `rapport.aannames`.
        logboek: the decisions of the project (datum, editie, keuze, bekend, waarom).
    """

    editie: Mapping[str, Any]
    cijfers: Cijfers
    tabellen: Mapping[str, list[Rij]]
    analyses: Sequence[Mapping[str, Any]] = field(default=())
    aannames: Sequence[Mapping[str, str]] = field(default=())
    logboek: Sequence[Mapping[str, str]] = field(default=())

    def __post_init__(self) -> None:
        """Give the tables their message."""
        object.__setattr__(self, "tabellen", Tabellen(self.tabellen))


def bind(module: ModuleType, stof: Stof) -> SimpleNamespace:
    """Return what a template may use of a module: its own public functions.

    A function whose first parameter is called `stof` gets it, so that a template says
    `t.verloop(2008, 2012)`; every other function is left as it is. A function that the module
    itself imports is not there: a template names the module that has it.
    """
    functies: dict[str, Callable[..., Any]] = {}
    for naam, functie in inspect.getmembers(module, inspect.isfunction):
        if not naam.startswith("_") and functie.__module__ == module.__name__:
            eerste = next(iter(inspect.signature(functie).parameters), "")
            functies[naam] = _met_herkomst(functie, stof) if eerste == "stof" else functie
    return SimpleNamespace(**functies)


def _met_herkomst(functie: Callable[..., Any], stof: Stof) -> Callable[..., Any]:
    """Return a function with `stof` filled in; rows it gives know which tables they come from."""
    tabellen = stof.tabellen

    @wraps(functie)
    def gebonden(*waarden: Any, **opties: Any) -> Any:
        begin = len(tabellen.gelezen) if isinstance(tabellen, Tabellen) else 0
        uit = functie(stof, *waarden, **opties)
        if isinstance(uit, list) and isinstance(tabellen, Tabellen):
            return Rijen(uit, tabellen.gelezen[begin:])
        return uit

    return gebonden
