"""All years together."""

from __future__ import annotations

from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.basis.tabellen.jaren import GRENZEN, JAREN, TOETS
from leefbaarheid.toetsen import jaren_samen
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.jarentoets import TREKKINGEN
from leefbaarheid.toetsen.modelopzet import Modelopzet


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """The event study of every factor, and bounds on a difference between groups."""
    keuze = opzet.inferentie["gebeurtenis"]
    scores = [kolom for kolom in opzet.wijken.columns if kolom.startswith("lbm_")]
    eigen = jaren_samen.Opzet(
        opzet.tabel,
        sorted(int(kolom.removeprefix("lbm_")) for kolom in scores),
        keuze["basisjaar"],
        opzet.factoren,
        opzet.codeboek.set_index("factor"),
        aantal(opzet.inferentie, min(opzet.inferentie["trekkingen"], TREKKINGEN)),
        opzet.inferentie["zaad"],
    )
    jaren, toetsen = jaren_samen.jarentabellen(eigen, opzet.instelling["steekproeven"])
    return {
        JAREN.naam: jaren,
        TOETS.naam: toetsen,
        GRENZEN.naam: jaren_samen.grenzentabel(eigen, keuze["label"]),
    }
