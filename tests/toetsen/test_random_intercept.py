"""A level per gemeente: against lme4 and the full likelihood."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize

from hulp.afhankelijkheid import maak, maak_tabel, maak_xy, variant
from leefbaarheid.toetsen import afhankelijkheid as afh
from leefbaarheid.toetsen import random_intercept
from leefbaarheid.toetsen.random_intercept import reml_random_intercept

DYESTUFF = [
    *([1545, 1440, 1440, 1520, 1580], [1540, 1555, 1490, 1560, 1495]),
    *([1595, 1550, 1605, 1510, 1560], [1445, 1440, 1595, 1465, 1545]),
    *([1595, 1630, 1515, 1635, 1625], [1520, 1455, 1450, 1480, 1445]),
]
DYESTUFF2 = [
    *([7.298, 3.846, 2.434, 9.566, 7.990], [5.220, 6.556, 0.608, 11.788, -0.892]),
    *([0.110, 10.386, 13.434, 5.510, 8.166], [2.212, 4.852, 7.092, 9.288, 4.980]),
    *([0.282, 9.014, 4.458, 9.446, 7.198], [1.722, 4.782, 8.106, 0.758, 3.758]),
]
GROEPEN = np.repeat(np.arange(6), 5)


@pytest.fixture
def tabel():
    return maak_tabel()


@pytest.fixture
def xy():
    return maak_xy()


def test_reml_gelijk_aan_lme4_op_dyestuff():
    """lmer(Yield ~ 1 + (1 | Batch), Dyestuff) of R package lme4 (Bates et al. 2015) prints

    Batch 1764 (42.00), Residual 2451 (49.51), intercept 1527.50, se 19.38. The design is balanced,
    so REML is also the analysis of variance: (MSA - MSE)/5 and MSE, exactly.
    """
    y = np.array(DYESTUFF, float)
    uit = reml_random_intercept(y.ravel(), np.ones((30, 1)), GROEPEN)
    mse = y.var(axis=1, ddof=1).mean()
    msa = 5 * y.mean(axis=1).var(ddof=1)
    assert uit.binnen == pytest.approx(mse, rel=1e-7)
    assert uit.tussen == pytest.approx((msa - mse) / 5, rel=1e-6)
    assert np.sqrt([uit.tussen, uit.binnen]) == pytest.approx([42.00, 49.51], abs=0.005)
    assert uit.coef[0] == pytest.approx(1527.5)
    assert np.sqrt(uit.cov[0, 0]) == pytest.approx(19.38, abs=0.005)


def test_reml_gelijk_aan_lme4_op_dyestuff2_een_singulier_model():
    """lmer(Yield ~ 1 + (1 | Batch), Dyestuff2): Batch 0, Residual 13.81, 5.6656 (se 0.6784)."""
    uit = reml_random_intercept(np.ravel(DYESTUFF2), np.ones((30, 1)), GROEPEN)
    assert uit.tussen == 0
    assert uit.binnen == pytest.approx(np.var(DYESTUFF2, ddof=1), rel=1e-10)
    assert uit.binnen == pytest.approx(13.81, abs=0.005)
    assert uit.coef[0] == pytest.approx(5.6656, abs=5e-5)
    assert np.sqrt(uit.cov[0, 0]) == pytest.approx(0.6784, abs=5e-5)


def vol_reml(parameters, y, X, groepen):
    """Minus the REML log-likelihood with the n x n covariance written out (Harville 1974)."""
    tussen, binnen = np.exp(parameters)
    V = tussen * (groepen[:, None] == groepen) + binnen * np.eye(len(y))
    Vi = np.linalg.inv(V)
    A = X.T @ Vi @ X
    b = np.linalg.solve(A, X.T @ Vi @ y)
    e = y - X @ b
    return 0.5 * (np.linalg.slogdet(V)[1] + np.linalg.slogdet(A)[1] + e @ Vi @ e)


@pytest.mark.traag
def test_random_intercept_gelijk_aan_de_volle_likelihood(tabel, xy):
    """Nelder-Mead over both variances of the dense likelihood; 1e-4 on coefficients and errors."""
    ontwerp = maak(tabel)
    y, X = ontwerp.y.to_numpy(), ontwerp.X.to_numpy()
    groepen = pd.factorize(ontwerp.gemeente)[0]
    top = minimize(
        vol_reml, np.log([1e-4, 1e-3]), args=(y, X, groepen), method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-11, "maxiter": 4000},
    )  # fmt: skip
    tussen, binnen = np.exp(top.x)
    Vi = np.linalg.inv(tussen * (groepen[:, None] == groepen) + binnen * np.eye(60))
    cov = np.linalg.inv(X.T @ Vi @ X)
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "random_intercept")
    np.testing.assert_allclose(uit["coef"], (cov @ X.T @ Vi @ y)[1:], rtol=1e-4)
    np.testing.assert_allclose(uit["se"], np.sqrt(np.diag(cov))[1:], rtol=1e-4)
    assert uit["status"].eq("geschat").all()
    assert uit["icc"].iloc[0] == pytest.approx(tussen / (tussen + binnen), abs=1e-4)
    assert 0.05 < tussen / (tussen + binnen) < 0.95
    assert uit["toelichting"].eq("").all()


@pytest.mark.traag
def test_singulier_model_wordt_zo_gemeld(tabel, xy):
    """Outcomes whose gemeente means are all alike: the variance between is estimated at zero."""
    rng = np.random.default_rng(6)
    ruis = pd.Series(rng.normal(0, 0.03, 60), index=tabel.index)
    ruis -= ruis.groupby(tabel["gm_code"]).transform("mean")
    tabel["lbm_2014"] = tabel["lbm_2012"] + ruis
    ontwerp = maak(tabel, ["corporatie_pct", "laag_inkomen_pct"], model="verandering")
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "random_intercept")
    assert uit["status"].eq("singulier").all()
    assert uit["icc"].eq(0).all()
    X, y = ontwerp.X.to_numpy(), ontwerp.y.to_numpy()
    b, ssr = np.linalg.lstsq(X, y, rcond=None)[:2]
    se = np.sqrt(np.diag(np.linalg.inv(X.T @ X)) * ssr / (60 - 3))
    np.testing.assert_allclose(uit["coef"], b[1:], rtol=1e-8)
    np.testing.assert_allclose(uit["se"], se[1:], rtol=1e-8)
    assert (
        "random_intercept"
        in afh.vergelijk_varianten(afh.afhankelijkheidstabel(ontwerp, xy))["telt_niet"].iloc[0]
    )


@pytest.mark.traag
def test_geen_convergentie_wordt_gemeld_met_de_waarschuwing(tabel, xy, monkeypatch):
    class Koppig:
        def __init__(self, *args, **kwargs):
            pass

        def fit(self, **kwargs):
            raise np.linalg.LinAlgError("Singular matrix")

    monkeypatch.setattr(random_intercept, "MixedLM", Koppig)
    uit = variant(afh.afhankelijkheidstabel(maak(tabel), xy), "random_intercept")
    assert uit["status"].eq("niet_geconvergeerd").all()
    assert uit["toelichting"].eq("mixedlm_anders?melding=Singular+matrix").all()
    assert uit["icc"].notna().all()


@pytest.mark.traag
def test_waarschuwingen_van_statsmodels_blijven_binnen(tabel, xy, recwarn):
    afh.afhankelijkheidstabel(maak(tabel), xy)
    assert not [w for w in recwarn if "statsmodels" in w.filename or "MLE" in str(w.message)]
