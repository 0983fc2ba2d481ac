"""Few, unequal gemeenten: against peers, published values, naive computation and by hand."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from statsmodels.datasets import grunfeld
from statsmodels.stats.power import TTestPower

from hulp import SCRIPTS
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.ontwerp import Ontwerp, koppel, maak_ontwerp
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import clusterinferentie as ci

REFERENTIE = Path(__file__).parents[1] / "reference"
PEERS = json.loads((REFERENTIE / "clusterinferentie_peers.json").read_text(encoding="utf-8"))
FACTOREN = [
    "woz_verandering_pct",
    "laag_inkomen_pct",
    "corporatie_pct",
    "meergezins_pct",
    "uitkering_pct",
]
TERMEN = ["constante", "lbm_2012", *FACTOREN]
ACHT = {f"GM9{g:03d}" for g in range(8)}


@pytest.fixture
def data() -> pd.DataFrame:
    """118 fictional wijken over 36 gemeenten, 27 in the largest: the data of the reference."""
    return pd.read_csv(REFERENTIE / "clusterinferentie.csv").assign(constante=1.0)


@pytest.fixture
def acht(data) -> pd.DataFrame:
    """The 69 wijken in the eight largest gemeenten."""
    return data[data["gm_code"].isin(ACHT)]


def producten(data: pd.DataFrame, termen=TERMEN, y: str = "lbm_2014") -> ci.Clusterproducten:
    return ci.clusterproducten(data[termen].to_numpy(), data[y].to_numpy(), data["gm_code"])


def ontwerp(data: pd.DataFrame, factoren=FACTOREN) -> Ontwerp:
    """The same data as the regressions of the project see them."""
    wijken = data.assign(
        wk_code=[f"WK9{i:05d}" for i in range(len(data))],
        gm_naam="Gemeente " + data["gm_code"].str[-2:],
        in_selectie=True,
    )
    tabel = koppel(
        wijken.drop(columns=list(factoren)), wijken[["wk_code", *factoren]], list(factoren)
    )
    keuze = {"model": "ancova", "steekproef": "selectie", "basisjaar": 2012}
    return maak_ontwerp(tabel, list(factoren), van=2012, tot=2014, **keuze)


def uitkomst(producten: ci.Clusterproducten, **keuze) -> np.ndarray:
    """p and bounds as one array, to compare."""
    b = ci.wild_bootstrap(producten, **keuze)
    return np.concatenate([b.p, b.ci_laag, b.ci_hoog])


# --- CRV1 and CRV3 -------------------------------------------------------------------------------


def test_crv1_is_die_van_de_regressies(data):
    """statsmodels through regressie.schat; 1e-10 relative, for every coefficient."""
    o = ontwerp(data)
    fit = regressie.schat(o)
    p = ci.clusterproducten(o.X.to_numpy(), o.y.to_numpy(), o.gemeente.to_numpy())
    se = ci.standaardfout(ci.crv1(p))
    assert p.coef == pytest.approx(fit.params.to_numpy(), rel=1e-10)
    assert se == pytest.approx(fit.bse.to_numpy(), rel=1e-10)
    assert ci.t_toets(p.coef, se, p.df) == pytest.approx(fit.pvalues.to_numpy(), rel=1e-9)
    laag, hoog = ci.t_interval(p.coef, se, p.df)
    assert np.column_stack([laag, hoog]) == pytest.approx(fit.conf_int().to_numpy(), rel=1e-9)


@pytest.mark.parametrize("steekproef", ["alle", "acht"])
@pytest.mark.parametrize("soort", ["crv1", "crv3"])
def test_gelijk_aan_pyfixest(data, acht, steekproef, soort):
    """See tests/reference/clusterinferentie_peers.py; 1e-8 relative."""
    p = producten({"alle": data, "acht": acht}[steekproef])
    se = ci.standaardfout(getattr(ci, soort)(p))
    verwacht = PEERS[steekproef][soort]
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
    p = ci.clusterproducten(X, d["invest"].to_numpy(), d["firm"])
    assert (p.n, p.G) == (200, 10)
    crv1, crv3 = ci.standaardfout(ci.crv1(p)), ci.standaardfout(ci.crv3(p))
    assert p.coef == pytest.approx([0.11556215606596, 0.23067848754982, -42.714369016733])
    assert crv1 == pytest.approx([0.01589433647768, 0.08496711097464, 20.425202580078], rel=1e-7)
    assert crv3 == pytest.approx([0.01612997, 0.14733088, 34.81338218], rel=1e-6)
    assert ci.t_toets(p.coef, crv3, p.df) == pytest.approx(
        [0.0000528288, 0.1518557711, 0.2509677931], rel=1e-6
    )
    laag, hoog = ci.t_interval(p.coef, crv3, p.df)
    assert laag == pytest.approx([0.07907362, -0.10260711, -121.46771129], rel=1e-6)
    assert hoog == pytest.approx([0.1520507, 0.5639641, 36.0389724], rel=1e-6)


def test_crv3_met_de_hand():
    """A mean over clusters (1, 2), (6, 7) and (9): 5; without each of them 22/3, 4 and 4.

    Differences 7/3, -1 and -1, so the variance is 2/3 x (49/9 + 1 + 1) = 134/27.
    """
    p = ci.clusterproducten(np.ones((5, 1)), [1, 2, 6, 7, 9], ["a", "a", "b", "b", "c"])
    assert p.coef[0] == pytest.approx(5)
    assert p.jackknife[:, 0] == pytest.approx([22 / 3, 4, 4])
    assert ci.crv3(p)[0, 0] == pytest.approx(134 / 27)


def test_jackknife_is_opnieuw_schatten(data):
    """Without one gemeente, by least squares on the other wijken; 1e-9 relative."""
    loo = producten(data).jackknife
    for rij, code in zip(loo, sorted(data["gm_code"].unique()), strict=True):
        rest = data[data["gm_code"] != code]
        opnieuw = np.linalg.lstsq(rest[TERMEN].to_numpy(), rest["lbm_2014"], rcond=None)[0]
        assert rij == pytest.approx(opnieuw, rel=1e-9)


def test_factor_van_een_gemeente_heeft_geen_crv3(data):
    """Without that gemeente the coefficient does not exist; those of the others do."""
    data["alleen_daar"] = (data["gm_code"] == "GM9002") * data["uitkering_pct"]
    p = producten(data, [*TERMEN, "alleen_daar"])
    loo = pd.DataFrame(p.jackknife, index=p.namen, columns=[*TERMEN, "alleen_daar"])
    assert loo.index[loo["alleen_daar"].isna()].tolist() == ["GM9002"]
    rest = data[data["gm_code"] != "GM9002"]
    zonder = np.linalg.lstsq(rest[TERMEN].to_numpy(), rest["lbm_2014"], rcond=None)[0]
    assert loo.loc["GM9002", TERMEN].to_numpy() == pytest.approx(zonder, rel=1e-8)
    se = ci.standaardfout(ci.crv3(p))
    assert np.isnan(se[-1])
    assert np.isfinite(se[:-1]).all()


# --- clusters that count -------------------------------------------------------------------------


def test_effectief_aantal_en_hefboom_met_de_hand():
    """A mean over clusters of 6, 3 and 1: what each adds is n_g (rho 0) or n_g^2 (rho 1)."""
    p = ci.clusterproducten(np.ones((10, 1)), np.arange(10.0) ** 2, [1] * 6 + [2] * 3 + [3])
    assert ci.hefboom(p)[:, 0] == pytest.approx([0.6, 0.3, 0.1])
    assert ci.effectief_aantal(p)[0] == pytest.approx(10**2 / (36 + 9 + 1))
    assert ci.effectief_aantal(p, 1.0)[0] == pytest.approx(46**2 / (36**2 + 9**2 + 1))
    assert p.grootste_aandeel == 0.6


def test_gelijke_clusters_tellen_allemaal_mee():
    X = np.column_stack([np.ones(40), np.tile([0.0, 1.0, 2.0, 5.0], 10)])
    p = ci.clusterproducten(X, np.random.default_rng(1).normal(size=40), np.repeat(range(10), 4))
    assert ci.effectief_aantal(p) == pytest.approx([10, 10])
    assert ci.effectief_aantal(p, 0.5) == pytest.approx([10, 10])
    # the second regressor has the same values in every cluster: what clusters share drops out
    assert ci.effectief_aantal(p, 1.0) == pytest.approx([10, np.nan], nan_ok=True)


def test_hefboom_is_het_aandeel_in_de_eigen_variatie(data):
    """Residuals of a regressor on the others, squared, per gemeente."""
    p = producten(data)
    X = data[TERMEN].to_numpy()
    for j in range(len(TERMEN)):
        anderen = np.delete(X, j, axis=1)
        rest = X[:, j] - anderen @ np.linalg.lstsq(anderen, X[:, j], rcond=None)[0]
        per_gemeente = pd.Series(rest**2).groupby(data["gm_code"].to_numpy()).sum()
        verwacht = (per_gemeente / per_gemeente.sum()).to_numpy()
        assert ci.hefboom(p)[:, j] == pytest.approx(verwacht, rel=1e-6, abs=1e-12)


# --- the wild bootstrap: against others ----------------------------------------------------------


@pytest.mark.parametrize("term", TERMEN)
def test_alle_256_vectoren_als_in_wildboottest(acht, term):
    """Full enumeration, eight gemeenten: the same number of vectors for every null value."""
    p, j = producten(acht), TERMEN.index(term)
    for rij in PEERS["opgesomd_256"][term]:
        b = ci.wild_bootstrap(p, termen=[j], nul=rij["nul"], verdeling="rademacher", interval=False)
        assert b.volledig
        assert b.p[0] * 256 == rij["aantal"]


@pytest.mark.parametrize("verdeling", ["rademacher", "webb"])
def test_p_waarden_als_die_van_wildboottest(data, verdeling):
    """Two simulations of the same p: within four standard errors of their difference."""
    b = ci.wild_bootstrap(
        producten(data), trekkingen=99_999, zaad=1, verdeling=verdeling, interval=False
    )
    ander = np.array([PEERS["p"][verdeling][t] for t in TERMEN])
    midden = np.maximum((b.p + ander) / 2, 1e-5)
    se = np.sqrt(midden * (1 - midden) * (1 / 99_999 + 1 / PEERS["trekkingen"]))
    assert (np.abs(b.p - ander) <= 4 * se + 1e-5).all()
    assert len(set(b.p.round(2))) > 4  # not a table of zeros


@pytest.mark.parametrize("verdeling", ["rademacher", "webb"])
@pytest.mark.parametrize("nul", [0.0, -0.004])
def test_naief_nagerekend(data, verdeling, nul):
    """Impose the null, make every y*, estimate it with least squares and CRV1: the same count."""
    B, term = 199, "laag_inkomen_pct"
    p, j = producten(data), TERMEN.index(term)
    X, y = data[TERMEN].to_numpy(), data["lbm_2014"].to_numpy()
    code = pd.factorize(data["gm_code"], sort=True)[0]

    def t_waarde(y: np.ndarray) -> float:
        q = ci.clusterproducten(X, y, code)
        rest = y - X @ q.coef
        brood = np.linalg.inv(X.T @ X)[j] @ X.T
        som = np.bincount(code, brood * rest)
        return (q.coef[j] - nul) / np.sqrt(som @ som)

    zonder = np.delete(X, j, axis=1)
    beperkt = zonder @ np.linalg.lstsq(zonder, y - nul * X[:, j], rcond=None)[0] + nul * X[:, j]
    W = np.concatenate(list(ci.Trekkingen(p.G, B, 7, verdeling).blokken(50)), axis=1)
    assert W.shape == (36, B)
    ster = np.array([t_waarde(beperkt + w[code] * (y - beperkt)) for w in W.T])
    aantal = (np.abs(ster) >= abs(t_waarde(y))).sum()
    b = ci.wild_bootstrap(
        p, trekkingen=B, zaad=7, termen=[j], nul=nul, verdeling=verdeling, interval=False
    )
    assert b.p[0] == (1 + aantal) / (1 + B)
    assert 0 < aantal < B


# --- the wild bootstrap: what must hold ----------------------------------------------------------


def test_volgorde_van_rijen_en_blokgrootte_maken_niet_uit(data):
    door_elkaar = data.sample(frac=1, random_state=3)
    verwacht = uitkomst(producten(data), trekkingen=999)
    assert uitkomst(producten(door_elkaar), trekkingen=999) == pytest.approx(verwacht, rel=1e-9)
    for blok in (1, 5_000, 10**7):
        klein = uitkomst(producten(data), trekkingen=999, blok=blok)
        assert klein == pytest.approx(verwacht, rel=1e-12)


def test_aantal_kernen_maakt_niet_uit():
    """The same digits with one and with two threads for linear algebra."""
    programma = f"""
