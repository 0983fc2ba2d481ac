"""The same rule in other years."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import GESTAAG_HERSTEL, TERUGVAL
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import EDITIE, KOLOM_VAN_CLUSTER, REGELEQUIVALENT
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.gedeeld.robuustheid import leeg, maat, redentekst, rijen_van
from leefbaarheid.tekst.stof import Stof


def placebo_rijen(stof: Stof) -> list[Cellen]:
    """Return the clusters that the same rule gives in other years, as shares of the wijken."""
    uit = []
    rijen = rijen_van(stof, "placebo")
    for rij in rijen:
        naam = taal.hoofdletter(_wat_is_verschoven(rij, rijen[0]))
        if leeg(rij["n"]):
            naam += f" (*{redentekst(rij['reden'])}*)"
        jaren = [rij[k] for k in ("langjaar", "crisisjaar", "eindjaar")]
        cellen = [
            naam,
            taal.GEEN if leeg(rij["selectiejaar"]) else str(int(rij["selectiejaar"])),
            "–".join(str(int(j)) for j in jaren) if not any(map(leeg, jaren)) else taal.GEEN,
            maat(rij["n"], 0),
            *(taal.procent(rij[f"aandeel_{kolom}"]) for kolom in KOLOM_VAN_CLUSTER.values()),
        ]
        eigen = rij["variant"] == EDITIE
        uit.append([f"**{cel}**" for cel in cellen] if eigen else cellen)
    return uit


def _wat_is_verschoven(rij: Rij, editie: Rij) -> str:
    """Say how a row differs from that of the edition; only a list has no year of selection."""
    jaar = rij["selectiejaar"]
    if rij["variant"] == "zelfde_tussenpozen":
        return _tussenpozen(rij, editie)
    return {
        EDITIE: "de selectie van deze editie" + (" (lijst)" if leeg(jaar) else ""),
        REGELEQUIVALENT: (
            f"even veel wijken, met de laagste scores in {jaar}, in plaats van de lijst"
        ),
        "meting_eerder": "selectie en clusterregel één meting eerder",
        "clusterregel_meting_eerder": (
            f"clusterregel één meting eerder; selectie op {jaar} gelijk gehouden"
        ),
        "meting_later": "selectie en clusterregel één meting later",
        "ander_selectiejaar": f"selectie op de score van {jaar}; clusterregel gelijk gehouden",
    }[rij["variant"]]


def _tussenpozen(rij: Rij, editie: Rij) -> str:
    if leeg(rij["eindjaar"]):
        return "selectie en clusterregel verschoven met dezelfde tussenpozen"
    verschil = rij["eindjaar"] - editie["eindjaar"]
    kant = "later" if verschil > 0 else "eerder"
    return f"selectie en clusterregel {abs(verschil)} jaar {kant}, met dezelfde tussenpozen"


def placebo_zin(stof: Stof) -> str:
    """Say what the same rule finds in other years."""
    rijen = rijen_van(stof, "placebo")
    anders = [
        rij
        for rij in rijen
        if rij["variant"] not in (EDITIE, REGELEQUIVALENT) and not leeg(rij["n"])
    ]
    if not anders:
        return (
            "De meetjaren laten geen verschuiving van de selectie of de clusterregel toe, dus een "
            "placebo is er niet."
        )
    delen = []
    for cluster in (TERUGVAL, GESTAAG_HERSTEL):
        kolom = f"aandeel_{KOLOM_VAN_CLUSTER[cluster]}"
        aandelen = [rij[kolom] for rij in anders]
        grenzen = dict.fromkeys(taal.procent(x) for x in (min(aandelen), max(aandelen)))
        delen.append(
            f"{clusternaam(cluster)} bij {' tot '.join(grenzen)} van de wijken "
            f"(in deze editie {taal.procent(rijen[0][kolom])})"
        )
    return (
        "Met dezelfde regel in andere jaren ontstaat "
        f"{taal.opsomming(delen)}; wat daar ook ontstaat, is niet eigen aan de jaren van deze "
        "studie."
    )
