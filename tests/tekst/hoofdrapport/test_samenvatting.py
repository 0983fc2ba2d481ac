"""The summary says how the mean went, and lays it beside other wijken."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport, naast
from leefbaarheid.tekst.hoofdrapport.samenvatting import kop, richtingen, verloop


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


def test_kop_en_richtingen_van_een_periode():
    cijfers = {
        f"ontwikkeling.2012_2014.selectie.{naam}": (aandeel, "aandeel")
        for naam, aandeel in (("gestegen", 0.41), ("gestagneerd", 0.34), ("gedaald", 0.25))
    }
    rijen = [
        *naast(2012, 2014, "gemiddelde_verandering", 0.010, (0.010, 0.0), (0.011, -0.001)),
        *naast(2012, 2014, "gedaald", 0.25, (0.21, 0.04), (0.10, 0.15)),
    ]
    stof = hoofdrapport(cijfers=cijfers, vergelijkingen=rijen)
    assert kop(stof, 2012, 2014) == (
        "Tussen 2012 en 2014 veranderde de gemiddelde score niet aantoonbaar."
    )
    assert richtingen(stof, 2012, 2014) == (
        "Ruim twee vijfde van de wijken steeg (41%), 34% stagneerde en een kwart van de wijken "
        "daalde (25%). Van de overige wijken die in aanmerking kwamen daalde 21% en van alle "
        "andere wijken in het voorbeeldland 10%; alleen bij alle andere wijken in het "
        "voorbeeldland is het verschil met de selectie aantoonbaar."
    )


def test_een_aantoonbaar_verschil_in_verandering_staat_in_de_samenvatting():
    cijfers = {
        f"ontwikkeling.2008_2012.selectie.{naam}": (aandeel, "aandeel")
        for naam, aandeel in (("gestegen", 0.61), ("gestagneerd", 0.27), ("gedaald", 0.12))
    }
    rijen = [
        *naast(2008, 2012, "gemiddelde_verandering", 0.08, (0.01, 0.07), (0.06, 0.02)),
        *naast(2008, 2012, "gedaald", 0.12, (0.11, 0.01), (0.10, 0.02)),
    ]
    zin = richtingen(hoofdrapport(cijfers=cijfers, vergelijkingen=rijen), 2008, 2012)
    assert zin.endswith(
        "De gemiddelde verandering was +0,080 punt, bij de overige wijken die in aanmerking kwamen "
        "+0,010 en bij alle andere wijken in het voorbeeldland +0,060; alleen bij de overige "
        "wijken die in aanmerking kwamen is het verschil met de selectie aantoonbaar."
    )
