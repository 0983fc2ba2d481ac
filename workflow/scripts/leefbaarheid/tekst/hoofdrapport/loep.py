"""The chapter De wijken onder de loep of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld import koppeling
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.gedeeld.wijkanalyses import themanamen
from leefbaarheid.tekst.stof import Stof


def analyses_rijen(stof: Stof) -> list[Cellen]:
    """Return per wijkanalyse its verdict, the clusters of its wijken and its themes."""
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
                themanamen(stof, analyse["themas"]),
            ]
        )
    return rijen


def congruentie_tekst(stof: Stof) -> str:
    """Say for how many analyses verdict and cluster agree."""
    n = {
        naam: stof.cijfers.waarde(f"wijkanalyses.n_{naam}")
        for naam in ("congruent", "afwijkend", "onbepaald")
    }
    zin = (
        f"Bij {taal.aantal_van(n['congruent'], 'analyse', 'analyses')} wijzen zij in dezelfde "
        f"richting, bij {taal.aantal_van(n['afwijkend'], 'analyse', 'analyses')} niet."
    )
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
    """Say of each wijk whose verdict and cluster differ how they do, as list items."""
    return [
        f"**{als_markdown(rij['wk_naam'])}** ({als_markdown(rij['gm_naam'])}). "
        f"{als_markdown(koppeling.zin(rij['bespreking']))}"
        for rij in stof.tabellen["wijkanalyses"]
        if rij["congruent"] is False
    ]
