"""What a document is written from: the edition, its numbers and its result tables."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import ModuleType, SimpleNamespace
from typing import Any

from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.cijfers import Cijfers


class Tabellen(dict[str, list[Rij]]):
    """Result tables as rows, by name; asking for one that is not there names it."""

    def __missing__(self, naam: str) -> list[Rij]:
        raise KeyError(f"er is geen tabel met de naam '{naam}'")


@dataclass(frozen=True)
class Stof:
    """All that a sentence may use.

    Attributes:
        editie: the edition config.
        cijfers: the numbers of prose.
        tabellen: result tables as rows, by name.
        analyses: the wijkanalyses as read.
        aannames: the assumptions of the project (tekst, bestand).
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
            functies[naam] = partial(functie, stof) if eerste == "stof" else functie
    return SimpleNamespace(**functies)
