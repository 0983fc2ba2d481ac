"""Moran's I of the residuals: against pysal, and what draws depend on."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from hulp.afhankelijkheid import WAARDEN, maak, maak_tabel, maak_xy
from leefbaarheid.toetsen import afhankelijkheid as afh
from leefbaarheid.toetsen import moran
from leefbaarheid.toetsen.moran import moran_tabel


@pytest.fixture
def tabel():
    return maak_tabel()


@pytest.fixture
def xy():
    return maak_xy()


def test_moran_tabel_gelijk_aan_pysal(tabel, xy):
    uit = moran_tabel([maak(tabel)], xy, zaad=1).set_index("gewichten")
    for soort, ref in WAARDEN["moran"].items():
        for kolom in ("moran_i", "verwacht", "verwacht_residuen", "sd_residuen", "z_residuen"):
            assert uit.loc[soort, kolom] == pytest.approx(ref[kolom], rel=1e-8)
        assert uit.loc[soort, "n_zonder_buren"] == ref["zonder_buren"]
    assert uit.loc["afstand_elk", "n_zonder_buren"] == 0
    assert uit.loc["afstand_elk", "afstand_km"] > 40  # the last wijk lies far away
    assert uit.loc["knn", "gem_buren"] == 5
    np.testing.assert_allclose(uit["p_residuen"], stats.norm.sf(uit["z_residuen"]))


@pytest.mark.traag
def test_moran_ziet_buren_die_op_elkaar_lijken(tabel, xy):
    """A slope from west to east in the outcome is found, and Conley then counts."""
    tabel["lbm_2014"] += 2e-6 * xy["x"]
    ontwerpen = [maak(tabel), maak(tabel, steekproef="selectie")]
    moran = moran_tabel(ontwerpen, xy, zaad=1)
    assert moran["steekproef"].tolist() == ["in_aanmerking"] * 3 + ["selectie"] * 3
    knn = moran.iloc[0]
    assert knn["significant"]
    assert knn["p_permutatie"] == 1 / 1000
    uit = afh.vergelijk_varianten(afh.afhankelijkheidstabel(ontwerpen[0], xy), moran)
    assert not uit["telt_niet"].str.contains("conley").any()


@pytest.mark.traag
def test_moran_hangt_niet_af_van_volgorde_of_gezelschap(tabel, xy):
    ontwerpen = [maak(tabel), maak(tabel, model="verandering")]
    samen = moran_tabel(ontwerpen, xy.sample(frac=1, random_state=1), zaad=9)
    los = pd.concat([moran_tabel([o], xy, zaad=9) for o in ontwerpen[::-1]])
    pd.testing.assert_frame_equal(
        samen.sort_values(["model", "gewichten"], ignore_index=True),
        los.sort_values(["model", "gewichten"], ignore_index=True),
    )


def test_niemand_binnen_de_band(tabel, xy):
    uit = moran_tabel([maak(tabel)], xy, zaad=1, band_km=0.001).set_index("gewichten")
    assert uit.loc["afstand", "reden"] == "geen_buur"
    assert uit.loc["afstand", "n_zonder_buren"] == 60
    assert np.isfinite(uit.loc["knn", "moran_i"])


def test_een_afstand_met_te_veel_buren_wordt_met_reden_overgeslagen(tabel, xy, monkeypatch):
    heel = moran_tabel([maak(tabel)], xy, zaad=1).set_index("gewichten")
    monkeypatch.setattr(moran, "BUREN_MAX", 20)
    uit = moran_tabel([maak(tabel)], xy, zaad=1).set_index("gewichten")
    n = round(heel.loc["afstand_elk", "gem_buren"])
    assert n > 20 > heel.loc["afstand", "gem_buren"]
    assert uit.loc["afstand_elk", "reden"] == f"te_veel_buren?n={n}&maximum=20"
    assert np.isnan(uit.loc["afstand_elk", "moran_i"]) and not uit.loc["afstand_elk", "significant"]
    pd.testing.assert_frame_equal(
        uit.loc[["knn", "afstand"]], heel.loc[["knn", "afstand"]], check_dtype=False
    )
