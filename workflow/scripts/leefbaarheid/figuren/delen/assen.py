"""Axes in Dutch: scores, years, rows with a name, and the lines that mark a place on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from leefbaarheid.basis import taal
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import Marges, blad_cm, maten
from leefbaarheid.figuren.delen.labels import noteer
from leefbaarheid.figuren.delen.tekstmaat import tekstbreedte


def scorebereik(
    waarden: Iterable[float], marge: float = 0.03, minimaal: float = 0.2
) -> tuple[float, float]:
    """Return limits of a score axis around `waarden` (NaN left out), at least `minimaal` apart."""
    reeks = np.asarray([w for w in waarden if not taal.is_leeg(float(w))], dtype=float)
    laag, hoog = reeks.min() - marge, reeks.max() + marge
    tekort = max(0.0, minimaal - (hoog - laag)) / 2
    return float(laag - tekort), float(hoog + tekort)


def getalas(
    as_: Axis,
    decimalen: int,
    *,
    plus: bool = False,
    procent: bool = False,
    aantal: int = 6,
    heel: bool = False,
) -> None:
    """Format an axis in Dutch: decimal comma, true minus, thousands point, percent sign.

    Args:
        as_: `ax.xaxis` or `ax.yaxis`.
        decimalen: number of decimals at least; more only where the ticks need them.
        plus: show a plus sign (changes).
        procent: the values are shares (0-1).
        aantal: about how many ticks.
        heel: ticks at whole numbers only (counts).
    """
    as_.set_major_locator(MaxNLocator(aantal, steps=[1, 2, 5, 10], integer=heel))
    maat = 100 if procent else 1

    def opmaak(waarde: float, _: int | None) -> str:
        stappen = [stap * maat for stap in as_.get_majorticklocs()]
        nodig = decimalen
        while nodig < decimalen + 2 and any(abs(round(s, nodig) - s) > 1e-9 for s in stappen):
            nodig += 1
        tekst = taal.getal(round(waarde * maat, 9), nodig, plus)
        return f"{tekst}%" if procent else tekst

    as_.set_major_formatter(FuncFormatter(opmaak))


def scoreas(ax: Axes, titel: str = "leefbaarheidsscore") -> None:
    """Format the y axis of scores, with its title above the axis, horizontal and readable."""
    getalas(ax.yaxis, 1)
    ax.spines["left"].set_visible(False)
    stille_titel(ax, titel)


def stille_titel(ax: Axes, titel: str) -> None:
    """Write the title of an axis above the plot, as small as its numbers."""
    ax.set_title(titel, fontsize=stijl.KLEIN_PT, fontweight="regular", color=stijl.INKT, pad=4)


def paneeltitel(ax: Axes, titel: str) -> None:
    """Write the name of a panel above it, small, over as many lines as it has."""
    ax.set_title(titel, fontsize=stijl.KLEIN_PT, linespacing=1.1, pad=3)


def jaaras(ax: Axes, jaren: Sequence[int], belangrijk: Iterable[int] = ()) -> None:
    """Put a tick at every measurement year; a label where it does not touch a neighbour's.

    Args:
        jaren: the years, ascending; the limits of the axis have been set.
        belangrijk: years whose label comes first, before the last, the first and the others.
    """
    links, rechts = ax.get_xlim()
    per_jaar = maten(ax)[0] / (rechts - links)
    afstand = tekstbreedte("2002") + 0.12
    gekozen: list[int] = []
    for jaar in [*belangrijk, jaren[-1], jaren[0], *jaren]:
        if jaar in jaren and all(abs(jaar - ander) * per_jaar >= afstand for ander in gekozen):
            gekozen.append(jaar)
    ax.set_xticks(list(jaren), [str(j) if j in gekozen else "" for j in jaren])


def markeer_jaar(ax: Axes, jaar: int, tekst: str) -> None:
    """Draw a thin vertical line at a year with a note at the bottom."""
    ax.axvline(jaar, color=stijl.GRIJS, linewidth=0.7, zorder=1)
    noteer(ax, tekst, (jaar, 0), (3, 3), ax.get_xaxis_transform())


def rijen_met_naam(ax: Axes, namen: Sequence[str]) -> None:
    """Number the y axis downwards from 0, with a name at every row."""
    ax.set_ylim(len(namen) - 0.5, -0.5)
    ax.set_yticks(range(len(namen)), namen)


def scheid_rijen(ax: Axes, aantal: int) -> None:
    """Draw a thin line between each two rows."""
    for rij in range(1, aantal):
        ax.axhline(rij - 0.5, color=stijl.LIJN, linewidth=0.5)


def nullijn(ax: Axes) -> None:
    """Mark zero on the x axis, with a quiet grid."""
    ax.axvline(0, color=stijl.INKT, linewidth=0.8, zorder=1)
    ax.grid(axis="x", color=stijl.LIJN, linewidth=0.5)
    ax.spines["left"].set_visible(False)


def onderschrift(fig: Figure, tekst: str, marges: Marges) -> None:
    """Write the title of the x axis at the bottom of the figure, centred between the margins."""
    breedte, hoogte = blad_cm(fig)
    # centred under the plots, but never over the edge of the figure
    half = tekstbreedte(tekst) / 2
    midden = min((marges.links + breedte - marges.rechts) / 2, breedte - half - 0.05)
    fig.text(
        midden / breedte, 0.12 / hoogte, tekst, ha="center", va="bottom", fontsize=stijl.KLEIN_PT
    )
