"""The list of selected wijken in the bijlage Leefbaarheidsontwikkeling."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.marge import met_ster
from leefbaarheid.tekst.gedeeld.namen import clusternaam, klassenaam
from leefbaarheid.tekst.stof import Stof


def lijstjaren(stof: Stof) -> list[int]:
    """Return the years the list of wijken shows: crisis year, end year and last year."""
    c = stof.editie["clusters"]
    return sorted({c["crisisjaar"], stof.editie["eindjaar"], stof.editie["jaren"][-1]})


def wijken_kop(stof: Stof) -> list[str | int]:
    """Return the column heads of the list of wijken."""
    jaren = [str(jaar) for jaar in lijstjaren(stof)]
    klasse = f"Klasse {stof.editie['eindjaar']}"
    return ["Gemeente", "Wijk (code)", "Inwoners", *jaren, "Verschil", klasse, "Cluster"]


def wijken_rijen(stof: Stof) -> list[Cellen]:
    """Return the selected wijken by gemeente and name."""
    crisis, eind = stof.editie["clusters"]["crisisjaar"], stof.editie["eindjaar"]
    selectie = [rij for rij in stof.tabellen["wijken"] if rij["in_selectie"]]
    selectie.sort(
        key=lambda r: (taal.alfabet(r["gm_naam"]), taal.alfabet(r["wk_naam"]), r["wk_code"])
    )
    rijen = []
    for rij in selectie:
        klasse = rij[f"klasse_{eind}"]
        rijen.append(
            [
                als_markdown(rij["gm_naam"]),
                f"{als_markdown(rij['wk_naam'])} ({rij['wk_code']})",
                taal.getal(rij["inwoners"]),
                *(taal.score(rij[f"lbm_{jaar}"]) for jaar in lijstjaren(stof)),
                met_ster(taal.verandering(rij[f"delta_{crisis}_{eind}"]), rij["buiten_twijfel"]),
                klassenaam(klasse) if klasse else taal.GEEN,
                clusternaam(rij["cluster"]),
            ]
        )
    return rijen
