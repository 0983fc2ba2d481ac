"""What the line outside the selection says, and how far it is drawn on."""

from __future__ import annotations

import pytest

from hulp.controletabellen import MIN, maak_stof
from leefbaarheid.tekst.technische_verantwoording.regressielijn import (
    extrapolatie_zin,
    lijn_rijen,
    lijn_zinnen,
    vensters,
)

EDITIE = {
    "selectie": {"soort": "lijst"},
    "basisjaar": 2002,
    "clusters": {"langjaar": 2008, "crisisjaar": 2012},
}


def rij(verschil=0.02, halve=0.01, lijn="alle_overige", van=2012, tot=2014, **anders):
    return {
        **{"van": van, "tot": tot, "lijn": lijn, "n": 140, "n_overig": 731, "reden": None},
        **{"score": 3.8, "laagste_overig": 3.9, "n_onder": 140, "afstand_sd": 2.34},
        **{"verandering": 0.03, "verandering_overig": 0.01, "verwacht": 0.03 - verschil},
        **{"verschil": verschil, "ci_laag": verschil - halve, "ci_hoog": verschil + halve},
    } | anders


def stof(*rijen):
    return maak_stof(EDITIE, regressielijn=list(rijen))


@pytest.mark.parametrize(
    ("onder", "tekst"),
    [
        (140, "Dat is extrapolatie: alle 140 geselecteerde wijken scoorden in 2002 onder de"),
        (131, "Dat is extrapolatie: 131 van de 140 geselecteerde wijken scoorden in 2002 onder"),
        (0, "Daarvoor is de lijn niet verder getrokken dan er overige wijken zijn; gemiddeld"),
    ],
)
def test_hoe_ver_de_lijn_is_doorgetrokken(onder, tekst):
    zin = extrapolatie_zin(stof(rij(n_onder=onder)))
    assert zin.startswith(tekst)
    assert "2,3 standaarddeviaties onder de overige wijken" in zin


@pytest.mark.parametrize(
    ("verschil", "woord"),
    [
        (0.02, "meer dan de lijn doet verwachten."),
        (-0.02, "minder dan de lijn doet verwachten."),
        (0.005, "niet aantoonbaar anders dan de lijn doet verwachten."),
    ],
)
def test_het_oordeel_volgt_het_interval(verschil, woord):
    rijen = [rij(verschil), rij(verschil, lijn="laagste_helft")]
    assert lijn_zinnen(stof(*rijen)).endswith(woord)


def test_een_ander_oordeel_van_de_laagste_helft_wordt_genoemd():
    zin = lijn_zinnen(stof(rij(0.005), rij(0.02, lijn="laagste_helft")))
    assert zin.endswith(
        "niet aantoonbaar anders dan de lijn doet verwachten; met de lijn van alleen de laagst "
        "scorende helft van de overige wijken is het meer dan verwacht."
    )


def test_vensters_van_de_zinnen_en_rijen_met_en_zonder_lijn():
    zonder = dict.fromkeys(("verwacht", "verschil", "ci_laag", "ci_hoog", "score"))
    reden = {"reden": "te_weinig_wijken_voor_lijn?n=4"}
    alle = stof(
        *(rij(van=2002, tot=2008), rij(van=2008, tot=2012), rij(), rij(van=2014, tot=2022)),
        rij(van=2012, tot=2016) | zonder | reden,
    )
    assert vensters(alle) == [(2002, 2008), (2008, 2012), (2012, 2014)]
    cellen = lijn_rijen(alle)
    assert cellen[0][:5] == ["2002–2008", "alle overige", "731", "+0,030", "+0,010"]
    assert cellen[0][5:] == ["**+0,020 (+0,010\\ tot\\ +0,030)**", "meer dan verwacht"]
    assert cellen[-1][5:] == ["–", "*te weinig overige wijken voor een regressielijn: 4*"]
    assert MIN not in cellen[0][5]
