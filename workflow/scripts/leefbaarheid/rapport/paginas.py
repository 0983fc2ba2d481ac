"""How the pages of a PDF look: how full they are, what sticks out, and how small the letters are.

Pages are drawn and looked at, so that a figure counts as much as text.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

MM_PER_PT = 25.4 / 72
SCHAAL = 1.2
"""Pixels per point at which a page is looked at."""
INKT = 245
"""Darker than this is not paper (0-255); the lightest ground of the house style is 241."""


class Zetspiegel(NamedTuple):
    """The margins within which text and figures stand, in mm."""

    links: float
    rechts: float
    boven: float
    onder: float


# The margins of wijkrapport/typst-template.typ, and of bijlage-wijkportretten/portretten.typ.
ZETSPIEGEL = Zetspiegel(31, 27, 31, 30)
PORTRETSPIEGEL = Zetspiegel(18, 18, 16, 19)
RUIMTE = 1.0
"""What may stand outside the text area in mm: the overhang of a bullet or an italic letter."""
KLEINSTE_PT = 8.0
MINST_GEVULD = 0.4


@dataclass(frozen=True)
class Pagina:
    """What was measured of one page.

    Attributes:
        nr: page number, from 1.
        gevuld: where the lowest ink in the text area is, as a share of its height.
        uitsteekt: how far ink goes beyond the left or right margin, in mm.
        kleinste_pt: size of the smallest letter in points as it stands on the page; None without
            text.
    """

    nr: int
    gevuld: float
    uitsteekt: float
    kleinste_pt: float | None

    def fouten(self) -> list[str]:
        """Return what a reader would call a fault of the page, in Dutch."""
        uit = []
        if self.uitsteekt > RUIMTE:
            uit.append(f"steekt {self.uitsteekt:.1f} mm buiten de kantlijn".replace(".", ","))
        if self.kleinste_pt is not None and self.kleinste_pt < KLEINSTE_PT - 0.05:
            uit.append(f"letters van {self.kleinste_pt:.1f} punt".replace(".", ","))
        return uit


def meet(pad: Path, spiegel: Zetspiegel = ZETSPIEGEL) -> list[Pagina]:
    """Measure every page of a PDF.

    Args:
        pad: the PDF.
        spiegel: its margins.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(pad) as pdf:
        return [_meet(nr, bladzijde, spiegel) for nr, bladzijde in enumerate(pdf, start=1)]


def hoofdstukken(pad: Path) -> dict[int, float]:
    """Return the pages on which a chapter begins, by the bookmarks of a PDF.

    Returns:
        Page number to the distance of the title from the top of the page, in mm.
    """
    import pypdfium2

    begin = {}
    with pypdfium2.PdfDocument(pad) as pdf:
        for doel in (merk.get_dest() for merk in pdf.get_toc() if merk.level == 0):
            nummer = doel.get_index() if doel else None
            if nummer is not None:
                hoogte = pdf[nummer].get_height() - doel.get_view()[1][1]
                begin[nummer + 1] = hoogte * MM_PER_PT
    return begin


def paragrafen(pad: Path) -> list[int]:
    """Return the pages on which the sections of the last chapter that has any begin.

    In the bijlage Wijkanalyses these are the openings of the analyses.
    """
    import pypdfium2

    uit: list[int] = []
    vorige = 0
    with pypdfium2.PdfDocument(pad) as pdf:
        for merk in pdf.get_toc():
            doel = merk.get_dest()
            nummer = doel.get_index() if doel else None
            if merk.level == 1 and nummer is not None:
                uit = [*(uit if vorige else []), nummer + 1]
            vorige = merk.level
    return uit


def rechts(nummers: Iterable[int]) -> list[int]:
    """Return which pages lie at the right where two lie side by side: the odd ones."""
    return [nr for nr in nummers if nr % 2]


def onder_iets_anders(begin: Mapping[int, float], spiegel: Zetspiegel = ZETSPIEGEL) -> list[int]:
    """Return the pages on which something stands above the title of the chapter.

    Args:
        begin: what `hoofdstukken` returns.
        spiegel: margins of the document.
    """
    return [nr for nr, hoogte in begin.items() if hoogte > spiegel.boven + LAAGSTE_TITEL]


LAAGSTE_TITEL = 20.0
"""How far below the upper margin the title of a chapter may begin (mm): its number is above it."""


def te_leeg(
    paginas: Sequence[Pagina], begin: Collection[int], grens: float = MINST_GEVULD
) -> list[Pagina]:
    """Return the pages filled for less than `grens` without need.

    The last page of a chapter may be; so may the cover.

    Args:
        paginas: the pages of a document.
        begin: pages on which a chapter begins.
        grens: share of the height of the text area.
    """
    laatste = {nr - 1 for nr in begin} | {1, len(paginas)}
    return [p for p in paginas if p.gevuld < grens and p.nr not in laatste]


def beelden(pad: Path, schaal: float) -> Iterator[Any]:
    """Yield each page as a picture (PIL), at `schaal` pixels per point."""
    import pypdfium2

    with pypdfium2.PdfDocument(pad) as pdf:
        for bladzijde in pdf:
            yield bladzijde.render(scale=schaal).to_pil()


def _meet(nr: int, bladzijde: Any, spiegel: Zetspiegel) -> Pagina:
    beeld = bladzijde.render(scale=SCHAAL, grayscale=True).to_numpy()
    beeld = beeld.reshape(beeld.shape[0], -1) < INKT
    per_mm = SCHAAL / MM_PER_PT
    hoog, breed = beeld.shape
    boven, onder = round(spiegel.boven * per_mm), hoog - round(spiegel.onder * per_mm)
    links, rechts = round(spiegel.links * per_mm), breed - round(spiegel.rechts * per_mm)
    vlak = beeld[boven:onder]
    rijen = np.flatnonzero(vlak[:, links:rechts].any(axis=1))
    kolommen = np.flatnonzero(vlak.any(axis=0))
    uit = max(links - kolommen[0], kolommen[-1] + 1 - rechts, 0) if len(kolommen) else 0
    return Pagina(
        nr,
        (int(rijen[-1]) + 1) / (onder - boven) if len(rijen) else 0.0,
        float(uit / per_mm),
        min(_lettergroottes(bladzijde), default=None),
    )


def _lettergroottes(bladzijde: Any) -> set[float]:
    """Return the sizes of the letters of a page in points, as they stand on it."""
    import pypdfium2.raw as pdfium

    tekst = bladzijde.get_textpage()
    uit: set[float] = set()
    matrix = pdfium.FS_MATRIX()
    for i in range(tekst.count_chars()):
        if pdfium.FPDFText_IsGenerated(tekst, i) == 1:
            continue
        if chr(pdfium.FPDFText_GetUnicode(tekst, i)).isspace():
            continue
        pdfium.FPDFText_GetMatrix(tekst, i, ctypes.byref(matrix))
        rek = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
        uit.add(round(pdfium.FPDFText_GetFontSize(tekst, i) * rek, 2))
    return uit
