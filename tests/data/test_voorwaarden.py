"""Conditions on attributes of a wijk: bounds count, unknown does not."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.data.voorwaarden import per_voorwaarde, voldoet

WIJKEN = pd.DataFrame(
    {
        "voorwaarde_oud_pct": [49.9, 50.0, 80.0, None],
        "voorwaarde_dichtheid": [10.0, 20.0, 30.0, 20.0],
    },
    index=[7, 3, 5, 1],
)


def test_de_grens_zelf_voldoet_en_onbekend_niet():
    assert voldoet(WIJKEN, {"oud_pct": {"min": 50}}).tolist() == [False, True, True, False]
    assert voldoet(WIJKEN, {"dichtheid": {"max": 20}}).tolist() == [True, True, False, True]


def test_een_wijk_voldoet_aan_elke_voorwaarde():
    beide = {"oud_pct": {"min": 50}, "dichtheid": {"min": 15, "max": 25, "waarom": "Zo is het."}}
    uit = voldoet(WIJKEN, beide)
    assert uit.tolist() == [False, True, False, False]
    assert uit.index.tolist() == [7, 3, 5, 1]
    assert per_voorwaarde(WIJKEN, beide).loc[5].tolist() == [True, False]


def test_zonder_voorwaarden_voldoet_elke_wijk():
    assert voldoet(WIJKEN, {}).tolist() == [True] * 4
