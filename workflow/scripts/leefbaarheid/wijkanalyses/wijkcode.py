"""CBS codes of wijken as writers give them, and the code that is meant where they give a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from leefbaarheid.basis.fouten import bedoelde_u
from leefbaarheid.basis.taal import opsomming
from leefbaarheid.basis.vergelijk import MAX_NAAM, gelijknamig

WIJKCODE = re.compile(r"WK\d{4}[0-9A-Z]{2}")  # CBS, DOMAIN.md section 2


class Wijk(NamedTuple):
    """The name of a wijk in the sources, and of its gemeente where that is known."""

    naam: str
    gemeente: str = ""

    def __str__(self) -> str:
        return f"{self.naam}, {self.gemeente}" if self.gemeente else self.naam


Wijknamen = Mapping[str, Wijk]
"""wk_code to wijk, for every wijk in either source."""

_GETYPT = re.compile(r"WK ?(\d{4}) ?([0-9A-Z]{2})")
_GENOEG = 5  # so many codes with one name are listed; "Centrum" is a wijk in a hundred gemeenten
VORM = "Een wijkcode is WK, vier cijfers van de gemeente en twee tekens, bijvoorbeeld WK036300."


def codes_in(tekst: str) -> list[str]:
    """Return the codes in a text that holds nothing else: "wk9001 01 en WK900102" has two."""
    groot = " ".join(tekst.upper().split())
    rest = re.sub(r"\bEN\b|[&/ ]", "", _GETYPT.sub("", groot))
    return [] if rest else ["WK" + "".join(delen) for delen in _GETYPT.findall(groot)]


def voorstel(getypt: str, bekend: Wijknamen) -> str:
    """Return the remedy for what is no code of this edition: the codes that may be meant."""
    if codes := [code for code in codes_in(re.sub(r"[^\w ]", "", getypt)) if code in bekend]:
        return f"Bedoelde u {_met_namen(codes, bekend)}?"
    groot = getypt.upper().strip()
    erin = [f"WK{c}{d}" for c, d in _GETYPT.findall(groot)]
    if erin and not codes_in(getypt):
        return f"Schrijf alleen de code: {opsomming(erin)}."
    if re.fullmatch(r"\d{4}[0-9A-Z]{2}", groot) and (f"WK{groot}" in bekend or not bekend):
        naam = _met_namen([f"WK{groot}"], bekend) if bekend else f"WK{groot}"
        return f"Bedoelde u {naam}? {VORM}"
    if WIJKCODE.fullmatch(getypt):
        zin = _code_met_naam(bedoelde_u(getypt, bekend), bekend)
        return zin or "Controleer de code en het peiljaar van de wijkindeling."
    return f"{_op_naam(getypt[:MAX_NAAM], bekend)} {VORM}".strip()


def _op_naam(naam: str, bekend: Wijknamen) -> str:
    """Return the sentence with the codes of the wijken of that name, or of the nearest names."""
    if not bekend:
        return ""
    per_naam: dict[str, list[str]] = {}
    for code, wijk in bekend.items():
        per_naam.setdefault(gelijknamig(wijk.naam), []).append(code)
    gezocht = re.sub(r"^wijk (\d+ )?", "", gelijknamig(naam))
    codes = per_naam.get(gelijknamig(naam)) or per_naam.get(gezocht) or []
    if len(codes) > _GENOEG:
        rest = len(codes) - _GENOEG
        lijst = _met_namen(sorted(codes)[:_GENOEG], bekend, "of")
        return f"Er zijn {len(codes)} wijken met deze naam: {lijst}, of een van de {rest} andere."
    if len(codes) > 1:
        return f"Deze naam hebben {_met_namen(sorted(codes), bekend)}; kies de code die u bedoelt."
    if codes:
        return f"Gebruik de code: {codes[0]} ({bekend[codes[0]]})."
    dichtbij = [n for n in per_naam if n in bedoelde_u(gezocht, per_naam)]
    lijkend = sorted(code for n in dichtbij for code in per_naam[n])[:_GENOEG]
    return f"Bedoelde u {_met_namen(lijkend, bekend, 'of')}?" if lijkend else ""


def _met_namen(codes: list[str], bekend: Wijknamen, voegwoord: str = "en") -> str:
    return opsomming([f"{code} ({bekend[code]})" for code in codes], voegwoord)


def _code_met_naam(zin: str, bekend: Wijknamen) -> str:
    for code in re.findall(WIJKCODE, zin):
        zin = zin.replace(code, f"{code} ({bekend[code]})")
    return zin
