"""What a figure says above itself: never more than its counts."""

from __future__ import annotations

import pytest

from leefbaarheid.figuren.wijkanalyses.boodschappen import themas


@pytest.mark.parametrize(
    ("aantallen", "analyses", "zin"),
    [
        (
            {"wonen": 11, "werk": 5, "jeugd": 3}, 12,
            "Het vaakst komt wonen aan bod, in elf van de twaalf wijkanalyses; het minst vaak "
            "jeugd, in drie",
        ),
        (
            {"wonen": 12, "werk": 12, "jeugd": 3}, 12,
            "Het vaakst komen wonen en werk aan bod, in alle twaalf wijkanalyses; het minst vaak "
            "jeugd, in drie",
        ),
        (
            {**dict.fromkeys("abcd", 2), "werk": 0, "jeugd": 0}, 2,
            "Het vaakst komen vier thema's aan bod, in beide wijkanalyses; in geen enkele komen "
            "werk en jeugd aan bod",
        ),
        ({"wonen": 3, "werk": 3}, 4, "Elk thema komt aan bod in drie van de vier wijkanalyses"),
        ({"wonen": 0, "werk": 0}, 4, ""),
        ({"wonen": 1, "werk": 0}, 1, "In de wijkanalyse komt één van de twee thema's aan bod"),
        ({"wonen": 1, "werk": 1}, 1, "In de wijkanalyse komen beide thema's aan bod"),
    ],
)  # fmt: skip
def test_themas_noemt_wat_even_vaak_voorkomt_samen(aantallen, analyses, zin):
    assert themas(aantallen, analyses) == zin
