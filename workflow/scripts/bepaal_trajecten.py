"""Rule bepaal_trajecten: selection, classes, clusters, development per window, decomposition."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from leefbaarheid.analyse.bijdragen import bijdragen
from leefbaarheid.analyse.clustervoorspelling import clustervoorspelling
from leefbaarheid.analyse.decompositie import decompositie
from leefbaarheid.analyse.marge import bepaal_delta, margetabel, merk_recente_verandering
from leefbaarheid.analyse.meetfout import schat_meetfout, scores_van
from leefbaarheid.analyse.na_eindjaar import kloof, na_eindjaar
from leefbaarheid.analyse.ontwikkeling import gemiddelden, ontwikkeling
from leefbaarheid.analyse.opeenvolgend import opeenvolgend
from leefbaarheid.analyse.selectie import (
    controleer_gemeenten,
    scores_breed,
    selecteer,
    zonder_voorwaarden,
)
from leefbaarheid.analyse.selectiegevoeligheid import selectiegevoeligheid
from leefbaarheid.analyse.stijgers_dalers import kandidaatparen, rangschik
from leefbaarheid.analyse.trajecten import (
    Clusterregel,
    gevoeligheid_clusters,
    maak_wijkentabel,
    vat_clusters_samen,
)
from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.analyse.uitspraken_2017 import uitspraken_naast_herberekening
from leefbaarheid.analyse.vergelijking import naast_anderen
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data
from leefbaarheid.basis.tabellen.alle import van_regel
from leefbaarheid.basis.tabelwaarden import EDITIE, ZONDER_VOORWAARDEN
from leefbaarheid.editie.instellingen import Trajectinstellingen


def main(
    invoer: Mapping[str, str | Path],
    uitvoer: Mapping[str, str | Path],
    instelling: Trajectinstellingen,
) -> None:
    """Write the trajectory tables.

    Args:
        invoer: paths of panel and bronwijken, tables of the data stage.
        uitvoer: path per table.
        instelling: years, windows, selection and cluster rule of the edition.
    """
    scores = lees_csv(invoer["panel"], data.PANEL)
    kenmerken = lees_csv(invoer["bronwijken"], data.BRONWIJKEN)
    jaren, sd = instelling.jaren, instelling.stijgers_dalers
    vensters = [(van, tot) for van, tot in instelling.vensters]
    decompositie_vensters = [(van, tot) for van, tot in instelling.decompositie_vensters]
    ontleed = list(dict.fromkeys([*vensters, *decompositie_vensters]))
    getoond = _getoonde_vensters(instelling)
    bron = kenmerken
    kenmerken, verslag = selecteer(bron, scores, instelling.selectie, jaren, instelling.eindjaar)
    controleer_gemeenten(kenmerken, instelling.min_gemeenten)
    breed = scores_breed(kenmerken, scores, jaren).add_prefix("lbm_")
    meetfout = schat_meetfout(scores_van(kenmerken.join(breed), jaren), kenmerken["gm_code"])
    delta = bepaal_delta(instelling.clusters.delta, meetfout)
    regel = Clusterregel(**instelling.clusters.regel | {"delta": delta})
    tabel = maak_wijkentabel(kenmerken, scores, jaren, getoond, instelling.grenzen, regel)
    tabel = merk_recente_verandering(tabel, regel, meetfout)
    selectie = tabel[tabel["in_selectie"]]
    print(f"{len(tabel)} {W.gebieden} met scores en inwoners, {len(selectie)} in de selectie")
    lijst = rangschik(
        tabel,
        sd["van"],
        sd["tot"],
        sd["klassen"],
        delta=delta,
        se_verschil=meetfout.se_verschil(sd["van"], sd["tot"]),
    )
    voorspeld, verschillen = clustervoorspelling(
        selectie,
        jaren,
        regel.eindjaar,
        instelling.min_gemeenten,
        trekkingen=aantal(instelling.toeval, instelling.toeval["trekkingen"]),
        zaad=instelling.toeval["zaad"],
    )
    gevoeligheid = instelling.clusters.gevoeligheid
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
        "selectiegevoeligheid": selectiegevoeligheid(
            tabel, _varianten(tabel, bron, scores, instelling), vensters, delta
        ),
        "marge": margetabel(tabel, meetfout, instelling.clusters.delta, delta, getoond),
        "decompositie": decompositie(scores, tabel, ontleed),
        "bijdragen": bijdragen(scores, tabel, ontleed, instelling.min_gemeenten),
        "opeenvolgend": opeenvolgend(tabel, jaren, meetfout, instelling.min_gemeenten),
        **naast_anderen(tabel, jaren, vensters, regel, instelling.min_gemeenten),
        "na_eindjaar": na_eindjaar(tabel, jaren, regel),
        "kloof": kloof(tabel, jaren, regel.eindjaar, instelling.min_gemeenten),
        "clustervoorspelling": voorspeld,
        "clusterverschillen": verschillen,
        "stijgers_dalers": lijst,
        "kandidaatparen": kandidaatparen(lijst, delta),
    }
    schrijf_tabellen(tabellen, uitvoer, van_regel("bepaal_trajecten"))


def _varianten(
    tabel: pd.DataFrame,
    bron: pd.DataFrame,
    scores: pd.DataFrame,
    instelling: Trajectinstellingen,
) -> dict[str, pd.Series]:
    """Return which wijken of the table are selected: as the edition has it, and otherwise."""
    eigen = instelling.selectie
    regels = {
        naam: eigen | {"labels": variant["labels"]}
        for naam, variant in eigen.get("varianten", {}).items()
    }
    if eigen.get("voorwaarden"):
        regels = {ZONDER_VOORWAARDEN: zonder_voorwaarden(eigen), **regels}
    varianten = {EDITIE: tabel["in_selectie"]}
    for naam, regel in regels.items():
        gekozen, _ = selecteer(bron, scores, regel, instelling.jaren, instelling.eindjaar)
        codes = gekozen.loc[gekozen["in_selectie"], "wk_code"]
        varianten[naam] = tabel["wk_code"].isin(codes)
    return varianten


def _getoonde_vensters(instelling: Trajectinstellingen) -> set[tuple[int, int]]:
    """Return every window that a table, figure or model shows the change of."""
    sd, regel = instelling.stijgers_dalers, instelling.clusters
    vensters = [*instelling.vensters, *instelling.decompositie_vensters]
    return {
        *((van, tot) for van, tot in [*vensters, *instelling.regressievensters]),
        (regel.langjaar, regel.eindjaar),
        (regel.crisisjaar, regel.eindjaar),
        (sd["van"], sd["tot"]),
    }


if __name__ == "__main__":
    with taak(snakemake):
        main(
            dict(snakemake.input.items()),
            dict(snakemake.output.items()),
            Trajectinstellingen.uit_gegevens(snakemake.params.instelling),
        )
