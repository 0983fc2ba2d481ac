"""Errors a user can mend: one clear Dutch message, never a traceback."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path


class InvoerFout(Exception):
    """Something in the data, the config or a wijkanalyse that the researcher can repair.

    Args:
        wat: what is wrong, one Dutch sentence.
        bestand: file the value stands in.
        regel: line number in that file (1 = first line, the header of a csv).
        kolom: column of a table.
        sleutel: key of a YAML file.
        waarde: the offending value.
        remedie: what to do about it, one Dutch sentence.
        reden: reason code of the same, for a caller whose table says why instead of stopping.
    """

    def __init__(
        self,
        wat: str,
        *,
        bestand: str | Path | None = None,
        regel: int | None = None,
        kolom: str | None = None,
        sleutel: str | None = None,
        waarde: object = None,
        remedie: str | None = None,
        reden: str | None = None,
    ) -> None:
        self.wat, self.bestand, self.regel = wat, bestand, regel
        self.kolom, self.sleutel, self.waarde, self.remedie = kolom, sleutel, waarde, remedie
        self.reden = reden
        super().__init__(str(self))

    def __str__(self) -> str:
        plaats = [
            f"bestand {self.bestand}" if self.bestand is not None else "",
            f"regel {self.regel}" if self.regel is not None else "",
            f"kolom '{self.kolom}'" if self.kolom is not None else "",
            f"sleutel '{self.sleutel}'" if self.sleutel is not None else "",
            f"waarde '{self.waarde}'" if self.waarde is not None else "",
        ]
        kop = ", ".join(deel for deel in plaats if deel)
        tekst = f"FOUT in {kop}: {self.wat}" if kop else f"FOUT: {self.wat}"
        return f"{tekst}\n  Wat te doen: {self.remedie}" if self.remedie else tekst


def bedoelde_u(waarde: str, mogelijk: Iterable[str], aantal: int = 3) -> str:
    """Return "Bedoelde u a, b of c?" with the nearest of `mogelijk`, or "" if nothing is near."""
    namen = [str(m) for m in mogelijk]
    dichtbij = difflib.get_close_matches(str(waarde), namen, n=aantal, cutoff=0.6)
    if not dichtbij:
        return ""
    *begin, laatste = dichtbij
    return f"Bedoelde u {', '.join(begin)} of {laatste}?" if begin else f"Bedoelde u {laatste}?"


def en_nog(aantal: int) -> str:
    """Return " (en nog 12 regels)" for 13 rows, "" for one."""
    if aantal <= 1:
        return ""
    return " (en nog 1 regel)" if aantal == 2 else f" (en nog {aantal - 1} regels)"
