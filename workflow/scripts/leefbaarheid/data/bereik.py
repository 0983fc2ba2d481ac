"""Which values a column can have, by what it means: its unit, its years, and the codebook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from leefbaarheid.basis import taal

# AANNAME: geen getal in de bronnen is groter dan een biljoen, en geen wijk heeft meer dan een
#   miljoen inwoners; daarboven is het een fout in het bestand.
#   Waarom: zulke getallen komen bij wijken niet voor; zij wijzen op een nul te veel of op een
#   verschoven kolom.
#   Gevolg: een groter getal stopt het rekenwerk met een melding, ook als het juist zou zijn.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
GROOTST = 1e12
MEESTE_INWONERS = 1e6


@dataclass(frozen=True)
class Bereik:
    """Smallest and largest value of a column, whether it counts, and why.

    Attributes:
        laag, hoog: the bounds; infinite where there is none.
        geheel: only whole numbers.
        waarom: what makes it so, a Dutch clause; "" where there are no bounds.
    """

    laag: float = -inf
    hoog: float = inf
    geheel: bool = False
    waarom: str = ""

    def binnen(self, ander: Bereik) -> Bereik:
        """Return the range that both allow, with the reason of the narrower one."""
        laag, hoog = max(self.laag, ander.laag), min(self.hoog, ander.hoog)
        smaller = (laag, hoog) != (self.laag, self.hoog)
        return Bereik(
            laag, hoog, self.geheel or ander.geheel, ander.waarom if smaller else self.waarom
        )


INWONERS = Bereik(0, MEESTE_INWONERS, geheel=True, waarom="het is een aantal inwoners")
RD_X = Bereik(0, 300_000, waarom="het is een x in meters van het Rijksdriehoeksstelsel")
RD_Y = Bereik(300_000, 625_000, waarom="het is een y in meters van het Rijksdriehoeksstelsel")

_PERCENTAGE = re.compile(r"\s*(?:%|procent\b|percentage\b|pct\b)", re.I)
_PROCENTPUNT = re.compile(r"\s*(?:procent|%)\s?-?punt", re.I)
_AANTAL = re.compile(r"\s*aantal\b", re.I)
_NIET_NEGATIEF = re.compile(
    r"\bper\b|\beuro\b|€|km|\bm[23²³]|\bha\b|hectare|\bjaar|\bjaren|klasse|promille|‰|personen"
    r"|woningen|inwoners|huishoudens|adressen|banen",
    re.I,
)
_VERANDERING = re.compile(
    r"verander|mutatie|groei(?!ing|kern)|krimp|verschil|toename|afname|daling|stijging|saldo"
    r"|ontwikkeling|delta",
    re.I,
)
_KAN_NEGATIEF = re.compile(r"vermogen|score|index|afwijking|resultaat|balans", re.I)
_TWEE_JAREN = re.compile(r"((?:19|20)\d{2})\D+((?:19|20)\d{2})")


def bereik_van(boek: Mapping[str, object]) -> Bereik:
    """Return the range of a factor from its row of the codebook.

    `minimum` and `maximum` of the codebook go before what the unit says. A percentage that is a
    level lies in 0-100, a count is whole and not negative, other counted or measured units are not
    negative. A change (so called in its name, or over a period of two years) has no such bounds,
    but does not fall by more than 100 %.
    """
    uit_eenheid = _uit_eenheid(boek)
    grenzen = {naam: _grens(boek.get(naam)) for naam in ("minimum", "maximum")}
    gegeven = {naam: grens for naam, grens in grenzen.items() if grens is not None}
    if not gegeven:
        return uit_eenheid
    delen = " en ".join(f"{naam} {taal.op_maat(grens)}" for naam, grens in gegeven.items())
    return Bereik(
        gegeven.get("minimum", uit_eenheid.laag),
        gegeven.get("maximum", uit_eenheid.hoog),
        uit_eenheid.geheel,
        f"het codeboek zegt {delen}",
    )


def _grens(waarde: object) -> float | None:
    return float(waarde) if isinstance(waarde, (int, float)) and waarde == waarde else None


def _uit_eenheid(boek: Mapping[str, object]) -> Bereik:
    eenheid = str(boek["eenheid"])
    verandering = is_verandering(boek)
    if _PROCENTPUNT.match(eenheid):
        return Bereik(-100, 100, waarom="de eenheid is procentpunt")
    if _PERCENTAGE.match(eenheid):
        if verandering:
            return Bereik(-100, inf, waarom="een daling is hoogstens 100 procent")
        return Bereik(0, 100, waarom=f"de eenheid is '{eenheid}'")
    if verandering or _KAN_NEGATIEF.search(_naam(boek)):
        return Bereik()
    if _AANTAL.match(eenheid):
        return Bereik(0, inf, geheel=True, waarom=f"de eenheid is '{eenheid}'")
    if _NIET_NEGATIEF.search(eenheid):
        return Bereik(0, inf, waarom=f"de eenheid is '{eenheid}'")
    return Bereik()


def is_verandering(boek: Mapping[str, object]) -> bool:
    """Tell a change from a level: by its name, or by a period of two years."""
    jaren = _TWEE_JAREN.search(str(boek.get("peiljaar", "")))
    return bool(_VERANDERING.search(_naam(boek))) or (jaren is not None and jaren[1] != jaren[2])


def _naam(boek: Mapping[str, object]) -> str:
    return f"{boek['factor']} {boek['label']}"
