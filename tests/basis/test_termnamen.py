"""What a reader sees of the terms of a regression."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.termnamen import termnaam


@pytest.mark.parametrize(
    ("term", "naam"),
    [
        ("constante", "Constante"),
        ("beginscore", "Leefbaarheidsscore 2012 (begin van het venster)"),
        ("basisscore", "Leefbaarheidsscore 2002 (basismeting)"),
        ("woz", "Woningwaarde (x 1000 euro)"),
    ],
)
def test_een_factor_heet_als_in_het_codeboek_en_een_score_naar_haar_jaar(term, naam):
    label = "Woningwaarde (x 1000 euro)" if term == "woz" else term
    assert termnaam({"term": term, "label": label, "van": 2012}, basisjaar=2002) == naam
