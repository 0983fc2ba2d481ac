"""Successive changes: their correlation, and what noise in the shared measurement gives."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from hulp.regressie import REFERENTIE, lees_wijken_met_factoren, wijkentabel
from leefbaarheid.analyse.meetfout import Meetfout, schat_meetfout, scores_van
from leefbaarheid.analyse.opeenvolgend import opeenvolgend

R = json.loads((REFERENTIE / "vergelijking_r.json").read_text("utf-8"))


def met_fout(jaren, variantie):
    eigen = np.array([np.nan, *[variantie] * (len(jaren) - 2), np.nan])
    return Meetfout(jaren, eigen, variantie)


def simuleer(fout, beweging, n=4000, zaad=2):
    """Return wijken whose true scores are a random walk, measured with error; its sds."""
    rng = np.random.default_rng(zaad)
    waar = 4 + np.cumsum(rng.normal(0, [0.1, beweging, beweging], (n, 3)), axis=1)
    gemeten = waar + rng.normal(0, fout, (n, 3))
    return pd.DataFrame(gemeten, columns=["lbm_2008", "lbm_2012", "lbm_2014"]).assign(
        gm_code=[f"GM9{i % 50:03}" for i in range(n)],
        in_selectie=np.arange(n) % 2 == 0,
        in_aanmerking=True,
    )


def test_correlatie_zoals_in_r():
    wijken = wijkentabel(lees_wijken_met_factoren()).assign(in_selectie=True)
    jaren = [2002, 2012, 2014]
    rij = opeenvolgend(wijken, jaren, met_fout(jaren, 1e-4)).iloc[0]
    assert rij["correlatie"] == pytest.approx(R["samenloop"]["waarde"], rel=1e-8)
    # R has the standard error of r itself; that of Fisher's z is larger by 1/(1-r^2), nearly
    halve = (np.arctanh(rij["ci_hoog"]) - np.arctanh(rij["ci_laag"])) / 2 / 2.306004135204166
    assert halve == pytest.approx(R["samenloop"]["se"] / (1 - rij["correlatie"] ** 2), rel=0.05)


def test_alleen_ruis_geeft_min_een_half_en_dat_is_te_voorzien():
    jaren = [2008, 2012, 2014]
    wijken = simuleer(fout=0.02, beweging=0.0)
    rij = opeenvolgend(wijken, jaren, met_fout(jaren, 0.02**2)).iloc[0]
    assert rij["alleen_ruis"] == pytest.approx(-0.5)
    assert rij["correlatie"] == pytest.approx(-0.5, abs=0.04)
    assert rij["door_meetfout"] == pytest.approx(-0.5, abs=0.03)


def test_meetfout_bij_losse_veranderingen_geeft_de_berekende_samenhang():
    jaren = [2008, 2012, 2014]
    wijken = simuleer(fout=0.02, beweging=0.03)
    rij = opeenvolgend(wijken, jaren, met_fout(jaren, 0.02**2)).iloc[0]
    assert rij["door_meetfout"] == pytest.approx(-(0.02**2) / (0.03**2 + 2 * 0.02**2), abs=0.02)
    assert rij["correlatie"] == pytest.approx(rij["door_meetfout"], abs=0.05)


def test_drie_groepen_en_weinig_jaren():
    jaren = [2008, 2012, 2014]
    wijken = simuleer(fout=0.02, beweging=0.03, n=200)
    tabel = opeenvolgend(wijken, jaren, met_fout(jaren, 1e-4))
    assert tabel["groep"].tolist() == ["selectie", "overig_in_aanmerking", "rest_van_land"]
    geen = schat_meetfout(scores_van(wijken, jaren[:2]), wijken["gm_code"])
    assert opeenvolgend(wijken, jaren[:2], geen).empty
