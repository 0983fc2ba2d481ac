"""Dutch numbers and phrases that follow the numbers.

Numbers follow DOMAIN.md section 4: decimal comma, a thousands point from 10.000 (2100 but 10.000),
a true minus sign, a percent sign without a space. Formatting itself is babel's.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeGuard

from babel.dates import format_date
from babel.numbers import format_decimal

MIN = "\N{MINUS SIGN}"
GEEN = "–"
"""What stands in a table where there is no number (an en dash)."""

TELWOORDEN = (
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)

# Shares people say in words.
BREUKEN = (
    (1 / 20, "een twintigste"),
    (1 / 10, "een tiende"),
    (1 / 5, "een vijfde"),
    (1 / 4, "een kwart"),
    (1 / 3, "een derde"),
    (2 / 5, "twee vijfde"),
    (1 / 2, "de helft"),
    (3 / 5, "drie vijfde"),
    (2 / 3, "twee derde"),
    (3 / 4, "driekwart"),
    (4 / 5, "vier vijfde"),
    (9 / 10, "negen tiende"),
)


def is_leeg(waarde: float | None) -> bool:
    """Tell whether there is no number."""
    return waarde is None or (isinstance(waarde, float) and math.isnan(waarde))


def is_bekend(waarde: float | None) -> TypeGuard[float]:
    """Tell whether there is a number; the opposite of `is_leeg`, in a form a type checker knows."""
    return not is_leeg(waarde)


def getal(waarde: float | None, decimalen: int = 0, plus: bool = False) -> str:
    """Return a number in Dutch notation; rounding is half up, as a reader of a table expects.

    Args:
        waarde: the number; None or NaN gives an en dash.
        decimalen: number of decimals, always shown.
        plus: show a plus sign before a positive number (for changes).
    """
    if not is_bekend(waarde):
        return GEEN
    afgerond = _afgerond(abs(waarde), decimalen)
    patroon = "#,##0" + ("." + "0" * decimalen if decimalen else "")
    tekst = _opgemaakt(afgerond, patroon)
    if afgerond == 0:
        return tekst
    return f"{MIN}{tekst}" if waarde < 0 else f"+{tekst}" if plus else tekst


def _afgerond(waarde: float, decimalen: int) -> float:
    """Return a number of zero or more rounded half up."""
    # repr first: 0.285 is stored just below, and a reader expects what the digits say
    eenheid = 10.0**decimalen
    return math.floor(float(repr(float(waarde))) * eenheid + 0.5 + 1e-9) / eenheid


@lru_cache(maxsize=10_000)
def _opgemaakt(afgerond: float, patroon: str) -> str:
    """Return a rounded number in Dutch notation; babel takes its time, and numbers come back."""
    return format_decimal(
        afgerond, format=patroon, locale="nl_NL", group_separator=afgerond >= 10_000
    )


def op_maat(waarde: float) -> str:
    """Return a number with the decimals it has and no more, at most six: 300.000 or 0,5."""
    heel = float(waarde).is_integer()
    decimalen = 0 if heel else len(f"{waarde:.6f}".rstrip("0").partition(".")[2])
    return getal(waarde, decimalen)


def score(waarde: float | None) -> str:
    """Return a Leefbaarometer score: two decimals."""
    return getal(waarde, 2)


def verandering(waarde: float | None, decimalen: int = 2) -> str:
    """Return a change of a score with its sign: +0,03 or −0,02."""
    return getal(waarde, decimalen, plus=True)


MEESTE_DECIMALEN = 9
"""Beyond this many a difference comes from the arithmetic of the machine."""


def naast_de_marge(verschil: float, marge: float) -> str:
    """Return a change of a score with the decimals that show its side of the margin, at least two.

    +0,02 for a rise of exactly the margin of 0,02, and +0,0203 for one that is just larger.

    Args:
        verschil: the change, in score points.
        marge: the margin, in score points; zero or more.
    """
    return verandering(verschil, _decimalen(abs(verschil), [marge]))


def score_in_klasse(waarde: float, grenzen: Iterable[float]) -> str:
    """Return a score with the decimals that show its class, at least two: 3,937 below 3.938.

    Args:
        waarde: the score.
        grenzen: the bounds of the classes, in score points.
    """
    return getal(waarde, _decimalen(waarde, grenzen))


def _decimalen(waarde: float, grenzen: Iterable[float]) -> int:
    """Return the fewest decimals, two or more, at which a number keeps its side of all bounds.

    A number on a bound is on neither side, so one that is only rounded onto it gets more decimals.
    """
    precies = round(waarde, MEESTE_DECIMALEN)
    # a bound further away than a hundredth cannot be reached by rounding
    dichtbij = [grens for grens in grenzen if abs(grens - precies) < 0.01]
    for decimalen in range(2, MEESTE_DECIMALEN):
        getoond = _afgerond(precies, decimalen)
        if all(_kant(getoond, grens) == _kant(precies, grens) for grens in dichtbij):
            return decimalen
    return MEESTE_DECIMALEN


def _kant(waarde: float, grens: float) -> int:
    """Return 1 above a bound, -1 below, 0 on it."""
    return (waarde > grens) - (waarde < grens)


def met_minst(waarde: float, decimalen: int) -> str:
    """Return a setting with the decimals it has and at least so many: a margin is 0,02 or 0,025."""
    eigen = len(op_maat(waarde).partition(",")[2])
    return getal(waarde, max(decimalen, eigen))


def procent(aandeel: float | None, decimalen: int = 0) -> str:
    """Return a share (0-1) as a percentage: 0.41 gives 41%."""
    return f"{getal(aandeel * 100, decimalen)}%" if is_bekend(aandeel) else GEEN


def p_waarde(p: float | None) -> str:
    """Return a p-value: 0,034, or <0,001 below that.

    A value so near 0.05 that three decimals hide its side gets the decimals that show it: 0,0497.
    """
    if not is_bekend(p):
        return GEEN
    if p < 0.001:
        return "<0,001"
    decimalen = next((d for d in (3, 4, 5) if round(p, d) != 0.05 or p == 0.05), 6)
    return getal(p, decimalen)


def p_in_zin(p: float | None) -> str:
    """Return a p-value as part of a sentence, on one line: "p = 0,034", or "p < 0,001"."""
    waarde = p_waarde(p)
    if waarde.startswith("<"):
        return f"p\u00a0<\u00a0{waarde.removeprefix('<')}"
    return f"p\u00a0=\u00a0{waarde}"


def interval(laag: float | None, hoog: float | None, decimalen: int = 2) -> str:
    """Return an interval: "−0,02 tot +0,05"."""
    if is_leeg(laag) or is_leeg(hoog):
        return GEEN
    return f"{verandering(laag, decimalen)} tot {verandering(hoog, decimalen)}"


def telwoord(aantal: int) -> str:
    """Return a count in words up to twelve, in figures above."""
    return TELWOORDEN[aantal] if 0 <= aantal < len(TELWOORDEN) else getal(aantal)


def hoeveel(aantal: int) -> str:
    """Return a count that stands for its noun: "geen", "één", "twaalf", "140"."""
    return telwoord(aantal) if aantal else "geen"


def meervoud(aantal: int, enkel: str, meer: str) -> str:
    """Return the singular for exactly one, else the plural."""
    return enkel if aantal == 1 else meer


def aantal_van(aantal: int, enkel: str, meer: str) -> str:
    """Return a count with its noun: "geen wijken", "één wijk", "twaalf wijken", "140 wijken"."""
    return f"{hoeveel(aantal)} {meervoud(aantal, enkel, meer)}"


def alle_van(aantal: int, enkel: str, meer: str) -> str:
    """Return a whole group with its noun: "de enige wijk", "beide wijken", "alle twaalf wijken"."""
    if aantal == 1:
        return f"de enige {enkel}"
    return f"beide {meer}" if aantal == 2 else f"alle {telwoord(aantal)} {meer}"


def bereik(laag: str, hoog: str) -> str:
    """Return a range of numbers as they read: "10 tot 12", or "12" where both read the same."""
    return laag if laag == hoog else f"{laag} tot {hoog}"


def breuk(aandeel: float | None) -> str:
    """Return a share in words: "ruim een derde", "bijna de helft", "vrijwel alle".

    Within half a percentage point of the nearest fraction its plain name. Within a tenth of it
    (and half a point) below "bijna", above "ruim", which ends at 2.5 points; beyond that "minder
    dan" and "meer dan", which are true however far it is. Under 3% "vrijwel geen" and over 97%
    "vrijwel alle"; exactly none or all are "geen" and "alle".
    """
    if not is_bekend(aandeel):
        return GEEN
    if not 0 <= aandeel <= 1:
        raise ValueError(f"a share lies between 0 and 1, not {aandeel}")
    if aandeel in (0, 1):
        return "alle" if aandeel else "geen"
    if aandeel < 0.03:
        return "vrijwel geen"
    if aandeel > 0.97:
        return "vrijwel alle"
    waarde, naam = min(BREUKEN, key=lambda breuk_: abs(breuk_[0] - aandeel))
    verschil, dicht = aandeel - waarde, 0.1 * waarde + 0.005 + 1e-12
    if abs(verschil) <= 0.005 + 1e-12:
        return naam
    if verschil < 0:
        return f"bijna {naam}" if -verschil <= dicht else f"minder dan {naam}"
    return f"ruim {naam}" if verschil <= min(dicht, 0.025) else f"meer dan {naam}"


def van_de(aandeel: float | None, meer: str) -> str:
    """Return a share in words with its noun: "ruim een derde van de wijken", "alle wijken"."""
    woorden = breuk(aandeel)
    los = woorden.endswith(("alle", "geen"))
    return f"{woorden} {meer}" if los else f"{woorden} van de {meer}"


def deed(aandeel: float | None, enkel: str, meer: str) -> str:
    """Return the verb that agrees with a share in words: a fraction is singular, the rest plural.

    "een derde van de wijken steeg", but "alle wijken stegen" and "vrijwel geen wijken stegen".
    """
    return meer if breuk(aandeel).endswith(("alle", "geen")) else enkel


def werkwoord(waarde: float, omhoog: str, omlaag: str, gelijk: str, marge: float = 0.005) -> str:
    """Return the verb that fits a change: up, down, or equal within `marge`."""
    if abs(waarde) < marge:
        return gelijk
    return omhoog if waarde > 0 else omlaag


def opsomming(delen: Sequence[object], voegwoord: str = "en") -> str:
    """Return "a", "a en b" or "a, b en c"."""
    *begin, laatste = [str(deel) for deel in delen] or [""]
    return f"{', '.join(begin)} {voegwoord} {laatste}" if begin else laatste


def eerste(delen: Sequence[object], hoogste: int) -> str:
    """Return the first of a list and how many follow: "a, b en c", or "a, b en nog 3"."""
    rest = len(delen) - hoogste
    return f"{', '.join(map(str, delen[:hoogste]))} en nog {rest}" if rest > 0 else opsomming(delen)


def als_zin(tekst: str) -> str:
    """Return a text with the full stop of a sentence; one that ends in "e.o." has it already."""
    return tekst if tekst.endswith(".") else f"{tekst}."


def jaren(tekst: object) -> str:
    """Return a text with an en dash between years: a file has "2009-2014", a page 2009–2014."""
    return re.sub(r"\b((?:19|20)\d\d)-(?=(?:19|20)\d\d\b)", "\\1\N{EN DASH}", str(tekst))


def hoofdletter(tekst: str) -> str:
    """Return `tekst` with a capital at the start of the sentence; "één" becomes "Eén"."""
    if tekst.startswith("één"):
        return f"Eén{tekst[3:]}"
    return tekst[:1].upper() + tekst[1:]


EIGENNAMEN = ("Woningwet", "Leefbaarometer", "Grotestedenbeleid", "Vinex", "Nederland")
"""Names of their own that a label may begin with; they keep their capital in a sentence."""


def kleine_letter(label: str) -> str:
    """Return a label as it stands within a sentence; abbreviation and name keep their capitals."""
    if label[1:2].isupper() or label.startswith(EIGENNAMEN):
        return label
    return label[:1].lower() + label[1:]


# AANNAME: lijsten van wijken en gemeenten staan op het woord waar een lezer zoekt: 's-Gravenhage
#   bij de G, 't Zand bij de Z, en hoofdletters en accenten tellen niet.
#   Waarom: zo staan plaatsnamen in een Nederlands register.
#   Gevolg: een andere volgorde van bladzijden en rijen; geen cijfer verandert.
#   Onderwerp: techniek.
_VOORAAN = re.compile(r"^(?:'s-|'s |'t |')")
_APOSTROFFEN = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))


def alfabet(naam: str) -> str:
    """Return what a name of a wijk or gemeente is sorted by in a list for a reader.

    Capitals and accents do not count, nor does what is elided in front. Of names that are equal so
    the code of the place decides; that is up to who sorts.
    """
    plat = unicodedata.normalize("NFKD", naam.translate(_APOSTROFFEN))
    kaal = "".join(teken for teken in plat if not unicodedata.combining(teken))
    return _VOORAAN.sub("", kaal.casefold())


_AANHALING = re.compile(r"(?<!\w)'(?![stnkmr]\b|\d)(?=\w(?:[^']|'(?=\w))*'(?!\w))")
"""A straight quote that opens a quotation: a word follows it, and further on one closes it."""


def apostrof(tekst: str) -> str:
    """Return a text with a typographic ’ for every straight apostrophe, as print has it.

    That is a name like 's-Gravenhage or 't Zand. Words between two single quotes get ‘ and ’.
    """
    return _AANHALING.sub("‘", tekst).replace("'", "’") if "'" in tekst else tekst


def dag_maand_jaar(datum: str) -> str:
    """Return an ISO date as "7 maart 2017"."""
    return format_date(dt.date.fromisoformat(datum), format="d MMMM yyyy", locale="nl_NL")


def maand_jaar(datum: str) -> str:
    """Return an ISO date as "maart 2017"."""
    return format_date(dt.date.fromisoformat(datum), format="MMMM yyyy", locale="nl_NL")
