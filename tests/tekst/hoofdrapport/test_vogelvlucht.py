"""The story of national policy: sentences of the timeline, each with its sources."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.hoofdrapport.vogelvlucht import alineas


def test_een_alinea_per_reeks_van_een_soort_met_de_bron_voor_de_laatste_punt():
    momenten = [
        {"soort": "programma", "zin": "Eerst dit. Toen dat.", "bron": ["a2000", "b2001"]},
        {"soort": "onderzoek", "zin": "En een\nonderzoek.", "bron": ["c2002"]},
        {"soort": "omstandigheid", "zin": "Een wet.", "bron": ["d2003"]},
        {"soort": "programma", "zin": "Later.", "bron": ["e2004"]},
    ]
    stof = hoofdrapport()
    stof.editie["tijdlijn"] = momenten
    assert alineas(stof) == [
        "Eerst dit. Toen dat [@a2000; @b2001]. En een onderzoek [@c2002].",
        "Een wet [@d2003].",
        "Later [@e2004].",
    ]


def test_zonder_tijdlijn_geen_alineas():
    assert alineas(hoofdrapport()) == []
