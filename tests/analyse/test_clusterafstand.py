"""How close another cluster was, by hand."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leefbaarheid.analyse.clusterafstand import clusterafstand
from leefbaarheid.analyse.klassen import klasse
from leefbaarheid.analyse.trajecten import Clusterregel, bepaal_cluster

GRENZEN = [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270]
REGEL = Clusterregel(2008, 2012, 2014, 0.02, 5)


def cluster(scores: pd.DataFrame) -> pd.Series:
    eind = scores[2014]
    return bepaal_cluster(
        klasse(eind, GRENZEN), eind - scores[2008], eind - scores[2012], REGEL.delta, 5
    )


def afstand(*scores: float) -> tuple[int, float, str]:
    tabel = pd.DataFrame([scores], index=["A"], columns=[2008, 2012, 2014])
    (rij,) = clusterafstand(tabel, cluster(tabel), REGEL, GRENZEN).to_dict("records")
    return rij["jaar"], rij["verschil"], rij["ander_cluster"]


@pytest.mark.parametrize(
    ("scores", "uitkomst"),
    [
        # 0,010 under voldoende; risen long and recently: Gestaag herstel, nearly Succes!
        ((3.80, 3.85, 3.928), (2014, 0.01, "Succes!")),
        # recent change -0,030: had 2012 been 0,010 lower, it was stagnation
        ((3.85, 3.88, 3.85), (2012, -0.01, "niet ingedeeld")),
        # long +0,025, recent 0: with 2008 0,005 higher the long development was stagnation
        ((3.825, 3.85, 3.85), (2008, 0.005, "niet ingedeeld")),
    ],
)
def test_de_kleinste_verandering_die_een_ander_cluster_geeft(scores, uitkomst):
    jaar, verschil, ander = afstand(*scores)
    assert (jaar, ander) == (uitkomst[0], uitkomst[2])
    assert verschil == pytest.approx(uitkomst[1], abs=2e-5)


SCORE = st.floats(3.4, 4.4).map(lambda score: round(score, 4))


@given(SCORE, SCORE, SCORE)
def test_met_die_verandering_is_het_cluster_echt_anders(lang, crisis, eind):
    jaar, verschil, ander = afstand(lang, crisis, eind)
    tabel = pd.DataFrame([[lang, crisis, eind]], index=["A"], columns=[2008, 2012, 2014])
    tabel[jaar] += verschil + (1e-5 if verschil > 0 else -1e-5)
    assert cluster(tabel).iloc[0] == ander


def test_zonder_cluster_geen_rij():
    tabel = pd.DataFrame([[3.8, None, 3.9]], index=["A"], columns=[2008, 2012, 2014])
    assert clusterafstand(tabel, pd.Series([None], index=["A"]), REGEL, GRENZEN).empty
