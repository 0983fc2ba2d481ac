"""The made-up next release that other tests start from is one that a publisher could have made."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp import WORTEL, nieuwe_uitgave
from leefbaarheid.data.leefbaarometer import lees_gebiedsscores

VOORBEELD = WORTEL / "data" / "raw" / "voorbeeld"
pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def uitgave(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("uitgave") / "2024"
    return map_, nieuwe_uitgave.maak_bronnen(VOORBEELD, map_)


def test_de_scores_zijn_te_lezen_en_bijna_die_van_eerder(uitgave):
    map_, herindeling = uitgave
    oud = lees_gebiedsscores(next(VOORBEELD.glob("Leefbaarometer-scores*"))).tabel.set_index(
        ["wk_code", "jaar"]
    )["lbm"]
    nieuw = lees_gebiedsscores(map_ / nieuwe_uitgave.SCORES).tabel.set_index(["wk_code", "jaar"])[
        "lbm"
    ]
    assert nieuw.index.unique("jaar").max() == 2024
    verschil = (nieuw - oud).dropna()
    assert 0.5 < verschil.std() / nieuwe_uitgave.HERZIEN < 1.5
    verdwenen = set(oud.index.unique("wk_code")) - set(nieuw.index.unique("wk_code"))
    assert verdwenen == herindeling.oude_codes


def test_een_samengevoegde_wijk_heeft_het_gewogen_gemiddelde(uitgave):
    map_, herindeling = uitgave
    code, oude = next(iter(herindeling.samen.items()))
    context = pd.read_csv(VOORBEELD / nieuwe_uitgave.CONTEXT, index_col="wk_code")
    oud = lees_gebiedsscores(next(VOORBEELD.glob("Leefbaarometer-scores*"))).tabel
    toen = oud[oud["jaar"] == 2012].set_index("wk_code").loc[list(oude), "lbm"]
    nieuw = lees_gebiedsscores(map_ / nieuwe_uitgave.SCORES).tabel.set_index(["wk_code", "jaar"])
    verwacht = np.average(toen, weights=context.loc[list(oude), "inwoners_2008"])
    assert nieuw.loc[(code, 2012), "lbm"] == pytest.approx(verwacht, abs=0.02)


def test_alle_bestanden_hebben_dezelfde_nieuwe_wijken(uitgave):
    map_, herindeling = uitgave
    nieuwe = {nieuw for _, nieuw in herindeling.paren}
    scores = lees_gebiedsscores(map_ / nieuwe_uitgave.SCORES).tabel
    context = pd.read_csv(map_ / nieuwe_uitgave.CONTEXT)
    lijst = pd.read_csv(map_ / nieuwe_uitgave.LIJST)
    assert nieuwe < set(scores["wk_code"]) < set(context["wk_code"])
    assert set(lijst["wk_code"]) < set(context["wk_code"])
    assert not herindeling.oude_codes & set(context["wk_code"])
    assert (len(herindeling.samen), sum(map(len, herindeling.samen.values()))) == (2, 5)


def test_een_andere_basis_en_een_kolom_versie_staan_in_elke_regel(tmp_path):
    nieuwe_uitgave.maak_bronnen(VOORBEELD, tmp_path / "x", basis=4.11, versie="3.0")
    scores = pd.read_csv(tmp_path / "x" / nieuwe_uitgave.SCORES)
    assert (scores["lbm"] - scores["afw"]).round(9).unique().tolist() == [4.11]
    assert scores["versie"].astype(str).unique().tolist() == ["3.0"]