import numpy as np, pandas as pd
from leefbaarheid.toetsen import clusterinferentie as ci
d = pd.read_csv({str(REFERENTIE / "clusterinferentie.csv")!r}).assign(constante=1.0)
p = ci.clusterproducten(d[{TERMEN!r}].to_numpy(), d["lbm_2014"].to_numpy(), d["gm_code"])
b = ci.wild_bootstrap(p, trekkingen=999)
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
    samen = ci.wild_bootstrap(p, trekkingen=999)
    for j in range(p.K):
        alleen = ci.wild_bootstrap(p, trekkingen=999, termen=[j])
        zonder = ci.wild_bootstrap(p, trekkingen=999, termen=[j], interval=False)
        assert alleen.p[0] == samen.p[j] == zonder.p[0]
        assert alleen.ci_laag[0] == pytest.approx(samen.ci_laag[j], rel=1e-12)
        assert zonder.ci_laag is None


def test_andere_eenheid(data):
    """Hundredths instead of percentages: p the same, coefficient and interval 100 times as big."""
    p = producten(data)
    geschaald = producten(data.assign(corporatie_pct=data["corporatie_pct"] / 100))
    j = TERMEN.index("corporatie_pct")
    a, b = (ci.wild_bootstrap(x, trekkingen=999) for x in (p, geschaald))
    assert (a.p == b.p).all()
    factor = np.where(np.arange(p.K) == j, 100.0, 1.0)
    assert b.ci_laag == pytest.approx(factor * a.ci_laag, rel=1e-9)
    assert b.ci_hoog == pytest.approx(factor * a.ci_hoog, rel=1e-9)


