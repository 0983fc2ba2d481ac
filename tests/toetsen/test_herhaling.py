"""Draws on one design: the same numbers as one regression at a time."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.crv import crv1, crv3, standaardfout
from leefbaarheid.analyse.wild_bootstrap import wild_bootstrap
from leefbaarheid.toetsen.herhaling import herhaal, trek_fouten


@pytest.fixture
def ontwerp():
    rng = np.random.default_rng(3)
    gemeente = np.repeat(["c", "a", "b", "d", "e"], [4, 9, 3, 6, 5])
    gemeente = gemeente[rng.permutation(len(gemeente))]
    X = np.column_stack([np.ones(len(gemeente)), rng.normal(size=(len(gemeente), 2))])
    return X, gemeente, rng.normal(size=(len(gemeente), 3))


def test_elke_trekking_als_de_regressie_apart(ontwerp):
    X, gemeente, fouten = ontwerp
    h = herhaal(X, gemeente, fouten)
    for b in range(3):
        p = clusterproducten(X, fouten[:, b], gemeente)
        np.testing.assert_allclose(h.coef[b], p.coef, rtol=1e-10)
        np.testing.assert_allclose(h.crv1_se[b], standaardfout(crv1(p)), rtol=1e-10)
        np.testing.assert_allclose(h.crv3_se[b], standaardfout(crv3(p)), rtol=1e-10)
        apart, samen = (wild_bootstrap(q, trekkingen=99) for q in (p, h.producten(b)))
        np.testing.assert_allclose(samen.p, apart.p)
        np.testing.assert_allclose(samen.ci_hoog, apart.ci_hoog, rtol=1e-6)


def test_crv3_is_leeg_waar_een_gemeente_de_coefficient_bepaalt(ontwerp):
    X, gemeente, fouten = ontwerp
    X = np.column_stack([X, gemeente == "d"])  # nothing is left of it without gemeente d
    h = herhaal(X, gemeente, fouten)
    assert np.isnan(h.crv3_se[:, 3]).all()
    assert np.isfinite(h.crv3_se[:, 1:3]).all()
    assert np.isfinite(h.crv1_se).all()


def test_fouten_hebben_de_gevraagde_samenhang():
    """Two wijken of one gemeente correlate by the ICC, those of two gemeenten not at all.

    40 000 draws: the standard error of a correlation is 0.005.
    """
    gemeente = np.array(["b", "a", "b", "a"])
    E = trek_fouten(gemeente, 0.3, 40_000, np.random.default_rng(5).standard_normal)
    R = np.corrcoef(E)
    assert R[0, 2] == pytest.approx(0.3, abs=0.02)
    assert R[1, 3] == pytest.approx(0.3, abs=0.02)
    assert R[0, 1] == pytest.approx(0.0, abs=0.02)
    np.testing.assert_allclose(E.var(axis=1), 1, atol=0.04)


def test_schaal_per_wijk_en_per_gemeente():
    """sqrt(0.5) (2 a + 3 e) has variance 6.5; the other wijk has 1."""
    rng = np.random.default_rng(6)
    schaal_wijk, schaal_gemeente = np.array([3.0, 1.0]), np.array([2.0, 1.0])
    E = trek_fouten(
        np.array(["a", "b"]),
        0.5,
        40_000,
        rng.standard_normal,
        schaal_wijk=schaal_wijk,
        schaal_gemeente=schaal_gemeente,
    )
    np.testing.assert_allclose(E.var(axis=1), [6.5, 1], rtol=0.04)
