"""Influence: by hand and by leaving wijken out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from hulp import invloed as gegevens
from hulp.invloed import FACTOREN, ontwerp_van
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.basis.tabelwaarden import CONSTANTE
from leefbaarheid.toetsen import invloed
from leefbaarheid.toetsen import varianten as varianten_module
from leefbaarheid.toetsen.ontwerpen import beperk


@pytest.fixture(scope="module")
def tabel():
    return gegevens.tabel()


@pytest.fixture(scope="module")
def codeboek():
    return gegevens.codeboek()


@pytest.fixture(scope="module")
def ontwerp(tabel):
    return ontwerp_van(tabel)


def stackloss():
    """Brownlee's stack loss data as a design: 21 'wijken' in 7 'gemeenten'."""
    data = sm.datasets.stackloss.load_pandas()
    X = data.exog.astype(float)
    X.insert(0, CONSTANTE, 1.0)
    index = pd.Index([f"WK9{i:05d}" for i in range(len(X))], name="wk_code")
    X.index = index
    gemeente = pd.Series([f"GM9{i // 3:03d}" for i in range(len(X))], index)
    y = pd.Series(data.endog.to_numpy(float), index)
    vast = {"van": 2012, "tot": 2014, "basisjaar": 2002, "model": "verandering"}
    return Ontwerp(
        **vast, steekproef="selectie", y=y, X=X, gemeente=gemeente, gm_naam=gemeente, n_verwacht=21
    )


def test_maten_met_de_hand():
    """x = 0,0,1,1,3 and y = 0,2,1,3,9: means 1 and 3, Sxx 6, Sxy 16, slope 8/3, constant 1/3.

    Residuals -1/3, 5/3, -2, 0, 2/3, SSR 22/3, s2 22/9; leverage 1/5 + (x - 1)^2 / 6. Cook's
    distance of the last wijk: (4/9) (13/15) / ((2/15)^2 x 2 x 22/9) = 195/44.
    """
    X = pd.DataFrame({"constante": 1.0, "f": [0.0, 0, 1, 1, 3]}, index=list("abcde"))
    y = pd.Series([0.0, 2, 1, 3, 9], X.index)
    gemeente = pd.Series([f"GM{i}" for i in range(5)], X.index)
    vast = {"van": 2012, "tot": 2014, "basisjaar": 2002, "model": "verandering"}
    o = Ontwerp(
        **vast, steekproef="selectie", y=y, X=X, gemeente=gemeente, gm_naam=gemeente, n_verwacht=5
    )
    maten = invloed.invloedmaten(o)
    assert maten.wijken["residu"].to_list() == pytest.approx([-1 / 3, 5 / 3, -2, 0, 2 / 3])
    hefboom = [11 / 30, 11 / 30, 1 / 5, 1 / 5, 13 / 15]
    assert maten.wijken["hefboom"].to_list() == pytest.approx(hefboom)
    assert maten.wijken.loc["e", "cook"] == pytest.approx(195 / 44)
    # without e the slope is 1 (means 1 and 2 at x = 0 and 1): it moves by 8/3 - 1
    assert maten.dfbeta.loc["e", "f"] == pytest.approx(8 / 3 - 1)
    assert maten.grens_cook == 4 / 5
    assert maten.grens_dfbetas == pytest.approx(2 / np.sqrt(5))
    assert maten.boven_cook.to_list() == [False, False, False, False, True]


@pytest.mark.traag
def test_gelijk_aan_een_voor_een_weglaten(ontwerp):
    """Every measure from its definition, with 60 refits; tolerance 1e-9 relative."""
    maten = invloed.invloedmaten(ontwerp)
    alles = sm.OLS(ontwerp.y, ontwerp.X).fit()
    XX = ontwerp.X.to_numpy().T @ ontwerp.X.to_numpy()
    for wijk in ontwerp.y.index:
        zonder = sm.OLS(ontwerp.y.drop(wijk), ontwerp.X.drop(index=wijk)).fit()
        verschil = alles.params - zonder.params
        cook = verschil @ XX @ verschil / (alles.mse_resid * len(verschil))
        s = np.sqrt(zonder.mse_resid)
        dfbetas = verschil / (s * np.sqrt(np.diag(np.linalg.inv(XX))))
        voorspelfout = ontwerp.y[wijk] - zonder.predict(ontwerp.X.loc[[wijk]]).iloc[0]
        schaal = s * np.sqrt(1 / (1 - maten.wijken.loc[wijk, "hefboom"]))
        assert maten.wijken.loc[wijk, "cook"] == pytest.approx(cook, rel=1e-9)
        assert maten.dfbeta.loc[wijk].to_list() == pytest.approx(verschil.to_list(), rel=1e-8)
        assert maten.dfbetas.loc[wijk].to_list() == pytest.approx(dfbetas.to_list(), rel=1e-8)
        assert maten.wijken.loc[wijk, "residu_student"] == pytest.approx(voorspelfout / schaal)


