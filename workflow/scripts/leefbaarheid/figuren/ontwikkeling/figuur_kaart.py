"""The map: selected wijken as points on the borders of the gemeenten, by cluster."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import ZONDER_CLUSTER
from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.tabellen import data
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import BREEDTE_CM, maten
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.legenda import Legenda, puntsleutel
from leefbaarheid.figuren.delen.punten import teken_punten
from leefbaarheid.figuren.delen.stijl import CLUSTERSTIJL, clusters_in_volgorde
from leefbaarheid.figuren.delen.tekstmaat import breek_af
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    koplopers,
    met_n,
    n_tekst,
    peiljaren,
    wijken_tekst,
)

# AANNAME: de kaart vergroot ten hoogste twee vierkanten van 36 km waarin de meeste wijken liggen.
ZIJDE, UITSNEDEN, MIN_WIJKEN = 36_000.0, 2, 8
HALVE_ZIJDE = ZIJDE / 2 * 1.06
"""What is drawn around the middle of a square: some room for the points at its edges."""
LAND, GRENS = "#eef1f2", "#b3bec3"


class Uitsnede(NamedTuple):
    """A square that is drawn again at a larger scale (m RD)."""

    letter: str
    x: float
    y: float
    naam: str

    @property
    def vak(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of what is drawn."""
        half = HALVE_ZIJDE
        return self.x - half, self.y - half, self.x + half, self.y + half


def lees_grenzen(pad: str | Path) -> pd.DataFrame | None:
    """Return code and geometry (m RD) of the gemeenten; None when the edition has none.

    Args:
        pad: the borders of the data stage: code, wkb (hexadecimal).
    """
    tabel = lees_csv(pad, data.GRENZEN)
    if tabel.empty:
        return None
    import shapely

    return pd.DataFrame({"code": tabel["code"], "geometry": shapely.from_wkb(tabel["wkb"])})


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
    punten = punten.assign(cluster=punten["cluster"].fillna(ZONDER_CLUSTER))
    if punten.empty:
        return None
    aantallen = {
        naam: int((punten["cluster"] == naam).sum())
        for naam in clusters_in_volgorde(punten["cluster"])
    }
    legenda = Legenda([puntsleutel(CLUSTERSTIJL[c], met_n(c, n)) for c, n in aantallen.items()])
    uitsneden = _kies_uitsneden(punten)
    fig, hoofd, zij = _assen(len(uitsneden), legenda.hoogte)
    veelhoeken = _veelhoeken(grenzen, 250.0)
    _teken(hoofd, veelhoeken, punten, list(aantallen), 17)
    rand = np.concatenate(veelhoeken)
    _zet_vak(hoofd, rand.min(axis=0), rand.max(axis=0), 4000.0)
    for ax, uitsnede in zip(zij, uitsneden, strict=True):
        _teken_uitsnede(ax, uitsnede, grenzen, punten, list(aantallen))
        _wijs_aan(hoofd, uitsnede)
    legenda.zet(fig)
    return fig, _bij_kaart(punten, aantallen, uitsneden, len(selectie) - len(punten), kader)


