"""The levels of the Leefbaarometer: a file has scores of wijken, of buurten or of gemeenten."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leefbaarheid.data.bronnen import BU_PATROON, GM_PATROON, WK_PATROON


@dataclass(frozen=True)
class Niveau:
    """A level, and how the code of an area looks.

    Attributes:
        naam, meervoud: Dutch names; `naam` is the key in config/uitgaven.yaml.
        code, areanaam: columns of the file.
        patroon: form of a code.
        vorm: that form in words.
    """

    naam: str
    meervoud: str
    code: str
    areanaam: str
    patroon: re.Pattern[str]
    vorm: str


WIJK = Niveau(
    *("wijk", "wijken", "wk_code", "wk_naam", WK_PATROON),
    "WK + 4 cijfers + 2 cijfers of hoofdletters (WK001400)",
)
BUURT = Niveau(
    *("buurt", "buurten", "bu_code", "bu_naam", BU_PATROON),
    "BU + 4 cijfers + 4 cijfers of hoofdletters (BU00140000)",
)
GEMEENTE = Niveau(
    *("gemeente", "gemeenten", "gm_code", "gm_naam", GM_PATROON), "GM + 4 cijfers (GM0014)"
)
NIVEAUS = (WIJK, BUURT, GEMEENTE)


def niveau_van(kolommen: Iterable[str]) -> Niveau:
    """Return the level of a file by the first of its columns that is a code; else wijken."""
    per_kolom = {niveau.code: niveau for niveau in NIVEAUS}
    return next((per_kolom[kolom] for kolom in kolommen if kolom in per_kolom), WIJK)
