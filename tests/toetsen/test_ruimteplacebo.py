"""Noise in the place of a factor: the t of a column, and how often noise does as well."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.crv import crv3, standaardfout
from leefbaarheid.toetsen.ruimteplacebo import aandeel_aantoonbaar, placebo_p, t_van_kolommen
from leefbaarheid.toetsen.ruimteruis import pas_velden

GROEPEN = np.repeat(np.arange(8), [9, 7, 6, 5, 4, 3, 2, 1])


@pytest.fixture
def gegevens():
    rng = np.random.default_rng(1)
    n = len(GROEPEN)
    X = np.column_stack([np.ones(n), rng.normal(3, 1, n), rng.normal(size=n)])
    return rng.normal(size=n), X, 50 + 9 * rng.normal(size=(n, 6))


def test_t_is_die_van_een_regressie_per_kolom(gegevens):
    """With the jackknife of `crv`, which is tested against other programs; tolerance 1e-8."""
    y, X, N = gegevens
    uit = t_van_kolommen(y, X, N, GROEPEN)
    for j, t in enumerate(uit):
        p = clusterproducten(np.column_stack([X, N[:, j]]), y, GROEPEN)
        assert t == pytest.approx(p.coef[-1] / standaardfout(crv3(p))[-1], rel=1e-8)


def test_kolom_die_per_gemeente_vast_is(gegevens):
    y, X, _ = gegevens
    N = np.random.default_rng(2).normal(size=(8, 3))[GROEPEN]
    p = clusterproducten(np.column_stack([X, N[:, 0]]), y, GROEPEN)
    verwacht = p.coef[-1] / standaardfout(crv3(p))[-1]
    assert t_van_kolommen(y, X, N, GROEPEN)[0] == pytest.approx(verwacht, rel=1e-8)


def test_andere_factor_die_op_een_gemeente_rust_geeft_geen_t(gegevens):
    y, X, N = gegevens
    alleen = (GROEPEN == 7).astype(float)
    assert np.isnan(t_van_kolommen(y, np.column_stack([X, alleen]), N, GROEPEN)).all()


def test_aandelen_met_de_hand():
    ruis = np.array([0.1, -3.0, 2.0, 1.0])
    assert placebo_p(-2.0, ruis) == pytest.approx(3 / 5)
    # t(10) at 0.975 is 2.228
    assert aandeel_aantoonbaar(ruis, 10, 0.05) == pytest.approx(1 / 4)


@pytest.mark.traag
def test_placebo_houdt_zijn_niveau_waar_ruis_vaak_aantoonbaar_lijkt():
    """Outcome and factor are both fields over towns that lie near: CRV3 rejects too often.

    150 draws of both, without any association. The placebo knows that noise does so too.
    """
    rng = np.random.default_rng(3)
    midden = rng.uniform(0, 30_000, (12, 2))
    groepen = np.repeat(np.arange(12), 6)
    xy = midden[groepen] + rng.normal(0, 1_500, (72, 2))
    afstand = np.linalg.norm(xy[:, None] - xy[None], axis=2) / 1000
    wortel = np.linalg.cholesky(0.9 * np.exp(-afstand / 15) + 0.1 * np.eye(72))
    X = np.ones((72, 1))
    gewoon, placebo = [], []
    for _ in range(150):
        z, y = (wortel @ rng.normal(size=72) for _ in range(2))
        [veld] = pas_velden(z[:, None], xy)
        ruis = veld.trek(199, rng)
        t = t_van_kolommen(y, X, np.column_stack([z, ruis]), groepen)
        placebo.append(placebo_p(t[0], t[1:]) < 0.05)
        gewoon.append(aandeel_aantoonbaar(t[:1], 11, 0.05))
    assert np.mean(gewoon) > 0.1
    assert np.mean(placebo) < 0.5 * np.mean(gewoon)
    assert 0.01 < np.mean(placebo) < 0.12
