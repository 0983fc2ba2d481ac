"""Checks on text as it stands, before and after pandoc reads it."""

from __future__ import annotations

import re
import unicodedata

from leefbaarheid.basis.lettertype import zichtbare_tekens
from leefbaarheid.wijkanalyses.weigering import Ongeschikt, uitvoerbaar

_SHORTCODE = re.compile(r"\{\{[<%].{0,40}")
CEL = re.compile(r"^\s*(`{3,}|~{3,})\s*\{", re.M)
"""The fence of a code block with attributes; ```{python} is executed by Quarto."""

_BESTURING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_ONZICHTBAAR = re.compile(
    r"[\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    r"\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SYMBOOL = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_VERMINKT = re.compile("\ufffd|â€[™œ\x9d“”¦˜]|â‚¬|Ã[\xa0-\xbf]")
_ONBEKEND = re.compile(r"[^\x20-\x7e\xa0-\xff\n\t\r]")
_LANG_WOORD = re.compile(r"\w{101,}")


def controleer_shortcode(tekst: str) -> None:
    """Raise Ongeschikt where `tekst` has the beginning of a Quarto shortcode."""
    if gevonden := _SHORTCODE.search(tekst):
        raise Ongeschikt(
            "er staat een Quarto-shortcode in de tekst",
            fragment=gevonden[0].split("\n")[0],
            zoek=gevonden[0][:3],
            remedie="Een wijkanalyse bevat alleen tekst: haal de shortcode weg.",
        )


def bezwaren(tekst: str) -> list[Ongeschikt]:
    """Return an objection per character that cannot be printed, or that a reader cannot see.

    What passes is in the house font in all its styles, so that the two engines show the same.
    """
    if tekst.isascii() and not _BESTURING.search(tekst):
        return []
    return [
        *_per_teken(tekst, _BESTURING, "een stuurteken", _haal_weg),
        *_per_teken(tekst, _ONZICHTBAAR, "een onzichtbaar teken", _haal_weg),
        *_per_teken(tekst, _SYMBOOL, "een teken uit een symbolenlettertype", _symbool),
        *_verminkt(tekst),
        *_buiten_het_lettertype(tekst),
    ]


def zonder_onzichtbare(tekst: str) -> str:
    """Return a text without the characters that are refused and that pandoc may trip over."""
    return _BESTURING.sub("", _ONZICHTBAAR.sub("", tekst))


def _per_teken(tekst: str, welke: re.Pattern[str], wat: str, remedie: str) -> list[Ongeschikt]:
    """Return an objection for each different character, with the words around the first."""
    uit: dict[str, Ongeschikt] = {}
    for gevonden in welke.finditer(tekst):
        teken = gevonden[0]
        uit.setdefault(
            teken,
            Ongeschikt(
                f"er staat {wat} in de tekst (U+{ord(teken[0]):04X})",
                fragment=_omgeving(tekst, gevonden),
                zoek=teken,
                remedie=remedie,
            ),
        )
    return list(uit.values())


_haal_weg = (
    "Haal het weg: wis het woord en typ het opnieuw. Het komt meestal mee bij het plakken uit een "
    "ander programma."
)
_symbool = (
    "Vervang een teken uit een symbolenlettertype (Wingdings) door een gewoon teken of een woord."
)


def _omgeving(tekst: str, gevonden: re.Match[str]) -> str:
    """Return the words around a match, with ▯ where a character cannot be seen."""
    begin, eind = gevonden.span()
    voor = tekst[max(0, begin - 20) : begin].split("\n")[-1]
    na = tekst[eind : eind + 20].split("\n")[0]
    midden = gevonden[0] if gevonden[0].isprintable() else "▯"
    zichtbaar = "".join(c if c.isprintable() else "▯" for c in f"{voor}{midden}{na}")
    return zichtbaar.strip()


def _verminkt(tekst: str) -> list[Ongeschikt]:
    if not (gevonden := _VERMINKT.search(tekst)):
        return []
    return [
        Ongeschikt(
            "hier is een letter verminkt: de tekst is met een andere tekenset opgeslagen dan hij "
            "geschreven was",
            fragment=_omgeving(tekst, gevonden),
            zoek=gevonden[0],
            remedie="Herstel de letters (é, ë, ’, €), of sla het oorspronkelijke bestand op als "
            "UTF-8.",
        )
    ]


def _buiten_het_lettertype(tekst: str) -> list[Ongeschikt]:
    """Return an objection for each character that the fonts of the report do not have."""
    vreemd: dict[str, re.Match[str]] = {}
    for gevonden in _ONBEKEND.finditer(unicodedata.normalize("NFC", tekst)):
        teken = gevonden[0]
        gemeld = _BESTURING.match(teken) or _ONZICHTBAAR.match(teken) or _SYMBOOL.match(teken)
        if not gemeld and teken != "\ufffd" and ord(teken) not in zichtbare_tekens():
            vreemd.setdefault(teken, gevonden)
    nfc = unicodedata.normalize("NFC", tekst)
    return [
        Ongeschikt(
            f"het lettertype van het rapport heeft dit teken niet: {teken} (U+{ord(teken):04X})",
            fragment=_omgeving(nfc, gevonden),
            zoek=teken,
            remedie="Vervang het door een gewoon teken of door een woord.",
        )
        for teken, gevonden in vreemd.items()
    ]


def lange_woorden(tekst: str) -> list[Ongeschikt]:
    """Return an objection to each word that no line can hold."""
    return [
        Ongeschikt(
            f"er staat een woord van {len(gevonden[0])} letters, dat van de bladzijde zou lopen",
            fragment=gevonden[0][:40],
            remedie="Zet er spaties of afbreekstreepjes in.",
        )
        for gevonden in _LANG_WOORD.finditer(tekst)
    ]


def controleer_cellen(tekst: str) -> None:
    """Raise Ongeschikt where Markdown has the fence of an executable cell, as in ```{python}."""
    for gevonden in CEL.finditer(tekst):
        regel = tekst[gevonden.start() :].lstrip("\n").split("\n")[0]
        if re.match(r"\s*[`~]+\s*\{\s*\w", regel):
            raise uitvoerbaar(regel)
