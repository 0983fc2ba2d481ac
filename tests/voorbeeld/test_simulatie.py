"""One edition from a seed: other seeds differ, names leave the scores alone."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from leefbaarheid.voorbeeld.namen import GEMEENTEN
from leefbaarheid.voorbeeld.simulatie import VoorbeeldData, simuleer
from leefbaarheid.voorbeeld.voorbeeld import AFW_BASIS, DIMENSIES, Parameters

P = Parameters()


@pytest.mark.traag
def test_ander_zaad_geeft_andere_scores(data: VoorbeeldData):
    ander = simuleer(zaad=7)
    assert not ander.leefbaarometer["lbm"].equals(data.leefbaarometer["lbm"])


def test_afw_is_lbm_min_de_vaste_basis(data: VoorbeeldData):
    tabel = data.leefbaarometer
    assert (tabel["afw"] - (tabel["lbm"] - 4.1022648511)).abs().max() < 1e-9
    assert AFW_BASIS == 4.1022648511


@pytest.mark.traag
def test_naamgeving_laat_scores_ongemoeid(data: VoorbeeldData):
    andere_namen = tuple(replace(g, naam=f"{g.naam}-anders") for g in GEMEENTEN)
    eigen = {"Havermeer-anders": P.kans_eigen["Havermeer"]}
    zonder = simuleer(replace(P, gemeenten=andere_namen, kans_eigen=eigen))
    assert zonder.wijkanalyses["wk_code"].isna().all()
    getallen = ["wk_code", "jaar", "lbm", "afw", *DIMENSIES]
    pd.testing.assert_frame_equal(
        zonder.leefbaarometer[getallen], data.leefbaarometer[getallen], check_exact=True
    )
