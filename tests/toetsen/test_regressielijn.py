"""The line of wijken outside the selection, drawn on to its scores: by hand and beside R."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from hulp.regressie import REFERENTIE, lees_wijken_met_factoren, wijkentabel
from leefbaarheid.toetsen.regressielijn import regressielijn

R = json.loads((REFERENTIE / "vergelijking_r.json").read_text("utf-8"))


def maak_wijken(n=40, *, helling=-0.2, extra=0.0, ruis=0.0, zaad=1):
    """Return wijken, a quarter selected on low scores, whose change lies on a line of the score.

    `extra` is added to the change of the selected wijken.
    """
    rng = np.random.default_rng(zaad)
    begin = np.linspace(3.7, 4.3, n)
    gekozen = begin < 3.85
    verandering = 0.02 + helling * (begin - 4.0) + extra * gekozen + rng.normal(0, ruis, n)
    return pd.DataFrame(
        {
            **{"gm_code": [f"GM9{i % 8:03}" for i in range(n)], "in_selectie": gekozen},
            **{"in_aanmerking": True, "lbm_2002": begin, "lbm_2008": begin + verandering},
        }
    )


def test_verschil_met_de_lijn_en_zijn_standaardfout_zoals_in_r():
    wijken = wijkentabel(lees_wijken_met_factoren())
    rij = regressielijn(wijken, jaar=2002, vensters=[(2012, 2014)]).iloc[0]
    assert rij["verschil"] == pytest.approx(R["lijn"]["waarde"], rel=1e-8)
    assert rij["se"] == pytest.approx(R["lijn"]["se"], rel=1e-6)
    assert rij["helling"] == pytest.approx(R["helling"]["waarde"], rel=1e-8)


def test_op_de_lijn_is_er_geen_verschil_en_daarboven_precies_dat():
    op, boven = (
        regressielijn(maak_wijken(extra=extra), jaar=2002, vensters=[(2002, 2008)]).iloc[0]
        for extra in (0.0, 0.03)
    )
    assert op["helling"] == pytest.approx(-0.2)
    assert op["verwacht"] == pytest.approx(0.02 - 0.2 * (op["score"] - 4.0))
    assert op["verschil"] == pytest.approx(0, abs=1e-12)
    assert boven["verschil"] == pytest.approx(0.03)


def test_hoe_ver_de_lijn_is_doorgetrokken():
    wijken = maak_wijken()
    rij = regressielijn(wijken, jaar=2002, vensters=[(2002, 2008)]).iloc[0]
    buiten = wijken.loc[~wijken["in_selectie"], "lbm_2002"]
    assert rij["n_onder"] == rij["n"] == wijken["in_selectie"].sum()
    assert rij["laagste_overig"] == buiten.min()
    eigen = wijken.loc[wijken["in_selectie"], "lbm_2002"].mean()
    assert rij["afstand_sd"] == pytest.approx((buiten.mean() - eigen) / buiten.std())


def test_de_lijn_van_de_laagste_helft_ziet_een_knik():
    wijken = maak_wijken(80)
    knik = wijken["lbm_2002"].lt(4.05)
    wijken["lbm_2008"] = wijken["lbm_2002"] + 0.3 * (4.05 - wijken["lbm_2002"]) * knik
    alle, helft = regressielijn(wijken, jaar=2002, vensters=[(2002, 2008)]).itertuples()
    assert helft.lijn == "laagste_helft"
    assert helft.n_overig < alle.n_overig
    assert abs(helft.verschil) < abs(alle.verschil)


def test_een_venster_voor_de_selectie_valt_weg_en_te_weinig_wijken_is_een_reden():
    wijken = maak_wijken()
    assert regressielijn(wijken, jaar=2008, vensters=[(2002, 2008)]).empty
    weinig = pd.concat([wijken[wijken["in_selectie"]], wijken[~wijken["in_selectie"]].head(4)])
    rij = regressielijn(weinig, jaar=2002, vensters=[(2002, 2008)]).iloc[0]
    assert rij["reden"] == "te_weinig_wijken_voor_lijn?n=4"
    assert np.isnan(rij["verwacht"])
    geen = wijken.assign(lbm_2008=wijken["lbm_2008"].mask(wijken["in_selectie"]))
    rij = regressielijn(geen, jaar=2002, vensters=[(2002, 2008)]).iloc[0]
    assert rij["reden"] == "geen_wijk_over"


@pytest.mark.traag
def test_zonder_echt_verschil_sluit_het_interval_nul_meestal_in():
    rng = np.random.default_rng(7)
    raak = 0
    for _ in range(400):
        wijken = maak_wijken(200, ruis=0.04, zaad=int(rng.integers(1 << 30)))
        wijken["gm_code"] = [f"GM9{i:03}" for i in rng.permutation(200) % 40]
        rij = regressielijn(wijken, jaar=2002, vensters=[(2002, 2008)]).iloc[0]
        raak += rij["ci_laag"] < 0 < rij["ci_hoog"]
    assert 364 <= raak <= 396
