"""The text of a document as sentences, each with the pieces it was put together from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leefbaarheid.basis.merken import MERK

_ZINSEINDE = re.compile(r"(?<=[.!?])(?:\*\*)?\s+(?=[\"'*«‘“(]*[A-ZÀ-Ý0-9@])")
_KOP = re.compile(r"^#+\s+(.*?)\s*(?:\{[^}]*\})?$")


@dataclass(frozen=True)
class Zin:
    """A sentence of a document.

    Attributes:
        tekst: without marks.
        stukken: numbers of the pieces it has something of, innermost first.
        kop: the heading it stands under.
        regel: line in the .qmd at which its paragraph begins.
    """

    tekst: str
    stukken: tuple[int, ...]
    kop: str
    regel: int


def _ontleed(gemerkt: str) -> tuple[str, list[tuple[int, ...]]]:
    """Return the text without marks, and per character the pieces it is in, innermost first."""
    tekst: list[str] = []
    wie: list[tuple[int, ...]] = []
    open_: list[int] = []
    plek = 0
    for merk in MERK.finditer(gemerkt):
        stuk = gemerkt[plek : merk.start()]
        tekst.append(stuk)
        wie += [tuple(reversed(open_))] * len(stuk)
        if merk[1] is None:
            open_.pop()
        else:
            open_.append(int(merk[1]))
        plek = merk.end()
    rest = gemerkt[plek:]
    return "".join([*tekst, rest]), wie + [()] * len(rest)


def zinnen(gemerkt: str) -> Iterator[Zin]:
    """Yield the sentences of a document with marks, tables and headings left out."""
    tekst, wie = _ontleed(gemerkt)
    # the settings of the document above its text
    kop, plek = "", tekst.find("\n---\n", 3) + 5 if tekst.startswith("---\n") else 0
    for alinea in re.split(r"(\n\s*\n)", tekst[plek:]):
        begin, plek = plek, plek + len(alinea)
        kaal = alinea.strip()
        if gevonden := _KOP.match(kaal):
            kop = gevonden[1]
        elif kaal and not kaal.startswith(("|", ":::", "---", ":", "![")):
            regel = tekst.count("\n", 0, begin + len(alinea) - len(alinea.lstrip())) + 1
            yield from _in_alinea(alinea, wie[begin:plek], kop, regel)


def _in_alinea(alinea: str, wie: Sequence[tuple[int, ...]], kop: str, regel: int) -> Iterator[Zin]:
    grenzen = [0, *(m.end() for m in _ZINSEINDE.finditer(alinea)), len(alinea)]
    for van, tot in pairwise(grenzen):
        if zin := " ".join(alinea[van:tot].split()):
            stukken = dict.fromkeys(nummer for delen in wie[van:tot] for nummer in delen)
            yield Zin(zin, tuple(stukken), kop, regel)


_RECHT = str.maketrans("‘’", "''")


def kaal(tekst: str) -> str:
    """Return a text as it is compared: without markup, references, spaces and capitals.

    Single quotes are straight: who asks may type one or copy it from a PDF.
    """
    zonder = re.sub(r"\[[^\]]*@[^\]]*\]|@[\w-]+|\{[^}]*\}|\[\^[^\]]*\]", "", tekst)
    return re.sub(r"[\s*_\\`\u00ad\u00a0\u202f‑-]+", "", zonder).translate(_RECHT).casefold()


GETAL = re.compile(r"[−+<]?\d+(?:\.\d+)*(?:,\d+)?\s?%?")
"""A number as the documents write it: "+0,027", "1.234", "35%"."""


def getallen(zin: str) -> list[str]:
    """Return the numbers in a sentence that are written in digits, each once; years too."""
    schoon = re.sub(r"@[\w-]+|\{[^}]*\}", "", zin.replace("\\", ""))
    return list(dict.fromkeys(m[0].replace(" ", "").strip() for m in GETAL.finditer(schoon)))
