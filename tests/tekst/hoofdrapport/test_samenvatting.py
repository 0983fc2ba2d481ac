"""The summary says how the mean went, and lays it beside other wijken."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport, naast
from leefbaarheid.tekst.hoofdrapport.samenvatting import richtingen, verloop


@pytest.mark.parametrize(
    ("begin", "eind", "tekst"),
    [
        (3.88, 3.93, "ging van 3,88 naar 3,93"),
        (3.93, 3.88, "ging van 3,93 naar 3,88"),
        (3.876, 3.884, "bleef afgerond 3,88"),  # no "van 3,88 naar 3,88"
    ],
)
def test_verloop(begin, eind, tekst):
    cijfers = {
        "gemiddelde.selectie.2012": (begin, "score"),
        "gemiddelde.selectie.2014": (eind, "score"),
    }
    assert verloop(hoofdrapport(cijfers=cijfers), 2012, 2014) == tekst


def test_richtingen_van_een_periode():
    def stof(gedaald):
        naam = "ontwikkeling.2012_2014.selectie"
        cijfers = {
            **{f"{naam}.gestegen": (0.41, "aandeel"), f"{naam}.gedaald": (gedaald, "aandeel")},
            f"{naam}.gedaald_inwoners": (gedaald + 0.1, "aandeel"),
            **{f"gemiddelde.selectie.{jaar}": (3.88, "score") for jaar in (2012, 2014)},
        }
        rijen = [
            *naast(2012, 2014, "gemiddelde_verandering", 0.010, (0.010, 0.0), (0.011, -0.001)),
            *naast(2012, 2014, "gedaald", gedaald, (0.21, 0.04), (0.10, 0.15)),
        ]
        return hoofdrapport(cijfers=cijfers, vergelijkingen=rijen)

    assert richtingen(stof(0.25), 2012, 2014) == (
        "In die jaren veranderde de gemiddelde score niet aantoonbaar: zij bleef afgerond 3,88; "
        "41% van de geselecteerde wijken steeg en 25% daalde (daar woonde "
        "35% van de bewoners). Van de overige wijken die in aanmerking kwamen, daalde 21% en van "
        "alle andere wijken in het voorbeeldland 10%; alleen het tweede verschil met de selectie "
        "is aantoonbaar."
    )
    assert "steeg en 0% daalde. Van" in richtingen(stof(0.0), 2012, 2014)  # nobody lives there
