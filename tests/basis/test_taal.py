"""Dutch numbers and phrases."""

from __future__ import annotations

import math

import pytest

from leefbaarheid.basis import taal


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (2100, 0, "2100"),
        (9999, 0, "9999"),
        (10000, 0, "10.000"),
        (1234567.891, 1, "1.234.567,9"),
        (3.855, 2, "3,86"),
        (0.285, 2, "0,29"),
        (-0.021, 2, "\N{MINUS SIGN}0,02"),
        (-0.004, 2, "0,00"),
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (math.nan, 2, "–"),
        (None, 2, "–"),
    ],
)
def test_getal(waarde, decimalen, tekst):
    assert taal.getal(waarde, decimalen) == tekst


def test_tekens_en_percentages():
    assert taal.verandering(0.034) == "+0,03"
    assert taal.verandering(-0.034) == "\N{MINUS SIGN}0,03"
    assert taal.verandering(0.0) == "0,00"
    assert taal.procent(0.41) == "41%"
    assert taal.procent(0.4149, 1) == "41,5%"
    assert taal.p_waarde(0.0004) == "<0,001"
    assert taal.p_waarde(0.0344) == "0,034"
    assert taal.p_in_zin(0.0004) == "p\u00a0<\u00a00,001"
    assert taal.p_in_zin(0.0344) == "p\u00a0=\u00a00,034"
    assert taal.interval(-0.021, 0.05) == "\N{MINUS SIGN}0,02 tot +0,05"


@pytest.mark.parametrize(
    ("aandeel", "woorden"),
    [
        (0.0, "geen"),
        (0.02, "vrijwel geen"),
        (0.10, "een tiende"),
        (0.24, "bijna een kwart"),
        (1 / 3, "een derde"),
        (0.35, "ruim een derde"),
        (0.338, "een derde"),
        (0.38, "bijna twee vijfde"),
        (0.44, "meer dan twee vijfde"),
        (0.47, "bijna de helft"),
        (0.5, "de helft"),
        (0.52, "ruim de helft"),
        (0.70, "meer dan twee derde"),
        (0.98, "vrijwel alle"),
        (1.0, "alle"),
    ],
)
def test_breuk(aandeel, woorden):
    assert taal.breuk(aandeel) == woorden


@pytest.mark.parametrize("promille", range(0, 1001, 5))
def test_breuk_past_altijd_bij_het_getal(promille):
    """Said beside its percentage no word is off: "bijna" and "ruim" stay near, on their side."""
    aandeel = promille / 1000
    woorden = taal.breuk(aandeel)
    vast = {"geen": (0, 0), "vrijwel geen": (0, 0.03), "vrijwel alle": (0.97, 1), "alle": (1, 1)}
    if woorden in vast:
        laag, hoog = vast[woorden]
        assert laag <= aandeel <= hoog
        return
    waarden = {naam: waarde for waarde, naam in taal.BREUKEN}
    voor = next((w for w in ("bijna ", "minder dan ", "ruim ", "meer dan ") if w in woorden), "")
    waarde = waarden[woorden.removeprefix(voor)]
    verschil = aandeel - waarde
    if not voor:
        assert abs(verschil) <= 0.0051
    elif voor in ("bijna ", "minder dan "):
        assert verschil < 0
    else:
        assert verschil > 0
    if voor in ("bijna ", "ruim "):
        assert abs(verschil) <= 0.1 * waarde + 0.0051
    assert abs(verschil) <= 0.0701


def test_breuk_buiten_bereik():
    with pytest.raises(ValueError, match="between 0 and 1"):
        taal.breuk(41)


@pytest.mark.parametrize(
    ("aandeel", "tekst"),
    [(0.34, "steeg"), (0.0, "stegen"), (0.02, "stegen"), (0.98, "stegen"), (1.0, "stegen")],
)
def test_werkwoord_bij_een_aandeel(aandeel, tekst):
    assert taal.deed(aandeel, "steeg", "stegen") == tekst


def test_zinsdelen():
    assert taal.van_de(0.35, "wijken") == "ruim een derde van de wijken"
    assert taal.van_de(1.0, "wijken") == "alle wijken"
    assert taal.aantal_van(1, "wijk", "wijken") == "één wijk"
    assert taal.aantal_van(12, "wijk", "wijken") == "twaalf wijken"
    assert taal.aantal_van(13, "wijk", "wijken") == "13 wijken"
    assert taal.werkwoord(0.02, "steeg", "daalde", "bleef gelijk") == "steeg"
    assert taal.werkwoord(-0.02, "steeg", "daalde", "bleef gelijk") == "daalde"
    assert taal.werkwoord(0.001, "steeg", "daalde", "bleef gelijk") == "bleef gelijk"
    assert taal.opsomming(["a"]) == "a"
    assert taal.opsomming(["a", "b"]) == "a en b"
    assert taal.opsomming(["a", "b", "c"]) == "a, b en c"
    assert taal.opsomming(["a", "b", "c"], "of") == "a, b of c"
    assert taal.hoofdletter("ruim een derde") == "Ruim een derde"
    assert taal.hoofdletter("één wijk") == "Eén wijk"
    assert taal.hoofdletter("") == ""
    assert taal.maand_jaar("2017-03-07") == "maart 2017"


