"""What the hoofdrapport and the bijlage say about one wijkanalyse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.namen import clusternaam, klassenaam
from leefbaarheid.tekst.stof import Stof


def themanamen(stof: Stof, themas: Sequence[str]) -> str:
    """Return the labels of themes as an enumeration in lower case."""
    labels = stof.editie["wijkanalyses"]["themas"]
    namen = (labels[thema] for thema in themas)
    return als_markdown("; ".join(taal.kleine_letter(naam) for naam in namen))


def profielzinnen(stof: Stof, analyse: Mapping[str, Any]) -> list[str]:
    """Describe the numbers of each wijk of an analysis, as list items."""
    rijen = stof.tabellen["wijkprofielen"]
    return [profielzin(stof, rij) for rij in rijen if rij["bestand"] == analyse["bron"]]


def profielzin(stof: Stof, rij: Rij) -> str:
    """Describe the numbers of one wijk of an analysis in a sentence or two."""
    naam = f"**{als_markdown(rij['wk_naam'])}** ({rij['wk_code']})"
    if rij["score"] is None:
        return f"{naam} heeft in {stof.editie['eindjaar']} geen score."
    eind = rij["eindjaar"]
    zin = (
        f"{naam} had in {eind} een score van {taal.score(rij['score'])} "
        f"(*{klassenaam(rij['klasse'])}*); het gemiddelde van de gemeente was "
        f"{taal.score(rij[f'gemeente_{eind}'])}, dat van alle {W.gebieden} "
        f"{taal.score(rij[f'land_{eind}'])}."
    )
    crisis = stof.editie["clusters"]["crisisjaar"]
    delta = rij.get(f"delta_{crisis}_{eind}")
    if delta is not None:
        zin += f" Verandering {crisis}–{eind}: {taal.verandering(delta)}."
    if rij["in_selectie"]:
        zin += (
            f" Cluster: {clusternaam(rij['cluster'])}; plaats "
            f"{taal.getal(rij['rang_selectie'])} van {taal.getal(rij['n_selectie'])} in de "
            "selectie (één is de hoogste score)."
        )
    elif rij["cluster"]:
        zin += (
            f" De {W.gebied} zit niet in de selectie; naar de regel zou het cluster "
            f"{clusternaam(rij['cluster'])} zijn."
        )
    else:
        zin += f" De {W.gebied} zit niet in de selectie; voor een cluster ontbreekt een score."
    return zin


def plaats(stof: Stof, rij: Rij) -> str:
    """Return where a row is from: its title up to a colon, with the gemeente if two share it."""
    naam = str(rij["analyse"]).split(":")[0]
    gelijk = [a for a in stof.analyses if a["titel"].split(":")[0] == naam]
    return f"{naam}, {rij['gemeente']}" if len(gelijk) > 1 else naam
