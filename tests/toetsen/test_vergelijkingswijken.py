"""Comparators: pairs by brute force, intervals against closed forms, balance by hand."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from scipy.optimize import linear_sum_assignment
from statsmodels.regression.linear_model import OLS

from hulp.echte_editie import lees_echte_editie
from leefbaarheid.toetsen import vergelijkingswijken as vw

# ---------------------------------------------------------------------------------------------
# Pairs


def test_as_many_pairs_as_can_be():
    # the nearest for 1.0 is 1.1; taking it leaves 1.2 without one. Both can be paired.
    behandeld, kandidaten = np.array([[1.0], [1.2]]), np.array([[1.1], [0.85]])
    assert vw.koppel_paren(behandeld, kandidaten, np.array([0.2])) == [(0, 1), (1, 0)]


def test_pairs_are_the_best_of_all_assignments():
    """Against every possible assignment of five wijken to six candidates."""
    rng = np.random.default_rng(1)
    kaliper = np.array([0.5, 0.8])
    for _ in range(20):
        een, ander = rng.normal(size=(5, 2)), rng.normal(size=(6, 2))
        afstand = np.abs(een[:, None] - ander[None]) / kaliper
        mag = (afstand <= 1).all(axis=2)
        kosten = (afstand**2).sum(axis=2)
        alle = [
            [(i, j) for i, j in enumerate(keuze) if mag[i, j]]
            for keuze in permutations(range(6), 5)
        ]
        beste = min((-len(paren), sum(kosten[p] for p in paren)) for paren in alle)
        gevonden = vw.koppel_paren(een, ander, kaliper)
        assert (-len(gevonden), sum(kosten[p] for p in gevonden)) == pytest.approx(beste)


def test_the_caliper_holds_for_every_score():
    behandeld = np.array([[3.80, 3.90]])
    assert vw.koppel_paren(behandeld, np.array([[3.81, 3.95]]), np.array([0.02, 0.02])) == []
    assert vw.koppel_paren(behandeld, np.array([[3.82, 3.88]]), np.array([0.02, 0.02])) == [(0, 0)]


def test_classes_must_be_equal():
    een, ander = np.array([[1.0], [1.0]]), np.array([[1.0], [1.1]])
    paren = vw.koppel_paren(een, ander, np.array([0.5]), np.array([2, 1]), np.array([1, 0]))
    assert paren == [(1, 0)]


def test_no_candidates_no_pairs():
    assert vw.koppel_paren(np.ones((2, 1)), np.ones((0, 1)), np.array([1.0])) == []


# ---------------------------------------------------------------------------------------------
# Intervals


def test_pairs_without_shared_gemeenten_are_the_paired_t_test():
    rng = np.random.default_rng(2)
    a, b = rng.normal(0.02, 0.05, 20), rng.normal(0, 0.05, 20)
    uit = vw.paarsgewijs_verschil(a - b, np.arange(20), 100 + np.arange(20))
    toets = stats.ttest_rel(a, b)
    # the dyadic factor 40/39 is below n/(n-1) = 20/19, so that of the t test stands
    assert uit["p"] == pytest.approx(toets.pvalue, abs=1e-12)
    interval = toets.confidence_interval()
    assert (uit["ci_laag"], uit["ci_hoog"]) == pytest.approx((interval.low, interval.high))


def test_pairs_within_gemeenten_are_the_clustered_mean():
    """Against statsmodels: OLS on a constant, clustered; its correction is G/(G-1)."""
    rng = np.random.default_rng(3)
    gemeente = np.repeat(np.arange(6), [8, 6, 5, 3, 2, 2])
    u = rng.normal(0, 0.05, 6)[gemeente] + rng.normal(0, 0.01, 26)
    uit = vw.paarsgewijs_verschil(u, gemeente, gemeente)
    model = OLS(u, np.ones(26)).fit(
        cov_type="cluster", cov_kwds={"groups": gemeente, "use_correction": True}, use_t=True
    )
    assert uit["verschil"] == pytest.approx(model.params[0], abs=1e-15)
    assert uit["se"] == pytest.approx(model.bse[0], abs=1e-14)
    assert (uit["ci_laag"], uit["ci_hoog"]) == pytest.approx(tuple(model.conf_int()[0]), abs=1e-14)


def test_sharing_counts_on_either_side():
    u, a = np.array([0.3, 0.1, -0.1, -0.3]), np.array([1, 2, 3, 4])
    # pairs 0 and 1 share gemeente 2 crosswise: e'We = 0.2 + 2 * 0.3 * 0.1; G = 7
    uit = vw.paarsgewijs_verschil(u, a, np.array([2, 5, 6, 7]))
    verwacht = max((0.2 + 0.06) * 7 / 6, 0.2 * 4 / 3) / 16
    assert uit["se"] == pytest.approx(np.sqrt(verwacht))
    samen = vw.paarsgewijs_verschil(u, np.array([1, 1, 3, 4]), np.array([2, 5, 6, 2]))
    # 0-1 share 1 (0.03), 0-3 share 2 (-0.09): never below independent pairs
    assert samen["se"] == pytest.approx(np.sqrt(0.2 * 4 / 3 / 16))


@pytest.mark.traag
def test_interval_covers_when_gemeenten_share_shocks():
    """300 draws, 40 pairs over 12 unequal gemeenten with common shocks: coverage 90 to 99 %."""
    rng = np.random.default_rng(4)
    raak = 0
    for _ in range(300):
        kans = np.array([0.2, *[0.8 / 11] * 11])
        a, b = rng.choice(12, 40, p=kans), rng.choice(12, 40, p=kans)
        schok = rng.normal(0, 0.02, 12)
        u = schok[a] - schok[b] + rng.normal(0, 0.03, 40)
        uit = vw.paarsgewijs_verschil(u, a, b)
        raak += uit["ci_laag"] <= 0 <= uit["ci_hoog"]
    assert 0.90 <= raak / 300 <= 0.99


def test_standardised_difference_by_hand():
    een, ander = pd.Series([1.0, 2.0, 3.0]), pd.Series([0.0, 1.0])
    # means 2 and 0.5; sqrt((4 + 2) / 2)
    verwacht = 1.5 / np.sqrt(3)
    assert vw.gestandaardiseerd_verschil(een, ander, 2.0, np.sqrt(2)) == pytest.approx(verwacht)
    assert np.isnan(vw.gestandaardiseerd_verschil(een, ander, 0.0, 0.0))


def test_size_class_of_a_gemeente_is_that_of_all_its_wijken():
    wijken = pd.DataFrame(
        {
            "gm_code": ["GM1", "GM1", "GM2", "GM3", "GM3"],
            "inwoners": [30_000.0, 20_000.0, 49_999.0, 240_000.0, 20_000.0],
        }
    )
    assert vw.grootteklasse(wijken).tolist() == [1, 1, 0, 3, 3]


# ---------------------------------------------------------------------------------------------
# The whole comparison


@pytest.fixture
def wijken() -> pd.DataFrame:
    """60 selected wijken that rise 0.03 after 2008, 200 others that rise 0.01."""
    rng = np.random.default_rng(5)
    n = 260
    in_selectie = np.arange(n) < 60
    lbm_2002 = np.where(in_selectie, rng.normal(3.80, 0.05, n), rng.normal(3.95, 0.10, n))
    lbm_2008 = lbm_2002 + rng.normal(0.02, 0.02, n)
    return pd.DataFrame(
        {
            "wk_code": [f"WK90{i:04d}" for i in range(n)],
            "wk_naam": "Wijk",
            "gm_code": [f"GM9{i % 13:03d}" for i in range(n)],
            "inwoners": rng.integers(1000, 9000, n).astype(float),
            "in_selectie": in_selectie,
            "in_aanmerking": np.arange(n) < 200,
            "lbm_2002": lbm_2002,
            "lbm_2008": lbm_2008,
            "lbm_2014": lbm_2008 + np.where(in_selectie, 0.03, 0.01) + rng.normal(0, 0.01, n),
        }
    )


def maak(wijken, **kw):
    return vw.vergelijk(
        wijken, koppeljaren=(2002, 2008), vensters=[(2002, 2008), (2008, 2014)], **kw
    )


def test_a_known_difference_is_found(wijken):
    uit = maak(wijken)
    rij = uit.verschil[(uit.verschil["pool"] == "land") & (uit.verschil["van"] == 2008)].iloc[0]
    assert rij["ci_laag"] < 0.02 < rij["ci_hoog"]
    assert rij["ci_laag"] > 0.01
    assert rij["verschil"] == pytest.approx(rij["verandering"] - rij["verandering_controle"])
    # matched on both years: little is left of a difference before 2008, and the text says so
    eerder = uit.verschil[(uit.verschil["pool"] == "land") & (uit.verschil["van"] == 2002)].iloc[0]
    assert eerder["gekoppeld"]
    assert abs(eerder["verschil"]) < 0.01


def test_pairs_balance_and_counts_agree(wijken):
    uit = maak(wijken)
    for pool, paren in uit.paren.groupby("pool"):
        rij = uit.verschil[uit.verschil["pool"] == pool].iloc[0]
        assert len(paren) == rij["n_gekoppeld"] == rij["n_selectie"] - rij["n_ongekoppeld"]
        assert rij["aandeel_gekoppeld"] == pytest.approx(len(paren) / 60)
        assert paren["wk_code"].is_unique
        assert paren["wk_code_controle"].is_unique
        assert paren["afstand"].max() <= 1 + 1e-9
        buiten = wijken.set_index("wk_code").loc[paren["wk_code_controle"]]
        assert not buiten["in_selectie"].any()
        if pool == "overig_in_aanmerking":
            assert buiten["in_aanmerking"].all()
        balans = uit.balans[uit.balans["pool"] == pool].set_index("variabele")
        assert list(balans.index) == ["lbm_2002", "lbm_2008", "log_inwoners"]
        gemiddeld = buiten["lbm_2002"].mean()
        assert balans.loc["lbm_2002", "gemiddelde_controle"] == pytest.approx(gemiddeld)
        assert abs(balans.loc["lbm_2002", "smd_na"]) < abs(balans.loc["lbm_2002", "smd_voor"])


def test_pairs_of_a_size_class_stay_in_it(wijken):
    groot = wijken.assign(
        inwoners=wijken["inwoners"].where(wijken["gm_code"] > "GM9006", wijken["inwoners"] * 10)
    )
    klasse = vw.grootteklasse(groot).set_axis(groot["wk_code"])
    assert klasse.nunique() > 1
    paren = maak(groot).paren
    paren = paren[paren["pool"] == "land_grootteklasse"]
    een, ander = klasse.loc[paren["wk_code"]], klasse.loc[paren["wk_code_controle"]]
    assert len(paren) > 10
    assert een.tolist() == ander.tolist()


@pytest.mark.traag
def test_thin_support_is_told_and_not_hidden(wijken):
    ver = wijken.assign(
        lbm_2002=wijken["lbm_2002"].mask(~wijken["in_selectie"], wijken["lbm_2002"] + 0.5)
    )
    uit = maak(ver)
    assert (uit.verschil["n_gekoppeld"] == 0).all()
    assert (uit.verschil["reden"] == "te_weinig_paren?n=0").all()
    assert uit.verschil[["se", "ci_laag", "p"]].isna().all(axis=None)
    assert uit.paren.empty
    assert list(uit.paren.columns) == list(maak(wijken).paren.columns)


@pytest.mark.traag
def test_too_few_gemeenten_is_a_reason(wijken):
    uit = maak(wijken.assign(gm_code=[f"GM9{i % 3:03d}" for i in range(260)]))
    assert (uit.verschil["reden"] == "te_weinig_gemeenten_voor_interval?n=3").all()
    assert uit.verschil["verschil"].notna().all()


@pytest.mark.traag
def test_small_wijken_outside_the_selection_can_be_left_out(wijken):
    alles = maak(wijken).verschil.set_index("pool")["n_kandidaten"]
    grote = maak(wijken, min_inwoners=5000).verschil.set_index("pool")["n_kandidaten"]
    buiten = ~wijken["in_selectie"]
    assert alles["land"].iloc[0] == buiten.sum() == 200
    assert grote["land"].iloc[0] == (buiten & (wijken["inwoners"] >= 5000)).sum()


@pytest.mark.traag
def test_a_missing_score_in_a_window_drops_the_pair_there(wijken):
    heel = maak(wijken)
    gaten = wijken.copy()
    eerste = heel.paren.loc[heel.paren["pool"] == "land", "wk_code"].iloc[0]
    gaten.loc[gaten["wk_code"] == eerste, "lbm_2014"] = np.nan
    een, ander = (
        uit.verschil[(uit.verschil["pool"] == "land") & (uit.verschil["van"] == 2008)].iloc[0]
        for uit in (heel, maak(gaten))
    )
    assert ander["n_gekoppeld"] == een["n_gekoppeld"]
    assert ander["verschil"] != een["verschil"]


def test_real_edition_has_thin_support(echte_data):
    wijken = lees_echte_editie(echte_data).wijken
    uit = vw.vergelijk(
        wijken, koppeljaren=(2002, 2008), vensters=[(2008, 2014), (2012, 2014)], min_inwoners=1000
    )
    aandeel = uit.verschil.groupby("pool")["aandeel_gekoppeld"].first()
    assert aandeel["overig_in_aanmerking"] == pytest.approx(18 / 140)
    assert aandeel["land"] == pytest.approx(55 / 140)
    # the matched are the higher scores of the selection
    assert (uit.verschil["score_gekoppeld"] > uit.verschil["score_ongekoppeld"]).all()


def test_pairs_are_those_of_the_dense_assignment():
    """The Hungarian method on the full matrix (scipy), with classes that must be equal."""
    rng = np.random.default_rng(2)
    een, ander = rng.normal(size=(60, 2)), rng.normal(size=(200, 2))
    klassen = rng.integers(0, 3, 60), rng.integers(0, 3, 200)
    kaliper = np.array([0.3, 0.4])
    verschil = np.abs(een[:, None] - ander[None]) / kaliper
    mag = (verschil <= 1).all(axis=2) & (klassen[0][:, None] == klassen[1])
    kosten = np.where(mag, (verschil**2).sum(axis=2), 1000.0)
    paren = [(i, j) for i, j in zip(*linear_sum_assignment(kosten), strict=True) if mag[i, j]]
    assert 20 < len(paren) < 60
    assert vw.koppel_paren(een, ander, kaliper, *klassen) == paren


def test_shared_gemeenten_are_summed_in_blocks(monkeypatch):
    rng = np.random.default_rng(4)
    u, a, b = rng.normal(size=30), rng.integers(0, 6, 30), rng.integers(0, 6, 30)
    heel = vw.paarsgewijs_verschil(u, a, b)
    monkeypatch.setattr(vw, "BLOK", 7)
    assert vw.paarsgewijs_verschil(u, a, b) == pytest.approx(heel, rel=1e-12)