def _assen(n_uitsneden: int, boven: float) -> tuple[Figure, Axes, list[Axes]]:
    """Return the figure, the axes of the country, and square axes at the right."""
    hoogte, onder, kant = 11.8, 0.1, 5.0
    totaal = hoogte + boven + onder
    fig = Figure(figsize=(BREEDTE_CM / 2.54, totaal / 2.54))
    breedte = BREEDTE_CM - (kant + 0.5 if n_uitsneden else 0.0)

    def vak(links: float, van_onder: float, breed: float, hoog: float) -> Axes:
        ax = fig.add_axes(
            (links / BREEDTE_CM, van_onder / totaal, breed / BREEDTE_CM, hoog / totaal)
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
    breed, lang = maten(ax)
    schaal = max((hoog[0] - laag[0] + 2 * marge) / breed, (hoog[1] - laag[1] + 2 * marge) / lang)
    x, y = (laag + hoog) / 2
    ax.set_xlim(x - schaal * breed / 2, x + schaal * breed / 2)
    ax.set_ylim(y - schaal * lang / 2, y + schaal * lang / 2)


def _veelhoeken(grenzen: pd.DataFrame, tolerantie: float) -> list[np.ndarray]:
    """Return the outlines of the gemeenten in whole metres, islands apart, holes left out."""
    import shapely

    vormen = shapely.simplify(grenzen["geometry"].to_numpy(), tolerantie)
    losse = shapely.get_parts(shapely.get_parts(vormen))
    losse = losse[(shapely.get_type_id(losse) == 3) & ~shapely.is_empty(losse)]
    return [np.round(shapely.get_coordinates(shapely.get_exterior_ring(d))) for d in losse]


def _teken(
    ax: Axes, veelhoeken: list[np.ndarray], punten: pd.DataFrame, clusters: list[str], maat: float
) -> None:
    """Draw the gemeenten, and a point per wijk that looks like its cluster."""
    ax.add_collection(
        PolyCollection(veelhoeken, facecolor=LAND, edgecolor=GRENS, linewidth=0.35, zorder=1),
        autolim=False,
    )
    for cluster in clusters:
        deel = punten[punten["cluster"] == cluster]
        stijl_ = CLUSTERSTIJL[cluster]
        teken_punten(ax, deel["x"], deel["y"], stijl_, maat=maat, rand=0.4, zorder=3)


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
        namen = [naam for naam, _ in _meeste_gemeenten(deel)[:2]]
        uit.append(Uitsnede("AB"[len(uit)], float(x), float(y), taal.opsomming(namen)))
        vak = (over["x"] - x).abs().le(ZIJDE / 2) & (over["y"] - y).abs().le(ZIJDE / 2)
        over = over[~vak]
    return uit


def _meeste_gemeenten(punten: pd.DataFrame) -> list[tuple[str, int]]:
    """Return the gemeenten with their number of wijken, largest first; ties by name."""
    aantallen = punten["gm_naam"].value_counts().sort_index()
    aantallen = aantallen.sort_values(ascending=False, kind="stable")
    return [(str(naam), int(n)) for naam, n in aantallen.items()]


def _teken_uitsnede(
    ax: Axes,
    uitsnede: Uitsnede,
    grenzen: pd.DataFrame,
    punten: pd.DataFrame,
    clusters: list[str],
) -> None:
    """Draw one enlarged square."""
    import shapely

    links, onder, rechts, boven = vak = uitsnede.vak
    deel = grenzen[shapely.intersects(grenzen["geometry"].to_numpy(), shapely.box(*vak))]
    geknipt = shapely.clip_by_rect(deel["geometry"].to_numpy(), *vak)
    binnen = punten[punten["x"].between(links, rechts) & punten["y"].between(onder, boven)]
    _teken(ax, _veelhoeken(deel.assign(geometry=geknipt), 60.0), binnen, clusters, 26)
    ax.set(xlim=(links, rechts), ylim=(onder, boven))
    ax.spines[:].set(visible=True, color=stijl.GRIJS, linewidth=0.8)
    titel = f"{uitsnede.letter}  {uitsnede.naam}"
    ax.set_title(breek_af(titel, 5.0, stijl.TEKST_PT, 1, gewicht="semibold"), pad=4)


def _wijs_aan(hoofd: Axes, uitsnede: Uitsnede) -> None:
    """Draw the outline of an enlarged square on the map of the country, with its letter."""
    links, onder, _, boven = uitsnede.vak
    zijde = 2 * HALVE_ZIJDE
    hoofd.add_patch(
        Rectangle(
            (links, onder), zijde, zijde, fill=False, edgecolor=stijl.INKT, linewidth=0.8, zorder=4
        )
    )
    hoofd.annotate(
        uitsnede.letter,
        (links, boven),
        (-3, 0),
        textcoords="offset points",
        va="top",
        ha="right",
        fontsize=stijl.TEKST_PT,
        fontweight="semibold",
        color=stijl.PETROL,
        zorder=5,
    )


def _bij_kaart(
    punten: pd.DataFrame,
    aantallen: dict[str, int],
    uitsneden: Sequence[Uitsnede],
    zonder_ligging: int,
    kader: Kader,
) -> Toelichting:
    zinnen = [f"{naam} {taal.getal(n)}" for naam, n in aantallen.items()]
    alt = (
        f"Kaart met een punt per geselecteerde wijk, met kleur en vorm per cluster: "
        f"{taal.opsomming(zinnen)}."
    )
    meest = koplopers(_meeste_gemeenten(punten), 1)
    if meest:
        alt += f" De meeste wijken liggen in {taal.opsomming(meest)}."
    if uitsneden:
        alt += f" Uitvergroot: de omgeving van {'; '.join(u.naam for u in uitsneden)}."
    n = n_tekst(len(punten))
    if zonder_ligging:
        rest = f"({taal.getal(zonder_ligging)} zonder ligging niet op de kaart)"
        n = f"N = {wijken_tekst(len(punten))} {rest}."
    return Toelichting(
        f"De geselecteerde wijken naar cluster in {kader.eindjaar}",
        alt,
        kader.bronregel(context=True, grenzen=True),
        peiljaren([kader.eindjaar]),
        n,
    )
