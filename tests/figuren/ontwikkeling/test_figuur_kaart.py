"""The map: only with borders and places, and it counts who is not on it."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.figuren.ontwikkeling.figuur_kaart import kaart


def test_kaart_alleen_met_grenzen_en_ligging(wijken, grenzen, kader):
    assert kaart(wijken, None, kader) is None
    assert kaart(wijken.drop(columns=["x", "y"]), grenzen, kader) is None
    assert kaart(wijken.assign(x=np.nan), grenzen, kader) is None


@pytest.mark.traag
def test_kaart_telt_wijken_zonder_ligging(wijken, grenzen, kader):
    tabel = wijken.copy()
    eerste = tabel.index[tabel["in_selectie"]][0]
    tabel.loc[eerste, "x"] = np.nan
    n = int(tabel["in_selectie"].sum())
    _, t = kaart(tabel, grenzen, kader)
    assert t.n == f"N = {n - 1} wijken (1 zonder ligging niet op de kaart)."
    assert any(f"{naam} " in t.alt for naam in CLUSTERS)
