"""All figures of the hoofdrapport and the bijlage Leefbaarheidsontwikkeling, by name.

Each figure is a pure function of result tables in a module of this folder; it returns the figure
with its note (title, alt text, source, years, N), or None where the tables hold nothing to draw.
What a table already says is drawn, not computed again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.schrijven import Maker
from leefbaarheid.figuren.ontwikkeling.clusters import clusters_omvang, gemeenten
from leefbaarheid.figuren.ontwikkeling.dimensies import decompositie
from leefbaarheid.figuren.ontwikkeling.figuur_kaart import kaart
from leefbaarheid.figuren.ontwikkeling.gemiddelden import clusters_lijnen, groepen_lijnen
from leefbaarheid.figuren.ontwikkeling.gevoeligheid import gevoeligheid
from leefbaarheid.figuren.ontwikkeling.kaart_steden import kaart_steden
from leefbaarheid.figuren.ontwikkeling.kaartgroepen import naar_cluster, naar_verandering
from leefbaarheid.figuren.ontwikkeling.paren import stijgers_dalers_paren
from leefbaarheid.figuren.ontwikkeling.perioden import aandelen_vensters, verdeling_verandering
from leefbaarheid.figuren.ontwikkeling.samenhang import coefficienten, coefficienten_vensters
from leefbaarheid.figuren.ontwikkeling.stijgers_dalers import stijgers_dalers
from leefbaarheid.figuren.ontwikkeling.tijdlijn import tijdlijn

TABELLEN = (
    "wijken",
    "clusters",
    "gemiddelden",
    "ontwikkeling",
    "gevoeligheid",
    "marge",
    "decompositie",
    "stijgers_dalers",
    "kandidaatparen",
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
    wijkgrenzen: pd.DataFrame | None = None,
    momenten: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Maker]:
    """Return per name what draws the figure, or gives None where the tables do not allow it.

    Args:
        tabellen: the tables `TABELLEN` by name.
        kader: facts of the edition.
        vensters, decompositie_vensters, clusters, regressie: blocks of the edition config.
        stijgers_dalers_regel: the block stijgers_dalers of the edition config.
        grenzen: code and geometry of the gemeenten, or None: then there is no map of the country.
        wijkgrenzen: code and geometry of wijken, or None: then maps of a gemeente have points.
        momenten: lines of the timeline of national policy.
    """
    t, delta, sd = tabellen, float(tabellen["marge"]["delta"].iloc[0]), stijgers_dalers_regel
    wijken, schattingen, model = t["wijken"], t["regressie"], regressie["hoofdmodel"]
    crisis, eind = clusters["crisisjaar"], kader.eindjaar
    indelingen = naar_cluster(eind), naar_verandering(crisis, eind, delta)
    return {
        "tijdlijn": partial(tijdlijn, momenten, kader),
        "groepen_lijnen": partial(groepen_lijnen, t["gemiddelden"], kader),
        "clusters_lijnen": partial(clusters_lijnen, t["gemiddelden"], kader),
        "clusters_omvang": partial(clusters_omvang, t["clusters"], kader),
        "aandelen_vensters": partial(aandelen_vensters, t["ontwikkeling"], vensters, delta, kader),
        "gemeenten": partial(gemeenten, wijken, kader),
        "kaart": partial(kaart, wijken, grenzen, indelingen[0], kader),
        "kaart_verandering": partial(kaart, wijken, grenzen, indelingen[1], kader),
        "kaart_steden": partial(kaart_steden, wijken, wijkgrenzen, indelingen, kader),
        "decompositie": partial(decompositie, t["decompositie"], decompositie_vensters, kader),
        "coefficienten": partial(
            coefficienten, schattingen, regressie["hoofdvenster"], model, kader
        ),
        "coefficienten_vensters": partial(coefficienten_vensters, schattingen, model, kader),
        "gevoeligheid": partial(gevoeligheid, t["gevoeligheid"], kader),
        "verdeling_verandering": partial(verdeling_verandering, wijken, crisis, eind, delta, kader),
        "stijgers_dalers": partial(
            stijgers_dalers, t["stijgers_dalers"], sd["van"], sd["tot"], sd["aantal"], kader
        ),
        "stijgers_dalers_paren": partial(
            stijgers_dalers_paren, t["kandidaatparen"], wijken, sd, delta, kader
        ),
    }
