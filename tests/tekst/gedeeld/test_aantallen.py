"""Sentences about none, one and more wijkanalyses read as Dutch."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.gedeeld.aantallen import (
    beschrijven,
    buiten_selectie,
    gemeenten,
    past,
    richting,
)


def stof(n: int, ja: int = 0, nee: int = 0, wijken: int = 0, buiten: int = 0):
    aantallen = {
        **{"n": n, "n_congruent": ja, "n_afwijkend": nee, "n_onbepaald": n - ja - nee},
        **{"n_wijken": wijken, "n_gemeenten": wijken, "n_buiten_selectie": buiten},
    }
    cijfers = {f"wijkanalyses.{naam}": (aantal, "aantal") for naam, aantal in aantallen.items()}
    return hoofdrapport(cijfers=cijfers)


@pytest.mark.parametrize(
    ("n", "wijken", "zin"),
    [
        (1, 1, "één wijkanalyse beschrijft één wijk"),
        (1, 2, "één wijkanalyse beschrijft 2 wijken"),
        (2, 2, "twee wijkanalyses beschrijven 2 wijken"),
        (12, 13, "twaalf wijkanalyses beschrijven 13 wijken"),
    ],
)
def test_beschrijven(n, wijken, zin):
    assert beschrijven(stof(n, wijken=wijken)) == zin


@pytest.mark.parametrize(
    ("n", "ja", "nee", "zin"),
    [
        (1, 1, 0, "Het verhaal ~ wijzen dezelfde kant op."),
        (1, 0, 1, "Het verhaal ~ wijzen niet dezelfde kant op. Dat verschil "
         "is niet weggemiddeld maar besproken."),
        (1, 0, 0, "Het is niet te bepalen of het verhaal ~ dezelfde kant op "
         "wijzen."),
        (2, 1, 1, "Bij één analyse wijzen het verhaal ~ dezelfde kant op; bij "
         "één niet. Dat verschil is niet weggemiddeld maar besproken."),
        (2, 2, 0, "Bij twee analyses wijzen het verhaal ~ dezelfde kant op."),
        (4, 2, 1, "Bij twee analyses wijzen het verhaal ~ dezelfde kant op; bij één niet en bij "
         "één is dat niet te bepalen. Dat verschil is niet weggemiddeld maar besproken."),
        (3, 2, 0, "Bij twee analyses wijzen het verhaal ~ dezelfde kant op; bij één is dat niet te "
         "bepalen."),
        (3, 0, 2, "Bij twee analyses wijzen het verhaal ~ niet dezelfde kant "
         "op. Die verschillen zijn niet weggemiddeld maar besproken."),
        (3, 0, 0, "Bij geen van de analyses is te bepalen of het verhaal ~ "
         "dezelfde kant op wijzen."),
    ],
)  # fmt: skip
def test_richting(n, ja, nee, zin):
    assert richting(stof(n, ja, nee)) == zin.replace("~", "van de wijk en de cijfers")


def test_past_bij_het_cluster():
    assert past(stof(12, 8, 4)) == (
        "Bij acht analyses past het oordeel uit de gesprekken bij het cluster uit de cijfers, bij "
        "vier niet."
    )
    assert past(stof(1, 0, 1)) == (
        "Het oordeel uit de gesprekken past niet bij het cluster uit de cijfers."
    )


@pytest.mark.parametrize(
    ("n", "buiten", "zin"),
    [
        (1, 0, "de ene analyse gaat over een wijk in de selectie"),
        (1, 1, "de ene analyse gaat over een wijk buiten de selectie"),
        (2, 0, "van de twee analyses gaat er geen over een wijk buiten de selectie"),
        (12, 1, "van de twaalf analyses gaat er één over een wijk buiten de selectie"),
        (12, 3, "van de twaalf analyses gaan er drie over een wijk buiten de selectie"),
    ],
)
def test_buiten_de_selectie(n, buiten, zin):
    assert buiten_selectie(stof(n, buiten=buiten)) == zin


def test_gemeenten():
    assert [gemeenten(stof(1, wijken=n)) for n in (1, 12)] == ["één gemeente", "12 gemeenten"]
