"""Why a made-up wijk came into the selection or fell out of it."""

from __future__ import annotations

import pandas as pd
import pytest

from leefbaarheid.basis.redenen.code import los, ontleed
from leefbaarheid.verandering.selectie import vergelijk_selectie

A, B, C, D = (f"WK90000{n}" for n in range(1, 5))
RUIL = {(B, "in_selectie"): False, (C, "in_selectie"): True, (C, "cluster"): "Succes!"}
"""B falls out and C comes in."""


def redenen(oud, nieuw):
    tabel = vergelijk_selectie(oud, nieuw).set_index("wk_code")
    return {code: [ontleed(deel) for deel in los(cel)] for code, cel in tabel["reden"].items()}


def codes(oud, nieuw):
    return {code: [m.code for m in lijst] for code, lijst in redenen(oud, nieuw).items()}


def test_dezelfde_selectie_geeft_geen_rijen(stand, anders):
    assert vergelijk_selectie(stand, anders()).empty


def test_een_rij_geeft_score_plaats_en_cluster_in_beide_edities(stand, anders):
    nieuw = anders(RUIL | {(B, "lbm_2008"): 3.95})
    tabel = vergelijk_selectie(stand, nieuw).set_index("wk_code")
    assert tabel["verandering"].to_dict() == {B: "verdwenen", C: "erbij"}
    assert tabel.loc[B, ["score_oud", "score_nieuw"]].tolist() == [3.80, 3.95]
    assert tabel.loc[B, ["rang_oud", "rang_nieuw"]].tolist() == [2, 3]
    assert tabel.loc[C, ["rang_oud", "rang_nieuw"]].tolist() == [3, 2]
    assert tabel.loc[B, "cluster_oud"] == "Terugval"
    assert pd.isna(tabel.loc[B, "cluster_nieuw"])
    assert tabel.loc[C, "cluster_nieuw"] == "Succes!"


def test_wie_zelf_herzien_is_en_wie_daardoor_binnenkomt(stand, anders):
    # B rises from 3.80 to 3.95; the limit goes from 3.80 to the 3.90 of C
    gevonden = redenen(stand, anders(RUIL | {(B, "lbm_2008"): 3.95}))
    assert gevonden[B] == [("eigen_score_herzien", {"jaar": "2008", "oud": "3.8", "nieuw": "3.95"})]
    assert gevonden[C] == [("grens_verschoof", {"oud": "3.8", "nieuw": "3.9"})]


def test_wie_ook_met_haar_oude_score_was_binnengekomen_krijgt_beide_redenen(stand, anders):
    cellen = RUIL | {(B, "lbm_2008"): 3.95, (C, "lbm_2008"): 3.901}
    assert codes(stand, anders(cellen))[C] == ["eigen_score_herzien", "grens_verschoof"]


@pytest.mark.parametrize("omgekeerd", [False, True])
def test_een_code_die_er_niet_meer_is_of_nieuw_is(stand, anders, omgekeerd):
    nieuw = anders({(C, "in_selectie"): True}, weg=(B,))
    paar = (nieuw, stand) if omgekeerd else (stand, nieuw)
    assert codes(*paar)[B] == ["code_nieuw" if omgekeerd else "code_weg"]


def test_een_andere_code_voor_een_wijk_met_dezelfde_naam_staat_erbij(stand, anders):
    nieuw = anders()
    tabel = nieuw.tabellen["wijken"]
    tabel.loc[tabel["wk_code"] == B, ["wk_code", "wk_naam"]] = ["WK900077", "BRINK"]
    assert redenen(stand, nieuw) == {
        B: [("code_weg", {}), ("zelfde_naam", {"code": "WK900077"})],
        "WK900077": [("code_nieuw", {}), ("zelfde_naam", {"code": B})],
    }
    tabel.loc[tabel["wk_code"] == "WK900077", "gm_code"] = "GM9001"
    assert codes(stand, nieuw)[B] == ["code_weg"]


def test_een_wijk_die_te_klein_werd(stand, anders):
    gevonden = redenen(stand, anders(RUIL | {(B, "inwoners"): 900, (B, "in_aanmerking"): False}))
    assert gevonden[B] == [("aantal_inwoners", {"oud": "3000", "nieuw": "900", "grens": "1000"})]
    assert [m.code for m in gevonden[C]] == ["grens_verschoof"]


def test_een_gemeente_die_te_klein_werd(stand, anders):
    minder = {(code, "inwoners"): 1000 for code in (A, B, C, D)}
    gevonden = redenen(stand, anders({(B, "in_selectie"): False} | minder))
    velden = {"oud": "14000", "nieuw": "4000", "grens": "5000"}
    assert gevonden[B] == [("aantal_inwoners_gemeente", velden)]


def test_een_grens_in_de_regel_die_veranderde(stand, anders):
    nieuw = anders({(A, "in_selectie"): False}, config={"selectie.min_inwoners": 2500})
    assert redenen(stand, nieuw)[A] == [("selectieregel", {"sleutels": "selectie.min_inwoners"})]


def test_een_ander_aantal(stand, anders):
    nieuw = anders({(C, "in_selectie"): True}, config={"selectie.aantal": 3})
    assert redenen(stand, nieuw)[C] == [("selectieregel", {"sleutels": "selectie.aantal"})]


def test_een_score_die_ontbreekt(stand, anders):
    gevonden = redenen(stand, anders(RUIL | {(B, "lbm_2012"): float("nan")}))
    assert gevonden[B] == [("score_niet_compleet", {"jaren": "2012"})]


def test_een_voorwaarde_waar_de_waarde_op_veranderde_of_de_grens(stand, anders):
    eis = {"oude_huizen": {"min": 50}}
    oud = anders(config={"selectie.voorwaarden": eis})
    oud.tabellen["wijken"]["voorwaarde_oude_huizen"] = 60.0
    nieuw = anders(RUIL, config={"selectie.voorwaarden": eis})
    nieuw.tabellen["wijken"]["voorwaarde_oude_huizen"] = [60.0, 40.0, 60.0, 60.0]
    velden = {"kenmerk": "oude_huizen", "oud": "60", "nieuw": "40"}
    assert redenen(oud, nieuw)[B] == [("andere_waarde", velden)]
    strenger = anders(RUIL, config={"selectie.voorwaarden": {"oude_huizen": {"min": 70}}})
    strenger.tabellen["wijken"]["voorwaarde_oude_huizen"] = 60.0
    sleutel = "selectie.voorwaarden.oude_huizen"
    assert redenen(oud, strenger)[B] == [("selectieregel", {"sleutels": sleutel})]


def test_een_lijst_in_plaats_van_een_regel_en_een_ander_label(stand, anders):
    lijst = {"soort": "lijst", "labels": ["a"], "min_inwoners": 0, "min_inwoners_gemeente": 0}
    nieuw = anders(RUIL, config={"selectie": lijst})
    assert redenen(stand, nieuw)[B] == [("selectieregel", {"sleutels": "selectie.soort"})]
    assert codes(anders(config={"selectie": lijst}), nieuw) == {
        B: ["ander_label"],
        C: ["ander_label"],
    }
    meer = anders(RUIL, config={"selectie": lijst | {"labels": ["a", "b"]}})
    assert redenen(anders(config={"selectie": lijst}), meer)[C] == [
        ("selectieregel", {"sleutels": "selectie.labels"})
    ]
