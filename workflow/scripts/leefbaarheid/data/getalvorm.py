"""Why a cell is not a number with a decimal point, and what to do: one kind per way of writing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Vorm(NamedTuple):
    """A way of writing that is not read: what it is, and the remedy."""

    wat: str
    remedie: str


_N = r"\d[\d.,' ’\xa0\u202f\u2009]*"
_MAAND = r"(?:jan|feb|mrt|mar|maa|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
_EXCEL = (
    "Gebruik het oorspronkelijke bestand; open het niet in Excel, of haal het binnen via Gegevens "
    "> Uit tekst/csv met de punt als decimaalteken."
)
_ZONDER_TEKEN = (
    "Schrijf getallen zonder teken voor duizendtallen en met een decimale punt (26580.5)."
)
KOMMA = Vorm(
    "er staat een decimale komma, verwacht een decimale punt",
    "Schrijf getallen met een decimale punt (4.13 en niet 4,13), zonder teken voor duizendtallen.",
)
GEEN_GETAL = Vorm(
    "dit is geen getal",
    "Zet hier een getal met een decimale punt, of NA als de waarde ontbreekt.",
)
_VORMEN: tuple[tuple[re.Pattern[str], Vorm], ...] = tuple(
    (re.compile(patroon, re.ASCII | re.I), Vorm(wat, remedie))
    for patroon, wat, remedie in (
        (
            r"[+-]?\d+(?:[.,]\d+)?(?-i:E)[+-]?\d+",
            "een rekenblad heeft dit getal afgekort, en er kunnen cijfers weg zijn",
            _EXCEL,
        ),
        (
            r"[+-]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+|(?:,\d{3}){2,}(?:\.\d+)?"
            r"|(?:,\d{3})+\.\d+|(?:[ '’\xa0\u202f\u2009]\d{3})+(?:[.,]\d+)?)",
            "er staat een teken voor duizendtallen in dit getal",
            _ZONDER_TEKEN,
        ),
        (r"[+-]?\d*,\d+(?:e[+-]?\d+)?", *KOMMA),
        (
            r"#(?:N/?[AB]|DEEL/0!|DIV/0!|WAARDE!|VALUE!|VERW!|REF!|NAA?ME?\?|GETAL!|NUM!|LEEG!"
            r"|NULL!|#+|SPILL!|OVERLOOP!)",
            "dit is een foutmelding van een rekenblad",
            "Herstel de formule in het rekenblad, of maak de cel leeg.",
        ),
        (
            r"[=@].*",
            "dit is een formule",
            "Sla het werkblad op met waarden in plaats van formules.",
        ),
        (
            rf"\d{{1,2}}[-/ ]{_MAAND}(?:[-/ ]\d{{2,4}})?|{_MAAND}[-/ ]\d{{1,4}}"
            r"|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ].*)?",
            "een rekenblad heeft van dit getal een datum gemaakt",
            _EXCEL,
        ),
        (
            rf"(?:€|EUR|\$)\s*-?{_N}|-?{_N}\s*(?:%|‰|€|EUR|[a-z]{{1,9}}[23²³]?)",
            "er staat meer dan een getal in deze cel",
            "Zet alleen het getal in de cel; de eenheid staat in het codeboek.",
        ),
        (
            rf"[−–—]\s*{_N}|\({_N}\)|{_N}[-−]",
            "dit negatieve getal is anders geschreven",
            "Schrijf een negatief getal met een koppelteken ervoor (-12.5).",
        ),
        (
            rf"(?:[<>≤≥~±]|ca\.?|circa)\s*=?\s*{_N}|{_N}\s*(?:-|–|t/m|tot)\s*{_N}",
            "dit is een grens of een interval en geen getal",
            "Zet hier één getal, of NA als de waarde niet bekend is.",
        ),
    )
)


@lru_cache(maxsize=4096)
def vorm_van(cel: str) -> Vorm:
    """Return how a cell that is no number is written."""
    return next((vorm for patroon, vorm in _VORMEN if patroon.fullmatch(cel)), GEEN_GETAL)
