"""House style of the figures: palette, fonts, sizes, Dutch axes, and saving with fixed bytes.

A figure is drawn at the width of the text column (A4 less the margins of the house style), so its
text has its real size on the page. Every group has a colour, a dash, a marker and a hatch: colour
alone never carries a meaning (WCAG 2.1, 1.4.1), and every line colour has a contrast of at least
3:1 to white and to the class bands (1.4.11).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.ticker import FuncFormatter, MaxNLocator

from leefbaarheid.basis import taal
from leefbaarheid.basis.schrijven import vervang

BREEDTE_CM = 15.2
"""Width of the text column: A4 (21 cm) less the margins of wijkrapport/typst-template.typ."""
MAX_HOOGTE_CM = 20.0
"""A figure with its caption fits on one page."""
LETTERTYPE = "Source Sans 3"
TEKST_PT, KLEIN_PT = 9.0, 8.2

# The inks of the house style (wijkrapport/typst-template.typ).
INKT, GRIJS, LIJN, VLAK, PETROL = "#1f2a30", "#55636b", "#cbd5d9", "#eef3f4", "#17495a"
BAND_LICHT, BAND_DONKER = "#ffffff", "#eff3f4"
WIT = "#ffffff"


@dataclass(frozen=True)
class Stijl:
    """How one group looks in every figure.

    Attributes:
        kleur: colour of the line or area.
        streep: dash pattern as matplotlib's (on, off, ...) in line widths; () is solid.
        teken: marker.
        arcering: hatch of an area.
    """

    kleur: str
    streep: tuple[float, ...] = ()
    teken: str = "o"
    arcering: str = ""

    @property
    def lijnstijl(self) -> Any:
        """The dash pattern for matplotlib's `linestyle`."""
        return (0, self.streep) if self.streep else "-"

    @property
    def vlak(self) -> dict[str, Any]:
        """Keyword arguments for a bar or patch, with a white edge and the hatch."""
        return {
            "facecolor": self.kleur,
            "edgecolor": WIT,
            "linewidth": 0.6,
            "hatch": self.arcering,
            "hatchcolor": tekstkleur(self.kleur),
        }


# Darkened from Okabe & Ito (2008), Color Universal Design, to reach a contrast of 3:1.
CLUSTERSTIJL = {
    "Succes!": Stijl("#0a5ea8", (), "o", ""),
    "Vroegsignalering": Stijl("#b47400", (5, 1.6), "s", "////"),
    "Gestaag herstel": Stijl("#00896b", (7, 1.6, 1.6, 1.6), "^", "----"),
    "Terugval": Stijl("#9c2a1c", (2.6, 1.2), "v", "\\\\\\\\"),
    "niet ingedeeld": Stijl("#40494f", (1.2, 1.4), "D", "xxxx"),
    "onbekend": Stijl("#7b848a", (1, 3), "X", "++++"),
}
GROEPSTIJL = {
    "selectie": Stijl("#b4531a", (), "o"),
    "overig_in_aanmerking": Stijl("#2a7896", (5, 1.6), "s"),
    "land": Stijl("#2b3338", (1.2, 1.4), "D"),
}
RICHTINGSTIJL = {
    "gedaald": Stijl("#a5401f", arcering="////"),
    "gestagneerd": Stijl("#d9dfe2"),
    "gestegen": Stijl("#17495a"),
}
# Light to dark alternate, so that neighbours differ in grey as well; Tol (2021), scheme "muted".
DIMENSIESTIJL = {
    "fys": Stijl("#44aa99", arcering=""),
    "onv": Stijl("#882255", arcering="////"),
    "soc": Stijl("#ddcc77", arcering="----"),
    "vrz": Stijl("#332288", arcering=""),
    "won": Stijl("#88ccee", arcering="\\\\\\\\"),
}
MODELSTIJL = {
    "ancova": Stijl("#17495a", (), "o"),
    "verandering": Stijl("#b4531a", (), "s"),
    "basismeting": Stijl("#6a757c", (), "^"),
}
STEEKPROEFSTIJL = {
    "selectie": Stijl("#b4531a", (), "o"),
    "in_aanmerking": Stijl("#17495a", (), "s"),
}
WIJKSTIJLEN = (
    Stijl("#b4531a", (), "o"),
    Stijl("#0a5ea8", (), "^"),
    Stijl("#7a2a62", (), "v"),
    Stijl("#00896b", (), "p"),
    Stijl("#8a6d00", (), "h"),
)
"""For the wijken of one wijkanalyse, in their order; a sixth starts again with a dash."""


