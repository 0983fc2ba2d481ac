"""Neighbours, Moran's I and Conley: by hand, against libpysal/esda/spreg, and against loops."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from statsmodels.regression.linear_model import OLS

from leefbaarheid.toetsen import ruimte

REFERENTIE = Path(__file__).parents[1] / "reference"
WAARDEN = json.loads((REFERENTIE / "afhankelijkheid.json").read_text(encoding="utf-8"))
TERMEN = ["beginscore", "corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct"]
# Six wijken on a line, one kilometre apart but for the last: 0, 1, 2, 3, 4 and 9 km.
LIJN = np.array([[0, 0], [1, 0], [2, 0], [3, 0], [4, 0], [9, 0]]) * 1000.0


@pytest.fixture(scope="module")
def data() -> pd.DataFrame:
    bestanden = [REFERENTIE / f"{naam}.csv" for naam in ("regressie", "afhankelijkheid")]
    een, ander = (pd.read_csv(pad) for pad in bestanden)
    return een.merge(ander, on="wk_code")


@pytest.fixture(scope="module")
def ols(data):
    X = data[["lbm_2012", *TERMEN[1:]]].rename(columns={"lbm_2012": "beginscore"})
    return OLS(data["lbm_2014"], X.assign(constante=1.0)[["constante", *TERMEN]]).fit()


def gewichten(soort, xy):
    return ruimte.knn_gewichten(xy, 5) if soort == "knn" else ruimte.afstand_gewichten(xy, 5.0)


# --- neighbours ----------------------------------------------------------------------------------


def test_dichtstbijzijnde_buren_met_de_hand():
    """The last wijk has neighbours, but is no one's neighbour."""
    W = ruimte.knn_gewichten(LIJN, 2).toarray()
    verwacht = np.array(
        [
            [0, 1, 1, 0, 0, 0],
            [1, 0, 1, 0, 0, 0],
            [0, 1, 0, 1, 0, 0],
            [0, 0, 1, 0, 1, 0],
            [0, 0, 1, 1, 0, 0],
            [0, 0, 0, 1, 1, 0],
        ]
    )
    np.testing.assert_allclose(W, verwacht / 2)


def test_band_met_de_hand():
    """Within 1 km (the edge counts) the ends of the row have one neighbour, the last wijk none."""
    W = ruimte.afstand_gewichten(LIJN, 1.0).toarray()
    np.testing.assert_allclose(W.sum(axis=1), [1, 1, 1, 1, 1, 0])
    np.testing.assert_allclose(W[0], [0, 1, 0, 0, 0, 0])
    np.testing.assert_allclose(W[1], [0.5, 0, 0.5, 0, 0, 0])
    assert not ruimte.afstand_gewichten(LIJN, 0.5).nnz


def test_kleinste_band_geeft_elke_wijk_een_buur():
    km = ruimte.kleinste_band_km(LIJN)
    assert km == pytest.approx(5)
    assert (ruimte.afstand_gewichten(LIJN, km).toarray().sum(axis=1) > 0).all()
    assert (ruimte.afstand_gewichten(LIJN, km * 0.999).toarray().sum(axis=1) == 0).any()


def test_wijken_op_dezelfde_plek_zijn_nooit_hun_eigen_buur():
    """Eight wijken in one point: whichever neighbours are drawn, a wijk is not its own."""
    xy = np.vstack([np.zeros((8, 2)), LIJN + 500_000])
    W = ruimte.knn_gewichten(xy, 3)
    assert (W.diagonal() == 0).all()
    np.testing.assert_allclose(W.sum(axis=1), 1)
    np.testing.assert_array_equal(np.diff(W.indptr), 3)


# --- Moran's I -----------------------------------------------------------------------------------


def test_moran_met_de_hand():
    """Four wijken in a row with values 1, 2, 3, 4 and neighbours at 1 km.

    Centred z = -1.5, -0.5, 0.5, 1.5; lags (row means of neighbours) -0.5, -0.5, 0.5, 0.5;
    z'Wz = 0.75 + 0.25 + 0.25 + 0.75 = 2, z'z = 5, n/S0 = 1: I = 0.4.
    """
    W = ruimte.afstand_gewichten(LIJN[:4], 1.0)
    assert ruimte.moran_i(np.array([1.0, 2, 3, 4]), W) == pytest.approx(0.4)


