"""Filled-in values shifted: against R's mice, by hand, and what cannot be shifted."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from hulp import gaten
from hulp.gaten import FACTOREN, KEUZE, REFERENTIE, boek
from leefbaarheid.analyse.ontwerp import maak_ontwerp
from leefbaarheid.toetsen import imputatievergelijking as iv
from leefbaarheid.toetsen import mnar


@pytest.fixture(scope="module")
def tabel() -> pd.DataFrame:
    return gaten.tabel()


def vul(tabel: pd.DataFrame, nummer: int) -> pd.DataFrame:
    """Fill the holes by the formula of tests/reference/mnar_mice.R."""
    uit = tabel.copy()
    rij = np.arange(1, len(tabel) + 1)
    for factor in FACTOREN:
        gat = tabel[factor].isna().to_numpy()
        stap = ((7 * nummer + rij) % 5 - 2) / 2
        nieuw = tabel[factor].mean() + tabel[factor].std() * stap
        uit[factor] = np.where(gat, nieuw, tabel[factor])
    return uit


def verschuif(tabel, deltas=mnar.DELTAS, m=5):
    ontwerpen = [maak_ontwerp(vul(tabel, i), FACTOREN, **KEUZE) for i in range(1, m + 1)]
    sd = maak_ontwerp(tabel, FACTOREN, **KEUZE).X.std(ddof=1)
    return mnar.verschuif(ontwerpen, tabel[FACTOREN].isna(), sd, {}, deltas)


@pytest.mark.traag
def test_gelijk_aan_mice(tabel):
    """The same completed data in R: lm, each gemeente left out, mice::pool.scalar; 1e-8."""
    waarden = json.loads((REFERENTIE / "mnar_mice.json").read_text("utf-8"))["waarden"]
    uit = verschuif(tabel, (-0.5, 0.0, 0.25)).set_index(["verschoven", "delta", "term"])
    # two factors have holes; of the third there is one row, with a reason
    assert len(waarden) == len(uit) - 1 == 2 * 3 * 3
    for rij in waarden:
        eigen = uit.loc[rij["verschoven"], rij["delta"], rij["term"]]
        for maat in ("coef_sd", "ci_sd_laag", "ci_sd_hoog", "p"):
            assert eigen[maat] == pytest.approx(rij[maat], rel=1e-8, abs=1e-12), (rij, maat)


@pytest.mark.traag
def test_zonder_verschuiving_is_het_de_gewone_imputatie(tabel):
    vast = {"imputaties": 20, "zaad": 1}
    uit = iv.vergelijk(tabel, FACTOREN, boek(), **vast, **KEUZE, deltas=mnar.DELTAS)
    gewoon = uit.schattingen[uit.schattingen["schatting"] == "imputatie"].set_index("term")
    nul = uit.mnar[uit.mnar["coef_sd"].notna() & uit.mnar["delta"].eq(0)]
    assert len(nul) == 2 * 3
    for rij in nul.itertuples():
        assert rij.coef_sd == pytest.approx(gewoon.loc[rij.term, "coef_sd"], rel=1e-12)
        assert rij.p == pytest.approx(gewoon.loc[rij.term, "p"], rel=1e-9)
        assert not rij.anders
    assert set(uit.mnar["delta"]) == set(mnar.DELTAS)
    assert list(uit.mnar.columns) == mnar.KOLOMMEN
    zonder = iv.vergelijk(tabel, FACTOREN, boek(), **vast, **KEUZE)
    assert zonder.mnar.empty
    pd.testing.assert_frame_equal(zonder.schattingen, uit.schattingen)


@pytest.mark.traag
def test_alleen_wat_is_ingevuld_schuift(tabel):
    """A shift of every wijk at once changes nothing but the constant: only the holes may move."""
    uit = verschuif(tabel, (0.0, 0.5)).dropna(subset=["coef_sd"])
    eigen = uit[uit["verschoven"] == uit["term"]].pivot(index="term", columns="delta")
    assert (eigen["coef_sd"][0.0] != eigen["coef_sd"][0.5]).all()
    n = tabel[FACTOREN].isna().sum()
    assert uit.groupby("verschoven")["n_verschoven"].first().to_dict() == n[n > 0].to_dict()


@pytest.mark.traag
def test_een_grote_verschuiving_verandert_de_conclusie_en_dat_staat_er(tabel):
    uit = verschuif(tabel, (0.0, 25.0)).dropna(subset=["coef_sd"])
    nul = uit[uit["delta"] == 0].set_index(["verschoven", "term"])
    ver = uit[uit["delta"] == 25].set_index(["verschoven", "term"])
    kant = [np.sign(x["coef_sd"]).where(x["p"] < 0.05, 0) for x in (nul, ver)]
    assert (ver["anders"] == (kant[0] != kant[1])).all()
    assert ver["anders"].any() and not nul["anders"].any()


@pytest.mark.traag
def test_een_factor_zonder_gaten_of_zonder_variatie_heeft_een_reden(tabel):
    vol = tabel.assign(dichtheid=tabel["dichtheid"].fillna(1.0), laag_inkomen_pct=3.0)
    vast = {"imputaties": 20, "zaad": 1, "deltas": (0.0, 0.5)}
    uit = iv.vergelijk(vol, FACTOREN, boek(), **vast, **KEUZE).mnar
    redenen = uit.groupby("verschoven")["reden"].first()
    assert redenen["dichtheid"] == "niets_ontbreekt"
    assert redenen["laag_inkomen_pct"] == "factor_vast"
    assert redenen["corporatie_pct"] == ""
    heel = iv.vergelijk(tabel.dropna(subset=FACTOREN), FACTOREN, boek(), **vast, **KEUZE).mnar
    assert set(heel["reden"]) == {"niets_ontbreekt"} and len(heel) == len(FACTOREN)