def stel_in(lettertypen: Iterable[str | Path]) -> None:
    """Set matplotlib to the house style, whatever the user's own matplotlibrc says.

    Args:
        lettertypen: the .ttf files of the house style.
    """
    for pad in lettertypen:
        if Path(pad).suffix == ".ttf":
            font_manager.fontManager.addfont(str(pad))
    mpl.rcdefaults()
    mpl.rcParams.update(
        {
            "font.family": [LETTERTYPE],
            "font.size": TEKST_PT,
            "svg.fonttype": "path",
            "svg.hashsalt": "kwetsbare-wijken-in-beeld",
            "axes.unicode_minus": True,
            "axes.edgecolor": GRIJS,
            "axes.labelcolor": INKT,
            "axes.labelsize": KLEIN_PT,
            "axes.titlesize": TEKST_PT,
            "axes.titleweight": "semibold",
            "axes.titlecolor": PETROL,
            "axes.titlelocation": "left",
            "axes.linewidth": 0.6,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.axisbelow": True,
            "text.color": INKT,
            "xtick.color": GRIJS,
            "ytick.color": GRIJS,
            "xtick.labelcolor": INKT,
            "ytick.labelcolor": INKT,
            "xtick.labelsize": KLEIN_PT,
            "ytick.labelsize": KLEIN_PT,
            "xtick.major.size": 2.5,
            "ytick.major.size": 0,
            "ytick.alignment": "center",
            "xtick.major.pad": 2.5,
            "ytick.major.pad": 3,
            "axes.labelpad": 2.5,
            "xtick.major.width": 0.6,
            "lines.linewidth": 1.7,
            "lines.markersize": 5.2,
            "hatch.linewidth": 0.55,
            "legend.frameon": False,
            "legend.fontsize": KLEIN_PT,
            "legend.handlelength": 2.4,
            "legend.columnspacing": 1.1,
            "legend.handletextpad": 0.5,
            "legend.borderaxespad": 0.0,
            "legend.borderpad": 0.0,
            "patch.linewidth": 0.5,
        }
    )


def maak_figuur(
    hoogte: float,
    *,
    links: float,
    rechts: float = 0.15,
    boven: float = 0.15,
    onder: float = 0.6,
    rijen: int = 1,
    kolommen: int = 1,
    tussen_x: float = 0.4,
    tussen_y: float = 0.8,
    breedtes: Sequence[float] | None = None,
    **assen: Any,
) -> tuple[Figure, Any]:
    """Return a figure as wide as the text column, and its axes as from `Figure.subplots`.

    All lengths are in cm; margins are fixed, so that the same data give the same layout. At the
    bottom tick labels take 0.6 cm, with an axis label 1.15 cm.
    """
    fig = Figure(figsize=(BREEDTE_CM / 2.54, hoogte / 2.54))
    vlak_x = (BREEDTE_CM - links - rechts - tussen_x * (kolommen - 1)) / kolommen
    vlak_y = (hoogte - boven - onder - tussen_y * (rijen - 1)) / rijen
    raster = {
        "left": links / BREEDTE_CM,
        "right": 1 - rechts / BREEDTE_CM,
        "top": 1 - boven / hoogte,
        "bottom": onder / hoogte,
        "wspace": tussen_x / vlak_x,
        "hspace": tussen_y / vlak_y,
    }
    if breedtes:
        raster["width_ratios"] = list(breedtes)
    return fig, fig.subplots(rijen, kolommen, gridspec_kw=raster, **assen)


def rijhoogte(rijen: float, gewenst: float, vast: float, kleinst: float) -> float:
    """Return the height of one of `rijen` rows: as wanted, or less to stay on one page (cm).

    Args:
        rijen: number of rows.
        gewenst: height of a row where there is room.
        vast: height of everything else.
        kleinst: what a row needs at least, also when the page is too small for that.
    """
    return max(min(gewenst, (MAX_HOOGTE_CM - vast) / rijen), kleinst)


def maten(ax: Axes) -> tuple[float, float]:
    """Return width and height of the plot area in cm."""
    breedte, hoogte = ax.figure.get_size_inches()
    vak = ax.get_position()
    return vak.width * breedte * 2.54, vak.height * hoogte * 2.54


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


def getalas(
    as_: Axis, decimalen: int, *, plus: bool = False, procent: bool = False, aantal: int = 6
) -> None:
    """Format an axis in Dutch: decimal comma, true minus, thousands point, percent sign.

    Args:
        as_: `ax.xaxis` or `ax.yaxis`.
        decimalen: number of decimals at least; more only where the ticks need them.
        plus: show a plus sign (changes).
        procent: the values are shares (0-1).
        aantal: about how many ticks.
    """
    as_.set_major_locator(MaxNLocator(aantal, steps=[1, 2, 5, 10]))
    maat = 100 if procent else 1

    def opmaak(waarde: float, _: int) -> str:
        stappen = [stap * maat for stap in as_.get_majorticklocs()]
        nodig = decimalen
        while nodig < decimalen + 2 and any(abs(round(s, nodig) - s) > 1e-9 for s in stappen):
            nodig += 1
        tekst = taal.getal(round(waarde * maat, 9), nodig, plus)
        return f"{tekst}%" if procent else tekst

    as_.set_major_formatter(FuncFormatter(opmaak))


def tekstkleur(vlak: str) -> str:
    """Return the ink, dark or white, that reads best on a colour."""
    return INKT if contrast(INKT, vlak) >= contrast(WIT, vlak) else WIT


def contrast(een: str, ander: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""

    def helderheid(kleur: str) -> float:
        rgb = (int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5))
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    laag, hoog = sorted((helderheid(een), helderheid(ander)))
    return (hoog + 0.05) / (laag + 0.05)


def bewaar(fig: Figure, doel: str | Path) -> None:
    """Write a figure as SVG, whole or not at all; the same figure gives the same bytes."""
    with vervang(doel) as tijdelijk:
        fig.savefig(tijdelijk, format="svg", metadata={"Date": None, "Creator": None})
