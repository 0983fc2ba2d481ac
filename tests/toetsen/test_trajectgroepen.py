"""Groups of trajectories: growth by hand, planted groups found back, and how it is reported."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.echte_editie import lees_echte_editie
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.schrijven import schrijf_tabel
from leefbaarheid.basis.tabelwaarden import GEKOZEN
from leefbaarheid.toetsen import trajectgroepen as tg

JAREN = [2002, 2008, 2012, 2014, 2016]
OPZET = {"jaren": JAREN, "crisisjaar": 2012, "eindjaar": 2014, "zaad": 20170307}


def maak_wijken(groepen, zaad=1, ruis=0.01) -> pd.DataFrame:
    """Return wijken per group: (number, level in 2012, slope before, slope after, cluster)."""
    rng = np.random.default_rng(zaad)
    rijen = []
    for nummer, (aantal, niveau, voor, na, cluster) in enumerate(groepen):
        for _ in range(aantal):
            n, v, a = niveau + rng.normal(0, 0.02), voor + rng.normal(0, 0.002), na
            a = a + rng.normal(0, 0.003)
            rij = {
                f"lbm_{j}": n + v * min(j - 2012, 0) + a * max(j - 2012, 0) + rng.normal(0, ruis)
                for j in JAREN
            }
            rijen.append({**rij, "planting": nummer, "cluster": cluster})
    return pd.DataFrame(rijen).assign(
        wk_code=[f"WK90{i:04d}" for i in range(len(rijen))], in_selectie=True
    )


PLANTING = [
    (60, 3.90, 0.010, 0.020, "Succes!"),
    (40, 3.80, 0.005, -0.020, "Terugval"),
    (30, 3.70, 0.020, 0.005, "Gestaag herstel"),
]


@pytest.fixture(scope="module")
def wijken() -> pd.DataFrame:
    return maak_wijken(PLANTING)


@pytest.fixture(scope="module")
def uit(wijken) -> tg.Trajectgroepen:
    return tg.trajectgroepen(wijken, **OPZET, trekkingen=20)


def rij(maten, methode, K):
    return maten[(maten["methode"] == methode) & (maten["aantal_groepen"] == K)].iloc[0]


# ---------------------------------------------------------------------------------------------
# Growth


def test_growth_respects_the_years_between_measurements():
    # +0.01 a year for six and four years, then -0.02 a year for two
    scores = pd.DataFrame([[3.70, 3.76, 3.80, 3.76]], columns=[2002, 2008, 2012, 2014])
    groei = tg.groeikenmerken(scores, 2012).iloc[0]
    assert groei.tolist() == pytest.approx([3.80, 0.01, -0.02])


def test_growth_is_least_squares_per_wijk():
    rng = np.random.default_rng(1)
    jaren = [2002, 2008, 2012, 2014, 2018]
    scores = pd.DataFrame(rng.normal(3.8, 0.1, (6, 5)), columns=jaren)
    D = np.array([[1, min(j - 2012, 0), max(j - 2012, 0)] for j in jaren], dtype=float)
    los = np.array([np.linalg.lstsq(D, rij, rcond=None)[0] for rij in scores.to_numpy()])
    assert tg.groeikenmerken(scores, 2012).to_numpy() == pytest.approx(los, abs=1e-12)


def test_residual_spread_by_hand():
    # a broken line exactly; the best straight line through (-2, 0), (0, 0), (2, 1.2) leaves
    # 0.2, -0.4, 0.2: sum of squares 0.24 with 3 - 2 = 1 degree of freedom
    scores = pd.DataFrame([[0.0, 0.0, 1.2]], columns=[2010, 2012, 2014])
    rest = tg.restspreiding(scores, 2012)
    assert rest["recht"] == pytest.approx(np.sqrt(0.24))
    assert np.isnan(rest["gebroken"])  # three points, three parameters


@pytest.mark.parametrize(("jaren", "knoop"), [([2002, 2008], 2008), ([2002, 2008, 2012], 2012)])
def test_a_knot_needs_measurements_on_both_sides(jaren, knoop):
    scores = pd.DataFrame([[3.8] * len(jaren)], columns=jaren)
    with pytest.raises(InvoerFout, match=f"een vóór en een na {knoop}"):
        tg.groeikenmerken(scores, knoop)


# ---------------------------------------------------------------------------------------------
# Groups


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


def test_characteristics_of_planted_groups(uit):
    tabel = uit.kenmerken.pivot(index="groep", columns="kenmerk", values="gemiddelde")
    verwacht = pd.DataFrame(
        [[3.90, 0.010, 0.020], [3.80, 0.005, -0.020], [3.70, 0.020, 0.005]],
        index=[1, 2, 3],
        columns=list(tg.KENMERKEN),
    )
    # standard error of a level: 0.02 / sqrt(30) = 0.004; of a slope far less
    assert tabel["niveau"].to_numpy() == pytest.approx(verwacht["niveau"].to_numpy(), abs=0.01)
    for helling in ("helling_voor", "helling_na"):
        assert tabel[helling].to_numpy() == pytest.approx(verwacht[helling].to_numpy(), abs=0.004)
    assert uit.kenmerken.groupby("kenmerk")["n"].sum().tolist() == pytest.approx([130] * 3)
    eerste = uit.kenmerken.iloc[0]
    # the groups lie apart, so the first is the 60 wijken of the first plant: t(59) = 2.001
    assert eerste["n"] == pytest.approx(60, abs=0.5)
    assert eerste["ci_hoog"] - eerste["gemiddelde"] == pytest.approx(
        2.001 * eerste["sd"] / np.sqrt(60), rel=0.02
    )


def test_trajectories_of_all_solutions(uit, wijken):
    assert set(zip(uit.verloop["methode"], uit.verloop["aantal_groepen"], strict=True)) == {
        (methode, K) for methode in tg.METHODEN for K in range(1, 7)
    }
    een = uit.verloop[(uit.verloop["methode"] == "vol") & (uit.verloop["aantal_groepen"] == 1)]
    gemiddeld = wijken[[f"lbm_{j}" for j in JAREN]].mean().tolist()
    assert een["gemiddelde"].tolist() == pytest.approx(gemiddeld)
    # 2016 is shown, and not used
    assert een["gebruikt"].tolist() == [True, True, True, True, False]
    assert een["model"].notna().tolist() == een["gebruikt"].tolist()
    per_oplossing = uit.verloop[uit.verloop["jaar"] == 2002].groupby(["methode", "aantal_groepen"])
    assert (per_oplossing["n_wijken"].sum() == 130).all()
    assert per_oplossing["aandeel"].sum().to_numpy() == pytest.approx(np.ones(24))


def test_groups_are_numbered_by_end_score(uit):
    eind = uit.verloop[uit.verloop["jaar"] == 2014]
    for _, deel in eind.groupby(["methode", "aantal_groepen"]):
        assert deel.sort_values("groep")["gemiddelde"].is_monotonic_decreasing


def test_crosstable_with_the_rule(uit):
    methode, K = tg.getoonde_oplossing(uit.maten)
    tabel = uit.kruistabel
    tabel = tabel[(tabel["methode"] == methode) & (tabel["aantal_groepen"] == K)]
    breed = tabel.pivot(index="groep", columns="cluster", values="n_wijken")
    assert breed.to_numpy().sum() == 130
    assert breed.loc[1, "Succes!"] == 60
    assert abs(breed.loc[2, "Terugval"] - 40) <= 2
    maat = rij(uit.maten, methode, K)
    assert maat["ari_regel"] > 0.95
    assert maat["cramers_v"] > 0.95
    assert "sterk (adjusted Rand" in tg.zin_trajectgroepen(uit.maten)


def test_one_cloud_gives_one_group():
    wolk = maak_wijken([(140, 3.85, 0.008, 0.005, "Terugval")])
    maten = tg.trajectgroepen(wolk, **OPZET, trekkingen=10).maten
    assert maten.loc[maten["rol"] == GEKOZEN, "aantal_groepen"].tolist() == [1]
    assert "één wolk" in tg.zin_trajectgroepen(maten)
    # the best solution with more groups is there to be shown
    methode, K = tg.getoonde_oplossing(maten)
    assert K > 1
    assert rij(maten, methode, K)["rol"] == tg.MEERGROEPEN


def test_a_group_below_five_percent_is_not_admitted():
    met_uitschieters = maak_wijken([*PLANTING[:2], (3, 4.6, 0.05, 0.1, "Succes!")])
    maten = tg.trajectgroepen(met_uitschieters, **OPZET, trekkingen=0).maten
    drie = rij(maten, "vol", 3)
    assert drie["kleinste_n"] == 3
    assert not drie["toegelaten"]
    assert drie["reden"] == "de kleinste groep telt 3 wijken"


def test_kmeans_takes_no_part_in_the_choice(uit):
    deel = uit.maten[uit.maten["methode"] == tg.KMEANS]
    assert not deel["toegelaten"].any()
    assert deel["bic"].isna().all()
    assert deel["reden"].str.contains("geen BIC").all()
    assert deel.loc[deel["aantal_groepen"] == 3, "silhouet"].iloc[0] > 0.3


def test_draws_do_not_depend_on_what_else_is_fitted(wijken, uit):
    los = tg.trajectgroepen(wijken, **OPZET, trekkingen=20, aantallen=[3]).maten
    alles = uit.maten[uit.maten["aantal_groepen"] == 3].reset_index(drop=True)
    kolommen = ["methode", "bic", "silhouet", "stabiliteit", "ari_regel"]
    pd.testing.assert_frame_equal(los[kolommen], alles[kolommen])


def test_order_of_the_rows_does_not_matter(wijken, uit):
    geschud = tg.trajectgroepen(wijken.sample(frac=1, random_state=1), **OPZET, trekkingen=20)
    pd.testing.assert_frame_equal(geschud.maten, uit.maten)


def test_wijken_without_all_scores_are_left_out_and_counted(wijken):
    gaten = wijken.copy()
    gaten.loc[:4, "lbm_2008"] = np.nan
    gaten.loc[10:, "lbm_2016"] = np.nan  # after the end year: no reason to leave a wijk out
    deel = tg.trajectgroepen(gaten, **OPZET, trekkingen=0, aantallen=[1, 2])
    assert set(deel.maten["n"]) == {125}
    assert set(deel.maten["n_verwacht"]) == {130}
    hoe = deel.grolts.set_index("nr")["hoe"]
    assert "Van de 130 geselecteerde wijken missen er 5" in hoe["3a"]


def test_a_wijk_without_cluster_is_unknown_in_the_crosstable(wijken):
    leeg = wijken.assign(cluster=wijken["cluster"].mask(wijken["planting"] == 2))
    kruis = tg.trajectgroepen(leeg, **OPZET, trekkingen=0, aantallen=[3]).kruistabel
    vol = kruis[kruis["methode"] == "vol"]
    assert vol.loc[vol["cluster"] == "onbekend", "n_wijken"].sum() == 30


def test_too_few_wijken_is_a_row_with_the_reason(wijken):
    maten = tg.trajectgroepen(wijken.iloc[::5], **OPZET, trekkingen=0).maten  # 26 wijken
    vier = rij(maten, "vol", 4)
    # 3 weights, 12 means and 24 variances and covariances: 39 parameters
    assert vier["reden"] == "te weinig wijken: 26, nodig 78"
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
    assert tg.kies(maten)["rol"].tolist() == [GEKOZEN, tg.MEERGROEPEN, "", ""]
    niets = tg.kies(maten.assign(toegelaten=False))
    assert (niets["rol"] == "").all()
    assert "Geen enkele indeling" in tg.zin_trajectgroepen(niets)


# ---------------------------------------------------------------------------------------------
# Report


def test_grolts_has_its_sixteen_items(uit):
    nummers = uit.grolts["nr"].tolist()
    assert nummers == [
        *("1", "2", "3a", "3b", "3c", "4", "5", "6a", "6b", "7", "8", "9", "10", "11", "12", "13"),
        *("14a", "14b", "14c", "15", "16"),
    ]
    assert (uit.grolts[["item", "gerapporteerd", "hoe"]] != "").all(axis=None)
    hoe = uit.grolts.set_index("nr")["hoe"]
    assert "2002, 2008, 2012 en 2014, met tussenpozen van 6, 4 en 2 jaar" in hoe["1"]
    assert "24 modellen: 1 tot 6 groepen in 4 vormen" in hoe["11"]
    methode, K = tg.getoonde_oplossing(uit.maten)
    entropie = f"{rij(uit.maten, methode, K)['entropie']:.2f}".replace(".", ",")
    assert entropie in hoe["13"]


def test_sentence_is_the_same_from_a_file(uit, tmp_path):
    schrijf_tabel(uit.maten, tmp_path / "maten.csv")
    terug = pd.read_csv(tmp_path / "maten.csv", keep_default_na=False, na_values=[""])
    assert tg.zin_trajectgroepen(terug) == tg.zin_trajectgroepen(uit.maten)
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
    assert gekozen["kleinste_n"] == 28
    assert abs(gekozen["ari_regel"]) < 0.05
