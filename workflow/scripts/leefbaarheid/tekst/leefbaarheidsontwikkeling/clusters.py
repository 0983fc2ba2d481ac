"""The clusters and how they depend on the choices, in the bijlage."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam, klassenaam
from leefbaarheid.tekst.leefbaarheidsontwikkeling.ontwikkeling import gemiddelde_rij
from leefbaarheid.tekst.stof import Stof


def clusters_rijen(stof: Stof) -> list[Cellen]:
    """Return the size of each cluster, in wijken and in inhabitants."""
    return [
        [
            clusternaam(rij["cluster"]),
            taal.getal(rij["n_wijken"]),
            taal.procent(rij["aandeel_wijken"], 1),
            taal.getal(rij["n_inwoners"]),
            taal.procent(rij["aandeel_inwoners"], 1),
        ]
        for rij in stof.tabellen["clusters"]
    ]


def gemiddelden_rijen(stof: Stof, jaren: Sequence[int]) -> list[Cellen]:
    """Return mean and standard deviation per year, one row per cluster."""
    per_cluster: dict[str, dict[int, Rij]] = {}
    for rij in stof.tabellen["gemiddelden"]:
        if rij["cluster"]:
            per_cluster.setdefault(rij["cluster"], {})[rij["jaar"]] = rij
    return [
        gemiddelde_rij(clusternaam(cluster), per_cluster[cluster], jaren)
        for cluster in sorted(per_cluster, key=CLUSTERS.index)
    ]


def gevoeligheid_tekst(stof: Stof) -> str:
    """Say which cluster depends least and which most on the two choices."""
    reeksen = {
        naam: [r["n_wijken"] for r in stof.tabellen["gevoeligheid"] if r["cluster"] == naam]
        for naam in CLUSTERS
    }
    spreiding = {naam: max(aantallen) - min(aantallen) for naam, aantallen in reeksen.items()}
    vast, los = (kies(spreiding, key=lambda naam: spreiding[naam]) for kies in (min, max))
    if spreiding[los] == 0:
        return "De omvang van de clusters verandert niet met deze keuzes."

    def van_tot(naam: str) -> str:
        return f"{min(reeksen[naam])} tot {max(reeksen[naam])} wijken"

    return f"Het meest verschuift *{los}* ({van_tot(los)}), het minst *{vast}* ({van_tot(vast)})."


def gevoeligheid_rijen(stof: Stof) -> list[Cellen]:
    """Return the cluster sizes per tolerance and class cut; the edition's own row in bold."""
    combinaties: dict[tuple[float, int], dict[str, Rij]] = {}
    for rij in stof.tabellen["gevoeligheid"]:
        sleutel = (rij["delta"], rij["voldoende_vanaf_klasse"])
        combinaties.setdefault(sleutel, {})[rij["cluster"]] = rij
    rijen = []
    for (delta, vanaf), per_cluster in combinaties.items():
        cellen = [taal.getal(delta, _decimalen(delta)), klassenaam(vanaf)]
        cellen += [taal.getal(per_cluster[naam]["n_wijken"]) for naam in CLUSTERS]
        basis = any(rij["basis"] for rij in per_cluster.values())
        rijen.append([f"**{cel}**" for cel in cellen] if basis else cellen)
    return rijen


def _decimalen(waarde: float) -> int:
    """Return the decimals a tolerance needs, at least two."""
    return max(2, len(repr(float(waarde)).partition(".")[2]))
