"""All tables of a comparison of two editions."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.basis.contract import Soort, Tabel
from leefbaarheid.basis.tabellen.verandering import TABELLEN
from leefbaarheid.verandering import clusters, herkomst, samenhang, scores, selectie, zinnen
from leefbaarheid.verandering.overzicht import vat_samen
from leefbaarheid.verandering.stand import Stand


def vergelijk(oud: Stand, nieuw: Stand) -> dict[str, pd.DataFrame]:
    """Return the tables `verandering_*` by name (contracts: basis/tabellen/verandering.py).

    What only one edition has (a year, a window, a factor) has a row that says so; what cannot be
    compared has a reason.
    """
    instellingen = herkomst.instellingen(oud, nieuw)
    clusterwijken = clusters.vergelijk_clusterwijken(oud, nieuw, instellingen)
    delen = {
        "edities": herkomst.edities(oud, nieuw),
        "scores": scores.vergelijk_scores(oud, nieuw),
        "scorewijken": scores.vergelijk_scorewijken(oud, nieuw),
        "selectie": selectie.vergelijk_selectie(oud, nieuw),
        "clusters": clusters.vergelijk_clusters(clusterwijken),
        "clusterwijken": clusterwijken,
        "coefficienten": samenhang.vergelijk_coefficienten(oud, nieuw),
        "oordelen": samenhang.vergelijk_oordelen(oud, nieuw),
        "zinnen": zinnen.vergelijk_zinnen(oud, nieuw),
        "cijfers": zinnen.vergelijk_cijfers(oud, nieuw),
        "bronnen": herkomst.bronnen(oud, nieuw),
        "instellingen": instellingen,
    }
    delen["overzicht"] = vat_samen(oud, nieuw, delen)
    return {
        naam: _met_gehele_getallen(delen[naam.removeprefix("verandering_")], contract)
        for naam, contract in TABELLEN.items()
    }


def _met_gehele_getallen(tabel: pd.DataFrame, contract: Tabel) -> pd.DataFrame:
    """Return a table whose counts and years stay whole where some of them are missing."""
    heel = [kolom.naam for kolom in contract.kolommen if kolom.soort is Soort.GEHEEL]
    return tabel.assign(**{naam: pd.to_numeric(tabel[naam]).astype("Int64") for naam in heel})
