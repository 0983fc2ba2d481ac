"""Do clusters predict: against R (clubSandwich), and where there is nothing to test."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from hulp import WORTEL
from leefbaarheid.analyse.clustervoorspelling import clustervoorspelling
from leefbaarheid.basis.redenen.analyse import AnalyseReden

REFERENTIE = WORTEL / "tests" / "reference"
JAREN = [2014, 2016, 2022]


@pytest.fixture
def wijken() -> pd.DataFrame:
    return pd.read_csv(REFERENTIE / "clustervoorspelling.csv")


@pytest.fixture
def waarden() -> dict[str, dict]:
    return json.loads((REFERENTIE / "clustervoorspelling_r.json").read_text("utf-8"))


@pytest.mark.parametrize("vorm", ["verandering", "gegeven_score", "vanaf_volgende"])
def test_toets_en_verschillen_zijn_die_van_r(wijken, waarden, vorm):
    toetsen, verschillen = clustervoorspelling(wijken, JAREN, 2014, trekkingen=99)
    toets, verwacht = toetsen.set_index("vorm").loc[vorm], waarden[vorm]
    assert toets["reden"] == ""
    assert (toets["n"], toets["n_gemeenten"], toets["n_clusters"]) == (60, 11, 4)
    for naam in ("f", "r2_zonder", "r2_met"):
        assert toets[naam] == pytest.approx(verwacht[naam], rel=1e-8, abs=1e-12), naam
    rijen = verschillen[verschillen["vorm"] == vorm].set_index("cluster")
    assert rijen.index[rijen["referentie"]].tolist() == ["Gestaag herstel"]
    assert np.isnan(rijen.loc["Gestaag herstel", "verschil"])
    for cluster, verschil in verwacht["verschil"].items():
        assert rijen.loc[cluster, "verschil"] == pytest.approx(verschil, rel=1e-8)
        assert rijen.loc[cluster, "se"] == pytest.approx(verwacht["se"][cluster], rel=1e-8)


def test_de_rest_volgt_uit_de_volgorde_noch_de_index(wijken):
    eerst, _ = clustervoorspelling(wijken, JAREN, 2014, trekkingen=99)
    anders, _ = clustervoorspelling(
        wijken.sample(frac=1, random_state=3), JAREN, 2014, trekkingen=99
    )
    np.testing.assert_allclose(anders["f"], eerst["f"], rtol=1e-9)


def test_zonder_latere_meting_is_er_een_reden_en_geen_verschil(wijken):
    toetsen, verschillen = clustervoorspelling(wijken, [2014], 2014)
    assert toetsen["reden"].tolist() == [AnalyseReden.GEEN_LATERE_METING]
    assert verschillen.empty


def test_met_een_latere_meting_vervalt_de_vorm_vanaf_de_volgende(wijken):
    toetsen, _ = clustervoorspelling(wijken, [2014, 2022], 2014, trekkingen=99)
    assert toetsen["vorm"].tolist() == ["verandering", "gegeven_score"]


@pytest.mark.parametrize(
    ("wijzig", "reden"),
    [
        (lambda w: w.assign(cluster="Terugval"), "een_cluster"),
        (lambda w: w.assign(cluster=None), "een_cluster"),
        (lambda w: w[w["gm_code"].isin(["GM9001", "GM9002", "GM9003"])], "te_weinig_gemeenten"),
    ],
)
def test_waar_niets_te_toetsen_is_staat_waarom(wijken, wijzig, reden):
    toetsen, verschillen = clustervoorspelling(wijzig(wijken), JAREN, 2014, trekkingen=99)
    assert all(cel.startswith(reden) for cel in toetsen["reden"])
    assert verschillen.empty


def test_een_cluster_in_een_gemeente_doet_niet_mee(wijken):
    eigen = wijken["gm_code"].eq("GM9001") & wijken["cluster"].eq("Terugval")
    anders = wijken.assign(
        cluster=wijken["cluster"].where(~wijken["cluster"].eq("Terugval") | eigen, "Succes!")
    )
    toetsen, verschillen = clustervoorspelling(anders, JAREN, 2014, trekkingen=99)
    assert toetsen["n_clusters"].eq(3).all()
    assert toetsen["n"].eq(60 - eigen.sum()).all()
    assert "Terugval" not in set(verschillen["cluster"])


@pytest.mark.traag
def test_de_p_waarde_is_die_van_elke_trekking_in_r(wijken, waarden):
    vijf = wijken[wijken["gm_code"] <= "GM9005"]
    toetsen, _ = clustervoorspelling(vijf, JAREN, 2014)  # Webb: 6^5 vectors fit in the draws
    toets = toetsen.set_index("vorm").loc["gegeven_score"]
    assert toets["n"] == waarden["exact"]["n"]
    assert toets["f"] == pytest.approx(waarden["exact"]["f"], rel=1e-8)
    assert toets["p"] == pytest.approx(waarden["exact"]["p"], abs=1e-12)


@pytest.mark.traag
def test_het_zaad_bepaalt_de_trekkingen(wijken):
    p = [
        clustervoorspelling(wijken, JAREN, 2014, trekkingen=499, zaad=z)[0]["p"].tolist()
        for z in (1, 1, 2)
    ]
    assert p[0] == p[1] != p[2]


@pytest.mark.traag
def test_zonder_verband_is_de_toets_zelden_duidelijk(wijken):
    """Clusters without any relation to what comes after: about 5% of the tests is below 0.05.

    The F distribution with G-1 degrees of freedom would reject 14% of the time here.
    """
    rng = np.random.default_rng(20170307)
    p = []
    for _ in range(200):
        effect = dict(zip(wijken["gm_code"].unique(), rng.normal(0, 0.01, 11), strict=True))
        ruis = wijken["gm_code"].map(effect) + rng.normal(0, 0.03, len(wijken))
        los = wijken.assign(
            cluster=rng.permutation(wijken["cluster"]), lbm_2022=wijken["lbm_2014"] + ruis
        )
        toetsen, _ = clustervoorspelling(los, [2014, 2022], 2014, trekkingen=199)
        p.append(toetsen["p"].iloc[1])
    assert 0.01 < np.mean(np.array(p) < 0.05) < 0.10
