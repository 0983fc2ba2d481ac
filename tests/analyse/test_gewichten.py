"""The weights of the bootstrap."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from hulp.gemeenten import maak_data
from leefbaarheid.analyse.gewichten import Trekkingen, kies_verdeling


@pytest.fixture
def data():
    return maak_data()


@pytest.mark.parametrize("G", [12, 36, 64, 65, 150])
def test_rademacher_is_min_of_plus_een(G):
    W = np.concatenate(list(Trekkingen(G, 4_000, 5, "rademacher").blokken(1_000)), axis=1)
    assert W.shape == (G, 4_000)
    assert set(np.unique(W)) == {-1.0, 1.0}
    assert np.abs(W.mean(axis=1)).max() < 5 / np.sqrt(4_000)
    samenhang = np.corrcoef(W) - np.eye(G)
    assert np.abs(samenhang).max() < 5.5 / np.sqrt(4_000)


def test_webb_heeft_zes_punten_met_variantie_een():
    W = np.concatenate(list(Trekkingen(9, 9_999, 5, "webb").blokken(700)), axis=1)
    waarden, aantal = np.unique(W, return_counts=True)
    assert waarden == pytest.approx(np.sqrt([1.5, 1, 0.5, 0.5, 1, 1.5]) * [-1, -1, -1, 1, 1, 1])
    assert aantal / W.size == pytest.approx(np.full(6, 1 / 6), abs=0.006)
    assert (W**2).mean() == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(("verdeling", "punten"), [("rademacher", 2), ("webb", 6)])
def test_opsomming_noemt_elke_vector_een_keer(verdeling, punten):
    """Half of them, one of each pair v and -v."""
    trek = Trekkingen(5, 10_000, 0, verdeling)
    assert trek.volledig
    assert trek.n == punten**5
    W = np.concatenate(list(trek.blokken(100)), axis=1).round(6)
    helft = {tuple(w) for w in W.T}
    assert len(helft) == W.shape[1] == punten**5 // 2
    alle = helft | {tuple(-w for w in v) for v in helft}
    verwacht = itertools.product(np.unique(np.r_[W, -W].round(6)), repeat=5)
    assert alle == set(verwacht)


def test_wanneer_webb_en_wanneer_alles():
    assert kies_verdeling(11) == "webb"
    assert kies_verdeling(12) == "rademacher"
    assert Trekkingen(13, 9_999, 0, "rademacher").volledig
    assert not Trekkingen(14, 9_999, 0, "rademacher").volledig