def test_andere_oorsprong_van_een_regressor(data):
    """Scores as deviations: only the constant changes. Also shows that precision is not lost."""
    a = ci.wild_bootstrap(producten(data), trekkingen=999)
    ver = data.assign(lbm_2012=data["lbm_2012"] - 1000)
    b = ci.wild_bootstrap(producten(ver), trekkingen=999)
    assert (a.p[1:] == b.p[1:]).all()
    assert b.ci_laag[1:] == pytest.approx(a.ci_laag[1:], rel=1e-6)


@pytest.mark.parametrize(("verdeling", "alfa"), [("rademacher", 0.05), ("webb", 0.1)])
def test_interval_bevat_precies_de_niet_verworpen_waarden(data, verdeling, alfa):
    keuze = {"trekkingen": 999, "zaad": 2, "verdeling": verdeling}
    p = producten(data)
    b = ci.wild_bootstrap(p, alfa=alfa, **keuze)
    breedte = b.ci_hoog - b.ci_laag
    for plek in (-3, -0.5, -1e-3, 1e-3, 0.05, 0.3, 0.5, 0.7, 0.95, 1 - 1e-3, 1 + 1e-3, 1.5, 4):
        nul = b.ci_laag + plek * breedte
        p_nul = ci.wild_bootstrap(p, nul=nul, interval=False, **keuze).p
        assert ((p_nul > alfa) == (0 < plek < 1)).all(), plek


