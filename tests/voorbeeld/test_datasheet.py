"""The datasheet shows what was reached."""

from __future__ import annotations

import re

from hulp import WORTEL
from leefbaarheid.voorbeeld.ijking import ijking
from leefbaarheid.voorbeeld.simulatie import VoorbeeldData
from leefbaarheid.voorbeeld.voorbeeld import DATASHEET

BUNDEL = WORTEL / "data/raw/voorbeeld"


def test_ijking_staat_in_de_datasheet(data: VoorbeeldData):
    datasheet = (BUNDEL / DATASHEET).read_text(encoding="utf-8")
    assert datasheet.count("| alle wijken | gemiddelde score |") == 8
    corporatie = [d for d in ijking(data) if d.kenmerk == "gemiddelde corporatiebezit (%)"]
    assert len(corporatie) == 2
    for rij in corporatie:
        getal = f"{rij.bereikt:.1f}".replace(".", ",")
        assert re.search(
            rf"\| {rij.groep} \| {re.escape(rij.kenmerk)} \| 2008 .*{getal}", datasheet
        )
