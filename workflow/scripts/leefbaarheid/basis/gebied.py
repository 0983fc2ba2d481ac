"""What the areas of an edition are: wijken, buurten, gemeenten, or areas of a team's own.

An edition is about one kind of area (`gebied` in its config). What differs between kinds is here:
the form of a code, the columns of the files, and the words. A process makes one edition, so the
kind is set once, as a locale is: `basis.taak` does it for every step. Without that it is wijken.

The tables keep their names whatever the kind (docs/besluiten/0149): `wk_code` and `wk_naam` are
the code and the name of an area.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

GM_PATROON = re.compile(r"GM\d{4}", re.ASCII)


@dataclass(frozen=True)
class Gebied:
    """A kind of area.

    Attributes:
        soort: wijk, buurt, gemeente or eigen; the key in config/uitgaven.yaml.
        enkelvoud, meervoud: what one and more of them are called; a word with "de".
        engels, engels_meervoud: the same in English, for the summary.
        code, areanaam: columns of the files with the code and the name of an area.
        patroon: form of a code.
        vorm: that form in words.
        voorbeeld: a code of that form.
        in_code: whether characters 3 to 6 of a code are the number of its gemeente.
    """

    soort: str
    enkelvoud: str
    meervoud: str
    engels: str
    engels_meervoud: str
    code: str
    areanaam: str
    patroon: re.Pattern[str]
    vorm: str
    voorbeeld: str
    in_code: bool = True

    def met(self, woord: str) -> str:
        """Return a compound: "wijkindeling", "gemeente-indeling".

        Dutch puts a hyphen where two vowels would be read as one (Leidraad, 6.3).
        """
        botsing = f"{self.enkelvoud[-1]}{woord[0]}".lower() in _BOTSEND
        return f"{self.enkelvoud}{'-' if botsing else ''}{woord}"

    def gemeente_van(self, code: str) -> str | None:
        """Return the code of the gemeente that a code tells; None where it does not."""
        return f"GM{code[2:6]}" if self.in_code else None


_BOTSEND = {"aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ij", "oe", "oi", "oo", "ou", "ui"} | {
    "uu"
}

WIJK = Gebied(
    *("wijk", "wijk", "wijken", "neighbourhood", "neighbourhoods", "wk_code", "wk_naam"),
    re.compile(r"WK\d{4}[0-9A-Z]{2}", re.ASCII),
    "WK + 4 cijfers + 2 cijfers of hoofdletters (WK001400)",
    "WK036300",
)
BUURT = Gebied(
    *("buurt", "buurt", "buurten", "neighbourhood", "neighbourhoods", "bu_code", "bu_naam"),
    re.compile(r"BU\d{4}[0-9A-Z]{4}", re.ASCII),
    "BU + 4 cijfers + 4 cijfers of hoofdletters (BU00140000)",
    "BU03630000",
)
GEMEENTE = Gebied(
    *("gemeente", "gemeente", "gemeenten", "municipality", "municipalities"),
    *("gm_code", "gm_naam", GM_PATROON, "GM + 4 cijfers (GM0014)", "GM0363"),
)
GEBIEDEN = (WIJK, BUURT, GEMEENTE)
"""The kinds that the Leefbaarometer publishes."""
EIGEN = "eigen"


class _Stand:
    """The kind of area of this process; of a thread too, which a context variable would not be."""

    gebied = WIJK


def huidig() -> Gebied:
    """Return the kind of area of the edition that this process makes."""
    return _Stand.gebied


def stel_in(gebied: Gebied) -> None:
    """Set the kind of area of this process."""
    _Stand.gebied = gebied


@contextmanager
def over(gebied: Gebied) -> Iterator[None]:
    """Work on another kind of area for a while."""
    eerder = huidig()
    stel_in(gebied)
    try:
        yield
    finally:
        stel_in(eerder)


def gebied_van(sleutel: str | Mapping[str, Any] | None) -> Gebied:
    """Return the kind of area from the key `gebied` of an edition that passed its schema.

    Args:
        sleutel: the name of a kind of the Leefbaarometer; for areas of one's own the block with
            their words, columns and form of a code; None for wijken.

    Raises:
        re.error: the form of a code is no regular expression.
    """
    if sleutel is None:
        return WIJK
    if isinstance(sleutel, str):
        return next(g for g in GEBIEDEN if g.soort == sleutel)
    return _eigen(tuple(sorted((naam, str(waarde)) for naam, waarde in sleutel.items())))


@cache
def _eigen(delen: tuple[tuple[str, str], ...]) -> Gebied:
    blok = dict(delen)
    return Gebied(
        soort=EIGEN,
        enkelvoud=blok["enkelvoud"],
        meervoud=blok["meervoud"],
        engels=blok.get("engels", "area"),
        engels_meervoud=blok.get("engels_meervoud", "areas"),
        code=blok["code"],
        areanaam=blok["naam"],
        patroon=re.compile(blok["vorm"], re.ASCII),
        vorm=f"{blok['voorbeeld']} (de vorm in `gebied.vorm`)",
        voorbeeld=blok["voorbeeld"],
        in_code=False,
    )


def gebied_in(kolommen: Iterable[str]) -> Gebied:
    """Return the kind of area of a file by the first of its columns that is a code.

    Where none is: the kind of this edition.
    """
    bekend = {gebied.code: gebied for gebied in (*GEBIEDEN, huidig())}
    return next((bekend[kolom] for kolom in kolommen if kolom in bekend), huidig())


class _Woorden:
    """The words for the areas of this edition, for use in an f-string."""

    @property
    def gebied(self) -> str:
        """One: wijk."""
        return huidig().enkelvoud

    @property
    def gebieden(self) -> str:
        """More: wijken."""
        return huidig().meervoud

    @property
    def Gebied(self) -> str:  # noqa: N802 -- the capital is what it gives
        """One, at the start of a sentence: Wijk."""
        return _met_hoofdletter(huidig().enkelvoud)

    @property
    def Gebieden(self) -> str:  # noqa: N802
        """More, at the start of a sentence: Wijken."""
        return _met_hoofdletter(huidig().meervoud)

    @property
    def engels(self) -> str:
        """More, in the English summary: neighbourhoods."""
        return huidig().engels_meervoud

    def met(self, woord: str) -> str:
        """A compound: `met("indeling")` is wijkindeling."""
        return huidig().met(woord)

    def Met(self, woord: str) -> str:  # noqa: N802
        """A compound at the start of a sentence."""
        return _met_hoofdletter(huidig().met(woord))


_MERK = re.compile(
    r"\[\[(CBS-code|straat of buurt"
    r"|(?:per )?[Gg]ebied(?:en)?(?:(?:,| of| en) (?:per )?gemeenten?)?|[Gg]ebied\+\w+)\]\]"
)
_IN_MERK = re.compile("[Gg]ebied(en)?")


def met_woorden(tekst: str, als: Callable[[str], str] = str) -> str:
    """Fill the marks in a text that was written before the edition was known.

    Such a text is a constant, the description of a column, or a script of the website. A mark is a
    word for the areas, as `W` has them: `[[gebied]]`, `[[Gebieden]]`; with `[[gebied+code]]` a
    compound. `[[CBS-code]]` is just a code where the areas are not of the CBS. A mark with two
    kinds of area says one where they are the same: `[[gebied of gemeente]]`, `[[straat of buurt]]`.

    Args:
        tekst: the text with its marks.
        als: how a word is written there, as in a script or on a page.
    """
    return _MERK.sub(lambda merk: als(_gevuld(merk[1])), tekst)


def _gevuld(merk: str) -> str:
    gebied = huidig()
    woord, _, rest = merk.partition("+")
    if rest:
        return (W.Met if woord[0].isupper() else W.met)(rest)
    if merk == "CBS-code":
        return "code" if gebied.soort == EIGEN else merk
    if merk == "straat of buurt":
        return "straat" if gebied == BUURT else merk
    if gebied == GEMEENTE and "gemeente" in merk:
        laatste = re.split(", | of | en ", merk)[-1]
        return _met_hoofdletter(laatste) if merk[0].isupper() else laatste
    return _IN_MERK.sub(lambda deel: str(getattr(W, deel[0])), merk)


class Woordenlijst(Mapping[str, str]):
    """Texts by name, whose marks are filled when a text is read (`met_woorden`)."""

    def __init__(self, teksten: Mapping[str, str]) -> None:
        self._teksten = dict(teksten)

    def __getitem__(self, naam: str) -> str:
        return met_woorden(self._teksten[naam])

    def __iter__(self) -> Iterator[str]:
        return iter(self._teksten)

    def __len__(self) -> int:
        return len(self._teksten)

    def __or__(self, meer: Mapping[str, str]) -> Woordenlijst:
        return Woordenlijst({**self._teksten, **meer})


def _met_hoofdletter(woord: str) -> str:
    return woord[:1].upper() + woord[1:]


W = _Woorden()
