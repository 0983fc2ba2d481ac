"""Every estimate of the curve against the other modules and against refits."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.specificaties import (
    BLOK,
    FACTOREN,
    KLEIN,
    coef_en_crv3,
    curve,
    kies,
    maak_data,
    naief_ontwerp,
)
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.crv import crv3, standaardfout, t_interval
from leefbaarheid.analyse.ontwerp import koppel, maak_ontwerp
from leefbaarheid.toetsen import specificatiecurve as sc
from leefbaarheid.toetsen import specificatierooster as sr
from leefbaarheid.toetsen import specificatieschatting as ss


@pytest.fixture(scope="module")
def data() -> tuple[pd.DataFrame, pd.DataFrame]:
    return maak_data()


@pytest.fixture(scope="module")
def uit(data) -> sc.Curve:
    return curve(*data)


@pytest.mark.traag
@pytest.mark.parametrize("model", ["verandering", "ancova", "basismeting"])
@pytest.mark.parametrize("steekproef", ["selectie", "in_aanmerking"])
@pytest.mark.parametrize("factoren", [["corporatie"], ["corporatie", "inkomen"], FACTOREN])
def test_gelijk_aan_regressie_en_clusterinferentie(data, uit, model, steekproef, factoren):
    """Coefficient and CRV1 p of `regressie.schat`, CRV3 of `clusterinferentie`; relative 1e-8."""
    tabel = koppel(*data, FACTOREN)
    o = maak_ontwerp(
        tabel, factoren, van=2012, tot=2014, model=model, steekproef=steekproef, basisjaar=2002
    )
    fit = regressie.schat(o)
    producten = clusterproducten(o.X.to_numpy(), o.y.to_numpy(), o.gemeente)
    j = list(o.X.columns).index("corporatie")
    se = standaardfout(crv3(producten))[j]
    sd = tabel.loc[tabel["in_selectie"], "corporatie"].std()

    rij = kies(
        uit.specificaties,
        factor="corporatie",
        van=2012,
        model=model,
        steekproef=steekproef,
        factoren="; ".join(factoren),
    )
    assert rij["sd_factor"] == pytest.approx(sd, rel=1e-12)
    assert rij["coef_sd"] == pytest.approx(fit.tabel["coef"]["corporatie"] * sd, rel=1e-8)
    assert rij["crv1_p"] == pytest.approx(fit.crv1["p"]["corporatie"], rel=1e-8)
    assert rij["se_sd"] == pytest.approx(se * sd, rel=1e-8)
    assert rij["p"] == pytest.approx(fit.tabel["p"]["corporatie"], rel=1e-8)
    laag, hoog = t_interval(fit.tabel["coef"]["corporatie"], se, producten.df)
    assert [rij["ci_sd_laag"], rij["ci_sd_hoog"]] == pytest.approx([laag * sd, hoog * sd], rel=1e-8)
    assert (rij["n"], rij["G"]) == (len(o.y), o.gemeente.nunique())


@pytest.mark.traag
def test_gewichten_gemeente_effecten_en_beperkingen_tegen_herschatten(data, uit):
    """Every vak, by weighted least squares with dummies and a literal jackknife; relative 1e-8."""
    tabel = koppel(*data, FACTOREN)
    sd = tabel.loc[tabel["in_selectie"], "woz"].std()
    vorm, paar = sr.Vorm(2012, 2014, "basismeting"), sr.Paar("woz", ("corporatie", "woz"))
    aantal = set()
    for keuze in sr.maak_rooster(FACTOREN, BLOK, 2002).vakken:
        X, y, gemeente = naief_ontwerp(tabel, keuze, vorm, paar)
        b, se, G = coef_en_crv3(X, y[:, None], gemeente)
        rij = kies(
            uit.specificaties,
            factor="woz",
            van=2012,
            model=vorm.model,
            factoren="corporatie; woz",
            **keuze._asdict(),
        )
        assert rij["coef_sd"] == pytest.approx(b[0] * sd, rel=1e-8)
        assert rij["se_sd"] == pytest.approx(se[0] * sd, rel=1e-8)
        assert (rij["n"], rij["G"]) == (len(y), G)
        aantal.add(len(y))
    assert len(aantal) >= 8  # the restrictions do leave out wijken


@pytest.mark.traag
def test_factor_in_een_gemeente_heeft_geen_crv3(data):
    """Without that gemeente the coefficient does not exist; the others are not affected."""
    wijken, context = data
    eerste = wijken["gm_code"].eq("GM0003")
    waarde = context["woz"].where(eerste, 0.0)
    uit = curve(wijken, context.assign(woz=waarde), blok=KLEIN).specificaties
    basis = uit[(uit["beperking"] == "geen") & (uit["gewicht"] == "geen")]
    alleen = basis[(basis["factor"] == "woz") & (basis["schatter"] == "ols")]
    assert (alleen["reden"] == ss.ONBEPAALD).all()
    assert alleen["coef_sd"].notna().all() and alleen["p"].isna().all()
    tabel = koppel(wijken, context.assign(woz=waarde), FACTOREN)
    keuze, vorm = sr.Vakkeuze("selectie", "geen", "geen", "ols"), sr.Vorm(2012, 2014, "ancova")
    X, y, gemeente = naief_ontwerp(tabel, keuze, vorm, sr.Paar("corporatie", tuple(FACTOREN)))
    b, se, _ = coef_en_crv3(X, y[:, None], gemeente)
    ander = kies(basis, factor="corporatie", model="ancova", n_factoren=3)
    assert ander["se_sd"] / ander["sd_factor"] == pytest.approx(se[0], rel=1e-7)
    assert ander["coef_sd"] / ander["sd_factor"] == pytest.approx(b[0], rel=1e-8)
