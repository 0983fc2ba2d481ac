"""The checklist of a report on trajectories."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.trajecten import OPZET, PLANTING, maak_wijken, rij
from leefbaarheid.toetsen import trajectgroepen as tg


@pytest.fixture(scope="module")
def wijken() -> pd.DataFrame:
    return maak_wijken(PLANTING)


@pytest.fixture(scope="module")
def uit(wijken) -> tg.Trajectgroepen:
    return tg.trajectgroepen(wijken, **OPZET, trekkingen=20)


def test_grolts_has_its_sixteen_items(uit):
    nummers = uit.grolts["nr"].tolist()
    assert nummers == [
        *("1", "2", "3a", "3b", "3c", "4", "5", "6a", "6b", "7", "8", "9", "10", "11", "12", "13"),
        *("14a", "14b", "14c", "15", "16"),
    ]
    assert (uit.grolts[["item", "gerapporteerd", "hoe"]] != "").all(axis=None)
    hoe = uit.grolts.set_index("nr")["hoe"]
    assert "2002, 2008, 2012 en 2014, met tussenpozen van 6, 4 en 2 jaar" in hoe["1"]
    assert "24 modellen: 1 tot 6 groepen in 4 vormen" in hoe["11"]
    methode, K = tg.getoonde_oplossing(uit.maten)
    entropie = f"{rij(uit.maten, methode, K)['entropie']:.2f}".replace(".", ",")
    assert entropie in hoe["13"]
