"""A national file with known truth: the official forms, borders, and effects that are found."""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd
import pytest
import shapely
import statsmodels.api as sm
import yaml

from hulp import SCRIPTS, WORTEL
from leefbaarheid.basis.gebied import BUURT, GEMEENTE, WIJK, over
from leefbaarheid.data.codeboek import lees_codeboek
from leefbaarheid.data.context import lees_context
from leefbaarheid.data.grenzen import lees_grenzen
from leefbaarheid.data.leefbaarometer import lees_gebiedsscores
from leefbaarheid.data.selectielijst import lees_selectielijst
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.lezen import lees_configuratie
from leefbaarheid.editie.register import lees_register
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.voorbeeld import landelijk_bestanden as bestanden
from leefbaarheid.voorbeeld.landelijk import EILAND_KM, maak_landelijk
from leefbaarheid.voorbeeld.voorbeeld import AFW_BASIS, CODEBOEK, LABELS, SELECTIELIJST

sys.path.insert(0, str(SCRIPTS))


@pytest.fixture(scope="module")
def geschreven(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("landelijk")
    return map_, bestanden.schrijf_landelijk(map_, BUURT, 3000, zaad=1, n_selectie=150)


@pytest.mark.traag
def test_wat_geschreven_is_wordt_gelezen_als_officieel_bestand_van_buurten(geschreven):
    map_, data = geschreven
    kenmerken = {"inwoners": "inwoners_2008", "gm_code": "gm_code", "gm_naam": "gm_naam"}
    kenmerken |= {"x": "x_rd", "y": "y_rd"}
    with over(BUURT):
        scores = lees_gebiedsscores(map_ / "Leefbaarometer-scores buurten 2002-2024.csv")
        codeboek = lees_codeboek(map_ / CODEBOEK)
        factoren = [f.naam for f in data.parameters.factoren]
        wijken, context = lees_context(map_ / bestanden.CONTEXT, codeboek, factoren, kenmerken)
        lijst = lees_selectielijst(map_ / SELECTIELIJST, LABELS, wijken["wk_code"])
        cellen = lees_grenzen(map_ / bestanden.GRENZEN, [BUURT])
        gemeenten = lees_grenzen(map_ / bestanden.GEMEENTEGRENZEN, [GEMEENTE])
    assert scores.uitgave.jaren[-1] == 2024
    assert scores.basis == pytest.approx(AFW_BASIS, abs=1e-9)
    assert len(wijken) == len(context) == len(cellen) == 3000
    assert len(lijst) == 150
    assert set(gemeenten["code"]) == set(wijken["gm_code"])
    punten = shapely.points(wijken[["x", "y"]].to_numpy())
    assert shapely.intersects(shapely.buffer(punten, 25), cellen["geometry"].to_numpy()).all()


def test_gemeenten_verschillen_in_grootte_en_een_gebied_ligt_ver_weg(geschreven):
    _, data = geschreven
    per_gemeente = data.context["gm_code"].value_counts()
    assert per_gemeente.max() > 10 * per_gemeente.median()
    xy = data.context[["x_rd", "y_rd"]].to_numpy(float)
    afstand = np.sqrt(((xy[:-1] - xy[-1]) ** 2).sum(axis=1)).min() / 1000
    assert afstand > 0.9 * EILAND_KM
    zonder = 3000 * 9 - len(data.scores)
    assert 0 < zonder < 300


@pytest.mark.traag
def test_een_regressie_vindt_de_ware_effecten(geschreven):
    """Least squares with standard errors that allow for what a gemeente shares: 4 of them off."""
    map_, data = geschreven
    waar = pd.read_csv(map_ / bestanden.WAARHEID)
    breed = data.scores.pivot(index="bu_code", columns="jaar", values="lbm")
    factoren = [f.naam for f in data.parameters.factoren]
    tabel = data.context.set_index("bu_code").join(breed).dropna()
    for (van, tot), deel in waar.groupby(["van", "tot"]):
        X = sm.add_constant(tabel[[van, *factoren]].rename(columns={van: "beginscore"}))
        fit = sm.OLS(tabel[tot], X.astype(float)).fit(
            cov_type="cluster", cov_kwds={"groups": tabel["gm_code"]}
        )
        ver = (fit.params[deel["term"]].to_numpy() - deel["coef"].to_numpy()) / fit.bse[
            deel["term"]
        ]
        assert np.abs(ver).max() < 4, (van, tot)
        assert fit.params["beginscore"] == pytest.approx(
            deel.set_index("term").loc["beginscore", "coef"], abs=0.05
        )


@pytest.mark.parametrize(
    ("gebied", "aantal", "vorm"),
    [(WIJK, 3300, WIJK.patroon), (GEMEENTE, 340, GEMEENTE.patroon), (BUURT, 34_000, BUURT.patroon)],
)
def test_elk_gebied_heeft_een_eigen_code(gebied, aantal, vorm):
    data = maak_landelijk(gebied, aantal, 1, 70)
    codes = data.context[gebied.code]
    assert (len(codes), codes.nunique()) == (aantal, aantal)
    assert codes.str.fullmatch(vorm.pattern).all()


def test_hetzelfde_zaad_geeft_hetzelfde_bestand_en_een_ander_een_ander():
    een, weer, ander = (maak_landelijk(WIJK, 300, zaad, 70) for zaad in (1, 1, 2))
    pd.testing.assert_frame_equal(een.scores, weer.scores)
    assert not een.scores["lbm"].equals(ander.scores["lbm"])


def test_de_editie_over_buurten_is_die_van_de_maker_en_deugt():
    pad = WORTEL / "config" / "edities" / "buurten.yaml"
    editie = lees_configuratie(pad)
    basis = lees_configuratie(WORTEL / "config" / "config.yaml")
    assert editie == bestanden.maak_editie(basis, BUURT, "buurten", "data/raw/buurten", 600)
    controleer_editie(editie, lees_schema(WORTEL), str(pad), lees_register(WORTEL))
    assert yaml.safe_load(pad.read_text("utf-8"))["fictief"] is True


@pytest.mark.parametrize(
    ("opties", "delen"),
    [
        ((WIJK, 100, 70), ["--aantal", "140 tot en met"]),
        ((BUURT, 50_000, 70), ["--aantal", "zoveel buurten"]),
        ((WIJK, 200, 150), ["--selectie", "70 tot en met 100"]),
    ],
)
def test_een_aantal_dat_niet_kan_is_een_melding(tmp_path, opties, delen):
    from leefbaarheid.basis.fouten import InvoerFout
    from maak_landelijk import main

    gebied, aantal, selectie = opties
    with pytest.raises(InvoerFout) as fout:
        main(tmp_path, gebied, aantal, 1, selectie)
    assert all(deel in str(fout.value) for deel in delen)
    assert list(tmp_path.iterdir()) == []