@pytest.mark.parametrize("soort", ["knn", "afstand"])
def test_moran_gelijk_aan_pysal(soort, data, ols):
    """esda.Moran and spreg.MoranRes, relative tolerance 1e-9; the p-value within 3 sd of drawing.

    With 9 999 draws each, the difference of two drawn p has sd sqrt(2 p (1-p) / 9999).
    """
    ref = WAARDEN["moran"][soort]
    xy = data[["x", "y"]].to_numpy()
    W = gewichten(soort, xy)
    assert W.sum() == pytest.approx(ref["som_gewichten"])
    assert (np.diff(W.indptr) == 0).sum() == ref["zonder_buren"]
    e = ols.resid.to_numpy()
    waarde, p = ruimte.moran_permutatie(e, W, 9_999, zaad=1)
    assert waarde == pytest.approx(ref["moran_i"], rel=1e-9)
    spreiding = np.sqrt(2 * ref["p_permutatie"] * (1 - ref["p_permutatie"]) / 9_999)
    assert p == pytest.approx(ref["p_permutatie"], abs=3 * spreiding)
    verwacht, sd = ruimte.moran_momenten(ols.model.exog, W)
    assert verwacht == pytest.approx(ref["verwacht_residuen"], rel=1e-9)
    assert sd == pytest.approx(ref["sd_residuen"], rel=1e-9)
    assert (waarde - verwacht) / sd == pytest.approx(ref["z_residuen"], rel=1e-9)


def test_momenten_gelijk_aan_de_volle_matrix(data, ols):
    """The traces through K x K products are those of the n x n matrix M."""
    X, xy = ols.model.exog, data[["x", "y"]].to_numpy()
    for soort in ("knn", "afstand"):
        dun = gewichten(soort, xy)
        W = dun.toarray()
        M = np.eye(len(X)) - X @ np.linalg.inv(X.T @ X) @ X.T
        n, r = len(X), len(X) - X.shape[1]
        s = n / W.sum()
        e1 = s * np.trace(M @ W) / r
        e2 = s**2 * (np.trace(M @ W @ M @ W.T) + np.trace(M @ W @ M @ W) + np.trace(M @ W) ** 2)
        verwacht = (e1, np.sqrt(e2 / (r * (r + 2)) - e1**2))
        assert ruimte.moran_momenten(X, dun) == pytest.approx(verwacht, rel=1e-8)


def test_gemiddelde_van_de_permutaties_is_min_een_gedeeld_door_n_min_een(data):
    """The mean of I over permutations is -1/(n-1): 4 000 draws, within 4 standard errors."""
    W = ruimte.knn_gewichten(data[["x", "y"]].to_numpy(), 5)
    rng = np.random.default_rng(3)
    z = rng.permuted(np.tile(data["corporatie_pct"].to_numpy()[:, None], 4_000), axis=0)
    waarden = ruimte.moran_i(z, W)
    assert waarden.mean() == pytest.approx(-1 / 59, abs=4 * waarden.std() / np.sqrt(4_000))


def test_permutatie_p_telt_de_waarneming_mee():
    """Two far towns with opposite values: no permutation is more alike than the data.

    C(12, 6) = 924 splits of which 2 are as alike, so p is near 2/924 and never below 1/(999+1).
    """
    xy = np.vstack(
        [np.c_[np.arange(6) * 10.0, np.zeros(6)], np.c_[np.arange(6) * 10.0 + 1e6, np.zeros(6)]]
    )
    z = np.repeat([-1.0, 1.0], 6)
    W = ruimte.knn_gewichten(xy, 5)
    waarde, p = ruimte.moran_permutatie(z, W, 999, zaad=5)
    assert waarde == pytest.approx(1)
    assert 1 / 1000 <= p <= 8 / 1000
    assert ruimte.moran_permutatie(-z, W, 999, zaad=5)[1] == p
    assert ruimte.moran_permutatie(np.tile([-1.0, 1.0], 6), W, 999, zaad=5)[1] > 0.5


def test_zelfde_zaad_zelfde_p(data, ols):
    W = ruimte.knn_gewichten(data[["x", "y"]].to_numpy(), 5)
    e = ols.resid.to_numpy()
    assert ruimte.moran_permutatie(e, W, 999, 7) == ruimte.moran_permutatie(e, W, 999, 7)
    meer = {ruimte.moran_permutatie(e, W, 999, zaad)[1] for zaad in range(5)}
    assert len(meer) > 1


