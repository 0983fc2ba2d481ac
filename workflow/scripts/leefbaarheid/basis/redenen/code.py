"""What a reason code is: a word with named fields, as one cell of a table.

A statistics module writes `Reden.TE_WEINIG_GEMEENTEN.met(n=7, minimum=12)`; the table has
`te_weinig_gemeenten?n=7&minimum=12`; `tekst.redenen` makes a Dutch phrase of it. Fields are
written as in a web address, so that any value comes back as it went in. A cell may hold several
codes, one after the other (`samen`, `los`).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Self
from urllib.parse import parse_qsl, urlencode


class Code(StrEnum):
    """Base of the reason codes of a wing: `NAAM = "code", "field", "field"`."""

    velden: tuple[str, ...]

    def __new__(cls, code: str, *velden: str) -> Self:
        """Make a member of a code and the names of its fields."""
        lid = str.__new__(cls, code)
        lid._value_ = code
        lid.velden = velden
        return lid

    def met(self, **velden: object) -> str:
        """Return the cell: the code with its fields.

        Raises:
            ValueError: a field is missing or unknown.
        """
        if set(velden) != set(self.velden):
            raise ValueError(f"{self.value} has the fields {self.velden}, not {tuple(velden)}")
        if not velden:
            return str(self)
        return f"{self}?{urlencode({naam: str(velden[naam]) for naam in self.velden})}"


class Melding(NamedTuple):
    """A cell taken apart: the code, and its fields as text."""

    code: str
    velden: dict[str, str]


def ontleed(cel: str) -> Melding:
    """Take a cell with a reason code apart; the inverse of `Code.met`."""
    code, _, velden = cel.partition("?")
    return Melding(
        code, dict(parse_qsl(velden, keep_blank_values=True, strict_parsing=bool(velden)))
    )


_SCHEIDING = ";"  # never within a code: `met` writes it as %3B


def samen(codes: Iterable[str]) -> str:
    """Return several codes as one cell, in their order; "" for none."""
    return _SCHEIDING.join(codes)


def los(cel: str | None) -> list[str]:
    """Return the codes of a cell one by one, each with its fields; [] for an empty cell."""
    return cel.split(_SCHEIDING) if cel else []
