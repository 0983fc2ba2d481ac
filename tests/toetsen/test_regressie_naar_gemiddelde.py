"""Expected change: closed forms, known populations, seeds, and the real scores."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from statsmodels.regression.linear_model import OLS

from hulp.echte_editie import lees_echte_editie
from hulp.simplex import JAREN, simplex
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.analyse.trajecten import Clusterregel
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import BEWEGING, RUIS
from leefbaarheid.toetsen import regressie_naar_gemiddelde as rg

VENSTERS = [(2002, 2008), (2008, 2012), (2002, 2014)]
GRENZEN = [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270]
REGEL = Clusterregel(2008, 2012, 2014, 0.02, 5)


def maak(wijken, **kw):
    vast = {"jaar": 2002, "jaren": JAREN, "vensters": VENSTERS, "grenzen": GRENZEN}
    return rg.simulatie(
        wijken, **(vast | {"regel": REGEL, "zaad": 20170307, "trekkingen": 200} | kw)
    )


@pytest.mark.parametrize("aandeel", [0.05, 0.16, 0.5])
def test_closed_form_is_the_mean_of_a_truncated_normal(aandeel):
    """Barnett et al. (2005) against scipy's truncated normal: (1 - R) (mu - E[x | x low])."""
    z = stats.norm.ppf(aandeel)
    laag = stats.truncnorm(-np.inf, z, loc=4.0, scale=0.14).mean()
    assert rg.regressie_effect(0.8, 0.14, aandeel) == pytest.approx(0.2 * (4.0 - laag), abs=1e-10)


@pytest.mark.traag
def test_noise_alone_gives_the_closed_form_and_what_is_observed():
    """True scores never change, R = 0.8, 15 % selected: a rise of 0.2 x 0.14 x 1.554 = 0.0435."""
    uit = maak(simplex())
    ruis = uit.effect[uit.effect["model"] == RUIS].set_index(["van", "tot"])
    eerste = ruis.loc[(2002, 2008)]
    assert eerste["gesloten_vorm"] == pytest.approx(0.0435, abs=0.003)
    # scores are normal here, so the closed form of Barnett et al. agrees
    assert eerste["barnett"] == pytest.approx(eerste["gesloten_vorm"], rel=0.03)
    assert eerste["verwacht"] == pytest.approx(eerste["gesloten_vorm"], abs=0.002)
    assert eerste["waargenomen"] == pytest.approx(0.0435, abs=0.005)
    assert eerste["oordeel"] == "past"
    # all of it comes with the next measurement, nothing after it
    later = ruis.loc[(2008, 2012)]
    assert later["gesloten_vorm"] == pytest.approx(0, abs=1e-12)
    assert later["verwacht"] == pytest.approx(0, abs=0.001)
    assert later["oordeel"] == "past"
    # the trend of 0.01 a measurement that all share is not in it
    assert eerste["verandering_populatie"] == pytest.approx(0.01, abs=0.004)
    assert eerste["verandering"] == pytest.approx(
        eerste["waargenomen"] + eerste["verandering_populatie"]
    )


@pytest.mark.traag
def test_movement_gives_galtons_line():
    """No noise, stability 0.9: a low score comes back by 1 - 0.9, then 0.9 - 0.81."""
    uit = maak(simplex(R=1.0, s=(0.9, 0.9, 0.9), zaad=2))
    effect = uit.effect.set_index(["model", "van", "tot"])
    achterstand = 0.14 * stats.norm.pdf(stats.norm.ppf(0.15)) / 0.15
    beweging = effect.loc[BEWEGING]
    # the error of a slope with 4 000 wijken is about 0.008, times the lag of 0.22
    assert beweging.loc[(2002, 2008), "verwacht"] == pytest.approx(0.1 * achterstand, abs=0.004)
    assert beweging.loc[(2008, 2012), "verwacht"] == pytest.approx(0.09 * achterstand, abs=0.004)
    assert (beweging["oordeel"] == "past").all()
    ruis = effect.loc[RUIS]
    assert abs(ruis.loc[(2002, 2008), "verwacht"]) < 0.006
    assert ruis.loc[(2002, 2008), "oordeel"] == "meer"


