"""Before the checks: draft mode, and what the config fixes."""

from __future__ import annotations

import pytest

from hulp.controletabellen import EDITIE, maak_stof
from leefbaarheid.tekst.technische_verantwoording import vooraf


@pytest.mark.parametrize(("snel", "deel"), [(True, "**Concept.**"), (False, "")])
def test_conceptstand_staat_in_de_tekst(snel, deel):
    stof = maak_stof({"inferentie": EDITIE["inferentie"] | {"snel": snel}})
    assert vooraf.concept(stof).startswith(deel) and bool(vooraf.concept(stof)) == snel
