"""Captions of Word put with their picture or table, without the number that Word gave them.

The report numbers its own figures and tables; "Figuur 3: Het plein" would become "Figuur 12: Figuur
3: Het plein". The caption is a paragraph of its own in Word: after or before a picture, before or
after a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from leefbaarheid.wijkanalyses.blokken import Blok, kaal, platte_tekst
from leefbaarheid.wijkanalyses.wordpandoc import BIJSCHRIFT

_FIGUURWOORD = r"(?i:figuur|figure|fig\.?|afbeelding|afb\.?|foto|kaart|grafiek|illustratie)"
_TABELWOORD = r"(?i:tabel|table|tab\.?)"
_NUMMER = r"\s*(?:\d+(?:[.\-–]\d+)*[a-z]?|[A-Z]\d*|[IVX]+)(?!\w)"
# a colon or full stop, a capital, or nothing more: "Figuur 3 laat zien" is a sentence
_SLOT = r"(?:\s*[:.\-–—|)]|\s+[^\Wa-z]|\s*$)"
_FIGUUR, _TABEL = (re.compile(rf"\s*{woord}{_NUMMER}") for woord in (_FIGUURWOORD, _TABELWOORD))
_AF = re.compile(_SLOT)
_ALLEEN_NUMMER = re.compile(rf"\s*(?:{_FIGUURWOORD}|{_TABELWOORD}){_NUMMER}\s*(?:[:.\-–—|)]+\s*)?")
_VERWIJZING = re.compile(rf"\b(?:{_FIGUURWOORD}|{_TABELWOORD})\s+\d+(?:\.\d+)*\b")
_LANG = 400  # letters: what is longer is text, whatever it begins with


def met_bijschriften(blokken: Sequence[Blok]) -> tuple[list[Blok], int]:
    """Return blocks in which every caption is part of its picture or table.

    Returns:
        The blocks, and how many captions lost the number that Word gave them.
    """
    over = [deel for blok in blokken for deel in _beelden_apart(blok)]
    uit: list[Blok] = []
    genummerd = n = 0
    while n < len(over):
        blok = over[n]
        soort = _soort(blok)
        volgende = over[n + 1 : n + 3]
        if soort and uit and _hoort_bij_vorige(soort, uit[-1], volgende):
            uit[-1], geknipt = _met(uit[-1], blok)
            genummerd += geknipt
        elif soort and volgende and _neemt(volgende[0], soort):
            nieuw, geknipt = _met(volgende[0], blok)
            uit.append(nieuw)
            genummerd += geknipt
            n += 1
        else:
            uit.append(blok)
        n += 1
    return uit, genummerd


def verwijzingen(blokken: Sequence[Blok]) -> list[str]:
    """Return what the text calls by a number of its own: "Figuur 3", each once."""
    gevonden = _VERWIJZING.findall(platte_tekst(list(blokken)))
    return list(dict.fromkeys(" ".join(tekst.split()).lower() for tekst in gevonden))


# --- what is a caption, and of what -------------------------------------------------------------


def _soort(blok: Blok) -> str:
    """Return what a paragraph is the caption of: Image, Table, both ("*"), or "" for none."""
    if blok["t"] not in ("Para", "Plain") or _is_beeld(blok):
        return ""
    tekst = _letters(blok["c"])
    gemerkt = tekst.startswith(BIJSCHRIFT)
    kaal_ = tekst.removeprefix(BIJSCHRIFT)
    if len(kaal_) > _LANG:
        return ""
    if _past_patroon(_TABEL, kaal_, gemerkt):
        return "Table"
    if _past_patroon(_FIGUUR, kaal_, gemerkt):
        return "Image"
    return "*" if gemerkt else ""


def _past_patroon(patroon: re.Pattern[str], tekst: str, gemerkt: bool) -> bool:
    """Tell whether a text begins as a caption; Word marks most, writers type the others."""
    gevonden = patroon.match(tekst)
    return gevonden is not None and (gemerkt or bool(_AF.match(tekst, gevonden.end())))


def _hoort_bij_vorige(soort: str, vorige: Blok, volgende: Sequence[Blok]) -> bool:
    """Tell whether a caption is that of the block before it.

    Word puts that of a picture below it and that of a table above it. So a caption between two
    tables is that of the second, unless the captions go on below the tables.
    """
    if not _neemt(vorige, soort):
        return False
    if vorige["t"] != "Table" or not volgende or not _neemt(volgende[0], soort):
        return True
    return len(volgende) > 1 and _soort(volgende[1]) in ("Table", "*")


def _neemt(blok: Blok, soort: str) -> bool:
    """Tell whether a block can have a caption of this kind, and has none."""
    if blok["t"] == "Table":
        return soort in ("Table", "*") and not blok["c"][1][1]
    return _is_beeld(blok) and soort in ("Image", "*")


def _is_beeld(blok: Blok) -> bool:
    return blok["t"] in ("Para", "Plain") and [x["t"] for x in blok["c"]] == ["Image"]


def _beelden_apart(blok: Blok) -> list[Blok]:
    """Return a paragraph of pictures, with text above or below, as a paragraph for each."""
    if blok["t"] not in ("Para", "Plain") or not any(x["t"] == "Image" for x in blok["c"]):
        return [blok]
    regels: list[list[Blok]] = [[]]
    for x in blok["c"]:
        if x["t"] == "LineBreak":
            regels.append([])
        else:
            regels[-1].append(x)
    uit: list[Blok] = []
    for regel in regels:
        zichtbaar = [x for x in regel if x["t"] not in ("Space", "SoftBreak")]
        if all(x["t"] == "Image" for x in zichtbaar):
            uit += [{"t": "Para", "c": [x]} for x in zichtbaar]
        elif any(x["t"] == "Image" for x in zichtbaar):
            return [blok]
        else:
            uit.append({"t": "Para", "c": regel})
    return uit


# --- a caption in its place ---------------------------------------------------------------------


def _met(blok: Blok, bijschrift: Blok) -> tuple[Blok, bool]:
    """Return a picture or table with its caption, and whether that lost a number."""
    inlines, geknipt = _zonder_nummer(bijschrift["c"])
    if not _letters(inlines).strip():
        return blok, geknipt
    onderschrift = [None, [{"t": "Plain", "c": inlines}]]
    if blok["t"] == "Table":
        return {"t": "Table", "c": [blok["c"][0], onderschrift, *blok["c"][2:]]}, geknipt
    beeld = {"t": "Plain", "c": blok["c"]}
    return {"t": "Figure", "c": [kaal(), onderschrift, [beeld]]}, geknipt


def _zonder_nummer(inlines: list[Blok]) -> tuple[list[Blok], bool]:
    tekst = _letters(inlines)
    begin = len(tekst) - len(tekst.removeprefix(BIJSCHRIFT))
    gevonden = _ALLEEN_NUMMER.match(tekst, begin)
    over, _ = _knip(inlines, gevonden.end() if gevonden else begin)
    return over, gevonden is not None


def _letters(inlines: Any) -> str:
    """Return the text of inlines as it stands, a space for each space or line break."""
    uit = ""
    for x in inlines:
        uit += _letters_van(x)
    return uit


def _letters_van(x: Blok) -> str:
    if x["t"] == "Str":
        return str(x["c"])
    if x["t"] in ("Space", "SoftBreak", "LineBreak"):
        return " "
    binnen = _binnen(x)
    return _letters(binnen) if binnen is not None else ""


_MET_KOP = {"Span", "Link", "Quoted"}
"""Inlines of which the content comes second."""


def _binnen(x: Blok) -> list[Blok] | None:
    """Return the inlines in an inline, None where it holds none."""
    if x["t"] in ("Emph", "Strong", "Underline", "SmallCaps", "Strikeout"):
        inhoud: list[Blok] = x["c"]
        return inhoud
    if x["t"] in _MET_KOP:
        inhoud = x["c"][1]
        return inhoud
    return None


def _knip(inlines: Sequence[Blok], aantal: int) -> tuple[list[Blok], int]:
    """Return inlines without their first letters, and how many are still to go."""
    uit: list[Blok] = []
    for x in inlines:
        lengte = len(_letters_van(x))
        if aantal <= 0 or lengte == 0:
            uit.append(x)
        elif lengte <= aantal:
            aantal -= lengte
        elif x["t"] == "Str":
            uit.append({"t": "Str", "c": x["c"][aantal:]})
            aantal = 0
        else:
            binnen, aantal = _knip(_binnen(x) or [], aantal)
            met_kop = x["t"] in _MET_KOP
            uit.append({"t": x["t"], "c": [x["c"][0], binnen, *x["c"][2:]] if met_kop else binnen})
    return uit, max(0, aantal)
