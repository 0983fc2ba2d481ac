"""The bootstrap of a random intercept: exact where theory is, and p-values that are right."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from leefbaarheid.toetsen.random_intercept import reml_random_intercept
from leefbaarheid.toetsen.remlbootstrap import grenzen_en_p, trek_t

GROEPEN = np.repeat(np.arange(20), [15, 9, 7, 5, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1])


def ontwerp(rng):
    tussen = rng.normal(size=20)[GROEPEN]
    return np.column_stack([np.ones(len(GROEPEN)), rng.normal(size=len(GROEPEN)), tussen])


def test_grens_en_p_zeggen_hetzelfde():
    """|t| beyond the bound and p < 0.05 are the same, for any t."""
    rng = np.random.default_rng(1)
    trekkingen = rng.standard_t(5, size=(499, 1))
    for t in np.linspace(-4, 4, 400):
        grens, p = grenzen_en_p(np.array([t]), trekkingen, 0.05)
        assert (abs(t) > grens[0]) == (p[0] < 0.05)


def test_p_met_de_hand():
    """Of 99 draws 1, 2, ... 99 five are at least 95: p = 6/100; the bound is at p < 0.05."""
    trekkingen = np.arange(1.0, 100.0)[:, None]
    grens, p = grenzen_en_p(np.array([-95.0]), trekkingen, 0.05)
    assert (grens[0], p[0]) == (96.0, 0.06)


@pytest.mark.traag
def test_zonder_groepen_is_t_de_bekende_verdeling():
    """Groups of one wijk: there is no between variance to tell, and t is Student's with n-K."""
    rng = np.random.default_rng(2)
    X = np.column_stack([np.ones(12), rng.normal(size=12)])
    t = trek_t(X, np.arange(12), 0.0, np.array([[0.0, 1.0]]), 20_000, rng)
    assert np.quantile(np.abs(t), 0.95) == pytest.approx(stats.t.ppf(0.975, 10), rel=0.03)


@pytest.mark.traag
def test_rooster_geeft_dezelfde_t_als_de_volle_schatting():
    """The draws, estimated one by one at the exact maximum of the likelihood."""
    X, L = ontwerp(np.random.default_rng(3)), np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    snel = trek_t(X, GROEPEN, 0.4, L, 200, np.random.default_rng(5))
    rng = np.random.default_rng(5)
    Y = np.sqrt(0.4) * rng.standard_normal((20, 200))[GROEPEN]
    Y += rng.standard_normal((len(GROEPEN), 200))
    exact = []
    for y in Y.T:
        top = reml_random_intercept(y, X, GROEPEN)
        exact.append(L @ top.coef / np.sqrt(np.einsum("mk,kl,ml->m", L, top.cov, L)))
    np.testing.assert_allclose(snel, exact, atol=0.1)
    assert np.abs(snel - exact).mean() < 0.02
    grens = np.quantile(np.abs(exact), 0.95, axis=0)
    np.testing.assert_allclose(np.quantile(np.abs(snel), 0.95, axis=0), grens, rtol=0.02)


@pytest.mark.traag
def test_eenheden_en_samenloop_veranderen_t_niet():
    rng = np.random.default_rng(3)
    X = ontwerp(rng)
    L = np.array([[0.0, 1.0, -1.0]])
    een = trek_t(X, GROEPEN, 0.4, L, 50, np.random.default_rng(5))
    schaal = np.array([1.0, 1e4, 1e-4])
    ander = trek_t(X * schaal, GROEPEN, 0.4, L * schaal, 50, np.random.default_rng(5))
    np.testing.assert_allclose(een, ander, rtol=1e-6)
