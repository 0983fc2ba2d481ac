"""The checklist of a report on trajectories."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.trajecten import OPZET, PLANTING, maak_wijken, rij
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.toetsen import trajectgroepen as tg


@pytest.fixture(scope="module")
def wijken() -> pd.DataFrame:
    return maak_wijken(PLANTING)


@pytest.fixture(scope="module")
def uit(wijken) -> tg.Trajectgroepen:
    return tg.trajectgroepen(wijken, **OPZET, trekkingen=20)


@pytest.mark.traag
def test_grolts_has_its_sixteen_items(uit):
    nummers = uit.grolts["nr"].tolist()
    assert nummers == [
        *("1", "2", "3a", "3b", "3c", "4", "5", "6a", "6b", "7", "8", "9", "10", "11", "12", "13"),
        *("14a", "14b", "14c", "15", "16"),
    ]
    assert set(uit.grolts["gerapporteerd"]) == {"ja", "niet_van_toepassing"}
    hoe = uit.grolts.set_index("nr")["hoe"]
    assert hoe["1"] == "grolts_jaren?jaren=2002-2008-2012-2014&tussenpozen=6-4-2"
    assert hoe["9"] == "grolts_starts?starts=80&iteraties=20&afmaken=15&hoogstens=1000"
    assert hoe["10"] == "grolts_laagste_bic?min_aandeel=0.05&min_kans=0.7&trekkingen=20"
    assert hoe["11"] == "grolts_modellen?n=24&minst=1&meest=6&vormen=4"
    methode, K = tg.getoonde_oplossing(uit.maten)
    entropie = float(ontleed(hoe["13"]).velden["entropie"])
    assert entropie == rij(uit.maten, methode, K)["entropie"]
