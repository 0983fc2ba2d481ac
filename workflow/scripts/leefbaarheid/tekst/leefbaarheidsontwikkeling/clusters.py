"""The clusters and how they depend on the choices, in the bijlage."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.gebied import W
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
    """Say between which numbers each cluster goes with the two choices, widest first."""
    reeksen = {
        naam: [r["n_wijken"] for r in stof.tabellen["gevoeligheid"] if r["cluster"] == naam]
        for naam in CLUSTERS
    }
    if all(len(set(aantallen)) == 1 for aantallen in reeksen.values()):
        return "De omvang van de clusters verandert niet met deze keuzes."
    volgorde = sorted(CLUSTERS, key=lambda naam: min(reeksen[naam]) - max(reeksen[naam]))
    loopt = [
        f"bij *{naam}* van {min(reeks)} tot {max(reeks)}"
        for naam in volgorde
        if len(set(reeks := reeksen[naam])) > 1
    ]
    blijft = [
        f"bij *{naam}* {reeksen[naam][0]}" for naam in volgorde if len(set(reeksen[naam])) == 1
    ]
    zin = f"Het aantal {W.gebieden} loopt {taal.opsomming(loopt)}"
    zin += f"; het blijft {taal.opsomming(blijft)}" if blijft else ""
    return f"{zin}. {_richting_van_keuzes(stof)}"


def _richting_van_keuzes(stof: Stof) -> str:
    """Say which clusters grow or shrink with every step of a choice, whatever the other one."""
    tabel = stof.tabellen["gevoeligheid"]
    zinnen = []
    for kolom, ander, wat in (
        ("delta", "voldoende_vanaf_klasse", "een ruimere marge"),
        ("voldoende_vanaf_klasse", "delta", "een hogere grens voor *voldoende*"),
    ):
        groeit, krimpt = [], []
        for naam in CLUSTERS:
            stappen = _stappen([r for r in tabel if r["cluster"] == naam], kolom, ander)
            if stappen and all(stap >= 0 for stap in stappen) and any(stappen):
                groeit.append(f"*{naam}*")
            elif stappen and all(stap <= 0 for stap in stappen) and any(stappen):
                krimpt.append(f"*{naam}*")
        delen = [
            f"{taal.meervoud(len(namen), 'wordt', 'worden')} {taal.opsomming(namen)} {woord}"
            for namen, woord in ((groeit, "groter"), (krimpt, "kleiner"))
            if namen
        ]
        if delen:
            zinnen.append(f"Met {wat} {taal.opsomming(delen)}.")
    return " ".join(zinnen)


def _stappen(rijen: Sequence[Rij], kolom: str, ander: str) -> list[int]:
    """Return how a cluster changes with each step of `kolom`, at every value of `ander`."""
    uit = []
    for vast in sorted({rij[ander] for rij in rijen}):
        reeks = sorted((r for r in rijen if r[ander] == vast), key=lambda rij: rij[kolom])
        uit += [b["n_wijken"] - a["n_wijken"] for a, b in pairwise(reeks)]
    return uit


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
