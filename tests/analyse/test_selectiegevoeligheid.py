"""Clusters and development under another selection: hand-computed."""

from __future__ import annotations

import pandas as pd
import pytest

from leefbaarheid.analyse.selectiegevoeligheid import selectiegevoeligheid
from leefbaarheid.basis.begrippen import SUCCES, TERUGVAL

WIJKEN = pd.DataFrame(
    {
        "gm_code": ["A", "A", "B", "C"],
        "cluster": [TERUGVAL, SUCCES, None, TERUGVAL],
        "lbm_2012": [3.9, 3.8, 3.7, 3.9],
        "lbm_2014": [3.85, 3.9, None, 3.88],
    }
)


def test_elke_variant_telt_haar_eigen_wijken():
    editie = pd.Series([True, True, True, False])
    zonder = pd.Series([False, True, False, True])
    tabel = selectiegevoeligheid(
        WIJKEN, {"editie": editie, "zonder_voorwaarden": zonder}, [(2012, 2014)], 0.02
    ).set_index("variant")
    telling = ["n_wijken", "n_gemeenten", "n_anders", "n_terugval", "n_succes", "n_onbekend"]
    assert tabel.loc["editie", telling].tolist() == [3, 2, 0, 1, 1, 1]
    assert tabel.loc["zonder_voorwaarden", telling].tolist() == [2, 2, 1, 1, 1, 0]
    # edition: -0.05 and +0.10, the third has no score of 2014; a fall of 0.02 is within the margin
    assert tabel.loc["editie", "verandering_2012_2014"] == pytest.approx(0.025)
    assert tabel.loc["editie", "gedaald_2012_2014"] == 0.5
    assert tabel.loc["zonder_voorwaarden", "verandering_2012_2014"] == pytest.approx(0.04)
    assert tabel.loc["zonder_voorwaarden", "gedaald_2012_2014"] == 0
