"""All specifications and their draws under the null, against refits."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from hulp.specificaties import (
    FACTOREN,
    KLEIN,
    coef_en_crv3,
    curve,
    jackknife_residuen,
    maak_data,
    naief_ontwerp,
)
from leefbaarheid.analyse.ontwerp import koppel
from leefbaarheid.toetsen import specificatiecurve as sc
from leefbaarheid.toetsen import specificatierooster as sr
from leefbaarheid.toetsen import specificatieschatting as ss
from leefbaarheid.toetsen import specificatietoets as st


@pytest.fixture(scope="module")
def data() -> tuple[pd.DataFrame, pd.DataFrame]:
    return maak_data()


@pytest.fixture(scope="module")
def uit(data) -> sc.Curve:
    return curve(*data)


@pytest.mark.traag
@pytest.mark.parametrize(("n_gemeenten", "verdeling"), [(11, "webb"), (20, "rademacher")])
def test_bootstrap_gelijk_aan_een_naieve_lus(n_gemeenten, verdeling):
    """Same weights, every draw refitted, literal jackknife: all statistics; relative 1e-8."""
    wijken, context = maak_data(n_gemeenten, zaad=3)
    factoren = FACTOREN[:2]
    rooster = sr.maak_rooster(factoren, KLEIN, 2002)
    tabel = koppel(wijken, context, factoren)
    opzet = ss.maak_opzet(tabel, rooster, 6, 9, 2_500, 0.05)
    uit = ss.reken(opzet)
    assert opzet.verdeling == verdeling
    np.testing.assert_array_equal(opzet.W, ss.trek_gewichten(n_gemeenten, 6, 9, verdeling))
    nummer = {code: i for i, code in enumerate(sorted(wijken["gm_code"].unique()))}

    per_factor = {(f, model): [] for f in factoren for model in rooster.modellen}
    for v, keuze in enumerate(rooster.vakken):
        for m, vorm in enumerate(rooster.vormen):
            for p, paar in enumerate(rooster.paren):
                X, y, gemeente = naief_ontwerp(tabel, keuze, vorm, paar)
                fit = X[:, 1:] @ np.linalg.lstsq(X[:, 1:], y, rcond=1e-12)[0]
                rest = jackknife_residuen(X[:, 1:], y, gemeente)
                gewicht = opzet.W[:, [nummer[g] for g in gemeente]].T
                Y = np.column_stack([y, fit[:, None] + gewicht * rest[:, None]])
                b, se, G = coef_en_crv3(X, Y, gemeente)
                sd = tabel.loc[tabel["in_selectie"], paar.factor].std()
                per_factor[paar.factor, vorm.model].append((b * sd, b / se, G))
                assert uit.coef[v, m, p] == pytest.approx(b[0] * sd, rel=1e-8)
    for (factor, model), rijen in per_factor.items():
        f, m = factoren.index(factor), rooster.modellen.index(model)
        b, t, G = (np.array(x) for x in zip(*rijen, strict=True))
        df = G[:, None] - 1.0
        grens, z = stats.t.ppf(0.975, df), ss.normaalscore(t, df)
        dominant = np.sign((b > 0).sum(axis=0) - (b < 0).sum(axis=0))
        naief = [
            np.median(b, axis=0),
            np.maximum((b > 0).mean(axis=0), (b < 0).mean(axis=0)),
            np.where(
                dominant == 0,
                np.maximum((t > grens).mean(axis=0), (t < -grens).mean(axis=0)),
                (t * dominant > grens).mean(axis=0),
            ),
            z.sum(axis=0) / np.sqrt(len(b)),
        ]
        welke = st._masker(rooster, factor, model, "hoofdvenster")
        nul = st._nulverdeling(uit.rij[welke.ravel()], uit.tel[f, m, 0], opzet.W)
        np.testing.assert_allclose(nul, np.array(naief)[:, 1:], rtol=1e-8, atol=1e-12)
        echt = st._waargenomen(uit, welke, 0.05)
        np.testing.assert_allclose(echt, np.array(naief)[:, 0], rtol=1e-8)
        toets = st.toets_samen(uit, opzet)
        toets = toets[(toets["factor"] == factor) & (toets["model"] == model)]
        extreem = [(np.abs(x[1:]) >= abs(x[0]) * (1 - 1e-9)).sum() for x in np.array(naief)]
        assert list(toets["p"] * 7) == pytest.approx([1 + x for x in extreem])


@pytest.mark.parametrize("df", [5, 12, 40])
def test_normaalscore_is_de_z_met_dezelfde_p(df):
    t = np.linspace(-4, 4, 81)
    exact = stats.norm.ppf(stats.t.cdf(t, df))
    np.testing.assert_allclose(ss.normaalscore(t, df), exact, atol=0.02)


@pytest.mark.traag
def test_model_dat_exact_past_wordt_gemeld(data):
    wijken, context = data
    exact = wijken.assign(lbm_2014=wijken["lbm_2012"] + 0.01 * context["woz"])
    uit = curve(exact, context, blok=KLEIN).specificaties
    met = uit["factoren"].str.contains("woz") & (uit["model"] != "basismeting")
    assert (uit.loc[met, "reden"] == ss.EXACT).all()
    assert uit.loc[met, ["coef_sd", "p"]].isna().all(axis=None)


@pytest.mark.traag
def test_venster_zonder_scores_maakt_alleen_eigen_specificaties_ongeldig(data):
    wijken, context = data
    uit = curve(wijken.assign(lbm_2008=np.nan), context).specificaties
    slecht = uit["reden"] == "kolom_leeg?kolom=lbm_2008"
    assert (slecht == (uit["tot"] == 2008)).all()
