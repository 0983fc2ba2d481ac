"""What the figures share: their notes, class bands, year axes, labels at line ends, legends."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke
from matplotlib.transforms import ScaledTranslation

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, GROEPNAMEN, KLASSENAMEN
from leefbaarheid.basis.schrijven import schrijf_json
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.stijl import Stijl

STREEPJE = "–"
# A quiet note in the plot, placed in points from an anchor.
NOOT: dict[str, Any] = {
    "textcoords": "offset points",
    "fontsize": stijl.KLEIN_PT,
    "color": stijl.GRIJS,
    "style": "italic",
    "annotation_clip": False,
}


@dataclass(frozen=True)
class Toelichting:
    """What the report prints with a figure, and what a screen reader says.

    Attributes:
        titel: caption: what is shown and for which years, without a full stop.
        alt: one to three sentences that say what the figure shows, with its main numbers.
        bron: source line.
        peiljaar: years of the data ("Peiljaren 2002–2022.").
        n: number of wijken ("N = 140 wijken.").

    The report sets titel, n, peiljaar and bron one after the other; the last three are sentences.
    """

    titel: str
    alt: str
    bron: str
    peiljaar: str
    n: str

    def met_bestand(self, bestand: str) -> dict[str, str]:
        """Return the entry of figuren.json."""
        return {"bestand": bestand, **asdict(self)}


Beeld = tuple[Figure, Toelichting]


@dataclass(frozen=True)
class Kader:
    """The facts of the edition that every figure needs.

    Attributes:
        jaren: measurement years, ascending.
        eindjaar: year of the current state.
        grenzen: the eight class cut points of the total score.
        bron, bron_context: source of the scores, of the contextual factors.
        bron_grenzen: source of the borders on the map; "" if the edition names none.
        uitgever: who made the figures from them.
        fictief: the data are invented.
    """

    jaren: tuple[int, ...]
    eindjaar: int
    grenzen: tuple[float, ...]
    bron: str
    bron_context: str
    uitgever: str
    fictief: bool
    bron_grenzen: str = ""

    @classmethod
    def uit_editie(
        cls,
        jaren: Sequence[int],
        eindjaar: int,
        klassen: Mapping[str, Any],
        teksten: Mapping[str, str],
        fictief: bool,
    ) -> Kader:
        """Return the frame from blocks of the edition config."""
        return cls(
            jaren=tuple(jaren),
            eindjaar=eindjaar,
            grenzen=tuple(klassen["grenzen"]),
            bron=teksten["bron_leefbaarometer"],
            bron_context=teksten["bron_context"],
            uitgever=teksten["uitgever"],
            fictief=fictief,
            bron_grenzen=teksten.get("bron_grenzen", ""),
        )

    def bronregel(self, context: bool = False, grenzen: bool = False) -> str:
        """Return "Bron: ...; bewerking ..."; invented data are always called so."""
        bronnen = [self.bron, self.bron_context if context else ""]
        bronnen.append(self.bron_grenzen if grenzen else "")
        regel = f"Bron: {'; '.join(filter(None, bronnen))}; bewerking {self.uitgever}."
        verzwegen = self.fictief and "fictieve voorbeelddata" not in regel.lower()
        return f"Fictieve voorbeelddata. {regel}" if verzwegen else regel


def periode(jaren: Iterable[int]) -> str:
    """Return "2002–2022" for years, or the one year."""
    jaren = sorted(jaren)
    return venster(jaren[0], jaren[-1]) if jaren[0] != jaren[-1] else str(jaren[0])


def venster(van: int, tot: int) -> str:
    """Return "2012–2014"."""
    return f"{van}{STREEPJE}{tot}"


def peiljaren(jaren: Iterable[int]) -> str:
    """Return "Peiljaar 2014." or "Peiljaren 2002, 2008 en 2012."."""
    jaren = sorted(set(jaren))
    woord = taal.meervoud(len(jaren), "Peiljaar", "Peiljaren")
    return f"{woord} {taal.opsomming([str(j) for j in jaren])}."


def wijken_tekst(n: int) -> str:
    """Return "1 wijk" or "140 wijken"."""
    return f"{taal.getal(n)} {taal.meervoud(n, 'wijk', 'wijken')}"


def n_groepen(aantallen: Mapping[str, int]) -> str:
    """Return "N = 140 geselecteerde wijken en 3304 wijken in totaal."."""
    namen = {**GROEPNAMEN, "land": "wijken in totaal"}
    return f"N = {taal.opsomming([f'{taal.getal(n)} {namen[g]}' for g, n in aantallen.items()])}."


def met_n(naam: str, n: int) -> str:
    """Return "Terugval (n = 21)", with the number kept together."""
    return f"{naam} (n\u00a0=\u00a0{taal.getal(n)})"


def n_tekst(n: int) -> str:
    """Return "N = 140 wijken."."""
    return f"N = {wijken_tekst(n)}."


def schrijf_figuren(beelden: Iterable[tuple[str, Figure, Toelichting]], doel: str | Path) -> int:
    """Write a folder with an SVG per figure and their notes in figuren.json; return how many.

    figuren.json is {name: {bestand, titel, alt, bron, peiljaar, n}}. The folder holds these figures
    and no others, and takes the place of `doel` only when it is complete.
    """
    with _figuurmap(doel) as half:
        noten = {}
        for naam, fig, toelichting in beelden:
            stijl.bewaar(fig, half / f"{naam}.svg")
            noten[naam] = toelichting.met_bestand(f"{naam}.svg")
        schrijf_json(noten, half / "figuren.json")
    return len(noten)


def schrijf_figuren_naast_elkaar(
    makers: Mapping[str, Callable[[], Beeld | None]], doel: str | Path, processen: int
) -> int:
    """Do what `schrijf_figuren` does, with the drawing spread over processes.

    Args:
        makers: per name what draws the figure, or gives None.
        doel: the folder.
        processen: how many figures are drawn at once; one where processes cannot be forked.
    """
    global _MAKERS
    with _figuurmap(doel) as half:
        _MAKERS = makers
        taken = [(naam, half / f"{naam}.svg") for naam in makers]
        if processen > 1 and "fork" in multiprocessing.get_all_start_methods():
            # a forked process has the data and the imports already; only the notes come back
            with multiprocessing.get_context("fork").Pool(processen) as pool:
                gemaakt = pool.starmap(_teken_een, taken, chunksize=1)
        else:
            gemaakt = [_teken_een(*taak) for taak in taken]
        noten = {naam: noot for naam, noot in zip(makers, gemaakt, strict=True) if noot}
        schrijf_json(noten, half / "figuren.json")
    return len(noten)


_MAKERS: Mapping[str, Callable[[], Beeld | None]] = {}
"""What the forked processes draw; functions with data in them do not travel between processes."""


def _teken_een(naam: str, pad: Path) -> dict[str, str] | None:
    beeld = _MAKERS[naam]()
    if beeld is None:
        return None
    fig, toelichting = beeld
    stijl.bewaar(fig, pad)
    return toelichting.met_bestand(pad.name)


@contextmanager
def _figuurmap(doel: str | Path) -> Iterator[Path]:
    """Yield a folder to draw in; it takes the place of `doel` only when the block succeeds."""
    doel = Path(doel)
    half = doel.with_name(f".{doel.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    try:
        yield half
        shutil.rmtree(doel, ignore_errors=True)
        half.replace(doel)
    finally:
        shutil.rmtree(half, ignore_errors=True)


# ---------------------------------------------------------------------------------------------
# Axes


def scorebereik(
    waarden: Iterable[float], marge: float = 0.03, minimaal: float = 0.2
) -> tuple[float, float]:
    """Return limits of a score axis around `waarden` (NaN left out), at least `minimaal` apart."""
    reeks = np.asarray([w for w in waarden if not taal.is_leeg(float(w))], dtype=float)
    laag, hoog = reeks.min() - marge, reeks.max() + marge
    tekort = max(0.0, minimaal - (hoog - laag)) / 2
    return float(laag - tekort), float(hoog + tekort)


def klassebanden(ax: Axes, grenzen: Sequence[float], *, liggend: bool = True) -> None:
    """Draw the class bands behind an axis of scores whose limits have been set, with their names.

    Args:
        grenzen: the eight cut points.
        liggend: scores on the y axis: bands lie, names at the left inside the plot; else scores
            on the x axis: bands stand, names above the plot in turn at two heights.
    """
    laag, hoog = ax.get_ylim() if liggend else ax.get_xlim()
    per_cm = (hoog - laag) / stijl.maten(ax)[1 if liggend else 0]
    randen = np.clip([-np.inf, *grenzen, np.inf], laag, hoog)
    for nummer, naam in enumerate(KLASSENAMEN):
        onder, boven = float(randen[nummer]), float(randen[nummer + 1])
        if onder >= boven:
            continue
        kleur = stijl.BAND_DONKER if nummer % 2 else stijl.BAND_LICHT
        band, streep = (ax.axhspan, ax.axhline) if liggend else (ax.axvspan, ax.axvline)
        band(onder, boven, facecolor=kleur, edgecolor="none", zorder=0)
        if onder > laag:
            streep(onder, color=stijl.LIJN, linewidth=0.5, zorder=0.5)
        if liggend:
            ruimte, nodig = boven - onder, 1.5 * stijl.regelhoogte()
        else:  # a name may stick out over its neighbours, which are at the other height
            buren = min(randen[nummer + 2 : nummer + 3], default=boven) - boven
            buren = min(buren, onder - max(randen[nummer - 1 : nummer], default=onder))
            ruimte, nodig = boven - onder + buren, stijl.tekstbreedte(naam) + 0.1
        if ruimte / per_cm >= nodig:
            _klassenaam(ax, naam, (onder + boven) / 2, liggend, nummer % 2)


def _klassenaam(ax: Axes, naam: str, midden: float, liggend: bool, trede: int) -> None:
    if liggend:
        plek: dict[str, Any] = {"xy": (0, midden), "xycoords": ax.get_yaxis_transform()}
        plek |= {"xytext": (3, 0), "ha": "left", "va": "center_baseline"}
    else:
        plek = {"xy": (midden, 1), "xycoords": ax.get_xaxis_transform()}
        hoogte = 2 + trede * stijl.KLEIN_PT * 1.15
        plek |= {"xytext": (0, hoogte), "ha": "center", "va": "bottom"}
    ax.annotate(naam, **plek, **NOOT)


def jaaras(ax: Axes, jaren: Sequence[int], belangrijk: Iterable[int] = ()) -> None:
    """Put a tick at every measurement year; a label where it does not touch a neighbour's.

    Args:
        jaren: the years, ascending; the limits of the axis have been set.
        belangrijk: years whose label comes first, before the last, the first and the others.
    """
    links, rechts = ax.get_xlim()
    per_jaar = stijl.maten(ax)[0] / (rechts - links)
    afstand = stijl.tekstbreedte("2002") + 0.12
    gekozen: list[int] = []
    for jaar in [*belangrijk, jaren[-1], jaren[0], *jaren]:
        if jaar in jaren and all(abs(jaar - ander) * per_jaar >= afstand for ander in gekozen):
            gekozen.append(jaar)
    ax.set_xticks(list(jaren), [str(j) if j in gekozen else "" for j in jaren])


def scoreas(ax: Axes, titel: str = "leefbaarheidsscore") -> None:
    """Format the y axis of scores, with its title above the axis, horizontal and readable."""
    stijl.getalas(ax.yaxis, 1)
    ax.spines["left"].set_visible(False)
    ax.set_title(titel, fontsize=stijl.KLEIN_PT, fontweight="regular", color=stijl.INKT, pad=4)


def zet_labels(
    y: Sequence[float], hoogtes: Sequence[float], laag: float, hoog: float
) -> list[float]:
    """Return centres for labels that lie as near to `y` as they can without overlap.

    Labels that touch form a block around their mean (pool adjacent violators); blocks stay within
    [laag, hoog] as far as they fit.

    Args:
        y: wanted centres.
        hoogtes: height of each label, in the unit of y.
        laag, hoog: where labels may be.
    """
    volgorde = sorted(range(len(y)), key=lambda i: (y[i], i))
    blokken: list[tuple[list[int], float, float]] = []  # members, bottom, height
    for i in volgorde:
        leden, hoogte = [i], hoogtes[i]
        onder = min(max(y[i] - hoogte / 2, laag), hoog - hoogte)
        while blokken and blokken[-1][1] + blokken[-1][2] > onder:
            vorige = blokken.pop()
            leden = [*vorige[0], *leden]
            hoogte = sum(hoogtes[j] for j in leden)
            # each member wants its own centre: the mean of the bottoms they imply for the block
            gewenst, boven = [], 0.0
            for j in leden:
                gewenst.append(y[j] - hoogtes[j] / 2 - boven)
                boven += hoogtes[j]
            onder = max(min(float(np.mean(gewenst)), hoog - hoogte), laag)
        blokken.append((leden, onder, hoogte))
    uit = [0.0] * len(y)
    for leden, onder, _ in blokken:
        for j in leden:
            uit[j] = onder + hoogtes[j] / 2
            onder += hoogtes[j]
    return uit


def eindlabels(
    ax: Axes, labels: Sequence[tuple[float, str, str]], x: float, breedte: float
) -> None:
    """Write labels right of the plot, each beside the end of its line, without overlap.

    Args:
        labels: (score at the end of the line, text, colour).
        x: year at which the lines end.
        breedte: room for text in cm; longer text is broken over lines.
    """
    laag, hoog = ax.get_ylim()
    per_cm = (hoog - laag) / stijl.maten(ax)[1]
    teksten = [stijl.breek_af(tekst, breedte) for _, tekst, _ in labels]
    regel = 1.12 * stijl.regelhoogte()
    hoogtes = [(regel * (tekst.count("\n") + 1) + 0.08) * per_cm for tekst in teksten]
    plekken = zet_labels([y for y, _, _ in labels], hoogtes, laag, hoog)
    for (y, _, kleur), tekst, plek in zip(labels, teksten, plekken, strict=True):
        ax.annotate(
            tekst,
            xy=(x, y),
            xycoords="data",
            xytext=(1.0, plek),
            textcoords=_rechts_van(ax, 0.42),
            va="center",
            ha="left",
            fontsize=stijl.KLEIN_PT,
            color=kleur,
            linespacing=1.1,
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "color": kleur,
                "linewidth": 0.5,
                "shrinkA": 1,
                "shrinkB": 4,
                "relpos": (0, 0.5),
            },
        )


def _rechts_van(ax: Axes, cm: float) -> Any:
    """Return x in axes fractions plus `cm`, y in data."""
    schuif = ScaledTranslation(cm / 2.54, 0, ax.figure.dpi_scale_trans)
    return ax.get_yaxis_transform() + schuif


def nullijn(ax: Axes) -> None:
    """Mark zero on the x axis, with a quiet grid."""
    ax.axvline(0, color=stijl.INKT, linewidth=0.8, zorder=1)
    ax.grid(axis="x", color=stijl.LIJN, linewidth=0.5)
    ax.spines["left"].set_visible(False)


def onderschrift(fig: Figure, tekst: str, links: float, rechts: float) -> None:
    """Write the title of the x axis at the bottom of the figure, centred between two margins."""
    breedte, hoogte = (maat * 2.54 for maat in fig.get_size_inches())
    # centred under the plots, but never over the edge of the figure
    half = stijl.tekstbreedte(tekst) / 2
    midden = min((links + breedte - rechts) / 2, breedte - half - 0.05)
    fig.text(
        midden / breedte, 0.12 / hoogte, tekst, ha="center", va="bottom", fontsize=stijl.KLEIN_PT
    )


def markeer_jaar(ax: Axes, jaar: int, tekst: str) -> None:
    """Draw a thin vertical line at a year with a note at the bottom."""
    ax.axvline(jaar, color=stijl.GRIJS, linewidth=0.7, zorder=1)
    ax.annotate(tekst, (jaar, 0), (3, 3), xycoords=ax.get_xaxis_transform(), va="bottom", **NOOT)


# ---------------------------------------------------------------------------------------------
# Legends


def lijnsleutel(stijl_: Stijl, naam: str, **kw: Any) -> Line2D:
    """Return a legend entry for a line with its marker."""
    vorm = {
        "linestyle": stijl_.lijnstijl,
        "marker": stijl_.teken,
        "markeredgecolor": stijl.WIT,
        "markeredgewidth": 0.5,
        **kw,
    }
    return Line2D([], [], color=stijl_.kleur, label=naam, **vorm)


def vlaksleutel(stijl_: Stijl, naam: str) -> Patch:
    """Return a legend entry for an area with its hatch."""
    return Patch(label=naam, **stijl_.vlak)


def legenda(
    fig: Figure, sleutels: Sequence[Any], *, links: float, boven: float = 0.18, **kw: Any
) -> None:
    """Put a legend at the top of the figure, `links` and `boven` cm from its edges.

    It takes as many columns as fit in the width of the figure; entries read from left to right.
    Without entries there is none.
    """
    if not sleutels:
        return
    breedte, hoogte = (maat * 2.54 for maat in fig.get_size_inches())
    fig.legend(
        handles=_per_kolom(sleutels, _kolommen(sleutels, breedte - links)),
        loc="upper left",
        bbox_to_anchor=(links / breedte, 1 - boven / hoogte),
        ncols=_kolommen(sleutels, breedte - links),
        **kw,
    )


def legendahoogte(sleutels: Sequence[Any], links: float) -> float:
    """Return the height in cm that `legenda` needs, with some room above and below."""
    rijen = -(-len(sleutels) // _kolommen(sleutels, stijl.BREEDTE_CM - links))
    return 0.35 + rijen * 1.75 * stijl.KLEIN_PT / 72 * 2.54


def _kolommen(sleutels: Sequence[Any], breedte: float) -> int:
    """Return how many columns fit; no more than the rows need, so that rows are even."""
    kolommen = len(sleutels)
    while kolommen > 1 and _breedte_legenda(sleutels, kolommen) > breedte:
        kolommen -= 1
    rijen = -(-len(sleutels) // kolommen)
    return -(-len(sleutels) // rijen)


def _per_kolom(sleutels: Sequence[Any], kolommen: int) -> list[Any]:
    """Return the entries column by column, as matplotlib fills a legend."""
    return [sleutel for kolom in range(kolommen) for sleutel in sleutels[kolom::kolommen]]


def _breedte_legenda(sleutels: Sequence[Any], kolommen: int) -> float:
    """Return the width of the legend in cm."""
    # handle, gap and space between columns (legend.handlelength and so on), in font sizes
    vast = (2.4 + 0.5 + 1.1) * stijl.KLEIN_PT / 72 * 2.54
    breedtes = [stijl.tekstbreedte(s.get_label()) + vast for s in sleutels]
    return sum(max(breedtes[kolom::kolommen]) for kolom in range(kolommen))


# ---------------------------------------------------------------------------------------------
# Stacked bars and small texts


def stapel(
    ax: Axes,
    y: Sequence[float],
    waarden: np.ndarray,
    begin: np.ndarray,
    stijl_: Stijl,
    opmaak: Callable[[float], str],
    dikte: float = 0.78,
) -> None:
    """Add one layer to stacked horizontal bars, with its numbers where they fit.

    The limits of the x axis have been set.
    """
    ax.barh(y, waarden, left=begin, height=dikte, **stijl_.vlak)
    laag, hoog = ax.get_xlim()
    per_cm = (hoog - laag) / stijl.maten(ax)[0]
    # a plain ground around the number, so that the hatch does not run through it
    grond = [withStroke(linewidth=2.6, foreground=stijl_.kleur)] if stijl_.arcering else []
    for rij, waarde, links in zip(y, waarden, begin, strict=True):
        tekst = opmaak(waarde)
        if waarde > 0 and stijl.tekstbreedte(tekst) + 0.06 <= waarde / per_cm:
            kleur = stijl.tekstkleur(stijl_.kleur)
            tekst_bij(ax, tekst, (links + waarde / 2, rij), color=kleur, path_effects=grond)


def tekst_bij(ax: Axes, tekst: str, plek: tuple[float, float], dx: float = 0.0, **kw: Any) -> None:
    """Write one line, vertically centred on its figures at `plek` (data), `dx` points aside."""
    vorm = {"fontsize": stijl.KLEIN_PT, "ha": "left" if dx else "center", **kw}
    # the middle of a figure (cap height 0.66) is a third of the font size above the baseline
    ax.annotate(
        tekst,
        plek,
        (dx, -0.33 * stijl.KLEIN_PT),
        textcoords="offset points",
        va="baseline",
        annotation_clip=False,
        **vorm,
    )


def clusters_in_volgorde(aanwezig: Iterable[str]) -> list[str]:
    """Return the clusters that occur, in the order of the study, "onbekend" last."""
    namen = set(aanwezig)
    return [naam for naam in (*CLUSTERS, "onbekend") if naam in namen]


def decimalen(waarde: float) -> int:
    """Return how many decimals a setting such as delta needs: two, three or four."""
    return next((d for d in (2, 3) if abs(round(waarde, d) - waarde) < 1e-9), 4)
