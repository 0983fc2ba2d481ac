"""The map: selected wijken as points on the borders of the gemeenten, by cluster."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from leefbaarheid.basis import taal
from leefbaarheid.figuren import delen as delen
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import Beeld, Kader, Toelichting
from leefbaarheid.figuren.stijl import CLUSTERSTIJL

# AANNAME: de kaart vergroot ten hoogste twee vierkanten van 36 km waarin de meeste wijken liggen.
ZIJDE, UITSNEDEN, MIN_WIJKEN = 36_000.0, 2, 8
LAND, GRENS = "#eef1f2", "#b3bec3"


class Uitsnede(NamedTuple):
    """A square that is drawn again at a larger scale (m RD)."""

    letter: str
    x: float
    y: float
    naam: str


def kaart(wijken: pd.DataFrame, grenzen: pd.DataFrame | None, kader: Kader) -> Beeld | None:
    """Draw the selected wijken by cluster, with the densest parts enlarged at the right.

    Args:
        wijken: wk_code, gm_code, gm_naam, in_selectie, cluster, x, y (m RD).
        grenzen: code and geometry (shapely, m RD) of the gemeenten, or None: then there is no map.
    """
    if grenzen is None or not {"x", "y"} <= set(wijken.columns):
        return None
    selectie = wijken[wijken["in_selectie"]]
    punten = selectie.dropna(subset=["x", "y"]).sort_values("wk_code")
    punten = punten.assign(cluster=punten["cluster"].fillna("onbekend"))
    if punten.empty:
        return None
    clusters = delen.clusters_in_volgorde(punten["cluster"])
    aantallen = punten["cluster"].value_counts()
    sleutels = [
        delen.lijnsleutel(
            CLUSTERSTIJL[naam], delen.met_n(naam, int(aantallen[naam])), linestyle="none"
        )
        for naam in clusters
    ]
    uitsneden = _kies_uitsneden(punten)
    fig, hoofd, zij = _assen(len(uitsneden), delen.legendahoogte(sleutels, 0.1))

    veelhoeken = _veelhoeken(grenzen, 250.0)
    _teken(hoofd, veelhoeken, punten, clusters, 17)
    rand = np.concatenate(veelhoeken)
    _zet_vak(hoofd, rand.min(axis=0), rand.max(axis=0), 4000.0)
    for ax, uitsnede in zip(zij, uitsneden, strict=True):
        _teken_uitsnede(ax, hoofd, uitsnede, grenzen, punten, clusters)
    delen.legenda(fig, sleutels, links=0.1)

    n, zonder = len(punten), len(selectie) - len(punten)
    zinnen = [f"{naam} {taal.getal(int(aantallen[naam]))}" for naam in clusters]
    meeste = (
        punten["gm_naam"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    )
    alt = (
        f"Kaart met een punt per geselecteerde wijk, met kleur en vorm per cluster: "
        f"{taal.opsomming(zinnen)}. De meeste wijken liggen in {meeste.index[0]} "
        f"({taal.getal(int(meeste.iloc[0]))})."
    )
    if uitsneden:
        alt += f" Uitvergroot: de omgeving van {'; '.join(u.naam for u in uitsneden)}."
    return fig, Toelichting(
        f"De geselecteerde wijken naar cluster in {kader.eindjaar}",
        alt,
        kader.bronregel(context=True, grenzen=True),
        delen.peiljaren([kader.eindjaar]),
        delen.n_tekst(n)
        if not zonder
        else f"N = {delen.wijken_tekst(n)} ({taal.getal(zonder)} zonder ligging niet op de kaart).",
    )


def _assen(n_uitsneden: int, boven: float) -> tuple[Figure, Axes, list[Axes]]:
    """Return the figure, the axes of the country, and square axes at the right."""
    hoogte, onder, kant = 11.8, 0.1, 5.0
    fig = Figure(figsize=(stijl.BREEDTE_CM / 2.54, (hoogte + boven + onder) / 2.54))
    totaal = hoogte + boven + onder
    breedte = stijl.BREEDTE_CM - (kant + 0.5 if n_uitsneden else 0.0)

    def vak(links: float, van_onder: float, breed: float, hoog: float) -> Axes:
        ax = fig.add_axes(
            (links / stijl.BREEDTE_CM, van_onder / totaal, breed / stijl.BREEDTE_CM, hoog / totaal)
        )
        ax.set(xticks=[], yticks=[])
        return ax

    hoofd = vak(0.0, onder, breedte, hoogte)
    hoofd.set_axis_off()
    zij = [
        vak(breedte + 0.4, onder + hoogte - 0.6 - kant - i * (kant + 0.9), kant, kant)
        for i in range(n_uitsneden)
    ]
    return fig, hoofd, zij


def _zet_vak(ax: Axes, laag: np.ndarray, hoog: np.ndarray, marge: float) -> None:
    """Set limits that hold the box and keep metres equal in both directions."""
    breed, lang = stijl.maten(ax)
    schaal = max((hoog[0] - laag[0] + 2 * marge) / breed, (hoog[1] - laag[1] + 2 * marge) / lang)
    x, y = (laag + hoog) / 2
    ax.set_xlim(x - schaal * breed / 2, x + schaal * breed / 2)
    ax.set_ylim(y - schaal * lang / 2, y + schaal * lang / 2)


def _veelhoeken(grenzen: pd.DataFrame, tolerantie: float) -> list[np.ndarray]:
    """Return the outlines of the gemeenten in whole metres, islands apart, holes left out."""
    import shapely

    vormen = shapely.simplify(grenzen["geometry"].to_numpy(), tolerantie)
    delen_ = shapely.get_parts(shapely.get_parts(vormen))
    delen_ = delen_[(shapely.get_type_id(delen_) == 3) & ~shapely.is_empty(delen_)]
    return [np.round(shapely.get_coordinates(shapely.get_exterior_ring(d))) for d in delen_]


def _teken(
    ax: Axes, veelhoeken: list[np.ndarray], punten: pd.DataFrame, clusters: list[str], maat: float
) -> None:
    ax.add_collection(
        PolyCollection(veelhoeken, facecolor=LAND, edgecolor=GRENS, linewidth=0.35, zorder=1),
        autolim=False,
    )
    for cluster in clusters:
        deel = punten[punten["cluster"] == cluster]
        s = CLUSTERSTIJL[cluster]
        ax.scatter(
            deel["x"], deel["y"], s=maat, marker=s.teken, color=s.kleur, edgecolor=stijl.WIT,
            linewidth=0.4, zorder=3,
        )  # fmt: skip


def _kies_uitsneden(punten: pd.DataFrame) -> list[Uitsnede]:
    """Return the squares with most wijken, one after the other, largest first.

    Squares are centred on a wijk and then on the middle of those it holds; ties by wk_code.
    """
    over = punten
    uit: list[Uitsnede] = []
    while len(over) >= MIN_WIJKEN and len(uit) < UITSNEDEN:
        xy = over[["x", "y"]].to_numpy()
        binnen = (np.abs(xy[:, None] - xy[None]) <= ZIJDE / 2).all(axis=2)
        beste = int(binnen.sum(axis=1).argmax())
        deel = over[binnen[beste]]
        if len(deel) < MIN_WIJKEN:
            break
        x, y = ((deel[k].min() + deel[k].max()) / 2 for k in ("x", "y"))
        uit.append(Uitsnede("AB"[len(uit)], float(x), float(y), _omgeving(deel)))
        vak = (over["x"] - x).abs().le(ZIJDE / 2) & (over["y"] - y).abs().le(ZIJDE / 2)
        over = over[~vak]
    return uit


def _omgeving(deel: pd.DataFrame) -> str:
    """Name the two gemeenten with most wijken; ties by name."""
    aantallen = deel["gm_naam"].value_counts().sort_index()
    aantallen = aantallen.sort_values(ascending=False, kind="stable")
    return taal.opsomming(list(aantallen.index[:2]))


def _teken_uitsnede(
    ax: Axes,
    hoofd: Axes,
    uitsnede: Uitsnede,
    grenzen: pd.DataFrame,
    punten: pd.DataFrame,
    clusters: list[str],
) -> None:
    """Draw one enlarged square, and its outline on the map of the country."""
    import shapely

    half = ZIJDE / 2 * 1.06
    vak = (uitsnede.x - half, uitsnede.y - half, uitsnede.x + half, uitsnede.y + half)
    deel = grenzen[shapely.intersects(grenzen["geometry"].to_numpy(), shapely.box(*vak))]
    geknipt = shapely.clip_by_rect(deel["geometry"].to_numpy(), *vak)
    binnen = punten[punten["x"].between(vak[0], vak[2]) & punten["y"].between(vak[1], vak[3])]
    _teken(ax, _veelhoeken(deel.assign(geometry=geknipt), 60.0), binnen, clusters, 26)
    ax.set(xlim=(vak[0], vak[2]), ylim=(vak[1], vak[3]))
    ax.spines[:].set(visible=True, color=stijl.GRIJS, linewidth=0.8)
    titel = stijl.breek_af(
        f"{uitsnede.letter}  {uitsnede.naam}", 5.0, stijl.TEKST_PT, 1, gewicht="semibold"
    )
    ax.set_title(titel, pad=4)
    hoofd.add_patch(
        Rectangle(
            vak[:2], 2 * half, 2 * half, fill=False, edgecolor=stijl.INKT, linewidth=0.8, zorder=4
        )
    )
    hoofd.annotate(
        uitsnede.letter, (vak[0], vak[3]), (-3, 0), textcoords="offset points", va="top",
        ha="right", fontsize=stijl.TEKST_PT, fontweight="semibold", color=stijl.PETROL, zorder=5,
    )  # fmt: skip
