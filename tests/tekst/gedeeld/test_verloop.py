"""How means move."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.gedeeld.verloop import afstand


@pytest.mark.parametrize(
    ("selectie", "tekst"),
    [
        ((3.80, 3.90), "kromp van 0,30 naar 0,20 punt; een deel daarvan kan regressie naar het"),
        ((3.90, 3.80), "groeide van 0,20 naar 0,30 punt."),
        ((3.80, 3.801), "bleef 0,30 punt."),
    ],
)
def test_afstand_tot_alle_wijken(selectie, tekst):
    cijfers = {
        f"gemiddelde.{groep}.{jaar}": (waarde, "score")
        for groep, paar in (("selectie", selectie), ("land", (4.1, 4.1)))
        for jaar, waarde in zip((2002, 2022), paar, strict=True)
    }
    zin = afstand(hoofdrapport(cijfers=cijfers), 2002, 2022)
    assert zin.startswith(f"De afstand tot het gemiddelde van alle wijken {tekst}")
    assert ("regressie naar het gemiddelde" in zin) == ("kromp" in zin)
