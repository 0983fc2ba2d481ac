"""The sheet a figure is drawn on: size, margins, panels, and saving with fixed bytes.

A figure is drawn at the width of the text column (A4 less the margins of the house style), so its
text has its real size on the page. All lengths are in cm.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leefbaarheid.basis.schrijven import vervang
from leefbaarheid.basis.taal import apostrof

BREEDTE_CM = 15.2
"""Width of the text column: A4 (21 cm) less the margins of wijkrapport/typst-template.typ."""
MAX_HOOGTE_CM = 20.0
"""A figure with its caption fits on one page."""
ONDER_ASTITEL = 1.15
"""Room below a plot for tick labels and the title of the axis."""


_TEKST = re.compile(r">[^<]*'[^<]*<")
"""Words with an apostrophe between two tags of a drawing."""
_PLAATS = re.compile(r'\b[dxy]="[^"]*"')
"""Where a line or a thing is in a drawing."""
_DECIMALEN = re.compile(r"-?\d+\.\d{3,}")


def cm_in_pt(cm: float) -> float:
    """Return a length in points."""
    return cm / 2.54 * 72


@dataclass(frozen=True)
class Marges:
    """Room around the plots in cm; fixed, so that the same data give the same layout.

    At the bottom tick labels take 0.6 cm, with the title of the axis `ONDER_ASTITEL`.
    """

    links: float
    rechts: float = 0.15
    boven: float = 0.15
    onder: float = 0.6


@dataclass(frozen=True)
class Raster:
    """How panels lie beside and below each other.

    Attributes:
        rijen, kolommen: the grid.
        tussen_x, tussen_y: room between columns and between rows.
        deel_x, deel_y: panels share the scale of their axis.
        breedtes, hoogtes: relative widths of columns, heights of rows; by default equal.
    """

    rijen: int = 1
    kolommen: int = 1
    tussen_x: float = 0.4
    tussen_y: float = 0.8
    deel_x: bool = False
    deel_y: bool = False
    breedtes: tuple[float, ...] = ()
    hoogtes: tuple[float, ...] = ()


def verdeel(panelen: int, hoogstens: int) -> tuple[int, int]:
    """Return rows and columns of a grid of `panelen`, with at most `hoogstens` columns."""
    kolommen = min(hoogstens, panelen)
    return -(-panelen // kolommen), kolommen


def maak_figuur(hoogte: float, marges: Marges) -> tuple[Figure, Axes]:
    """Return a figure as wide as the text column with one plot."""
    fig, (ax,) = maak_panelen(hoogte, marges, Raster())
    return fig, ax


def maak_panelen(
    hoogte: float, marges: Marges, raster: Raster, aantal: int | None = None
) -> tuple[Figure, list[Axes]]:
    """Return a figure as wide as the text column, and its panels in reading order.

    Args:
        hoogte: height of the figure.
        marges, raster: the layout.
        aantal: number of panels; what is left of the last row stays empty.
    """
    fig = Figure(figsize=(BREEDTE_CM / 2.54, hoogte / 2.54))
    rijen, kolommen = raster.rijen, raster.kolommen
    breed = BREEDTE_CM - marges.links - marges.rechts - raster.tussen_x * (kolommen - 1)
    hoog = hoogte - marges.boven - marges.onder - raster.tussen_y * (rijen - 1)
    plaats: dict[str, Any] = {
        "left": marges.links / BREEDTE_CM,
        "right": 1 - marges.rechts / BREEDTE_CM,
        "top": 1 - marges.boven / hoogte,
        "bottom": marges.onder / hoogte,
        "wspace": raster.tussen_x / (breed / kolommen),
        "hspace": raster.tussen_y / (hoog / rijen),
    }
    assen = fig.subplots(
        rijen,
        kolommen,
        sharex=raster.deel_x,
        sharey=raster.deel_y,
        squeeze=False,
        width_ratios=raster.breedtes or None,
        height_ratios=raster.hoogtes or None,
        gridspec_kw=plaats,
    )
    panelen = list(assen.flat)
    for leeg in panelen[aantal:] if aantal is not None else []:
        leeg.set_visible(False)
    return fig, panelen[:aantal]


def rijhoogte(rijen: float, gewenst: float, vast: float, kleinst: float) -> float:
    """Return the height of one of `rijen` rows: as wanted, or less to stay on one page (cm).

    Args:
        rijen: number of rows.
        gewenst: height of a row where there is room.
        vast: height of everything else.
        kleinst: what a row needs at least, also when the page is too small for that.
    """
    return max(min(gewenst, (MAX_HOOGTE_CM - vast) / rijen), kleinst)


def blad_cm(fig: Figure) -> tuple[float, float]:
    """Return width and height of a figure in cm."""
    breedte, hoogte = fig.get_size_inches()
    return float(breedte * 2.54), float(hoogte * 2.54)


def figuur_van(ax: Axes) -> Figure:
    """Return the figure that a plot is in."""
    fig = ax.get_figure(root=True)
    if fig is None:
        raise ValueError("a plot that was taken out of its figure")
    return fig


def maten(ax: Axes) -> tuple[float, float]:
    """Return width and height of the plot area in cm."""
    breedte, hoogte = figuur_van(ax).get_size_inches()
    vak = ax.get_position()
    return vak.width * breedte * 2.54, vak.height * hoogte * 2.54


def bewaar(fig: Figure, doel: str | Path) -> None:
    """Write a figure as SVG, whole or not at all; the same figure gives the same bytes.

    Texts in it, such as names of wijken, get typographic apostrophes.
    """
    beeld = io.StringIO()
    fig.savefig(beeld, format="svg", metadata={"Date": None, "Creator": None})
    with vervang(doel) as tijdelijk:
        # in the drawing itself: names on an axis are only written when it is drawn
        tekst = _TEKST.sub(lambda m: apostrof(m[0]), beeld.getvalue())
        tijdelijk.write_text(_PLAATS.sub(_afgerond, tekst), "utf-8")


def _afgerond(attribuut: re.Match[str]) -> str:
    """Return places in hundredths of a point: finer cannot be printed, and weighs twice."""
    return _DECIMALEN.sub(lambda m: f"{float(m[0]):.2f}".rstrip("0").rstrip("."), attribuut[0])
