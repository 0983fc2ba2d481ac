"""What maps share: outlines of areas in a window, and names that do not lie over each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection

from leefbaarheid.basis.contract import Tabel
from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import maten
from leefbaarheid.figuren.delen.labels import ondergrond
from leefbaarheid.figuren.delen.stijl import Vlakvorm
from leefbaarheid.figuren.delen.tekstmaat import regelhoogte, tekstbreedte
from leefbaarheid.figuren.delen.vak import Vak

GROND, GRENS = "#eef1f2", "#b3bec3"
GROND_STIJL: Vlakvorm = {
    "facecolor": GROND,
    "edgecolor": GRENS,
    "linewidth": 0.35,
    "hatch": "",
    "hatchcolor": GRENS,
}
AFSTAND = 0.13
"""Between a point and the name beside it (cm)."""


def lees_grenzen(
    pad: str | Path, contract: Tabel, codes: Iterable[str] | None = None
) -> pd.DataFrame | None:
    """Return code and geometry (shapely, m RD) of areas; None when the edition has none.

    Args:
        pad: borders of the data stage: code, wkb (hexadecimal).
        contract: `GRENZEN` or `WIJKGRENZEN`.
        codes: which areas; by default all.
    """
    tabel = lees_csv(pad, contract)
    if codes is not None:
        tabel = tabel[tabel["code"].isin(set(codes))]
    if tabel.empty:
        return None
    import shapely

    return pd.DataFrame({"code": tabel["code"], "geometry": shapely.from_wkb(tabel["wkb"])})


def omtrekken(vormen: Any, tolerantie: float) -> list[np.ndarray]:
    """Return the outlines of areas in whole metres, islands apart, holes left out.

    Args:
        vormen: geometries (shapely, m RD).
        tolerantie: how far an outline may lie from the border, in metres.
    """
    import shapely

    losse = shapely.get_parts(shapely.get_parts(shapely.simplify(vormen, tolerantie)))
    losse = losse[(shapely.get_type_id(losse) == 3) & ~shapely.is_empty(losse)]
    return [np.round(shapely.get_coordinates(shapely.get_exterior_ring(d))) for d in losse]


def teken_vlakken(
    ax: Axes, veelhoeken: Sequence[np.ndarray], vorm: Vlakvorm = GROND_STIJL, zorder: float = 1
) -> None:
    """Draw outlines as areas that look alike; the limits of the axes stay as they are."""
    ax.add_collection(PolyCollection(veelhoeken, **vorm, zorder=zorder), autolim=False)


def zet_venster(ax: Axes, vak: Vak, marge: float = 0.0) -> Vak:
    """Set limits that hold a rectangle (m) and keep metres equal both ways; return the limits."""
    breed, lang = maten(ax)
    schaal = max(
        (vak.rechts - vak.links + 2 * marge) / breed, (vak.boven - vak.onder + 2 * marge) / lang
    )
    x, y = (vak.links + vak.rechts) / 2, (vak.onder + vak.boven) / 2
    uit = Vak(
        x - schaal * breed / 2,
        y - schaal * lang / 2,
        x + schaal * breed / 2,
        y + schaal * lang / 2,
    )
    ax.set(xlim=(uit.links, uit.rechts), ylim=(uit.onder, uit.boven))
    return uit


class Naam(NamedTuple):
    """A name on a map and the points (m RD) it belongs to."""

    tekst: str
    punten: np.ndarray


def zet_namen(
    ax: Axes, namen: Iterable[Naam], punten: np.ndarray, vrij: Sequence[Vak]
) -> list[str]:
    """Write names beside their points, each only where it covers no point and no other name.

    What comes first has the first choice: above, below, right or left of all points of the name,
    and then beside the middle of them. A name without a free place is left out.

    Args:
        ax: a map whose limits are set.
        namen: the names, the most important first.
        punten: all points on the map, shape (n, 2), in metres.
        vrij: rectangles (m) that no name may touch.

    Returns:
        The names that were written.
    """
    x0, x1 = ax.get_xlim()
    y0, y1 = ax.get_ylim()
    m_per_cm = (x1 - x0) / maten(ax)[0]
    vel = Vak(x0, y0, x1, y1)
    straal = 0.09 * m_per_cm
    bezet = [Vak(x - straal, y - straal, x + straal, y + straal) for x, y in punten]
    bezet.extend(vrij)
    geschreven = []
    for naam in namen:
        breed = tekstbreedte(naam.tekst) * m_per_cm
        hoog = 0.85 * regelhoogte() * m_per_cm
        for plek in _plekken(naam.punten, breed, hoog, AFSTAND * m_per_cm):
            if plek.past_in(vel) and not any(plek.raakt(ander) for ander in bezet):
                _schrijf(ax, naam.tekst, plek)
                bezet.append(plek)
                geschreven.append(naam.tekst)
                break
    return geschreven


def _plekken(punten: np.ndarray, breed: float, hoog: float, af: float) -> Iterator[Vak]:
    """Yield places for a name: around all its points, then around their middle one."""
    midden = np.median(punten, axis=0)
    dichtst = punten[np.abs(punten - midden).sum(axis=1).argmin()]
    for laag, top in ((punten.min(axis=0), punten.max(axis=0)), (dichtst, dichtst)):
        x, y = (laag + top) / 2
        rechts, links = top[0] + af, laag[0] - af - breed
        for onder in (y - hoog / 2, y, y - hoog):
            yield Vak(rechts, onder, rechts + breed, onder + hoog)
            yield Vak(links, onder, links + breed, onder + hoog)
        for kant in (x - breed / 2, x - breed / 4, x - 3 * breed / 4):
            yield Vak(kant, top[1] + af, kant + breed, top[1] + af + hoog)
            yield Vak(kant, laag[1] - af - hoog, kant + breed, laag[1] - af)


def _schrijf(ax: Axes, tekst: str, plek: Vak) -> None:
    ax.text(
        (plek.links + plek.rechts) / 2,
        (plek.onder + plek.boven) / 2,
        tekst,
        ha="center",
        va="center",
        fontsize=stijl.KLEIN_PT,
        color=stijl.INKT,
        zorder=5,
    )


def zet_nummers(
    ax: Axes, punten: np.ndarray, vlakken: Sequence[Any], zonder_lijn: float = 0.0
) -> None:
    """Write 1, 2, ... in areas that have room for it, and otherwise beside them with a line.

    Args:
        ax: a map whose limits are set.
        punten: a point in each area, shape (n, 2), in metres; the first has number 1.
        vlakken: the areas (shapely, m RD), in the same order.
        zonder_lijn: a number this near to its point (cm) gets no line.
    """
    (x0, x1), (y0, y1) = ax.get_xlim(), ax.get_ylim()
    m_per_cm = (x1 - x0) / maten(ax)[0]
    maat = np.array(NUMMER) * m_per_cm
    plekken = plaats_nummers(punten, vlakken, maat, Vak(x0, y0, x1, y1))
    for nummer, (plek, punt) in enumerate(zip(plekken, punten, strict=True), start=1):
        x, y = (float(v) for v in plek)
        af = float(np.hypot(*(plek - punt))) / m_per_cm
        if af > max(zonder_lijn, NUMMER[1] / 2):
            lijn = [(x, punt[0]), (y, punt[1])]
            ax.plot(*lijn, color=stijl.INKT, linewidth=0.5, zorder=4, solid_capstyle="round")
        ax.text(
            x,
            y,
            str(nummer),
            ha="center",
            va="center",
            fontsize=stijl.KLEIN_PT,
            color=stijl.INKT,
            bbox=ondergrond(stijl.WIT),
            zorder=5,
        )


NUMMER = (0.42, 0.34)
"""Width and height of a number of two digits with some room around it (cm)."""
RICHTINGEN, AFSTANDEN, VERST = 16, 12, 2.2
"""Where a number may stand: so many directions and distances, the farthest in cm."""


def plaats_nummers(
    punten: np.ndarray, vlakken: Sequence[Any], maat: np.ndarray, vel: Vak
) -> np.ndarray:
    """Return the middle of a box for each area: inside it, or at the nearest free place around.

    A box lies inside an area that holds it three times over; another lies on no area at all. Boxes
    never overlap as long as there is a free place; areas that are farthest from the middle choose
    first, so that lines cross as little as can be.

    Args:
        punten: a point in each area, shape (n, 2).
        vlakken: the areas (shapely), in the same order.
        maat: width and height of a box, in the unit of the points.
        vel: where boxes may be.
    """
    import shapely

    alle = shapely.union_all(shapely.buffer(list(vlakken), 0.12 * maat[1]))
    shapely.prepare(alle)
    bezet: list[Vak] = []
    uit = punten.astype(float)
    ruim = [shapely.area(vlak) > 3 * maat.prod() for vlak in vlakken]
    af = np.hypot(*(punten - punten.mean(axis=0)).T)
    for i in sorted(range(len(punten)), key=lambda i: (not ruim[i], -round(float(af[i])), i)):
        for plek in _rondom(punten[i], maat, eigen=ruim[i]):
            doos = Vak(*(plek - maat / 2), *(plek + maat / 2))
            eigen = ruim[i] and (plek == punten[i]).all()
            if not doos.past_in(vel) or any(doos.raakt(ander) for ander in bezet):
                continue
            if eigen or not alle.intersects(shapely.box(*doos)):
                uit[i] = plek
                break
        bezet.append(Vak(*(uit[i] - maat / 2), *(uit[i] + maat / 2)))
    return np.round(uit)


def _rondom(punt: np.ndarray, maat: np.ndarray, *, eigen: bool) -> Iterator[np.ndarray]:
    """Yield the point itself where it may be used, and places around it, the nearest first."""
    if eigen:
        yield punt
    verst = VERST / NUMMER[0] * float(maat[0])
    for stap in range(1, AFSTANDEN + 1):
        for richting in range(RICHTINGEN):
            hoek = 2 * np.pi * richting / RICHTINGEN
            yield punt + verst * stap / AFSTANDEN * np.array([np.cos(hoek), np.sin(hoek)])
