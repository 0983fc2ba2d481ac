"""Names that a reader takes for the same are the same."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.vergelijk import MAX_NAAM, gelijknamig, te_lang


@pytest.mark.parametrize("apostrof", "'’‘ʼ`´")
def test_elke_apostrof_is_gelijk(apostrof):
    assert gelijknamig(f"{apostrof}s-Gravenhage") == "'s-gravenhage"


@pytest.mark.parametrize(
    ("een", "twee"),
    [
        ("  Den\u00a0 Haag ", "den haag"),
        ("cafe\u0301", "Café"),
        ("Noord\u2011Oost", "noord-oost"),
        ("Gro\u00adningen", "Groningen"),
    ],
)
def test_spaties_accenten_en_streepjes(een, twee):
    assert gelijknamig(een) == gelijknamig(twee)


def test_een_accent_minder_is_een_andere_naam():
    assert gelijknamig("Curacao") != gelijknamig("Curaçao")


def test_te_lang():
    assert te_lang("x" * MAX_NAAM) == ""
    assert te_lang("x" * 3000) == "dit is te lang: 3000 tekens, en hoogstens 200 mag"
