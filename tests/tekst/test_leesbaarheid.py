"""The measure of readability itself, by hand."""

from __future__ import annotations

import pytest

from hulp.leesbaarheid import lopende_tekst, meet

TEKST = """---
title: Niet meegeteld
---

# Kop telt niet

De score steeg in **alle** jaren [@rigo2017]. Zie @tbl-a. Leefbaarheidsontwikkeling telt.

| tabel | telt niet |
|---|---|

: Bijschrift. {#tbl-a}

- Een punt van een lijst.
- Nog een punt; en een vervolg ervan.
"""


def test_alleen_lopende_tekst_telt():
    assert lopende_tekst(TEKST) == [
        "De score steeg in alle jaren . Zie . Leefbaarheidsontwikkeling telt.",
        "- Een punt van een lijst.",
        "- Nog een punt; en een vervolg ervan.",
    ]


def test_de_maten_met_de_hand():
    maten = meet("Een twee drie vier. Een twee drie vier vijf leefbaarheid zes zeven.")
    assert maten.zinnen == 2 and maten.woorden_per_zin == 6
    assert maten.lange_woorden == pytest.approx(1 / 12) and maten.lange_zinnen == 0
    assert meet("woord " * 30 + "einde. Kort is dit hier.").lange_zinnen == 0.5
