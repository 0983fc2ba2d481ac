"""Which characters the house font has, beside what another reader of fonts says."""

from __future__ import annotations

import pytest
from matplotlib.ft2font import FT2Font

from leefbaarheid.basis.lettertype import LETTERTYPEN, zichtbare_tekens


def test_gelijk_aan_freetype():
    volgens_freetype = [set(FT2Font(pad).get_charmap()) for pad in LETTERTYPEN.glob("*.ttf")]
    assert zichtbare_tekens() == set.intersection(*volgens_freetype)


def test_tekens_van_het_rapport():
    assert {ord(c) for c in "aé’€–œšŽ²½→≥"} <= zichtbare_tekens()
    assert not {ord(c) for c in "🙂中א"} & zichtbare_tekens()


def test_een_map_zonder_lettertype(tmp_path):
    with pytest.raises(FileNotFoundError):
        zichtbare_tekens(tmp_path)
