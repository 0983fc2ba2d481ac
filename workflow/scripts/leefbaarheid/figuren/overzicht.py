"""All figures of the hoofdrapport and the bijlage Leefbaarheidsontwikkeling, by name.

Each figure is a pure function of result tables in one of the modules `figuren_*`; it returns the
figure with its note (title, alt text, source, years, N), or None where the tables hold nothing to
draw. What a table already says is drawn, not computed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from leefbaarheid.figuren.clusters import (
    clusters_omvang,
    decompositie,
    gemeenten,
    gevoeligheid,
)
from leefbaarheid.figuren.delen import Beeld, Kader, Toelichting
from leefbaarheid.figuren.figuur_kaart import kaart
from leefbaarheid.figuren.modellen import coefficienten, coefficienten_vensters
from leefbaarheid.figuren.ontwikkeling import (
    aandelen_vensters,
    clusters_lijnen,
    groepen_lijnen,
    stijgers_dalers,
    verdeling_verandering,
)

TABELLEN = (
    "wijken",
    "clusters",
    "gemiddelden",
    "ontwikkeling",
    "gevoeligheid",
    "decompositie",
    "stijgers_dalers",
    "regressie",
)
"""The result tables the figures are made from."""


def alle_figuren(
    tabellen: Mapping[str, pd.DataFrame],
    kader: Kader,
    *,
    vensters: Sequence[Sequence[int]],
    decompositie_vensters: Sequence[Sequence[int]],
    clusters: Mapping[str, Any],
    stijgers_dalers_regel: Mapping[str, Any],
    regressie: Mapping[str, Any],
    grenzen: pd.DataFrame | None = None,
) -> Iterator[tuple[str, Figure, Toelichting]]:
    """Yield name, figure and note of every figure that the tables allow.

    Args:
        tabellen: the tables `TABELLEN` by name.
        kader: facts of the edition.
        vensters, decompositie_vensters, clusters, regressie: blocks of the edition config.
        stijgers_dalers_regel: the block stijgers_dalers of the edition config.
        grenzen: code and geometry of the gemeenten, or None: then there is no map.
    """
    t, delta, sd = tabellen, clusters["delta"], stijgers_dalers_regel
    hoofdmodel = regressie["hoofdmodel"]
    maken: dict[str, Callable[[], Beeld | None]] = {
        "groepen_lijnen": partial(groepen_lijnen, t["gemiddelden"], kader),
        "clusters_lijnen": partial(clusters_lijnen, t["gemiddelden"], kader),
        "clusters_omvang": partial(clusters_omvang, t["clusters"], kader),
        "aandelen_vensters": partial(aandelen_vensters, t["ontwikkeling"], vensters, delta, kader),
        "gemeenten": partial(gemeenten, t["wijken"], kader),
        "kaart": partial(kaart, t["wijken"], grenzen, kader),
        "decompositie": partial(decompositie, t["decompositie"], decompositie_vensters, kader),
        "coefficienten": partial(
            coefficienten, t["regressie"], regressie["hoofdvenster"], hoofdmodel, kader
        ),
        "coefficienten_vensters": partial(
            coefficienten_vensters, t["regressie"], hoofdmodel, kader
        ),
        "gevoeligheid": partial(gevoeligheid, t["gevoeligheid"], kader),
        "verdeling_verandering": partial(
            verdeling_verandering,
            t["wijken"],
            clusters["crisisjaar"],
            kader.eindjaar,
            delta,
            kader,
        ),
        "stijgers_dalers": partial(
            stijgers_dalers, t["stijgers_dalers"], sd["van"], sd["tot"], sd["aantal"], kader
        ),
    }
    for naam, maak in maken.items():
        beeld = maak()
        if beeld is not None:
            yield naam, *beeld
