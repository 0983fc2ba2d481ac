"""House style of the figures: inks, how each group looks, and matplotlib's settings.

Every group has a colour, a dash, a marker and a hatch: colour alone never carries a meaning (WCAG
2.1, 1.4.1), and every line colour has a contrast of at least 3:1 to white and to the class bands
(1.4.11). A fill that is lighter than that has a dark outline.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.typing import LineStyleType, MarkerType, RcKeyType

from leefbaarheid.basis import kleur as basiskleur
from leefbaarheid.basis.begrippen import (
    ANCOVA,
    BASISMETING,
    CLUSTERS,
    GESTAAG_HERSTEL,
    IN_AANMERKING,
    LAND,
    NIET_INGEDEELD,
    OVERIG,
    SELECTIE,
    SUCCES,
    TERUGVAL,
    VERANDERING,
    VROEGSIGNALERING,
    ZONDER_CLUSTER,
)
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTAGNEERD, GESTEGEN

LETTERTYPE = "Source Sans 3"
TEKST_PT, KLEIN_PT = 9.0, 8.2

# The inks of the house style (wijkrapport/typst-template.typ).
INKT, LIJN, VLAK = "#1f2a30", "#cbd5d9", "#eef3f4"
GRIJS, WIT, contrast = basiskleur.GRIJS, basiskleur.WIT, basiskleur.contrast
PETROL = basiskleur.HOOFDKLEUR
"""In figures also when an edition has another `hoofdkleur`: the palettes are chosen together."""
MIN_CONTRAST = basiskleur.MIN_VLAK
BAND_LICHT, BAND_DONKER = "#ffffff", "#eff3f4"


class Vlakvorm(TypedDict):
    """How matplotlib draws the area of a group."""

    facecolor: str
    edgecolor: str
    linewidth: float
    hatch: str
    hatchcolor: str


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
    teken: MarkerType = "o"
    arcering: str = ""

    @property
    def lijnstijl(self) -> LineStyleType:
        """The dash pattern for matplotlib's `linestyle`."""
        return (0, self.streep) if self.streep else "-"

    @property
    def rand(self) -> str:
        """The colour of the edge: white, or grey where the fill alone would be too light."""
        return basiskleur.rand(self.kleur)

    @property
    def vlak(self) -> Vlakvorm:
        """Keyword arguments for a bar or patch, with its edge and the hatch."""
        return {
            "facecolor": self.kleur,
            "edgecolor": self.rand,
            "linewidth": 0.6,
            "hatch": self.arcering,
            "hatchcolor": tekstkleur(self.kleur),
        }


_CLUSTERVORM: dict[str, tuple[tuple[float, ...], MarkerType, str]] = {
    SUCCES: ((), "o", ""),
    VROEGSIGNALERING: ((5, 1.6), "s", "////"),
    GESTAAG_HERSTEL: ((7, 1.6, 1.6, 1.6), "^", "----"),
    TERUGVAL: ((2.6, 1.2), "v", "\\\\\\\\"),
    NIET_INGEDEELD: ((1.2, 1.4), "D", "xxxx"),
    ZONDER_CLUSTER: ((1, 3), "X", "++++"),
}
CLUSTERSTIJL = {
    naam: Stijl(basiskleur.CLUSTERKLEUREN[naam], *vorm) for naam, vorm in _CLUSTERVORM.items()
}
GROEPSTIJL = {
    SELECTIE: Stijl("#b4531a", (), "o"),
    OVERIG: Stijl("#2a7896", (5, 1.6), "s"),
    LAND: Stijl("#2b3338", (1.2, 1.4), "D"),
}
RICHTINGSTIJL = {
    GEDAALD: Stijl(basiskleur.RICHTINGKLEUREN[GEDAALD], teken="v", arcering="////"),
    GESTAGNEERD: Stijl(basiskleur.RICHTINGKLEUREN[GESTAGNEERD], teken="o"),
    GESTEGEN: Stijl(basiskleur.RICHTINGKLEUREN[GESTEGEN], teken="^"),
}
# Light to dark alternate, so that neighbours differ in grey as well; Tol (2021), scheme "muted".
DIMENSIESTIJL = {
    "fys": Stijl("#3d998a", arcering=""),
    "onv": Stijl("#882255", arcering="////"),
    "soc": Stijl("#ddcc77", arcering="----"),
    "vrz": Stijl("#332288", arcering=""),
    "won": Stijl("#88ccee", arcering="\\\\\\\\"),
}
MODELSTIJL = {
    ANCOVA: Stijl("#17495a", (), "o"),
    VERANDERING: Stijl("#b4531a", (), "s"),
    BASISMETING: Stijl("#6a757c", (), "^"),
}
STEEKPROEFSTIJL = {
    SELECTIE: Stijl("#b4531a", (), "o"),
    IN_AANMERKING: Stijl("#17495a", (), "s"),
}
WIJKSTIJLEN = (
    Stijl("#b4531a", (), "o"),
    Stijl("#0a5ea8", (), "^"),
    Stijl("#7a2a62", (), "v"),
    Stijl("#00896b", (), "p"),
    Stijl("#8a6d00", (), "h"),
)
"""For the wijken of one wijkanalyse, in their order; a sixth starts again with a dash."""

HUISSTIJL: dict[RcKeyType, Any] = {
    "font.family": [LETTERTYPE],
    "font.size": TEKST_PT,
    "svg.fonttype": "none",  # text stays text: it can be searched, copied and read aloud
    "svg.hashsalt": "kwetsbare-wijken-in-beeld",
    "text.parse_math": False,  # a $ in a name or label is a $
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
"""matplotlib's rcParams, where they differ from its own."""


def stel_in(lettertypen: Iterable[str | Path]) -> None:
    """Set matplotlib to the house style, whatever the user's own matplotlibrc says.

    Args:
        lettertypen: the .ttf files of the house style.
    """
    for pad in lettertypen:
        if Path(pad).suffix == ".ttf":
            font_manager.fontManager.addfont(str(pad))
    mpl.rcdefaults()
    mpl.rcParams.update(HUISSTIJL)


def clusters_in_volgorde(aanwezig: Iterable[str]) -> list[str]:
    """Return the clusters that occur, in the order of the study, `ZONDER_CLUSTER` last."""
    namen = set(aanwezig)
    return [naam for naam in (*CLUSTERS, ZONDER_CLUSTER) if naam in namen]


def tekstkleur(vlak: str) -> str:
    """Return the ink, dark or white, that reads best on a colour."""
    return INKT if contrast(INKT, vlak) >= contrast(WIT, vlak) else WIT
