"""Windows and the claims of 2017."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.tekst.hoofdrapport.ontwikkeling import (
    uitspraken_redenen,
    uitspraken_rijen,
    vensters_rijen,
)

GEEN_LIJST = AnalyseReden.LABEL_ONBEKEND.met(label="aandachtswijk")


def test_perioden_en_groepen_zonder_beleidslabels():
    rij = dict.fromkeys(
        (
            *("gemiddelde", "aandeel_gedaald", "aandeel_gestagneerd", "aandeel_gestegen"),
            *("aandeel_gedaald_inwoners", "aandeel_gestegen_inwoners"),
        ),
        0.25,
    ) | {"van": 2012, "tot": 2014, "n": 140}
    groepen = ("selectie", "label_aandachtswijk", "overig_in_aanmerking", "land")
    rijen = vensters_rijen(hoofdrapport(ontwikkeling=[rij | {"groep": g} for g in groepen]))
    assert [r[1] for r in rijen] == ["selectie", "overig in aanmerking", "alle wijken"]
    assert rijen[0] == ["2012–2014", "selectie", "140", "+0,25", *["25%"] * 5]


def test_een_uitspraak_zonder_aandeel_zegt_waarom():
    rij = {
        **{"nr": 4, "citaat": "de helft", "eenheid": "bewoners", "richting": "gedaald"},
        **{"van": 2012, "tot": 2014, "reden": None, "aandeel_wijken": 0.1},
        **{"aandeel_inwoners": 0.27, "aandeel_wijken_zonder_marge": 0.2},
        "aandeel_inwoners_zonder_marge": None,
    }
    mist = rij | {"nr": 6, "reden": GEEN_LIJST, "aandeel_inwoners": None}
    stof = hoofdrapport(uitspraken_2017=[rij, mist])
    met, zonder_ = uitspraken_rijen(stof)
    assert met == ["‘de helft’", "bewoners", "gedaald 2012–2014", "10%", "27%", "20%", "–"]
    assert zonder_[3:5] == ["niet te berekenen", "–"]
    assert uitspraken_redenen(stof) == [
        "Uitspraak zes is niet te berekenen: deze editie kent geen lijst met het label "
        "aandachtswijk."
    ]
