"""Phrases that notes share."""

from __future__ import annotations

import pytest

from leefbaarheid.figuren.delen.toelichting import decimalen, koplopers, peiljaren


def test_peiljaren_en_decimalen():
    assert peiljaren([2014]) == "Peiljaar 2014."
    assert peiljaren([2014, 2002, 2014]) == "Peiljaren 2002 en 2014."
    assert [decimalen(w) for w in (0.0, 0.02, 0.005, 0.0125)] == [2, 2, 3, 4]


@pytest.mark.parametrize(
    ("aantallen", "hoogstens", "uit"),
    [
        ([("a", 5), ("b", 3), ("c", 2), ("d", 1)], 3, ["a (5)", "b (3)", "c (2)"]),
        ([("a", 5), ("b", 3), ("c", 2), ("d", 2)], 3, ["a (5)", "b (3)", "c (2)", "d (2)"]),
        ([("a", 5), *((x, 1) for x in "bcdefg")], 3, ["a (5)"]),  # six ties: none of them
        ([(x, 1) for x in "abcdef"], 3, []),
        ([("a", 4), ("b", 4)], 1, ["a (4)", "b (4)"]),
        ([("a", 2), ("b", 0)], 3, ["a (2)"]),
        ([], 3, []),
    ],
)
def test_koplopers_noemen_een_gelijke_stand_of_zwijgen(aantallen, hoogstens, uit):
    assert koplopers(aantallen, hoogstens) == uit
