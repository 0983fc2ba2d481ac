"""What a vak cannot bear is shown, with the reason."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.specificaties import (
    FACTOREN,
    KLEIN,
    curve,
    maak_data,
    ongeldig,
)
from leefbaarheid.toetsen import specificatiecurve as sc


@pytest.fixture(scope="module")
def data() -> tuple[pd.DataFrame, pd.DataFrame]:
    return maak_data()


@pytest.fixture(scope="module")
def uit(data) -> sc.Curve:
    return curve(*data)


@pytest.mark.traag
def test_zonder_inwonertal_wel_in_de_ongewogen_specificaties(data):
    wijken, context = data
    wijken = wijken.assign(inwoners=wijken["inwoners"].where(wijken.index != 0))
    eerst, nu = curve(*data).specificaties, curve(wijken, context).specificaties
    gewoon = (eerst["gewicht"] == "geen") & (eerst["beperking"] == "geen")
    pd.testing.assert_frame_equal(eerst[gewoon], nu[gewoon])
    alle = (nu["steekproef"] == "in_aanmerking") & (nu["beperking"] == "geen")
    gewogen = alle & (nu["gewicht"] == "inwoners")
    assert nu.loc[gewogen, "n"].eq(len(wijken) - 1).all()


@pytest.mark.traag
def test_factor_per_gemeente_kan_niet_naast_gemeente_effecten(data):
    wijken, context = data
    context = context.assign(woz=wijken["gm_code"].str[-2:].astype(float))
    uit = curve(wijken, context)
    slecht = ongeldig(uit)
    assert set(slecht["reden"]) == {"kolom_gelijk_binnen_gemeenten?kolom=woz"}
    assert (slecht["schatter"] == "gemeente_effecten").all()
    assert slecht["factoren"].str.contains("woz").all()
    toets = uit.toets[uit.toets["vensters"] == "hoofdvenster"].set_index("factor")
    totaal = 2 * 16 * 4  # of each model form
    # of the focal factor every second specification, of the others half of those
    assert toets.loc["woz", "n_ongeldig"].eq(totaal // 2).all()
    assert toets.loc["inkomen", "n_ongeldig"].eq(totaal // 4).all()
    assert (toets["n_specificaties"] + toets["n_ongeldig"]).eq(totaal).all()


@pytest.mark.traag
def test_factor_zonder_waarden_of_variatie_wordt_gemeld(data):
    wijken, context = data
    uit = curve(wijken, context.assign(woz=np.nan, inkomen=3.0))
    toets = uit.toets[uit.toets["statistiek"] == "mediaan"].set_index("factor")
    for factor, reden in (
        ("woz", "kolom_leeg?kolom=woz"),
        ("inkomen", "kolom_zonder_variatie?kolom=inkomen"),
    ):
        eigen = uit.specificaties[uit.specificaties["factoren"] == factor]
        assert (eigen["reden"] == reden).all()
        assert (toets.loc[factor, "n_specificaties"] == 0).all()
        assert (toets.loc[factor, "reden"] == "geen_specificatie").all()
        assert toets.loc[factor, "p"].isna().all()
    # the other factor alone is as if they were not there
    los = curve(wijken, context, factoren=["corporatie"]).specificaties
    eigen = uit.specificaties[uit.specificaties["factoren"] == "corporatie"]
    np.testing.assert_allclose(eigen["coef_sd"], los["coef_sd"], rtol=1e-10)


@pytest.mark.traag
def test_collineaire_factoren_samen_niet_apart_wel(data):
    wijken, context = data
    uit = curve(wijken, context.assign(inkomen=5 - 2 * context["corporatie"])).specificaties
    samen = uit["factoren"].str.contains("corporatie") & uit["factoren"].str.contains("inkomen")
    assert (uit.loc[samen, "reden"] == "factoren_collineair").all()
    assert (uit.loc[~samen, "reden"] == "").all()


@pytest.mark.traag
def test_te_weinig_gemeenten_en_waarnemingen():
    wijken, context = maak_data(7)
    slecht = ongeldig(curve(wijken, context, blok=KLEIN))
    assert set(slecht["beperking"]) == {"zonder_vier_grootste"}
    assert set(slecht["reden"]) == {"te_weinig_gemeenten_in_vak?n=3&minimum=5"}
    zes = wijken.groupby("gm_code").head(1).assign(in_selectie=True)
    slecht = ongeldig(curve(zes, context, blok=KLEIN, factoren=FACTOREN))
    ols = slecht[(slecht["schatter"] == "ols") & (slecht["beperking"] == "zonder_grootste")]
    assert "te_weinig_wijken_in_vak?n=6&n_coefficienten=6" not in set(ols["reden"])
    effecten = slecht[(slecht["schatter"] == "gemeente_effecten") & (slecht["gewicht"] == "geen")]
    assert effecten["reden"].str.match("te_weinig_gemeenten_in_vak.n=0|dubbele_").all()
