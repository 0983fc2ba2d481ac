"""The wild cluster bootstrap: against others, naive computation, and what must hold."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc

import numpy as np
import pandas as pd
import pytest

from hulp import SCRIPTS
from hulp.gemeenten import ACHT, PEERS, REFERENTIE, TERMEN, maak_data, ontwerp, producten
from leefbaarheid.analyse.clusterproducten import Clusterproducten, clusterproducten
from leefbaarheid.analyse.crv import crv1, standaardfout
from leefbaarheid.analyse.gewichten import Trekkingen
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.analyse.wild_bootstrap import wild_bootstrap
from leefbaarheid.toetsen.clusterinferentie import clustertabel


@pytest.fixture
def data():
    return maak_data()


@pytest.fixture
def acht(data) -> pd.DataFrame:
    """The 69 wijken in the eight largest gemeenten."""
    return data[data["gm_code"].isin(ACHT)]


def uitkomst(producten: Clusterproducten, **keuze) -> np.ndarray:
    """p and bounds as one array, to compare."""
    b = wild_bootstrap(producten, **keuze)
    return np.concatenate([b.p, b.ci_laag, b.ci_hoog])


@pytest.mark.parametrize("term", TERMEN)
def test_alle_256_vectoren_als_in_wildboottest(acht, term):
    """Full enumeration, eight gemeenten: the same number of vectors for every null value."""
    p, j = producten(acht), TERMEN.index(term)
    for rij in PEERS["opgesomd_256"][term]:
        b = wild_bootstrap(p, termen=[j], nul=rij["nul"], verdeling="rademacher", interval=False)
        assert b.volledig
        assert b.p[0] * 256 == rij["aantal"]


@pytest.mark.traag
@pytest.mark.parametrize("verdeling", ["rademacher", "webb"])
def test_p_waarden_als_die_van_wildboottest(data, verdeling):
    """Two simulations of the same p: within four standard errors of their difference."""
    b = wild_bootstrap(
        producten(data), trekkingen=99_999, zaad=1, verdeling=verdeling, interval=False
    )
    ander = np.array([PEERS["p"][verdeling][t] for t in TERMEN])
    midden = np.maximum((b.p + ander) / 2, 1e-5)
    se = np.sqrt(midden * (1 - midden) * (1 / 99_999 + 1 / PEERS["trekkingen"]))
    assert (np.abs(b.p - ander) <= 4 * se + 1e-5).all()
    assert len(set(b.p.round(2))) > 4  # not a table of zeros


@pytest.mark.traag
@pytest.mark.parametrize("verdeling", ["rademacher", "webb"])
@pytest.mark.parametrize("nul", [0.0, -0.004])
def test_naief_nagerekend(data, verdeling, nul):
    """Impose the null, make every y*, estimate it with least squares and CRV1: the same count."""
    B, term = 199, "laag_inkomen_pct"
    p, j = producten(data), TERMEN.index(term)
    X, y = data[TERMEN].to_numpy(), data["lbm_2014"].to_numpy()
    code = pd.factorize(data["gm_code"], sort=True)[0]

    def t_waarde(y: np.ndarray) -> float:
        q = clusterproducten(X, y, code)
        rest = y - X @ q.coef
        brood = np.linalg.inv(X.T @ X)[j] @ X.T
        som = np.bincount(code, brood * rest)
        return (q.coef[j] - nul) / np.sqrt(som @ som)

    zonder = np.delete(X, j, axis=1)
    beperkt = zonder @ np.linalg.lstsq(zonder, y - nul * X[:, j], rcond=None)[0] + nul * X[:, j]
    W = np.concatenate(list(Trekkingen(p.G, B, 7, verdeling).blokken(50)), axis=1)
    assert W.shape == (36, B)
    ster = np.array([t_waarde(beperkt + w[code] * (y - beperkt)) for w in W.T])
    aantal = (np.abs(ster) >= abs(t_waarde(y))).sum()
    b = wild_bootstrap(
        p, trekkingen=B, zaad=7, termen=[j], nul=nul, verdeling=verdeling, interval=False
    )
    assert b.p[0] == (1 + aantal) / (1 + B)
    assert 0 < aantal < B


@pytest.mark.traag
def test_volgorde_van_rijen_en_blokgrootte_maken_niet_uit(data):
    door_elkaar = data.sample(frac=1, random_state=3)
    verwacht = uitkomst(producten(data), trekkingen=999)
    assert uitkomst(producten(door_elkaar), trekkingen=999) == pytest.approx(verwacht, rel=1e-9)
    for blok in (1, 5_000, 10**7):
        klein = uitkomst(producten(data), trekkingen=999, blok=blok)
        assert klein == pytest.approx(verwacht, rel=1e-12)


@pytest.mark.traag
def test_aantal_kernen_maakt_niet_uit():
    """The same digits with one and with two threads for linear algebra."""
    programma = f"""
