"""Legends at the top of a figure, and their entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import BREEDTE_CM, blad_cm
from leefbaarheid.figuren.delen.stijl import Stijl
from leefbaarheid.figuren.delen.tekstmaat import tekstbreedte

Sleutel = Line2D | Patch
"""An entry of a legend."""


def lijnsleutel(
    stijl_: Stijl, naam: str, *, linewidth: float | None = None, met_teken: bool = True
) -> Line2D:
    """Return an entry for a line, with its marker or without."""
    return Line2D(
        [],
        [],
        color=stijl_.kleur,
        linestyle=stijl_.lijnstijl,
        linewidth=linewidth,
        marker=stijl_.teken if met_teken else "",
        markeredgecolor=stijl.WIT,
        markeredgewidth=0.5,
        label=naam,
    )


def puntsleutel(
    stijl_: Stijl, naam: str, *, maat: float | None = None, rand: float = 0.5
) -> Line2D:
    """Return an entry for points: the marker alone.

    Args:
        maat: size of the marker in points; by default that of lines.
        rand: width of its edge; 0 for none.
    """
    return Line2D(
        [],
        [],
        color=stijl_.kleur,
        linestyle="none",
        marker=stijl_.teken,
        markersize=maat,
        markeredgecolor=stijl_.rand if rand else None,
        markeredgewidth=rand or None,
        label=naam,
    )


def vlaksleutel(stijl_: Stijl, naam: str) -> Patch:
    """Return an entry for an area with its hatch."""
    return Patch(label=naam, **stijl_.vlak)


@dataclass(frozen=True)
class Legenda:
    """A legend at the top of a figure; entries read from left to right.

    It takes as many columns as fit in the width of the figure.

    Attributes:
        sleutels: the entries; without them there is no legend.
        links: cm from the left edge of the figure.
    """

    sleutels: Sequence[Sleutel]
    links: float = 0.1

    @property
    def hoogte(self) -> float:
        """The height in cm that it needs, with some room above and below."""
        rijen = -(-len(self.sleutels) // self._kolommen(BREEDTE_CM))
        return 0.35 + rijen * 1.75 * stijl.KLEIN_PT / 72 * 2.54

    def zet(self, fig: Figure, boven: float = 0.18) -> None:
        """Put it `boven` cm from the top of a figure."""
        if not self.sleutels:
            return
        breedte, hoogte = blad_cm(fig)
        kolommen = self._kolommen(breedte)
        # matplotlib fills a legend column by column
        handvatten = [s for kolom in range(kolommen) for s in self.sleutels[kolom::kolommen]]
        fig.legend(
            handles=handvatten,
            loc="upper left",
            bbox_to_anchor=(self.links / breedte, 1 - boven / hoogte),
            ncols=kolommen,
        )

    def _kolommen(self, breedte: float) -> int:
        """Return how many columns fit; no more than the rows need, so that rows are even."""
        kolommen = len(self.sleutels)
        while kolommen > 1 and self._breedte(kolommen) > breedte - self.links:
            kolommen -= 1
        rijen = -(-len(self.sleutels) // kolommen)
        return -(-len(self.sleutels) // rijen)

    def _breedte(self, kolommen: int) -> float:
        """Return the width in cm with so many columns."""
        # handle, gap and space between columns (legend.handlelength and so on), in font sizes
        vast = (2.4 + 0.5 + 1.1) * stijl.KLEIN_PT / 72 * 2.54
        breedtes = [tekstbreedte(str(s.get_label())) + vast for s in self.sleutels]
        return sum(max(breedtes[kolom::kolommen]) for kolom in range(kolommen))
