"""The claims of 2017, each in its own unit."""

from __future__ import annotations

from hulp.stof import bijlage
from leefbaarheid.tekst.technische_verantwoording.uitspraken import uitspraken_rijen


def test_uitspraken_in_hun_eigen_eenheid():
    rij = {
        **{"nr": 4, "citaat": "bijna de helft", "eenheid": "bewoners", "richting": "gedaald"},
        **{"van": 2012, "tot": 2014, "groep": "selectie", "n": 140, "reden": None},
        **{"aandeel_wijken": 0.1, "aandeel_inwoners": 0.27},
        **{"aandeel_wijken_zonder_marge": 0.2, "aandeel_inwoners_zonder_marge": 0.46},
        **{"band_laag": 0.45, "band_hoog": 0.5, "oordeel": "past zonder marge", "bron": "rigo2017"},
    }
    mist = dict.fromkeys(rij) | {
        **{"nr": 6, "citaat": "x", "eenheid": "wijken", "richting": "gedaald", "n": 0},
        **{"van": 2012, "tot": 2014, "groep": "label_aandachtswijk", "bron": "x"},
        **{"band_laag": 0.995, "band_hoog": 1.0, "oordeel": "niet te toetsen"},
    }
    eerste, tweede = uitspraken_rijen(bijlage(uitspraken_2017=[rij, mist]))
    assert eerste[1] == "‘bijna de helft’ [@rigo2017]"
    assert eerste[3:5] == ["gedaald, 2012–2014, geselecteerde wijken", "140"]
    assert eerste[5:] == ["45,0%–50,0%", "27,0%", "46,0%", "past zonder marge"]
    assert tweede[4:] == ["–", "99,5%–100,0%", "–", "–", "niet te toetsen"]
