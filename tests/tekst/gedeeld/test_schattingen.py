"""When an estimate counts as clear."""

from __future__ import annotations

import pytest

from hulp.stof import schatting
from leefbaarheid.tekst.gedeeld.schattingen import richting_van


@pytest.mark.parametrize(
    ("coef", "p", "teken"),
    [
        (0.02, 0.01, 1),
        (-0.02, 0.049, -1),
        (0.02, 0.05, 0),
        (-0.02, 0.9, 0),
    ],
)
def test_richting_van_een_schatting(coef, p, teken):
    assert richting_van(schatting("woz", coef, p)) == teken
