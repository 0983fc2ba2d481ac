"""When an estimate is clear, and how many are in either direction."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.schattingen import Richtingen, richting_van, tel_richtingen


@pytest.mark.parametrize(
    ("coef", "p", "richting"),
    [(0.1, 0.049, 1), (-0.1, 0.049, -1), (0.1, 0.05, 0), (0.1, None, 0), (0.1, float("nan"), 0)],
)
def test_richting_van_een_schatting(coef, p, richting):
    assert richting_van({"coef_sd": coef, "p": p}) == richting


def test_beide_richtingen_worden_geteld_en_zonder_toets_telt_niet_mee():
    rijen = [
        {"coef_sd_x": coef, "p_x": p}
        for coef, p in ((0.1, 0.01), (0.2, 0.02), (-0.1, 0.01), (0.1, 0.5), (0.1, None))
    ]
    telling = tel_richtingen(rijen, "_x")
    assert telling == (4, 2, 1)
    assert telling.duidelijk == 3
    assert telling.in_woorden == "drie (twee positief, één negatief)"


@pytest.mark.parametrize(
    ("telling", "woorden"),
    [
        (Richtingen(4, 0, 0), "geen enkele"),
        (Richtingen(4, 1, 0), "één (positief)"),
        (Richtingen(4, 0, 3), "drie (alle negatief)"),
    ],
)
def test_een_telling_noemt_haar_richting(telling, woorden):
    assert telling.in_woorden == woorden
