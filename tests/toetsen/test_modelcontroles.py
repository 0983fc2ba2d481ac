"""The checks put together: draft mode, and checks that are switched off."""

from __future__ import annotations

import pandas as pd
import pytest
import yaml

from hulp import WORTEL
from leefbaarheid.analyse.selectie import controleer_gemeenten
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import modelcontroles as robuustheid
from leefbaarheid.toetsen import trajectcontroles as robuustheid_trajecten
from leefbaarheid.toetsen.trekkingen import aantal


@pytest.mark.parametrize(
    ("snel", "n", "verwacht"), [(False, 9999, 9999), (True, 9999, 999), (True, 500, 99)]
)
def test_conceptstand_neemt_een_tiende_maar_nooit_te_weinig(snel, n, verwacht):
    assert aantal({"snel": snel}, n) == verwacht


def alles_uit() -> dict:
    inferentie = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text("utf-8"))[
        "inferentie"
    ]
    return inferentie | {"controles": dict.fromkeys(inferentie["controles"], False)}


def test_uitgezette_controles_op_de_modellen_staan_er_met_de_reden():
    leeg = pd.DataFrame()
    opzet = robuustheid.Opzet(leeg, leeg, leeg, leeg, leeg, [], 2002, {}, alles_uit())
    tabellen = robuustheid.toets_modellen(opzet, [])
    assert len(tabellen) == 18
    assert all(tabel["reden"].tolist() == ["staat_uit"] for tabel in tabellen.values())


def test_uitgezette_controles_op_de_trajecten_staan_er_met_de_reden():
    editie = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text("utf-8"))
    leeg = pd.DataFrame()
    tabellen = robuustheid_trajecten.toets_trajecten(
        leeg, leeg, leeg, editie | {"inferentie": alles_uit()}, []
    )
    assert len(tabellen) == 13
    assert all(tabel["reden"].tolist() == ["staat_uit"] for tabel in tabellen.values())


def test_te_weinig_gemeenten_is_een_melding():
    wijken = pd.DataFrame({"gm_code": ["GM1", "GM2", "GM3"], "in_selectie": [True, True, False]})
    with pytest.raises(InvoerFout, match=r"ligt in 2 gemeenten; .* ten minste 5") as fout:
        controleer_gemeenten(wijken, 5)
    assert "inferentie.min_gemeenten" in str(fout.value)
    controleer_gemeenten(wijken, 2)
