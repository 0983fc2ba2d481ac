"""Reliability: by hand, of known populations, and coverage of the interval."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.simplex import JAREN, simplex
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import betrouwbaarheid as bt


def scores(wijken):
    return wijken[[f"lbm_{j}" for j in JAREN]].set_axis(JAREN, axis=1), wijken["gm_code"]


def test_heise_by_hand():
    # R = 0.8, true stabilities 0.9 and 0.95: r12 = 0.72, r23 = 0.76, r13 = 0.684
    uit = bt.heise(0.72, 0.76, 0.684)
    assert (uit.betrouwbaarheid, uit.stabiliteit_12, uit.stabiliteit_23) == pytest.approx(
        (0.8, 0.9, 0.95)
    )


@pytest.mark.traag
def test_reliability_of_a_known_population():
    wijken = simplex(n=40_000, R=0.8, s=(0.9, 0.95, 0.9))
    tabel = bt.betrouwbaarheid(*scores(wijken), zaad=1, trekkingen=50)
    assert tabel["metingen"].tolist() == ["2002-2008-2012", "2008-2012-2014", "alle metingen"]
    assert tabel["jaar"].tolist()[:2] == [2008, 2012]
    # sampling errors with 40 000 wijken are about 0.004
    assert tabel["betrouwbaarheid"].to_numpy() == pytest.approx([0.8] * 3, abs=0.015)
    assert tabel["stabiliteit_12"].iloc[0] == pytest.approx(0.9, abs=0.015)
    assert tabel["stabiliteit_23"].iloc[0] == pytest.approx(0.95, abs=0.015)
    assert tabel["meetfout_sd"].to_numpy() == pytest.approx([0.14 * np.sqrt(0.2)] * 3, abs=0.003)


@pytest.mark.traag
def test_interval_of_the_reliability_covers_it():
    """100 populations of 600 wijken: coverage of the 95 % interval between 89 and 99 %."""
    raak = 0
    for zaad in range(100):
        wijken = simplex(n=600, R=0.8, s=(0.9, 0.95, 0.9), zaad=zaad, k=60)
        rij = bt.betrouwbaarheid(*scores(wijken), zaad=1, trekkingen=200).iloc[-1]
        raak += rij["ci_laag"] <= 0.8 <= rij["ci_hoog"]
    assert 89 <= raak <= 99


def test_reliability_is_heise_of_the_sample_correlations():
    X, gemeente = scores(simplex(n=300, R=0.9, s=(0.9, 0.9, 0.9), k=30))
    r = np.corrcoef(X.to_numpy().T)
    tabel = bt.betrouwbaarheid(X, gemeente, zaad=1, trekkingen=10)
    twee = [r[0, 1] * r[1, 2] / r[0, 2], r[1, 2] * r[2, 3] / r[1, 3]]
    assert tabel["betrouwbaarheid"].iloc[:2].tolist() == pytest.approx(twee, abs=1e-12)
    assert tabel["betrouwbaarheid"].iloc[2] == pytest.approx(np.sqrt(np.prod(twee)), abs=1e-12)
    # Wiley & Wiley: error variance c22 - c12 c23 / c13, the same at the first measurement
    c = np.cov(X.to_numpy().T)
    fout = c[1, 1] - c[0, 1] * c[1, 2] / c[0, 2]
    assert tabel["betrouwbaarheid_eerste"].iloc[0] == pytest.approx(1 - fout / c[0, 0], abs=1e-12)


def test_an_estimate_above_one_is_shown_and_named():
    # two measurements with the same error: the middle one looks more than perfectly reliable
    rng = np.random.default_rng(1)
    a = rng.normal(size=500)
    b = a + rng.normal(0, 0.5, 500)
    X = pd.DataFrame({2002: a, 2008: (a + b) / 2, 2012: b})
    tabel = bt.betrouwbaarheid(X, pd.Series(np.arange(500) % 10), zaad=1, trekkingen=20)
    assert tabel["betrouwbaarheid"].iloc[0] > 1
    assert tabel["toelichting"].iloc[0] == "betrouwbaarheid_boven_een"
    assert np.isnan(tabel["meetfout_sd"].iloc[0])


def test_two_measurements_are_not_enough():
    X = pd.DataFrame({2002: [1.0, 2.0], 2008: [1.0, 2.0]})
    with pytest.raises(InvoerFout, match="drie meetjaren"):
        bt.betrouwbaarheid(X, pd.Series(["a", "b"]), zaad=1)
