"""The names: unique, not real, and those of the wijkanalyses on wijken that fit."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from leefbaarheid.voorbeeld.namen import ONDERWERPEN
from leefbaarheid.voorbeeld.selectie import clusters_2014
from leefbaarheid.voorbeeld.simulatie import VoorbeeldData
from leefbaarheid.voorbeeld.voorbeeld import Parameters

P = Parameters()


def test_namen_zijn_uniek_binnen_een_gemeente(data: VoorbeeldData):
    assert not data.context.duplicated(["gm_code", "wk_naam"]).any()
    namen = data.context.set_index("wk_code")["wk_naam"]
    scores = data.leefbaarometer
    assert (scores["wk_naam"].to_numpy() == namen.loc[scores["wk_code"]].to_numpy()).all()


def test_geen_naam_of_code_komt_in_de_echte_gegevens_voor(data: VoorbeeldData, echte_data: Path):
    echt = pd.read_csv(echte_data / "contextfactoren-wijken.csv", dtype=str)
    kaal = echt["wk_naam"].str.replace(r"^Wijk \d+ ", "", regex=True)
    namen = {naam.casefold() for naam in [*echt["gm_naam"], *echt["wk_naam"], *kaal]}
    fictief = {naam.casefold() for naam in [*data.context["gm_naam"], *data.context["wk_naam"]]}
    assert fictief & namen == set()
    assert set(echt["wk_code"]) & set(data.context["wk_code"]) == set()
    assert set(echt["gm_code"]) & set(data.context["gm_code"]) == set()


def test_wijkanalyses_hebben_cijfers_die_bij_de_tekst_passen(
    data: VoorbeeldData, scores: pd.DataFrame
):
    analyses = data.wijkanalyses.set_index("plaatshouder")
    clusters = clusters_2014(P, scores.loc[data.selectie["wk_code"]])
    context = data.context.set_index("wk_code")
    assert analyses["wk_code"].is_unique
    for onderwerp in ONDERWERPEN:
        code = analyses.loc[onderwerp.plaatshouder, "wk_code"]
        assert tuple(context.loc[code, ["gm_naam", "wk_naam"]]) == (
            onderwerp.gemeente,
            onderwerp.naam,
        )
        if onderwerp.clusters is None:
            assert code not in clusters.index and scores.loc[code, 2014] < scores[2014].mean()
        else:
            assert clusters[code] in onderwerp.clusters
