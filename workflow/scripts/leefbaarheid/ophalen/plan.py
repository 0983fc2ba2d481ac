"""Which files an edition needs, and what stands in their place now."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.editie.recept import Recept
from leefbaarheid.editie.register import Bron, Register


class Stand(StrEnum):
    """What stands in the place of a source."""

    GOED = "goed"
    ANDERS = "anders"
    WEG = "weg"


class Plaats(NamedTuple):
    """A source and the file that stands in its place.

    Attributes:
        bron: the source.
        pad: where it belongs.
        stand: what is there.
        som: sha256 of the file that is there, "" where there is none.
    """

    bron: Bron
    pad: Path
    stand: Stand
    som: str


def bronnen_van(editie: Mapping[str, Any], recept: Recept | None, register: Register) -> list[Bron]:
    """Return the sources of the register that an edition names, itself or by its recipe."""
    blokken = (blok for blok in editie["bronnen"].values() if isinstance(blok, Mapping))
    namen = [blok["register"] for blok in blokken if "register" in blok]
    return [register[naam] for naam in dict.fromkeys([*namen, *(recept.bronnen if recept else ())])]


def eigen_bestanden(editie: Mapping[str, Any]) -> list[str]:
    """Return the files that an edition names outside the register: only a person can place them."""
    uit = []
    for blok in editie["bronnen"].values():
        if isinstance(blok, Mapping) and not {"register", "recept"} & set(blok):
            sleutel = next(s for s in ("gemeenten", "map", "bestand") if s in blok)
            uit.append(str(blok[sleutel]))
    return uit


def bekijk(bron: Bron, map_: Path) -> Plaats:
    """Return what stands in the place of a source."""
    pad = map_ / bron.bestand
    if not pad.is_file():
        return Plaats(bron, pad, Stand.WEG, "")
    som = sha256(pad)
    return Plaats(bron, pad, Stand.GOED if som == bron.sha256 else Stand.ANDERS, som)
