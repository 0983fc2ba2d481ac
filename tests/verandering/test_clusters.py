"""Cluster moves of made-up wijken, and why."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.verandering.clusters import vergelijk_clusters, vergelijk_clusterwijken
from leefbaarheid.verandering.herkomst import instellingen

A, B, C, D = (f"WK90000{n}" for n in range(1, 5))


def vergelijk(oud, nieuw):
    return vergelijk_clusterwijken(oud, nieuw, instellingen(oud, nieuw)).set_index("wk_code")


def test_alleen_wie_in_beide_selecties_zit_wordt_vergeleken(stand, anders):
    nieuw = anders({(B, "in_selectie"): False, (C, "in_selectie"): True})
    assert list(vergelijk(stand, nieuw).index) == [A]


def test_een_verplaatste_wijk_heeft_de_herziene_jaren_als_reden(stand, anders):
    nieuw = anders({(B, "cluster"): "niet ingedeeld", (B, "lbm_2014"): 3.81})
    tabel = vergelijk(stand, nieuw)
    assert tabel["verplaatst"].to_dict() == {A: False, B: True}
    assert tabel["reden"].to_dict() == {A: "", B: "scores_herzien?jaren=2014"}
    matrix = vergelijk_clusters(tabel.reset_index())
    assert matrix.values.tolist() == [
        ["Gestaag herstel", "Gestaag herstel", 1],
        ["Terugval", "niet ingedeeld", 1],
    ]


def test_een_herziening_in_een_jaar_dat_de_regel_niet_gebruikt_is_geen_reden(stand, anders):
    nieuw = anders({(B, "cluster"): "niet ingedeeld", (B, "lbm_2016"): 3.99})
    assert vergelijk(stand, nieuw).loc[B, "reden"] == "cluster_onbekend"


def test_regel_marge_en_scores_staan_er_alle_drie_als_zij_veranderden(stand, anders):
    nieuw = anders(
        {(B, "cluster"): "niet ingedeeld", (B, "lbm_2016"): 3.9},
        config={"eindjaar": 2016},
        tabellen={"marge": pd.DataFrame({"delta": [0.03]})},
    )
    assert vergelijk(stand, nieuw).loc[B, "reden"] == (
        "clusterregel?sleutels=eindjaar;andere_marge?oud=0.02&nieuw=0.03;scores_herzien?jaren=2016"
    )


def test_een_wijk_zonder_cluster_heet_onbekend(stand, anders):
    tabel = vergelijk(stand, anders({(B, "cluster"): ""}))
    assert tabel.loc[B, "cluster_nieuw"] == "onbekend"
