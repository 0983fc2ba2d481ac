"""Groups that follow from the data."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import (
    ALLE_WIJKEN,
    DIAGONAAL,
    GEKOZEN,
    GELIJK,
    HELLING_NA,
    HELLING_VOOR,
    KMEANS,
    MEERGROEPEN,
    NIVEAU,
    VOL,
    ZONDER_UITSCHIETERS,
)
from leefbaarheid.tekst.gedeeld.cellen import SPATIE, Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.gedeeld.robuustheid import leeg, maat, redentekst, rijen_van
from leefbaarheid.tekst.stof import Stof

METHODENAMEN = {
    VOL: "mengmodel: eigen spreiding en samenhang per groep",
    DIAGONAAL: "mengmodel: eigen spreiding per groep, zonder samenhang",
    GELIJK: "mengmodel: dezelfde spreiding en samenhang in elke groep",
    KMEANS: "k-means",
}
KENMERKNAMEN = {
    NIVEAU: "score in {}",
    HELLING_VOOR: "verandering per jaar vóór {}",
    HELLING_NA: "verandering per jaar na {}",
}
AANSLUITING = {
    "zwak": "de clusters volgen uit een regel en vallen niet met deze groepen samen",
    "matig": "de clusters vallen ten dele met deze groepen samen",
    "sterk": "de clusters sluiten bij deze groepen aan",
}
"""What the agreement with the clusters of the rule means."""


def getoond(stof: Stof) -> tuple[str, int]:
    """Return form and number of groups of the solution to show, as in the figure."""
    rijen = rijen_van(stof, "trajectmaten")
    for keuze in (
        [r for r in rijen if r["rol"] == MEERGROEPEN],
        [r for r in rijen if r["rol"] == GEKOZEN],
        [r for r in rijen if not leeg(r["kleinste_n"])],
    ):
        if keuze:
            return keuze[0]["methode"], keuze[0]["aantal_groepen"]
    raise KeyError("geen enkele oplossing in robuustheid_trajectmaten")


def _oplossing(stof: Stof, naam: str) -> list[Rij]:
    methode, aantal = getoond(stof)
    return rijen_van(stof, naam, methode=methode, aantal_groepen=aantal)


def steekproef_zin(stof: Stof) -> str:
    """Say of how many of the selected wijken the groups are, where that is a sample; else ""."""
    n = int(rijen_van(stof, "trajectmaten")[0]["n_verwacht"])
    alle = int(stof.cijfers.waarde("selectie.n_geselecteerd"))
    if n == alle:
        return ""
    return (
        f"Het zijn er veel: de groepen zijn gezocht in een steekproef van {taal.getal(n, 0)} van "
        f"de {taal.getal(alle, 0)} geselecteerde {W.gebieden}."
    )


def traject_zin(stof: Stof) -> str:
    """Say how many groups the data suggest, how firmly, and whether the rule agrees."""
    rijen = rijen_van(stof, "trajectmaten")
    gekozen = [rij for rij in rijen if rij["rol"] == GEKOZEN]
    if not gekozen:
        return "Geen enkele indeling in groepen voldoet aan de gestelde eisen."
    methode, aantal = getoond(stof)
    rij = zoek(rijen, methode=methode, aantal_groepen=aantal)
    een_wolk = (
        f"De trajecten van de {W.gebieden} vormen één wolk; de gegevens wijzen niet op "
        "afzonderlijke groepen."
    )
    if aantal == 1:
        return een_wolk
    kracht = _kracht(rij["ari_regel"])
    overeenkomst = (
        f"de overeenkomst met de clusters van de regel is {kracht} "
        f"(adjusted Rand {taal.getal(rij['ari_regel'], 2)})"
    )
    stabiel = f"bij herhaalde trekkingen {_kracht(rij['stabiliteit'])} terug te vinden"
    if gekozen[0]["aantal_groepen"] == 1:
        return (
            f"{een_wolk} Een indeling in {taal.telwoord(aantal)} groepen is {stabiel}, en "
            f"{overeenkomst}."
        )
    return (
        f"De gegevens zelf wijzen op {taal.aantal_van(aantal, 'groep', 'groepen')} van trajecten, "
        f"{stabiel} (adjusted Rand {taal.getal(rij['stabiliteit'], 2)}); {overeenkomst}: "
        f"{AANSLUITING[kracht]}."
    )


def uitschieters_zin(stof: Stof) -> str:
    """Say how many wijken lie far out, in which groups, and what is left without them."""
    groepen = rijen_van(stof, "trajectuitschieters")
    if not groepen:
        return ""
    ver = sum(rij["n_uitschieters"] for rij in groepen)
    maatstaf = (
        f"op ten minste één van de drie getallen meer dan {taal.getal(groepen[0]['grens'], 1)} "
        "robuuste standaarddeviaties van de mediaan"
    )
    zinnen = [_handvol_zin(groepen)]
    if ver:
        verste = max(rij["verste"] for rij in groepen if rij["n_uitschieters"])
        zinnen += [
            f"{taal.hoofdletter(_wijken(ver))} "
            f"{taal.meervoud(ver, 'is een uitschieter', 'zijn uitschieters')}: {maatstaf} (de "
            f"verste {taal.getal(verste, 1)}).",
            _waar(groepen),
            _zonder_zin(stof, ver),
        ]
    else:
        zinnen.append(f"Geen enkele {W.gebied} is een uitschieter ({maatstaf}).")
    return " ".join(zin for zin in zinnen if zin)


def _wijken(n: int) -> str:
    return taal.aantal_van(n, W.gebied, W.gebieden)


def _handvol_zin(groepen: list[Rij]) -> str:
    """Say which groups are no more than a handful of extreme wijken; "" where none is."""
    handvol = [rij for rij in groepen if rij["handvol"]]
    if not handvol:
        return ""
    namen = taal.opsomming(
        [f"{taal.telwoord(rij['groep'])} ({_wijken(rij['n_wijken'])})" for rij in handvol]
    )
    onderwerp = taal.meervoud(len(handvol), "Groep", "Groepen")
    return (
        f"{onderwerp} {namen} {taal.meervoud(len(handvol), 'is', 'zijn')} niet meer dan een "
        f"handvol uiterste {W.gebieden} en niet als traject te lezen."
    )


def _waar(groepen: list[Rij]) -> str:
    """Say in which groups the extreme wijken are."""
    delen = [
        f"{taal.telwoord(rij['n_uitschieters'])} van de {_wijken(rij['n_wijken'])} in groep "
        f"{taal.telwoord(rij['groep'])}"
        for rij in groepen
        if rij["n_uitschieters"]
    ]
    return f"Het gaat om {taal.opsomming(delen)}."


def _zonder_zin(stof: Stof, ver: int) -> str:
    """Say which groups follow without the extreme wijken, and if the others stay together."""
    alle = zoek(rijen_van(stof, "trajectoplossingen"), wijken=ALLE_WIJKEN)
    zonder = zoek(rijen_van(stof, "trajectoplossingen"), wijken=ZONDER_UITSCHIETERS)
    wie = taal.meervoud(ver, f"die {W.gebied}", f"die {W.gebieden}")
    if zonder["reden"]:
        return f"Zonder {wie} is er geen indeling: {redentekst(zonder['reden'])}."
    n, vorm = zonder["aantal_groepen"], METHODENAMEN[zonder["methode"]]
    ook = "ook " if n == alle["aantal_groepen"] else ""
    groepen = taal.aantal_van(n, "groep", "groepen")
    zin = f"Zonder {wie} {taal.meervoud(n, 'volgt', 'volgen')} er {ook}{groepen} ({vorm})"
    if leeg(zonder["rand"]):
        return f"{zin}."
    return (
        f"{zin}; voor de andere {W.gebieden} is de overeenkomst met de indeling hierboven "
        f"{_kracht(zonder['rand'])} (adjusted Rand {taal.getal(zonder['rand'], 2)})."
    )


# AANNAME: een overeenkomst (adjusted Rand) onder 0,3 heet zwak en vanaf 0,7 sterk.
#   Waarom: de maat is nul bij toeval en één bij gelijke indelingen; voor de woorden daartussen is
#   er geen vaste grens.
#   Gevolg: andere grenzen geven een ander woord voor dezelfde overeenkomst; de maat zelf staat in
#   de tabel.
#   Onderwerp: score. Als: controle trajectmaten. Zie: sec-rob-trajecten.
def _kracht(rand: float) -> str:
    return "zwak" if rand < 0.3 else "matig" if rand < 0.7 else "sterk"


def trajectvorm(stof: Stof) -> str:
    """Name the form of the solution that is shown."""
    methode, _ = getoond(stof)
    return METHODENAMEN[methode]


def trajectmaten_rijen(stof: Stof) -> list[Cellen]:
    """Return the fit of one to six groups, in the form that is shown; that solution in bold."""
    methode, aantal = getoond(stof)
    uit = []
    for rij in rijen_van(stof, "trajectmaten", methode=methode):
        cellen = [
            taal.getal(rij["aantal_groepen"]),
            maat(rij["bic"], 1),
            maat(rij["kleinste_n"], 0),
            maat(rij["posterior_laagste"], 2),
            maat(rij["entropie"], 2),
            maat(rij["silhouet"], 2),
            maat(rij["stabiliteit"], 2),
            maat(rij["ari_regel"], 2),
            "ja" if rij["toegelaten"] else _waarom_niet(rij),
        ]
        eigen = rij["aantal_groepen"] == aantal
        uit.append([f"**{cel}**" for cel in cellen] if eigen else cellen)
    return uit


def _waarom_niet(rij: Rij) -> str:
    """Say why a solution is not admitted."""
    redenen = [rij["reden"]] if rij["reden"] else []
    if rij["geconvergeerd"] is False and ToetsReden.NIET_GECONVERGEERD not in redenen:
        redenen.append(ToetsReden.NIET_GECONVERGEERD)
    return "; ".join(map(redentekst, redenen)) or "nee"


def trajectgroepen_aantal(stof: Stof) -> str:
    """Return the number of groups that is shown, with its noun."""
    return taal.aantal_van(getoond(stof)[1], "groep", "groepen")


def trajectkenmerken_rijen(stof: Stof) -> list[Cellen]:
    """Return what tells the groups apart: level, and change per year before and after."""
    uit = []
    for rij in _oplossing(stof, "trajectkenmerken"):
        hellend = rij["kenmerk"] != NIVEAU
        decimalen = 4 if hellend else 3
        gemiddelde = taal.getal(rij["gemiddelde"], decimalen, plus=hellend)
        grenzen = [
            taal.GEEN if leeg(rij[k]) else taal.getal(rij[k], decimalen, plus=hellend)
            for k in ("ci_laag", "ci_hoog")
        ]
        uit.append(
            [
                f"Groep {taal.telwoord(rij['groep'])} ({taal.getal(rij['n'])})",
                KENMERKNAMEN[rij["kenmerk"]].format(stof.editie["clusters"]["crisisjaar"]),
                gemiddelde,
                maat(rij["sd"], decimalen),
                maat(rij["se"], decimalen),
                SPATIE.join((grenzen[0], "tot", grenzen[1])),
            ]
        )
    return uit


def kruisclusters(stof: Stof) -> list[str]:
    """Return the clusters of the cross-table, those of the rule first."""
    aanwezig = {rij["cluster"] for rij in _oplossing(stof, "trajectkruis")}
    return [*CLUSTERS, *sorted(aanwezig - set(CLUSTERS))]


def kruiskoppen(stof: Stof) -> Cellen:
    """Return the clusters as column heads."""
    return [clusternaam(naam) for naam in kruisclusters(stof)]


def trajectkruis_rijen(stof: Stof) -> list[Cellen]:
    """Return how the groups of trajectories fall over the clusters of the rule."""
    rijen = _oplossing(stof, "trajectkruis")
    uit = []
    for groep in sorted({rij["groep"] for rij in rijen}):
        deel = [rij for rij in rijen if rij["groep"] == groep]
        cellen = [f"Groep {taal.telwoord(groep)}"]
        for naam in kruisclusters(stof):
            rij = zoek(deel, cluster=naam) if any(r["cluster"] == naam for r in deel) else None
            cellen.append(
                f"{taal.getal(rij['n_wijken'])} ({taal.procent(rij['aandeel'])})"
                if rij
                else taal.GEEN
            )
        uit.append(cellen)
    return uit
