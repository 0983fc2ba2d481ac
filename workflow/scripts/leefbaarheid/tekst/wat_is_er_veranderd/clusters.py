"""The chapter on the clusters: from which to which, with names, and why."""

from __future__ import annotations

from collections import Counter

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, ZONDER_CLUSTER
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.redenen.code import los, ontleed
from leefbaarheid.basis.redenen.verandering import VeranderReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import alle, de
from leefbaarheid.tekst.wat_is_er_veranderd.wijknamen import per_gemeente


def verplaatst(stof: Stof) -> list[Rij]:
    """Return the wijken of both selections that are in another cluster."""
    return [rij for rij in stof.tabellen["verandering_clusterwijken"] if rij["verplaatst"]]


def aantallen(stof: Stof) -> str:
    """Say how many wijken of both selections are in another cluster."""
    n, n_anders = len(stof.tabellen["verandering_clusterwijken"]), len(verplaatst(stof))
    if not n:
        return (
            f"Geen {W.gebied} is in beide edities geselecteerd; clusters zijn niet te vergelijken."
        )
    beide = de(n, f"{W.gebied} die", f"{W.gebieden} die")
    is_ = taal.meervoud(n, "is", "zijn")
    if not n_anders:
        groep = alle(n, f"{W.gebied} die", f"{W.gebieden} die")
        staan = taal.meervoud(n, "staat", "staan")
        return (
            f"{taal.hoofdletter(groep)} in beide edities geselecteerd {is_}, {staan} in hetzelfde "
            "cluster."
        )
    staan = taal.meervoud(n_anders, "staat", "staan")
    return (
        f"Van {beide} in beide edities geselecteerd {is_}, {staan} er "
        f"{taal.hoeveel(n_anders)} in een ander cluster."
    )


def waarom(stof: Stof) -> list[str]:
    """Say why wijken are in another cluster: what holds for all, and for how many a score."""
    rijen = verplaatst(stof)
    codes = Counter(code for rij in rijen for code in los(rij["reden"]))
    soorten = Counter(soort for rij in rijen for soort in {_soort(c) for c in los(rij["reden"])})
    zinnen = [
        f"{taal.hoofdletter(redentekst(code))}; dat geldt voor de hele indeling."
        for code in codes
        if _soort(code) in (VeranderReden.CLUSTERREGEL, VeranderReden.ANDERE_MARGE)
    ]
    for soort, wat in (
        (VeranderReden.SCORES_HERZIEN, "is een score herzien in een jaar dat de regel gebruikt"),
        (
            VeranderReden.CLUSTER_ONBEKEND,
            "is de reden niet te herleiden uit scores, marge of regel",
        ),
    ):
        if n := soorten[soort]:
            zinnen.append(f"Bij {_van(n, len(rijen))} {wat}.")
    return zinnen


def _van(n: int, allemaal: int) -> str:
    """Return a part of the wijken that were moved: "twee van de zeven verplaatste wijken"."""
    if n == allemaal:
        return alle(n, f"verplaatste {W.gebied}", f"verplaatste {W.gebieden}")
    return (
        f"{taal.hoeveel(n)} van "
        f"{de(allemaal, f'verplaatste {W.gebied}', f'verplaatste {W.gebieden}')}"
    )


def _soort(code: str) -> str:
    return ontleed(code).code


def _gebruikt(stof: Stof) -> list[str]:
    rijen = stof.tabellen["verandering_clusters"]
    namen = {rij[f"cluster_{kant}"] for rij in rijen for kant in ("oud", "nieuw")}
    return [naam for naam in (*CLUSTERS, ZONDER_CLUSTER) if naam in namen]


def matrix_kop(stof: Stof) -> list[str]:
    """Return the head of the matrix: old cluster, then each new one."""
    return ["Was", *(clusternaam(naam) for naam in _gebruikt(stof)), "Samen"]


def matrix_rijen(stof: Stof) -> list[Cellen]:
    """Return a row per old cluster with the number of wijken in each new one."""
    aantal = {
        (rij["cluster_oud"], rij["cluster_nieuw"]): rij["n_wijken"]
        for rij in stof.tabellen["verandering_clusters"]
    }
    namen = _gebruikt(stof)
    uit = []
    for oud in namen:
        rij = [aantal.get((oud, nieuw), 0) for nieuw in namen]
        uit.append([clusternaam(oud), *(taal.getal(n) for n in rij), taal.getal(sum(rij))])
    kolommen = [sum(aantal.get((oud, nieuw), 0) for oud in namen) for nieuw in namen]
    samen = [*(taal.getal(n) for n in kolommen), taal.getal(sum(kolommen))]
    return [*uit, ["Samen", *samen]]


def naam_rijen(stof: Stof) -> list[Cellen]:
    """Return a row per pair of clusters: who went from the one to the other."""
    groepen: dict[tuple[str, str], list[Rij]] = {}
    for rij in verplaatst(stof):
        groepen.setdefault((rij["cluster_oud"], rij["cluster_nieuw"]), []).append(rij)
    namen = _gebruikt(stof)
    volgorde = sorted(groepen, key=lambda paar: tuple(map(namen.index, paar)))
    return [
        [
            *(clusternaam(oud), clusternaam(nieuw), str(len(groepen[oud, nieuw]))),
            per_gemeente(groepen[oud, nieuw]),
        ]
        for oud, nieuw in volgorde
    ]
