"""Dimensions in each other's columns: an exchange passes both identities, and is refused."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hulp import WORTEL
from hulp.bronnen import melding
from hulp.mini import SCORES, VOORBEELD
from leefbaarheid.data.bronnen import DIMENSIES
from leefbaarheid.data.verwisseling import (
    ORDEN,
    eis_dimensies_op_hun_plaats,
    plaats_van_dimensies,
)
from leefbaarheid.editie.uitgaven import ijk_van

PAREN = list(combinations(DIMENSIES, 2))
IJK = ijk_van("3.0")


def getrokken(n: int = 400, jaren=(2014, 2018, 2020, 2022)) -> pd.DataFrame:
    """Return scores drawn with the reference values: a wijk moves little between the years."""
    maak = np.random.default_rng(7)
    wortel = np.linalg.cholesky(np.array(IJK.samenhang))
    z = maak.standard_normal((n, 5)) @ wortel.T
    rijen = []
    for jaar in jaren:
        ruis = maak.standard_normal((n, 5)) @ wortel.T
        waarden = np.array(IJK.gemiddelden[jaar]) + np.array(IJK.spreidingen) * (
            0.95 * (z - z.mean(axis=0)) + 0.3 * (ruis - ruis.mean(axis=0))
        )
        deel = pd.DataFrame(waarden, columns=list(DIMENSIES))
        rijen.append(deel.assign(jaar=jaar, wk_code=[f"WK90{i:04d}" for i in range(n)]))
    return pd.concat(rijen, ignore_index=True)


def lees(map_) -> pd.DataFrame:
    """Return the scores; pandas is enough, the reader has its own tests."""
    return pd.read_csv(map_ / SCORES, usecols=["wk_code", "jaar", *DIMENSIES])


@pytest.fixture(scope="module")
def gelijkend() -> pd.DataFrame:
    return getrokken()


@pytest.fixture(scope="module")
def voorbeeld() -> pd.DataFrame:
    return lees(WORTEL / VOORBEELD)


def verwissel(scores: pd.DataFrame, waarden_van: dict[str, str], jaar: int | None = None):
    """Return scores whose column has the values of another, in one year or in all."""
    anders = scores.copy()
    rijen = scores["jaar"].eq(jaar) if jaar else scores["jaar"].notna()
    for kolom, bron in waarden_van.items():
        anders.loc[rijen, kolom] = scores.loc[rijen, bron]
    return anders


def eis(scores, versie="3.0"):
    eis_dimensies_op_hun_plaats(scores, versie, "scores.csv")


def controleer_paar(scores: pd.DataFrame, een: str, ander: str) -> None:
    tekst = melding(eis, verwissel(scores, {een: ander, ander: een}))
    assert tekst.startswith(f"FOUT in bestand scores.csv, regel 1, kolom '{een} en {ander}'")
    assert f"onder {een} staat {ander} en onder {ander} staat {een}" in tekst
    assert "Leefbaarometer 3.0" in tekst and "kopregel" in tekst


@pytest.mark.traag
@pytest.mark.parametrize("naam", ["gelijkend", "voorbeeld"])
def test_dimensions_as_they_should_be(request, naam):
    scores = request.getfixturevalue(naam)
    eis(scores)
    plaats = plaats_van_dimensies(scores, "3.0")
    assert plaats.zeker and not plaats.verwisseld


@pytest.mark.parametrize(("een", "ander"), PAREN)
@pytest.mark.parametrize("naam", ["gelijkend", "voorbeeld"])
def test_each_pair_exchanged(request, naam, een, ander):
    controleer_paar(request.getfixturevalue(naam), een, ander)


def test_each_pair_exchanged_in_the_real_file(echte_data):
    scores = lees(echte_data)
    eis(scores)
    assert plaats_van_dimensies(scores, "3.0").zeker
    for een, ander in PAREN:
        controleer_paar(scores, een, ander)


@pytest.mark.traag
@settings(max_examples=20)
@given(st.sampled_from(ORDEN[1:]))
def test_any_other_order_of_the_columns(gelijkend, orde):
    anders = verwissel(gelijkend, {DIMENSIES[i]: DIMENSIES[j] for i, j in enumerate(orde)})
    tekst = melding(eis, anders)
    for i, j in enumerate(orde):
        assert (f"onder {DIMENSIES[i]} staat {DIMENSIES[j]}" in tekst) == (i != j)


@pytest.mark.traag
@settings(max_examples=20)
@given(
    st.sampled_from(PAREN), st.sampled_from([2014, 2018, 2020, 2022]), st.sampled_from(["3.0", "4"])
)
def test_an_exchange_in_one_year(voorbeeld, paar, jaar, versie):
    """Whatever the version: a year that disagrees with the next or the one before is refused."""
    een, ander = paar
    tekst = melding(eis, verwissel(voorbeeld, {een: ander, ander: een}, jaar), versie)
    assert str(jaar) in tekst and "wisselen de dimensies van kolom" in tekst
    assert f"kolom '{een} en {ander}'" in tekst


@pytest.mark.traag
@settings(max_examples=15)
@given(st.sets(st.integers(9001, 9060), min_size=3, max_size=20))
def test_a_part_of_the_country_is_never_refused(voorbeeld, gemeenten):
    """Means and spread of a few gemeenten differ from those of the country; no order fits."""
    eis(voorbeeld[voorbeeld["wk_code"].str[2:6].astype(int).isin(gemeenten)])


@pytest.mark.parametrize("aantal", [1, 3, 7])
def test_few_gemeenten_of_the_real_file_are_never_refused(echte_data, aantal):
    scores = lees(echte_data)
    gemeente = scores["wk_code"].str[2:6]
    maak = np.random.default_rng(aantal)
    for _ in range(20):
        eis(scores[gemeente.isin(maak.choice(gemeente.unique(), aantal, replace=False))])


@pytest.mark.parametrize(
    ("scores", "versie"),
    [
        (getrokken(19), "3.0"),
        (getrokken(400), "2.0"),
        (getrokken(400).assign(fys=0.0), "3.0"),
        (getrokken(400).assign(jaar=2030), "3.0"),
        (getrokken(400).assign(won=np.nan), "3.0"),
    ],
    ids=["weinig wijken", "andere versie", "zonder spreiding", "ander jaar", "geen dimensies"],
)
def test_no_judgement_where_nothing_can_be_compared(scores, versie):
    if scores["jaar"].nunique() > 1:
        eis(scores, versie)
    assert plaats_van_dimensies(scores, versie) is None
