"""What YAML can do besides holding values: refused before anything is made of it.

References are how a small file becomes a huge one, and tags how it becomes code.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol

import yaml


class Bezwaar(Enum):
    """What a text holds that a file of values does not need."""

    VERWIJZING = auto()
    OPDRACHT = auto()
    DIEPTE = auto()


class Plaats(Protocol):
    """A place in YAML: line from 0; PyYAML has one class in Python and one in C."""

    @property
    def line(self) -> int: ...


def eerste_bezwaar(tekst: str, max_diepte: int) -> tuple[Bezwaar, Plaats | None] | None:
    """Return the first reference (& or *), tag (!) or too deep block of a text, and its place.

    Raises:
        yaml.YAMLError: the text is no YAML.
    """
    diepte = 0
    for deel in yaml.parse(tekst, Loader=yaml.SafeLoader):
        diepte += isinstance(deel, yaml.CollectionStartEvent)
        diepte -= isinstance(deel, yaml.CollectionEndEvent)
        if isinstance(deel, yaml.AliasEvent) or getattr(deel, "anchor", None):
            return Bezwaar.VERWIJZING, deel.start_mark
        if getattr(deel, "tag", None):
            return Bezwaar.OPDRACHT, deel.start_mark
        if diepte > max_diepte:
            return Bezwaar.DIEPTE, deel.start_mark
    return None
