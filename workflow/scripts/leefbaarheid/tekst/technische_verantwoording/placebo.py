"""The same rule in other years."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import GESTAAG_HERSTEL, TERUGVAL
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import EDITIE, KOLOM_VAN_CLUSTER, REGELEQUIVALENT
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.gedeeld.robuustheid import leeg, maat, redentekst, rijen_van
from leefbaarheid.tekst.gedeeld.vergelijking import kant
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
            f"even veel {W.gebieden}, met de laagste scores in {jaar}, in plaats van de lijst"
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


def placebo_zinnen(stof: Stof) -> list[str]:
    """Say, as list items, what each kind of placebo finds."""
    editie, *andere = rijen_van(stof, "placebo")
    gedaan = [rij for rij in andere if not leeg(rij["n"])]
    regel = [rij for rij in gedaan if rij["variant"] == REGELEQUIVALENT]
    naast = regel[0] if regel else editie
    verschoven = [rij for rij in gedaan if rij["variant"] in VERSCHOVEN]
    keuze = [rij for rij in gedaan if rij["variant"] == "ander_selectiejaar"]
    eind = editie["eindjaar"]
    zinnen = [
        _regel_zin(regel, editie),
        _verschoven_zin(verschoven, naast),
        _ander_jaar_zin([rij for rij in keuze if rij["selectiejaar"] != eind], naast),
        _eindjaar_zin([rij for rij in keuze if rij["selectiejaar"] == eind], naast),
    ]
    return [zin for zin in zinnen if zin]


VERSCHOVEN = ("meting_eerder", "clusterregel_meting_eerder", "zelfde_tussenpozen", "meting_later")
"""The variants in which the rule looks at other years than those of the edition."""
GENOEMD = (TERUGVAL, GESTAAG_HERSTEL)
"""The clusters that the sentences name."""


def _regel_zin(rijen: Sequence[Rij], editie: Rij) -> str:
    """Say what as many lowest scores give instead of a list; the others are laid beside that."""
    if not rijen:
        return ""
    delen = [f"{_ontstaat(rijen, cluster)} {_naast(rijen, editie, cluster)}" for cluster in GENOEMD]
    return (
        "*Een regel in plaats van de lijst.* Een lijst laat zich niet naar andere jaren "
        f"verschuiven. Met even veel {W.gebieden}, die met de laagste scores in "
        f"{rijen[0]['selectiejaar']}, ontstaat {taal.opsomming(delen)}. Met die selectie zijn de "
        "andere proeven vergeleken, zodat alleen de jaren verschillen of het jaar van de keuze."
    )


def _verschoven_zin(rijen: Sequence[Rij], editie: Rij) -> str:
    """Say what the rule finds in other years, beside the edition."""
    if not rijen:
        return "De meetjaren laten niet toe de clusterregel op andere jaren toe te passen."
    delen = [f"{_ontstaat(rijen, cluster)} {_naast(rijen, editie, cluster)}" for cluster in GENOEMD]
    anders = any(rij["tussenpozen"] != editie["tussenpozen"] for rij in rijen)
    lengte = " De perioden zijn daarbij niet steeds even lang als in deze editie." if anders else ""
    return (
        "*Andere jaren.* Kijkt de clusterregel naar andere jaren, dan ontstaat "
        f"{taal.opsomming(delen)}. Wat ook in andere jaren ontstaat, is niet eigen aan de jaren "
        f"van deze studie.{lengte}"
    )


def _ander_jaar_zin(rijen: Sequence[Rij], editie: Rij) -> str:
    """Say what selection on the score of another year gives, the rule being the same."""
    if not rijen:
        return ""
    jaren = taal.opsomming([rij["selectiejaar"] for rij in rijen], "of")
    delen = [f"{_ontstaat(rijen, cluster)} {_naast(rijen, editie, cluster)}" for cluster in GENOEMD]
    return (
        "*Een ander selectiejaar.* Blijft de clusterregel op dezelfde jaren en is de selectie op "
        f"de score van {jaren} gemaakt, dan ontstaat {taal.opsomming(delen)}. Dat zegt hoeveel "
        f"van de keuze van de {W.gebieden} afhangt, en niets over andere jaren."
    )


def _eindjaar_zin(rijen: Sequence[Rij], editie: Rij) -> str:
    """Say what the time-reversed check gives: selection on the end year itself."""
    if not rijen:
        return ""
    return (
        f"*De omgekeerde proef.* Wie op de score van {editie['eindjaar']} zelf selecteert, kiest "
        f"{W.gebieden} die toen laag uitkwamen; een daling ernaartoe ligt dan voor de hand. Zo "
        f"ontstaat {_ontstaat(rijen, TERUGVAL)} {_naast(rijen, editie, TERUGVAL)}."
    )


def _ontstaat(rijen: Sequence[Rij], cluster: str) -> str:
    """Return "*Terugval* bij 1% tot 6% van de wijken"."""
    aandelen = [rij[f"aandeel_{KOLOM_VAN_CLUSTER[cluster]}"] for rij in rijen]
    grenzen = dict.fromkeys(taal.procent(x) for x in (min(aandelen), max(aandelen)))
    return f"{clusternaam(cluster)} bij {' tot '.join(grenzen)} van de {W.gebieden}"


def _naast(rijen: Sequence[Rij], editie: Rij, cluster: str) -> str:
    """Return the share of the edition, and from how many variants it clearly differs."""
    kort = KOLOM_VAN_CLUSTER[cluster]
    waar = "met de regel" if editie["variant"] == REGELEQUIVALENT else "in deze editie"
    hier = f"{waar} {taal.procent(editie[f'aandeel_{kort}'])}"
    getoetst = [k for k in (kant(rij, f"verschil_{kort}_") for rij in rijen) if k is not None]
    aantal, duidelijk = len(getoetst), sum(map(bool, getoetst))
    if not aantal:
        return f"({hier}; het verschil is niet te toetsen)"
    if aantal == 1:
        return f"({hier}; dat verschil is {'' if duidelijk else 'niet '}aantoonbaar)"
    if duidelijk in (0, aantal):
        hoe = "bij elk van de" if duidelijk else "bij geen van de"
        return f"({hier}; dat verschil is {hoe} {taal.telwoord(aantal)} varianten aantoonbaar)"
    van = f"{taal.telwoord(duidelijk)} van de {taal.telwoord(aantal)} varianten"
    return f"({hier}; dat verschil is bij {van} aantoonbaar)"
