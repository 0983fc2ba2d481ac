"""What the website shows: the numbers that are printed, on the side of a bound where they are."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leefbaarheid.basis import taal
from leefbaarheid.rapport.website.gegevens import _precies, duizendsten, perioden, richting
from leefbaarheid.tekst.wijkportretten.wijk import Kader

GRENZEN = (3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.27)


@given(st.floats(3.0, 5.0))
@example(3.9379)  # rounds to the bound of the next class
@example(4.115)
@example(4.125)
def test_een_score_op_de_website_is_die_van_de_bladzijden(score):
    gegeven = duizendsten(score, GRENZEN)
    getoond = f"{(gegeven + 5) // 10 / 100:.2f}".replace(".", ",")
    assert getoond == taal.score(score)
    klasse = sum(score >= grens for grens in GRENZEN)
    # within one hundredth there may be no room for both; what is printed goes first
    grenzen = [round(grens * 1000) for grens in GRENZEN]
    mogelijk = {sum(n >= g for g in grenzen) for n in range(gegeven // 10 * 10 - 5, gegeven + 10)}
    assert sum(gegeven >= grens for grens in grenzen) == klasse or klasse not in mogelijk


def test_alleen_wat_twee_decimalen_niet_zeggen_staat_er_apart():
    wijken = [
        {"code": "WK900101", "scores": [3.9372], "laatste": "3,937"},
        {"code": "WK900102", "scores": [3.95], "laatste": "3,95"},
        {"code": "WK900103", "scores": [None], "laatste": taal.GEEN},
    ]
    assert _precies([{"wijken": wijken}]) == {"WK900101": "3,937"}


def test_geen_score_blijft_geen_score():
    assert duizendsten(None, GRENZEN) is None


@pytest.mark.parametrize(
    ("scores", "verwacht"),
    [((4.0, 4.03), 1), ((4.0, 4.02), 0), ((4.0, 3.98), 0), ((4.0, 3.97), -1), ((None, 4.0), None)],
)
def test_de_marge_zelf_is_geen_verandering(scores, verwacht):
    assert richting(scores, 0, 1, 0.02) == verwacht


def test_de_perioden_van_de_kaart():
    kader = Kader(
        [2002, 2008, 2012, 2014, 2022], GRENZEN, 0.02, 2008, 2012, 2014, 5, "Nederland", 9
    )
    assert [(p["van"], p["tot"]) for p in perioden(kader)] == [
        (2002, 2022),
        (2014, 2022),
        (2012, 2014),
        (2008, 2012),
        (2002, 2008),
    ]
