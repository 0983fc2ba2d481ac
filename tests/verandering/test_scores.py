"""Revised scores and other codes, on four made-up wijken."""

from __future__ import annotations

import pandas as pd
import pytest

from leefbaarheid.verandering.scores import vergelijk_scores, vergelijk_scorewijken

A, B, C, D = (f"WK90000{n}" for n in range(1, 5))


def test_een_herziening_is_nieuw_min_oud_per_jaar(stand, anders):
    nieuw = anders({(A, "lbm_2008"): 3.73, (B, "lbm_2008"): 3.79})
    jaar = vergelijk_scores(stand, nieuw).set_index("jaar").loc[2008]
    assert (jaar["n_oud"], jaar["n_nieuw"], jaar["n_beide"], jaar["n_herzien"]) == (4, 4, 4, 2)
    assert jaar["gemiddelde_herziening"] == pytest.approx((0.03 - 0.01) / 4)
    assert jaar["gemiddelde_absoluut"] == pytest.approx((0.03 + 0.01) / 4)
    assert jaar["grootste_absoluut"] == pytest.approx(0.03)
    assert (jaar["wk_code"], jaar["wk_naam"]) == (A, "Akkers")


def test_hoe_een_getal_is_opgeschreven_is_geen_herziening(stand, anders):
    nieuw = anders({(A, "lbm_2008"): 3.70 + 5e-10})
    tabel = vergelijk_scores(stand, nieuw)
    assert tabel["n_herzien"].sum() == 0
    assert tabel["wk_code"].isna().all()
    assert vergelijk_scorewijken(stand, nieuw).empty


def test_een_jaar_dat_maar_een_editie_heeft_staat_er_met_een_reden(stand, anders):
    nieuw = anders()
    nieuw.tabellen["wijken"]["lbm_2018"] = 4.1
    del nieuw.tabellen["wijken"]["lbm_2008"]
    tabel = vergelijk_scores(stand, nieuw).set_index("jaar")
    assert list(tabel.index) == [2008, 2012, 2014, 2016, 2018]
    assert tabel["reden"].fillna("").tolist() == ["alleen_oud", "", "", "", "alleen_nieuw"]
    assert tabel.loc[2018, ["n_oud", "n_nieuw"]].tolist() == [0, 4]
    assert pd.isna(tabel.loc[2018, "n_herzien"])


def test_een_ontbrekende_score_telt_niet_als_herzien(stand, anders):
    tabel = vergelijk_scores(stand, anders({(D, "lbm_2016"): float("nan")})).set_index("jaar")
    assert tabel.loc[2016, ["n_oud", "n_nieuw", "n_beide", "n_herzien"]].tolist() == [4, 3, 3, 0]


def test_per_wijk_staat_de_grootste_herziening_en_in_hoeveel_jaren(stand, anders):
    nieuw = anders({(C, "lbm_2008"): 3.91, (C, "lbm_2014"): 3.89, (A, "lbm_2016"): 3.81})
    tabel = vergelijk_scorewijken(stand, nieuw).set_index("wk_code")
    assert list(tabel.index) == [A, C]
    rij = tabel.loc[C]
    assert (rij["jaar"], rij["n_jaren"], rij["in_selectie"]) == (2014, 2, False)
    assert (rij["score_oud"], rij["score_nieuw"]) == (3.92, 3.89)
    assert rij["herziening"] == pytest.approx(-0.03)
    assert tabel.loc[A, "in_selectie"]


def test_codes_die_verdwenen_en_erbij_kwamen(stand, anders):
    nieuw = anders(weg=(B,))
    erbij = nieuw.tabellen["wijken"].iloc[[-1]].assign(wk_code="WK900009", wk_naam="Nieuwland")
    nieuw.tabellen["wijken"] = pd.concat([nieuw.tabellen["wijken"], erbij])
    tabel = vergelijk_scorewijken(stand, nieuw).set_index("wk_code")
    assert tabel["verandering"].to_dict() == {B: "verdwenen", "WK900009": "erbij"}
    assert (tabel.loc[B, "wk_naam_oud"], tabel.loc["WK900009", "wk_naam_nieuw"]) == (
        "Brink",
        "Nieuwland",
    )
    assert tabel["in_selectie"].tolist() == [True, False]


def test_zonder_gedeelde_wijken_is_er_niets_te_vergelijken(stand, anders):
    nieuw = anders()
    nieuw.tabellen["wijken"]["wk_code"] = [f"WK91000{n}" for n in range(4)]
    tabel = vergelijk_scores(stand, nieuw)
    assert set(tabel["reden"]) == {"geen_gedeelde_wijken"}
    assert tabel["n_herzien"].sum() == 0


def test_zonder_wijkentabel_zijn_de_tabellen_leeg(stand, anders):
    nieuw = anders()
    del nieuw.tabellen["wijken"]
    assert vergelijk_scores(stand, nieuw).empty
    assert vergelijk_scorewijken(stand, nieuw).empty
