"""Text of others made safe: a whitelist over pandoc's AST.

A wijkanalyse is written by many hands and ends in a report that two engines read (Quarto, and
pandoc with Typst). So only plain structure passes (paragraphs, lists, tables, quotes, notes,
links, images with alt text); raw Typst, HTML and LaTeX, formulas, citations, shortcodes and
executable cells are refused. What passes stands in two tables below: `_BLOKKEN` and `_INLINES`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from leefbaarheid.basis.vergelijk import te_lang
from leefbaarheid.wijkanalyses.blokken import (
    OPMAAK,
    UITGEPAKT,
    Blok,
    bijschriftregels,
    kaal,
    platte_tekst,
    woorden,
)
from leefbaarheid.wijkanalyses.citaten import rol_apart
from leefbaarheid.wijkanalyses.secties import DIEPSTE_KOP, SECTIENIVEAU
from leefbaarheid.wijkanalyses.tabelvorm import controleer_tabel, op_een_regel
from leefbaarheid.wijkanalyses.tekens import CEL, bezwaren, controleer_shortcode, lange_woorden
from leefbaarheid.wijkanalyses.weigering import Ongeschikt, geweigerd, uitvoerbaar

_UITVOERBAAR = re.compile(r"\s*(\{|r\s)")
_WEBADRES = re.compile(r"(https?://|mailto:)[^\s<>\"'\\{}|^`\[\]]+")


@dataclass
class Schoonmaak:
    """The cleaning of one wijkanalyse.

    Args:
        sleutel: short name of the wijkanalyse; figures and tables get ids with it.
        uit_word: Word has named styles and bookmarks without meaning here: they are unpacked,
            where a Div or Span in Markdown was meant to do something and is refused.
        beeld: called with (path, alt text) of an image; returns the path to write, or raises
            Ongeschikt.
        figuren, tabellen: how many were numbered so far.
        bezwaren: collects what is not fit, so that a writer hears of everything at once; None:
            the first one is raised.
    """

    sleutel: str
    uit_word: bool
    beeld: Callable[[str, str], str]
    figuren: int = 0
    tabellen: int = 0
    bezwaren: list[Ongeschikt] | None = None

    @contextmanager
    def let_op(self) -> Iterator[None]:
        """Collect the objection that a step stops with, or let it pass up."""
        try:
            yield
        except Ongeschikt as fout:
            if self.bezwaren is None:
                raise
            self.bezwaren.append(fout)


def schone_sectie(werk: Schoonmaak, blokken: list[Blok], bovenste: int) -> list[Blok]:
    """Return the clean blocks of one section, whose own heading has level `bovenste`.

    Raises Ongeschikt, or collects it (Schoonmaak.bezwaren).
    """
    vorige = SECTIENIVEAU
    uit: list[Blok] = []
    for blok in blokken:
        if blok["t"] != "Header":
            uit += schone_blokken(werk, [blok])
            continue
        tekst = platte_tekst(blok)
        niveau = blok["c"][0] - bovenste + SECTIENIVEAU
        with werk.let_op():
            _controleer_kop(tekst, niveau, vorige)
        vorige = niveau
        uit.append({"t": "Header", "c": [niveau, kaal(), woorden(tekst)]})
    with werk.let_op():
        uit = _lijsten_samen(uit)
    _controleer_tekens(werk, uit)
    return uit


def _controleer_kop(tekst: str, niveau: int, vorige: int) -> None:
    """Refuse a heading within a section that is empty, too long, or skips a level."""
    if not tekst:
        raise Ongeschikt("er staat een lege kop", remedie="Haal de lege kop weg.")
    if lang := te_lang(tekst):
        raise Ongeschikt(
            f"een kop is geen kop: {lang}",
            fragment=tekst[:60],
            remedie="Maak er een alinea van, of kort de kop in.",
        )
    if niveau > min(vorige + 1, DIEPSTE_KOP):
        raise Ongeschikt(
            "een kop slaat een niveau over of ligt te diep",
            fragment=tekst,
            remedie=f"Gebruik binnen een sectie hoogstens {DIEPSTE_KOP - SECTIENIVEAU} "
            "niveaus, zonder er een over te slaan.",
        )


def _controleer_tekens(werk: Schoonmaak, ast: Any) -> None:
    """Refuse shortcodes and characters that cannot be printed, wherever they stand."""
    tekst = platte_tekst(ast)
    alles = json.dumps(ast, ensure_ascii=False)
    with werk.let_op():
        controleer_shortcode(tekst)
        controleer_shortcode(alles)
    for fout in [*bezwaren(tekst), *bezwaren(_kenmerkwaarden(ast)), *lange_woorden(tekst)]:
        with werk.let_op():
            raise fout


def _kenmerkwaarden(ast: Any) -> str:
    """Return what is read aloud and not shown: the alternative texts of images."""
    if isinstance(ast, list):
        return " ".join(tekst for x in ast if (tekst := _kenmerkwaarden(x)))
    if not isinstance(ast, dict):
        return ""
    if ast.get("t") == "Image":
        return " ".join(waarde for _, waarde in ast["c"][0][2])
    return _kenmerkwaarden(list(ast.values()))


# --- blocks -------------------------------------------------------------------------------------


def schone_blokken(werk: Schoonmaak, blokken: list[Blok]) -> list[Blok]:
    """Return clean blocks; raises Ongeschikt for what is not in _BLOKKEN."""
    uit: list[Blok] = []
    for blok in blokken:
        with werk.let_op():
            if blok["t"] not in _BLOKKEN:
                raise geweigerd(blok)
            uit += _BLOKKEN[blok["t"]](werk, blok, blok.get("c"))
    return uit


def _lijsten_samen(blokken: list[Blok]) -> list[Blok]:
    """Join neighbouring bullet lists; Markdown cannot keep two lists apart without raw HTML."""
    uit: list[Blok] = []
    for blok in blokken:
        if uit and blok["t"] == uit[-1]["t"] == "BulletList":
            uit[-1] = {"t": "BulletList", "c": uit[-1]["c"] + blok["c"]}
        elif uit and blok["t"] == uit[-1]["t"] == "OrderedList":
            raise Ongeschikt(
                "twee genummerde lijsten staan direct onder elkaar",
                fragment=platte_tekst(blok)[:60],
                zoek=platte_tekst(blok).split(" ")[0],
                remedie="Maak er één lijst van, of zet er een regel tekst tussen.",
            )
        else:
            uit.append(blok)
    return uit


def _alinea(werk: Schoonmaak, blok: Blok, inhoud: Any) -> list[Blok]:
    if len(inhoud) == 1 and inhoud[0]["t"] == "Image":
        return [_figuur(werk, inhoud[0], [])]
    inlines = schone_inlines(werk, inhoud)
    return [{"t": blok["t"], "c": inlines}] if platte_tekst(inlines) else []


def _lijst(werk: Schoonmaak, blok: Blok, inhoud: Any) -> list[Blok]:
    return [{"t": blok["t"], "c": [_lijsten_samen(schone_blokken(werk, p)) for p in inhoud]}]


def _nummerlijst(werk: Schoonmaak, blok: Blok, inhoud: Any) -> list[Blok]:
    (start, stijl, teken), punten = inhoud
    stijl = stijl if stijl["t"] not in ("DefaultStyle", "Example") else {"t": "Decimal"}
    teken = teken if teken["t"] != "DefaultDelim" else {"t": "Period"}
    schoon = [_lijsten_samen(schone_blokken(werk, p)) for p in punten]
    return [{"t": blok["t"], "c": [[start, stijl, teken], schoon]}]


def _citaat(werk: Schoonmaak, blok: Blok, inhoud: Any) -> list[Blok]:
    return [{"t": blok["t"], "c": _lijsten_samen(schone_blokken(werk, rol_apart(inhoud)))}]


def _code(werk: Schoonmaak, blok: Blok, inhoud: Any) -> list[Blok]:
    tekst = inhoud[1]
    if CEL.search(tekst):
        raise uitvoerbaar(tekst)
    # a class makes it a fenced block, which cannot merge with a list above it
    return [{"t": blok["t"], "c": [["", ["text"], []], tekst]}]


def _div(werk: Schoonmaak, blok: Blok, inhoud: Any) -> list[Blok]:
    if not werk.uit_word:
        raise geweigerd(blok)
    return schone_blokken(werk, inhoud[1])


# --- inlines ------------------------------------------------------------------------------------


def schone_inlines(werk: Schoonmaak, inlines: list[Blok]) -> list[Blok]:
    """Return clean inlines; neighbours of one kind are joined, spaces at line breaks go.

    Raises Ongeschikt for what is not in _INLINES.
    """
    uit: list[Blok] = []
    for x in (schoon for inline in inlines for schoon in _schone_inline(werk, inline)):
        vorige = uit[-1]["t"] if uit else ""
        if x["t"] == vorige == "Code":
            uit[-1] = {"t": "Code", "c": [kaal(), uit[-1]["c"][1] + x["c"][1]]}
        elif x["t"] == vorige and vorige in OPMAAK:
            uit[-1] = {"t": vorige, "c": uit[-1]["c"] + x["c"]}
        elif x["t"] == "LineBreak" and vorige == "Space":
            uit[-1] = x
        elif not (x["t"] == "Space" and vorige in ("", "Space", "LineBreak")):
            uit.append(x)
    return uit


def _schone_inline(werk: Schoonmaak, inline: Blok) -> list[Blok]:
    with werk.let_op():
        if inline["t"] not in _INLINES:
            raise geweigerd(inline)
        return _INLINES[inline["t"]](werk, inline, inline.get("c"))
    return []


def _woord(werk: Schoonmaak, inline: Blok, inhoud: Any) -> list[Blok]:
    return [] if inhoud == "" else [inline]


def _spatie(werk: Schoonmaak, inline: Blok, inhoud: Any) -> list[Blok]:
    return [{"t": "Space"}]


def _nadruk(werk: Schoonmaak, inline: Blok, inhoud: Any) -> list[Blok]:
    binnen = schone_inlines(werk, inhoud)
    return [{"t": inline["t"], "c": binnen}] if binnen else []


def _pak_uit(werk: Schoonmaak, inline: Blok, inhoud: Any) -> list[Blok]:
    return schone_inlines(werk, inhoud)


def _span(werk: Schoonmaak, inline: Blok, inhoud: Any) -> list[Blok]:
    if not werk.uit_word and inhoud[0] != kaal():
        raise geweigerd(inline)
    return schone_inlines(werk, inhoud[1])


def _aangehaald(werk: Schoonmaak, inline: Blok, inhoud: Any) -> list[Blok]:
    return [{"t": inline["t"], "c": [inhoud[0], schone_inlines(werk, inhoud[1])]}]


def _code_in_regel(werk: Schoonmaak, inline: Blok, inhoud: Any) -> list[Blok]:
    if _UITVOERBAAR.match(inhoud[1]):
        raise uitvoerbaar(inhoud[1])
    return [{"t": inline["t"], "c": [kaal(), inhoud[1]]}]


def _noot(werk: Schoonmaak, inline: Blok, inhoud: Any) -> list[Blok]:
    return [{"t": inline["t"], "c": _lijsten_samen(schone_blokken(werk, inhoud))}]


def _koppeling(werk: Schoonmaak, inline: Blok, inhoud: Any) -> list[Blok]:
    _, tekst, (adres, _) = inhoud
    if not _WEBADRES.fullmatch(adres):
        raise Ongeschikt(
            "een koppeling wijst niet naar een webadres",
            fragment=adres,
            remedie="Alleen adressen met http://, https:// of mailto: mogen, zonder spaties of "
            "haken.",
        )
    return [{"t": inline["t"], "c": [kaal(), schone_inlines(werk, tekst), [adres, ""]]}]


# --- figures ------------------------------------------------------------------------------------


def _figuurblok(werk: Schoonmaak, blok: Blok, inhoud: Any) -> list[Blok]:
    _, bijschrift, blokken = inhoud
    if not (
        len(blokken) == 1
        and blokken[0]["t"] in ("Plain", "Para")
        and [x["t"] for x in blokken[0]["c"]] == ["Image"]
    ):
        raise Ongeschikt(
            "een figuur bestaat uit meer dan één afbeelding",
            fragment=platte_tekst(blok),
            remedie="Zet elke afbeelding in een eigen alinea.",
        )
    return [_figuur(werk, blokken[0]["c"][0], bijschriftregels(bijschrift))]


def _figuur(werk: Schoonmaak, afbeelding: Blok, onderschrift: list[Blok]) -> Blok:
    (_, _, kenmerken), tekst, (pad, _) = afbeelding["c"]
    kenmerken = dict(kenmerken)
    onderschrift = schone_inlines(werk, onderschrift or tekst)
    alt = kenmerken.get("fig-alt") or kenmerken.get("alt") or platte_tekst(tekst)
    alt = " ".join(alt.split()).replace('"', "”").replace("\\", "/")
    if not alt:
        raise Ongeschikt(
            "een afbeelding heeft geen alternatieve tekst",
            fragment=pad,
            remedie="Beschrijf wat de afbeelding laat zien: ![beschrijving](pad), in Word "
            "'Alternatieve tekst bewerken'.",
        )
    nieuw = werk.beeld(pad, alt)
    attr = ["", [], [["fig-alt", alt]]]
    beeld = {"t": "Image", "c": [attr, onderschrift, [nieuw, ""]]}
    if not onderschrift:  # an id would make Quarto number a figure that says nothing
        return {"t": "Para", "c": [beeld]}
    werk.figuren += 1
    kop = [f"fig-{werk.sleutel}-{werk.figuren}", [], []]
    bijschrift = [None, [{"t": "Plain", "c": onderschrift}]]
    return {"t": "Figure", "c": [kop, bijschrift, [{"t": "Plain", "c": [beeld]}]]}


# --- tables -------------------------------------------------------------------------------------


def _tabel(werk: Schoonmaak, blok: Blok, inhoud: Any) -> list[Blok]:
    _, bijschrift, kolommen, hoofd, lichamen, _ = inhoud
    controleer_tabel(blok, inhoud)
    rijen = [rij for lichaam in lichamen for rij in lichaam[2] + lichaam[3]]
    onderschrift = schone_inlines(werk, bijschriftregels(bijschrift))
    naam = ""
    if onderschrift:  # without an id Quarto drops the caption
        werk.tabellen += 1
        naam = f"tbl-{werk.sleutel}-{werk.tabellen}"
    delen = [
        [naam, [], []],
        [None, [{"t": "Plain", "c": onderschrift}] if onderschrift else []],
        [[uitlijning, {"t": "ColWidthDefault"}] for uitlijning, _ in kolommen],
        [kaal(), [_rij(werk, hoofd[1][0])]],
        [[kaal(), 0, [], [_rij(werk, rij) for rij in rijen]]],
        [kaal(), []],
    ]
    return [{"t": "Table", "c": delen}]


def _rij(werk: Schoonmaak, rij: list[Any]) -> list[Any]:
    uit = []
    for _, uitlijning, _, _, blokken in rij[1]:
        inlines = op_een_regel(schone_inlines(werk, [x for blok in blokken for x in blok["c"]]))
        inhoud = [{"t": "Plain", "c": inlines}] if inlines else []
        uit.append([kaal(), uitlijning, 1, 1, inhoud])
    return [kaal(), uit]


# --- the whitelist ------------------------------------------------------------------------------

Regel = Callable[[Schoonmaak, Blok, Any], list[Blok]]
"""What a kind of block or inline becomes: (cleaning, block, its content) -> clean ones."""

_BLOKKEN: dict[str, Regel] = {
    "Para": _alinea,
    "Plain": _alinea,
    "BulletList": _lijst,
    "OrderedList": _nummerlijst,
    "BlockQuote": _citaat,
    "CodeBlock": _code,
    "Table": _tabel,
    "Figure": _figuurblok,
    "Div": _div,
}

_INLINES: dict[str, Regel] = {
    "Str": _woord,
    "Space": _woord,
    "LineBreak": _woord,
    "SoftBreak": _spatie,
    **dict.fromkeys(OPMAAK, _nadruk),
    **dict.fromkeys(UITGEPAKT, _pak_uit),
    "Span": _span,
    "Quoted": _aangehaald,
    "Code": _code_in_regel,
    "Note": _noot,
    "Link": _koppeling,
}