import numpy as np, pandas as pd
from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.wild_bootstrap import wild_bootstrap
d = pd.read_csv({str(REFERENTIE / "clusterinferentie.csv")!r}).assign(constante=1.0)
p = clusterproducten(d[{TERMEN!r}].to_numpy(), d["lbm_2014"].to_numpy(), d["gm_code"])
b = wild_bootstrap(p, trekkingen=999)
print([f"{{x:.13g}}" for x in [*b.p, *b.ci_laag, *b.ci_hoog]])
"""
    uit = [
        subprocess.run(
            [sys.executable, "-c", programma],
            env=os.environ | {"OPENBLAS_NUM_THREADS": kernen, "PYTHONPATH": str(SCRIPTS)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for kernen in ("1", "2")
    ]
    assert uit[0] == uit[1]
    assert len(uit[0]) > 100


def test_een_term_alleen_geeft_hetzelfde_als_samen(data):
    p = producten(data)
    samen = wild_bootstrap(p, trekkingen=999)
    for j in range(p.K):
        alleen = wild_bootstrap(p, trekkingen=999, termen=[j])
        zonder = wild_bootstrap(p, trekkingen=999, termen=[j], interval=False)
        assert alleen.p[0] == samen.p[j] == zonder.p[0]
        assert alleen.ci_laag[0] == pytest.approx(samen.ci_laag[j], rel=1e-12)
        assert zonder.ci_laag is None


def test_andere_eenheid(data):
    """Hundredths instead of percentages: p the same, coefficient and interval 100 times as big."""
    p = producten(data)
    geschaald = producten(data.assign(corporatie_pct=data["corporatie_pct"] / 100))
    j = TERMEN.index("corporatie_pct")
    a, b = (wild_bootstrap(x, trekkingen=999) for x in (p, geschaald))
    assert (a.p == b.p).all()
    factor = np.where(np.arange(p.K) == j, 100.0, 1.0)
    assert b.ci_laag == pytest.approx(factor * a.ci_laag, rel=1e-9)
    assert b.ci_hoog == pytest.approx(factor * a.ci_hoog, rel=1e-9)


def test_andere_oorsprong_van_een_regressor(data):
    """Scores as deviations: only the constant changes. Also shows that precision is not lost."""
    a = wild_bootstrap(producten(data), trekkingen=999)
    ver = data.assign(lbm_2012=data["lbm_2012"] - 1000)
    b = wild_bootstrap(producten(ver), trekkingen=999)
    assert (a.p[1:] == b.p[1:]).all()
    assert b.ci_laag[1:] == pytest.approx(a.ci_laag[1:], rel=1e-6)


@pytest.mark.parametrize(("verdeling", "alfa"), [("rademacher", 0.05), ("webb", 0.1)])
def test_interval_bevat_precies_de_niet_verworpen_waarden(data, verdeling, alfa):
    keuze = {"trekkingen": 999, "zaad": 2, "verdeling": verdeling}
    p = producten(data)
    b = wild_bootstrap(p, alfa=alfa, **keuze)
    breedte = b.ci_hoog - b.ci_laag
    for plek in (-3, -0.5, -1e-3, 1e-3, 0.05, 0.3, 0.5, 0.7, 0.95, 1 - 1e-3, 1 + 1e-3, 1.5, 4):
        nul = b.ci_laag + plek * breedte
        p_nul = wild_bootstrap(p, nul=nul, interval=False, **keuze).p
        assert ((p_nul > alfa) == (0 < plek < 1)).all(), plek


def test_interval_van_de_opsomming(acht):
    """p is a step function of the null; the bound is where it steps past 5 %, to 1e-6 of a se."""
    p = producten(acht)
    b = wild_bootstrap(p, verdeling="rademacher")
    se = standaardfout(crv1(p))
    for grens, buiten in ((b.ci_laag, -1), (b.ci_hoog, 1)):
        for stap, blijft in ((-1e-6, True), (1e-6, False)):
            nul = grens + buiten * stap * se
            erin = wild_bootstrap(p, verdeling="rademacher", nul=nul, interval=False).p > 0.05
            assert (erin == blijft).all()


@pytest.mark.traag
def test_interval_sluit_aan_bij_de_toets(data):
    b = wild_bootstrap(producten(data))
    assert ((b.p <= 0.05) == ((b.ci_laag > 0) | (b.ci_hoog < 0))).all()


def test_te_weinig_gemeenten_voor_een_grens(data):
    """Five clusters, 32 vectors: p cannot get below 2/32, so nothing is rejected at 5 %."""
    vijf = data[data["gm_code"] < "GM9005"]
    p = producten(vijf, ["constante", "lbm_2012"])
    b = wild_bootstrap(p, trekkingen=99, verdeling="rademacher", nul=100.0)
    assert b.volledig
    assert b.p == pytest.approx([2 / 32, 2 / 32])
    assert (b.ci_laag == -np.inf).all()
    assert (b.ci_hoog == np.inf).all()
    ruimer = wild_bootstrap(p, trekkingen=99, verdeling="rademacher", alfa=0.1)
    assert np.isfinite(ruimer.ci_laag).all()


@pytest.mark.traag
def test_zonder_afwijkingen_is_er_niets_te_toetsen(data, acht):
    """A mean per gemeente leaves scores of zero; and a factor can be an exact copy of the score."""
    dummies = pd.get_dummies(acht["gm_code"], dtype=float)
    p = producten(acht.join(dummies), list(dummies.columns))
    b = wild_bootstrap(p, trekkingen=99)
    assert not b.toetsbaar.any()
    assert np.isnan([b.p, b.ci_laag, b.ci_hoog]).all()
    data["lbm_2014"] = 1 + 0.01 * data["corporatie_pct"]
    tabel = clustertabel(ontwerp(data, schatter=Schatter("wcr", 99)))
    assert tabel["reden"].eq("geen_afwijkingen").all()
    assert tabel[["p", "crv1_p", "crv3_se", "wcr_ci_laag"]].isna().all().all()


@pytest.mark.traag
def test_veel_trekkingen_kosten_geen_geheugen(data, monkeypatch):
    """Ten times the draws, the same peak (10 %); and passes over the draws change nothing."""
    p = producten(data)
    klein = uitkomst(p, trekkingen=1_999)
    monkeypatch.setattr("leefbaarheid.analyse.wild_bootstrap.BEWAAR", 0)
    se = standaardfout(crv1(p))
    assert np.abs((uitkomst(p, trekkingen=1_999) - klein) / np.r_[se, se, se]).max() < 1e-6

    def piek(trekkingen: int) -> int:
        tracemalloc.start()
        wild_bootstrap(p, trekkingen=trekkingen, termen=[2])
        _, hoogste = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return hoogste

    assert piek(100_000) < 1.1 * piek(10_000)


def test_zaad_bepaalt_de_trekking(data):
    p = producten(data)
    een, nog_eens, ander = (wild_bootstrap(p, trekkingen=999, zaad=z).p for z in (1, 1, 2))
    assert (een == nog_eens).all()
    assert (een != ander).any()
