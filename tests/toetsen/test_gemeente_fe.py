"""Only differences within gemeenten: against pyfixest, by hand, and what cannot be tested."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from hulp.afhankelijkheid import GETALLEN, REFERENTIE, WAARDEN, maak, maak_tabel, maak_xy, variant
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.toetsen import afhankelijkheid as afh
from leefbaarheid.toetsen.gemeente_fe import aandeel_binnen


@pytest.fixture
def tabel():
    return maak_tabel()


@pytest.fixture
def xy():
    return maak_xy()


@pytest.mark.traag
@pytest.mark.parametrize("model", ["verandering", "ancova"])
def test_gemeente_fe_gelijk_aan_pyfixest(model, tabel, xy):
    """feols(... | gm_code), CRV1, singletons dropped; tolerance 1e-8 relative."""
    ref = WAARDEN["gemeente_fe"][model]
    ontwerp = maak(tabel, model=model, schatter=Schatter("crv1"))
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "gemeente_fe")
    for term, waarden in ref["termen"].items():
        for kolom, waarde in waarden.items():
            assert uit.loc[term, kolom] == pytest.approx(waarde, rel=1e-8), (term, kolom)
    assert uit["n"].eq(ref["n"]).all()
    assert uit["n_gemeenten"].eq(8).all()
    assert uit.loc["corporatie_pct", "toelichting"] == ""


@pytest.mark.traag
def test_gemeente_fe_met_crv3_gelijk_aan_lm_zonder_elke_gemeente(tabel, xy):
    """R: dummies, every gemeente left out in turn, tests/reference/crv3_jackknife.R; 1e-8."""
    verwacht = json.loads((REFERENTIE / "crv3_jackknife.json").read_text(encoding="utf-8"))
    uit = variant(afh.afhankelijkheidstabel(maak(tabel), xy), "gemeente_fe")
    for term, waarden in verwacht["waarden"]["gemeente_fe"].items():
        naam = {"lbm_2012": "beginscore"}.get(term, term)
        for kolom in ("coef", "se", "p", "ci_laag", "ci_hoog"):
            assert uit.loc[naam, kolom] == pytest.approx(waarden[kolom], rel=1e-8), (naam, kolom)


@pytest.mark.traag
def test_gemeente_fe_gelijk_aan_een_regressie_met_een_constante_per_gemeente(tabel, xy):
    """Frisch, Waugh & Lovell: the coefficients are those of least squares with dummies."""
    ontwerp = maak(tabel)
    hulp = pd.get_dummies(ontwerp.gemeente).to_numpy(float)
    termen = ["beginscore", "corporatie_pct", "laag_inkomen_pct"]
    Z = np.column_stack([ontwerp.X[termen], hulp])
    verwacht = np.linalg.lstsq(Z, ontwerp.y.to_numpy(), rcond=None)[0][:3]
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "gemeente_fe")
    np.testing.assert_allclose(uit.loc[termen, "coef"], verwacht, rtol=1e-8)


@pytest.mark.traag
def test_factor_die_alleen_tussen_gemeenten_verschilt_houdt_een_rij(tabel, xy):
    uit = afh.afhankelijkheidstabel(maak(tabel), xy)
    rij = variant(uit, "gemeente_fe").loc["woz_verandering_pct"]
    assert rij[GETALLEN].isna().all()
    assert rij["status"] == "niet_te_toetsen"
    assert rij["reden"] == "factor_alleen_tussen_gemeenten"
    anders = uit[(uit["term"] == "woz_verandering_pct") & (uit["variant"] != "gemeente_fe")]
    assert anders["p"].between(0, 1).all()
    assert anders["reden"].eq("").all()


@pytest.mark.traag
def test_weinig_variatie_binnen_gemeenten_wordt_gezegd(tabel, xy):
    rng = np.random.default_rng(4)
    tabel["bijna_tussen"] = tabel["woz_verandering_pct"] + rng.normal(0, 0.2, 60)
    ontwerp = maak(tabel, ["corporatie_pct", "bijna_tussen"])
    z = tabel["bijna_tussen"]
    binnen = z - z.groupby(tabel["gm_code"]).transform("mean")
    aandeel = (binnen**2).sum() / ((z - z.mean()) ** 2).sum()
    assert aandeel_binnen(ontwerp)["bijna_tussen"] == pytest.approx(aandeel)
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "gemeente_fe")["toelichting"]
    assert aandeel < 0.1
    code, velden = ontleed(uit["bijna_tussen"])
    assert code == "weinig_variatie_binnen"
    assert float(velden["aandeel"]) == pytest.approx(aandeel)
    assert uit["corporatie_pct"] == ""


@pytest.mark.traag
def test_te_weinig_gemeenten_met_twee_wijken(tabel, xy):
    """Of each gemeente but four only the first wijk stays: nine gemeenten, four to compare in."""
    eerste = ~tabel["gm_code"].duplicated()
    groot = tabel["gm_code"].isin(["GM9000", "GM9001", "GM9002", "GM9003"])
    uit = afh.afhankelijkheidstabel(maak(tabel[eerste | groot]), xy)
    fe = variant(uit, "gemeente_fe")
    assert fe["coef"].isna().all()
    assert fe["reden"].eq("te_weinig_gemeenten_met_twee?n=4&minimum=5").all()
    assert variant(uit, "ols")["reden"].eq("").all()
    assert variant(uit, "random_intercept")["p"].notna().all()


@pytest.mark.traag
def test_alleen_factoren_tussen_gemeenten(tabel, xy):
    ontwerp = maak(tabel, ["woz_verandering_pct"], model="verandering")
    fe = variant(afh.afhankelijkheidstabel(ontwerp, xy), "gemeente_fe")
    assert fe["reden"].tolist() == ["geen_factor_binnen"]


@pytest.mark.traag
def test_kenmerk_dat_binnen_maar_een_gemeente_varieert(tabel, xy):
    """A level per gemeente plus a difference inside one: only fixed effects cannot judge it."""
    tabel["f"] = tabel["woz_verandering_pct"] + np.where(
        tabel["gm_code"] == "GM9002", np.arange(60.0), 0
    )
    uit = afh.afhankelijkheidstabel(maak(tabel, ["laag_inkomen_pct", "f"]), xy)
    assert variant(uit, "gemeente_fe").loc["f", "reden"] == "variatie_in_een_gemeente"
    assert variant(uit, "ols").loc["f", "reden"] == ""