def test_interval_van_de_opsomming(acht):
    """p is a step function of the null; the bound is where it steps past 5 %, to 1e-6 of a se."""
    p = producten(acht)
    b = ci.wild_bootstrap(p, verdeling="rademacher")
    se = ci.standaardfout(ci.crv1(p))
    for grens, buiten in ((b.ci_laag, -1), (b.ci_hoog, 1)):
        for stap, blijft in ((-1e-6, True), (1e-6, False)):
            nul = grens + buiten * stap * se
            erin = ci.wild_bootstrap(p, verdeling="rademacher", nul=nul, interval=False).p > 0.05
            assert (erin == blijft).all()


def test_interval_sluit_aan_bij_de_toets(data):
    b = ci.wild_bootstrap(producten(data))
    assert ((b.p <= 0.05) == ((b.ci_laag > 0) | (b.ci_hoog < 0))).all()


def test_te_weinig_gemeenten_voor_een_grens(data):
    """Five clusters, 32 vectors: p cannot get below 2/32, so nothing is rejected at 5 %."""
    vijf = data[data["gm_code"] < "GM9005"]
    p = producten(vijf, ["constante", "lbm_2012"])
    b = ci.wild_bootstrap(p, trekkingen=99, verdeling="rademacher", nul=100.0)
    assert b.volledig
    assert b.p == pytest.approx([2 / 32, 2 / 32])
    assert (b.ci_laag == -np.inf).all()
    assert (b.ci_hoog == np.inf).all()
    ruimer = ci.wild_bootstrap(p, trekkingen=99, verdeling="rademacher", alfa=0.1)
    assert np.isfinite(ruimer.ci_laag).all()


