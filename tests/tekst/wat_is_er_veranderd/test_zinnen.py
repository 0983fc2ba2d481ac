"""The sentences of the summary of two editions, counted and side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hulp.verandering import maak_stand
from leefbaarheid.tekst.wat_is_er_veranderd import zinnen

pytestmark = pytest.mark.traag


def test_gewijzigd_verdwenen_en_erbij_worden_geteld_en_getoond(stof):
    oud = maak_stand()
    tekst = oud.tekst.replace("volgt 2 wijken", "volgt 12 wijken").replace(
        "De *score* steeg (@sec-x).", "Niets bleef | zoals het was."
    )
    stof_ = stof(replace(oud, tekst=tekst))
    assert zinnen.aantallen(stof_) == (
        "Van de drie zinnen in de samenvatting van het vorige hoofdrapport staat er één letterlijk "
        "in het nieuwe; één is gewijzigd, één is verdwenen en één is erbij gekomen."
    )
    assert zinnen.rijen(stof_) == [
        ["Dit rapport volgt 2 wijken.", "Dit rapport volgt 12 wijken."],
        ["De score steeg.", "–"],
        ["–", r"Niets bleef \| zoals het was."],
    ]


def test_veel_cijfers_staan_alleen_in_de_csv(stof):
    oud = maak_stand()
    veel = {f"n{i}": {"tekst": str(i), "eenheid": "aantal"} for i in range(zinnen.HOOGSTENS + 1)}
    anders = {naam: deel | {"tekst": f"{deel['tekst']}0"} for naam, deel in veel.items()}
    stof_ = stof(replace(oud, cijfers=anders), replace(oud, cijfers=veel))
    assert zinnen.cijfer_rijen(stof_) == []
    assert "16 cijfers anders dan in de vorige editie" in zinnen.cijfers(stof_)
