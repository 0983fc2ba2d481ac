"""CRV1, CRV3 and clusters that count: against peers, published values and by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from statsmodels.datasets import grunfeld
from statsmodels.regression.linear_model import OLS

from hulp.gemeenten import ACHT, PEERS, TERMEN, maak_data, ontwerp, producten
from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.crv import (
    crv1,
    crv3,
    effectief_aantal,
    hefboom,
    standaardfout,
    t_interval,
    t_toets,
)


@pytest.fixture
def data():
    return maak_data()


@pytest.fixture
def acht(data) -> pd.DataFrame:
    """The 69 wijken in the eight largest gemeenten."""
    return data[data["gm_code"].isin(ACHT)]


def test_crv1_gelijk_aan_statsmodels(data):
    """OLS with cov_type "cluster"; 1e-10 relative, for every coefficient."""
    o = ontwerp(data)
    groepen = pd.factorize(o.gemeente)[0]
    fit = OLS(o.y, o.X).fit(cov_type="cluster", cov_kwds={"groups": groepen}, use_t=True)
    p = clusterproducten(o.X.to_numpy(), o.y.to_numpy(), o.gemeente.to_numpy())
    se = standaardfout(crv1(p))
    assert p.coef == pytest.approx(fit.params.to_numpy(), rel=1e-10)
    assert se == pytest.approx(fit.bse.to_numpy(), rel=1e-10)
    assert t_toets(p.coef, se, p.df) == pytest.approx(fit.pvalues.to_numpy(), rel=1e-9)
    laag, hoog = t_interval(p.coef, se, p.df)
    assert np.column_stack([laag, hoog]) == pytest.approx(fit.conf_int().to_numpy(), rel=1e-9)


@pytest.mark.parametrize("steekproef", ["alle", "acht"])
@pytest.mark.parametrize("soort", [crv1, crv3])
def test_gelijk_aan_pyfixest(data, acht, steekproef, soort):
    """See tests/reference/clusterinferentie_peers.py; 1e-8 relative."""
    p = producten({"alle": data, "acht": acht}[steekproef])
    se = standaardfout(soort(p))
    verwacht = PEERS[steekproef][soort.__name__]
    assert set(verwacht) == set(TERMEN)
    assert se == pytest.approx([verwacht[t] for t in TERMEN], rel=1e-8)


def test_gelijk_aan_stata_en_summclust():
    """Grunfeld (1958), ten firms, twenty years; clusters are firms.

    CRV1, Stata: regress invest mvalue kstock, vce(cluster company).
    CRV3, R: data(Grunfeld, package = "AER"); fit <- lm(invest ~ value + capital, Grunfeld[1:200, ])
             summclust::summclust(fit, cluster = ~firm, params = ..., type = "CRV3") |> tidy()
    Both as printed in statsmodels, regression/tests/results/results_grunfeld_ols_robust_cluster.py;
    tolerance 1e-7 and 1e-6 relative (Stata stores the data in single precision; R prints 7 digits).
    """
    d = grunfeld.load_pandas().data
    d["firm"] = [f.decode() if isinstance(f, bytes) else f for f in d["firm"]]
    d = d[d["firm"] != "American Steel"].assign(constante=1.0)
    X = d[["value", "capital", "constante"]].to_numpy()
    p = clusterproducten(X, d["invest"].to_numpy(), d["firm"])
    assert (p.n, p.G) == (200, 10)
    se1, se3 = standaardfout(crv1(p)), standaardfout(crv3(p))
    assert p.coef == pytest.approx([0.11556215606596, 0.23067848754982, -42.714369016733])
    assert se1 == pytest.approx([0.01589433647768, 0.08496711097464, 20.425202580078], rel=1e-7)
    assert se3 == pytest.approx([0.01612997, 0.14733088, 34.81338218], rel=1e-6)
    assert t_toets(p.coef, se3, p.df) == pytest.approx(
        [0.0000528288, 0.1518557711, 0.2509677931], rel=1e-6
    )
    laag, hoog = t_interval(p.coef, se3, p.df)
    assert laag == pytest.approx([0.07907362, -0.10260711, -121.46771129], rel=1e-6)
    assert hoog == pytest.approx([0.1520507, 0.5639641, 36.0389724], rel=1e-6)


def test_crv3_met_de_hand():
    """A mean over clusters (1, 2), (6, 7) and (9): 5; without each of them 22/3, 4 and 4.

    Differences 7/3, -1 and -1, so the variance is 2/3 x (49/9 + 1 + 1) = 134/27.
    """
    p = clusterproducten(np.ones((5, 1)), [1, 2, 6, 7, 9], ["a", "a", "b", "b", "c"])
    assert p.coef[0] == pytest.approx(5)
    assert p.jackknife[:, 0] == pytest.approx([22 / 3, 4, 4])
    assert crv3(p)[0, 0] == pytest.approx(134 / 27)


def test_factor_van_een_gemeente_heeft_geen_crv3(data):
    """Without that gemeente the coefficient does not exist; those of the others do."""
    data["alleen_daar"] = (data["gm_code"] == "GM9002") * data["uitkering_pct"]
    p = producten(data, [*TERMEN, "alleen_daar"])
    loo = pd.DataFrame(p.jackknife, index=p.namen, columns=[*TERMEN, "alleen_daar"])
    assert loo.index[loo["alleen_daar"].isna()].tolist() == ["GM9002"]
    rest = data[data["gm_code"] != "GM9002"]
    zonder = np.linalg.lstsq(rest[TERMEN].to_numpy(), rest["lbm_2014"], rcond=None)[0]
    assert loo.loc["GM9002", TERMEN].to_numpy() == pytest.approx(zonder, rel=1e-8)
    se = standaardfout(crv3(p))
    assert np.isnan(se[-1])
    assert np.isfinite(se[:-1]).all()


def test_effectief_aantal_en_hefboom_met_de_hand():
    """A mean over clusters of 6, 3 and 1: what each adds is n_g (rho 0) or n_g^2 (rho 1)."""
    p = clusterproducten(np.ones((10, 1)), np.arange(10.0) ** 2, [1] * 6 + [2] * 3 + [3])
    assert hefboom(p)[:, 0] == pytest.approx([0.6, 0.3, 0.1])
    assert effectief_aantal(p)[0] == pytest.approx(10**2 / (36 + 9 + 1))
    assert effectief_aantal(p, 1.0)[0] == pytest.approx(46**2 / (36**2 + 9**2 + 1))


def test_gelijke_clusters_tellen_allemaal_mee():
    X = np.column_stack([np.ones(40), np.tile([0.0, 1.0, 2.0, 5.0], 10)])
    p = clusterproducten(X, np.random.default_rng(1).normal(size=40), np.repeat(range(10), 4))
    assert effectief_aantal(p) == pytest.approx([10, 10])
    assert effectief_aantal(p, 0.5) == pytest.approx([10, 10])
    # the second regressor has the same values in every cluster: what clusters share drops out
    assert effectief_aantal(p, 1.0) == pytest.approx([10, np.nan], nan_ok=True)


def test_hefboom_is_het_aandeel_in_de_eigen_variatie(data):
    """Residuals of a regressor on the others, squared, per gemeente."""
    p = producten(data)
    X = data[TERMEN].to_numpy()
    for j in range(len(TERMEN)):
        anderen = np.delete(X, j, axis=1)
        rest = X[:, j] - anderen @ np.linalg.lstsq(anderen, X[:, j], rcond=None)[0]
        per_gemeente = pd.Series(rest**2).groupby(data["gm_code"].to_numpy()).sum()
        verwacht = (per_gemeente / per_gemeente.sum()).to_numpy()
        assert hefboom(p)[:, j] == pytest.approx(verwacht, rel=1e-6, abs=1e-12)
