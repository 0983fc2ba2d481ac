"""What a figure says above itself: never more than its numbers, whatever they are."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.begrippen import GESTAAG_HERSTEL, NIET_INGEDEELD, SUCCES, TERUGVAL
from leefbaarheid.figuren.ontwikkeling import boodschappen as b


@pytest.mark.parametrize(
    ("selectie", "land", "zin"),
    [
        (
            [3.82, 3.9, 3.96], [4.1, 4.15],
            "ging van 3,82 in 2002 naar 3,96 in 2022, dat van alle wijken van 4,10 naar 4,15",
        ),
        (
            [3.9, 3.7], [4.1, 4.102],
            "ging van 3,90 in 2002 naar 3,70 in 2022, dat van alle wijken was beide keren 4,10",
        ),
        ([3.9, 3.901], [], "was in 2002 en in 2022 3,90"),
        (
            [3.9, 3.9], [4.1, 4.1],
            "was in 2002 en in 2022 3,90, dat van alle wijken beide keren 4,10",
        ),
    ],
)  # fmt: skip
def test_verloop(selectie, land, zin):
    heel = b.verloop(selectie, land, (2002, 2022))
    assert heel == f"Het gemiddelde van de geselecteerde wijken {zin}"


def test_verloop_van_een_meting_zegt_niets():
    assert b.verloop([3.9], [4.1], (2022, 2022)) == ""


@pytest.mark.parametrize(
    ("scores", "zin"),
    [
        (
            {SUCCES: 4.061, TERUGVAL: 3.88, NIET_INGEDEELD: 3.1},
            "In 2022 lopen de gemiddelden uiteen van 3,88 (Terugval) tot 4,06 (Succes!)",
        ),
        (
            {SUCCES: 4.061, GESTAAG_HERSTEL: 4.064, TERUGVAL: 3.88},
            "In 2022 lopen de gemiddelden uiteen van 3,88 (Terugval) tot 4,06 (Succes! en Gestaag "
            "herstel)",
        ),
        ({SUCCES: 4.061, TERUGVAL: 4.059}, "In 2022 zijn de gemiddelden overal 4,06"),
        ({SUCCES: 4.061, NIET_INGEDEELD: 3.9}, ""),
    ],
)
def test_per_cluster_noemt_wat_gelijk_leest_samen(scores, zin):
    assert b.per_cluster(scores, 2022) == zin


def test_dalers_per_periode():
    aandelen = {(2002, 2008): 0.16, (2008, 2012): 0.03, (2012, 2014): 0.18}
    assert b.dalers_per_periode(aandelen) == (
        "In de selectie loopt het aandeel dalende wijken uiteen van 3% (2008–2012) tot 18% "
        "(2012–2014)"
    )
    gelijk = dict.fromkeys(aandelen, 0.0)
    assert b.dalers_per_periode(gelijk) == "In de selectie is het aandeel dalende wijken overal 0%"
    een = {(2012, 2014): 0.18}
    assert b.dalers_per_periode(een) == (
        "In de periode 2012–2014 daalde 18% van de geselecteerde wijken"
    )


@pytest.mark.parametrize(
    ("aantallen", "zin"),
    [
        (
            {SUCCES: 28, GESTAAG_HERSTEL: 49, NIET_INGEDEELD: 63},
            "In Gestaag herstel, het grootste cluster, vallen 49 van de 140 wijken",
        ),
        (
            {SUCCES: 1, NIET_INGEDEELD: 3},
            "In Succes!, het grootste cluster, valt één van de 4 wijken",
        ),
        (
            {SUCCES: 5, TERUGVAL: 5},
            "De grootste clusters zijn even groot: Succes! en Terugval, elk met 5",
        ),
        ({NIET_INGEDEELD: 5}, ""),
    ],
)
def test_grootste_cluster(aantallen, zin):
    assert b.grootste_cluster(aantallen) == zin


@pytest.mark.parametrize(
    ("gestegen", "gedaald", "zin"),
    [
        (62, 25, "62 van de 140 wijken en daalde in 25"),
        (0, 0, "geen van de 140 wijken en daalde in geen"),
        (140, 0, "alle 140 wijken"),
        (1, 3, "één van de 140 wijken en daalde in drie"),
    ],
)
def test_veranderd(gestegen, gedaald, zin):
    heel = b.veranderd(gestegen, gedaald, 140, (2012, 2014), 0.02)
    assert heel == f"De score steeg tussen 2012 en 2014 meer dan 0,02 punt in {zin}"


@pytest.mark.parametrize(
    ("gestegen", "gedaald", "zin"),
    [
        (13, 4, "steeg de score in 13 van de 27 wijken meer dan de marge en daalde zij in vier"),
        (27, 0, "steeg de score in alle 27 wijken meer dan de marge"),
        (0, 4, "daalde de score in vier van de 27 wijken meer dan de marge"),
        (0, 0, "bleef de score in alle 27 wijken binnen de marge"),
    ],
)
def test_in_een_gemeente(gestegen, gedaald, zin):
    assert b.in_een_gemeente("Amsterdam", gestegen, gedaald, 27) == f"In Amsterdam {zin}"


def test_bijdragen():
    per_dimensie = {"voorzieningen": 0.0204, "sociale samenhang": -0.0012, "woningvoorraad": 0.02}
    assert b.bijdragen(per_dimensie, (2014, 2022)) == (
        "De bijdragen aan de verandering 2014–2022 van de selectie lopen uiteen van −0,001 "
        "(sociale samenhang) tot +0,020 (voorzieningen en woningvoorraad)"
    )


@pytest.mark.parametrize(
    ("veranderingen", "zin"),
    [
        (
            {"Tuindorp in Noord": 0.181, "Haven in Noord": -0.12, "Ven in Zuid": -0.1},
            "De veranderingen tussen 2012 en 2014 lopen uiteen van −0,12 (Haven in Noord) tot +0,18"
            " (Tuindorp in Noord)",
        ),
        (
            {"Ven in Zuid": 0.18, "Haven in Noord": 0.1, "Tuindorp in Noord": 0.181},
            "De veranderingen tussen 2012 en 2014 lopen uiteen van +0,10 (Haven in Noord) tot +0,18"
            " (Ven in Zuid en Tuindorp in Noord)",
        ),
        (
            {**dict.fromkeys("abcde", 0.18), "Haven in Noord": 0.1},
            "De veranderingen tussen 2012 en 2014 lopen uiteen van +0,10 (Haven in Noord) tot +0,18"
            " (5 keer)",
        ),
        (
            {"Ven in Zuid": 0.18, "Haven in Noord": 0.18},
            "De veranderingen tussen 2012 en 2014 zijn overal +0,18",
        ),
        (
            {"Ven in Zuid": -0.1},
            "De score van Ven in Zuid veranderde tussen 2012 en 2014 met −0,10 punt",
        ),
    ],
)
def test_stijgers_en_dalers_geeft_beide_uiteinden(veranderingen, zin):
    assert b.stijgers_en_dalers(veranderingen, (2012, 2014)) == zin


@pytest.mark.parametrize(
    ("stijgers", "dalers", "zin"),
    [
        (
            [0.03, 0.02, -0.1], [0.03, 0.1, 0.2],
            "steeg de score meer dan 0,02 punt bij alle drie dalers en bij één van de drie "
            "stijgers",
        ),
        (
            [0.0, -0.1], [0.0, 0.01],
            "steeg de score meer dan 0,02 punt bij geen van de twee dalers en bij geen van de twee "
            "stijgers",
        ),
        (
            [0.0, 0.1], [0.01],
            "steeg de score meer dan 0,02 punt bij geen daler en bij één van de twee stijgers",
        ),
        (
            [-0.1], [0.031],
            "veranderde de score van de daler met +0,03 punt en die van de stijger met −0,10",
        ),
    ],
)  # fmt: skip
def test_na_de_paren_telt_met_de_marge(stijgers, dalers, zin):
    assert b.na_de_paren(stijgers, dalers, (2014, 2022), 0.02) == f"Tussen 2014 en 2022 {zin}"


def test_na_de_paren_zonder_later_jaar_zegt_niets():
    assert b.na_de_paren([0.1], [0.1], (2022, 2022), 0.02) == ""
    assert b.na_de_paren([], [0.1], (2014, 2022), 0.02) == ""
