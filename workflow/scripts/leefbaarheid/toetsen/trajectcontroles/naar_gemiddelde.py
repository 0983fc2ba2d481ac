"""Regression to the mean."""

from __future__ import annotations

from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.placebo import placebo
from leefbaarheid.toetsen.regressie_naar_gemiddelde import Simulatie, simulatie
from leefbaarheid.toetsen.regressielijn import regressielijn
from leefbaarheid.toetsen.trajectopzet import Trajectopzet
from leefbaarheid.toetsen.vergelijkingswijken import vergelijk

# Draws of the simulation of regression to the mean.
TREKKINGEN_SIMULATIE = 1000


def toets(opzet: Trajectopzet, eerder: Tabellen) -> Tabellen:
    """Placebo selections, a simulation, the line outside the selection, and matched wijken."""
    editie = opzet.editie
    schijn = placebo(
        opzet.kenmerken,
        opzet.panel,
        selectie=editie["selectie"],
        jaren=editie["jaren"],
        basisjaar=editie["basisjaar"],
        grenzen=editie["klassen"]["grenzen"],
        regel=opzet.regel,
        min_gemeenten=opzet.inferentie["min_gemeenten"],
    )
    nagebootst = _simuleer(opzet)
    buiten = regressielijn(
        opzet.wijken,
        jaar=editie["selectie"].get("jaar", editie["basisjaar"]),
        vensters=[(van, tot) for van, tot in opzet.vensters],
        minimum=opzet.inferentie["min_gemeenten"],
    )
    vergelijking, balans, paren = vergelijk(
        opzet.wijken,
        koppeljaren=[editie["basisjaar"], opzet.regel.langjaar],
        vensters=opzet.vensters,
        min_inwoners=editie["selectie"]["min_inwoners"],
    )
    return {
        "robuustheid_placebo": schijn,
        "robuustheid_simulatie": nagebootst.effect,
        "robuustheid_simulatie_clusters": nagebootst.clusters,
        "robuustheid_regressielijn": buiten,
        "robuustheid_vergelijking": vergelijking,
        "robuustheid_balans": balans,
        "robuustheid_paren": paren,
    }


def _simuleer(opzet: Trajectopzet) -> Simulatie:
    """Simulate from the score on which was selected; a list stands for the base year."""
    editie, inferentie = opzet.editie, opzet.inferentie
    return simulatie(
        opzet.wijken,
        jaar=editie["selectie"].get("jaar", editie["basisjaar"]),
        jaren=editie["jaren"],
        vensters=opzet.vensters,
        grenzen=editie["klassen"]["grenzen"],
        regel=opzet.regel,
        zaad=inferentie["zaad"],
        trekkingen=aantal(inferentie, TREKKINGEN_SIMULATIE),
        schatter=Schatter.van_editie(inferentie),
    )
