"""Text in a plot: small notes, numbers beside marks, labels at the ends of lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation, Transform

from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import figuur_van, maten
from leefbaarheid.figuren.delen.tekstmaat import breek_af, regelhoogte

Horizontaal = Literal["left", "center", "right"]
Verticaal = Literal["top", "center", "center_baseline", "baseline", "bottom"]
Stelsel = Literal["axes fraction"] | Transform
"""What a place is measured in; `Axes.get_xaxis_transform` takes x in data and y from 0 to 1."""


def schrijf(
    ax: Axes,
    tekst: str,
    plek: tuple[float, float],
    schuif: tuple[float, float],
    stelsel: Stelsel,
    *,
    ha: Horizontaal = "left",
    va: Verticaal = "baseline",
    kleur: str = stijl.INKT,
    gewicht: str = "normal",
    cursief: bool = False,
) -> None:
    """Write small text `schuif` points from a place, also where that is outside the plot."""
    ax.annotate(
        tekst,
        plek,
        schuif,
        xycoords=stelsel,
        textcoords="offset points",
        ha=ha,
        va=va,
        fontsize=stijl.KLEIN_PT,
        color=kleur,
        weight=gewicht,
        style="italic" if cursief else "normal",
        annotation_clip=False,
    )


def noteer(
    ax: Axes,
    tekst: str,
    plek: tuple[float, float],
    schuif: tuple[float, float],
    stelsel: Stelsel,
    *,
    ha: Horizontaal = "left",
    va: Verticaal = "bottom",
    kleur: str = stijl.GRIJS,
) -> None:
    """Write a quiet note, in italics; see `schrijf`."""
    schrijf(ax, tekst, plek, schuif, stelsel, ha=ha, va=va, kleur=kleur, cursief=True)


def tekst_bij(
    ax: Axes,
    tekst: str,
    plek: tuple[float, float],
    dx: float = 0.0,
    *,
    ha: Horizontaal | None = None,
    kleur: str = stijl.INKT,
    gewicht: str = "normal",
    grond: str = "",
    zorder: float = 3,
) -> None:
    """Write one line, vertically centred on its figures at `plek` (data), `dx` points aside.

    Args:
        ha: which side of the text is at its place; by default the left, without `dx` the middle.
        grond: colour of a plain ground behind the text, for where lines or a hatch would run
            through it.
    """
    # the middle of a figure (cap height 0.66) is a third of the font size above the baseline
    ax.annotate(
        tekst,
        plek,
        (dx, -0.33 * stijl.KLEIN_PT),
        textcoords="offset points",
        ha=ha or ("left" if dx else "center"),
        va="baseline",
        fontsize=stijl.KLEIN_PT,
        color=kleur,
        fontweight=gewicht,
        bbox=ondergrond(grond) if grond else None,
        annotation_clip=False,
        zorder=zorder,
    )


def ondergrond(kleur: str) -> dict[str, Any]:
    """Return the `bbox` of a text with a plain ground; an outline would turn letters to paths."""
    return {"boxstyle": "square,pad=0.12", "facecolor": kleur, "edgecolor": "none"}


class Eindlabel(NamedTuple):
    """A label at the end of a line: score at its end, text, colour."""

    y: float
    tekst: str
    kleur: str


def eindlabels(ax: Axes, labels: Sequence[Eindlabel], x: float, breedte: float) -> None:
    """Write labels right of the plot, each beside the end of its line, without overlap.

    Args:
        labels: one per line.
        x: year at which the lines end.
        breedte: room for text in cm; longer text is broken over lines.
    """
    laag, hoog = ax.get_ylim()
    per_cm = (hoog - laag) / maten(ax)[1]
    teksten = [breek_af(label.tekst, breedte) for label in labels]
    regel = 1.12 * regelhoogte()
    hoogtes = [(regel * (tekst.count("\n") + 1) + 0.08) * per_cm for tekst in teksten]
    plekken = zet_labels([label.y for label in labels], hoogtes, laag, hoog)
    for label, tekst, plek in zip(labels, teksten, plekken, strict=True):
        ax.annotate(
            tekst,
            xy=(x, label.y),
            xycoords="data",
            xytext=(1.0, plek),
            textcoords=_rechts_van(ax, 0.42),
            va="center",
            ha="left",
            fontsize=stijl.KLEIN_PT,
            color=label.kleur,
            linespacing=1.1,
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "color": label.kleur,
                "linewidth": 0.5,
                "shrinkA": 1,
                "shrinkB": 4,
                "relpos": (0, 0.5),
            },
        )


def _rechts_van(ax: Axes, cm: float) -> Transform:
    """Return x in axes fractions plus `cm`, y in data."""
    schuif = ScaledTranslation(cm / 2.54, 0, figuur_van(ax).dpi_scale_trans)
    return ax.get_yaxis_transform() + schuif


class _Blok(NamedTuple):
    """Labels that touch: which, the bottom of the lowest, the height of all."""

    leden: list[int]
    onder: float
    hoogte: float


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
    blokken: list[_Blok] = []
    for i in sorted(range(len(y)), key=lambda i: (y[i], i)):
        onder = min(max(y[i] - hoogtes[i] / 2, laag), hoog - hoogtes[i])
        blok = _Blok([i], onder, hoogtes[i])
        while blokken and blokken[-1].onder + blokken[-1].hoogte > blok.onder:
            blok = _voeg_samen([*blokken.pop().leden, *blok.leden], y, hoogtes, laag, hoog)
        blokken.append(blok)
    uit = [0.0] * len(y)
    for blok in blokken:
        onder = blok.onder
        for j in blok.leden:
            uit[j] = onder + hoogtes[j] / 2
            onder += hoogtes[j]
    return uit


def _voeg_samen(
    leden: list[int], y: Sequence[float], hoogtes: Sequence[float], laag: float, hoog: float
) -> _Blok:
    """Return the block of some labels, around the mean of what each of them wants."""
    hoogte = sum(hoogtes[j] for j in leden)
    # each member wants its own centre: the mean of the bottoms they imply for the block
    gewenst, boven = [], 0.0
    for j in leden:
        gewenst.append(y[j] - hoogtes[j] / 2 - boven)
        boven += hoogtes[j]
    return _Blok(leden, max(min(float(np.mean(gewenst)), hoog - hoogte), laag), hoogte)