def test_zonder_afwijkingen_is_er_niets_te_toetsen(data, acht):
    """A mean per gemeente leaves scores of zero; and a factor can be an exact copy of the score."""
    dummies = pd.get_dummies(acht["gm_code"], dtype=float)
    p = producten(acht.join(dummies), list(dummies.columns))
    b = ci.wild_bootstrap(p, trekkingen=99)
    assert not b.toetsbaar.any()
    assert np.isnan([b.p, b.ci_laag, b.ci_hoog]).all()
    data["lbm_2014"] = 1 + 0.01 * data["corporatie_pct"]
    tabel = ci.clustertabel(ontwerp(data), trekkingen=99)
    assert tabel["reden"].eq("geen standaardfout: het model past hier zonder afwijkingen").all()
    assert tabel[["p", "crv1_p", "crv3_se", "wcr_ci_laag"]].isna().all().all()


def test_veel_trekkingen_kosten_geen_geheugen(data, monkeypatch):
    """Ten times the draws, the same peak (10 %); and passes over the draws change nothing."""
    p = producten(data)
    klein = uitkomst(p, trekkingen=1_999)
    monkeypatch.setattr(ci, "BEWAAR", 0)
    se = ci.standaardfout(ci.crv1(p))
    assert np.abs((uitkomst(p, trekkingen=1_999) - klein) / np.r_[se, se, se]).max() < 1e-6

    def piek(trekkingen: int) -> int:
        tracemalloc.start()
        ci.wild_bootstrap(p, trekkingen=trekkingen, termen=[2])
        _, hoogste = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return hoogste

    assert piek(100_000) < 1.1 * piek(10_000)


# --- the draws -----------------------------------------------------------------------------------


