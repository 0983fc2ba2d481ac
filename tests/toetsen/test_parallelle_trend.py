"""Bounds on a difference when trends before the base year were not parallel."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from leefbaarheid.toetsen.parallelle_trend import (
    GRENS_MBAR,
    Verschil,
    blijft_mogelijk,
    doorbreekwaarde,
    ongunstigst,
    robuuste_grenzen,
)

REFERENTIE = Path(__file__).parents[1] / "reference" / "jaren_honestdid.json"
GEVALLEN = json.loads(REFERENTIE.read_text("utf-8"))["waarden"]


def verschil_van(geval: dict) -> Verschil:
    """Return the estimates of a reference case in the form of the module."""
    beta, sigma = np.array(geval["beta"]), np.array(geval["sigma"])
    *voor, basis, na = geval["jaren"]
    lengte = np.diff([*voor, basis]) if geval["per_jaar"] else np.ones(len(voor))
    naar = np.zeros((len(beta), len(beta)))
    naar[0, -1] = 1
    for s in range(len(voor)):
        naar[1 + s, s] = -1 / lengte[s]
        if s + 1 < len(voor):
            naar[1 + s, s + 1] = 1 / lengte[s]
    waarden = naar @ beta
    stappen = na - basis if geval["per_jaar"] else 1
    return Verschil(waarden[0], stappen, waarden[1:], naar @ sigma @ naar.T)


@pytest.mark.parametrize(
    "geval",
    GEVALLEN,
    ids=lambda g: f"{g['geval']}, {'jaar' if g['per_jaar'] else 'meting'}, {g['mbar']}",
)
def test_gelijk_aan_honestdid(geval):
    """Within a thousandth of a standard error: their bounds are points of a grid."""
    v = verschil_van(geval)
    marge = 0.001 * np.sqrt(v.covariantie[0, 0])
    grenzen = robuuste_grenzen(v, geval["mbar"])
    assert grenzen == pytest.approx((geval["laag"], geval["hoog"]), abs=marge)


def test_gelijk_verloop_geeft_het_gewone_interval():
    v = Verschil(0.03, 2, np.array([0.01]), np.diag([0.01**2, 0.002**2]))
    z = stats.norm.ppf(0.975)
    assert robuuste_grenzen(v, 0) == pytest.approx((0.03 - z * 0.01, 0.03 + z * 0.01))


def test_zonder_ruis_is_het_interval_de_verzameling_zelf():
    """With (almost) no sampling error: estimate -+ Mbar x steps x the largest change before."""
    v = Verschil(0.03, 4, np.array([0.002, -0.005]), np.eye(3) * 1e-14)
    assert robuuste_grenzen(v, 0.5) == pytest.approx((0.03 - 0.01, 0.03 + 0.01), abs=1e-5)
    assert doorbreekwaarde(v) == pytest.approx(1.5, abs=0.001)


def test_hoe_groter_mbar_hoe_ruimer():
    v = verschil_van(GEVALLEN[0])
    breedtes = [np.ptp(robuuste_grenzen(v, mbar)) for mbar in (0, 0.25, 0.5, 1, 2)]
    assert breedtes == sorted(breedtes)


@pytest.mark.parametrize(("schatting", "verwacht"), [(0.005, 0.0), (1.0, GRENS_MBAR)])
def test_doorbreekwaarde_aan_de_randen(schatting, verwacht):
    v = Verschil(schatting, 1, np.array([0.001]), np.diag([0.01**2, 0.0001**2]))
    assert doorbreekwaarde(v) == verwacht


def test_doorbreekwaarde_is_waar_nul_in_het_interval_komt():
    v = Verschil(0.06, 2, np.array([0.008, 0.004]), np.diag([0.012, 0.002, 0.002]) ** 2)
    waarde = doorbreekwaarde(v)
    assert 0.5 < waarde < 5
    assert robuuste_grenzen(v, waarde - 0.002)[0] > 0 >= robuuste_grenzen(v, waarde + 0.002)[0]


@pytest.mark.parametrize("rho", [-1.0, -0.9, 0.0, 0.5, 0.99, 1.0])
def test_ongunstigste_grens_laat_precies_kappa_over(rho):
    grens = float(ongunstigst(np.array(rho), 0.005))
    if abs(rho) == 1:  # one variable, or its absolute value
        kans = stats.norm.sf(grens) * (2 if rho < 0 else 1)
    else:
        kans = 1 - stats.multivariate_normal.cdf([grens, grens], cov=[[1, rho], [rho, 1]])
    assert kans == pytest.approx(0.005, abs=2e-6)


@pytest.mark.traag
@pytest.mark.parametrize("stappen", [1, 4])
def test_houdt_de_ware_waarde_in_ten_minste_95_procent(stappen):
    """At the edge of what Mbar 1 allows, with the largest change before known or in doubt."""
    rng = np.random.default_rng(20170307)
    wortel = np.linalg.cholesky(
        np.array([[1.0, 0.3, -0.4], [0.3, 1.0, 0.2], [-0.4, 0.2, 1.0]])
    ) * np.array([[0.01], [0.003], [0.003]])
    for waar_voor in ([0.006, 0.0], [0.004, -0.004]):
        rand = stappen * 0.006 if waar_voor[1] == 0 else stappen * 0.004
        raak = 0
        for _ in range(500):
            y = np.array([rand, *waar_voor]) + wortel @ rng.normal(size=3)
            v = Verschil(y[0], stappen, y[1:], wortel @ wortel.T)
            raak += blijft_mogelijk(v, np.zeros(1), np.array(1.0))[0]
        assert raak / 500 >= 0.93
