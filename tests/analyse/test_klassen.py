"""The nine classes: what happens on, just below and outside the cut points."""

from __future__ import annotations

import pandas as pd
import pytest

from leefbaarheid.analyse.klassen import klasse
from leefbaarheid.basis.begrippen import KLASSENAMEN

GRENZEN = [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270]


@pytest.mark.parametrize(
    ("score", "verwacht"),
    [
        (2.5, 1),
        (3.6739999, 1),
        (3.674, 2),  # on a cut point: the higher class
        (3.8209999, 3),
        (3.821, 4),
        (3.9379999, 4),
        (3.938, 5),
        (4.2699999, 8),
        (4.270, 9),
        (6.0, 9),
    ],
)
def test_score_op_en_naast_een_grens(score, verwacht):
    assert klasse(pd.Series([score]), GRENZEN).tolist() == [verwacht]


def test_elke_grens_opent_de_volgende_klasse():
    assert klasse(pd.Series(GRENZEN), GRENZEN).tolist() == [2, 3, 4, 5, 6, 7, 8, 9]
    net_eronder = pd.Series([grens - 1e-9 for grens in GRENZEN])
    assert klasse(net_eronder, GRENZEN).tolist() == [1, 2, 3, 4, 5, 6, 7, 8]


def test_ontbrekend_blijft_ontbrekend_en_de_rijnamen_blijven():
    uit = klasse(pd.Series([3.9, None, 5.0], index=["c", "a", "b"]), GRENZEN)
    assert uit.index.tolist() == ["c", "a", "b"]
    assert uit["c"] == 4
    assert uit["a"] is pd.NA
    assert uit["b"] == 9


def test_zwak_is_klasse_vier_en_ligt_boven_onvoldoende():
    assert KLASSENAMEN[4 - 1] == "zwak"
    assert KLASSENAMEN[3 - 1] == "onvoldoende"
    assert KLASSENAMEN[5 - 1] == "voldoende"
    assert len(KLASSENAMEN) == len(GRENZEN) + 1
