"""The small map of a portret: the wijk and what lies around it, in tenths of a millimetre."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

MAAT, MAAT_GEMEENTE = 440, 1150
"""Width and height of the map of a wijk and of a gemeente, in tenths of a millimetre."""
# AANNAME: een kaartje toont ten minste drie kilometer, en verder bijna twee keer de wijk zelf.
#   Waarom: zo staan de buren van een kleine wijk erop, en blijft een grote wijk heel.
#   Gevolg: met een andere maat staan er meer of minder buren op het kaartje; geen cijfer verandert.
#   Onderwerp: techniek.
MINSTE_BREEDTE = 3_000.0
RUIMTE = 1.9
ZICHTBAAR = 3
"""Tenths of a millimetre."""
RUIM_GEMEENTE = 1.25
DICHTBIJ = 4
"""Nearest wijken that are named where there are no borders."""
MEEST = 60
"""Points that a map without borders shows at most."""


@dataclass(frozen=True)
class Kaartje:
    """A map to draw.

    Attributes:
        vlakken: areas, each a ring (x and y of one point after the other) and its kind: 0
            elsewhere, 1 in the same gemeente, 2 the wijk itself; larger areas first.
        punten: centres (x, y, kind), where there are no borders.
        km: width of the map in kilometres.
        buren: codes of the wijken that share a border, or of the nearest ones.
        met_grenzen: whether there are borders.
        nummers: x, y and number of the wijken that are numbered.
    """

    vlakken: list[tuple[list[int], int]] = field(default_factory=list)
    punten: list[tuple[int, int, int]] = field(default_factory=list)
    km: float = 0.0
    buren: list[str] = field(default_factory=list)
    met_grenzen: bool = False
    nummers: list[tuple[int, int, int]] = field(default_factory=list)

    def gegevens(self) -> dict[str, Any]:
        """Return the map as plain data; `asdict` would copy every point."""
        return dict(vars(self))


def met_grenzen(
    grenzen: pd.DataFrame, gemeenten: Mapping[str, str], codes: list[str]
) -> dict[str, Kaartje]:
    """Return the map of each wijk that has a border.

    Args:
        grenzen: code and wkb (hexadecimal) of all wijken.
        gemeenten: gemeente of a wijk by code.
        codes: which wijken get a map.
    """
    import shapely

    vormen = shapely.from_wkb(grenzen["wkb"].to_numpy())
    alle = [str(code) for code in grenzen["code"]]
    plek = {code: i for i, code in enumerate(alle)}
    boom = shapely.STRtree(vormen)
    leden = _per_gemeente(plek, gemeenten)
    uit = {}
    for code in codes:
        if code not in plek:
            continue
        eigen = vormen[plek[code]]
        midden, breedte = _venster(eigen.bounds, RUIMTE)
        soorten = dict.fromkeys(leden[gemeenten.get(code)], 1) | {code: 2}
        buren = boom.query(eigen.buffer(1.0), predicate="intersects")
        grens = shapely.length(shapely.intersection(vormen[buren], eigen.boundary))
        lengte = dict(zip(buren, grens, strict=True))
        rang = sorted((i for i in buren if i != plek[code]), key=lambda i: (-round(lengte[i]), i))
        uit[code] = Kaartje(
            vlakken=_vlakken(vormen, boom, alle, soorten, (midden, breedte, MAAT)),
            km=breedte / 1000,
            buren=[alle[i] for i in rang],
            met_grenzen=True,
        )
    return uit


def gemeente_met_grenzen(
    grenzen: pd.DataFrame, gemeenten: Mapping[str, str], groepen: Mapping[str, list[str]]
) -> dict[str, Kaartje]:
    """Return the map of each gemeente, with its wijken of the bijlage numbered from 1.

    Args:
        grenzen, gemeenten: as of `met_grenzen`.
        groepen: codes of the wijken to number, in their order, by code of the gemeente.
    """
    import shapely

    vormen = shapely.from_wkb(grenzen["wkb"].to_numpy())
    codes = grenzen["code"].tolist()
    plek = {code: i for i, code in enumerate(codes)}
    boom = shapely.STRtree(vormen)
    leden = _per_gemeente(codes, gemeenten)
    uit = {}
    for gemeente, wijken in groepen.items():
        genummerd = [code for code in wijken if code in plek]
        if not genummerd:
            continue
        kern = shapely.total_bounds(vormen[[plek[code] for code in genummerd]])
        vak = _venster(tuple(kern), RUIM_GEMEENTE)
        soorten = dict.fromkeys(leden[gemeente], 1) | dict.fromkeys(genummerd, 2)
        binnen = shapely.point_on_surface(vormen[[plek[code] for code in genummerd]])
        punten = shapely.get_coordinates(binnen)
        xy = _in_vak(punten, *vak, MAAT_GEMEENTE)
        uit[gemeente] = Kaartje(
            vlakken=_vlakken(vormen, boom, codes, soorten, (*vak, MAAT_GEMEENTE)),
            km=vak[1] / 1000,
            met_grenzen=True,
            nummers=[
                (int(x), int(y), wijken.index(code) + 1)
                for code, (x, y) in zip(genummerd, xy, strict=True)
            ],
        )
    return uit


def gemeente_met_punten(
    wijken: pd.DataFrame, groepen: Mapping[str, list[str]]
) -> dict[str, Kaartje]:
    """Return the map of each gemeente as points, with its wijken of the bijlage numbered."""
    bekend = wijken.dropna(subset=["x", "y"]).set_index("wk_code")
    uit = {}
    for gemeente, codes in groepen.items():
        genummerd = [code for code in codes if code in bekend.index]
        if not genummerd:
            continue
        rest = [c for c in bekend.index[bekend["gm_code"] == gemeente] if c not in genummerd]
        xy = bekend.loc[[*rest, *genummerd], ["x", "y"]].to_numpy(dtype=float)
        kern = (*xy[len(rest) :].min(axis=0), *xy[len(rest) :].max(axis=0))
        midden, breedte = _venster(kern, RUIM_GEMEENTE)
        binnen = np.abs(xy - midden).max(axis=1) < 0.49 * breedte
        plaatsen = _in_vak(xy, midden, breedte, MAAT_GEMEENTE)
        uit[gemeente] = Kaartje(
            punten=[
                (int(x), int(y), 1 if i < len(rest) else 2)
                for i, (x, y) in enumerate(plaatsen)
                if binnen[i]
            ],
            km=breedte / 1000,
            nummers=[
                (int(x), int(y), codes.index(code) + 1)
                for code, (x, y) in zip(genummerd, plaatsen[len(rest) :], strict=True)
            ],
        )
    return uit


def _vlakken(
    vormen: Any,
    boom: Any,
    codes: list[str],
    soorten: Mapping[str, int],
    vak: tuple[Any, float, int],
) -> list[tuple[list[int], int]]:
    """Return the areas within a window: larger ones first, and what is pointed out last."""
    import shapely

    midden, breedte, maat = vak
    hoeken = (*(midden - breedte / 2), *(midden + breedte / 2))
    raak = np.sort(boom.query(shapely.box(*hoeken), predicate="intersects"))
    # ten times as fast as an intersection with the box, and the same on paper
    delen = shapely.clip_by_rect(vormen[raak], *hoeken)
    # what is smaller than a third of a millimetre on paper cannot be seen
    delen = shapely.simplify(delen, ZICHTBAAR * breedte / maat)
    vooraan = [soorten.get(codes[i]) == 2 for i in raak]
    orde = np.lexsort((-shapely.area(delen), vooraan))
    # all rings at once: one by one, shapely takes longer to be called than to do it
    stukken, van = shapely.get_parts(delen[orde], return_index=True)
    vlak = shapely.get_type_id(stukken) == shapely.GeometryType.POLYGON
    ringen = shapely.get_exterior_ring(stukken[vlak])
    punten, bij = shapely.get_coordinates(ringen, return_index=True)
    xy = _in_vak(punten, midden, breedte, maat).ravel().tolist()
    begin = [*(2 * np.searchsorted(bij, np.arange(len(ringen)))).tolist(), len(xy)]
    soort = [soorten.get(codes[i], 0) for i in raak[orde[van[vlak]]]]
    return [(xy[a:b], s) for a, b, s in zip(begin, begin[1:], soort, strict=False)]


def met_punten(wijken: pd.DataFrame, codes: list[str]) -> dict[str, Kaartje]:
    """Return the map of each wijk as points, where only centres are known.

    Args:
        wijken: wk_code, gm_code, x and y (metres RD) of all wijken.
        codes: which wijken get a map.
    """
    bekend = wijken.dropna(subset=["x", "y"])
    xy = bekend[["x", "y"]].to_numpy(dtype=float)
    alle, gemeenten = (bekend[kolom].to_numpy() for kolom in ("wk_code", "gm_code"))
    plek = {code: i for i, code in enumerate(alle)}
    uit = {}
    for code in codes:
        if code not in plek:
            continue
        eigen = plek[code]
        afstand = np.hypot(*(xy - xy[eigen]).T)
        rang = np.argsort(afstand, kind="stable")
        dichtst = rang[rang != eigen]
        breedte = max(MINSTE_BREEDTE, 2.4 * float(afstand[dichtst[: 2 * DICHTBIJ]].max(initial=0)))
        binnen = rang[np.abs(xy[rang] - xy[eigen]).max(axis=1) < 0.48 * breedte][:MEEST][::-1]
        punten = _in_vak(xy[binnen], xy[eigen], breedte, MAAT)
        soorten = np.where(binnen == eigen, 2, gemeenten[binnen] == gemeenten[eigen])
        uit[code] = Kaartje(
            punten=[(int(x), int(y), int(s)) for (x, y), s in zip(punten, soorten, strict=True)],
            km=breedte / 1000,
            buren=[str(code) for code in alle[dichtst[:DICHTBIJ]]],
        )
    return uit


def _venster(grenzen: tuple[float, ...], ruimte: float) -> tuple[Any, float]:
    links, onder, rechts, boven = grenzen
    midden = np.array([(links + rechts) / 2, (onder + boven) / 2])
    return midden, max(MINSTE_BREEDTE, ruimte * max(rechts - links, boven - onder))


def _in_vak(punten: Any, midden: Any, breedte: float, maat: int) -> Any:
    """Return points in tenths of a millimetre from the upper left corner."""
    schaal = maat / breedte
    x = (punten[:, 0] - midden[0] + breedte / 2) * schaal
    y = (midden[1] + breedte / 2 - punten[:, 1]) * schaal
    return np.column_stack([np.rint(x), np.rint(y)]).astype(int)


def _per_gemeente(
    codes: Iterable[str], gemeenten: Mapping[str, str]
) -> dict[str | None, list[str]]:
    """Return the wijken of each gemeente; those of an unknown one are with None."""
    uit: dict[str | None, list[str]] = {None: []}
    for code in codes:
        uit.setdefault(gemeenten.get(code), []).append(code)
    return uit
