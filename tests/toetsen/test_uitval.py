"""Which factors are missing, and how wijken that miss one score."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp import gaten
from hulp.gaten import FACTOREN, KEUZE, boek
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.ontwerp import koppel, maak_ontwerp
from leefbaarheid.toetsen import uitval


@pytest.fixture(scope="module")
def tabel() -> pd.DataFrame:
    return gaten.tabel()


@pytest.fixture
def klein() -> pd.DataFrame:
    return gaten.klein()


def test_patroon_telt_elke_combinatie(klein):
    uit = uitval.patroon(klein, ["a", "b"], "selectie")
    assert uit[["patroon", "n_factoren", "n"]].to_numpy().tolist() == [
        ["volledig", 0, 10],
        ["a", 1, 1],
        ["a + b", 2, 1],
    ]
    assert uit["aandeel"].sum() == pytest.approx(1)
    assert uit["n_gemeenten"].to_list() == [6, 1, 1]


def test_patroon_zonder_gaten(klein):
    uit = uitval.patroon(klein.fillna(0.0), ["a", "b"], "selectie")
    assert uit["patroon"].to_list() == ["volledig"]


def test_samenhang_met_de_score_met_de_hand(klein):
    uit = uitval.samenhang_met_score(
        klein, ["a", "b"], van=2012, tot=2014, steekproef="selectie", codeboek=boek(["a", "b"])
    ).set_index(["factor", "score"])
    assert list(dict.fromkeys(uit.index.get_level_values(0))) == ["a", "b", "alle factoren"]
    mist = klein["a"].isna()
    rij = uit.loc[("a", "verandering")]
    verandering = klein["lbm_2014"] - klein["lbm_2012"]
    assert rij["verschil"] == pytest.approx(verandering[mist].mean() - verandering[~mist].mean())
    assert rij["verschil_sd"] == pytest.approx(rij["verschil"] / verandering.std())
    assert (rij["n_ontbreekt"], rij["n_aanwezig"], rij["n_gemeenten_ontbreekt"]) == (2, 10, 2)
    assert rij["reden"] == "groep_in_weinig_gemeenten?groep=ontbreekt&minimum=5"
    assert np.isnan(rij["p"])


@pytest.mark.traag
def test_samenhang_toetst_met_standaardfouten_naar_gemeente(tabel):
    """The same as regressing the score on the indicator with `regressie.schat`."""
    keuze = {"van": 2012, "tot": 2014, "steekproef": "selectie", "codeboek": boek()}
    uit = uitval.samenhang_met_score(tabel, FACTOREN, **keuze).set_index(["factor", "score"])
    mist = tabel["corporatie_pct"].isna().astype(float)
    wijken = tabel.reset_index().drop(columns=FACTOREN)
    context = pd.DataFrame({"wk_code": tabel.index, "mist": mist.to_numpy()})
    los = koppel(wijken, context, ["mist"])
    fit = regressie.schat(maak_ontwerp(los, ["mist"], **(KEUZE | {"model": "verandering"})))
    rij = uit.loc[("corporatie_pct", "verandering")]
    assert rij["verschil"] == pytest.approx(fit.tabel["coef"]["mist"])
    assert rij["p"] == pytest.approx(fit.tabel["p"]["mist"])
    assert rij["ci_laag"] == pytest.approx(fit.tabel["ci_laag"]["mist"])
    # the reference data are missing where the end score is high
    assert uit.loc[("alle factoren", "eindscore"), "p"] < 0.001
    assert "dichtheid" not in uit.index.get_level_values(0)


def test_samenhang_zonder_gaten(tabel):
    uit = uitval.samenhang_met_score(
        tabel.dropna(subset=FACTOREN),
        FACTOREN,
        van=2012,
        tot=2014,
        steekproef="selectie",
        codeboek=boek(),
    )
    assert uit.empty and list(uit.columns) == uitval.KOLOMMEN_UITVAL
