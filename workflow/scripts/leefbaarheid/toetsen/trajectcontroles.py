"""The checks on the trajectories: regression to the mean, and groups from the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from leefbaarheid.analyse.trajecten import Clusterregel
from leefbaarheid.toetsen.placebo import placebo
from leefbaarheid.toetsen.regressie_naar_gemiddelde import Simulatie, simulatie
from leefbaarheid.toetsen.trajectgroepen import trajectgroepen
from leefbaarheid.toetsen.trekkingen import aantal, uit
from leefbaarheid.toetsen.vergelijkingswijken import vergelijk

Tabellen = dict[str, pd.DataFrame]
Vensters = Sequence[Sequence[int]]

# Draws of the simulation of regression to the mean.
TREKKINGEN_SIMULATIE = 1000

NAAR_GEMIDDELDE = (
    "robuustheid_placebo",
    "robuustheid_simulatie",
    "robuustheid_simulatie_clusters",
    "robuustheid_betrouwbaarheid",
    "robuustheid_vergelijking",
    "robuustheid_balans",
    "robuustheid_paren",
)
TRAJECTGROEPEN = (
    "robuustheid_trajectmaten",
    "robuustheid_trajectlijnen",
    "robuustheid_trajectindeling",
    "robuustheid_trajectkruis",
    "robuustheid_trajectkenmerken",
    "robuustheid_grolts",
)


def toets_naar_gemiddelde(
    wijken: pd.DataFrame,
    kenmerken: pd.DataFrame,
    panel: pd.DataFrame,
    regel: Clusterregel,
    editie: Mapping[str, Any],
    vensters: Vensters,
) -> Tabellen:
    """Regression to the mean: placebo selections, a simulation, and matched wijken.

    Args:
        wijken: result table `wijken`.
        kenmerken, panel: tables of the data stage.
        regel: the cluster rule.
        editie: the blocks jaren, basisjaar, selectie, klassen and inferentie of the config.
        vensters: windows to report on.
    """
    schijn = placebo(
        kenmerken,
        panel,
        selectie=editie["selectie"],
        jaren=editie["jaren"],
        basisjaar=editie["basisjaar"],
        grenzen=editie["klassen"]["grenzen"],
        regel=regel,
    )
    paren = vergelijk(
        wijken,
        koppeljaren=[editie["basisjaar"], regel.langjaar],
        vensters=vensters,
        min_inwoners=editie["selectie"]["min_inwoners"],
    )
    delen = (schijn, *_simuleer(wijken, regel, editie, vensters), *paren)
    return dict(zip(NAAR_GEMIDDELDE, delen, strict=True))


def _simuleer(
    wijken: pd.DataFrame, regel: Clusterregel, editie: Mapping[str, Any], vensters: Vensters
) -> Simulatie:
    """Simulate from the score on which was selected; a list stands for the base year."""
    inferentie = editie["inferentie"]
    return simulatie(
        wijken,
        jaar=editie["selectie"].get("jaar", editie["basisjaar"]),
        jaren=editie["jaren"],
        vensters=vensters,
        grenzen=editie["klassen"]["grenzen"],
        regel=regel,
        zaad=inferentie["zaad"],
        trekkingen=aantal(inferentie, TREKKINGEN_SIMULATIE),
    )


def toets_trajectgroepen(
    wijken: pd.DataFrame, regel: Clusterregel, editie: Mapping[str, Any]
) -> Tabellen:
    """Groups of trajectories from the data, beside the rule-based clusters."""
    inferentie = editie["inferentie"]
    groepen = trajectgroepen(
        wijken,
        jaren=editie["jaren"],
        crisisjaar=regel.crisisjaar,
        eindjaar=regel.eindjaar,
        zaad=inferentie["zaad"],
        trekkingen=aantal(inferentie, inferentie["bootstrap_trajecten"], minimum=20),
    )
    return dict(zip(TRAJECTGROEPEN, groepen, strict=True))


def toets_trajecten(
    wijken: pd.DataFrame,
    kenmerken: pd.DataFrame,
    panel: pd.DataFrame,
    editie: Mapping[str, Any],
    vensters: Vensters,
) -> Tabellen:
    """Run the checks on the trajectories that the config switches on.

    Args:
        wijken, kenmerken, panel: see `toets_naar_gemiddelde`.
        editie: the blocks jaren, basisjaar, eindjaar, selectie, klassen, clusters and inferentie.
        vensters: windows to report on.
    """
    clusters, aan = editie["clusters"], editie["inferentie"]["controles"]
    regel = Clusterregel(
        langjaar=clusters["langjaar"],
        crisisjaar=clusters["crisisjaar"],
        eindjaar=editie["eindjaar"],
        delta=clusters["delta"],
        voldoende_vanaf_klasse=clusters["voldoende_vanaf_klasse"],
    )
    tabellen: Tabellen = {}
    if aan["naar_gemiddelde"]:
        tabellen |= toets_naar_gemiddelde(wijken, kenmerken, panel, regel, editie, vensters)
    else:
        tabellen |= uit(*NAAR_GEMIDDELDE)
    if aan["trajectgroepen"]:
        tabellen |= toets_trajectgroepen(wijken, regel, editie)
    else:
        tabellen |= uit(*TRAJECTGROEPEN)
    return tabellen
