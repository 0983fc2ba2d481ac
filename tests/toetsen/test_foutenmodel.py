"""The spatial error model: against spatialreg and spreg, by hand, and in simulation."""

from __future__ import annotations

import json

import numpy as np
import pytest
from scipy import sparse, stats

from hulp.afhankelijkheid import REFERENTIE, maak, maak_tabel, maak_xy
from leefbaarheid.toetsen import foutenmodel
from leefbaarheid.toetsen.foutenmodel import schat_foutenmodel
from leefbaarheid.toetsen.ruimte import afstand_gewichten, knn_gewichten

R = json.loads((REFERENTIE / "ruimte_spatialreg.json").read_text("utf-8"))["foutenmodel"]
SPREG = json.loads((REFERENTIE / "ruimte_spreg.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def fits():
    ontwerp = maak(maak_tabel())
    xy = maak_xy().loc[ontwerp.y.index].to_numpy()
    gewichten = {"knn": knn_gewichten(xy, 5), "afstand": afstand_gewichten(xy, 5)}
    y, X = ontwerp.y.to_numpy(), ontwerp.X.to_numpy()
    return {naam: schat_foutenmodel(y, X, W) for naam, W in gewichten.items()}


@pytest.mark.traag
@pytest.mark.parametrize("naam", ["knn", "afstand"])
def test_gelijk_aan_spatialreg_en_spreg(naam, fits):
    """Both stop a little short of the maximum: 1e-3 of a standard error, lambda 1e-4.

    `afstand` has wijken without a neighbour.
    """
    fit = fits[naam]
    se = np.sqrt(np.diag(fit.cov))
    for ref in (R[naam], SPREG[naam]):
        coef, fouten = list(ref["coef"].values())[:5], list(ref["se"].values())[:5]
        assert np.abs((fit.coef - coef) / se).max() < 1e-3
        np.testing.assert_allclose(se, fouten, rtol=1e-4)
        assert fit.llf == pytest.approx(ref["llf"], abs=1e-6)
    assert fit.labda == pytest.approx(R[naam]["lambda"], abs=1e-4)
    assert fit.labda == pytest.approx(SPREG[naam]["coef"]["lambda"], abs=1e-4)
    assert fit.labda_se == pytest.approx(R[naam]["lambda_se"], rel=1e-4)
    assert fit.labda_se == pytest.approx(SPREG[naam]["se"]["lambda"], rel=1e-4)
    assert fit.p_labda == pytest.approx(R[naam]["p_lambda"], rel=1e-5)
    assert fit.s2 == pytest.approx(R[naam]["s2"], rel=1e-4)


def test_zonder_buren_is_het_de_gewone_regressie():
    rng = np.random.default_rng(1)
    X = np.column_stack([np.ones(30), rng.normal(size=30)])
    y = rng.normal(size=30)
    W = sparse.csr_matrix((30, 30))
    fit = schat_foutenmodel(y, X, W)
    np.testing.assert_allclose(fit.coef, np.linalg.lstsq(X, y, rcond=None)[0])
    assert fit.p_labda == pytest.approx(1)
    assert np.isnan(fit.labda_se)


def test_twee_buren_met_de_hand():
    """Pairs: e = u_i - lambda u_j has ln |I - lambda W| = pairs x ln(1 - lambda^2).

    With mean zero known, lambda maximises -n/2 ln s2 + n/2 ln(1 - lambda^2); at r the correlation
    within pairs and s2 proportional to 1 + l^2 - 2 l r, that is at l with r = 2l / (1 + l^2).
    """
    u = np.array([1.0, 0.5, -1.0, -0.2, 0.4, 0.9, -0.7, -0.9])
    u = np.r_[u, -u]  # mean zero, so that the constant changes nothing
    paren = u.reshape(-1, 2)
    W = sparse.csr_matrix(np.kron(np.eye(8), [[0.0, 1.0], [1.0, 0.0]]))
    fit = schat_foutenmodel(u, np.ones((16, 1)), W)
    r = 2 * (paren[:, 0] @ paren[:, 1]) / (u @ u)
    assert 2 * fit.labda / (1 + fit.labda**2) == pytest.approx(r, abs=1e-6)


@pytest.mark.traag
def test_vindt_de_samenhang_en_de_toets_houdt_haar_niveau():
    """120 draws each at lambda 0 and 0.5: estimates right on average, 5 % rejected at 0."""
    rng = np.random.default_rng(2)
    xy = rng.uniform(0, 40_000, (70, 2))
    W = knn_gewichten(xy, 5)
    X = np.column_stack([np.ones(70), rng.normal(size=70)])
    for labda, ondergrens, bovengrens in ((0.0, 0.0, 0.12), (0.5, 0.6, 1.0)):
        B = np.linalg.inv(np.eye(70) - labda * W.toarray())
        fits = [schat_foutenmodel(X @ [1, 2] + B @ rng.normal(size=70), X, W) for _ in range(120)]
        gevonden = np.array([fit.labda for fit in fits])
        assert gevonden.mean() == pytest.approx(labda, abs=0.15)  # low in small samples
        assert ondergrens <= np.mean([fit.p_labda < 0.05 for fit in fits]) < bovengrens
        t = [(fit.coef[1] - 2) / np.sqrt(fit.cov[1, 1]) for fit in fits]
        assert np.mean(np.abs(t) > stats.norm.ppf(0.975)) < 0.1


@pytest.mark.traag
def test_in_een_grote_steekproef_geeft_de_kromming_dezelfde_standaardfout(monkeypatch):
    """Observed against expected information, asymptotically equal (Anselin 1988, chapter 6)."""
    rng = np.random.default_rng(5)
    n = 900
    W = knn_gewichten(rng.uniform(0, 30_000, (n, 2)), 5)
    X = np.column_stack([np.ones(n), rng.normal(size=n)])
    u = np.linalg.solve(np.eye(n) - 0.5 * W.toarray(), rng.normal(size=n))
    dicht = schat_foutenmodel(X @ [1.0, 0.5] + u, X, W)
    monkeypatch.setattr(foutenmodel, "DICHT", 100)
    krom = schat_foutenmodel(X @ [1.0, 0.5] + u, X, W)
    assert krom.labda == dicht.labda == pytest.approx(0.5, abs=3 * dicht.labda_se)
    assert krom.labda_se == pytest.approx(dicht.labda_se, rel=0.05)
