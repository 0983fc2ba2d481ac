"""Omitted variables in words."""

from __future__ import annotations

import pytest

from hulp.controletabellen import FACTOREN, MIN, UIT, hoofdrij, maak_stof
from leefbaarheid.tekst.technische_verantwoording import (
    weggelaten_variabelen as tekst,
)


def rij(factor, coef, p, rv=0.21, rv_alfa=0.09, bij=None, **rest):
    sterkste = next(f for f in FACTOREN if f != factor)
    eigen = {
        **{"rv": rv, "rv_alfa": rv_alfa, "sterkste": sterkste, "sterkste_label": "X"},
        **{"sterkste_r2_factor": 0.031, "sterkste_r2_uitkomst": 0.012, "verandert_bij": bij},
    }
    return hoofdrij(factor, coef, p, **(eigen | rest))


def stof(bij=None, **rest):
    rijen = [
        rij("werkloosheid", -0.03, 0.001, bij=bij, **rest),
        rij("corporatie_pct", 0.004, 0.4, rv_alfa=0.0),
        rij("dichtheid", 0.002, 0.8, rv_alfa=0.0),
    ]
    grenzen = [{**hoofdrij("werkloosheid", -0.03, 0.001), "keer": keer} for keer in (1, 2, 3)]
    return maak_stof(weggelaten=rijen, weggelaten_grenzen=grenzen)


@pytest.mark.parametrize(
    ("bij", "slot"),
    [
        (None, "; ook een dat drie keer zo sterk is, neemt de aantoonbaarheid niet weg."),
        (1, "; dat kan de aantoonbaarheid al wegnemen."),
        (2, "; pas een dat twee keer zo sterk is, kan de aantoonbaarheid wegnemen."),
    ],
)
def test_de_zin_van_een_aantoonbare_samenhang(bij, slot):
    eerste, tweede = tekst.weggelaten_zinnen(stof(bij))
    assert eerste == (
        "*Werkloosheid*: 21,0% om de schatting op nul te brengen, en 9,0% om haar niet langer "
        "aantoonbaar te maken. Een kenmerk dat even sterk is als het sterkste waargenomen kenmerk, "
        "*woningen van corporaties*, verklaart daarvan hoogstens 3,1% (factor) en 1,2% (uitkomst)"
        + slot
    )
    assert tekst.weggelaten_inleiding(stof(bij)).startswith("Per aantoonbare samenhang volgt")
    assert tweede == (
        "Voor *woningen van corporaties* en *WOZ-waarde* is de samenhang ook zonder weggelaten "
        "kenmerk niet aantoonbaar."
    )


def test_zonder_een_tweede_factor_is_er_geen_maat():
    alleen = maak_stof(
        weggelaten=[rij("werkloosheid", -0.03, 0.001, sterkste=None, sterkste_label=None)],
        weggelaten_grenzen=[],
    )
    assert tekst.weggelaten_zinnen(alleen)[0].endswith("aantoonbaar te maken.")
    assert tekst.weggelaten_rijen(alleen)[0][4:] == ["–", "–", "–"]


def test_niets_aantoonbaar_is_een_zin():
    vaag = maak_stof(
        weggelaten=[rij(f, 0.001, 0.5, rv_alfa=0.0) for f in FACTOREN], weggelaten_grenzen=[]
    )
    assert not tekst.weggelaten_inleiding(vaag)
    assert tekst.weggelaten_zinnen(vaag) == [
        "Voor geen enkele factor is de samenhang aantoonbaar; er is dan geen uitkomst die een "
        "weggelaten kenmerk zou kunnen wegnemen."
    ]


def test_de_tabel_heeft_zeven_cellen_per_factor_ook_zonder_schatting():
    rijen = tekst.weggelaten_rijen(stof(2))
    assert rijen[0] == [
        "Werkloosheid",
        f"**{MIN}0,030** ±\\ 0,010",
        "21,0%",
        "9,0%",
        "Woningen van corporaties",
        "3,1% en 1,2%",
        "twee keer zo sterk",
    ]
    assert rijen[1][-1] == "–"  # nothing to undo
    leeg = maak_stof(
        weggelaten=[hoofdrij(f, None, None, reden="factor_vast") for f in FACTOREN],
        weggelaten_grenzen=[],
    )
    assert [len(cellen) for cellen in tekst.weggelaten_rijen(leeg)] == [7, 7, 7]
    assert tekst.weggelaten_zinnen(leeg) == []


def test_een_controle_die_uit_staat_zegt_niets():
    assert tekst.weggelaten_zinnen(maak_stof(weggelaten=UIT, weggelaten_grenzen=UIT)) == []
