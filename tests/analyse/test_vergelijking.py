"""Differences between groups and between spreads: values by hand, from R, and what cannot be."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from hulp.regressie import REFERENTIE, lees_wijken_met_factoren, wijkentabel
from leefbaarheid.analyse.vergelijking import (
    spreiding,
    vergelijk_groepen,
    vergelijk_met_nul,
    vergelijk_spreiding,
    vergelijkingen,
)

R = json.loads((REFERENTIE / "vergelijking_r.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def wijken() -> pd.DataFrame:
    return wijkentabel(lees_wijken_met_factoren())


def verandering(wijken, van, tot):
    return (wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"]).to_numpy()


def test_verschil_van_twee_gemiddelden_is_crv3_zoals_in_r(wijken):
    gekozen = wijken["in_selectie"].to_numpy()
    uit = vergelijk_groepen(
        verandering(wijken, 2012, 2014), gekozen, ~gekozen, wijken["gm_code"].to_numpy()
    )
    assert uit["verschil"] == pytest.approx(R["verschil"]["waarde"], rel=1e-10)
    assert uit["se"] == pytest.approx(R["verschil"]["se"], rel=1e-8)
    assert uit["p"] == pytest.approx(R["verschil"]["p"], rel=1e-8)
    assert min(uit["n_gemeenten"], uit["n_gemeenten_ander"]) - 1 == R["verschil"]["df"]


def test_verhouding_van_twee_spreidingen_zoals_in_r(wijken):
    uit = vergelijk_spreiding(
        verandering(wijken, 2002, 2012), verandering(wijken, 2012, 2014), wijken["gm_code"]
    )
    assert np.log(uit["verhouding"]) == pytest.approx(R["spreiding"]["waarde"], rel=1e-10)
    halve = (np.log(uit["ci_hoog"]) - np.log(uit["ci_laag"])) / 2
    t8 = 2.306004135204166  # 97.5 % of t with eight degrees of freedom: nine gemeenten
    assert halve / t8 == pytest.approx(R["spreiding"]["se"], rel=1e-8)


def test_met_de_hand_een_wijk_per_gemeente():
    x = np.array([1.0, 2.0, 3.0, 6.0])
    uit = vergelijk_met_nul(x, np.ones(4, bool), np.arange(4), minimum=4)
    assert uit["verschil"] == 3.0
    # with one wijk each the jackknife is the usual standard error of a mean
    assert uit["se"] == pytest.approx(np.std(x, ddof=1) / 2)
    assert (uit["n"], uit["n_gemeenten"], uit["reden"]) == (4, 4, "")


def test_te_weinig_gemeenten_en_een_gemeente_die_beslist_zijn_een_reden():
    x = np.arange(12.0)
    een = np.arange(12) < 6
    weinig = vergelijk_groepen(x, een, ~een, np.arange(12) % 3)
    assert weinig["reden"] == "te_weinig_gemeenten_in_groep?n=3&minimum=5"
    assert weinig["verschil"] == -6.0
    assert np.isnan(weinig["ci_laag"])
    alleen = vergelijk_groepen(x, een, ~een, np.where(een, 0, np.arange(12)), minimum=1)
    assert alleen["reden"] == "een_gemeente_beslist"
    leeg = vergelijk_groepen(x, een, np.zeros(12, bool), np.arange(12))
    assert (leeg["n_ander"], leeg["reden"]) == (0, "te_weinig_gemeenten_in_groep?n=0&minimum=5")


def test_een_wijk_zonder_score_telt_niet_mee():
    x = np.array([0.1, np.nan, 0.3, 0.1, 0.2, 0.3])
    een = np.array([True, True, True, False, False, False])
    uit = vergelijk_groepen(x, een, ~een, np.arange(6), minimum=1)
    assert (uit["n"], uit["waarde"]) == (2, pytest.approx(0.2))


def test_de_tabel_laat_de_selectie_buiten_het_land(wijken):
    tabel = vergelijkingen(
        wijken.assign(cluster="Terugval"), [(2012, 2014)], (2002, 2014), delta=0.02
    )
    rij = tabel.set_index(["van", "maat", "vergeleken_met"]).loc[(2012, "gedaald", "rest_van_land")]
    d = pd.Series(verandering(wijken, 2012, 2014)).round(9)
    gekozen = wijken["in_selectie"].to_numpy()
    assert (rij["n"], rij["n_ander"]) == (45, 15)
    assert rij["waarde"] == pytest.approx((d[gekozen] < -0.02).mean())
    assert rij["waarde_ander"] == pytest.approx((d[~gekozen] < -0.02).mean())
    # all wijken fall in one cluster, on either side: no difference, and no p of nothing
    terugval = tabel[tabel["maat"] == "terugval"]
    assert terugval["van"].unique() == [2002]
    assert terugval["verschil"].tolist() == [0.0, 0.0]
    assert terugval["p"].isna().all()


def test_spreiding_van_stand_tot_het_laatste_jaar_en_van_verandering_tot_het_eindjaar(wijken):
    wijken = wijken.assign(lbm_2022=wijken["lbm_2014"] + 0.1)
    tabel = spreiding(wijken, [2014, 2022], 2002, 2012)
    eigen = tabel[tabel["groep"] == "selectie"]
    assert list(zip(eigen["maat"], eigen["jaar"], strict=True)) == [
        *(("score", 2014), ("score", 2022), ("verandering", 2014)),
    ]
    # the last year is the end year plus a constant: the same spread
    assert eigen["sd_later"].iloc[0] == pytest.approx(eigen["sd_later"].iloc[1])
    gekozen = wijken[wijken["in_selectie"]]
    assert eigen["sd_eerst"].iloc[0] == pytest.approx(gekozen["lbm_2012"].std())


def test_wijken_die_niet_verschillen_en_een_groep_zonder_wijken_zijn_een_reden():
    gelijk = vergelijk_spreiding(np.full(8, 0.03), np.arange(8.0), np.arange(8))
    assert gelijk["reden"] == "geen_verschillen"
    leeg = vergelijk_spreiding(np.full(8, np.nan), np.arange(8.0), np.arange(8))
    assert (leeg["n"], leeg["reden"]) == (0, "te_weinig_gemeenten_in_groep?n=0&minimum=5")


@pytest.mark.traag
def test_het_interval_dekt_het_ware_verschil_in_negentien_van_de_twintig_keer():
    rng = np.random.default_rng(1)
    gemeente = np.repeat(np.arange(40), 5)
    een = np.arange(200) % 5 < 2
    raak = 0
    for _ in range(1000):
        x = 0.1 * een + rng.normal(0, 0.3, 40)[gemeente] * een + rng.normal(0, 1, 200)
        uit = vergelijk_groepen(x, een, ~een, gemeente)
        raak += uit["ci_laag"] < 0.1 < uit["ci_hoog"]
    assert 925 <= raak <= 975
