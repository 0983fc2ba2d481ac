"""Separation and agreement: partitions known by hand, closed forms, and counting pairs."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from hulp import mengsels
from leefbaarheid.toetsen import groepsmaten as gm


def rand_met_paren(a, b):
    """The adjusted Rand index by counting all pairs."""
    paren = list(combinations(range(len(a)), 2))
    in_a = sum(a[i] == a[j] for i, j in paren)
    in_b = sum(b[i] == b[j] for i, j in paren)
    samen = sum(a[i] == a[j] and b[i] == b[j] for i, j in paren)
    verwacht = in_a * in_b / len(paren)
    return (samen - verwacht) / ((in_a + in_b) / 2 - verwacht)


def test_adjusted_rand_by_hand_and_by_counting_pairs():
    data = mengsels.data()
    a, b = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2])
    # pairs together: a 6, b 3, both 2; expected 6*3/15 = 1.2; (2 - 1.2) / (4.5 - 1.2)
    assert gm.aangepaste_rand(a, b) == pytest.approx(0.8 / 3.3)
    groep, ander = data["groep"].to_numpy(), data["ander"].to_numpy()
    assert gm.aangepaste_rand(groep, ander) == pytest.approx(rand_met_paren(groep, ander))
    assert gm.aangepaste_rand(groep, ander) == pytest.approx(mengsels.waarden()["rand"], abs=1e-12)


def test_adjusted_rand_knows_no_names():
    a = np.array([0, 0, 1, 1, 2])
    assert gm.aangepaste_rand(a, np.array(["x", "x", "c", "c", "a"])) == 1
    assert gm.aangepaste_rand(np.zeros(5), np.zeros(5)) == 1
    assert gm.aangepaste_rand(a, np.zeros(5)) == 0


def test_cramers_v_by_hand():
    a = np.repeat([0, 1], [10, 10])
    b = np.array([0] * 8 + [1] * 2 + [0] * 4 + [1] * 6)
    # chi2 of [[8, 2], [4, 6]] = 20 (8*6 - 2*4)^2 / (10*10*12*8) = 3.3333; V = sqrt(chi2 / 20)
    assert gm.cramers_v(a, b) == pytest.approx(np.sqrt(1600 * 20 / 9600 / 20))
    assert gm.cramers_v(a, a) == pytest.approx(1)
    assert np.isnan(gm.cramers_v(a, np.zeros(20)))


def test_silhouette_by_hand():
    X = np.array([[0.0], [1.0], [4.0], [6.0]])
    # a: 1, 1, 2, 2; b: 5, 4, 3.5, 5.5
    verwacht = np.mean([4 / 5, 3 / 4, 1.5 / 3.5, 3.5 / 5.5])
    assert gm.silhouet(X, np.array([0, 0, 1, 1])) == pytest.approx(verwacht)
    # a row alone in its group counts as 0
    assert gm.silhouet(X[:3], np.array([0, 0, 1])) == pytest.approx(np.mean([3 / 4, 2 / 3, 0]))
    assert np.isnan(gm.silhouet(X, np.zeros(4)))


def test_entropy_and_average_posterior_by_hand():
    p = np.array([[0.9, 0.1], [0.6, 0.4], [0.2, 0.8]])
    h = -sum(x * np.log(x) for x in p.ravel())
    assert gm.entropie(p) == pytest.approx(1 - h / (3 * np.log(2)))
    assert gm.gemiddelde_posterior(p) == pytest.approx([0.75, 0.8])
    assert gm.entropie(np.eye(3)) == pytest.approx(1)
    assert gm.entropie(np.full((4, 2), 0.5)) == pytest.approx(0)
    assert np.isnan(gm.entropie(np.ones((4, 1))))
