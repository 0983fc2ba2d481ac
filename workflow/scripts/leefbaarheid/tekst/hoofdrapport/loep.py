"""The chapter De wijken onder de loep of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld import aantallen, koppeling
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.gedeeld.wijkanalyses import themanamen
from leefbaarheid.tekst.stof import Stof


def analyses_rijen(stof: Stof, met_themas: bool = True) -> list[Cellen]:
    """Return per wijkanalyse its verdict, the clusters of its wijken and, if asked, its themes."""
    rijen = []
    for analyse in stof.analyses:
        clusters = [
            clusternaam(rij["cluster"])
            for rij in stof.tabellen["wijkanalyses"]
            if rij["bestand"] == analyse["bron"]
        ]
        rijen.append(
            [
                als_markdown(analyse["titel"]),
                als_markdown(analyse["gemeente"]),
                analyse["oordeel"],
                "; ".join(clusters),
                *([themanamen(stof, analyse["themas"])] if met_themas else []),
            ]
        )
    return rijen


def buiten_selectie(stof: Stof) -> str:
    """Return how many analyses are about a wijk outside the selection."""
    return aantallen.buiten_selectie(stof)


def congruentie_tekst(stof: Stof) -> str:
    """Say for how many analyses verdict and cluster agree."""
    n = {
        naam: aantallen.hoeveel(stof, f"n_{naam}")
        for naam in ("congruent", "afwijkend", "onbepaald")
    }
    if sum(n.values()) == 1:
        return {
            "congruent": "Zij wijzen in dezelfde richting.",
            "afwijkend": "Zij wijzen niet in dezelfde richting.",
            "onbepaald": "Of zij in dezelfde richting wijzen, is niet te bepalen.",
        }[next(naam for naam, aantal in n.items() if aantal)]
    past, niet = (
        taal.aantal_van(n[naam], "analyse", "analyses") for naam in ("congruent", "afwijkend")
    )
    if n["congruent"]:
        zin = f"Bij {past} wijzen zij in dezelfde richting"
        zin += f", bij {niet} niet." if n["afwijkend"] else "."
    elif n["afwijkend"]:
        zin = f"Bij {niet} wijzen zij niet in dezelfde richting."
    else:
        return "Bij geen van de analyses is te bepalen of zij in dezelfde richting wijzen."
    if n["onbepaald"]:
        zin += f" Bij {taal.telwoord(n['onbepaald'])} is dat niet te bepalen."
    return zin


def congruentie_kop(stof: Stof) -> Cellen:
    """Return the column heads of verdict by cluster."""
    return ["Oordeel", *dict.fromkeys(rij["cluster"] for rij in stof.tabellen["congruentie"])]


def congruentie_rijen(stof: Stof) -> list[Cellen]:
    """Return per verdict the number of wijken in each cluster."""
    tabel = stof.tabellen["congruentie"]
    return [
        [oordeel, *(taal.getal(rij["n_wijken"]) for rij in tabel if rij["oordeel"] == oordeel)]
        for oordeel in sorted({rij["oordeel"] for rij in tabel})
    ]


def uiteenlopend(stof: Stof) -> list[str]:
    """Say of each analysis whose verdict and cluster differ how they do, as list items.

    Wijken of one analysis in the same cluster share an item.
    """
    namen: dict[tuple[str, str], list[str]] = {}
    for rij in stof.tabellen["wijkanalyses"]:
        if rij["congruent"] is False:
            naam = f"**{als_markdown(rij['wk_naam'])}** ({als_markdown(rij['gm_naam'])})"
            namen.setdefault((rij["bestand"], rij["bespreking"]), []).append(naam)
    return [
        f"{taal.opsomming(wijken)}. {als_markdown(koppeling.zin(bespreking))}"
        for (_, bespreking), wijken in namen.items()
    ]
