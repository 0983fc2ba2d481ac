"""Decomposition: only windows that have dimensions."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.figuren import teksten
from leefbaarheid.analyse.decompositie import decompositie
from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.figuren.ontwikkeling import dimensies


@pytest.mark.traag
def test_decompositie_alleen_vensters_met_dimensies(beelden, tabellen):
    fig, t = beelden["decompositie"]
    assert "2014–2018 en 2014–2022" in t.titel and "2012" not in t.titel
    tabel = tabellen["decompositie"].set_index(["van", "tot", "groep"])
    rij = tabel.loc[(2014, 2022, "selectie")]
    assert f"2014–2022 met {taal.verandering(rij['totaal'], 3)} punt" in t.alt
    for dimensie, naam in DIMENSIES.items():
        assert f"{naam} {taal.verandering(rij[dimensie], 3)}" in t.alt
    assert {"2014–2018", "2014–2022"} <= set(teksten(fig))


def test_zonder_dimensies_geen_decompositie(tabellen, kader, teken, panel, wijken):
    leeg = decompositie(panel.assign(**dict.fromkeys(DIMENSIES, np.nan)), wijken, [(2014, 2018)])
    assert dimensies.decompositie(leeg, [[2014, 2018]], kader) is None
    assert "decompositie" not in teken(tabellen | {"decompositie": leeg})
