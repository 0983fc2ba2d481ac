"""One chain of imputations."""

from __future__ import annotations

import numpy as np

from leefbaarheid.toetsen import imputatieketting


def test_weinig_gemeenten_dragen_een_kleiner_invulmodel():
    """With 9 gemeenten there is room for a constant and the scores only; it must not fail."""
    eigen, erbij = np.ones((30, 6)), np.ones((30, 5))
    kolommen = [imputatieketting.voorspellers(eigen, erbij, 2, n, 3).shape[1] for n in (40, 25, 9)]
    assert kolommen == [12, 7, 3]
