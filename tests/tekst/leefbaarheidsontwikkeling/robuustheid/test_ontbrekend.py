"""Missing data: what is missing, and what filling it in changes."""

from __future__ import annotations

from hulp.controletabellen import maak_stof
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import ontbrekend


def test_zeldzame_patronen_staan_samen_in_een_rij():
    rijen = [
        {
            **{"steekproef": "selectie", "patroon": str(i), "label": f"factor {i}"},
            **{"n_factoren": i, "n": 10 - i, "aandeel": 0.1, "n_gemeenten": 2},
        }
        for i in range(8)
    ]
    cellen = ontbrekend.patroon_rijen(maak_stof(patroon=rijen))
    assert len(cellen) == 7
    assert cellen[-1] == ["Twee andere combinaties", "7", "20,0%", "–"]
    alles = ontbrekend.ontbrekend_tekst(maak_stof(patroon=[rijen[0] | {"patroon": "volledig"}]))
    assert alles.endswith("Er valt dus niets in te vullen.")
