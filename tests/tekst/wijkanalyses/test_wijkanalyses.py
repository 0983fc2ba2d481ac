"""What is said under an analysis about its wijken."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.tekst.wijkanalyses.wijkanalyses import adviezen, besprekingen


def test_alleen_de_wijken_van_de_analyse():
    cel = KoppelReden.ZELFDE_RICHTING.met(oordeel="daler", cluster="Terugval")
    rijen = [{"bestand": bestand, "bespreking": cel} for bestand in ("oost.md", "west.md")]
    assert besprekingen(hoofdrapport(wijkanalyses=rijen), {"bron": "oost.md"}) == [
        "Het oordeel 'daler' en het cluster 'Terugval' wijzen in dezelfde richting."
    ]


def test_adviezen_van_de_analyse_zonder_wat_niet_is_ingevuld():
    leeg = dict.fromkeys(("horizon", "samenwerkingsvorm", "financieringsvorm", "bron"))
    rij = {**leeg, "bestand": "oost.md", "laag": "wijk", "wat": "Doe *dit*.", "wie": "gemeente"}
    rijen = [
        {**rij, "horizon": "direct", "bron": "gesprekken"},
        {**rij, "bestand": "west.md"},
        {**rij, "laag": "thema"},
        rij,
    ]
    assert adviezen(hoofdrapport(adviezen=rijen), {"bron": "oost.md"}) == [
        r"Doe \*dit\*. *(voor gemeente; termijn: direct; steunt op: gesprekken)*",
        r"Doe \*dit\*. *(voor gemeente)*",
    ]