def test_invloedrijke_wijken_staan_er_met_naam_en_wat_zij_doen(tabel, codeboek):
    """A wijk pulled 0.5 points up, with many corporatiewoningen, is first in both lists."""
    bewerkt = tabel.copy()
    bewerkt.loc["WK900003", "corporatie_pct"] = 95.0
    bewerkt.loc["WK900003", "lbm_2014"] += 0.5
    o = ontwerp_van(bewerkt)
    uit = invloed.invloedrijke_wijken(o, bewerkt, codeboek, aantal=3)
    eerste = uit[(uit["rang"] == 1) & uit["term"].isin(["", "corporatie_pct"])]
    assert eerste["maat"].to_list() == ["cook", "dfbetas"]
    assert eerste["wk_naam"].to_list() == ["Wijk 3", "Wijk 3"]
    assert eerste["gm_naam"].to_list() == ["Gemeente 0", "Gemeente 0"]
    zonder = beperk(o, o.y.index != "WK900003")
    rij = eerste.iloc[1]
    sd = o.X["corporatie_pct"].std()
    assert rij["coef_sd"] == pytest.approx(regressie.schat(o).tabel["coef"]["corporatie_pct"] * sd)
    naar = regressie.schat(zonder).tabel["coef"]["corporatie_pct"] * sd
    assert rij["coef_sd_zonder"] == pytest.approx(naar)
    assert rij["label"] == "Corporatiewoningen"
    assert (uit.groupby(["maat", "term"]).size() <= 3).all()
    genoemd = uit[uit["reden"] == ""]
    assert (genoemd["waarde"].abs() > genoemd["grens"]).all()
    assert (uit["n"] == 60).all()


def test_wie_boven_de_grens_uitkomt_maar_niet_genoemd_wordt_telt_wel(ontwerp, tabel, codeboek):
    maten = invloed.invloedmaten(ontwerp)
    uit = invloed.invloedrijke_wijken(ontwerp, tabel, codeboek, aantal=1)
    boven = int((maten.dfbetas["corporatie_pct"].abs() > maten.grens_dfbetas).sum())
    assert boven > 1
    assert uit.loc[uit["term"] == "corporatie_pct", "n_boven_grens"].to_list() == [boven]


def test_zonder_invloedrijke_wijken_blijft_er_een_rij_met_reden(codeboek):
    """Balanced data: every wijk has the same leverage and size of residual."""
    n = 24
    X = pd.DataFrame({"constante": 1.0, "corporatie_pct": np.tile([-1.0, 1.0], n // 2)})
    X.index = [f"WK9{i:05d}" for i in range(n)]
    y = pd.Series(np.tile([1.0, 1, -1, -1], n // 4), X.index)
    gemeente = pd.Series(np.repeat([f"GM{i}" for i in range(6)], 4), X.index)
    vast = {"van": 2012, "tot": 2014, "basisjaar": 2002, "model": "verandering"}
    o = Ontwerp(
        **vast, steekproef="selectie", y=y, X=X, gemeente=gemeente, gm_naam=gemeente, n_verwacht=n
    )
    wijken = pd.DataFrame({"wk_naam": X.index}, index=X.index)
    o.y.iloc[0] += 0.01  # else the clusters cancel out and there is no standard error
    uit = invloed.invloedrijke_wijken(o, wijken, codeboek)
    assert uit["maat"].to_list() == ["cook", "dfbetas"]
    assert (uit["reden"] == "geen_wijk_boven_grens").all()
    assert (uit["n_boven_grens"] == 0).all()
    assert uit["wk_code"].isna().all()


@pytest.mark.traag
def test_wijk_die_een_coefficient_alleen_vastlegt_staat_vooraan(tabel, codeboek):
    """A factor that is 1 in one wijk: leverage 1, Cook undefined, HC3 undefined."""
    een = tabel.assign(apart=(tabel.index == "WK900002").astype(float))
    boek = pd.concat(
        [
            codeboek,
            pd.DataFrame({"factor": ["apart"], "label": "Apart", "eenheid": "", "peiljaar": ""}),
        ]
    )
    o = ontwerp_van(een, [*FACTOREN, "apart"])
    uit = invloed.invloedrijke_wijken(o, een, boek)
    assert uit.loc[0, ["maat", "wk_naam", "reden"]].to_list() == [
        "cook",
        "Wijk 2",
        "hefboom_een",
    ]
    assert np.isnan(uit.loc[0, "waarde"])
    varianten = varianten_module.schat_varianten(o, een, boek).set_index(["variant", "term"])
    assert varianten.loc[("hc3", "apart"), "reden"] == "geen_hc3"
    assert np.isfinite(varianten.loc[("hoofd", "corporatie_pct"), "p"])
