"""Coefficients per unit and per standard deviation, with the names of the codebook."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.regressie import SELECTIE, fout_van
from leefbaarheid.basis.meetmoment import tijdstip_meting


@pytest.mark.traag
def test_per_standaarddeviatie_is_coef_maal_sd_van_de_steekproef(schat, bestand):
    tabel = schat().regressie.query("term != 'constante'")
    np.testing.assert_allclose(tabel["coef_sd"], tabel["coef"] * tabel["sd_factor"], rtol=1e-12)
    np.testing.assert_allclose(tabel["ci_sd_laag"], tabel["ci_laag"] * tabel["sd_factor"])
    np.testing.assert_allclose(tabel["ci_sd_hoog"], tabel["ci_hoog"] * tabel["sd_factor"])
    sd = tabel.query("term == 'corporatie_pct'").groupby("steekproef")["sd_factor"].first()
    assert sd["selectie"] == pytest.approx(bestand.loc[SELECTIE, "corporatie_pct"].std())
    assert sd["in_aanmerking"] == pytest.approx(bestand["corporatie_pct"].std())


@pytest.mark.traag
def test_een_andere_eenheid_verandert_alleen_de_coefficient_per_eenheid(schat, context):
    in_promille = context.assign(corporatie_pct=context["corporatie_pct"] * 10)
    oud = schat().regressie.query("term == 'corporatie_pct'")
    nieuw = schat(context=in_promille).regressie.query("term == 'corporatie_pct'")
    np.testing.assert_allclose(nieuw["coef"] * 10, oud["coef"], rtol=1e-8)
    np.testing.assert_allclose(nieuw[["coef_sd", "p"]], oud[["coef_sd", "p"]], rtol=1e-8)


@pytest.mark.parametrize(
    ("peiljaar", "wanneer"),
    [
        ("2012", "voor"),
        (2011, "voor"),
        ("2009-2012", "voor"),
        ("2013", "tijdens"),
        ("2009-2014", "tijdens"),
        ("2014", "na"),
        ("2017", "na"),
        ("", "onbekend"),
        (None, "onbekend"),
    ],
)
def test_tijdstip_meting(peiljaar, wanneer):
    assert tijdstip_meting(peiljaar, 2012, 2014) == wanneer


def test_factor_zonder_codeboek(schat, codeboek):
    bericht = fout_van(schat, codeboek=codeboek.iloc[1:])
    assert "waarde 'corporatie_pct': de factor staat niet in het codeboek" in bericht
