"""Omitted variables: by hand, PySensemakr, and a variable that really is left out."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from hulp.regressie import (
    CODEBOEK,
    FACTOREN,
    REFERENTIE,
    lees_wijken_met_factoren,
    ontwerp,
    wijkentabel,
)
from leefbaarheid.toetsen import weggelaten_variabelen as wv

LABELS = dict(zip(CODEBOEK["factor"], CODEBOEK["label"], strict=True))
NAMEN = {"lbm_2012": "beginscore"}


@pytest.fixture(scope="module")
def hoofd():
    bestand = lees_wijken_met_factoren()
    return ontwerp(wijkentabel(bestand), bestand)


@pytest.fixture(scope="module")
def sterk(hoofd):
    """The same with an association that is clear."""
    return replace(hoofd, y=hoofd.y - 0.004 * hoofd.X["laag_inkomen_pct"])


@pytest.fixture(scope="module")
def sensemakr():
    pad = REFERENTIE / "weggelaten_sensemakr.json"
    return json.loads(pad.read_text(encoding="utf-8"))


def test_formules_met_de_hand():
    assert wv.partiele_r2(2.0, 96) == pytest.approx(0.04)
    # f = 0.5: (sqrt(0.0625 + 1) - 0.25) / 2
    assert wv.robuustheidswaarde(0.5) == pytest.approx((np.sqrt(1.0625) - 0.25) / 2)
    assert wv.robuustheidswaarde(0.5, 0.5) == wv.robuustheidswaarde(0.1, 0.2) == 0
    # se sqrt(df) = 0.1 x 10; r2 0.2 and 0.2: sqrt(0.2 x 0.2 / 0.8)
    assert wv.vertekening(0.1, 100, 0.2, 0.2) == pytest.approx(np.sqrt(0.05))
    assert wv.grenzen(0.5, 0.1, 1) is None  # 0.5 / 0.5: as much as the whole factor


def test_de_robuustheidswaarde_brengt_de_schatting_precies_op_nul():
    f, df, se = 0.3, 80, 0.02
    rv = wv.robuustheidswaarde(f)
    assert wv.vertekening(se, df, rv, rv) == pytest.approx(f * np.sqrt(df) * se)


@pytest.mark.parametrize("uitkomst", ["gewoon", "sterk"])
@pytest.mark.parametrize("factor", FACTOREN)
def test_zelfde_als_sensemakr(hoofd, sterk, sensemakr, uitkomst, factor):
    """PySensemakr 0.0.8 (tests/reference/weggelaten_sensemakr.py); relative tolerance 1e-6.

    With classical errors; their interval takes one degree of freedom off for the variable.
    """
    g = wv.gevoeligheid({"gewoon": hoofd, "sterk": sterk}[uitkomst])
    wil = sensemakr[uitkomst][factor]
    j = g.termen.index(factor)
    assert g.coef[j] / g.se[j] == pytest.approx(wil["t"], rel=1e-6)
    assert g.r2_uitkomst[j] == pytest.approx(wil["r2yd_x"], rel=1e-6)
    assert g.waarden(j)[0] == pytest.approx(wil["rv"], rel=1e-6)
    kritiek = wv.special.stdtrit(g.df - 1, 0.975) / np.sqrt(g.df - 1)
    f = abs(wil["t"]) / np.sqrt(g.df)
    assert wv.robuustheidswaarde(f, kritiek) == pytest.approx(wil["rv_alfa"], rel=1e-6)
    bias = wv.vertekening(g.se[j], g.df, 0.1, 0.2)
    assert bias == pytest.approx(wil["bias_0.1_0.2"], rel=1e-6)
    assert len(wil["grenzen"]) >= 3
    for naam, rij in wil["grenzen"].items():
        kenmerk, keer = naam.split()
        k = g.termen.index(NAMEN.get(kenmerk, kenmerk))
        sterkte = wv.grenzen(g.r2_onderling[j, k], g.r2_uitkomst[k], int(keer))
        assert sterkte == pytest.approx((rij["r2dz_x"], rij["r2yz_dx"]), rel=1e-6)
        assert g.aangepast(j, *sterkte)[0] == pytest.approx(rij["adjusted_estimate"], rel=1e-6)
        se = g.se[j] * wv.krimp(*sterkte) * np.sqrt(g.df / (g.df - 1))
        assert se == pytest.approx(rij["adjusted_se"], rel=1e-6, abs=1e-12)


def test_een_kenmerk_dat_echt_ontbreekt_verschuift_de_schatting_zoals_berekend(hoofd):
    """Leave a factor out; the bias of the others is the formula with its own partial R2."""
    j_weg = list(hoofd.X.columns).index("laag_inkomen_pct")
    X, y = hoofd.X.to_numpy(), hoofd.y.to_numpy()
    vol = np.linalg.lstsq(X, y, rcond=None)[0]
    zonder = np.delete(X, j_weg, axis=1)
    kort, rss = np.linalg.lstsq(zonder, y, rcond=None)[:2]
    df = len(y) - zonder.shape[1]
    j = list(hoofd.X.columns).index("corporatie_pct")
    se = np.sqrt(rss[0] / df * np.linalg.inv(zonder.T @ zonder)[j, j])
    g = wv.gevoeligheid(hoofd)
    a, b = g.termen.index("corporatie_pct"), g.termen.index("laag_inkomen_pct")
    bias = wv.vertekening(se, df, g.r2_onderling[a, b], g.r2_uitkomst[b])
    assert bias == pytest.approx(abs(kort[j] - vol[j]), rel=1e-9)


def test_de_waarde_op_vijf_procent_is_nul_precies_waar_het_interval_nul_bevat(sterk):
    tabel, _ = wv.weggelaten_tabel([sterk], LABELS)
    assert (tabel["rv_alfa"] > 0).tolist() == (tabel["p"] < 0.05).tolist()
    assert set(tabel["p"] < 0.05) == {True, False}
    assert (tabel["rv"] >= tabel["rv_alfa"]).all()


def test_aan_de_waarde_op_vijf_procent_raakt_het_interval_nul(sterk):
    g = wv.gevoeligheid(sterk)
    tabel, _ = wv.weggelaten_tabel([sterk], LABELS)
    factor = tabel.loc[tabel["rv_alfa"].idxmax(), "term"]
    j = g.termen.index(factor)
    rv = g.waarden(j)[1]
    _, laag, hoog = g.aangepast(j, rv, rv)
    assert min(abs(laag), abs(hoog)) == pytest.approx(0, abs=1e-9)


def test_de_tabellen_zijn_eens_over_het_sterkste_kenmerk(hoofd):
    tabel, grenzen = wv.weggelaten_tabel([hoofd], LABELS)
    assert tabel["term"].tolist() == FACTOREN
    assert len(grenzen) == 3 * 3 * 3  # factors x other terms x multiples
    for rij in tabel.to_dict("records"):
        eigen = grenzen[(grenzen["term"] == rij["term"]) & (grenzen["kenmerk"] == rij["sterkste"])]
        assert rij["sterkste"] in FACTOREN
        assert rij["sterkste_label"] == LABELS[rij["sterkste"]]
        assert eigen["r2_factor"].iloc[0] == rij["sterkste_r2_factor"]
        anders = eigen.loc[~eigen["uitkomst_zelfde"].eq(True), "keer"]
        assert (rij["verandert_bij"] == anders.min()) or (
            anders.empty and pd.isna(rij["verandert_bij"])
        )


def test_een_model_dat_niet_te_schatten_is_heeft_een_reden_per_factor(hoofd):
    bestand = lees_wijken_met_factoren().iloc[:4]
    tekort = ontwerp(wijkentabel(lees_wijken_met_factoren()).iloc[:4], bestand)
    tabel, grenzen = wv.weggelaten_tabel([tekort], LABELS)
    assert tabel["reden"].str.startswith("te_weinig_waarnemingen").all()
    assert tabel["rv"].isna().all()
    assert grenzen.empty


def test_een_enkele_factor_wordt_met_geen_andere_vergeleken(hoofd):
    bestand = lees_wijken_met_factoren()
    een = ontwerp(wijkentabel(bestand), bestand, ["corporatie_pct"])
    tabel, grenzen = wv.weggelaten_tabel([een], LABELS)
    assert pd.isna(tabel["sterkste"].iloc[0])
    assert set(grenzen["kenmerk"]) == {"beginscore"}
