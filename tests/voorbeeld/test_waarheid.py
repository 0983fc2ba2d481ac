"""What a regression should find, by hand and by least squares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.voorbeeld.simulatie import VoorbeeldData, simuleer
from leefbaarheid.voorbeeld.voorbeeld import Parameters
from leefbaarheid.voorbeeld.waarheid import ware_beginscore, ware_effecten

P = Parameters()
FACTOREN = [factor.naam for factor in P.factoren]


def _tabel(data: VoorbeeldData) -> pd.DataFrame:
    """Return scores and factors of the wijken that are complete."""
    breed = data.leefbaarometer.pivot(index="wk_code", columns="jaar", values="lbm")
    return data.context.set_index("wk_code")[FACTOREN].join(breed).dropna()


def _schat(tabel: pd.DataFrame, uitkomst: pd.Series, score: int) -> pd.Series:
    """Return least squares coefficients of `uitkomst` on a constant, a score and the factors."""
    x = np.column_stack([np.ones(len(tabel)), tabel[[score, *FACTOREN]].to_numpy(float)])
    schaal = np.abs(x).max(axis=0)
    coef = np.linalg.lstsq(x / schaal, uitkomst.to_numpy(float), rcond=None)[0] / schaal
    return pd.Series(coef[1:], index=["score", *FACTOREN])


def _waar(p: Parameters, van: int, tot: int, vorm: str) -> pd.Series:
    return pd.Series(
        {"score": ware_beginscore(p, van, tot, vorm), **ware_effecten(p, van, tot, vorm)}
    )


def test_ware_effecten_met_de_hand_over_twee_stappen():
    """2012-2016: the effect of 2012-2014 passes through rho 0.905, that of 2014-2016 is added."""
    effect = ware_effecten(P, 2012, 2016)
    assert effect["woz_verandering_2009_2014"] == pytest.approx(0.905 * 0.0022 + 0.0005)
    assert effect["laag_inkomen_pct_2008"] == pytest.approx((0.905 * -0.008 - 0.008) / 10)
    assert ware_beginscore(P, 2012, 2016) == pytest.approx(0.880 * 0.905)


def test_ware_basismeting_met_de_hand():
    """Change 2008-2012 given the score of 2002: (0.88 - 1) x what 2002-2008 did, plus the step."""
    effect = ware_effecten(P, 2008, 2012, vorm="basismeting")
    assert effect["laag_inkomen_pct_2008"] == pytest.approx((-0.12 * -0.004 - 0.004) / 10)
    assert ware_beginscore(P, 2008, 2012, "basismeting") == pytest.approx(0.885 * 0.88 - 0.885)


def test_welke_effecten_nul_zijn():
    for van, tot in [(2002, 2008), (2012, 2014), (2014, 2022)]:
        effect = ware_effecten(P, van, tot)
        assert effect["dichtheid_2008"] == effect["stedelijkheid_2008"] == 0
    crisis = ("woz_verandering_2009_2014", "werkloosheid_verandering_2008_2013")
    assert all(ware_effecten(P, 2002, 2008)[naam] == 0 for naam in crisis)
    assert all(ware_effecten(P, 2016, 2022)[naam] == 0 for naam in crisis)
    assert all(ware_effecten(P, 2012, 2014)[naam] != 0 for naam in crisis)


@pytest.mark.parametrize("van, tot", [(2014, 2012), (2012, 2012), (2010, 2014), (2012, 2024)])
@pytest.mark.parametrize("functie", [ware_effecten, ware_beginscore])
def test_onmogelijk_venster(functie: Callable, van: int, tot: int):
    with pytest.raises(ValueError, match=f"venster {van}-{tot} past niet"):
        functie(P, van, tot)


VENSTERS = [(2002, 2008), (2008, 2012), (2012, 2014), (2012, 2016), (2014, 2022), (2002, 2022)]


@pytest.mark.traag
@pytest.mark.parametrize("van, tot", VENSTERS)
@pytest.mark.parametrize("vorm", ["ancova", "basismeting"])
def test_zonder_schokken_vindt_kleinste_kwadraten_de_waarheid(van: int, tot: int, vorm: str):
    """Without shocks the chain is exactly linear, so regression gives the composed truth.

    Only the rounding of scores to 6 decimals is left: per standard deviation of a factor no
    more than 2e-6 points.
    """
    stil = replace(P, sigma_u=(0.0,) * 7, sigma_e=(0.0,) * 7)
    tabel = _tabel(simuleer(stil, zaad=3))
    ancova = vorm == "ancova"
    uitkomst = tabel[tot] if ancova else tabel[tot] - tabel[van]
    verschil = _schat(tabel, uitkomst, van if ancova else 2002) - _waar(stil, van, tot, vorm)
    spreiding = tabel[[van if ancova else 2002, *FACTOREN]].std().to_numpy()
    assert np.abs(verschil.to_numpy() * spreiding).max() < 2e-6


@pytest.mark.traag
@pytest.mark.parametrize("van, tot", [(2012, 2014), (2014, 2022)])
@pytest.mark.parametrize("alleen_selectie", [False, True])
def test_schattingen_zijn_gemiddeld_de_waarheid(van: int, tot: int, alleen_selectie: bool):
    """Over 40 seeds the mean error stays within 3.5 of its standard errors, also when only the
    selected wijken are used: they were chosen on 2002, before the shocks."""
    fouten = []
    for zaad in range(100, 140):
        data = simuleer(zaad=zaad)
        tabel = _tabel(data)
        if alleen_selectie:
            tabel = tabel[tabel.index.isin(data.selectie["wk_code"])]
        fouten.append(_schat(tabel, tabel[tot], van) - _waar(P, van, tot, "ancova"))
    fout = pd.DataFrame(fouten)
    t = fout.mean() / (fout.std() / np.sqrt(len(fout)))
    assert t.abs().max() < 3.5, t.to_string()
