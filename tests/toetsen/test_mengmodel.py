"""Mixtures: against scikit-learn and closed forms."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from hulp import mengsels
from leefbaarheid.toetsen import mengmodel as mm
from leefbaarheid.toetsen.groepsmaten import aangepaste_rand, silhouet

WAARDEN = mengsels.waarden()


@pytest.fixture(scope="module")
def data() -> pd.DataFrame:
    return mengsels.data()


@pytest.fixture(scope="module", name="X")
def punten() -> np.ndarray:
    return mengsels.punten()


def pas(X, K, vorm="vol", zaad=1):
    return mm.schat_mengsel(X, K, vorm, np.random.default_rng(zaad))


@pytest.mark.parametrize("sleutel", sorted(WAARDEN["mengsels"]))
def test_mixtures_match_scikit_learn(X, sleutel):
    """Tolerance 1e-4: both stop when the log-likelihood hardly gains any more."""
    vorm, K = sleutel.split("-")
    verwacht = WAARDEN["mengsels"][sleutel]
    uit = pas(X, int(K), vorm)
    volgorde = np.argsort(uit.midden[:, 0])
    assert uit.loglik == pytest.approx(verwacht["loglik"], abs=1e-4)
    assert uit.bic == pytest.approx(verwacht["bic"], abs=1e-4)
    assert uit.aic == pytest.approx(verwacht["aic"], abs=1e-4)
    assert uit.gewicht[volgorde] == pytest.approx(verwacht["gewicht"], abs=1e-4)
    assert uit.midden[volgorde] == pytest.approx(np.array(verwacht["midden"]), abs=1e-4)
    if verwacht["silhouet"] is not None:
        assert silhouet(X, uit.groep) == pytest.approx(verwacht["silhouet"], abs=1e-10)


def test_one_group_is_the_normal_distribution(X):
    """Closed form: mean and covariance of the sample, with the constant on the diagonal."""
    cov = np.cov(X.T, bias=True) + mm.RUG * np.eye(3)
    uit = pas(X, 1)
    verwacht = stats.multivariate_normal(X.mean(axis=0), cov).logpdf(X).sum()
    assert uit.loglik == pytest.approx(verwacht, abs=1e-8)
    assert uit.cov[0] == pytest.approx(cov, abs=1e-10)
    # 3 means and 6 variances and covariances; BIC = -2 log L + 9 log 150
    assert uit.n_parameters == 9
    assert uit.bic == pytest.approx(-2 * verwacht + 9 * np.log(150), abs=1e-8)


@pytest.mark.parametrize(("vorm", "aantal"), [("vol", 29), ("diagonaal", 20), ("gelijk", 17)])
def test_number_of_parameters(X, vorm, aantal):
    # K = 3, d = 3: 2 weights, 9 means, and 3x6, 3x3 or 6 variances and covariances
    assert pas(X, 3, vorm).n_parameters == aantal


@pytest.mark.traag
def test_forms_restrict_the_covariances(X):
    diagonaal, gelijk = pas(X, 3, "diagonaal"), pas(X, 3, "gelijk")
    assert (diagonaal.cov * (1 - np.eye(3)) == 0).all()
    assert gelijk.cov[0] == pytest.approx(gelijk.cov[2])
    assert pas(X, 3).loglik > max(diagonaal.loglik, gelijk.loglik)


@pytest.mark.traag
def test_known_groups_are_recovered(X, data):
    uit = pas(X, 3)
    assert aangepaste_rand(uit.groep, data["groep"].to_numpy()) > 0.95
    assert sorted(uit.gewicht) == pytest.approx([30 / 150, 50 / 150, 70 / 150], abs=0.02)
    # BIC prefers three groups to one, two and four
    bic = {K: pas(X, K).bic for K in (1, 2, 3, 4)}
    assert min(bic, key=bic.get) == 3


@pytest.mark.traag
def test_same_seed_same_fit_other_seed_same_optimum(X):
    een, twee, ander = pas(X, 3), pas(X, 3), pas(X, 3, zaad=2)
    assert (een.posterior == twee.posterior).all()
    assert een.loglik == pytest.approx(ander.loglik, abs=1e-4)


@pytest.mark.traag
def test_a_bootstrap_fit_is_the_fit_to_the_drawn_rows(X):
    """Drawing a row twice and giving it weight two must come to the same labels."""
    gewicht = np.random.default_rng(3).multinomial(150, np.full(150, 1 / 150), 4).astype(float)
    lid = pas(X, 3).posterior
    labels = mm.mengsel_trekkingen(X, lid, "vol", gewicht, np.random.default_rng(4))
    for w, label in zip(gewicht, labels, strict=True):
        rijen = np.repeat(X, w.astype(int), axis=0)
        los = pas(rijen, 3)
        log = [
            np.log(p) + stats.multivariate_normal(m, c).logpdf(X)
            for p, m, c in zip(los.gewicht, los.midden, los.cov, strict=True)
        ]
        assert aangepaste_rand(label, np.argmax(log, axis=0)) > 0.97


def test_identical_rows_do_not_break_a_fit():
    X = np.vstack([np.zeros((10, 2)), np.ones((10, 2))])
    uit = pas(X, 3)
    assert np.isfinite(uit.loglik)
    assert uit.posterior.sum(axis=1) == pytest.approx(np.ones(20))
