"""Growth of a wijk by hand, and against least squares."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.trajecten import OPZET, maak_wijken
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import trajectwolk as tw


def test_growth_respects_the_years_between_measurements():
    # +0.01 a year for six and four years, then -0.02 a year for two
    scores = pd.DataFrame([[3.70, 3.76, 3.80, 3.76]], columns=[2002, 2008, 2012, 2014])
    groei = tw.groeikenmerken(scores, 2012).iloc[0]
    assert groei.tolist() == pytest.approx([3.80, 0.01, -0.02])


def test_growth_is_least_squares_per_wijk():
    rng = np.random.default_rng(1)
    jaren = [2002, 2008, 2012, 2014, 2018]
    scores = pd.DataFrame(rng.normal(3.8, 0.1, (6, 5)), columns=jaren)
    D = np.array([[1, min(j - 2012, 0), max(j - 2012, 0)] for j in jaren], dtype=float)
    los = np.array([np.linalg.lstsq(D, rij, rcond=None)[0] for rij in scores.to_numpy()])
    assert tw.groeikenmerken(scores, 2012).to_numpy() == pytest.approx(los, abs=1e-12)


def test_residual_spread_by_hand():
    # a broken line exactly; the best straight line through (-2, 0), (0, 0), (2, 1.2) leaves
    # 0.2, -0.4, 0.2: sum of squares 0.24 with 3 - 2 = 1 degree of freedom
    scores = pd.DataFrame([[0.0, 0.0, 1.2]], columns=[2010, 2012, 2014])
    rest = tw.restspreiding(scores, 2012)
    assert rest["recht"] == pytest.approx(np.sqrt(0.24))
    assert np.isnan(rest["gebroken"])  # three points, three parameters


@pytest.mark.parametrize(("jaren", "knoop"), [([2002, 2008], 2008), ([2002, 2008, 2012], 2012)])
def test_a_knot_needs_measurements_on_both_sides(jaren, knoop):
    scores = pd.DataFrame([[3.8] * len(jaren)], columns=jaren)
    with pytest.raises(InvoerFout, match=f"een vóór en een na {knoop}"):
        tw.groeikenmerken(scores, knoop)


def test_of_many_wijken_a_sample_is_taken_that_the_seed_decides(monkeypatch):
    wijken = maak_wijken([(60, 3.9, 0.01, 0.02, "Succes!")])
    keuze = (OPZET["jaren"], OPZET["crisisjaar"], OPZET["eindjaar"])
    assert tw.maak_wolk(wijken, *keuze, zaad=1).n == 60
    monkeypatch.setattr(tw, "STEEKPROEF", 25)
    een, weer, ander = (tw.maak_wolk(wijken, *keuze, zaad=zaad) for zaad in (1, 1, 2))
    assert (een.n, een.n_verwacht) == (25, 25)
    codes = een.tabel["wk_code"].tolist()
    assert codes == sorted(codes) == weer.tabel["wk_code"].tolist()
    assert codes != ander.tabel["wk_code"].tolist()
