"""The numbers beside a wijkanalyse: scores, ranks and means, also where some are missing."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.koppeling import analyse, bronnen, panel, wijken_tabel
from leefbaarheid.wijkanalyses.koppeling import koppel
from leefbaarheid.wijkanalyses.profielen import profielen


def profiel(code: str) -> pd.Series:
    koppeling = koppel([analyse("A", [code])], wijken_tabel(), bronnen())
    return profielen(koppeling, wijken_tabel(), panel(), 2014).iloc[0]


def test_profiel_met_rang_en_gemiddelden():
    gevonden = profiel("WK900101")

    assert (gevonden["score"], gevonden["klasse"], gevonden["cluster"]) == (3.7, 2, "Terugval")
    assert gevonden["delta_2008_2014"] == pytest.approx(-0.2)
    # selection: 4.1, 3.9, 3.7, 3.7 -> both 3.7 share rank 3; country: 4.1, 4.1, 3.9, 3.7, 3.7
    assert (gevonden["rang_selectie"], gevonden["n_selectie"]) == (3, 4)
    assert (gevonden["rang_land"], gevonden["n_land"]) == (4, 5)
    assert gevonden["lbm_2008"] == 3.9
    assert gevonden["gemeente_2008"] == pytest.approx((3.8 + 3.9 + 4.2) / 3)
    assert gevonden["gemeente_2014"] == pytest.approx((4.1 + 3.7 + 4.1) / 3)
    assert gevonden["land_2014"] == pytest.approx((4.1 + 3.7 + 4.1 + 3.7 + 3.9) / 5)
    assert gevonden["n_gemeente"] == 3


@pytest.mark.traag
def test_profiel_neemt_de_laatste_dimensies():
    gevonden = profiel("WK900101")

    assert gevonden["dimensiejaar"] == 2018
    assert gevonden["fys"] == pytest.approx(4.1)
    assert gevonden["gemeente_onv"] == pytest.approx(4.1)
    # without WK900200, which has no dimensions in 2018
    assert gevonden["land_won"] == pytest.approx(4 + (0 + 0.1 + 0.2 + 0.4 + 0.5) / 5)
    assert pd.isna(profiel("WK900200")["fys"])


def test_profiel_buiten_de_selectie_heeft_alleen_een_landelijke_rang():
    gevonden = profiel("WK900102")

    assert pd.isna(gevonden["rang_selectie"])
    assert gevonden["n_selectie"] == 4
    assert gevonden["rang_land"] == 1


def test_profiel_zonder_score_is_leeg_maar_aanwezig():
    gevonden = profiel("WK900203")

    assert gevonden["wk_naam"] == "Zeven"
    assert pd.isna(gevonden["score"])
    assert pd.isna(gevonden["land_2014"])


def test_profiel_zonder_dimensies_in_de_editie():
    koppeling = koppel([analyse("A", ["WK900100"])], wijken_tabel())
    zonder = panel().assign(fys=np.nan)

    gevonden = profielen(koppeling, wijken_tabel(), zonder, 2014).iloc[0]

    assert pd.isna(gevonden["dimensiejaar"])
    assert pd.isna(gevonden["fys"])
    assert gevonden["score"] == 4.1
