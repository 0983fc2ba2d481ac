"""Which sentences of the summary, and which numbers of prose, differ between two editions."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from leefbaarheid.basis.tabelwaarden import Verandering
from leefbaarheid.verandering.herkomst import soort
from leefbaarheid.verandering.stand import Stand, sleutels

KOP = "Samenvatting"
GELIJKEND = 0.6
"""Two sentences with at least this part in common (Ratcliff and Obershelp, as in difflib) are one
that changed."""
# AANNAME: twee zinnen van de samenvatting die voor ten minste zes tiende uit dezelfde tekens
#   bestaan, zijn dezelfde zin in een andere vorm.
#   Waarom: zo staan een oude en een nieuwe vorm van één zin naast elkaar in plaats van als
#   verdwenen en nieuw.
#   Gevolg: met een hogere grens heten meer zinnen nieuw of verdwenen in Wat is er veranderd; geen
#   cijfer verandert.
#   Onderwerp: techniek.
_ZIN = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Þ*])")
_VERWIJZING = re.compile(r"\s*(?:\[@[^\]]*\]|\(@(?:sec|fig|tbl)-[^)]*\))")


class Zin(NamedTuple):
    """A sentence of the summary: the bold words its paragraph begins with, and its text."""

    kop: str
    tekst: str


def samenvatting(qmd: str) -> list[Zin]:
    """Return the sentences of the summary of a document, without markup and references."""
    gevonden = re.search(rf"^# {KOP}\b[^\n]*\n(.*?)(?=^# |\Z)", qmd, re.M | re.S)
    if not gevonden:
        return []
    zinnen = []
    for alinea in re.split(r"\n\s*\n", gevonden[1]):
        tekst = " ".join(alinea.split())
        if tekst and not tekst.startswith((">", "|", ":", "![", "{{", "#")):
            zinnen += list(_van_alinea(tekst))
    return zinnen


def _van_alinea(tekst: str) -> Iterator[Zin]:
    met_kop = re.match(r"\*\*(.+?)\*\*\s*(.*)", tekst)
    kop, rest = (met_kop[1], met_kop[2]) if met_kop else ("", tekst)
    for zin in [kop, *_ZIN.split(rest)]:
        if schoon := _schoon(zin):
            yield Zin(_schoon(kop), schoon)


def _schoon(zin: str) -> str:
    kaal = re.sub(r"(?<!\\)\*+", "", _VERWIJZING.sub("", zin))
    return re.sub(r"\\(\W)", r"\1", kaal).replace("\u00a0", " ").strip()


def vergelijk_zinnen(oud: Stand, nieuw: Stand) -> pd.DataFrame:
    """Return the table `verandering_zinnen`; without rows where one of the texts is not there."""
    kolommen = ["nummer", "kop", "verandering", "zin_oud", "zin_nieuw"]
    if oud.tekst is None or nieuw.tekst is None:
        return pd.DataFrame(columns=kolommen)
    paren = leg_naast_elkaar(samenvatting(oud.tekst), samenvatting(nieuw.tekst))
    rijen = [
        {
            "nummer": nummer,
            "kop": (na or voor or Zin("", "")).kop or None,
            "verandering": soort(voor and voor.tekst, na and na.tekst),
            "zin_oud": voor and voor.tekst,
            "zin_nieuw": na and na.tekst,
        }
        for nummer, (voor, na) in enumerate(paren, start=1)
    ]
    return pd.DataFrame(rijen, columns=kolommen)


def leg_naast_elkaar(voor: Sequence[Zin], na: Sequence[Zin]) -> list[tuple[Zin | None, Zin | None]]:
    """Return pairs of the same sentence in both texts, in reading order; None where one is missing.

    First the longest runs of equal sentences; between these a sentence goes with the first one
    that resembles it (`GELIJKEND`).
    """
    een, ander = ([zin.tekst for zin in zinnen] for zinnen in (voor, na))
    blokken = difflib.SequenceMatcher(None, een, ander, autojunk=False).get_opcodes()
    uit: list[tuple[Zin | None, Zin | None]] = []
    for wat, a, b, c, d in blokken:
        if wat == "equal":
            uit += list(zip(voor[a:b], na[c:d], strict=True))
        else:
            uit += _gelijkende(voor[a:b], na[c:d])
    return uit


def _gelijkende(voor: Sequence[Zin], na: Sequence[Zin]) -> list[tuple[Zin | None, Zin | None]]:
    uit: list[tuple[Zin | None, Zin | None]] = []
    rest = list(na)
    for zin in voor:
        plek = next((i for i, ander in enumerate(rest) if _lijkt(zin, ander)), None)
        if plek is None:
            uit.append((zin, None))
        else:
            uit += [(None, eerder) for eerder in rest[:plek]]
            uit.append((zin, rest[plek]))
            rest = rest[plek + 1 :]
    return uit + [(None, zin) for zin in rest]


def _lijkt(een: Zin, ander: Zin) -> bool:
    paar = difflib.SequenceMatcher(None, een.tekst, ander.tekst, autojunk=False)
    return paar.quick_ratio() >= GELIJKEND and paar.ratio() >= GELIJKEND


def vergelijk_cijfers(oud: Stand, nieuw: Stand) -> pd.DataFrame:
    """Return the table `verandering_cijfers`: numbers of prose that read differently."""
    rijen: list[dict[str, Any]] = []
    for naam in sleutels(oud.cijfers, nieuw.cijfers):
        voor, na = oud.cijfers.get(naam), nieuw.cijfers.get(naam)
        teksten = [None if deel is None else str(deel["tekst"]) for deel in (voor, na)]
        if teksten[0] != teksten[1]:
            eenheid = (na or voor or {}).get("eenheid", "")
            rijen.append(
                {
                    "naam": naam,
                    "eenheid": eenheid,
                    "verandering": soort(*teksten),
                    "tekst_oud": teksten[0],
                    "tekst_nieuw": teksten[1],
                }
            )
    kolommen = ["naam", "eenheid", "verandering", "tekst_oud", "tekst_nieuw"]
    return pd.DataFrame(rijen, columns=kolommen)


def is_gewijzigd(tabel: pd.DataFrame, verandering: Verandering) -> int:
    """Count the rows of a table with one kind of change."""
    return int((tabel["verandering"] == verandering).sum())
