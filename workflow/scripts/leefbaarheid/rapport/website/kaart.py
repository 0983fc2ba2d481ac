"""The map of the website: areas as paths in whole steps, simplified with their neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

# AANNAME: de kaart op de website laat van een grens weg wat minder dan tweehonderdvijftig meter
#   uitsteekt.
#   Waarom: zo past het hele land in een kwart megabyte en houdt elke wijk haar vorm op een scherm.
#   Gevolg: wie ver inzoomt, ziet rechte lijnen; geen cijfer verandert.
#   Onderwerp: techniek.
WEGLATEN = 250.0
STAP = 25.0
"""Metres of one step on the map."""
STEDEN = 12
"""Gemeenten with most inhabitants, whose names are on the map."""
RAND = 0.03
"""Room around points, as part of the width."""
Punten = npt.NDArray[np.float64]


def kaart(grenzen: pd.DataFrame, wijken: pd.DataFrame) -> dict[str, Any]:
    """Return the areas of the wijken, or their centres where the edition has no borders.

    Args:
        grenzen: code and wkb (hexadecimal) of the wijken; may be empty.
        wijken: wk_code, gm_naam, inwoners, and x and y in metres where there are no borders.

    Returns:
        b and h (width and height), paden (SVG path by code), punten (x and y by code) and steden
        (name, x and y); y goes down.
    """
    if len(grenzen):
        return _met_grenzen(grenzen, wijken)
    if {"x", "y"} <= set(wijken.columns):
        return _met_punten(wijken.dropna(subset=["x", "y"]))
    return {"b": 1, "h": 1, "paden": {}, "punten": {}, "steden": []}


def _met_grenzen(grenzen: pd.DataFrame, wijken: pd.DataFrame) -> dict[str, Any]:
    import shapely

    vormen = shapely.from_wkb(grenzen["wkb"].to_numpy())
    codes = [str(code) for code in grenzen["code"]]
    x0, y0, x1, y1 = shapely.total_bounds(vormen)
    # neighbours keep the border they share: no slits
    lichter = shapely.coverage_simplify(vormen, WEGLATEN)
    paden = {
        code: "".join(
            _ring((shapely.get_coordinates(ring) - (x0, y1)) * (1, -1) / STAP)
            for deel in shapely.get_parts(vorm)
            for ring in (deel.exterior, *deel.interiors)
        )
        for code, vorm in zip(codes, lichter, strict=True)
    }
    midden = shapely.get_coordinates(shapely.point_on_surface(vormen))
    plek = pd.DataFrame({"wk_code": codes, "px": midden[:, 0], "py": midden[:, 1]})
    return {
        "b": int((x1 - x0) / STAP) + 1,
        "h": int((y1 - y0) / STAP) + 1,
        "paden": {code: pad for code, pad in paden.items() if pad},
        "punten": {},
        "steden": _steden(wijken.merge(plek, on="wk_code"), x0, y1),
    }


def _met_punten(wijken: pd.DataFrame) -> dict[str, Any]:
    rand = RAND * max(np.ptp(wijken["x"]), np.ptp(wijken["y"]), STAP)
    x0, y1 = wijken["x"].min() - rand, wijken["y"].max() + rand
    return {
        "b": int((wijken["x"].max() + rand - x0) / STAP) + 1,
        "h": int((y1 - wijken["y"].min() + rand) / STAP) + 1,
        "paden": {},
        "punten": {
            str(code): [round((x - x0) / STAP), round((y1 - y) / STAP)]
            for code, x, y in zip(wijken["wk_code"], wijken["x"], wijken["y"], strict=True)
        },
        "steden": _steden(wijken.assign(px=wijken["x"], py=wijken["y"]), x0, y1),
    }


def _ring(punten: Punten) -> str:
    """Return a closed ring as an SVG path in whole, relative steps; "" for one that vanished."""
    heel = np.round(punten).astype(int)
    heel = heel[np.r_[True, np.any(np.diff(heel, axis=0) != 0, axis=1)]]
    if len(heel) < 4:  # three corners, and the first again
        return ""
    stappen = " ".join(f"{dx} {dy}" for dx, dy in np.diff(heel[:-1], axis=0))
    return f"M{heel[0, 0]} {heel[0, 1]}l{stappen}z".replace(" -", "-")


def _steden(wijken: pd.DataFrame, x0: float, y1: float) -> list[list[Any]]:
    """Return name and place of the largest gemeenten: the middle of where their people live."""
    bekend = wijken[wijken["inwoners"].fillna(0) > 0]
    groepen = bekend.groupby("gm_naam")
    grootste = groepen["inwoners"].sum().sort_values(ascending=False, kind="stable").index
    return [_stad(naam, groepen.get_group(naam), x0, y1) for naam in _eerste(grootste, STEDEN)]


def _eerste(namen: Iterable[Any], aantal: int) -> list[str]:
    return [str(naam) for naam in namen][:aantal]


def _stad(naam: str, wijken: pd.DataFrame, x0: float, y1: float) -> list[Any]:
    gewicht = wijken["inwoners"].to_numpy()
    x, y = (float(np.average(wijken[kolom], weights=gewicht)) for kolom in ("px", "py"))
    return [naam, round((x - x0) / STAP), round((y1 - y) / STAP)]
