"""Noise that lies over the map as a factor does: against nlme, by hand, and in draws."""

from __future__ import annotations

import json

import numpy as np
import pytest
from scipy import stats
from scipy.spatial.distance import cdist

from hulp.afhankelijkheid import REFERENTIE, maak, maak_tabel, maak_xy
from leefbaarheid.toetsen.ruimte import knn_gewichten, moran_i
from leefbaarheid.toetsen.ruimteruis import BEREIKEN_KM, pas_velden

VELDEN = json.loads((REFERENTIE / "ruimte_spatialreg.json").read_text("utf-8"))["velden"]


@pytest.fixture(scope="module")
def xy():
    return maak_xy().loc[maak(maak_tabel()).y.index].to_numpy()


@pytest.mark.traag
@pytest.mark.parametrize("ref", VELDEN, ids=[v["factor"] for v in VELDEN])
def test_zo_waarschijnlijk_als_volgens_nlme(ref, xy):
    """gls searches freely, we over a grid: at most 0.3 of log-likelihood short, never above it."""
    [veld] = pas_velden(np.array(ref["z"])[:, None], xy)
    assert ref["llf"] - 0.3 < veld.llf < ref["llf"] + 1e-3
    if ref["factor"] == "veld":
        stap = BEREIKEN_KM[1] / BEREIKEN_KM[0]
        assert 1 / stap < veld.bereik_km / ref["bereik_km"] < stap
        assert veld.aandeel == pytest.approx(ref["aandeel"], abs=0.1)


def test_loglikelihood_is_die_van_een_normale_verdeling(xy):
    z = np.array(VELDEN[0]["z"])
    [veld] = pas_velden(z[:, None], xy)
    C = veld.aandeel * np.exp(-cdist(xy, xy) / 1000 / veld.bereik_km)
    C += (1 - veld.aandeel) * np.eye(len(z))
    np.testing.assert_allclose(veld.wortel @ veld.wortel.T, C, atol=1e-10)
    een = np.ones(len(z))
    Ci = np.linalg.inv(C)
    rest = z - (een @ Ci @ z) / (een @ Ci @ een)
    s2 = rest @ Ci @ rest / len(z)
    assert veld.llf == pytest.approx(stats.multivariate_normal.logpdf(rest, cov=s2 * C))


def test_eenheid_en_niveau_van_een_factor_doen_er_niet_toe(xy):
    z = np.array(VELDEN[0]["z"])
    een, ander = pas_velden(np.column_stack([z, 50 - 1000 * z]), xy)
    assert (een.bereik_km, een.aandeel) == (ander.bereik_km, ander.aandeel)


def test_factor_zonder_ruimtelijke_samenhang_krijgt_gewone_ruis(xy):
    z = np.random.default_rng(3).normal(size=(len(xy), 1))
    [veld] = pas_velden(z, xy)
    assert veld.aandeel < 0.3


@pytest.mark.traag
def test_trekkingen_lijken_op_de_factor(xy):
    """Moran's I of the factor lies among those of the draws, and their variance is one."""
    z = np.array(VELDEN[0]["z"])
    [veld] = pas_velden(z[:, None], xy)
    ruis = veld.trek(400, np.random.default_rng(4))
    W = knn_gewichten(xy, 5)
    laag, hoog = np.quantile(moran_i(ruis, W), [0.025, 0.975])
    assert 0.1 < laag < moran_i(z, W) < hoog
    assert (ruis**2).mean() == pytest.approx(1, abs=0.1)


def test_wijken_op_een_punt_geven_geen_fout():
    xy = np.array([[0.0, 0.0], [0.0, 0.0], [1000.0, 0.0], [5000.0, 0.0], [9000.0, 100.0]])
    [veld] = pas_velden(np.array([[1.0], [1.1], [0.7], [-1.0], [-2.0]]), xy)
    assert np.isfinite(veld.trek(3, np.random.default_rng(1))).all()
