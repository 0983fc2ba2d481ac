"""The timeline: a row per line, also for editions that begin or end elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hulp import WORTEL
from hulp.figuren import KADER, leesfouten
from leefbaarheid.editie.tijdlijn import lees_tijdlijn
from leefbaarheid.figuren.ontwikkeling.tijdlijn import tijdlijn

pytestmark = pytest.mark.traag


@pytest.mark.parametrize("jaren", [KADER.jaren, (1990, 1998), (2002, 2022, 2034), (2022,)])
def test_elke_regel_staat_er_met_haar_jaren(jaren):
    momenten = lees_tijdlijn(WORTEL)
    fig, t = tijdlijn(momenten, replace(KADER, jaren=jaren))
    assert leesfouten(fig) == []
    (ax,) = fig.axes
    namen = " ".join(label.get_text() for label in ax.get_yticklabels()).replace("\n", " ")
    assert all(str(m["naam"]) in namen and str(m["van"]) in t.alt for m in momenten)
    links, rechts = ax.get_xlim()
    assert links < min(jaren) and rechts > max(jaren)


def test_de_boodschap_telt_programmas():
    momenten = [
        {"naam": "A", "van": 1994, "tot": 1999, "soort": "programma"},
        {"naam": "B", "van": 2015, "tot": None, "soort": "omstandigheid"},
        {"naam": "C", "van": 2022, "tot": "open", "soort": "programma"},
    ]
    _, t = tijdlijn(momenten, KADER)
    assert t.boodschap == "Sinds 1994 richtte het Rijk zich met twee programma’s op de steden"
    assert "A (1994–1999), B (2015) en C (vanaf 2022)" in t.alt
    _, zonder = tijdlijn(momenten[1:2], KADER)
    assert zonder.boodschap == ""
    assert tijdlijn([], KADER) is None
