"""Several years tested together: the statistic, and the bootstrap from products or from wijken."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.analyse.gewichten import kies_trekkingen
from leefbaarheid.toetsen.gebeurtenis import Paneel, gebeurtenisstudie, maak_paneel
from leefbaarheid.toetsen.jarentoets import THEMA, samen_nul

REFERENTIE = Path(__file__).parents[1] / "reference"
JAREN = (2002, 2008, 2012, 2014, 2018)


@pytest.fixture(scope="module")
def paneel() -> Paneel:
    tabel = pd.read_csv(REFERENTIE / "jaren.csv", index_col="wk_code").assign(in_selectie=True)
    return maak_paneel(tabel, JAREN, ["z1", "z2"], "selectie")


@pytest.fixture(scope="module")
def studie(paneel):
    return gebeurtenisstudie(paneel, 2012)


@pytest.mark.parametrize("naam", ["z1", "z2"])
def test_toetsgrootheid_gelijk_aan_r(studie, naam):
    verwacht = json.loads((REFERENTIE / "jaren_dummies.json").read_text("utf-8"))["toets"][naam]
    toets = samen_nul(studie, naam, [2002, 2008], trekkingen=99, zaad=1)
    assert toets.waarde == pytest.approx(verwacht["F"], rel=1e-8)
    assert toets.p_f == pytest.approx(verwacht["p"], rel=1e-8)


def wald(studie, naam, jaren) -> float:
    t, k = studie.plaatsen(jaren), studie.namen.index(naam)
    V = studie.covariantie[k][np.ix_(t, t)]
    return float(studie.coef[t, k] @ np.linalg.solve(V, studie.coef[t, k]))


@pytest.mark.traag
@pytest.mark.parametrize(("naam", "jaren"), [("z1", [2002, 2008]), ("z2", [2014, 2018])])
def test_gelijk_aan_een_bootstrap_die_elke_keer_alle_wijken_opnieuw_schat(
    paneel, studie, naam, jaren
):
    """Per draw: restricted fit + weight x restricted residual, and the study estimated again."""
    n = 199
    zaad = int(np.random.default_rng([7, THEMA]).integers(2**63))
    (gewichten,) = kies_trekkingen(studie.df + 1, n, zaad).blokken(n)
    basis = JAREN.index(2012)
    Y = paneel.scores - paneel.scores[:, [basis]]
    ander = paneel.regressoren.drop(columns=naam).assign(constante=1.0).to_numpy()
    past = ander @ np.linalg.lstsq(ander, Y, rcond=None)[0]
    code = np.searchsorted(studie.gemeenten, paneel.gemeente)
    eigen = wald(studie, naam, jaren)
    raak = 0
    for v in gewichten.T:
        scores = past + v[code, None] * (Y - past)
        nagebootst = Paneel(JAREN, scores, paneel.regressoren, paneel.gemeente)
        raak += wald(gebeurtenisstudie(nagebootst, 2012), naam, jaren) >= eigen * (1 - 1e-9)
    toets = samen_nul(studie, naam, jaren, trekkingen=n, zaad=7)
    assert toets.trekkingen == n
    assert toets.p == pytest.approx((1 + raak) / (1 + n))
    assert 0.02 < toets.p < 0.98  # otherwise the comparison says little


def test_zelfde_zaad_zelfde_p_en_meer_dan_een_blok(studie):
    een, twee, ander = (
        samen_nul(studie, "z1", [2002, 2008], trekkingen=n, zaad=zaad)
        for n, zaad in ((1201, 1), (1201, 1), (1201, 2))
    )
    assert een == twee and een.p != ander.p
    assert een.p == pytest.approx(ander.p, abs=0.05)


def test_een_samenhang_die_er_is_wordt_gevonden(paneel):
    """An association in one of the years, larger than the noise."""
    z = paneel.regressoren["z1"].to_numpy()
    scores = paneel.scores.copy()
    scores[:, -1] += 0.05 * (z - z.mean()) / z.std()
    sterk = gebeurtenisstudie(Paneel(JAREN, scores, paneel.regressoren, paneel.gemeente), 2012)
    na = samen_nul(sterk, "z1", [2014, 2018], trekkingen=999, zaad=1)
    assert na.p < 0.05 < samen_nul(sterk, "z2", [2014, 2018], trekkingen=999, zaad=1).p
