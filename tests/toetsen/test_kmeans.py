"""k-means: against scikit-learn, and under bootstrap weights."""

from __future__ import annotations

import numpy as np
import pytest

from hulp import mengsels
from leefbaarheid.toetsen import kmeans as km
from leefbaarheid.toetsen.groepsmaten import aangepaste_rand, silhouet

WAARDEN = mengsels.waarden()
X = mengsels.punten()


@pytest.mark.parametrize("K", [2, 3, 4])
def test_kmeans_matches_scikit_learn(K):
    label, midden, sse = km.kmeans(X, K, np.random.default_rng(1))
    assert sse == pytest.approx(WAARDEN["kmeans"][str(K)]["sse"], abs=1e-9)
    assert silhouet(X, label) == pytest.approx(WAARDEN["kmeans"][str(K)]["silhouet"], abs=1e-10)
    assert midden == pytest.approx(np.array([X[label == k].mean(axis=0) for k in range(K)]))


def test_bootstrap_kmeans_ignores_rows_that_were_not_drawn():
    weg = np.ones((1, 150))
    weg[0, :70] = 0  # the whole first group
    lid = np.eye(2)[np.arange(150) % 2]  # a start of no use
    label = km.kmeans_trekkingen(X, lid, weg, np.random.default_rng(1))[0]
    rest, *_ = km.kmeans(X[70:], 2, np.random.default_rng(1))
    assert aangepaste_rand(label[70:], rest) == 1


def test_identical_rows_do_not_break_a_fit():
    gelijk = np.vstack([np.zeros((10, 2)), np.ones((10, 2))])
    label, _, sse = km.kmeans(gelijk, 3, np.random.default_rng(1))
    assert sse == pytest.approx(0)
    assert len(label) == 20
