"""Influence of single wijken: Cook's distance against leverage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import STEEKPROEFNAMEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas
from leefbaarheid.figuren.delen.blad import ONDER_ASTITEL, Marges, maak_figuur, maten
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import ondergrond
from leefbaarheid.figuren.delen.legenda import Legenda, lijnsleutel, puntsleutel
from leefbaarheid.figuren.delen.punten import dun_uit, teken_punten, zoveelste
from leefbaarheid.figuren.delen.stijl import Stijl
from leefbaarheid.figuren.delen.tekstmaat import regelhoogte, tekstbreedte
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    met_n,
    n_tekst,
    peiljaren,
    venster,
    wijken_tekst,
)
from leefbaarheid.figuren.delen.vak import Vak
from leefbaarheid.figuren.robuustheid.puntenwolk import (
    GEWOON,
    SLEUTELMAAT,
    SLEUTELRAND,
    ZWAAR,
    wijknaam,
)

GRENS, GRENSDIKTE = Stijl(stijl.INKT, (5, 2.5)), 0.9


def invloed(punten: pd.DataFrame, kader: Kader, aantal: int = 5) -> Beeld | None:
    """Draw Cook's distance of every wijk against its leverage, with its threshold.

    Args:
        punten: result of `invloed.punten`.
        kader: facts of the edition.
        aantal: at most so many wijken get their name.
    """
    tabel = punten.dropna(subset="cook")
    if tabel.empty:
        return None
    grens = float(tabel["grens_cook"].iloc[0])
    zwaar = tabel[tabel["boven_grens"]].sort_values("cook", ascending=False, kind="stable")
    gewoon = tabel[~tabel["boven_grens"]]
    getekend, stap = dun_uit(gewoon, "hefboom")
    n_gewoon, n_zwaar = (
        zoveelste(met_n(W.gebied, len(gewoon)), stap),
        met_n(f"{W.gebied} met veel invloed", len(zwaar)),
    )
    vuistregel = f"vuistregel: 4/n\u00a0=\u00a0{taal.getal(grens, 3)}"
    legenda = Legenda(
        [
            puntsleutel(GEWOON, n_gewoon, maat=SLEUTELMAAT, rand=SLEUTELRAND),
            puntsleutel(ZWAAR, n_zwaar, maat=SLEUTELMAAT, rand=SLEUTELRAND),
            lijnsleutel(GRENS, vuistregel, linewidth=GRENSDIKTE, met_teken=False),
        ]
    )
    boven = legenda.hoogte
    fig, ax = maak_figuur(8.2 + boven, Marges(1.5, 0.3, boven, ONDER_ASTITEL))
    ax.set_xlim(0, float(tabel["hefboom"].max()) * 1.06)
    ax.set_ylim(0, max(float(tabel["cook"].max()), grens) * 1.1)
    ax.axhline(grens, color=GRENS.kleur, linestyle=GRENS.lijnstijl, linewidth=GRENSDIKTE, zorder=1)
    for deel, stijl_, maat in ((getekend, GEWOON, 14), (zwaar, ZWAAR, 26)):
        x, y = deel["hefboom"], deel["cook"]
        teken_punten(ax, x, y, stijl_, maat=maat, rand=0.4, zorder=2, afgeknipt=False)
    _noem(ax, zwaar.head(aantal), tabel)
    getalas(ax.xaxis, 2)
    getalas(ax.yaxis, 2)
    ax.grid(axis="y", color=stijl.LIJN, linewidth=0.5)
    ax.set_xlabel(f"hefboom: hoe ongewoon de kenmerken van de {W.gebied} zijn")
    ax.set_ylabel("Cooks afstand: invloed op de uitkomst")
    legenda.zet(fig)
    return fig, _bij_invloed(tabel, zwaar, aantal, kader)


# ---------------------------------------------------------------------------------------------
# Names beside points


NAAST, BOVEN = 0.1, 0.05
"""Names nearer than this beside or above each other (cm) are as good as over each other."""


class _Plek(NamedTuple):
    """A place for a name: its box, on which side of the point (1 right, -1 left), lines up."""

    vak: Vak
    kant: int
    hoogte: int


class _Vlak(NamedTuple):
    """A plot with its points, in cm.

    Attributes:
        breed, hoog: size of the plot.
        x, y: the points.
    """

    breed: float
    hoog: float
    x: np.ndarray
    y: np.ndarray


def _noem(ax: Axes, wijken: pd.DataFrame, tabel: pd.DataFrame) -> None:
    """Write a name beside each of `wijken`, clear of the other names and of the points."""
    links, rechts = ax.get_xlim()
    laag, hoog = ax.get_ylim()
    breed_cm, hoog_cm = maten(ax)
    vlak = _Vlak(
        breed_cm,
        hoog_cm,
        (tabel["hefboom"].to_numpy() - links) / (rechts - links) * breed_cm,
        (tabel["cook"].to_numpy() - laag) / (hoog - laag) * hoog_cm,
    )
    bezet: list[Vak] = []
    for rang in tabel.index.get_indexer(wijken.index):
        rij = tabel.iloc[rang]
        naam = wijknaam(rij["wk_naam"], rij["gm_naam"])
        vak, kant, _ = _vrije_plek(naam, int(rang), bezet, vlak)
        bezet.append(vak)
        begin = (
            links + (vak.links if kant > 0 else vak.rechts) / breed_cm * (rechts - links),
            laag + (vak.onder + vak.boven) / 2 / hoog_cm * (hoog - laag),
        )
        _zet_naam(ax, naam, (rij["hefboom"], rij["cook"]), begin, kant)


def _zet_naam(
    ax: Axes, naam: str, punt: tuple[float, float], begin: tuple[float, float], kant: int
) -> None:
    """Write a name that begins (at the left: ends) at `begin`, with a thin line to its point."""
    ax.annotate(
        naam,
        punt,
        begin,
        ha="left" if kant > 0 else "right",
        va="center",
        fontsize=stijl.KLEIN_PT,
        annotation_clip=False,
        arrowprops={
            "arrowstyle": "-",
            "color": stijl.GRIJS,
            "linewidth": 0.5,
            "shrinkA": 0,
            "shrinkB": 3,
            "relpos": (0 if kant > 0 else 1, 0.5),
        },
        bbox=ondergrond(stijl.WIT),
        zorder=1.8,
    )


def _vrije_plek(naam: str, rang: int, bezet: list[Vak], vlak: _Vlak) -> _Plek:
    """Return the place for a name beside point number `rang` with least in its way."""
    plekken = _plekken(naam, float(vlak.x[rang]), float(vlak.y[rang]))
    return min(plekken, key=lambda plek: _last(plek, bezet, vlak))


def _plekken(naam: str, x: float, y: float) -> Iterator[_Plek]:
    """Yield the places right and left of a point, level with it or some lines up or down."""
    breedte, regel = tekstbreedte(naam), regelhoogte()
    for kant in (1, -1):
        for hoogte in (0, 1, -1, 2, -2, 3, -3):
            begin = x + kant * (0.26 + 0.12 * abs(hoogte))
            links, rechts = (begin, begin + breedte) if kant > 0 else (begin - breedte, begin)
            midden = y + hoogte * 0.8 * regel
            vak = Vak(links, midden - regel / 2, rechts, midden + regel / 2)
            yield _Plek(vak, kant, hoogte)


def _last(plek: _Plek, bezet: list[Vak], vlak: _Vlak) -> float:
    """Return how much is in the way of a place: points, other names, the edge of the plot."""
    vak = plek.vak
    in_vak = (vlak.x > vak.links - 0.12) & (vlak.x < vak.rechts + 0.12)
    in_vak &= (vlak.y > vak.onder - 0.05) & (vlak.y < vak.boven + 0.05)
    over = sum(vak.raakt(ander, NAAST, BOVEN) for ander in bezet)
    buiten = vak.links < 0 or vak.rechts > vlak.breed + 0.25
    buiten = buiten or vak.onder < 0 or vak.boven > vlak.hoog
    links = plek.kant < 0
    return float(4 * in_vak.sum() + 50 * over + 100 * buiten + abs(plek.hoogte) + 0.5 * links)


# ---------------------------------------------------------------------------------------------
# Note


def _bij_invloed(
    tabel: pd.DataFrame, zwaar: pd.DataFrame, aantal: int, kader: Kader
) -> Toelichting:
    eerste, n = tabel.iloc[0], len(tabel)
    alt = f"Puntenwolk van {wijken_tekst(n)}: Cooks afstand tegen de hefboom. "
    if zwaar.empty:
        alt += f"Geen enkele {W.gebied} ligt boven de vuistregel."
    else:
        namen = [
            f"{wijk['wk_naam']} ({wijk['gm_naam']}, {taal.getal(wijk['cook'], 2)})"
            for wijk in zwaar.head(aantal).to_dict("records")
        ]
        ligt = taal.meervoud(len(zwaar), "ligt", "liggen")
        alt += (
            f"Boven de vuistregel van {taal.getal(float(eerste['grens_cook']), 3)} {ligt} "
            f"{wijken_tekst(len(zwaar))}; de hoogste: {taal.opsomming(namen)}."
        )
    van, tot = int(eerste["van"]), int(eerste["tot"])
    return Toelichting(
        f"Invloed van elke {W.gebied} op de regressie: Cooks afstand en hefboom, "
        f"{STEEKPROEFNAMEN[eerste['steekproef']]}, {venster(van, tot)}",
        alt,
        kader.bronregel(context=True),
        peiljaren([van, tot]),
        n_tekst(n),
    )
