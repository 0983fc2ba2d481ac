"""How much room text takes, measured in the font of the house style; all lengths in cm."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from leefbaarheid.figuren.delen.stijl import KLEIN_PT, LETTERTYPE


@lru_cache(maxsize=8)
def _letter(gewicht: str) -> FT2Font:
    eigenschappen = font_manager.FontProperties(family=LETTERTYPE, weight=gewicht)
    return FT2Font(font_manager.findfont(eigenschappen))


@lru_cache(maxsize=4096)
def tekstbreedte(tekst: str, pt: float = KLEIN_PT, gewicht: str = "regular") -> float:
    """Return the width in cm of the widest line of `tekst`."""
    letter = _letter(gewicht)
    letter.set_size(pt, 720)  # ten times as fine as points: hardly any rounding
    breedtes = []
    for regel in tekst.split("\n"):
        letter.set_text(regel, flags=LoadFlags.NO_HINTING)
        breedtes.append(letter.get_width_height()[0] / 64)
    return max(breedtes) / 720 * 2.54


def breedste(teksten: Iterable[str], pt: float = KLEIN_PT, gewicht: str = "regular") -> float:
    """Return the width in cm of the widest of some texts."""
    return max(tekstbreedte(tekst, pt, gewicht) for tekst in teksten)


def breek_af(
    tekst: str, breedte: float, pt: float = KLEIN_PT, regels: int = 3, gewicht: str = "regular"
) -> str:
    """Return `tekst` over lines of at most `breedte` cm, broken at spaces; at most `regels` lines.

    What does not fit in the last line ends in an ellipsis; a word is never broken otherwise.
    """
    uit: list[str] = []
    for woord in tekst.split(" "):  # a no-break space stays
        if uit and tekstbreedte(f"{uit[-1]} {woord}", pt, gewicht) <= breedte:
            uit[-1] += f" {woord}"
        else:
            uit.append(woord)
    if len(uit) > regels:
        uit = [*uit[: regels - 1], " ".join(uit[regels - 1 :])]
    return "\n".join(_kort_in(regel, breedte, pt, gewicht) for regel in uit)


def _kort_in(regel: str, breedte: float, pt: float, gewicht: str) -> str:
    if tekstbreedte(regel, pt, gewicht) <= breedte:
        return regel
    while regel and tekstbreedte(f"{regel}…", pt, gewicht) > breedte:
        regel = regel[:-1]
    return f"{regel.rstrip()}…"


def regelhoogte(pt: float = KLEIN_PT) -> float:
    """Return the height in cm of one line of text."""
    return pt * 1.2 / 72 * 2.54


def meeste_regels(teksten: Iterable[str]) -> int:
    """Return how many lines the longest of some texts has."""
    return max(tekst.count("\n") for tekst in teksten) + 1