@pytest.mark.parametrize("G", [12, 36, 64, 65, 150])
def test_rademacher_is_min_of_plus_een(G):
    W = np.concatenate(list(ci.Trekkingen(G, 4_000, 5, "rademacher").blokken(1_000)), axis=1)
    assert W.shape == (G, 4_000)
    assert set(np.unique(W)) == {-1.0, 1.0}
    assert np.abs(W.mean(axis=1)).max() < 5 / np.sqrt(4_000)
    samenhang = np.corrcoef(W) - np.eye(G)
    assert np.abs(samenhang).max() < 5.5 / np.sqrt(4_000)


def test_webb_heeft_zes_punten_met_variantie_een():
    W = np.concatenate(list(ci.Trekkingen(9, 9_999, 5, "webb").blokken(700)), axis=1)
    waarden, aantal = np.unique(W, return_counts=True)
    assert waarden == pytest.approx(np.sqrt([1.5, 1, 0.5, 0.5, 1, 1.5]) * [-1, -1, -1, 1, 1, 1])
    assert aantal / W.size == pytest.approx(np.full(6, 1 / 6), abs=0.006)
    assert (W**2).mean() == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(("verdeling", "punten"), [("rademacher", 2), ("webb", 6)])
def test_opsomming_noemt_elke_vector_een_keer(verdeling, punten):
    """Half of them, one of each pair v and -v."""
    trek = ci.Trekkingen(5, 10_000, 0, verdeling)
    assert trek.volledig
    assert trek.n == punten**5
    W = np.concatenate(list(trek.blokken(100)), axis=1).round(6)
    helft = {tuple(w) for w in W.T}
    assert len(helft) == W.shape[1] == punten**5 // 2
    alle = helft | {tuple(-w for w in v) for v in helft}
    verwacht = itertools.product(np.unique(np.r_[W, -W].round(6)), repeat=5)
    assert alle == set(verwacht)


def test_wanneer_webb_en_wanneer_alles():
    assert ci.kies_verdeling(11) == "webb"
    assert ci.kies_verdeling(12) == "rademacher"
    assert ci.Trekkingen(13, 9_999, 0, "rademacher").volledig
    assert not ci.Trekkingen(14, 9_999, 0, "rademacher").volledig


def test_zaad_bepaalt_de_trekking(data):
    p = producten(data)
    een, nog_eens, ander = (ci.wild_bootstrap(p, trekkingen=999, zaad=z).p for z in (1, 1, 2))
    assert (een == nog_eens).all()
    assert (een != ander).any()


# --- the table -----------------------------------------------------------------------------------


def test_tabel_heeft_alle_schatters(data):
    o = ontwerp(data)
    tabel = ci.clustertabel(o, trekkingen=999, zaad=1)
    assert list(tabel.columns) == ci.KOLOMMEN_CLUSTER
    assert tabel["term"].tolist() == list(o.X.columns)
    assert tabel["reden"].eq("").all()
    assert tabel["primair"].eq("wcr").all()
    fit = regressie.schat(o)
    assert tabel["coef"].to_numpy() == pytest.approx(fit.params.to_numpy(), rel=1e-10)
    assert tabel["crv1_se"].to_numpy() == pytest.approx(fit.bse.to_numpy(), rel=1e-10)
    for kolom in ("p", "ci_laag", "ci_hoog"):
        assert (tabel[kolom] == tabel[f"wcr_{kolom}"]).all()
    rij = tabel.set_index("term").loc["corporatie_pct"]
    sd = o.X["corporatie_pct"].std(ddof=1)
    assert rij["coef_sd"] == pytest.approx(rij["coef"] * sd)
    assert rij["ci_sd_hoog"] == pytest.approx(rij["ci_hoog"] * sd)
    assert (rij["n"], rij["G"], rij["wcr_trekkingen"]) == (118, 36, 999)
    assert rij["grootste_aandeel"] == pytest.approx(27 / 118)
    assert rij["grootste_gemeente"] == "Gemeente 00"
    assert 1 < rij["G_eff"] < 36


