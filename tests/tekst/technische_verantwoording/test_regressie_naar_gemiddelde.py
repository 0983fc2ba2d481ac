"""What a low score makes one expect."""

from __future__ import annotations

import pytest

from hulp.controletabellen import MIN, maak_stof
from leefbaarheid.tekst.technische_verantwoording import (
    regressie_naar_gemiddelde as tekst,
)


def rij(model, oordeel, van=2012, tot=2014, groep="selectie"):
    return {
        **{"groep": groep, "model": model, "van": van, "tot": tot, "oordeel": oordeel},
        **{"waargenomen": 0.031, "ci_laag": 0.02, "ci_hoog": 0.042},
        **{"verwacht": 0.01, "verwacht_laag": -0.01, "verwacht_hoog": 0.03},
        **{f"betrouwbaarheid{k}": w for k, w in (("", 0.99), ("_laag", 0.98), ("_hoog", 1.0))},
    }


def stof_met(ruis, beweging, **anders):
    rijen = [rij("alleen_ruis", ruis, **anders), rij("ruis_en_beweging", beweging, **anders)]
    return maak_stof(simulatie=rijen)


@pytest.mark.parametrize(
    ("ruis", "slot"),
    [
        ("meer", "meer dan meetruis alleen doet verwachten"),
        ("minder", "minder dan meetruis alleen doet verwachten"),
        ("past", "niet aantoonbaar anders dan meetruis alleen doet verwachten"),
    ],
)
@pytest.mark.parametrize("beweging", ["past", "meer", "minder"])
def test_zin_legt_de_verandering_naast_wat_ruis_doet_verwachten(ruis, slot, beweging):
    # whatever the model says whose population holds the selection itself
    assert tekst.simulatie_zinnen(stof_met(ruis, beweging)) == (
        "Tussen 2012 en 2014 veranderde de score van de geselecteerde wijken met +0,031 punt ten "
        "opzichte van het gemiddelde van alle wijken die in aanmerking kwamen (95%-interval +0,020 "
        f"tot +0,042): {slot} (+0,010, bij een betrouwbaarheid van 0,990)."
    )


def test_het_eerste_venster_en_het_hoofdvenster_worden_besproken():
    rijen = [
        rij(model, "past", van, tot, groep)
        for van, tot in ((2012, 2014), (2008, 2012), (2014, 2022))
        for groep in ("selectie", "regelequivalent")
        for model in ("alleen_ruis", "ruis_en_beweging")
    ]
    stof = maak_stof(simulatie=rijen)
    assert tekst.simulatie_vensters(stof) == [(2008, 2012), (2012, 2014)]
    cellen = tekst.simulatie_rijen(stof)
    assert len(cellen) == 3
    assert cellen[0][:2] == ["2012–2014", r"+0,031 (+0,020\ tot\ +0,042)"]
    assert cellen[0][2:4] == [rf"+0,010 ({MIN}0,010\ tot\ +0,030)", "niet aantoonbaar anders"]


@pytest.mark.parametrize(
    ("selectie", "score"),
    [
        ({"soort": "laagste_scores", "jaar": 2008}, "de score waarop gekozen is, is"),
        ({"soort": "lijst"}, "de score in 2002 is"),
    ],
)
def test_hoe_betrouwbaar_de_score_is(selectie, score):
    stof = stof_met("past", "past")
    stof.editie.update(selectie=selectie, basisjaar=2002)
    zin = tekst.betrouwbaarheid_zin(stof)
    assert score in zin
    assert "geschat op 0,990 (95%-interval 0,980 tot 1,000; één betekent geen meetruis;" in zin
