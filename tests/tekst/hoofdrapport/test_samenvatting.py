"""The summary says how the mean went."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.hoofdrapport.samenvatting import verloop


@pytest.mark.parametrize(
    ("begin", "eind", "tekst"),
    [
        (3.88, 3.93, "steeg van 3,88 naar 3,93"),
        (3.93, 3.88, "daalde van 3,93 naar 3,88"),
        (3.884, 3.8855, "bleef vrijwel gelijk: van 3,88 naar 3,89"),
        (3.88, 3.88, "bleef vrijwel gelijk (3,88)"),
        (3.876, 3.884, "bleef vrijwel gelijk (3,88)"),  # no "steeg van 3,88 naar 3,88"
    ],
)
def test_verloop(begin, eind, tekst):
    cijfers = {
        "gemiddelde.selectie.2012": (begin, "score"),
        "gemiddelde.selectie.2014": (eind, "score"),
    }
    assert verloop(hoofdrapport(cijfers=cijfers), 2012, 2014) == tekst
