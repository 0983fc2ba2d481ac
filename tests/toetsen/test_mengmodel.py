"""Mixtures and k-means: against scikit-learn, closed forms, and partitions known by hand."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from leefbaarheid.toetsen import mengmodel as mm

REFERENTIE = Path(__file__).parents[1] / "reference"
WAARDEN = json.loads((REFERENTIE / "mengmodel_sklearn.json").read_text(encoding="utf-8"))["waarden"]


@pytest.fixture(scope="module")
def data() -> pd.DataFrame:
    return pd.read_csv(REFERENTIE / "mengmodel.csv")


@pytest.fixture(scope="module", name="X")
def punten(data) -> np.ndarray:
    return data[["a", "b", "c"]].to_numpy()


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
        assert mm.silhouet(X, uit.groep) == pytest.approx(verwacht["silhouet"], abs=1e-10)


@pytest.mark.parametrize("K", [2, 3, 4])
def test_kmeans_matches_scikit_learn(X, K):
    label, midden, sse = mm.kmeans(X, K, np.random.default_rng(1))
    assert sse == pytest.approx(WAARDEN["kmeans"][str(K)]["sse"], abs=1e-9)
    assert mm.silhouet(X, label) == pytest.approx(WAARDEN["kmeans"][str(K)]["silhouet"], abs=1e-10)
    assert midden == pytest.approx(np.array([X[label == k].mean(axis=0) for k in range(K)]))


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


def test_forms_restrict_the_covariances(X):
    diagonaal, gelijk = pas(X, 3, "diagonaal"), pas(X, 3, "gelijk")
    assert (diagonaal.cov * (1 - np.eye(3)) == 0).all()
    assert gelijk.cov[0] == pytest.approx(gelijk.cov[2])
    assert pas(X, 3).loglik > max(diagonaal.loglik, gelijk.loglik)


def test_known_groups_are_recovered(X, data):
    uit = pas(X, 3)
    assert mm.aangepaste_rand(uit.groep, data["groep"].to_numpy()) > 0.95
    assert sorted(uit.gewicht) == pytest.approx([30 / 150, 50 / 150, 70 / 150], abs=0.02)
    # BIC prefers three groups to one, two and four
    bic = {K: pas(X, K).bic for K in (1, 2, 3, 4)}
    assert min(bic, key=bic.get) == 3


def test_same_seed_same_fit_other_seed_same_optimum(X):
    een, twee, ander = pas(X, 3), pas(X, 3), pas(X, 3, zaad=2)
    assert (een.posterior == twee.posterior).all()
    assert een.loglik == pytest.approx(ander.loglik, abs=1e-4)


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
        assert mm.aangepaste_rand(label, np.argmax(log, axis=0)) > 0.97


def test_bootstrap_kmeans_ignores_rows_that_were_not_drawn(X):
    weg = np.ones((1, 150))
    weg[0, :70] = 0  # the whole first group
    lid = np.eye(2)[np.arange(150) % 2]  # a start of no use
    label = mm.kmeans_trekkingen(X, lid, weg, np.random.default_rng(1))[0]
    rest, *_ = mm.kmeans(X[70:], 2, np.random.default_rng(1))
    assert mm.aangepaste_rand(label[70:], rest) == 1


def rand_met_paren(a, b):
    """The adjusted Rand index by counting all pairs."""
    paren = list(combinations(range(len(a)), 2))
    in_a = sum(a[i] == a[j] for i, j in paren)
    in_b = sum(b[i] == b[j] for i, j in paren)
    samen = sum(a[i] == a[j] and b[i] == b[j] for i, j in paren)
    verwacht = in_a * in_b / len(paren)
    return (samen - verwacht) / ((in_a + in_b) / 2 - verwacht)


def test_adjusted_rand_by_hand_and_by_counting_pairs(data):
    a, b = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2])
    # pairs together: a 6, b 3, both 2; expected 6*3/15 = 1.2; (2 - 1.2) / (4.5 - 1.2)
    assert mm.aangepaste_rand(a, b) == pytest.approx(0.8 / 3.3)
    groep, ander = data["groep"].to_numpy(), data["ander"].to_numpy()
    assert mm.aangepaste_rand(groep, ander) == pytest.approx(rand_met_paren(groep, ander))
    assert mm.aangepaste_rand(groep, ander) == pytest.approx(WAARDEN["rand"], abs=1e-12)


def test_adjusted_rand_knows_no_names():
    a = np.array([0, 0, 1, 1, 2])
    assert mm.aangepaste_rand(a, np.array(["x", "x", "c", "c", "a"])) == 1
    assert mm.aangepaste_rand(np.zeros(5), np.zeros(5)) == 1
    assert mm.aangepaste_rand(a, np.zeros(5)) == 0


def test_cramers_v_by_hand():
    a = np.repeat([0, 1], [10, 10])
    b = np.array([0] * 8 + [1] * 2 + [0] * 4 + [1] * 6)
    # chi2 of [[8, 2], [4, 6]] = 20 (8*6 - 2*4)^2 / (10*10*12*8) = 3.3333; V = sqrt(chi2 / 20)
    assert mm.cramers_v(a, b) == pytest.approx(np.sqrt(1600 * 20 / 9600 / 20))
    assert mm.cramers_v(a, a) == pytest.approx(1)
    assert np.isnan(mm.cramers_v(a, np.zeros(20)))


def test_silhouette_by_hand():
    X = np.array([[0.0], [1.0], [4.0], [6.0]])
    # a: 1, 1, 2, 2; b: 5, 4, 3.5, 5.5
    verwacht = np.mean([4 / 5, 3 / 4, 1.5 / 3.5, 3.5 / 5.5])
    assert mm.silhouet(X, np.array([0, 0, 1, 1])) == pytest.approx(verwacht)
    # a row alone in its group counts as 0
    assert mm.silhouet(X[:3], np.array([0, 0, 1])) == pytest.approx(np.mean([3 / 4, 2 / 3, 0]))
    assert np.isnan(mm.silhouet(X, np.zeros(4)))


def test_entropy_and_average_posterior_by_hand():
    p = np.array([[0.9, 0.1], [0.6, 0.4], [0.2, 0.8]])
    h = -sum(x * np.log(x) for x in p.ravel())
    assert mm.entropie(p) == pytest.approx(1 - h / (3 * np.log(2)))
    assert mm.gemiddelde_posterior(p) == pytest.approx([0.75, 0.8])
    assert mm.entropie(np.eye(3)) == pytest.approx(1)
    assert mm.entropie(np.full((4, 2), 0.5)) == pytest.approx(0)
    assert np.isnan(mm.entropie(np.ones((4, 1))))


def test_identical_rows_do_not_break_a_fit():
    X = np.vstack([np.zeros((10, 2)), np.ones((10, 2))])
    uit = pas(X, 3)
    assert np.isfinite(uit.loglik)
    assert uit.posterior.sum(axis=1) == pytest.approx(np.ones(20))
    label, _, sse = mm.kmeans(X, 3, np.random.default_rng(1))
    assert sse == pytest.approx(0)
    assert len(label) == 20
