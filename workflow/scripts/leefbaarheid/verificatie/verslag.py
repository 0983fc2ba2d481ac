"""What a verification found, point by point, and how it is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Oordeel(StrEnum):
    """What was found of one file or number."""

    GELIJK = "gelijk"
    ANDERS = "anders"
    AFWEZIG = "afwezig"
    NIET_NAGEGAAN = "niet nagegaan"


@dataclass(frozen=True)
class Punt:
    """One file or number.

    Attributes:
        naam: path or name.
        oordeel: what was found.
        waarom: as far as it is known, in Dutch; "" where there is nothing to say.
    """

    naam: str
    oordeel: Oordeel
    waarom: str = ""


@dataclass(frozen=True)
class Onderdeel:
    """One part of a verification.

    Attributes:
        naam: what was looked at, in Dutch.
        punten: its points.
        toelichting: what a reader must know of this part.
    """

    naam: str
    punten: Sequence[Punt]
    toelichting: str = ""


@dataclass(frozen=True)
class Verslag:
    """A whole verification.

    Attributes:
        editie: name of the edition.
        bron: what was verified: a manifest or a zip.
        onderdelen: its parts, in order.
    """

    editie: str
    bron: str
    onderdelen: list[Onderdeel] = field(default_factory=list)

    @property
    def uitslag(self) -> int:
        """Exit code: 0 all is the same, 1 something differs, 2 not everything could be checked."""
        gevonden = {punt.oordeel for deel in self.onderdelen for punt in deel.punten}
        if gevonden & {Oordeel.ANDERS, Oordeel.AFWEZIG}:
            return 1
        return 2 if Oordeel.NIET_NAGEGAAN in gevonden else 0

    def gegevens(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return {"uitslag": self.uitslag, **asdict(self)}


SLOTZIN = {
    0: "Alles is gelijk.",
    1: "Niet alles is gelijk: zie hierboven.",
    2: "Wat is nagegaan, is gelijk; niet alles kon worden nagegaan.",
}
MEESTE_REGELS = 30


def als_tekst(deel: Onderdeel) -> str:
    """Return a part as lines for a terminal: how many of each, and what is not the same."""
    telling = Counter(punt.oordeel for punt in deel.punten)
    kop = ", ".join(f"{telling[oordeel]} {oordeel}" for oordeel in Oordeel if telling[oordeel])
    regels = [f"{deel.naam}: {kop or 'niets na te gaan'}"]
    if deel.toelichting:
        regels.append(f"  {deel.toelichting}")
    afwijkend = [punt for punt in deel.punten if punt.oordeel is not Oordeel.GELIJK]
    for punt in afwijkend[:MEESTE_REGELS]:
        waarom = f" ({punt.waarom})" if punt.waarom else ""
        regels.append(f"  - {punt.naam}: {punt.oordeel}{waarom}")
    if len(afwijkend) > MEESTE_REGELS:
        regels.append(f"  en nog {len(afwijkend) - MEESTE_REGELS}; --json noemt ze alle")
    return "\n".join(regels)
