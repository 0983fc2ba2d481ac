"""The margin: as a number or from the noise, and what noise does to it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.analyse.marge import (
    bepaal_delta,
    buiten_twijfel,
    kans_gelabeld,
    margetabel,
)
from leefbaarheid.analyse.meetfout import Meetfout
from leefbaarheid.basis.fouten import InvoerFout

FOUT = Meetfout([2008, 2012, 2014], np.array([np.nan, 0.0002, np.nan]), 0.0002)
GEEN = Meetfout([2008, 2012], np.full(2, np.nan), np.nan, "meetfout_te_weinig_jaren?n=2&minimum=3")


def test_de_marge_is_een_getal_of_volgt_uit_de_meetfout():
    assert bepaal_delta(0.02, FOUT) == bepaal_delta(0.02, GEEN) == 0.02
    # the standard error of a difference is sqrt(2 x 0.0002) = 0.02
    assert bepaal_delta({"uit_meetfout": 1.645}, FOUT) == 0.033


@pytest.mark.parametrize("fout", [GEEN, Meetfout([1, 2, 3], np.full(3, np.nan), 0.0)])
def test_een_marge_uit_een_meetfout_die_er_niet_is_wordt_geweigerd(fout):
    with pytest.raises(InvoerFout, match="niet uit de meetfout af te leiden") as melding:
        bepaal_delta({"uit_meetfout": 1.645}, fout)
    assert "clusters.delta" in str(melding.value)


def test_de_kans_op_een_label_zonder_verandering():
    assert kans_gelabeld(0.02, 0.02) == pytest.approx(0.3173, abs=1e-4)  # one standard deviation
    assert kans_gelabeld(0.0392, 0.02) == pytest.approx(0.05, abs=1e-4)
    assert kans_gelabeld(0.0, 0.02) == 1
    assert kans_gelabeld(0.02, 0.0) == 0
    assert np.isnan(kans_gelabeld(0.02, np.nan))


def test_de_kans_op_een_label_is_die_van_een_nabootsing():
    ruis = np.random.default_rng(1).normal(0, 0.015, (200_000, 2))
    gelabeld = np.abs(ruis[:, 1] - ruis[:, 0]) > 0.02
    assert kans_gelabeld(0.02, 0.015 * np.sqrt(2)) == pytest.approx(gelabeld.mean(), abs=0.004)


def test_buiten_twijfel_telt_naar_beide_kanten_en_laat_leeg_wat_onbekend_is():
    d = pd.Series([0.0593, -0.0593, 0.0591, np.nan])
    assert buiten_twijfel(d, 0.02, 0.02).tolist() == [True, True, False, pd.NA]
    assert buiten_twijfel(d, 0.02, np.nan).isna().all()


def wijken():
    return pd.DataFrame(
        {
            "lbm_2008": [3.80, 3.90, 4.00],
            "lbm_2012": [3.80, 3.92, 4.04],
            "lbm_2014": [3.81, 3.92, 4.03],
            "in_aanmerking": [True, True, True],
            "in_selectie": [True, True, False],
        }
    )


def test_de_tabel_zet_de_marge_naast_de_gewone_verandering():
    tabel = margetabel(wijken(), FOUT, 0.02, 0.02, [(2008, 2014)]).set_index("periode")
    assert tabel.index.tolist() == ["doorsnee", "2008-2012", "2008-2014", "2012-2014"]
    assert tabel["opvolgend"].tolist() == [False, True, False, True]
    assert tabel.loc["2008-2012", "sd_verandering"] == pytest.approx(0.02)  # of 0, 0.02, 0.04
    assert tabel.loc["2012-2014", "sd_verandering"] == pytest.approx(0.01)  # of 0.01, 0, -0.01
    assert tabel.loc["doorsnee", "sd_verandering"] == pytest.approx(0.015)
    assert tabel["kans_gelabeld"].tolist() == pytest.approx([0.3173] * 4, abs=1e-4)
    assert tabel["grens_buiten_twijfel"].tolist() == pytest.approx([0.0592] * 4)
    assert set(tabel["herkomst"]) == {"configuratie"}


def test_zonder_meetfout_staan_er_een_reden_en_geen_getal():
    tabel = margetabel(wijken(), GEEN, {"uit_meetfout": 1.645}, 0.02, [])
    assert tabel["periode"].tolist() == ["doorsnee", "2008-2012"]
    assert tabel[["se_verschil", "kans_gelabeld", "grens_buiten_twijfel"]].isna().all(axis=None)
    assert set(tabel["herkomst"]) == {"uit_meetfout"}
    assert set(tabel["maal"]) == {1.645}
    assert tabel["reden"].str.startswith("meetfout_te_weinig_jaren").all()
