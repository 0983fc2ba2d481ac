"""The selection follows the score of 2002, and shows every cluster."""

from __future__ import annotations

import pandas as pd
import pytest
import yaml

from hulp import WORTEL
from leefbaarheid.analyse.klassen import klasse
from leefbaarheid.analyse.trajecten import bepaal_cluster
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.voorbeeld.selectie import clusters_2014
from leefbaarheid.voorbeeld.simulatie import VoorbeeldData
from leefbaarheid.voorbeeld.voorbeeld import LABELS, Parameters

P = Parameters()


def test_selectie_volgt_de_score_van_2002(data: VoorbeeldData, scores: pd.DataFrame):
    selectie = data.selectie
    assert list(selectie.columns) == ["wk_code", *LABELS]
    assert len(selectie) == 140 and selectie["wk_code"].is_unique
    assert selectie[list(LABELS)].any(axis=1).all()
    assert selectie[["aandachtswijk", "prioriteitswijk"]].sum().tolist() == [40, 56]
    context = data.context.set_index("wk_code")
    gemeente = context.groupby("gm_code")["inwoners_2008"].transform("sum")
    mag = context[(context["inwoners_2008"] >= 1000) & (gemeente >= 70_000)].index
    assert set(selectie["wk_code"]) <= set(mag)
    assert scores.loc[selectie["wk_code"]].notna().all(axis=None)
    laagste = scores.loc[mag.intersection(scores.index), 2002].nsmallest(140).index
    assert 110 <= len(laagste.intersection(selectie["wk_code"])) < 140, "ruis zonder willekeur"


@pytest.mark.parametrize(
    ("s2008", "s2012", "s2014", "cluster"),
    [
        (3.90, 3.91, 3.94, "Succes!"),
        (3.90, 3.93, 3.94, "Vroegsignalering"),  # stagnates after 2012
        (3.95, 3.91, 3.94, "Vroegsignalering"),  # not above 2008
        (3.80, 3.85, 3.84, "Gestaag herstel"),
        (3.80, 3.88, 3.84, "Terugval"),  # above 2008, but falling since 2012
        (3.84, 3.84, 3.85, "niet ingedeeld"),
    ],
)
def test_clusterregel(s2008: float, s2012: float, s2014: float, cluster: str):
    een_wijk = pd.DataFrame({2008: [s2008], 2012: [s2012], 2014: [s2014]}, index=["WK900199"])
    assert clusters_2014(P, een_wijk).to_dict() == {"WK900199": cluster}


def test_clusters_van_de_datasheet_zijn_die_van_de_pijplijn(scores: pd.DataFrame):
    config = yaml.safe_load((WORTEL / "config/config.yaml").read_text(encoding="utf-8"))
    regel, volledig = config["clusters"], scores.dropna()
    assert (regel["langjaar"], regel["crisisjaar"], config["eindjaar"]) == (2008, 2012, 2014)
    verwacht = bepaal_cluster(
        klasse(volledig[2014], config["klassen"]["grenzen"]),
        volledig[2014] - volledig[2008],
        volledig[2014] - volledig[2012],
        regel["delta"],
        regel["voldoende_vanaf_klasse"],
    )
    assert clusters_2014(P, volledig).tolist() == verwacht.tolist()


def test_selectie_laat_alle_clusters_zien(data: VoorbeeldData, scores: pd.DataFrame):
    gekozen = scores.loc[data.selectie["wk_code"]]
    aantal = clusters_2014(P, gekozen).value_counts()
    assert (aantal.reindex(list(CLUSTERS)) >= 10).all()
    assert 1 / 3 <= (gekozen[2014] < gekozen[2012]).mean() <= 0.45