@pytest.mark.traag
def test_a_real_gain_is_more_than_expected():
    wijken = simplex(R=0.98)
    for jaar in (2008, 2012, 2014):
        wijken[f"lbm_{jaar}"] += 0.05 * wijken["in_selectie"]
    uit = maak(wijken)
    rij = uit.effect[(uit.effect["model"] == RUIS) & (uit.effect["tot"] == 2008)].iloc[0]
    assert rij["oordeel"] == "meer"
    # +0.05 in the group is 0.85 x 0.05 against the whole population
    assert rij["verschil"] == pytest.approx(0.0425, abs=0.005)
    # with R at this value noise alone would have done it
    nodig = rij["betrouwbaarheid_nodig"]
    assert (1 - nodig) * rij["achterstand"] == pytest.approx(rij["waargenomen"])


@pytest.mark.traag
def test_a_list_is_not_the_lowest_scores():
    """A list is compared with its own lag, and the rule of the same size stands beside it."""
    wijken = simplex()
    rng = np.random.default_rng(1)
    kans = wijken["lbm_2002"] + rng.normal(0, 0.1, len(wijken))
    lijst = wijken.assign(in_selectie=wijken.index.isin(kans.nsmallest(600).index))
    effect = maak(lijst).effect
    assert set(effect["groep"]) == {"selectie", "regelequivalent"}
    eigen = effect[(effect["model"] == RUIS) & (effect["tot"] == 2008)].set_index("groep")
    assert (eigen["n"] == 600).all()
    rij = eigen.loc["selectie"]
    R = rij["betrouwbaarheid"]
    assert pytest.approx(0.8, abs=0.05) == R
    assert rij["betrouwbaarheid_laag"] < R < rij["betrouwbaarheid_hoog"]
    assert rij["gesloten_vorm"] == pytest.approx((1 - R) * rij["achterstand"], abs=1e-12)
    assert rij["verwacht"] == pytest.approx(rij["gesloten_vorm"], abs=0.002)
    assert eigen.loc["regelequivalent", "achterstand"] > rij["achterstand"]
    assert set(maak(wijken).effect["groep"]) == {"selectie"}


def test_observed_interval_is_that_of_a_clustered_regression():
    """Against statsmodels: y on the group, clustered by gemeente, times 1 - k/n."""
    wijken = simplex(n=400, k=60, gemeenten=12)
    y = (wijken["lbm_2008"] - wijken["lbm_2002"]).to_numpy()
    groep = wijken["in_selectie"].to_numpy()
    codes = pd.factorize(wijken["gm_code"])[0]
    X = np.column_stack([np.ones(400), groep])
    model = OLS(y, X).fit(cov_type="cluster", cov_kwds={"groups": codes}, use_t=True)
    verschil, laag, hoog = rg.verschil_groepen(y, groep, codes, Schatter("crv1"))
    assert verschil == pytest.approx(model.params[1], abs=1e-13)
    assert (laag, hoog) == pytest.approx(tuple(model.conf_int()[1]), abs=1e-12)
    # the primary estimator: every gemeente left out in turn, (G-1)/G of the sum of squares
    zonder = [y[groep & (codes != g)].mean() - y[~groep & (codes != g)].mean() for g in range(12)]
    se = np.sqrt(11 / 12 * ((np.array(zonder) - verschil) ** 2).sum())
    ruim = 2.200985160082949 * se  # t(11), 97.5 %
    deel = 1 - 60 / 400
    rij = maak(wijken, trekkingen=20).effect.iloc[0]
    verwacht = ((verschil - ruim) * deel, (verschil + ruim) * deel)
    assert (rij["ci_laag"], rij["ci_hoog"]) == pytest.approx(verwacht, abs=1e-12)
    assert rij["waargenomen"] == pytest.approx(y[groep].mean() - y.mean(), abs=1e-12)