def test_tabel_noemt_de_gemeente_die_het_meeste_uitmaakt(data):
    """One gemeente gets its own, much steeper line; without it the slope is lowest."""
    er_in = data["gm_code"] == "GM9003"
    data.loc[er_in, "lbm_2014"] += 0.02 * (data.loc[er_in, "uitkering_pct"] - 11)
    tabel = ci.clustertabel(
        ontwerp(data), trekkingen=99, primair="crv3", naam_per_gemeente={"GM9003": "Grensvoorde"}
    )
    rij = tabel.set_index("term").loc["uitkering_pct"]
    assert rij["loo_min_gemeente"] == "Grensvoorde"
    rest = data[~er_in]
    X = rest[TERMEN].to_numpy()
    zonder = np.linalg.lstsq(X, rest["lbm_2014"], rcond=None)[0][TERMEN.index("uitkering_pct")]
    assert rij["loo_min"] == pytest.approx(zonder, rel=1e-9)
    assert rij["loo_min"] < rij["coef"] < rij["loo_max"]
    assert (tabel["p"] == tabel["crv3_p"]).all()
    assert (tabel["se"] == tabel["crv3_se"]).all()


def test_wat_niet_te_toetsen_is_blijft_staan_met_reden(data):
    """A constant factor, two that fix each other, and one that was missing altogether."""
    data["vast"] = 3.0
    data["dubbel"] = 2 * data["meergezins_pct"] + 5
    factoren = [*FACTOREN, "vast", "dubbel"]
    tabel = ci.clustertabel(
        ontwerp(data, factoren), trekkingen=199, niet_geschat={"leeg_pct": "alle waarden ontbreken"}
    ).set_index("term")
    assert tabel.index.tolist() == ["constante", "beginscore", *factoren, "leeg_pct"]
    assert tabel.loc["vast", "reden"] == "geen variatie: alle wijken hebben dezelfde waarde"
    assert "collineair" in tabel.loc["dubbel", "reden"]
    assert "dubbel" in tabel.loc["meergezins_pct", "reden"]
    assert tabel.loc["leeg_pct", "reden"] == "alle waarden ontbreken"
    slecht = ["vast", "dubbel", "meergezins_pct", "leeg_pct"]
    assert tabel.loc[slecht, ["coef", "p", "crv1_se", "wcr_ci_laag"]].isna().all().all()
    goed = tabel.drop(index=slecht)
    assert goed["reden"].eq("").all()
    # the rest as if the superfluous columns had never been there
    zuiver = ci.clustertabel(ontwerp(data), trekkingen=199).set_index("term").loc[goed.index]
    for kolom in ("coef", "crv1_se", "crv3_p", "wcr_p", "wcr_ci_hoog", "loo_min"):
        assert goed[kolom].astype(float).to_numpy() == pytest.approx(zuiver[kolom].to_numpy())


def test_te_weinig_gemeenten_of_wijken(data):
    vier = data[data["gm_code"] < "GM9004"]
    tabel = ci.clustertabel(ontwerp(vier), trekkingen=99)
    assert tabel["reden"].eq("te weinig gemeenten: 4, ten minste 5 nodig").all()
    assert tabel["coef"].notna().all()
    assert tabel[["p", "crv1_se", "ci_laag"]].isna().all().all()
    zes = ci.clustertabel(ontwerp(data.iloc[::20]), trekkingen=99)
    assert zes["reden"].str.startswith("te weinig waarnemingen: 6 wijken").all()
    assert zes["coef"].isna().all()


def test_factor_van_een_gemeente_krijgt_een_reden(data):
    data["alleen_daar"] = (data["gm_code"] == "GM9002") * data["uitkering_pct"]
    tabel = ci.clustertabel(ontwerp(data, [*FACTOREN, "alleen_daar"]), trekkingen=199)
    rij = tabel.set_index("term").loc["alleen_daar"]
    assert rij["reden"] == "crv3 niet te bepalen: de schatting bestaat niet zonder Gemeente 02"
    assert np.isnan(rij["crv3_se"])
    assert np.isfinite(rij["crv1_se"])
    assert rij["hefboom_max"] > 0.5
    assert rij["hefboom_max_gemeente"] == "Gemeente 02"