@pytest.mark.parametrize(
    ("label", "tekst"),
    [
        ("Corporatiebezit", "corporatiebezit"),
        ("WOZ-waarde", "WOZ-waarde"),
        ("Huur in Oost", "huur in Oost"),
        ("A", "a"),
        ("", ""),
    ],
)
def test_een_label_in_een_zin_houdt_afkorting_en_naam(label, tekst):
    assert taal.kleine_letter(label) == tekst


def test_geen_een_en_meer():
    assert taal.hoeveel(0) == "geen"
    assert taal.hoeveel(3) == "drie"
    assert taal.aantal_van(0, "wijk", "wijken") == "geen wijken"
    assert taal.alle_van(1, "wijk", "wijken") == "de enige wijk"
    assert taal.kleine_letter("Woningwet 2015") == "Woningwet 2015"
    assert taal.kleine_letter("Woningen") == "woningen"
    assert taal.alle_van(2, "wijk", "wijken") == "beide wijken"
    assert taal.alle_van(14, "wijk", "wijken") == "alle 14 wijken"
    assert taal.bereik("0,01", "0,02") == "0,01 tot 0,02"
    assert taal.bereik("26", "26") == "26"


@pytest.mark.parametrize(
    ("p", "tekst"),
    [
        (0.034, "0,034"),
        (0.0004, "<0,001"),
        (0.05, "0,050"),
        (0.0497, "0,0497"),
        (0.05004, "0,05004"),
        (0.0504, "0,0504"),
        (0.0505, "0,051"),
        (None, "–"),
    ],
)
def test_een_p_waarde_laat_zien_aan_welke_kant_van_de_grens_zij_ligt(p, tekst):
    assert taal.p_waarde(p) == tekst


@pytest.mark.parametrize(
    ("verschil", "marge", "tekst"),
    [
        (0.25, 0.02, "+0,25"),
        (0.02, 0.02, "+0,02"),  # exactly the margin, and no more than that
        (0.0203, 0.02, "+0,0203"),
        (-0.0198, 0.02, f"{taal.MIN}0,0198"),
        (0.0249, 0.02, "+0,025"),  # +0,02 would be the margin itself
        (0.0249, 0.025, "+0,02"),
        (0.0252, 0.025, "+0,03"),
        (0.1 + 0.2 - 0.28, 0.02, "+0,02"),  # what a machine adds is no change
        (0.003, 0.0, "+0,003"),
        (0.0, 0.0, "0,00"),
    ],
)
def test_een_verandering_staat_aan_haar_kant_van_de_marge(verschil, marge, tekst):
    assert taal.naast_de_marge(verschil, marge) == tekst


@pytest.mark.parametrize(
    ("score", "tekst"),
    [
        (3.9372, "3,937"),  # 3,94 would be in the class above
        (3.9378, "3,9378"),  # and 3,938 on its bound
        (3.938, "3,938"),  # exactly on it
        (3.9412, "3,94"),
        (4.2698, "4,2698"),
        (4.27, "4,27"),
        (4.2703, "4,2703"),
        (3.9352, "3,935"),
        (3.9301, "3,93"),
        (3.8152, "3,82"),
    ],
)
def test_een_score_staat_in_haar_klasse(score, tekst):
    assert taal.score_in_klasse(score, [3.938, 4.270]) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"), [(0.02, "0,02"), (0.0, "0,00"), (0.025, "0,025"), (0.1, "0,10")]
)
def test_een_marge_heeft_de_decimalen_die_zij_nodig_heeft(waarde, tekst):
    assert taal.met_minst(waarde, 2) == tekst


def test_alfabet():
    goed = [
        *("Almere", "Édam", "Ede", "’s-Gravenhage", "haarlem", "'s-Hertogenbosch", "IJmuiden"),
        *("’t Zand", "ZANDVOORT", "Zwolle"),
    ]
    assert sorted(set(goed), key=taal.alfabet) == goed
    assert taal.alfabet("Één") == taal.alfabet("een")  # the code decides


@pytest.mark.parametrize(
    ("tekst", "gezet"),
    [
        ("'s-Gravenhage", "’s-Gravenhage"),
        ("Wijk 't Zand en 's-Hertogenbosch", "Wijk ’t Zand en ’s-Hertogenbosch"),
        ("foto's van 's-Gravenhage", "foto’s van ’s-Gravenhage"),
        ("de 'mooie' wijk", "de ‘mooie’ wijk"),
        ("Frans' hof", "Frans’ hof"),
        ("Noord", "Noord"),
    ],
)
def test_apostrof(tekst, gezet):
    assert taal.apostrof(tekst) == gezet
    assert taal.apostrof(gezet) == gezet
