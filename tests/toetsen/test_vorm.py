"""Form: RESET against pyfixest, and what a straight line would miss."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hulp import invloed as gegevens
from hulp.invloed import FACTOREN, ontwerp_van
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.toetsen import vorm

WORTEL = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pyfixest():
    return gegevens.pyfixest()


@pytest.fixture(scope="module")
def tabel():
    return gegevens.tabel()


@pytest.fixture(scope="module")
def codeboek():
    return gegevens.codeboek()


@pytest.fixture(scope="module")
def ontwerp(tabel):
    return ontwerp_van(tabel)


def test_reset_gelijk_aan_pyfixest(ontwerp, pyfixest):
    """Wald F of the two powers, tests/reference/invloed_pyfixest.py; tolerance 1e-6 relative."""
    crv1 = replace(ontwerp, schatter=Schatter("crv1"))
    uitslag = vorm.toets_vorm(crv1).set_index("covariantie")
    for naam, waarden in pyfixest["reset"].items():
        assert uitslag.loc[naam, "statistiek"] == pytest.approx(waarden["F"], rel=1e-6)
        assert uitslag.loc[naam, "vg_noemer"] == waarden["vg_noemer"]
        assert uitslag.loc[naam, "p"] == pytest.approx(waarden["p"], rel=1e-6)
    assert set(uitslag["vg_teller"]) == {2}


@pytest.mark.parametrize("schatter", ["crv3", "wcr"])
def test_reset_met_crv3_gelijk_aan_lm_zonder_elke_gemeente(ontwerp, schatter):
    """R: tests/reference/crv3_jackknife.R; 1e-6. The bootstrap has no covariance: CRV3 too."""
    inhoud = json.loads((gegevens.REFERENTIE / "crv3_jackknife.json").read_text(encoding="utf-8"))
    verwacht = inhoud["waarden"]["reset"]
    uitslag = vorm.toets_vorm(replace(ontwerp, schatter=Schatter(schatter)))
    rij = uitslag.set_index("covariantie").loc["CRV3 naar gemeente"]
    assert rij["statistiek"] == pytest.approx(verwacht["F"], rel=1e-6)
    assert rij["p"] == pytest.approx(verwacht["p"], rel=1e-6)
    assert rij["vg_noemer"] == verwacht["vg_noemer"]


def test_reset_vindt_een_gebogen_verband_en_geen_recht(tabel):
    x = tabel["corporatie_pct"] - tabel["corporatie_pct"].mean()
    recht = vorm.toets_vorm(ontwerp_van(tabel))
    gebogen = tabel.assign(lbm_2014=tabel["lbm_2014"] + 0.0008 * x**2 + 0.01 * x)
    krom = vorm.toets_vorm(ontwerp_van(gebogen, ["corporatie_pct"], model="verandering"))
    assert krom["p"].max() < 0.01
    assert recht["p"].min() > 0.05


def test_reset_op_een_tweedeling_kan_niet(tabel):
    tweedeling = tabel.assign(groot=(tabel["inwoners"] > 5000).astype(float))
    uitslag = vorm.toets_vorm(ontwerp_van(tweedeling, ["groot"], model="verandering"))
    assert uitslag["p"].isna().all()
    assert set(uitslag["reden"]) == {"voorspellingen_gelijk"}


@pytest.mark.traag
def test_partiele_residuen_geven_de_coefficient_terug(ontwerp, tabel, codeboek):
    """Regressing component plus residual on the regressor gives its coefficient exactly."""
    uit = vorm.partiele_residuen(ontwerp, tabel, codeboek)
    fit = regressie.schat(ontwerp)
    assert list(dict.fromkeys(uit["term"])) == ["beginscore", *FACTOREN]
    for term, deel in uit.groupby("term"):
        assert np.polyfit(deel["x"], deel["partieel"], 1)[0] == pytest.approx(
            fit.tabel["coef"][term]
        )
        assert (deel["lineair"].diff().dropna() * np.sign(fit.tabel["coef"][term]) >= -1e-12).all()
        residu = (deel["partieel"] - deel["lineair"]).to_numpy()
        assert residu == pytest.approx(fit.residuen[deel["wk_code"]].to_numpy())
        assert deel["x"].is_monotonic_increasing
    assert uit.notna().all().all()


def test_gladde_lijn_volgt_een_bocht_die_de_rechte_mist(tabel, codeboek):
    x = tabel["corporatie_pct"]
    z = (x - x.mean()) / x.std()
    krom = tabel.assign(lbm_2014=tabel["lbm_2012"] + 0.1 * z**2)
    o = ontwerp_van(krom, ["corporatie_pct"], model="verandering")
    uit = vorm.partiele_residuen(o, krom, codeboek)
    afwijking = (uit["glad"] - uit["lineair"]).to_numpy()
    midden = afwijking[np.abs(uit["x"] - x.mean()) < 0.3 * x.std()]
    assert afwijking[0] > 0.05 and afwijking[-1] > 0.05 and midden.max() < 0


def test_klassen_krijgen_gemiddelden_en_een_volle_nul_geen_gat(tabel, codeboek):
    """Where lowess has no width: few values (means per value) and most wijken on one value."""
    boek = codeboek.assign(factor=["klasse", "nul", "laag_inkomen_pct"])
    rang = np.arange(len(tabel))
    data = tabel.assign(klasse=rang % 4 + 1.0, nul=np.where(rang < 45, 0.0, rang * 1.0))
    o = ontwerp_van(data, ["klasse", "nul"])
    uit = vorm.partiele_residuen(o, data, boek)
    klasse = uit[uit["term"] == "klasse"]
    gemiddeld = klasse.groupby("x")["partieel"].mean()
    assert klasse["glad"].to_list() == pytest.approx(klasse["x"].map(gemiddeld).to_list())
    assert uit.loc[uit["term"] == "nul", "glad"].notna().all()
