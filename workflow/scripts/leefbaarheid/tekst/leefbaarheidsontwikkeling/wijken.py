"""The list of selected wijken in the bijlage Leefbaarheidsontwikkeling."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.marge import met_ster
from leefbaarheid.tekst.gedeeld.namen import clusternaam, klassenaam
from leefbaarheid.tekst.stof import Stof

MEEST, KANT = 300, 60
"""So many wijken are all in the list; of more, so many at either end."""


def lijst_zin(stof: Stof) -> str:
    """Say which wijken the list has, and where the others are."""
    n = len(_selectie(stof))
    if n <= MEEST:
        return f"noemt alle {taal.getal(n)} geselecteerde {W.gebieden}, op gemeente en naam."
    c, eind = stof.editie["clusters"], stof.editie["eindjaar"]
    return (
        f"noemt van de {taal.getal(n)} geselecteerde {W.gebieden} de {KANT} met de grootste "
        f"stijging en de {KANT} met de grootste daling in {c['crisisjaar']}\N{EN DASH}{eind}, in "
        "die volgorde; alle staan in `tabellen/wijken.csv`."
    )


def _selectie(stof: Stof) -> list[Rij]:
    return [rij for rij in stof.tabellen["wijken"] if rij["in_selectie"]]


def _uitersten(selectie: list[Rij], kolom: str) -> list[Rij]:
    """Return the rows with the largest and the smallest value of a column, from high to low."""
    bekend = sorted(
        (rij for rij in selectie if rij[kolom] is not None),
        key=lambda rij: (-rij[kolom], rij["wk_code"]),
    )
    return [*bekend[:KANT], *bekend[-KANT:]]


def lijstjaren(stof: Stof) -> list[int]:
    """Return the years the list of wijken shows: crisis year, end year and last year."""
    c = stof.editie["clusters"]
    return sorted({c["crisisjaar"], stof.editie["eindjaar"], stof.editie["jaren"][-1]})


def wijken_kop(stof: Stof) -> list[str | int]:
    """Return the column heads of the list of wijken."""
    jaren = [str(jaar) for jaar in lijstjaren(stof)]
    klasse = f"Klasse {stof.editie['eindjaar']}"
    return ["Gemeente", f"{W.Gebied} (code)", "Inwoners", *jaren, "Verschil", klasse, "Cluster"]


def wijken_rijen(stof: Stof) -> list[Cellen]:
    """Return the selected wijken by gemeente and name; of many, the ends by their change."""
    crisis, eind = stof.editie["clusters"]["crisisjaar"], stof.editie["eindjaar"]
    selectie = _selectie(stof)
    selectie.sort(
        key=lambda r: (taal.alfabet(r["gm_naam"]), taal.alfabet(r["wk_naam"]), r["wk_code"])
    )
    if len(selectie) > MEEST:
        selectie = _uitersten(selectie, f"delta_{crisis}_{eind}")
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
