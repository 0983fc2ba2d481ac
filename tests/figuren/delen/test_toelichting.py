"""Phrases that notes share."""

from __future__ import annotations

from leefbaarheid.figuren.delen.toelichting import decimalen, peiljaren


def test_peiljaren_en_decimalen():
    assert peiljaren([2014]) == "Peiljaar 2014."
    assert peiljaren([2014, 2002, 2014]) == "Peiljaren 2002 en 2014."
    assert [decimalen(w) for w in (0.0, 0.02, 0.005, 0.0125)] == [2, 2, 3, 4]
