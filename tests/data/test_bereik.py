"""What a column can hold follows from its unit and its years, and the codebook goes first."""

from __future__ import annotations

from math import inf, nan

import pytest

from leefbaarheid.basis import taal
from leefbaarheid.data.bereik import INWONERS, Bereik, bereik_van

NIVEAU = {"factor": "f", "label": "Huurwoningen", "peiljaar": "2008", "concept": "c"}


def bereik(eenheid: str, **anders: object) -> Bereik:
    return bereik_van({**NIVEAU, "eenheid": eenheid, **anders})


@pytest.mark.parametrize(
    ("eenheid", "laag", "hoog", "geheel"),
    [
        ("%", 0, 100, False),
        ("% van de woningen", 0, 100, False),
        ("procent", 0, 100, False),
        ("percentage huishoudens", 0, 100, False),
        ("aantal", 0, inf, True),
        ("Aantal winkels", 0, inf, True),
        ("x 1000 euro", 0, inf, False),
        ("1.000 woningen per km2", 0, inf, False),
        ("km", 0, inf, False),
        ("klasse (1-5)", 0, inf, False),
        ("jaar", 0, inf, False),
        ("procentpunt", -100, 100, False),
        ("%-punt", -100, 100, False),
        ("m", -inf, inf, False),
        ("graden Celsius", -inf, inf, False),
    ],
)
def test_the_range_of_a_level_follows_from_its_unit(eenheid, laag, hoog, geheel):
    gevonden = bereik(eenheid)
    assert (gevonden.laag, gevonden.hoog, gevonden.geheel) == (laag, hoog, geheel)
    assert bool(gevonden.waarom) == (laag > -inf)


@pytest.mark.parametrize(
    "anders",
    [
        {"label": "Verandering woningwaarde"},
        {"label": "Groei van het aantal banen"},
        {"factor": "woz_verandering"},
        {"factor": "mutatie_banen"},
        {"label": "Daling van de werkloosheid"},
        {"label": "Saldo van vestiging en vertrek"},
        {"peiljaar": "2009-2014"},
        {"peiljaar": "2009 tot 2014"},
    ],
)
def test_a_change_can_be_negative_and_falls_by_no_more_than_all(anders):
    assert (bereik("%", **anders).laag, bereik("%", **anders).hoog) == (-100, inf)
    assert bereik("x 1000 euro", **anders) == Bereik()
    assert bereik("aantal", **anders) == Bereik()


@pytest.mark.parametrize(
    "anders",
    [{"peiljaar": "2012"}, {"peiljaar": "2012 (model van 2012)"}, {"label": "Begroeiing"}],
)
def test_what_only_looks_like_a_change_is_a_level(anders):
    assert bereik("%", **anders).hoog == 100


@pytest.mark.parametrize("label", ["Mediaan vermogen", "Score veiligheid", "Index"])
def test_some_levels_can_be_negative(label):
    assert bereik("x 1000 euro", label=label) == Bereik()


def test_the_codebook_goes_first():
    assert bereik("%", minimum=-20.0, maximum=nan) == Bereik(
        -20, 100, waarom="het codeboek zegt minimum −20"
    )
    assert bereik("index", minimum=0.5, maximum=1500.0).waarom == (
        "het codeboek zegt minimum 0,5 en maximum 1500"
    )
    assert bereik("aantal", maximum=60.0) == Bereik(
        0, 60, geheel=True, waarom="het codeboek zegt maximum 60"
    )


def test_the_codebook_narrows_what_the_config_says_a_column_is():
    smal = INWONERS.binnen(bereik("aantal", maximum=50_000.0))
    assert (smal.laag, smal.hoog, smal.geheel) == (0, 50_000, True)
    assert smal.waarom == "het codeboek zegt maximum 50.000"
    assert INWONERS.binnen(Bereik()) == INWONERS


def test_bounds_read_as_dutch_numbers():
    assert [taal.op_maat(g) for g in (300000, 0.5, -0.25, 100.0)] == [
        "300.000",
        "0,5",
        "−0,25",
        "100",
    ]