@pytest.mark.traag
def test_clusters_expected_from_noise():
    """Counts of every draw add up to the group; noise alone makes some Terugval."""
    uit = maak(simplex(sd=0.14, R=0.97))
    for _, deel in uit.clusters.groupby(["groep", "model"]):
        assert deel["n_waargenomen"].sum() == 600
        assert deel["verwacht"].sum() == pytest.approx(600)
        assert (deel["laag"] <= deel["verwacht"]).all()
    ruis = uit.clusters[uit.clusters["model"] == RUIS].set_index("cluster")
    # nothing but noise happened here, so the data lie within what noise gives
    assert (ruis["oordeel"] == "binnen").all()
    assert ruis.loc["Terugval", "verwacht"] > 30


@pytest.mark.traag
def test_seed_decides_and_the_order_of_the_rows_does_not():
    wijken = simplex(n=500, k=80)
    een, geschud = maak(wijken), maak(wijken.sample(frac=1, random_state=2))
    pd.testing.assert_frame_equal(een.effect, geschud.effect)
    pd.testing.assert_frame_equal(een.clusters, geschud.clusters)
    ander = maak(wijken, zaad=1)
    assert ander.effect["verwacht"].iloc[0] != een.effect["verwacht"].iloc[0]
    # a window less changes nothing in the other windows
    minder = maak(wijken, vensters=VENSTERS[:1]).effect
    zelfde = een.effect[een.effect["tot"] == 2008].reset_index(drop=True)
    pd.testing.assert_frame_equal(minder.reset_index(drop=True), zelfde)


@pytest.mark.traag
def test_windows_before_the_selection_are_left_out():
    wijken = simplex(n=500, k=80)
    uit = maak(wijken, jaar=2008)
    assert set(zip(uit.effect["van"], uit.effect["tot"], strict=True)) == {(2008, 2012)}


def test_no_selected_wijk_is_one_clear_message():
    wijken = simplex(n=500, k=80)
    with pytest.raises(InvoerFout, match="geen enkele geselecteerde wijk"):
        maak(wijken.assign(in_selectie=False))


@pytest.mark.parametrize(
    ("waargenomen", "verwacht", "oordeel"),
    [
        ((0.05, 0.03, 0.07), (0.01, 0.0, 0.02), "meer"),
        ((-0.05, -0.07, -0.03), (0.01, 0.0, 0.02), "minder"),
        ((0.03, 0.005, 0.055), (0.01, 0.0, 0.02), "past"),  # expected within the observed interval
        ((0.03, 0.02, 0.04), (0.01, -0.03, 0.05), "past"),  # observed within the expected interval
    ],
)
def test_verdict_needs_both_intervals(waargenomen, verwacht, oordeel):
    assert rg._oordeel(waargenomen, verwacht) == oordeel


def test_real_edition(echte_data):
    """The simplex leaves little noise; what the wijken gained is near what such wijken do."""
    editie = lees_echte_editie(echte_data)
    uit = rg.simulatie(
        editie.wijken,
        jaar=2002,
        jaren=editie.config["jaren"],
        vensters=[(2002, 2008), (2008, 2014)],
        grenzen=editie.config["klassen"]["grenzen"],
        regel=editie.regel,
        zaad=20170307,
        trekkingen=300,
    )
    effect = uit.effect.set_index(["model", "van", "tot"])
    rij = effect.loc[(BEWEGING, 2008, 2014)]
    assert (rij["n"], rij["n_populatie"], rij["n_gemeenten"]) == (140, 871, 54)
    assert rij["betrouwbaarheid"] == pytest.approx(0.995, abs=0.001)
    assert rij["waargenomen"] == pytest.approx(0.0213, abs=0.0001)
    assert rij["gesloten_vorm"] == pytest.approx(0.0161, abs=0.0001)
    assert rij["oordeel"] == "past"
    assert effect.loc[(RUIS, 2008, 2014), "oordeel"] == "meer"


@pytest.mark.traag
def test_draws_do_not_depend_on_the_size_of_a_block(monkeypatch):
    wijken = simplex()
    heel = maak(wijken, trekkingen=50)
    monkeypatch.setattr(rg, "BLOK", 10_000)
    deel = maak(wijken, trekkingen=50)
    pd.testing.assert_frame_equal(heel.effect, deel.effect)
    pd.testing.assert_frame_equal(heel.clusters, deel.clusters)
