"""Groups of trajectories from the data, beside the rule-based clusters."""

from __future__ import annotations

from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.basis.tabellen.alle import van_controle
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.trajectgroepen import trajectgroepen
from leefbaarheid.toetsen.trajectopzet import Trajectopzet


def toets(opzet: Trajectopzet, eerder: Tabellen) -> Tabellen:
    """Estimate the groups, describe them and lay them beside the clusters."""
    inferentie = opzet.inferentie
    groepen = trajectgroepen(
        opzet.wijken,
        jaren=opzet.editie["jaren"],
        crisisjaar=opzet.regel.crisisjaar,
        eindjaar=opzet.regel.eindjaar,
        zaad=inferentie["zaad"],
        trekkingen=aantal(inferentie, inferentie["bootstrap_trajecten"], minimum=20),
    )
    return dict(zip(van_controle("trajectgroepen"), groepen, strict=True))
