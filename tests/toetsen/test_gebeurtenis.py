"""The event study: every year against the base year, with what single gemeenten do to it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from statsmodels.regression.linear_model import OLS

from leefbaarheid.toetsen.gebeurtenis import Paneel, gebeurtenisstudie, maak_paneel

REFERENTIE = Path(__file__).parents[1] / "reference"
JAREN = (2002, 2008, 2012, 2014, 2018)


@pytest.fixture(scope="module")
def tabel() -> pd.DataFrame:
    return pd.read_csv(REFERENTIE / "jaren.csv", index_col="wk_code").assign(in_selectie=True)


@pytest.fixture(scope="module")
def dummies() -> dict:
    return json.loads((REFERENTIE / "jaren_dummies.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def studie(tabel):
    return gebeurtenisstudie(maak_paneel(tabel, JAREN, ["z1", "z2"], "selectie"), 2012)


@pytest.mark.parametrize("maat", ["coef", "se"])
def test_gelijk_aan_r_met_dummies_en_een_jackknife(studie, dummies, maat):
    verwacht = [[dummies[maat][f"{z}_{jaar}"] for z in ("z1", "z2")] for jaar in studie.jaren]
    assert studie.jaren == (2002, 2008, 2014, 2018)
    np.testing.assert_allclose(getattr(studie, maat), verwacht, rtol=1e-8)


@pytest.mark.traag
def test_gelijk_aan_statsmodels_met_een_dummy_per_wijk_en_per_jaar(studie, tabel):
    lang = tabel.reset_index().melt(
        ["wk_code", "z1", "z2"], [f"lbm_{jaar}" for jaar in JAREN], "jaar", "score"
    )
    wissel = {
        f"{z}_{jaar}": lang[z] * (lang["jaar"] == f"lbm_{jaar}")
        for jaar in studie.jaren
        for z in studie.namen
    }
    dummies = pd.get_dummies(lang[["wk_code", "jaar"]], drop_first=True, dtype=float)
    X = pd.concat([pd.DataFrame(wissel), dummies.assign(constante=1.0)], axis=1)
    schatting = OLS(lang["score"], X).fit().params[list(wissel)]
    np.testing.assert_allclose(studie.coef.ravel(), schatting, rtol=1e-7, atol=1e-12)


def test_met_de_hand_een_factor_met_twee_waarden():
    """Two groups: the coefficient is the difference of mean changes; also without a gemeente."""
    gemeente = pd.Series([*"AABBCCDD"])
    groep = pd.DataFrame({"z": [0, 1] * 4}, dtype=float)
    score = np.array([[3.0, 3.1], [3.0, 3.3], [3.2, 3.2], [3.2, 3.4], [3.1, 3.2], [3.1, 3.3],
                      [3.0, 3.0], [3.0, 3.4]])  # fmt: skip
    studie = gebeurtenisstudie(Paneel((2012, 2014), score, groep, gemeente), 2012)
    verschil = np.array([0.2, 0.2, 0.1, 0.4])  # per gemeente: change of z = 1 less that of z = 0
    assert studie.coef.item() == pytest.approx(verschil.mean())
    zonder = (verschil.sum() - verschil) / 3
    np.testing.assert_allclose(studie.zonder[0, :, 0], zonder)
    assert studie.se.item() == pytest.approx(
        np.sqrt(3 / 4 * ((zonder - verschil.mean()) ** 2).sum())
    )


def test_een_ander_basisjaar_draait_de_schatting_om(tabel):
    paneel = maak_paneel(tabel, (2012, 2014), ["z1"], "selectie")
    vooruit, terug = gebeurtenisstudie(paneel, 2012), gebeurtenisstudie(paneel, 2014)
    assert vooruit.coef.item() == pytest.approx(-terug.coef.item(), rel=1e-12)
    assert vooruit.se.item() == pytest.approx(terug.se.item(), rel=1e-12)


def test_alleen_wijken_met_alle_jaren_en_alle_factoren(tabel):
    gaten = tabel.copy()
    gaten.loc[gaten.index[0], "lbm_2008"] = np.nan
    gaten.loc[gaten.index[1], "z2"] = np.nan
    gaten.loc[gaten.index[2], "in_selectie"] = False
    paneel = maak_paneel(gaten, JAREN, ["z1", "z2"], "selectie")
    assert list(paneel.regressoren.index) == list(tabel.index[3:])
    assert paneel.n == len(tabel) - 3


def test_per_standaarddeviatie(tabel):
    paneel = maak_paneel(tabel, JAREN, ["z1", "z2"], "selectie")
    gewoon, per_sd = (gebeurtenisstudie(p, 2012) for p in (paneel, paneel.per_sd()))
    sd = tabel[["z1", "z2"]].std(ddof=1).to_numpy()
    np.testing.assert_allclose(per_sd.coef, gewoon.coef * sd, rtol=1e-10)
