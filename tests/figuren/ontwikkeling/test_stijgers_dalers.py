"""Risers and fallers: in order, by name, on one page."""

from __future__ import annotations

import pytest

from hulp.figuren import teksten
from leefbaarheid.basis import taal
from leefbaarheid.figuren.ontwikkeling.stijgers_dalers import stijgers_dalers


@pytest.mark.traag
def test_stijgers_dalers_op_volgorde_met_namen_en_verandering(beelden, tabellen):
    fig, t = beelden["stijgers_dalers"]
    lijst = tabellen["stijgers_dalers"]
    sterkste = lijst.iloc[0]
    staan = teksten(fig)
    assert f"{sterkste['wk_naam']} ({sterkste['gm_naam']})" in staan
    assert taal.verandering(sterkste["verandering"]) in staan
    assert f"de sterkste stijger is {sterkste['wk_naam']}".lower() in t.alt.lower()
    assert "6 van" not in t.n and t.n.startswith("N = 10 van de ")


def test_stijgers_dalers_noemt_geen_wijk_twee_keer(kader, tabellen):
    lijst = tabellen["stijgers_dalers"].head(3)  # only risers, fewer than asked
    fig, t = stijgers_dalers(lijst, 2012, 2016, 5, kader)
    assert t.titel.startswith("De drie sterkste stijgers") and "daler" not in t.titel
    assert len([tekst for tekst in teksten(fig) if "(Gemeente" in tekst]) == 3
    assert stijgers_dalers(lijst.head(0), 2012, 2016, 5, kader) is None


@pytest.mark.traag
def test_veel_wijken_blijven_op_een_bladzijde(tabellen, kader):
    fig, _ = stijgers_dalers(tabellen["stijgers_dalers"], 2012, 2016, 50, kader)
    # a text block of A4 is 23.6 cm high, and a caption takes some of it
    assert fig.get_size_inches()[1] * 2.54 <= 22
