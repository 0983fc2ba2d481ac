"""Source lines name who made the data and who worked on them."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.gedeeld.bronnen import bron, bron_analyses, bron_model


def test_bronregels_noemen_bron_en_bewerker_letterlijk():
    assert bron(hoofdrapport()) == r"Bron: Leefbaarometer 3.0; bewerking Bureau \#1."
    assert bron_model(hoofdrapport()) == r"Bron: Leefbaarometer 3.0; CBS; bewerking Bureau \#1."
    assert bron_analyses(hoofdrapport()) == (
        r"Bron: wijkanalyses; Leefbaarometer 3.0; bewerking Bureau \#1."
    )
