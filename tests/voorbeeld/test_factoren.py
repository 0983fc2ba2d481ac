"""The factors: a codebook that says it all, and gaps like those of real files."""

from __future__ import annotations

import pandas as pd
import yaml

from hulp import WORTEL
from leefbaarheid.voorbeeld.simulatie import VoorbeeldData
from leefbaarheid.voorbeeld.voorbeeld import Parameters

FACTOREN = [factor.naam for factor in Parameters().factoren]


def test_codeboek_beschrijft_elke_kolom_en_elke_factor_van_de_config(data: VoorbeeldData):
    config = yaml.safe_load((WORTEL / "config/config.yaml").read_text(encoding="utf-8"))
    assert config["factoren"] == FACTOREN
    assert list(data.context.columns) == [
        "wk_code", "wk_naam", "gm_code", "gm_naam", *data.codeboek["factor"],
    ]  # fmt: skip
    assert set(config["kenmerken"].values()) <= set(data.context.columns)
    assert data.codeboek.notna().all(axis=None)


def test_ontbrekende_waarden_zoals_in_echte_bestanden(data: VoorbeeldData, scores: pd.DataFrame):
    context = data.context.set_index("wk_code")
    zonder_score = context.index.difference(scores.index)
    assert 5 <= len(zonder_score) <= 20 and scores.index.isin(context.index).all()
    onvolledig = scores.index[scores.isna().any(axis=1)]
    assert 5 <= len(onvolledig) <= 20
    assert (context.loc[onvolledig, "inwoners_2008"] < 1000).all()
    leeg = context.loc[scores.index, FACTOREN].isna()
    assert leeg.mean().between(0.003, 0.06)[leeg.any()].all()
    per_gemeente = leeg.groupby(context.loc[scores.index, "gm_code"])["woz_verandering_2009_2014"]
    assert per_gemeente.all().sum() == 3, "een factor ontbreekt voor hele gemeenten"
