"""The table of the measurement error: estimates, coverage, and what contradicts the model."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.simplex import JAREN, simplex
from leefbaarheid.toetsen.meetfout import meetfouttabel


def tabel(wijken, jaren=JAREN, trekkingen=200):
    return meetfouttabel(wijken, jaren, zaad=1, trekkingen=trekkingen).set_index("meting")


@pytest.mark.traag
def test_fout_en_betrouwbaarheid_van_een_bekende_populatie():
    uit = tabel(simplex(n=40_000, R=0.8, s=(0.9, 0.95, 0.9)), trekkingen=50)
    assert uit.index.tolist() == ["2002", "2008", "2012", "2014", "alle jaren"]
    assert uit["fout_sd"].to_numpy() == pytest.approx([0.14 * np.sqrt(0.2)] * 5, abs=0.003)
    assert uit["betrouwbaarheid"].to_numpy() == pytest.approx([0.8] * 5, abs=0.015)
    assert uit["geleend"].tolist() == [True, False, False, True, False]
    # the selection is a tail of 2002: there the same error is a larger share
    assert uit.loc["2002", "betrouwbaarheid_selectie"] < 0.5
    assert not uit["afwijkend"].fillna(False).any()


@pytest.mark.traag
def test_het_interval_dekt_de_fout():
    """100 populations of 600 wijken: the 95 % interval holds the truth 89 to 99 times."""
    waar, raak = 0.14 * np.sqrt(0.2), 0
    for zaad in range(100):
        rij = tabel(simplex(n=600, R=0.8, s=(0.9, 0.95, 0.9), zaad=zaad, k=60)).loc["2008"]
        raak += rij["ci_laag"] <= waar <= rij["ci_hoog"]
    assert 89 <= raak <= 99


@pytest.mark.traag
def test_een_onrustig_jaar_wijkt_af():
    wijken = simplex(n=4000, R=0.95, s=(0.95, 0.95, 0.95))
    ruis = np.random.default_rng(5).normal(0, 0.08, len(wijken))
    uit = tabel(wijken.assign(lbm_2012=wijken["lbm_2012"] + ruis))
    assert uit.loc[["2008", "2012"], "afwijkend"].tolist() == [True, True]
    assert uit.loc["2012", "fout_sd"] > 2 * uit.loc["2008", "fout_sd"]


@pytest.mark.traag
def test_een_blijvend_eigen_niveau_botst_met_de_keten():
    """A level of its own under the chain: the outer years are more alike than the chain allows."""
    wijken = simplex(n=4000, R=0.95, s=(0.6, 0.6, 0.6))
    niveau = np.random.default_rng(6).normal(0, 0.14, len(wijken))
    kolommen = [f"lbm_{j}" for j in JAREN]
    uit = tabel(wijken.assign(**{k: wijken[k] + niveau for k in kolommen}))
    assert uit.loc["2008", "botsing"]
    assert uit.loc["2008", "drietal_max"] > uit.loc["2008", "drietal_min"]
    assert uit.loc["2008", "n_drietallen"] == 2


def test_dezelfde_uitkomst_bij_dezelfde_invoer_in_een_andere_volgorde():
    wijken = simplex(n=90, k=20)
    gehusseld = wijken.sample(frac=1, random_state=1).reset_index(drop=True)
    een, ander = tabel(wijken), tabel(gehusseld)
    pd.testing.assert_frame_equal(een, ander, rtol=1e-9)


def test_te_weinig_jaren_geeft_een_rij_met_de_reden():
    uit = tabel(simplex(n=90, k=20), jaren=[2002, 2008])
    assert uit.index.tolist() == ["alle jaren"]
    assert uit["reden"].iloc[0].startswith("meetfout_te_weinig_jaren")
    assert uit["n"].iloc[0] == 90
