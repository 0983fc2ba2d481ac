"""The maps of the country: selected wijken as points on the gemeenten, by cluster or by change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import BREEDTE_CM
from leefbaarheid.figuren.delen.kaartvlak import (
    Naam,
    omtrekken,
    teken_vlakken,
    zet_namen,
    zet_venster,
)
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.legenda import Legenda, puntsleutel
from leefbaarheid.figuren.delen.punten import teken_punten
from leefbaarheid.figuren.delen.tekstmaat import breek_af
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    koplopers,
    met_n,
    n_tekst,
    wijken_tekst,
)
from leefbaarheid.figuren.delen.vak import Vak
from leefbaarheid.figuren.ontwikkeling.kaartgroepen import Kaartgroepen

# AANNAME: de kaart vergroot ten hoogste twee vierkanten van 36 km waarin de meeste wijken liggen.
#   Waarom: in dicht bebouwd gebied liggen de wijken op een kaart van het land over elkaar.
#   Gevolg: met meer vergrotingen stonden meer wijken herkenbaar op de kaart; geen cijfer verandert.
#   Onderwerp: techniek.
ZIJDE, UITSNEDEN, MIN_WIJKEN = 36_000.0, 2, 8
HALVE_ZIJDE = ZIJDE / 2 * 1.06
"""What is drawn around the middle of a square: some room for the points at its edges."""
TOLERANTIE, TOLERANTIE_UITSNEDE = 250.0, 60.0
"""How far a drawn border may lie from the real one (m): less than the width of a line on paper."""


class Uitsnede(NamedTuple):
    """A square that is drawn again at a larger scale (m RD)."""

    letter: str
    x: float
    y: float
    naam: str

    @property
    def vak(self) -> Vak:
        """What is drawn."""
        half = HALVE_ZIJDE
        return Vak(self.x - half, self.y - half, self.x + half, self.y + half)


def kaart(
    wijken: pd.DataFrame, grenzen: pd.DataFrame | None, groepen: Kaartgroepen, kader: Kader
) -> Beeld | None:
    """Draw the selected wijken by group, with the densest parts enlarged at the right.

    Args:
        wijken: wk_code, gm_naam, in_selectie, x, y (m RD), and what `groepen` looks at.
        grenzen: code and geometry (shapely, m RD) of the gemeenten, or None: then there is no map.
        groepen: how the wijken are divided.
    """
    if grenzen is None or not {"x", "y"} <= set(wijken.columns):
        return None
    selectie = wijken[wijken["in_selectie"]]
    punten = selectie.dropna(subset=["x", "y"]).sort_values("wk_code")
    punten = punten.assign(groep=groepen.van(punten)).dropna(subset=["groep"])
    if punten.empty:
        return None
    aantallen = groepen.aantallen(punten["groep"])
    legenda = Legenda(
        [puntsleutel(groepen.stijlen[g], met_n(g, n), maat=6.0) for g, n in aantallen.items()]
    )
    uitsneden = _kies_uitsneden(punten)
    fig, hoofd, zij = _assen(len(uitsneden), legenda.hoogte)
    veelhoeken = omtrekken(grenzen["geometry"].to_numpy(), TOLERANTIE)
    teken_vlakken(hoofd, veelhoeken)
    rand = np.concatenate(veelhoeken)
    zet_venster(hoofd, Vak(*rand.min(axis=0), *rand.max(axis=0)), 4000.0)
    _teken_groepen(hoofd, punten, groepen, 17)
    for ax, uitsnede in zip(zij, uitsneden, strict=True):
        _teken_uitsnede(ax, uitsnede, grenzen, punten, groepen)
        _wijs_aan(hoofd, uitsnede)
    _noem_gemeenten(hoofd, punten, [u.vak for u in uitsneden])
    legenda.zet(fig)
    weg = len(selectie) - len(punten)
    return fig, _bij_kaart(punten, groepen, [u.naam for u in uitsneden], weg, kader)


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


def _teken_groepen(ax: Axes, punten: pd.DataFrame, groepen: Kaartgroepen, maat: float) -> None:
    """Draw a point per wijk that looks like its group."""
    for groep, stijl_ in groepen.stijlen.items():
        deel = punten[punten["groep"] == groep]
        teken_punten(ax, deel["x"], deel["y"], stijl_, maat=maat, rand=0.4, zorder=3)


def _noem_gemeenten(ax: Axes, punten: pd.DataFrame, vrij: Sequence[Vak]) -> None:
    """Write the names of the gemeenten, those with most wijken first, where there is room."""
    binnen = punten[punten["x"].between(*ax.get_xlim()) & punten["y"].between(*ax.get_ylim())]
    for vak in vrij:
        binnen = binnen[
            ~(binnen["x"].between(vak.links, vak.rechts))
            | ~(binnen["y"].between(vak.onder, vak.boven))
        ]
    namen = [
        Naam(naam, binnen.loc[binnen["gm_naam"] == naam, ["x", "y"]].to_numpy())
        for naam, _ in _meeste_gemeenten(binnen)
    ]
    zet_namen(ax, namen, binnen[["x", "y"]].to_numpy(), vrij)


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
    aantallen = punten["gm_naam"].value_counts().sort_index(key=lambda n: n.map(taal.alfabet))
    aantallen = aantallen.sort_values(ascending=False, kind="stable")
    return [(str(naam), int(n)) for naam, n in aantallen.items()]


def _teken_uitsnede(
    ax: Axes,
    uitsnede: Uitsnede,
    grenzen: pd.DataFrame,
    punten: pd.DataFrame,
    groepen: Kaartgroepen,
) -> None:
    """Draw one enlarged square."""
    import shapely

    links, onder, rechts, boven = vak = uitsnede.vak
    vormen = grenzen["geometry"].to_numpy()
    geknipt = shapely.clip_by_rect(vormen[shapely.intersects(vormen, shapely.box(*vak))], *vak)
    teken_vlakken(ax, omtrekken(geknipt, TOLERANTIE_UITSNEDE))
    ax.set(xlim=(links, rechts), ylim=(onder, boven))
    binnen = punten[punten["x"].between(links, rechts) & punten["y"].between(onder, boven)]
    _teken_groepen(ax, binnen, groepen, 26)
    _noem_gemeenten(ax, binnen, [])
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
    groepen: Kaartgroepen,
    uitsneden: Sequence[str],
    weg: int,
    kader: Kader,
) -> Toelichting:
    aantallen = groepen.aantallen(punten["groep"])
    zinnen = [f"{naam} {taal.getal(n)}" for naam, n in aantallen.items()]
    alt = (
        f"Kaart met een punt per geselecteerde {W.gebied}, met kleur en vorm naar "
        f"{groepen.waarnaar}: {taal.opsomming(zinnen)}."
    )
    meest = koplopers(_meeste_gemeenten(punten), 1)
    if meest:
        alt += f" De meeste {W.gebieden} liggen in {taal.opsomming(meest)}."
    if uitsneden:
        alt += f" Uitvergroot: de omgeving van {'; '.join(uitsneden)}."
    n = n_tekst(len(punten))
    if weg:
        rest = f"({taal.getal(weg)} zonder ligging of score niet op de kaart)"
        n = f"N = {wijken_tekst(len(punten))} {rest}."
    return Toelichting(
        f"De geselecteerde {W.gebieden} naar {groepen.waarnaar}",
        alt,
        kader.bronregel(context=True, grenzen=True),
        groepen.peiljaar,
        n,
        groepen.boodschap(aantallen),
    )
