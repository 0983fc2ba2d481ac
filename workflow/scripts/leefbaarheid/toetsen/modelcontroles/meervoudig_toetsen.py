"""Many tests."""

from __future__ import annotations

from leefbaarheid.basis.tabellen.modelcontroles import CLUSTERS
from leefbaarheid.toetsen import meervoudig_toetsen
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """Holm for the primary family, Benjamini-Hochberg for the rest.

    The primary family has the p-values of the leading estimator; with the check `clusters` off,
    those of the regression table.
    """
    sleutels = ["uitkomst", "model", "steekproef", "term"]
    regressie, p_primair = opzet.regressie, "p"
    clusters = eerder[CLUSTERS.naam]
    if not CLUSTERS.staat_uit(clusters.columns):
        p_primair = "p_primair"
        eigen = clusters[[*sleutels, "p"]].rename(columns={"p": p_primair})
        regressie = regressie.merge(eigen, on=sleutels, how="left")
    return {
        "robuustheid_toetsen": meervoudig_toetsen.toets_families(
            regressie,
            primaire_factoren=opzet.inferentie["primaire_factoren"],
            hoofdvenster=opzet.instelling["hoofdvenster"],
            hoofdmodel=opzet.instelling["hoofdmodel"],
            p_primair=p_primair,
        )
    }
