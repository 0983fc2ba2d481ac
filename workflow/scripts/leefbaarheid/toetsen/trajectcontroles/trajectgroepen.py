"""Groups of trajectories from the data, beside the rule-based clusters."""

from __future__ import annotations

from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.basis.tabellen.alle import van_controle
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.trajectgroepen import trajectgroepen
from leefbaarheid.toetsen.trajectopzet import Trajectopzet
from leefbaarheid.toetsen.trajectuitschieters import uitschieters
from leefbaarheid.toetsen.trajectwolk import maak_wolk

AANTALLEN = range(1, 7)


def toets(opzet: Trajectopzet, eerder: Tabellen) -> Tabellen:
    """Estimate the groups, describe them, and lay them beside the clusters and their outliers."""
    inferentie, jaren = opzet.inferentie, opzet.editie["jaren"]
    crisis, eind = opzet.regel.crisisjaar, opzet.regel.eindjaar
    groepen = trajectgroepen(
        opzet.wijken,
        jaren=jaren,
        crisisjaar=crisis,
        eindjaar=eind,
        zaad=inferentie["zaad"],
        trekkingen=aantal(inferentie, inferentie["bootstrap_trajecten"], minimum=20),
        aantallen=AANTALLEN,
    )
    ver = uitschieters(
        maak_wolk(opzet.wijken, jaren, crisis, eind, inferentie["zaad"]),
        groepen.maten,
        groepen.indeling,
        zaad=inferentie["zaad"],
        aantallen=AANTALLEN,
    )
    return dict(zip(van_controle("trajectgroepen"), (*groepen, *ver), strict=True))
