"""The map of the website: whole steps, neighbours that keep their border, names of large places."""

from __future__ import annotations

import pandas as pd
import shapely

from leefbaarheid.rapport.website.kaart import STAP, kaart

WIJKEN = pd.DataFrame(
    {
        "wk_code": ["WK900101", "WK900102"],
        "gm_naam": ["Proefstad", "Proefdorp"],
        "inwoners": [2000.0, None],
    }
)


def test_vlakken_met_hun_gedeelde_grens():
    links, rechts = shapely.box(0, 0, 1000, 1000), shapely.box(1000, 0, 3000, 1000)
    grenzen = pd.DataFrame(
        {
            "code": WIJKEN["wk_code"],
            "wkb": [shapely.to_wkb(vorm, hex=True) for vorm in (links, rechts)],
        }
    )
    uit = kaart(grenzen, WIJKEN)
    assert (uit["b"], uit["h"]) == (3000 / STAP + 1, 1000 / STAP + 1)
    assert set(uit["paden"]) == set(WIJKEN["wk_code"])
    assert all(pad.startswith("M") and pad.endswith("z") for pad in uit["paden"].values())
    # only places with people have a name, in the middle of where they live
    assert uit["steden"] == [["Proefstad", 20, 20]]


def test_punten_waar_geen_grenzen_zijn():
    met_punten = WIJKEN.assign(x=[0.0, 1000.0], y=[0.0, 500.0])
    uit = kaart(pd.DataFrame({"code": [], "wkb": []}), met_punten)
    assert uit["paden"] == {}
    x, y = zip(*uit["punten"].values(), strict=True)
    assert x[1] - x[0] == 1000 / STAP
    assert y[0] - y[1] == 500 / STAP  # north is up


def test_zonder_plaatsen_is_er_geen_kaart():
    uit = kaart(pd.DataFrame({"code": [], "wkb": []}), WIJKEN)
    assert uit["paden"] == uit["punten"] == {}
