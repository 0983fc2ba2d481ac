"""Within and between gemeenten: by hand, against the within estimator, and what has no part."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from hulp.afhankelijkheid import REFERENTIE, WAARDEN, maak, maak_tabel
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.toetsen.mundlak import p_alle_verschillen, schat_crv3, splits

GEMEENTEN = [5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 1]


@pytest.fixture
def gemeente():
    codes = np.repeat([f"GM{i:04d}" for i in range(len(GEMEENTEN))], GEMEENTEN)
    return pd.Series(codes, index=[f"WK{i:06d}" for i in range(len(codes))])


@pytest.fixture
def Z(gemeente):  # noqa: N802
    rng = np.random.default_rng(3)
    per_gemeente = pd.Series(rng.normal(size=len(GEMEENTEN)), index=gemeente.unique())
    return pd.DataFrame(
        {
            "huur": rng.normal(size=len(gemeente)),
            "inkomen": rng.normal(size=len(gemeente)) + gemeente.map(per_gemeente),
        },
        index=gemeente.index,
    )


def test_een_klein_geval_met_de_hand():
    """Gemeente a: 1 and 3, mean 2; b: 5 and 7, mean 6; total mean 4."""
    gemeente = pd.Series(["a", "a", "b", "b"])
    uit = splits(pd.DataFrame({"z": [1.0, 3.0, 5.0, 7.0]}), gemeente)
    # between 4 x 2^2 = 16, total 9 + 1 + 1 + 9 = 20
    assert uit.aandeel["z"] == pytest.approx(0.8)
    assert uit.X.shape == (4, 1)  # two gemeenten are too few for either part
    assert ontleed(uit.reden["z"]).code == "minder_gemeenten_dan_nodig"


def test_binnen_is_de_schatter_met_een_constante_per_gemeente(Z, gemeente):
    """Frisch, Waugh & Lovell: the within part is that of least squares with dummies."""
    y = np.random.default_rng(4).normal(size=len(Z))
    dummies = pd.get_dummies(gemeente).to_numpy(float)
    verwacht = np.linalg.lstsq(np.column_stack([Z, dummies]), y, rcond=None)[0][:2]
    splitsing = splits(Z, gemeente)
    uit = schat_crv3(y, splitsing, splitsing.contrasten(["huur", "inkomen"]))
    np.testing.assert_allclose(uit.waarde[:2], verwacht, rtol=1e-10)


@pytest.mark.traag
@pytest.mark.parametrize("model", ["verandering", "ancova"])
def test_binnen_gelijk_aan_pyfixest(model):
    """feols(... | gm_code), singletons dropped; the coefficients, tolerance 1e-8 relative."""
    ontwerp = maak(maak_tabel(), model=model)
    termen = WAARDEN["gemeente_fe"][model]["termen"]
    splitsing = splits(ontwerp.regressoren, ontwerp.gemeente)
    uit = schat_crv3(ontwerp.y.to_numpy(), splitsing, splitsing.contrasten(list(termen)))
    verwacht = [waarden["coef"] for waarden in termen.values()]
    np.testing.assert_allclose(uit.waarde[: len(termen)], verwacht, rtol=1e-8)


def test_binnen_met_crv3_gelijk_aan_lm_zonder_elke_gemeente():
    """R: dummies, every gemeente left out in turn, tests/reference/crv3_jackknife.R; 1e-8."""
    bestand = REFERENTIE / "crv3_jackknife.json"
    ref = json.loads(bestand.read_text(encoding="utf-8"))["waarden"]["gemeente_fe"]
    ontwerp = maak(maak_tabel())
    splitsing = splits(ontwerp.regressoren, ontwerp.gemeente)
    uit = schat_crv3(ontwerp.y.to_numpy(), splitsing, splitsing.contrasten(list(ref)))
    for naam, gevonden in (("coef", uit.waarde), ("p", uit.p), ("ci_laag", uit.laag)):
        verwacht = [waarden[naam] for waarden in ref.values()]
        np.testing.assert_allclose(gevonden[: len(ref)], verwacht, rtol=1e-8)


def test_tussen_is_de_regressie_op_gemeentegemiddelden(Z, gemeente):
    """Weighted by the number of wijken, as every wijk counts."""
    y = pd.Series(np.random.default_rng(4).normal(size=len(Z)), Z.index)
    gemiddeld, n = Z.groupby(gemeente).mean(), np.sqrt(gemeente.value_counts(sort=False))
    X = np.column_stack([np.ones(len(n)), gemiddeld])
    rechts = y.groupby(gemeente).mean().to_numpy() * n.to_numpy()
    verwacht = np.linalg.lstsq(X * n.to_numpy()[:, None], rechts, rcond=None)[0][1:]
    splitsing = splits(Z, gemeente)
    uit = schat_crv3(y.to_numpy(), splitsing, splitsing.contrasten(["huur", "inkomen"]))
    np.testing.assert_allclose(uit.waarde[2:4], verwacht, rtol=1e-10)
    np.testing.assert_allclose(uit.waarde[4:], uit.waarde[2:4] - uit.waarde[:2], rtol=1e-10)


def test_factor_van_de_gemeente_heeft_geen_deel_binnen(Z, gemeente):
    Z["woz"] = gemeente.map(dict(zip(gemeente.unique(), range(len(GEMEENTEN)), strict=True))) + 0.1
    uit = splits(Z, gemeente)
    assert uit.aandeel["woz"] == pytest.approx(1)
    assert uit.reden == {"woz": "factor_alleen_tussen_gemeenten"}
    L = uit.contrasten(["huur", "woz"])
    assert np.isnan(L).all(axis=1).tolist() == [False, True, False, False, False, True]


def test_factor_met_gelijke_gemiddelden_heeft_geen_deel_tussen(Z, gemeente):
    Z["binnen"] = Z["huur"] - Z["huur"].groupby(gemeente).transform("mean")
    uit = splits(Z, gemeente)
    assert "binnen" not in uit.tussen and "binnen" in uit.binnen
    assert uit.reden == {"binnen": "factor_alleen_binnen_gemeenten"}


def test_factor_zonder_variatie_heeft_geen_deel(Z, gemeente):
    uit = splits(Z.assign(vast=7.0), gemeente)
    assert uit.reden == {"vast": "factor_vast"}
    assert uit.X.shape[1] == 5


def test_te_weinig_gemeenten_met_twee_wijken_laat_tussen_staan(Z):
    alleen = pd.Series([f"GM{i}" for i in range(len(Z))], Z.index)
    uit = splits(Z, alleen)
    assert set(map(str, uit.reden.values())) == {"factor_alleen_tussen_gemeenten"}
    bijna = alleen.where(~alleen.isin(["GM1", "GM3"]), "GM0")
    uit = splits(Z, bijna)
    assert uit.tussen.shape[1] == 2 and uit.binnen.shape[1] == 0
    assert uit.reden["huur"] == "te_weinig_gemeenten_met_twee?n=1&minimum=5"


@pytest.mark.traag
@pytest.mark.parametrize("icc", [0.0, 0.3])
def test_toets_op_het_verschil_verwerpt_niet_te_vaak(icc, Z, gemeente):
    """600 draws without any difference, equal slopes within and between; nominal 5 %."""
    rng = np.random.default_rng(8)
    Z = pd.concat([Z] * 3, ignore_index=True)
    Z += rng.normal(size=Z.shape)
    gemeente = pd.concat([gemeente + str(i) for i in range(3)], ignore_index=True)
    splitsing = splits(Z, gemeente)
    L = splitsing.contrasten(["huur", "inkomen"])
    code = pd.factorize(gemeente)[0]
    trekkingen = 600
    p, p_alle = [], []
    termen = ["huur", "inkomen"]
    for _ in range(trekkingen):
        u = rng.normal(size=code.max() + 1)[code]
        y = Z.sum(axis=1) + np.sqrt(icc) * u + np.sqrt(1 - icc) * rng.normal(size=len(Z))
        uit = schat_crv3(y.to_numpy(), splitsing, L)
        p.append(uit.p[4:])
        if len(p_alle) < 200:
            alle = p_alle_verschillen(y.to_numpy(), splitsing, termen, trekkingen=199, zaad=1)
            p_alle.append(alle)
    for deel in (*np.array(p).T, np.array(p_alle)):
        grens = 3 * np.sqrt(0.05 * 0.95 / len(deel))
        assert 0.01 < (deel < 0.05).mean() < 0.05 + grens


def test_een_verschil_alleen_is_de_toets_op_alle_verschillen(Z, gemeente):
    """With one term the joint test is that of the term, by another bootstrap: near its p."""
    y = Z["huur"] + np.random.default_rng(4).normal(size=len(Z))
    splitsing = splits(Z, gemeente)
    een = schat_crv3(y.to_numpy(), splitsing, splitsing.contrasten(["huur"])).p[2]
    alle = p_alle_verschillen(y.to_numpy(), splitsing, ["huur"], trekkingen=999, zaad=1)
    assert alle == pytest.approx(een, abs=0.1)
    heel = 40 * Z["huur"].groupby(gemeente).transform("mean")
    groot = p_alle_verschillen((y + heel).to_numpy(), splitsing, ["huur"], trekkingen=999, zaad=1)
    assert groot < 0.05 < alle


def test_zonder_factor_met_beide_delen_is_er_geen_toets(Z, gemeente):
    Z["woz"] = gemeente.map(dict(zip(gemeente.unique(), range(len(GEMEENTEN)), strict=True))) + 0.1
    y = np.random.default_rng(4).normal(size=len(Z))
    uit = p_alle_verschillen(y, splits(Z, gemeente), ["woz"], trekkingen=99, zaad=1)
    assert np.isnan(uit)
