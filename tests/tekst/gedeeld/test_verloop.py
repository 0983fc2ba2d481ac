"""How means move."""

from __future__ import annotations

import pytest

from leefbaarheid.tekst.gedeeld.verloop import verloop_van


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
