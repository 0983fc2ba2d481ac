"""The error of one measurement: by hand, of known populations, and where there is none."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.simplex import JAREN, simplex
from leefbaarheid.analyse import meetfout as mf


def scores(wijken):
    return wijken[[f"lbm_{j}" for j in JAREN]].set_axis(JAREN, axis=1), wijken["gm_code"]


def test_het_drietal_met_de_hand():
    # true variances 4 and 2, true covariances 2 (first two), 1.5 (last two): first-last 2 x 1.5 / 2
    cov = np.array([[4.5, 2.0, 1.5], [2.0, 2.7, 1.5], [1.5, 1.5, 3.0]])
    assert mf.drietal(cov, (0, 1, 2)) == pytest.approx(0.7)
    assert mf.foutvarianties(cov) == pytest.approx([0.7])


def test_een_drietal_zonder_samenhang_heeft_geen_schatting():
    cov = np.array([[1.0, 0.5, -0.1], [0.5, 1.0, 0.5], [-0.1, 0.5, 1.0]])
    assert np.isnan(mf.drietal(cov, (0, 1, 2)))


def test_drietallen_van_een_jaar_beginnen_met_de_buren():
    assert mf.drietallen_van(1, 4) == [(0, 1, 2), (0, 1, 3)]
    assert mf.drietallen_van(0, 4) == mf.drietallen_van(3, 4) == []


@pytest.mark.traag
def test_elk_jaar_krijgt_zijn_eigen_fout():
    """A Markov chain with error sd 0.02, 0.04 and 0.06 in the inner years; 60 000 wijken."""
    rng = np.random.default_rng(3)
    waar = [rng.normal(0, 0.12, 60_000)]
    for s in (0.9, 0.95, 0.9, 0.95):
        waar.append(s * waar[-1] + rng.normal(0, 0.04, 60_000))
    fout = np.array([0.05, 0.02, 0.04, 0.06, 0.05])
    X = pd.DataFrame(np.column_stack(waar) + rng.normal(0, 1, (60_000, 5)) * fout)
    uit = mf.schat_meetfout(
        X.set_axis([2002, 2008, 2012, 2014, 2016], axis=1), pd.Series("a", X.index)
    )
    assert np.sqrt(uit.eigen[1:-1]) == pytest.approx(fout[1:-1], abs=0.002)
    assert uit.geleend.tolist() == [True, False, False, False, True]
    gemiddeld = np.mean(fout[1:-1] ** 2)
    assert uit.gemiddeld == pytest.approx(gemiddeld, rel=0.03)
    assert uit.se_verschil(2002, 2012) == pytest.approx(np.sqrt(gemiddeld + 0.04**2), rel=0.03)
    assert uit.se_doorsnee == pytest.approx(np.sqrt(2 * gemiddeld), rel=0.03)


def test_een_jaar_onder_nul_leent_het_gemiddelde_en_telt_daarin_mee():
    uit = mf.Meetfout([2002, 2008, 2012, 2014], np.array([np.nan, -0.0001, 0.0005, np.nan]), 0.0002)
    assert uit.variantie.tolist() == [0.0002, 0.0002, 0.0005, 0.0002]
    assert mf.gemiddelde_fout(np.array([-0.0001, 0.0005])) == pytest.approx(0.0002)
    assert mf.gemiddelde_fout(np.array([-0.0007, 0.0005])) == 0


def test_zonder_genoeg_metingen_of_wijken_is_er_een_reden():
    X, gemeente = scores(simplex(n=29, k=5))
    uit = mf.schat_meetfout(X, gemeente)
    assert uit.reden == "meetfout_te_weinig_wijken?n=29&minimum=30"
    assert np.isnan(uit.se_verschil(2008, 2012))
    X, gemeente = scores(simplex(n=60, k=5))
    assert mf.schat_meetfout(X[[2002, 2008]], gemeente).reden.startswith("meetfout_te_weinig_jaren")
    omgekeerd = X.assign(**{"2012": -X[2012]}).iloc[:, [0, 1, 4]].set_axis([1, 2, 3], axis=1)
    assert mf.schat_meetfout(omgekeerd, gemeente).reden == "meetfout_geen_samenhang"


def test_gewogen_momenten_zijn_die_van_de_getrokken_gemeenten():
    X, gemeente = scores(simplex(n=60, k=6, gemeenten=6))
    codes = pd.factorize(gemeente, sort=True)[0]
    gewicht = np.array([[2.0, 0, 1, 0, 3, 0]])
    gem, cov = mf.gewogen_momenten(X.to_numpy(), codes, gewicht)
    rijen = np.repeat(X.to_numpy(), gewicht[0].astype(int)[codes], axis=0)
    assert gem[0] == pytest.approx(rijen.mean(axis=0), abs=1e-12)
    assert cov[0] == pytest.approx(np.cov(rijen.T), abs=1e-12)
