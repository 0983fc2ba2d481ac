"""What several checks do with a design."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.afhankelijkheid import FACTOREN, maak, maak_tabel
from leefbaarheid.toetsen.ontwerpen import (
    beperk,
    kenmerken,
    met_effect_per_sd,
    niet_toetsbare_factoren,
)


def test_beperken_op_wijken_of_op_een_voorwaarde():
    ontwerp = maak(maak_tabel())
    codes = ontwerp.y.index[:30]
    for houd in (codes, ontwerp.y.index.isin(codes)):
        deel = beperk(ontwerp, houd)
        assert list(deel.X.index) == list(deel.gemeente.index) == list(codes)
    assert kenmerken(deel) == kenmerken(ontwerp)
    assert kenmerken(deel)["uitkomst"] == "2012-2014"


def test_effect_per_standaarddeviatie():
    tabel = pd.DataFrame({"coef": [0.5], "ci_laag": [0.1], "ci_hoog": [0.9], "sd_factor": [2.0]})
    uit = met_effect_per_sd(tabel).iloc[0]
    assert uit[["coef_sd", "ci_sd_laag", "ci_sd_hoog"]].tolist() == pytest.approx([1.0, 0.2, 1.8])


def test_niet_toetsbare_factoren():
    """Empty, and fixed among the wijken that have every usable factor."""
    tabel = maak_tabel()
    tabel["leeg"] = np.nan
    tabel["vast"] = 1.0
    tabel.loc[tabel.index[0], "vast"] = 2.0
    tabel.loc[tabel.index[0], "corporatie_pct"] = np.nan
    namen = ["vast", *FACTOREN, "leeg"]
    redenen = niet_toetsbare_factoren(tabel, namen, "in_aanmerking")
    assert list(redenen) == ["vast", "leeg"]
    assert redenen["leeg"] == "factor_leeg"
    assert redenen["vast"] == "factor_vast"
    assert niet_toetsbare_factoren(tabel, FACTOREN, "selectie") == {}