# --- Conley --------------------------------------------------------------------------------------


@pytest.mark.parametrize("km", [5.0, 20.0])
def test_conley_gelijk_aan_de_hac_van_spreg(km, data, ols):
    """Kelejian & Prucha's HAC with a triangular kernel is the same formula; tolerance 1e-8."""
    V = ruimte.conley_covariantie(
        ols.model.exog, ols.resid.to_numpy(), data[["x", "y"]].to_numpy(), km, correctie=False
    )
    verwacht = WAARDEN["conley_se_zonder_correctie"][f"bartlett_{km:g}"]
    np.testing.assert_allclose(np.sqrt(np.diag(V))[1:], [verwacht[t] for t in TERMEN], rtol=1e-8)


@pytest.mark.parametrize("kern", ruimte.KERNEN)
def test_conley_gelijk_aan_een_dubbele_lus(kern, data, ols):
    X, e, xy = ols.model.exog, ols.resid.to_numpy(), data[["x", "y"]].to_numpy()
    n, K = X.shape
    vlees = np.zeros((K, K))
    for i in range(n):
        for j in range(n):
            d = np.hypot(*(xy[i] - xy[j]))
            if d <= 12_000:
                k = 1 - d / 12_000 if kern == "bartlett" else 1.0
                vlees += k * e[i] * e[j] * np.outer(X[i], X[j])
    brood = np.linalg.inv(X.T @ X)
    V = ruimte.conley_covariantie(X, e, xy, 12.0, kern)
    np.testing.assert_allclose(V, brood @ vlees @ brood * n / (n - K), rtol=1e-8)


def test_conley_zonder_afstand_is_hc1(data, ols):
    V = ruimte.conley_covariantie(ols.model.exog, ols.resid.to_numpy(), data[["x", "y"]], 0.0)
    np.testing.assert_allclose(np.sqrt(np.diag(V)), ols.HC1_se, rtol=1e-9)


def test_conley_met_losse_steden_is_geclusterd_naar_gemeente(data, ols):
    """Towns 100 km apart and 1 km wide, uniform kernel of 10 km: exactly the clustered sandwich."""
    codes = pd.factorize(data["gm_code"])[0]
    xy = np.c_[codes * 100_000.0, np.arange(60) * 10.0]
    V = ruimte.conley_covariantie(
        ols.model.exog, ols.resid.to_numpy(), xy, 10.0, "uniform", correctie=False
    )
    kaal = {"groups": codes, "use_correction": False, "df_correction": False}
    geclusterd = ols.get_robustcov_results("cluster", **kaal)
    np.testing.assert_allclose(np.sqrt(np.diag(V)), geclusterd.bse, rtol=1e-9)


def test_conley_weigert_een_onbekende_kern(data, ols):
    for fout in ({"kern": "driehoek"}, {"afstand_km": -1.0}, {"afstand_km": np.nan}):
        with pytest.raises(ValueError, match="no such kernel"):
            ruimte.conley_covariantie(
                ols.model.exog, ols.resid, data[["x", "y"]], **({"afstand_km": 5.0} | fout)
            )


def test_gemiddeld_aantal_buren_telt_zonder_paren_te_bewaren():
    # within 1 km: 1, 2, 2, 2, 1 and 0 neighbours
    assert ruimte.gemiddeld_aantal_buren(LIJN, 1.0) == pytest.approx(8 / 6)
    W = ruimte.afstand_gewichten(LIJN, 5.0)
    assert ruimte.gemiddeld_aantal_buren(LIJN, 5.0) == pytest.approx(np.diff(W.indptr).mean())


@pytest.mark.parametrize("kern", ruimte.KERNEN)
def test_conley_hangt_niet_af_van_de_grootte_van_een_blok(kern, monkeypatch):
    rng = np.random.default_rng(3)
    X = np.column_stack([np.ones(40), rng.normal(size=(40, 2))])
    e, xy = rng.normal(size=40), rng.uniform(0, 9000, (40, 2))
    heel = ruimte.conley_covariantie(X, e, xy, 3.0, kern)
    monkeypatch.setattr(ruimte, "BLOK", 7)
    np.testing.assert_allclose(ruimte.conley_covariantie(X, e, xy, 3.0, kern), heel, rtol=1e-12)
