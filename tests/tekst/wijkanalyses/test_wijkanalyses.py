"""What is said under an analysis about its wijken."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.tekst.wijkanalyses.wijkanalyses import besprekingen


def test_alleen_de_wijken_van_de_analyse():
    cel = KoppelReden.ZELFDE_RICHTING.met(oordeel="daler", cluster="Terugval")
    rijen = [{"bestand": bestand, "bespreking": cel} for bestand in ("oost.md", "west.md")]
    assert besprekingen(hoofdrapport(wijkanalyses=rijen), {"bron": "oost.md"}) == [
        "Het oordeel 'daler' en het cluster 'Terugval' wijzen in dezelfde richting."
    ]
