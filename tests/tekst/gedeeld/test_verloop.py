"""How means move."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.gedeeld.verloop import begonnen, verloop_van


@pytest.mark.parametrize(
    ("verschil", "zin"),
    [
        (0.03, "steeg het gemiddelde"),
        (-0.03, "daalde het gemiddelde"),
        (0.004, "bleef het gemiddelde vrijwel gelijk"),
    ],
)
def test_verloop_met_het_werkwoord_vooraan(verschil, zin):
    assert verloop_van("het gemiddelde", verschil) == zin


def test_beginscores_naast_elkaar_zonder_oordeel():
    cijfers = {
        "gemiddelde.selectie.2002": (3.82, "score"),
        "gemiddelde.overig_in_aanmerking.2002": (4.08, "score"),
    }
    assert begonnen(hoofdrapport(cijfers=cijfers), 2002) == (
        "in 2002 scoorde de selectie gemiddeld 3,82 en scoorden de overige wijken die in "
        "aanmerking kwamen 4,08."
    )
