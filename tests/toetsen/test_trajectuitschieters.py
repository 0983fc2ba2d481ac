"""Extreme wijken: how far out, in which group, and what is left without them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.trajecten import OPZET, PLANTING, maak_wijken
from leefbaarheid.toetsen.trajectgroepen import trajectgroepen
from leefbaarheid.toetsen.trajectuitschieters import robuuste_afstand, uitschieters
from leefbaarheid.toetsen.trajectwolk import KENMERKEN, maak_wolk

AANTALLEN = range(1, 5)


def zoek(wijken: pd.DataFrame):
    groepen = trajectgroepen(wijken, **OPZET, trekkingen=0, aantallen=AANTALLEN)
    wolk = maak_wolk(wijken, OPZET["jaren"], OPZET["crisisjaar"], OPZET["eindjaar"], OPZET["zaad"])
    return uitschieters(
        wolk, groepen.maten, groepen.indeling, zaad=OPZET["zaad"], aantallen=AANTALLEN
    )


def test_robuuste_afstand_met_de_hand():
    groei = pd.DataFrame(0.0, index=range(5), columns=list(KENMERKEN))
    groei[KENMERKEN[0]] = [1.0, 2.0, 3.0, 4.0, 20.0]  # median 3, median deviation 1
    afstand = robuuste_afstand(groei)
    assert afstand == pytest.approx(np.array([2, 1, 0, 1, 17]) / 1.4826)


@pytest.mark.traag
def test_een_handvol_uitersten_wordt_herkend_en_zonder_hen_staat_de_rest_er_nog():
    ver = (8, 4.6, 0.05, 0.1, "Succes!")  # eight wijken, far above all others
    uit = zoek(maak_wijken([*PLANTING[:2], ver]))
    groep = uit.groepen[uit.groepen["n_uitschieters"] > 0]
    assert groep["n_wijken"].tolist() == groep["n_uitschieters"].tolist() == [8]
    assert groep["handvol"].all()
    assert not uit.groepen[uit.groepen["n_uitschieters"] == 0]["handvol"].any()
    alle, zonder = uit.oplossingen.itertuples()
    assert (alle.aantal_groepen, zonder.aantal_groepen) == (3, 2)
    assert (alle.n, zonder.n) == (108, 100)
    # the two planted groups stay what they were
    assert zonder.rand > 0.95


@pytest.mark.traag
def test_zonder_uitschieters_is_er_een_reden_en_geen_tweede_oplossing():
    uit = zoek(maak_wijken([(60, 3.85, 0.008, 0.005, "Terugval")]))
    assert uit.groepen["n_uitschieters"].sum() == 0
    zonder = uit.oplossingen.iloc[1]
    assert zonder["reden"] == "geen_uitschieters"
    assert pd.isna(zonder["aantal_groepen"])


@pytest.mark.traag
def test_te_weinig_wijken_zonder_uitschieters_is_een_reden():
    wijken = maak_wijken([(6, 3.85, 0.008, 0.005, "Terugval"), (1, 4.9, 0.1, 0.1, "Succes!")])
    uit = zoek(wijken)
    # with so few every group is a handful
    assert uit.groepen["handvol"].all()
    assert uit.oplossingen["reden"].iloc[1].startswith("te_weinig_wijken_voor_groepen?n=6")
