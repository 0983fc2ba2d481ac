"""The cluster rule, the table of wijken, the clusters and how firm they are."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from leefbaarheid.analyse.trajecten import (
    Clusterregel,
    bepaal_cluster,
    gevoeligheid_clusters,
    maak_wijkentabel,
    vat_clusters_samen,
)
from leefbaarheid.basis.begrippen import CLUSTERS

GRENZEN = [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270]
REGEL = Clusterregel(
    langjaar=2008, crisisjaar=2012, eindjaar=2014, delta=0.02, voldoende_vanaf_klasse=5
)


def cluster(k, lang, crisis, delta=0.02, vanaf=5):
    reeksen = pd.Series([k], dtype="Int64"), pd.Series([lang]), pd.Series([crisis])
    return bepaal_cluster(*reeksen, delta, vanaf)[0]


@pytest.mark.parametrize(
    ("k", "lang", "crisis", "verwacht"),
    [
        # good enough: both developments must rise by more than delta
        (5, 0.03, 0.03, "Succes!"),
        (9, 0.021, 0.021, "Succes!"),
        (5, 0.03, 0.02, "Vroegsignalering"),  # exactly delta is no rise
        (5, 0.02, 0.03, "Vroegsignalering"),
        (5, 0.03, 0.00, "Vroegsignalering"),
        (9, -0.10, -0.10, "Vroegsignalering"),
        # not good enough
        (4, 0.03, 0.03, "Gestaag herstel"),
        (1, 0.021, 0.00, "Gestaag herstel"),
        (4, 0.03, -0.02, "Gestaag herstel"),  # exactly -delta is no fall
        (4, 0.03, -0.021, "Terugval"),  # risen since 2008, fallen since 2012
        (4, -0.10, -0.03, "Terugval"),
        (1, 0.00, -0.021, "Terugval"),
        (4, 0.02, 0.00, "niet ingedeeld"),  # exactly delta is no long rise
        (4, 0.00, 0.00, "niet ingedeeld"),
        (4, -0.10, -0.02, "niet ingedeeld"),
        (4, 0.02, 0.10, "niet ingedeeld"),
    ],
)
def test_waarheidstabel(k, lang, crisis, verwacht):
    assert cluster(k, lang, crisis) == verwacht


@pytest.mark.parametrize(
    ("k", "lang", "crisis", "verwacht"),
    [
        # 3.92 - 3.90 is 0.0200...018 in binary, 3.76 - 3.74 is 0.0199...96: both are delta
        (5, 0.03, 3.92 - 3.90, "Vroegsignalering"),
        (5, 0.03, 3.76 - 3.74, "Vroegsignalering"),
        (4, 3.92 - 3.90, 0.0, "niet ingedeeld"),
        (4, 0.03, 3.90 - 3.92, "Gestaag herstel"),
        (4, 0.03, 3.74 - 3.76, "Gestaag herstel"),
    ],
)
def test_precies_de_marge_hangt_niet_af_van_het_laatste_binaire_cijfer(k, lang, crisis, verwacht):
    assert 3.76 - 3.74 < 0.02 < 3.92 - 3.90  # else this test would show nothing
    assert cluster(k, lang, crisis) == verwacht


def test_de_klassegrens_van_de_regel_is_instelbaar():
    assert [cluster(k, 0.1, 0.1, vanaf=4) for k in (3, 4)] == ["Gestaag herstel", "Succes!"]
    assert [cluster(k, 0.1, 0.1, vanaf=6) for k in (5, 6)] == ["Gestaag herstel", "Succes!"]


@pytest.mark.parametrize(
    ("k", "lang", "crisis"),
    [(pd.NA, 0.1, 0.1), (5, math.nan, 0.1), (5, 0.1, math.nan), (4, math.nan, -0.1)],
)
def test_een_ontbrekende_score_geeft_geen_cluster(k, lang, crisis):
    assert pd.isna(cluster(k, lang, crisis))


# ---------------------------------------------------------------------------- the table of wijken

KENMERKEN = pd.DataFrame(
    {
        "wk_code": ["WK900104", "WK900101", "WK900102", "WK900103", "WK900105", "WK900106"],
        "wk_naam": list("dabcef"),
        "inwoners": [4000.0, 1000.0, 2000.0, 3000.0, 0.0, math.nan],
        "in_selectie": [True, True, True, False, True, True],
    }
)
PANEL = pd.DataFrame(
    [
        ("WK900101", 2008, 3.90),
        ("WK900101", 2012, 3.92),
        ("WK900101", 2014, 3.938),
        ("WK900102", 2008, 3.60),
        ("WK900102", 2014, 3.65),  # no score in 2012
        ("WK900104", 2008, 3.80),
        ("WK900104", 2012, 3.85),
        ("WK900104", 2014, 3.80),
        ("WK900105", 2014, 3.90),  # no inhabitants
        ("WK900106", 2014, 3.90),  # inhabitants unknown
        ("WK900199", 2014, 3.90),  # not in the list of wijken
    ],
    columns=["wk_code", "jaar", "lbm"],
)


def wijkentabel():
    vensters = [(2012, 2014), (2008, 2012), (2012, 2014)]
    return maak_wijkentabel(KENMERKEN, PANEL, [2008, 2012, 2014], vensters, GRENZEN, REGEL)


def test_wijkentabel_heeft_wijken_met_inwoners_en_een_score_op_volgorde_van_code():
    tabel = wijkentabel()
    # 103 has no score at all, 105 no inhabitants, of 106 they are unknown
    assert tabel["wk_code"].tolist() == ["WK900101", "WK900102", "WK900104"]
    assert tabel["wk_naam"].tolist() == ["a", "b", "d"]


def test_wijkentabel_heeft_per_jaar_score_en_klasse_en_per_venster_de_verandering():
    tabel = wijkentabel().set_index("wk_code")
    nieuw = [k for k in tabel.columns if k not in KENMERKEN.columns]
    assert nieuw == [
        *("lbm_2008", "lbm_2012", "lbm_2014"),
        *("klasse_2008", "klasse_2012", "klasse_2014"),
        *("delta_2008_2012", "delta_2012_2014", "cluster"),
    ]
    een = tabel.loc["WK900101"]
    assert (een["klasse_2008"], een["klasse_2014"]) == (4, 5)  # 3.938 is on the cut point
    assert een["delta_2008_2012"] == pytest.approx(0.02, abs=1e-12)
    assert een["delta_2012_2014"] == pytest.approx(0.018, abs=1e-12)
    twee = tabel.loc["WK900102"]
    assert pd.isna(twee["lbm_2012"])
    assert pd.isna(twee["klasse_2012"])
    assert pd.isna(twee["delta_2008_2012"])


def test_wijkentabel_geeft_het_cluster_naar_stand_en_ontwikkeling():
    tabel = wijkentabel().set_index("wk_code")
    # 101: class 5, +0.038 since 2008 but +0.018 since 2012
    assert tabel.loc["WK900101", "cluster"] == "Vroegsignalering"
    # 104: class 3, 0.00 since 2008, -0.05 since 2012
    assert tabel.loc["WK900104", "cluster"] == "Terugval"
    # 102: no score in 2012
    assert pd.isna(tabel.loc["WK900102", "cluster"])


# ---------------------------------------------------------------------------- clusters

SELECTIE = pd.DataFrame(
    {
        "cluster": ["Terugval", "Succes!", "Terugval", "Gestaag herstel"],
        "inwoners": [1000.0, 2000.0, 3000.0, 4000.0],
        "lbm_2014": [3.6, 4.0, 3.8, 3.9],
        "lbm_2022": [3.7, 4.1, None, 3.9],
    }
)


def test_clusters_tellen_wijken_en_inwoners():
    uit = vat_clusters_samen(SELECTIE, [2014, 2022]).set_index("cluster")
    assert uit.index.tolist() == list(CLUSTERS)  # all five, in the order of the study
    terugval = uit.loc["Terugval"]
    assert (terugval["n_wijken"], terugval["n_inwoners"]) == (2, 4000)
    assert terugval["aandeel_wijken"] == pytest.approx(2 / 4)
    assert terugval["aandeel_inwoners"] == pytest.approx(4000 / 10000)
    assert terugval["lbm_2014"] == pytest.approx((3.6 + 3.8) / 2)  # a wijk counts once
    assert terugval["lbm_2022"] == pytest.approx(3.7)  # of the wijken that have a score
    leeg = uit.loc["niet ingedeeld"]
    assert (leeg["n_wijken"], leeg["n_inwoners"], leeg["aandeel_wijken"]) == (0, 0, 0)
    assert math.isnan(leeg["lbm_2014"])


def test_wijken_zonder_cluster_zijn_een_eigen_rij_zodat_de_som_klopt():
    selectie = SELECTIE.assign(cluster=["Terugval", None, "Terugval", "Gestaag herstel"])
    uit = vat_clusters_samen(selectie, [2014]).set_index("cluster")
    assert uit.index.tolist() == [*CLUSTERS, "onbekend"]
    assert uit.loc["onbekend", "n_inwoners"] == 2000
    assert uit["n_wijken"].sum() == len(selectie)
    assert uit["n_inwoners"].sum() == 10000
    assert uit["aandeel_wijken"].sum() == pytest.approx(1)
    assert uit["aandeel_inwoners"].sum() == pytest.approx(1)


# ---------------------------------------------------------------------------- sensitivity

# classes 5, 5 and 4; long and recent change: (0.05, 0.03), (0.05, 0.01), (0.00, -0.03)
GEVOELIG = pd.DataFrame(
    {
        "lbm_2008": [3.90, 3.90, 3.90],
        "lbm_2012": [3.92, 3.94, 3.93],
        "lbm_2014": [3.95, 3.95, 3.90],
        "klasse_2014": pd.array([5, 5, 4], dtype="Int64"),
    }
)


def grootte(uit, delta, vanaf):
    deel = uit[(uit["delta"] == delta) & (uit["voldoende_vanaf_klasse"] == vanaf)]
    return deel.set_index("cluster")["n_wijken"].to_dict()


def test_gevoeligheid_telt_elke_combinatie_opnieuw():
    uit = gevoeligheid_clusters(GEVOELIG, REGEL, [0.0, 0.02], [5, 6])
    assert len(uit) == 2 * 2 * len(CLUSTERS)
    geen = dict.fromkeys(CLUSTERS, 0)
    assert grootte(uit, 0.02, 5) == geen | {"Succes!": 1, "Vroegsignalering": 1, "Terugval": 1}
    assert grootte(uit, 0.0, 5) == geen | {"Succes!": 2, "Terugval": 1}
    assert grootte(uit, 0.02, 6) == geen | {"Gestaag herstel": 2, "Terugval": 1}
    per_combinatie = uit.groupby(["delta", "voldoende_vanaf_klasse"])
    assert per_combinatie["n_wijken"].sum().eq(3).all()
    assert per_combinatie["aandeel_wijken"].sum().sub(1).abs().lt(1e-12).all()


@pytest.mark.parametrize(
    ("deltas", "klassen"),
    [([0.0, 0.02], [5, 6]), ([0.01], [4]), ([0.02, 0.02], [5, 5]), ([0.02], [4])],
)
def test_gevoeligheid_heeft_de_eigen_regel_precies_een_keer(deltas, klassen):
    uit = gevoeligheid_clusters(GEVOELIG, REGEL, deltas, klassen)
    basis = uit[uit["basis"]]
    assert basis["cluster"].tolist() == list(CLUSTERS)
    assert set(zip(basis["delta"], basis["voldoende_vanaf_klasse"], strict=True)) == {(0.02, 5)}
    assert not uit.duplicated(["delta", "voldoende_vanaf_klasse", "cluster"]).any()
