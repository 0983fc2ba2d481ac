"""Every number that prose uses: its value, its Dutch text, its unit and the table it stands in."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis import taal

# unit -> how a value of it is written in a sentence
TEKST: dict[str, Callable[[Any], str]] = {
    "aantal": taal.getal,
    "jaar": lambda jaar: str(int(jaar)),
    "score": taal.score,
    "verandering": taal.verandering,
    "verandering3": lambda waarde: taal.verandering(waarde, 3),
    "marge": lambda waarde: taal.getal(waarde, 2),
    "aandeel": taal.procent,
    "aandeel1": lambda waarde: taal.procent(waarde, 1),
    "p": taal.p_waarde,
    "marge3": lambda waarde: taal.getal(waarde, 3),
    "getal2": lambda waarde: taal.getal(waarde, 2),
    "getal1": lambda waarde: taal.getal(waarde, 1),
    "tekst": str,
}
EENHEDEN = {
    "aantal": "aantal",
    "jaar": "jaar",
    "score": "scorepunt",
    "verandering": "scorepunt",
    "verandering3": "scorepunt",
    "marge": "scorepunt",
    "aandeel": "aandeel (0-1)",
    "aandeel1": "aandeel (0-1)",
    "p": "p-waarde",
    "marge3": "scorepunt",
    "getal2": "getal",
    "getal1": "getal",
    "tekst": "tekst",
}


def sleutel(tekst: str) -> str:
    """Return a name that fits in a number's key: "Succes!" gives "succes"."""
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", kaal).strip("_")


class Cijfers:
    """A collection of numbers by dotted name; a name can be given once."""

    def __init__(self, inhoud: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self.inhoud: dict[str, dict[str, Any]] = {k: dict(v) for k, v in (inhoud or {}).items()}

    def zet(self, naam: str, waarde: Any, soort: str, bron_tabel: str) -> None:
        """Add a number.

        Args:
            naam: dotted name, e.g. "cluster.terugval.n".
            waarde: the unrounded value; NaN becomes None, shown as an en dash.
            soort: how it is written (a key of TEKST).
            bron_tabel: the result table it stands in, without folder.

        Raises:
            ValueError: the name is taken.
        """
        if naam in self.inhoud:
            raise ValueError(f"number {naam} is given twice")
        if hasattr(waarde, "item"):
            waarde = waarde.item()
        if isinstance(waarde, float) and math.isnan(waarde):
            waarde = None
        tekst = taal.GEEN if waarde is None else TEKST[soort](waarde)
        self.inhoud[naam] = {
            "waarde": waarde,
            "tekst": tekst,
            "eenheid": EENHEDEN[soort],
            "bron_tabel": bron_tabel,
        }

    def tekst(self, naam: str) -> str:
        """Return the Dutch text of a number.

        Raises:
            KeyError: there is no such number; the message names it.
        """
        tekst: str = self._zoek(naam)["tekst"]
        return tekst

    def waarde(self, naam: str) -> Any:
        """Return the unrounded value of a number, or None; KeyError as for `tekst`."""
        return self._zoek(naam)["waarde"]

    def _zoek(self, naam: str) -> dict[str, Any]:
        try:
            return self.inhoud[naam]
        except KeyError:
            raise KeyError(f"er is geen cijfer met de naam '{naam}'") from None


def lees_cijfers(pad: str | Path) -> Cijfers:
    """Read numbers written as JSON."""
    return Cijfers(json.loads(Path(pad).read_text(encoding="utf-8")))
