"""The text of the pages of a PDF of ours: fonts with a ToUnicode map, horizontal lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from leefbaarheid.rapport.pdftekst import ZACHT_STREEPJE, codes


def lees_paginas(pad: Path) -> list[str]:
    """Return the text of each page, headers and footers included, one line per line.

    Words broken at a line end are put together again.
    """
    letters: dict[tuple[int, int], _Letter] = {}
    with pikepdf.open(pad) as pdf:
        return [_Pagina(pagina, letters).tekst() for pagina in pdf.pages]


@dataclass(frozen=True)
class _Letter:
    """A font: the text and the width (in thousandths of the size) of each two-byte code."""

    tekst: Mapping[int, str]
    breedte: Mapping[int, float]


def _lees_letter(font: pikepdf.Object) -> _Letter:
    return _Letter(dict(codes(font)), dict(_breedtes(font)))


def _breedtes(font: pikepdf.Object) -> Iterator[tuple[int, float]]:
    rest = list(font.DescendantFonts[0].get("/W", []))
    while rest:  # c [w1 w2 ...] or c1 c2 w
        if hasattr(rest[1], "append"):
            yield from ((int(rest[0]) + i, float(w)) for i, w in enumerate(rest[1]))
            rest = rest[2:]
        else:
            yield from ((code, float(rest[2])) for code in range(int(rest[0]), int(rest[1]) + 1))
            rest = rest[3:]


@dataclass
class _Pagina:
    """A page while its drawing is followed: where the pen is, and the lines so far."""

    pagina: pikepdf.Page
    letters: dict[tuple[int, int], _Letter]
    matrix: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)
    tekstmatrix: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)
    stapel: list[pikepdf.Matrix] = field(default_factory=list)
    vervangtekst: list[str | None] = field(default_factory=list)
    letter: _Letter | None = None
    grootte: float = 1.0
    regels: list[str] = field(default_factory=lambda: [""])
    y_vorig: float | None = None
    x_einde: float = 0.0

    def tekst(self) -> str:
        """Return the text of the page."""
        for opdracht in pikepdf.parse_content_stream(self.pagina):
            self._volg(str(opdracht.operator), list(opdracht.operands))
        return "\n".join(r.strip() for r in self.regels if r.strip())

    def _volg(self, operator: str, operanden: list[Any]) -> None:
        match operator:
            case "q":
                self.stapel.append(self.matrix)
            case "Q":
                self.matrix = self.stapel.pop()
            case "cm":
                self.matrix = pikepdf.Matrix(*(float(o) for o in operanden)) @ self.matrix
            case "BT":
                self.tekstmatrix = pikepdf.Matrix()
            case "Tm":
                self.tekstmatrix = pikepdf.Matrix(*(float(o) for o in operanden))
            case "Tf":
                self._kies_letter(*operanden)
            case "BDC":
                eigen: Any = operanden[1] if isinstance(operanden[1], pikepdf.Dictionary) else {}
                tekst = str(eigen["/ActualText"]) if "/ActualText" in eigen else None
                self.vervangtekst.append(tekst)
            case "BMC":
                self.vervangtekst.append(None)
            case "EMC":
                self.vervangtekst.pop()
            case "Tj":
                self._schrijf([operanden[0]])
            case "TJ":
                self._schrijf(operanden[0])

    def _kies_letter(self, naam: pikepdf.Name, grootte: pikepdf.Object) -> None:
        font = self.pagina.Resources.Font[str(naam)]
        if font.objgen not in self.letters:
            self.letters[font.objgen] = _lees_letter(font)
        self.letter, self.grootte = self.letters[font.objgen], float(grootte)

    def _schrijf(self, stukken: Iterable[Any]) -> None:
        letter = self.letter or _Letter({}, {})
        tekst, breed = "", 0.0
        for stuk in stukken:
            if not isinstance(stuk, pikepdf.String):
                breed -= float(stuk)
                continue
            ruw = bytes(stuk)
            for code in (int.from_bytes(ruw[i : i + 2], "big") for i in range(0, len(ruw), 2)):
                tekst += letter.tekst.get(code, "")
                breed += letter.breedte.get(code, 1000.0)
        tekst = next((t for t in reversed(self.vervangtekst) if t is not None), tekst)
        plaats = self.tekstmatrix @ self.matrix
        self._zet(tekst, plaats.e, plaats.f)
        self.x_einde = plaats.e + breed / 1000 * self.grootte * abs(plaats.a)

    def _zet(self, tekst: str, x: float, y: float) -> None:
        """Add text to the line it stands on, with a space where there is a gap."""
        grootte, regels = self.grootte, self.regels
        sprong = abs(y - self.y_vorig) if self.y_vorig is not None else 99 * grootte
        if regels[-1].endswith(ZACHT_STREEPJE) and 0 < sprong < 2.5 * grootte:
            regels[-1] = regels[-1].removesuffix(ZACHT_STREEPJE) + tekst
        elif sprong > 0.2 * grootte:
            regels.append(tekst)
        else:
            gat = x - self.x_einde > 0.12 * grootte and not regels[-1].endswith(" ")
            regels[-1] += (" " if gat and not tekst.startswith(" ") else "") + tekst
        self.y_vorig = y
