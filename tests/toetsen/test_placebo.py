"""The rule in other years: which years, what is counted, and why a row stays empty."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.echte_editie import lees_echte_editie
from leefbaarheid.analyse.trajecten import Clusterregel
from leefbaarheid.toetsen.placebo import placebo, placebo_opzetten

JAREN = [2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022]
GRENZEN = [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270]
REGEL = Clusterregel(2008, 2012, 2014, 0.02, 5)


def opzetten(**afwijkend):
    eigen = {"selectiejaar": 2002, "langjaar": 2008, "crisisjaar": 2012, "eindjaar": 2014}
    return placebo_opzetten(JAREN, **(eigen | afwijkend))


def test_shifted_years_of_the_study():
    jaren = {(o.variant, o.jaren): o.reden for o in opzetten()}
    assert jaren == {
        ("meting_eerder", (None, 2002, 2008, 2012)): "geen_meting_voor?jaar=2002",
        ("clusterregel_meting_eerder", (2002, 2002, 2008, 2012)): "",
        # six years on, 2008-2014-2018-2020 is the only set as far apart: 6, 4 and 2 years
        ("zelfde_tussenpozen", (2008, 2014, 2018, 2020)): "",
        ("meting_later", (2008, 2012, 2014, 2016)): "",
        ("ander_selectiejaar", (2008, 2008, 2012, 2014)): "",
        ("ander_selectiejaar", (2012, 2008, 2012, 2014)): "",
        ("ander_selectiejaar", (2014, 2008, 2012, 2014)): "",
    }


def test_no_shift_gives_the_years_of_the_edition_or_the_same_years_twice():
    gelijk = placebo_opzetten([2010, 2012, 2014, 2016, 2018], 2012, 2012, 2014, 2016)
    jaren = [o.jaren for o in gelijk if not o.reden]
    assert (2012, 2012, 2014, 2016) not in jaren
    assert len(jaren) == len(set(jaren))
    # evenly spaced years: one measurement earlier is the same as two years earlier
    assert jaren.count((2010, 2010, 2012, 2014)) == 1


def test_years_that_do_not_exist_are_a_row_with_the_reason():
    redenen = {
        o.variant: o.reden
        for o in placebo_opzetten([2002, 2008, 2012, 2014], 2002, 2008, 2012, 2014)
    }
    assert redenen["zelfde_tussenpozen"] == "geen_zelfde_tussenpozen"
    assert redenen["meting_later"] == "geen_meting_na?jaar=2014"


# Eight wijken of one gemeente; scores in 2002, 2008, 2012, 2014, 2016 (other years as 2016).
SCORES = {
    "WK900101": (3.60, 3.70, 3.80, 3.70, 3.70),  # long 0, crisis -0.10: Terugval
    "WK900102": (3.61, 3.70, 3.75, 3.80, 3.80),  # long +0.10, crisis +0.05: Gestaag herstel
    "WK900103": (3.62, 3.70, 3.90, 4.05, 4.05),  # class 6, both up: Succes!
    "WK900104": (3.63, 3.80, 3.80, 3.80, 3.60),  # nothing moves: niet ingedeeld
    "WK900105": (3.90, 3.65, 3.80, 3.70, 3.70),
    "WK900106": (4.00, 4.00, 4.00, 3.66, 3.80),
    "WK900107": (4.10, 4.10, 4.10, 4.10, 4.10),
    "WK900108": (4.20, 4.20, 4.20, 4.20, None),
}
METINGEN = [2002, 2008, 2012, 2014, 2016]


@pytest.fixture
def kenmerken() -> pd.DataFrame:
    return pd.DataFrame({"wk_code": list(SCORES)}).assign(
        gm_code="GM9001",
        gm_naam="Astad",
        inwoners=2000.0,
        label_a=lambda w: w["wk_code"].isin(["WK900101", "WK900102", "WK900107"]),
    )


@pytest.fixture
def panel() -> pd.DataFrame:
    rijen = [
        (code, jaar, score)
        for code, reeks in SCORES.items()
        for jaar, score in zip(METINGEN, reeks, strict=True)
        if score is not None
    ]
    return pd.DataFrame(rijen, columns=["wk_code", "jaar", "lbm"])


LAAGSTE = {
    "soort": "laagste_scores",
    "jaar": 2002,
    "aantal": 4,
    "min_inwoners": 1000,
    "min_inwoners_gemeente": 5000,
}


def maak(kenmerken, panel, selectie=LAAGSTE, **anders):
    return placebo(
        kenmerken,
        panel,
        selectie=selectie,
        jaren=METINGEN,
        basisjaar=2002,
        grenzen=GRENZEN,
        regel=REGEL,
        **anders,
    )


@pytest.mark.traag
def test_counts_by_hand(kenmerken, panel):
    tabel = maak(kenmerken, panel)
    echt = tabel.iloc[0]
    assert (echt["variant"], echt["n"], echt["tussenpozen"]) == ("editie", 4, "6-4-2")
    assert echt[["n_succes", "n_vroegsignalering", "n_gestaag_herstel"]].tolist() == [1, 0, 1]
    assert echt[["n_terugval", "n_niet_ingedeeld", "n_onbekend"]].tolist() == [1, 1, 0]
    assert echt["aandeel_terugval"] == 0.25
    # mean of 0, +0.10, +0.35, 0 and of -0.10, +0.05, +0.15, 0
    assert echt["verandering_lang"] == pytest.approx(0.1125)
    assert echt["verandering_crisis"] == pytest.approx(0.025)
    # the other four: +0.05, -0.34, 0, 0
    assert echt["verandering_lang_overig"] == pytest.approx(-0.0725)


def test_difference_with_the_edition_by_hand_one_wijk_per_gemeente(kenmerken, panel):
    kenmerken = kenmerken.assign(gm_code=[f"GM900{i}" for i in range(1, 9)])
    een_elk = LAAGSTE | {"min_inwoners_gemeente": 1000}
    tabel = maak(kenmerken, panel, een_elk, min_gemeenten=4).set_index("variant")
    later = tabel.loc["meting_later"]
    # Terugval: one of 101-104 in the edition, none of 101, 102, 103 and 105 a measurement later
    assert later["verschil_terugval"] == 0.25
    # leaving out 101, the only Terugval, takes the difference to 0; 102, 103 or 104 to 1/3; the
    # wijk that only the later selection has changes nothing
    som = 0.25**2 + 3 * (1 / 3 - 0.25) ** 2
    se = (7 / 8 * som) ** 0.5
    t3 = 3.182446305284263
    assert later["verschil_terugval_hoog"] - 0.25 == pytest.approx(t3 * se)
    weinig = maak(kenmerken, panel, een_elk).set_index("variant").loc["meting_later"]
    assert pd.isna(weinig["verschil_terugval_laag"])
    assert weinig["verschil_terugval"] == 0.25


@pytest.mark.traag
def test_selecting_on_the_end_score_brings_falls(kenmerken, panel):
    tabel = maak(kenmerken, panel)
    eind = tabel[(tabel["variant"] == "ander_selectiejaar") & (tabel["selectiejaar"] == 2014)].iloc[
        0
    ]
    # the lowest four in 2014 are 106, 101, 105 and one of 3.80 (102, by code)
    assert eind["n_ook_in_selectie"] == 2
    assert eind["n_terugval"] == 3
    assert eind["n_gestaag_herstel"] == 1
    assert eind["tussenpozen"] == "4-2"


@pytest.mark.traag
def test_a_later_period_needs_scores_up_to_its_end(kenmerken, panel):
    tabel = maak(kenmerken, panel).set_index("variant")
    later = tabel.loc["meting_later"]
    assert (later["selectiejaar"], later["eindjaar"]) == (2008, 2016)
    # the lowest four in 2008 are 105 and 101, 102, 103 (3.70 each); from 2014 to 2016 none falls
    assert later["n_terugval"] == 0
    # 108 has no score in 2016: it is not among the others, 104, 106 and 107 are
    assert later["verandering_lang_overig"] == pytest.approx((-0.20 - 0.20 + 0) / 3)


@pytest.mark.traag
def test_a_list_gets_a_row_for_the_rule_with_the_same_number(kenmerken, panel):
    lijst = {"soort": "lijst", "labels": ["a"], "min_inwoners": 1000, "min_inwoners_gemeente": 5000}
    tabel = maak(kenmerken, panel, lijst)
    assert tabel["variant"].tolist()[:2] == ["editie", "regelequivalent"]
    assert tabel["n"].iloc[:2].tolist() == [3, 3]
    assert pd.isna(tabel["selectiejaar"].iloc[0])
    # the list is 101, 102 and 107; the lowest three of 2002 are 101, 102 and 103
    assert tabel["n_ook_in_selectie"].iloc[:2].tolist() == [3, 2]
    # list and rule both hold 101, the only Terugval; a measurement later none falls
    per = tabel.set_index("variant")
    assert per.loc["regelequivalent", "verschil_terugval"] == pytest.approx(0)
    assert per.loc["meting_later", "verschil_terugval"] == pytest.approx(1 / 3)


@pytest.mark.traag
def test_other_years_are_laid_beside_the_rule_that_takes_the_place_of_a_list(kenmerken, panel):
    # 104 and 107 are never Terugval: beside the list nothing would differ, beside the rule it does
    kenmerken["label_a"] = kenmerken["wk_code"].isin(["WK900104", "WK900107"])
    lijst = {"soort": "lijst", "labels": ["a"], "min_inwoners": 1000, "min_inwoners_gemeente": 5000}
    per = maak(kenmerken, panel, lijst).set_index("variant")
    # the lowest two of 2002 are 101 (Terugval) and 102
    assert per.loc["regelequivalent", "verschil_terugval"] == pytest.approx(-0.5)
    assert per.loc["meting_later", "verschil_terugval"] == pytest.approx(0.5)


@pytest.mark.traag
def test_too_few_eligible_wijken_is_a_row_with_the_reason(kenmerken, panel):
    tabel = maak(kenmerken, panel, LAAGSTE | {"aantal": 8})
    later = tabel.set_index("variant").loc["meting_later"]
    assert later["reden"].startswith("te_weinig_in_aanmerking?aantal=8&n=7&min_inwoners=1000&")
    assert pd.isna(later["n"])
    # the years up to 2014 are complete for all eight
    assert tabel.iloc[0]["n"] == 8


def test_real_edition(echte_data):
    editie = lees_echte_editie(echte_data)
    tabel = placebo(
        editie.kenmerken,
        editie.panel,
        selectie=editie.config["selectie"],
        jaren=editie.config["jaren"],
        basisjaar=2002,
        grenzen=editie.config["klassen"]["grenzen"],
        regel=editie.regel,
    )
    eigen = editie.wijken.loc[editie.wijken["in_selectie"], "cluster"].value_counts()
    echt = tabel.iloc[0]
    assert echt["n_terugval"] == eigen["Terugval"] == 21
    assert echt["n_gestaag_herstel"] == eigen["Gestaag herstel"] == 49
    zes_later = tabel.set_index("variant").loc["zelfde_tussenpozen"]
    assert zes_later["n_terugval"] == 1
    assert zes_later["n_gestaag_herstel"] == 56
