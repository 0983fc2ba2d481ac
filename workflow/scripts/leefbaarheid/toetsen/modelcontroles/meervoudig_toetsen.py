"""Many tests."""

from __future__ import annotations

from leefbaarheid.analyse.ontwerp import STEEKPROEVEN
from leefbaarheid.toetsen import meervoudig_toetsen
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """Holm for the primary family, Benjamini-Hochberg for the rest, by the primary estimator."""
    doet_mee = [opzet.tabel[kolom].eq(True) for kolom in STEEKPROEVEN.values()]
    return {
        "robuustheid_toetsen": meervoudig_toetsen.toets_families(
            opzet.regressie,
            primaire_factoren=opzet.inferentie["primaire_factoren"],
            hoofdvenster=opzet.instelling["hoofdvenster"],
            hoofdmodel=opzet.instelling["hoofdmodel"],
            basisjaar=opzet.basisjaar,
            gelijke_steekproeven=all(doet_mee[0].equals(ander) for ander in doet_mee[1:]),
        )
    }
