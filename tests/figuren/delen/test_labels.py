"""Labels at line ends keep clear of each other."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaarheid.figuren.delen.labels import zet_labels


def test_labels_schuiven_uit_elkaar_en_blijven_in_volgorde():
    y = [1.0, 1.05, 1.1, 3.0]
    plek = zet_labels(y, [0.5] * 4, 0, 4)
    assert plek[3] == 3.0  # has room, stays
    assert np.diff(sorted(plek)).min() >= 0.5 - 1e-9 and plek == sorted(plek)
    assert np.mean(plek[:3]) == pytest.approx(np.mean(y[:3]))
    rand = zet_labels([3.99, 4.0], [0.5, 0.5], 0, 4)
    assert rand == [3.25, 3.75]
    assert zet_labels([], [], 0, 1) == []
