"""The tables of the check on space: what they hold, and what cannot be estimated."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.afhankelijkheid import FACTOREN, maak, maak_tabel, maak_xy
from leefbaarheid.toetsen import ruimtetabel
from leefbaarheid.toetsen.clusterinferentie import clustertabel
from leefbaarheid.toetsen.ruimtetabel import foutenmodel_tabel, placebo_tabel


@pytest.fixture
def ontwerp():
    return maak(maak_tabel())


@pytest.mark.traag
def test_foutenmodel_heeft_een_rij_per_factor_en_soort_buren(ontwerp):
    uit = foutenmodel_tabel([ontwerp], maak_xy(), {"corporatie_pct": "Corporatie"})
    assert uit["gewichten"].value_counts().to_dict() == {"knn": 3, "afstand": 3}
    assert uit["label"].tolist()[0] == "Corporatie"
    knn = uit[uit["gewichten"] == "knn"].set_index("factor")
    # spatialreg, tests/reference/ruimte_spatialreg.json
    assert knn.loc["corporatie_pct", "coef"] == pytest.approx(-0.000760774, abs=1e-7)
    assert knn.loc["corporatie_pct", "se"] == pytest.approx(0.000477080, abs=1e-7)
    sd = ontwerp.X["corporatie_pct"].std(ddof=1)
    rij = knn.loc["corporatie_pct"]
    assert rij["coef_sd"] == pytest.approx(rij["coef"] * sd)
    assert rij["ci_sd_laag"] < rij["coef_sd"] < rij["ci_sd_hoog"]
    assert (rij["p"] < 0.05) == (rij["ci_sd_laag"] * rij["ci_sd_hoog"] > 0)
    # the last wijk lies far from all others
    assert uit.loc[uit["gewichten"] == "afstand", "n_zonder_buren"].ge(1).all()
    assert knn["n_zonder_buren"].eq(0).all() and knn["n"].eq(60).all()


@pytest.mark.traag
def test_placebo_vergelijkt_de_t_van_de_factor_zelf(ontwerp):
    uit = placebo_tabel(ontwerp, maak_xy(), {}, zaad=1, trekkingen=199).set_index("factor")
    clusters = clustertabel(ontwerp).set_index("term")
    for factor in FACTOREN:
        assert uit.loc[factor, "p_crv3"] == pytest.approx(clusters.loc[factor, "crv3_p"], rel=1e-6)
        assert np.sign(uit.loc[factor, "t"]) == np.sign(clusters.loc[factor, "coef"])
    assert uit["niveau"].to_dict() == {
        "corporatie_pct": "wijk",
        "woz_verandering_pct": "gemeente",
        "laag_inkomen_pct": "wijk",
    }
    assert uit["p_placebo"].between(1 / 200, 1).all() and uit["trekkingen"].eq(199).all()
    zonder = uit["aandeel_ruimtelijk"].eq(0)
    assert uit["bereik_km"].isna().eq(zonder).all()


@pytest.mark.traag
def test_trekkingen_van_een_factor_liggen_vast(ontwerp):
    een = placebo_tabel(ontwerp, maak_xy(), {}, zaad=1, trekkingen=99)
    pd.testing.assert_frame_equal(een, placebo_tabel(ontwerp, maak_xy(), {}, zaad=1, trekkingen=99))
    ander = placebo_tabel(ontwerp, maak_xy(), {}, zaad=2, trekkingen=99)
    assert not een["p_placebo"].equals(ander["p_placebo"])


@pytest.mark.parametrize(
    ("xy", "reden"),
    [(None, "geen_coordinaten"), (maak_xy().iloc[:4], "weinig_coordinaten?n=4")],
)
def test_zonder_coordinaten_heeft_elke_rij_een_reden(xy, reden, ontwerp):
    for uit in (
        foutenmodel_tabel([ontwerp], xy, {}),
        placebo_tabel(ontwerp, xy, {}, zaad=1, trekkingen=99),
    ):
        assert uit["reden"].eq(reden).all() and set(uit["factor"]) == set(FACTOREN)
        assert uit.filter(like="p_").isna().all(axis=None)


@pytest.mark.traag
def test_wijken_zonder_coordinaten_tellen_niet_mee(ontwerp):
    uit = foutenmodel_tabel([ontwerp], maak_xy().drop(ontwerp.y.index[:5]), {})
    assert uit["n"].eq(55).all()


def test_niemand_binnen_de_afstand(ontwerp):
    ver = maak_xy() * 1000
    uit = foutenmodel_tabel([ontwerp], ver, {}).set_index(["gewichten", "factor"])
    assert uit.loc["afstand", "reden"].eq("geen_buur").all()
    assert uit.loc["knn", "reden"].eq("").all()


@pytest.mark.traag
def test_van_veel_wijken_wordt_de_ruis_in_een_steekproef_getrokken(ontwerp, monkeypatch):
    heel = placebo_tabel(ontwerp, maak_xy(), {}, zaad=1, trekkingen=19)
    monkeypatch.setattr(ruimtetabel, "STEEKPROEF", 50)
    een, weer = (placebo_tabel(ontwerp, maak_xy(), {}, zaad=1, trekkingen=19) for _ in range(2))
    assert (heel["n"].unique(), een["n"].unique()) == ([60], [50])
    pd.testing.assert_frame_equal(een, weer)
    assert een["t"].notna().all() and (een["t"] != heel["t"]).all()


def test_een_afstand_met_te_veel_buren_geeft_een_reden(ontwerp, monkeypatch):
    monkeypatch.setattr(ruimtetabel, "BUREN_MAX", 1)
    uit = foutenmodel_tabel([ontwerp], maak_xy(), {}).set_index("gewichten")
    assert uit.loc["afstand", "reden"].str.startswith("te_veel_buren?n=").all()
    assert uit.loc["knn", "reden"].eq("").all()
