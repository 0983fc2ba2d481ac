"""The conclusions follow the numbers."""

from __future__ import annotations

import pytest

from hulp.stof import clusterrijen, hoofdrapport
from leefbaarheid.tekst.hoofdrapport.conclusies import clusters, ontwikkeling


@pytest.mark.parametrize(
    ("n", "minst", "meest", "tekst"),
    [
        (1, 0, 4, "In *Terugval* zit één wijk (1%); met een andere marge of een andere grens voor "
         "'voldoende' loopt dat aantal van 0 tot 4."),
        (20, 20, 20, "In *Terugval* zitten 20 wijken (1%); met een andere marge of een andere "
         "grens voor 'voldoende' blijft dat aantal 20."),
    ],
)  # fmt: skip
def test_conclusie_clusters(n, minst, meest, tekst):
    cijfers = {
        "cluster.terugval.n": (n, "aantal"),
        "cluster.terugval.aandeel": (0.01, "aandeel"),
        "cluster.terugval.min": (minst, "aantal"),
        "cluster.terugval.max": (meest, "aantal"),
    }
    assert tekst in clusters(hoofdrapport(cijfers=cijfers, clusters=clusterrijen()))


@pytest.mark.parametrize(
    ("land", "tekst"),
    [
        (0.20, "een groter aandeel dan in het voorbeeldland als geheel (20%)"),
        (0.40, "een kleiner aandeel dan in het voorbeeldland als geheel (40%)"),
        (0.30, "evenveel als in het voorbeeldland als geheel (30%)"),
    ],
)
def test_conclusie_ontwikkeling(land, tekst):
    cijfers = {
        "ontwikkeling.2008_2012.selectie.gestegen": (0.61, "aandeel"),
        "ontwikkeling.2008_2012.selectie.gedaald": (0.12, "aandeel"),
        "ontwikkeling.2012_2014.selectie.gedaald": (0.30, "aandeel"),
        "ontwikkeling.2012_2014.selectie.gedaald_inwoners": (0.35, "aandeel"),
        "ontwikkeling.2012_2014.land.gedaald": (land, "aandeel"),
    }
    zin = ontwikkeling(hoofdrapport(cijfers=cijfers))
    assert "Tussen 2008 en 2012 steeg 61% van de geselecteerde wijken en daalde 12%." in zin
    assert f"Tussen 2012 en 2014 daalde 30%, {tekst}." in zin
    assert "woonde 35% in een wijk die daalde." in zin
