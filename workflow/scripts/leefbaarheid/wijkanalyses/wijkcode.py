"""Codes of areas as writers give them, and the code that is meant where they give a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from leefbaarheid.basis.fouten import bedoelde_u
from leefbaarheid.basis.gebied import EIGEN, W, huidig
from leefbaarheid.basis.taal import opsomming
from leefbaarheid.basis.vergelijk import MAX_NAAM, gelijknamig


class Wijk(NamedTuple):
    """The name of a wijk in the sources, and of its gemeente where that is known."""

    naam: str
    gemeente: str = ""

    def __str__(self) -> str:
        return f"{self.naam}, {self.gemeente}" if self.gemeente else self.naam


Wijknamen = Mapping[str, Wijk]
"""Code to area, for every area in either source."""

_STAART = {"wijk": 2, "buurt": 4, "gemeente": 0}
"""How many characters follow on the number of the gemeente in a code of CBS."""
_GENOEG = 5  # so many codes with one name are listed; "Centrum" is a wijk in a hundred gemeenten


def vorm_in_woorden() -> str:
    """Return what a code of this edition looks like, as a sentence."""
    gebied = huidig()
    if gebied.soort == EIGEN:
        return f"Een {gebied.met('code')} ziet eruit als {gebied.voorbeeld}."
    staart = {0: "", 2: " en twee tekens", 4: " en vier tekens"}[_STAART[gebied.soort]]
    cijfers = "vier cijfers van de gemeente" if staart else "vier cijfers"
    voegwoord = "," if staart else " en"
    return (
        f"Een {gebied.met('code')} is {_letters()}{voegwoord} {cijfers}{staart}, bijvoorbeeld "
        f"{gebied.voorbeeld}."
    )


def codes_in(tekst: str) -> list[str]:
    """Return the codes in a text that holds nothing else: "wk9001 01 en WK900102" has two."""
    groot = " ".join(tekst.upper().split()) if huidig().soort != EIGEN else tekst
    rest = re.sub(r"\ben\b|[&/ ]", "", _getypt().sub("", groot), flags=re.I)
    return [] if rest else _erin(groot)


def _letters() -> str:
    """Return the letters with which a code of CBS begins."""
    return huidig().voorbeeld[:2]


def _getypt() -> re.Pattern[str]:
    """Return how a code may be typed: in capitals, with spaces between its parts."""
    if huidig().soort == EIGEN:
        return huidig().patroon
    n = _STAART[huidig().soort]
    return re.compile(rf"{_letters()} ?\d{{4}}" + (rf" ?[0-9A-Z]{{{n}}}" if n else ""))


def _erin(groot: str) -> list[str]:
    codes = [gevonden[0] for gevonden in _getypt().finditer(groot)]
    return codes if huidig().soort == EIGEN else [code.replace(" ", "") for code in codes]


def voorstel(getypt: str, bekend: Wijknamen) -> str:
    """Return the remedy for what is no code of this edition: the codes that may be meant."""
    if codes := [code for code in codes_in(re.sub(r"[^\w ]", "", getypt)) if code in bekend]:
        return f"Bedoelde u {_met_namen(codes, bekend)}?"
    groot = getypt.upper().strip()
    erin = _erin(groot)
    if erin and not codes_in(getypt):
        return f"Schrijf alleen de code: {opsomming(erin)}."
    met_letters, gebied = f"{_letters()}{groot}", huidig()
    kan = gebied.soort != EIGEN and gebied.patroon.fullmatch(met_letters)
    if kan and (met_letters in bekend or not bekend):
        naam = _met_namen([met_letters], bekend) if bekend else met_letters
        return f"Bedoelde u {naam}? {vorm_in_woorden()}"
    if gebied.patroon.fullmatch(getypt):
        zin = _code_met_naam(bedoelde_u(getypt, bekend), bekend)
        return zin or f"Controleer de code en het peiljaar van de {gebied.met('indeling')}."
    return f"{_op_naam(getypt[:MAX_NAAM], bekend)} {vorm_in_woorden()}".strip()


def _op_naam(naam: str, bekend: Wijknamen) -> str:
    """Return the sentence with the codes of the wijken of that name, or of the nearest names."""
    if not bekend:
        return ""
    per_naam: dict[str, list[str]] = {}
    for code, wijk in bekend.items():
        per_naam.setdefault(gelijknamig(wijk.naam), []).append(code)
    gezocht = re.sub(rf"^{huidig().enkelvoud} (\d+ )?", "", gelijknamig(naam))
    codes = per_naam.get(gelijknamig(naam)) or per_naam.get(gezocht) or []
    if len(codes) > _GENOEG:
        rest = len(codes) - _GENOEG
        lijst = _met_namen(sorted(codes)[:_GENOEG], bekend, "of")
        return (
            f"Er zijn {len(codes)} {W.gebieden} met deze naam: {lijst}, of een van de {rest} "
            "andere."
        )
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
    for code in re.findall(huidig().patroon, zin):
        zin = zin.replace(code, f"{code} ({bekend[code]})")
    return zin
