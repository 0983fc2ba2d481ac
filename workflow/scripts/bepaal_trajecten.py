"""Rule bepaal_trajecten: selection, classes, clusters, development per window, decomposition."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.analyse.decompositie import decompositie
from leefbaarheid.analyse.ontwikkeling import (
    gemiddelden,
    ontwikkeling,
    uitspraken_naast_herberekening,
)
from leefbaarheid.analyse.selectie import controleer_gemeenten, selecteer
from leefbaarheid.analyse.stijgers_dalers import kandidaatparen, rangschik
from leefbaarheid.analyse.trajecten import (
    Clusterregel,
    gevoeligheid_clusters,
    maak_wijkentabel,
    vat_clusters_samen,
)
from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, trajecten


def main(
    panel: str, wijken: str, uitvoer: Mapping[str, str | Path], editie: Mapping[str, Any]
) -> None:
    """Write the trajectory tables.

    Args:
        panel, wijken: tidy tables of the data stage.
        uitvoer: path per table name.
        editie: the blocks of the edition config this stage uses.
    """
    scores, kenmerken = lees_csv(panel, data.PANEL), lees_csv(wijken, data.BRONWIJKEN)
    jaren, eindjaar = editie["jaren"], editie["eindjaar"]
    clusters, sd = editie["clusters"], editie["stijgers_dalers"]
    delta = clusters["delta"]
    regel = Clusterregel(
        langjaar=clusters["langjaar"],
        crisisjaar=clusters["crisisjaar"],
        eindjaar=eindjaar,
        delta=delta,
        voldoende_vanaf_klasse=clusters["voldoende_vanaf_klasse"],
    )
    vensters = [tuple(venster) for venster in editie["vensters"]]
    decompositie_vensters = [tuple(venster) for venster in editie["decompositie_vensters"]]
    getoond = _getoonde_vensters(editie, regel)

    kenmerken, verslag = selecteer(kenmerken, scores, editie["selectie"], jaren, eindjaar)
    controleer_gemeenten(kenmerken, editie["min_gemeenten"])
    tabel = maak_wijkentabel(kenmerken, scores, jaren, getoond, editie["klassen"]["grenzen"], regel)
    selectie = tabel[tabel["in_selectie"]]
    print(f"{len(tabel)} wijken met scores en inwoners, {len(selectie)} in de selectie")
    lijst = rangschik(tabel, sd["van"], sd["tot"], sd["klassen"])
    gevoeligheid = clusters["gevoeligheid"]
    tabellen = {
        "wijken": tabel,
        "selectie": verslag,
        "clusters": vat_clusters_samen(selectie, jaren),
        "ontwikkeling": ontwikkeling(tabel, vensters, delta),
        "gemiddelden": gemiddelden(tabel, jaren),
        "uitspraken_2017": uitspraken_naast_herberekening(tabel, delta),
        "gevoeligheid": gevoeligheid_clusters(
            selectie, regel, gevoeligheid["delta"], gevoeligheid["voldoende_vanaf_klasse"]
        ),
        "decompositie": decompositie(
            scores, tabel, dict.fromkeys([*vensters, *decompositie_vensters])
        ),
        "stijgers_dalers": lijst,
        "kandidaatparen": kandidaatparen(lijst, delta),
    }
    schrijf_tabellen(tabellen, uitvoer, trajecten.TABELLEN)


def _getoonde_vensters(editie: Mapping[str, Any], regel: Clusterregel) -> set[tuple[int, int]]:
    """Return every window that a table, figure or model shows the change of."""
    lijsten = ("vensters", "decompositie_vensters", "regressievensters")
    sd = editie["stijgers_dalers"]
    return {
        *((van, tot) for lijst in lijsten for van, tot in editie[lijst]),
        (regel.langjaar, regel.eindjaar),
        (regel.crisisjaar, regel.eindjaar),
        (sd["van"], sd["tot"]),
    }


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        uitvoer, editie = dict(snakemake.output.items()), dict(snakemake.params.items())
        main(invoer.panel, invoer.bronwijken, uitvoer, editie)
