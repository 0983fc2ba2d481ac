"""Selection by rule and by list: hand-computed cases, ties at the edge, and the real file."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from leefbaarheid.analyse.selectie import (
    in_aanmerking,
    selecteer,
    selecteer_laagste_scores,
    selecteer_lijst,
    zonder_voorwaarden,
)
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.data.codeboek import lees_codeboek
from leefbaarheid.data.context import lees_context
from leefbaarheid.data.leefbaarometer import lees_leefbaarometer
from leefbaarheid.data.wijken import maak_wijken

# Two gemeenten of 5 000 and 2 500 inhabitants; 104 is too small, of 105 they are unknown.
WIJKEN = pd.DataFrame(
    [
        ("WK900101", "GM9001", 1000.0, True, False),
        ("WK900102", "GM9001", 1500.0, False, True),
        ("WK900103", "GM9001", 1501.0, False, False),
        ("WK900104", "GM9001", 999.0, True, True),
        ("WK900105", "GM9001", float("nan"), True, False),
        ("WK900201", "GM9002", 1250.0, False, False),
        ("WK900202", "GM9002", 1250.0, False, False),
        ("WK900203", "GM9002", 0.0, False, True),
    ],
    columns=["wk_code", "gm_code", "inwoners", "label_a", "label_b"],
).assign(gm_naam=lambda w: w["gm_code"].map({"GM9001": "Astad", "GM9002": "Bedorp"}))
SCORES = {
    "WK900101": (3.9, 3.8),
    "WK900102": (3.7, 3.9),
    "WK900103": (3.9, 3.9),
    "WK900104": (3.1, 3.1),
    "WK900105": (3.2, 3.2),
    "WK900201": (3.9, 4.0),
    "WK900202": (3.5, None),
    "WK900203": (None, None),
}
PANEL = pd.DataFrame(
    [
        (code, jaar, score)
        for code, paar in SCORES.items()
        for jaar, score in zip((2002, 2014), paar, strict=True)
        if score is not None
    ],
    columns=["wk_code", "jaar", "lbm"],
)
EISEN = {"jaren_tm_eindjaar": [2002, 2014], "min_inwoners": 1000, "min_inwoners_gemeente": 2500}


def codes(uitkomst: pd.Series, wijken: pd.DataFrame = WIJKEN) -> list[str]:
    return wijken.loc[uitkomst, "wk_code"].tolist()


def test_eligible_means_large_enough_and_measured_throughout():
    # 101-103 and 201 have >= 1 000 inhabitants (1 000 counts) and both scores; 202 misses 2014
    kan = in_aanmerking(WIJKEN, PANEL, **EISEN)
    assert codes(kan) == ["WK900101", "WK900102", "WK900103", "WK900201"]


def test_a_year_after_the_end_year_is_not_asked_for():
    kan = in_aanmerking(WIJKEN, PANEL, [2002], 1000, 2500)
    assert "WK900202" in codes(kan)


@pytest.mark.parametrize(("minimum", "bedorp"), [(2500, True), (2500.5, False)])
def test_gemeente_counts_all_its_wijken_also_the_small(minimum, bedorp):
    # GM9002: 1250 + 1250 + 0 = 2500; GM9001: 1000 + 1500 + 1501 + 999 = 5000, unknown is skipped
    kan = in_aanmerking(WIJKEN, PANEL, [2002, 2014], 1000, minimum)
    assert ("WK900201" in codes(kan)) is bedorp
    assert in_aanmerking(WIJKEN, PANEL, [2002, 2014], 1000, 5000).sum() == 3


def test_empty_score_is_no_score():
    leeg = pd.concat(
        [PANEL, pd.DataFrame({"wk_code": ["WK900202"], "jaar": [2014], "lbm": [float("nan")]})]
    )
    assert "WK900202" not in codes(in_aanmerking(WIJKEN, leeg, **EISEN))


def test_lowest_scores_with_ties_by_code():
    # eligible by score 2002: 102 (3.7), then 101, 103 and 201 share 3.9; two go in, by code
    keuze = selecteer_laagste_scores(WIJKEN, PANEL, jaar=2002, aantal=3, **EISEN)
    assert codes(keuze.in_selectie) == ["WK900101", "WK900102", "WK900103"]
    info = keuze.info
    assert info["n_in_aanmerking"] == 4
    assert info["grensscore"] == 3.9
    assert info["n_gelijk_aan_grens"] == 3
    assert info["gelijk_buiten_selectie"] == ["WK900201"]
    assert (info["n_gemeenten"], info["grootste_gemeente"]) == (1, "Astad")
    assert info["aandeel_grootste_gemeente"] == 1
    json.dumps(info)


def test_order_of_the_rows_does_not_decide_a_tie():
    andersom = WIJKEN.iloc[::-1]
    keuze = selecteer_laagste_scores(andersom, PANEL.iloc[::-1], jaar=2002, aantal=2, **EISEN)
    assert sorted(codes(keuze.in_selectie, andersom)) == ["WK900101", "WK900102"]


def test_no_tie_at_the_edge():
    keuze = selecteer_laagste_scores(WIJKEN, PANEL, jaar=2014, aantal=1, **EISEN)
    assert codes(keuze.in_selectie) == ["WK900101"]
    assert keuze.info["n_gelijk_aan_grens"] == 1
    assert keuze.info["gelijk_buiten_selectie"] == []


def test_all_eligible_wijken_can_be_selected():
    keuze = selecteer_laagste_scores(WIJKEN, PANEL, jaar=2002, aantal=4, **EISEN)
    assert keuze.in_selectie.sum() == 4
    assert keuze.info["aandeel_grootste_gemeente"] == 0.75


def test_selection_larger_than_the_eligible_wijken():
    with pytest.raises(InvoerFout) as fout:
        selecteer_laagste_scores(WIJKEN, PANEL, jaar=2002, aantal=5, **EISEN)
    tekst = str(fout.value)
    assert "'selectie.aantal'" in tekst
    assert "vraagt 5 wijken, maar er komen er 4 in aanmerking" in tekst
    assert "ten minste 1000 inwoners" in tekst
    assert "2500 inwoners, met een score in 2002, 2014" in tekst
    assert "Verlaag `aantal`" in tekst


def test_selection_year_without_scores():
    with pytest.raises(InvoerFout, match="geen scores in 2008") as fout:
        selecteer_laagste_scores(WIJKEN, PANEL, jaar=2008, aantal=2, **EISEN)
    assert "Kies een jaar van de editie: 2002, 2014" in str(fout.value)


def test_list_selects_on_any_label_and_flags_what_is_missing():
    keuze = selecteer_lijst(WIJKEN, PANEL, labels=["a", "b"], **EISEN)
    gekozen = ["WK900101", "WK900102", "WK900104", "WK900105", "WK900203"]
    assert codes(keuze.in_selectie) == gekozen
    reden = dict(zip(WIJKEN["wk_code"], keuze.reden, strict=True))
    assert reden["WK900105"] == AnalyseReden.GEEN_INWONERTAL
    assert reden["WK900203"] == AnalyseReden.GEEN_SCORE.met(jaren="2002 2014")
    assert reden["WK900202"] == ""  # misses 2014, but is not listed
    info = keuze.info
    assert info["n_per_label"] == {"a": 3, "b": 3}
    assert (info["n_zonder_score"], info["n_zonder_inwoners"], info["n_onvolledig"]) == (1, 1, 2)
    assert info["n_buiten_aanmerking"] == 3
    assert (info["n_geselecteerd"], info["n_grootste_gemeente"]) == (5, 4)


def test_list_counts_only_the_labels_of_the_config():
    keuze = selecteer_lijst(WIJKEN, PANEL, labels=["b"], **EISEN)
    assert codes(keuze.in_selectie) == ["WK900102", "WK900104", "WK900203"]


def test_list_without_any_wijk():
    with pytest.raises(InvoerFout, match="geen enkele wijk heeft een van de labels a"):
        selecteer_lijst(WIJKEN.assign(label_a=False), PANEL, labels=["a"], **EISEN)


# 102 would be first on its score of 2002; of 103 nothing is known
OUD = WIJKEN.assign(voorwaarde_oud_pct=[60.0, 10.0, None, 90.0, 90.0, 50.0, 90.0, 20.0])
OUDE_WIJKEN = {"oud_pct": {"min": 50}}


def test_a_condition_leaves_the_next_lowest_in_place():
    blok = {"soort": "laagste_scores", "jaar": 2002, "aantal": 2, **CONFIG}
    tabel, verslag = selecteer(OUD, PANEL, blok | {"voorwaarden": OUDE_WIJKEN}, [2002, 2014], 2014)
    # without the condition 102 and 101; with it 101 and 201, the only two that are eligible
    assert codes(tabel["in_selectie"]) == ["WK900101", "WK900201"]
    assert codes(tabel["in_aanmerking"]) == ["WK900101", "WK900201"]
    redenen = tabel.set_index("wk_code")["reden_uitgesloten"]
    assert redenen["WK900102"] == AnalyseReden.VOLDOET_NIET.met(kenmerk="oud_pct", waarde="10")
    assert (redenen.drop("WK900102") == "").all()  # 103 fails too, but would not be selected
    waarde = verslag.set_index("grootheid")["waarde"]
    assert waarde["n_in_aanmerking"] == 2
    assert waarde["niet_in_aanmerking_door_voorwaarden"] == 2
    assert waarde["zonder_waarde_op_voorwaarden"] == 1
    assert (waarde["uitgesloten"], waarde["in_de_plaats"]) == ("WK900102", "WK900201")


def test_a_condition_on_a_list_excludes_with_a_reason():
    blok = {"soort": "lijst", "labels": ["b"], **CONFIG, "voorwaarden": {"oud_pct": {"max": 50}}}
    tabel, verslag = selecteer(OUD, PANEL, blok, [2002, 2014], 2014)
    assert codes(tabel["in_selectie"]) == ["WK900102", "WK900203"]
    redenen = tabel.set_index("wk_code")["reden_uitgesloten"]
    assert redenen["WK900104"] == AnalyseReden.VOLDOET_NIET.met(kenmerk="oud_pct", waarde="90")
    waarde = verslag.set_index("grootheid")["waarde"]
    assert (waarde["uitgesloten"], waarde["in_de_plaats"]) == ("WK900104", "")


def test_an_unknown_value_has_a_reason_of_its_own():
    blok = {"soort": "laagste_scores", "jaar": 2002, "aantal": 3, **CONFIG}
    with pytest.raises(InvoerFout, match=r"2 in aanmerking .* en volgens `selectie.voorwaarden`"):
        selecteer(OUD, PANEL, blok | {"voorwaarden": OUDE_WIJKEN}, [2002, 2014], 2014)
    lijst = {"soort": "lijst", "labels": ["a"], **CONFIG}
    onbekend = OUD.assign(voorwaarde_oud_pct=[60.0] + [None] * 7)
    tabel, _ = selecteer(onbekend, PANEL, lijst | {"voorwaarden": OUDE_WIJKEN}, [2014], 2014)
    redenen = tabel.set_index("wk_code")["reden_uitgesloten"]
    assert redenen["WK900104"] == AnalyseReden.KENMERK_ONBEKEND.met(kenmerk="oud_pct")


def test_a_list_of_which_no_wijk_meets_the_conditions():
    blok = {"soort": "lijst", "labels": ["a"], **CONFIG, "voorwaarden": {"oud_pct": {"min": 99}}}
    with pytest.raises(InvoerFout, match="geen enkele wijk van de selectielijst voldoet"):
        selecteer(OUD, PANEL, blok, [2002, 2014], 2014)


def test_without_conditions_nothing_is_said_of_them():
    blok = {"soort": "laagste_scores", "jaar": 2002, "aantal": 2, **CONFIG}
    tabel, verslag = selecteer(WIJKEN, PANEL, blok, [2002, 2014], 2014)
    assert (tabel["reden_uitgesloten"] == "").all()
    assert not verslag["grootheid"].isin(["uitgesloten", "in_de_plaats"]).any()
    assert zonder_voorwaarden(blok | {"voorwaarden": OUDE_WIJKEN}) == blok


CONFIG = {"min_inwoners": 1000, "min_inwoners_gemeente": 2500}


def test_config_block_for_a_rule():
    blok = {"soort": "laagste_scores", "jaar": 2002, "aantal": 3, **CONFIG}
    tabel, verslag = selecteer(WIJKEN, PANEL, blok, [2002, 2014, 2016], 2014)
    assert codes(tabel["in_selectie"]) == ["WK900101", "WK900102", "WK900103"]
    assert tabel["in_aanmerking"].sum() == 4
    waarde = verslag.set_index("grootheid")["waarde"]
    assert waarde["gelijk_buiten_selectie"] == "WK900201"
    assert waarde["n_gelijk_buiten_selectie"] == 1
    soort = verslag.set_index("grootheid")["soort"]
    assert soort[["jaar", "grensscore", "aandeel_grootste_gemeente", "aantal"]].tolist() == [
        "jaar",
        "score",
        "aandeel",
        "aantal",
    ]


def test_config_block_for_a_list():
    blok = {"soort": "lijst", "labels": ["a", "b"], **CONFIG}
    tabel, verslag = selecteer(WIJKEN, PANEL, blok, [2002, 2014], 2014)
    assert tabel["in_selectie"].sum() == 5
    reden = tabel.set_index("wk_code").loc["WK900105", "reden_onvolledig"]
    assert reden == AnalyseReden.GEEN_INWONERTAL
    waarde = verslag.set_index("grootheid")["waarde"]
    assert (waarde["n_per_label.a"], waarde["n_per_label.b"], waarde["soort"]) == (3, 3, "lijst")
    assert verslag["grootheid"].is_unique


def test_real_selection_has_the_published_levels(echte_data):
    """DOMAIN.md section 3: 140 lowest in 2002, >= 1 000 inhabitants, gemeenten >= 70 000.

    The means are given in three decimals. They rest on inhabitants of 2022 (inwoners_2022).
    """
    jaren = [2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022]
    panel = lees_leefbaarometer(echte_data / "Leefbaarometer-scores wijken 2002-2022.csv", jaren)
    kenmerken, _ = lees_context(
        echte_data / "contextfactoren-wijken.csv",
        lees_codeboek(echte_data / "codeboek-contextfactoren.csv"),
        ["corporatie_pct_2017"],
        {"inwoners": "inwoners_2022", "gm_code": "gm_code", "gm_naam": "gm_naam"},
    )
    wijken = maak_wijken(panel, kenmerken)
    keuze = selecteer_laagste_scores(
        wijken,
        panel,
        jaar=2002,
        aantal=140,
        jaren_tm_eindjaar=[2002, 2008, 2012, 2014],
        min_inwoners=1000,
        min_inwoners_gemeente=70_000,
    )
    gekozen = panel[panel["wk_code"].isin(codes(keuze.in_selectie, wijken))]
    per_jaar = gekozen.groupby("jaar")["lbm"]
    assert per_jaar.size().tolist() == [140] * 8
    assert per_jaar.mean().tolist() == pytest.approx(
        [3.814, 3.843, 3.878, 3.893, 3.911, 3.925, 3.956, 3.961], abs=0.0005
    )
    assert per_jaar.std().loc[[2002, 2022]].tolist() == pytest.approx([0.069, 0.100], abs=0.0006)
    assert keuze.info["n_in_aanmerking"] == 900
    assert keuze.info["n_gelijk_aan_grens"] == 1
    assert keuze.info["aandeel_grootste_gemeente"] == pytest.approx(0.19, abs=0.005)
