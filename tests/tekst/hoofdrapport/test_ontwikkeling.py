"""Windows and the claims of 2017."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.hoofdrapport.ontwikkeling import uitspraken_rijen


def test_een_uitspraak_met_haar_bron_en_haar_oordeel():
    rij = {
        **{"nr": 4, "citaat": "bijna 40 % daalde", "eenheid": "bewoners", "richting": "gedaald"},
        **{"van": 2012, "tot": 2014, "reden": None, "aandeel_wijken": 0.1, "bron": "rigo2017"},
        **{"aandeel_inwoners": 0.27, "aandeel_wijken_zonder_marge": 0.2, "oordeel": "past niet"},
        "aandeel_inwoners_zonder_marge": None,
    }
    mist = rij | {"aandeel_wijken": None, "aandeel_inwoners": None, "oordeel": "niet te toetsen"}
    met, zonder_ = uitspraken_rijen(hoofdrapport(uitspraken_2017=[rij, mist]))
    assert met == [
        *("4", "‘bijna 40 % daalde’ [@rigo2017]", "bewoners", "gedaald 2012–2014"),
        *("10% (20%)", "27% (–)", "past niet"),
    ]
    assert zonder_[4:] == ["–", "–", "niet te toetsen"]
