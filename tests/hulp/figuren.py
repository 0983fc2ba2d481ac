"""What the tests of figures share: an edition, its frame, and whether a figure can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from unittest.mock import patch

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from hulp import WORTEL
from leefbaarheid.editie.instellingen import Figuurinstellingen
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.schrijven import Maker
from leefbaarheid.figuren.delen.toelichting import Beeld

LETTERTYPEN = sorted((WORTEL / "reports" / "fonts").glob("*.ttf"))
JAREN = [2002, 2008, 2012, 2014, 2016, 2018, 2022]
VENSTERS = [[2002, 2008], [2008, 2012], [2012, 2014], [2012, 2016]]
GRENZEN = [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270]
EDITIE = {
    "jaren": JAREN,
    "basisjaar": 2002,
    "eindjaar": 2014,
    "vensters": VENSTERS,
    "decompositie_vensters": [[2012, 2014], [2014, 2018], [2014, 2022]],
    "klassen": {"grenzen": GRENZEN},
    "clusters": {"crisisjaar": 2012},
    "stijgers_dalers": {"van": 2012, "tot": 2016, "aantal": 5},
    "regressie": {"hoofdvenster": [2012, 2014], "hoofdmodel": "ancova"},
    "teksten": {
        "uitgever": "Onderzoeksteam",
        "bron_leefbaarometer": "Leefbaarometer 3.0",
        "bron_context": "CBS",
    },
    "fictief": True,
}
FIGUURINSTELLING = Figuurinstellingen.uit_editie(EDITIE)
KADERINSTELLING = FIGUURINSTELLING.kader
KADER = Kader.uit_editie(
    *(EDITIE[k] for k in ("jaren", "basisjaar", "eindjaar", "klassen", "teksten", "fictief"))
)


class Beelden(Mapping[str, Beeld]):
    """Figures by name; each is drawn when a test first asks for it."""

    def __init__(self, makers: Mapping[str, Maker]) -> None:
        self._makers = makers
        self._getekend: dict[str, Beeld | None] = {}

    def __getitem__(self, naam: str) -> Beeld:
        if naam not in self._getekend:
            self._getekend[naam] = self._makers[naam]()
        beeld = self._getekend[naam]
        if beeld is None:
            raise KeyError(naam)
        return beeld

    def __iter__(self) -> Iterator[str]:
        return (naam for naam in self._makers if naam in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def teksten(fig: Figure) -> list[str]:
    """Return the visible texts of a figure, each on one line with plain spaces."""
    return [
        t.get_text().replace("\n", " ").replace("\u00a0", " ")
        for t in fig.findobj(Text)
        if t.get_visible() and t.get_text()
    ]


def kleinste_letter(fig: Figure) -> float:
    """Return the smallest font size of a figure, in points."""
    return min(t.get_fontsize() for t in fig.findobj(Text) if t.get_text())


def tekstvakken(fig: Figure) -> list[tuple[str, Bbox]]:
    """Return (text, box in pixels) of every text that is really drawn."""
    getekend: list[Text] = []
    teken_tekst = Text.draw

    def noteer(tekst, *rest, **kw):
        getekend.append(tekst)
        return teken_tekst(tekst, *rest, **kw)

    doek = FigureCanvasAgg(fig)
    with patch.object(Text, "draw", noteer):
        doek.draw()
    return [
        # the text alone: an annotation also has its arrow in its extent
        (tekst.get_text(), Text.get_window_extent(tekst, doek.get_renderer()))
        for tekst in dict.fromkeys(getekend)
        if tekst.get_text().strip()
    ]


def leesfouten(fig: Figure, overlap: float | None = None) -> list[str]:
    """Say which texts of a figure stick out of it or lie over each other.

    Args:
        overlap: how many pixels texts may overlap in height; by default 30% of a line, for boxes
            have room for tails and accents that most words do not use.
    """
    vakken = tekstvakken(fig)
    breed, hoog = fig.bbox.width, fig.bbox.height
    fouten = [
        f"{tekst!r} is cut off: {vak}"
        for tekst, vak in vakken
        if vak.x0 < -1 or vak.y0 < -1 or vak.x1 > breed + 1 or vak.y1 > hoog + 1
    ]
    for (een, a), (ander, b) in combinations(vakken, 2):
        ruim = 0.3 * min(a.height, b.height) if a.height < 2 * b.height else 3
        overlap_x = min(a.x1, b.x1) - max(a.x0, b.x0)
        overlap_y = min(a.y1, b.y1) - max(a.y0, b.y0)
        if overlap_x > 1 and overlap_y > (ruim if overlap is None else overlap):
            fouten.append(f"{een!r} lies over {ander!r}")
    return fouten
