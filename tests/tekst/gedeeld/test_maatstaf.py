"""An effect as a share of the width of a class."""

from __future__ import annotations

import pytest

from hulp.stof import bijlage
from leefbaarheid.tekst.gedeeld.maatstaf import deel_van_klasse, klassebreedte, maatstaf


def test_breedte_is_het_gemiddelde_van_de_binnenste_klassen():
    """Eight bounds make seven inner classes: (4.27 - 3.674) / 7; by hand 0.0851."""
    assert klassebreedte(bijlage()) == pytest.approx(0.0851428571)
    assert "gemiddeld 0,09 punt breed" in maatstaf(bijlage())


@pytest.mark.parametrize(
    ("punten", "tekst"),
    [
        (0.001, "minder dan een twintigste van een klasse"),
        (-0.0213, "een kwart van een klasse"),
        (0.0425, "de helft van een klasse"),
        (0.085, "ongeveer een hele klasse"),
        (-0.17, "2,0 maal een klasse"),
    ],
)
def test_deel_van_een_klasse(punten, tekst):
    assert deel_van_klasse(bijlage(), punten) == tekst