@pytest.mark.parametrize("n", [0, 98])
def test_te_weinig_trekkingen(data, n):
    with pytest.raises(InvoerFout) as fout:
        ci.clustertabel(ontwerp(data), trekkingen=n)
    assert "te weinig trekkingen" in str(fout.value)
    assert f"waarde '{n}'" in str(fout.value)
    assert "99" in str(fout.value)


def test_onbekende_schatter(data):
    with pytest.raises(InvoerFout) as fout:
        ci.clustertabel(ontwerp(data), primair="crv2")
    assert "inferentie.primaire_schatter" in str(fout.value)
    assert "Bedoelde u crv" in str(fout.value)


def test_collineaire_kolommen_geven_een_melding(data):
    with pytest.raises(InvoerFout, match="collineair"):
        producten(data.assign(kopie=data["corporatie_pct"] * 3), [*TERMEN, "kopie"])


# --- power ---------------------------------------------------------------------------------------


def test_kleinste_aantoonbare_samenhang_van_bloom():
    """Bloom (1995): 2.8 standard errors for 5 %, two-sided, 80 % and many degrees of freedom."""
    assert ci.minimaal_aantoonbaar(1.0, 1e6, methode="bloom") == pytest.approx(2.80, abs=0.005)
    # t quantiles from a printed table, 20 degrees of freedom: 2.086 and 0.860
    assert ci.minimaal_aantoonbaar(2.0, 20, methode="bloom") == pytest.approx(5.892, abs=0.001)


@pytest.mark.parametrize("df", [4, 11, 35, 200])
@pytest.mark.parametrize("kracht", [0.5, 0.8, 0.95])
def test_exact_als_in_statsmodels(df, kracht):
    """The effect size of a one-sample t test times sqrt(n) is the same noncentrality; 1e-4."""
    anders = TTestPower().solve_power(nobs=df + 1, alpha=0.05, power=kracht) * np.sqrt(df + 1)
    exact = ci.minimaal_aantoonbaar(1.0, df, kracht=kracht)
    assert exact == pytest.approx(anders, rel=1e-4)
    assert ci.kracht_bij(exact, 1.0, df) == pytest.approx(kracht, abs=1e-4)


def test_kracht_zonder_effect_is_het_niveau():
    assert ci.kracht_bij(0.0, 0.3, 30, alfa=0.1) == pytest.approx(0.1)


def test_aantoonbaar_per_term(data):
    tabel = ci.clustertabel(ontwerp(data), trekkingen=999)
    mde = ci.mde_tabel(tabel)
    assert list(mde.columns) == ci.KOLOMMEN_MDE
    assert mde["df"].eq(35).all()
    rij = mde.set_index("term").loc["meergezins_pct"]
    bron = tabel.set_index("term").loc["meergezins_pct"]
    halve = (bron["wcr_ci_hoog"] - bron["wcr_ci_laag"]) / 2
    se = halve / 2.030107928250343  # t(35), 97.5 %
    assert rij["se"] == pytest.approx(se)
    assert rij["mde"] == pytest.approx(ci.minimaal_aantoonbaar(se, 35))
    assert rij["mde_sd"] == pytest.approx(rij["mde"] * bron["sd_factor"])
    assert rij["nul_in_interval"]
    assert not mde.set_index("term").loc["beginscore", "nul_in_interval"]
    vier = ci.mde_tabel(ci.clustertabel(ontwerp(data[data["gm_code"] < "GM9004"]), trekkingen=99))
    assert vier["mde"].isna().all()
    assert vier["nul_in_interval"].isna().all()
    assert vier["reden"].ne("").all()
