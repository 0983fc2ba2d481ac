"""Groups of trajectories: planted groups found back, and which solution is chosen."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.echte_editie import lees_echte_editie
from hulp.trajecten import OPZET, PLANTING, maak_wijken, rij
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.schrijven import schrijf_csv
from leefbaarheid.basis.tabelwaarden import GEKOZEN, KMEANS, MEERGROEPEN
from leefbaarheid.toetsen import trajectgroepen as tg


@pytest.fixture(scope="module")
def wijken() -> pd.DataFrame:
    return maak_wijken(PLANTING)


@pytest.fixture(scope="module")
def uit(wijken) -> tg.Trajectgroepen:
    return tg.trajectgroepen(wijken, **OPZET, trekkingen=20)


@pytest.mark.traag
def test_planted_groups_are_chosen_and_found(uit, wijken):
    gekozen = uit.maten[uit.maten["rol"] == GEKOZEN]
    assert gekozen["aantal_groepen"].tolist() == [3]
    methode = gekozen["methode"].iloc[0]
    lid = uit.indeling[(uit.indeling["methode"] == methode) & (uit.indeling["aantal_groepen"] == 3)]
    samen = lid.merge(wijken, on="wk_code")
    # numbered from the highest to the lowest end score: 3.94, 3.76, 3.71 in 2014
    goed = samen["groep"] == samen["planting"] + 1
    assert goed.mean() > 0.98
    assert rij(uit.maten, methode, 3)["stabiliteit"] > 0.9


@pytest.mark.traag
def test_one_cloud_gives_one_group():
    wolk = maak_wijken([(140, 3.85, 0.008, 0.005, "Terugval")])
    maten = tg.trajectgroepen(wolk, **OPZET, trekkingen=10).maten
    assert maten.loc[maten["rol"] == GEKOZEN, "aantal_groepen"].tolist() == [1]
    # the best solution with more groups is there to be shown
    methode, K = tg.getoonde_oplossing(maten)
    assert K > 1
    assert rij(maten, methode, K)["rol"] == MEERGROEPEN


@pytest.mark.traag
def test_a_group_below_five_percent_is_not_admitted():
    met_uitschieters = maak_wijken([*PLANTING[:2], (3, 4.6, 0.05, 0.1, "Succes!")])
    maten = tg.trajectgroepen(met_uitschieters, **OPZET, trekkingen=0).maten
    drie = rij(maten, "vol", 3)
    assert drie["kleinste_n"] == 3
    assert not drie["toegelaten"]
    assert drie["reden"] == "kleinste_groep_te_klein?n=3"


def test_kmeans_takes_no_part_in_the_choice(uit):
    deel = uit.maten[uit.maten["methode"] == KMEANS]
    assert not deel["toegelaten"].any()
    assert deel["bic"].isna().all()
    assert (deel["reden"] == "kmeans_zonder_bic").all()
    assert deel.loc[deel["aantal_groepen"] == 3, "silhouet"].iloc[0] > 0.3


@pytest.mark.traag
def test_draws_do_not_depend_on_what_else_is_fitted(wijken, uit):
    los = tg.trajectgroepen(wijken, **OPZET, trekkingen=20, aantallen=[3]).maten
    alles = uit.maten[uit.maten["aantal_groepen"] == 3].reset_index(drop=True)
    kolommen = ["methode", "bic", "silhouet", "stabiliteit", "ari_regel"]
    pd.testing.assert_frame_equal(los[kolommen], alles[kolommen])


@pytest.mark.traag
def test_order_of_the_rows_does_not_matter(wijken, uit):
    geschud = tg.trajectgroepen(wijken.sample(frac=1, random_state=1), **OPZET, trekkingen=20)
    pd.testing.assert_frame_equal(geschud.maten, uit.maten)


@pytest.mark.traag
def test_wijken_without_all_scores_are_left_out_and_counted(wijken):
    gaten = wijken.copy()
    gaten.loc[:4, "lbm_2008"] = np.nan
    gaten.loc[10:, "lbm_2016"] = np.nan  # after the end year: no reason to leave a wijk out
    deel = tg.trajectgroepen(gaten, **OPZET, trekkingen=0, aantallen=[1, 2])
    assert set(deel.maten["n"]) == {125}
    assert set(deel.maten["n_verwacht"]) == {130}
    grolts = deel.grolts.set_index("nr")
    assert grolts.loc["3a", "hoe"] == "grolts_scores_ontbreken?n_verwacht=130&n_ontbreekt=5"
    assert grolts.loc["3b", "gerapporteerd"] == "deels"


@pytest.mark.traag
def test_too_few_wijken_is_a_row_with_the_reason(wijken):
    maten = tg.trajectgroepen(wijken.iloc[::5], **OPZET, trekkingen=0).maten  # 26 wijken
    vier = rij(maten, "vol", 4)
    # 3 weights, 12 means and 24 variances and covariances: 39 parameters
    assert vier["reden"] == "te_weinig_wijken_voor_groepen?n=26&nodig=78"
    assert np.isnan(vier["bic"])
    assert rij(maten, "vol", 1)["toegelaten"]


def test_no_wijken_at_all_is_one_clear_message(wijken):
    with pytest.raises(InvoerFout, match="te weinig geselecteerde wijken"):
        tg.trajectgroepen(wijken.assign(in_selectie=False), **OPZET)


def test_choice_rule_by_hand():
    maten = pd.DataFrame(
        {
            "methode": ["vol"] * 4,
            "aantal_groepen": [1, 2, 3, 4],
            "bic": [100.0, 98.0, 90.0, 99.0],
            "toegelaten": [True, True, False, True],
            "kleinste_n": [50, 20, 1, 9],
        }
    )
    assert tg.kies(maten)["rol"].tolist() == ["", GEKOZEN, "", ""]
    maten.loc[0, "bic"] = 95.0
    assert tg.kies(maten)["rol"].tolist() == [GEKOZEN, MEERGROEPEN, "", ""]
    niets = tg.kies(maten.assign(toegelaten=False))
    assert (niets["rol"] == "").all()


def test_the_shown_solution_is_the_same_from_a_file(uit, tmp_path):
    schrijf_csv(uit.maten, tmp_path / "maten.csv")
    terug = pd.read_csv(tmp_path / "maten.csv", keep_default_na=False, na_values=[""])
    assert tg.getoonde_oplossing(terug) == tg.getoonde_oplossing(uit.maten)


def test_real_edition(echte_data):
    """The real wijken: two groups that differ in spread, and have little to do with the rule."""
    editie = lees_echte_editie(echte_data)
    maten = tg.trajectgroepen(
        editie.wijken,
        jaren=editie.config["jaren"],
        crisisjaar=2012,
        eindjaar=2014,
        zaad=20170307,
        trekkingen=20,
    ).maten
    gekozen = maten[maten["rol"] == GEKOZEN].iloc[0]
    assert gekozen["n"] == 140
    assert (gekozen["methode"], gekozen["aantal_groepen"]) == ("vol", 2)
    assert gekozen["kleinste_n"] == 31
    assert abs(gekozen["ari_regel"]) < 0.05
