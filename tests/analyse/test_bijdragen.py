"""Parts of a change with intervals, and their distance to the highest and the lowest."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.analyse.bijdragen import bijdragen
from leefbaarheid.basis.begrippen import DIMENSIES


@pytest.fixture
def wijken() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "wk_code": [f"WK9{i:03}01" for i in range(8)],
            "gm_code": [f"GM9{i:03}" for i in range(8)],
            "in_selectie": True,
            "cluster": ["Terugval"] * 3 + ["Succes!"] * 5,
        }
    )


@pytest.fixture
def panel(wijken) -> pd.DataFrame:
    rng = np.random.default_rng(3)
    eerst = pd.DataFrame(rng.normal(0, 0.05, (8, 5)), columns=list(DIMENSIES))
    stap = np.array([0.0, 0.05, 0.01, 0.0, 0.02]) + rng.normal(0, 0.002, (8, 5))
    delen = [eerst.assign(jaar=2014), (eerst + stap).assign(jaar=2018)]
    return pd.concat([d.assign(wk_code=wijken["wk_code"]) for d in delen], ignore_index=True)


def test_bijdrage_is_het_gemiddelde_met_de_gewone_standaardfout(panel, wijken):
    uit = bijdragen(panel, wijken, [(2014, 2018)]).set_index(["groep", "dimensie"])
    breed = panel.pivot(index="wk_code", columns="jaar", values=list(DIMENSIES))
    onv = (breed["onv"][2018] - breed["onv"][2014]).to_numpy()
    rij = uit.loc[("selectie", "onv")]
    t7 = 2.3646242510102993  # one wijk per gemeente: seven degrees of freedom
    assert rij["bijdrage"] == pytest.approx(onv.mean())
    assert rij["ci_hoog"] - rij["bijdrage"] == pytest.approx(t7 * onv.std(ddof=1) / np.sqrt(8))
    won = (breed["won"][2018] - breed["won"][2014]).to_numpy()
    afstand = uit.loc[("selectie", "won")]
    assert afstand["onder_hoogste"] == pytest.approx((onv - won).mean())
    assert afstand["onder_hoogste_laag"] == pytest.approx(
        (onv - won).mean() - t7 * (onv - won).std(ddof=1) / np.sqrt(8)
    )
    assert rij["onder_hoogste"] == rij["onder_hoogste_laag"] == 0


def test_een_cluster_in_weinig_gemeenten_heeft_geen_interval(panel, wijken):
    uit = bijdragen(panel, wijken, [(2014, 2018)])
    klein = uit[uit["groep"] == "Terugval"]
    assert (klein["n"] == 3).all()
    assert (klein["reden"] == "te_weinig_gemeenten_in_groep?n=3&minimum=5").all()
    assert klein["ci_laag"].isna().all()


def test_een_venster_zonder_dimensies_geeft_geen_rij(panel, wijken):
    assert bijdragen(panel, wijken, [(2012, 2014)]).empty
