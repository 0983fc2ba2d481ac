"""Settings of the rules: made from an edition, to plain data and back, and no wider than needed."""

from __future__ import annotations

import copy
import json
from dataclasses import fields, is_dataclass

import pytest

from leefbaarheid.editie import instellingen
from leefbaarheid.editie.instellingen import Instellingen

SOORTEN = [
    soort
    for soort in vars(instellingen).values()
    if isinstance(soort, type) and issubclass(soort, Instellingen) and soort is not Instellingen
]


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.__name__)
def test_heen_en_terug_via_gewone_gegevens(editie, soort):
    een = soort.uit_editie(editie)
    gegevens = een.gegevens()
    assert json.loads(json.dumps(gegevens)) == gegevens  # no tuples, no objects of our own
    assert soort.uit_gegevens(gegevens) == een


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.__name__)
def test_elke_instelling_is_uitgelegd(soort):
    assert is_dataclass(soort)
    for veld in fields(soort):
        assert veld.name in soort.__doc__


def test_een_instelling_in_een_instelling_komt_als_zichzelf_terug(editie):
    figuren = instellingen.Figuurinstellingen.uit_editie(editie)
    terug = instellingen.Figuurinstellingen.uit_gegevens(figuren.gegevens())
    assert isinstance(terug.kader, instellingen.Kaderinstellingen)


def gewijzigd(editie, blok, **sleutels):
    """Return the kinds of settings that change with these keys of a block."""
    anders = copy.deepcopy(editie)
    if blok:
        anders[blok] |= sleutels
    else:
        anders |= sleutels
    return {
        soort.__name__.removesuffix("instellingen")
        for soort in SOORTEN
        if soort.uit_editie(anders) != soort.uit_editie(editie)
    }


@pytest.mark.parametrize(
    ("blok", "sleutels", "soorten"),
    [
        ("regressie", {"vif_grens": 5}, {"Model"}),
        ("teksten", {"titel": "Anders", "datum": "2018-01-01"}, {"Portret"}),
        ("teksten", {"uitgever": "Anders"}, {"Kader", "Figuur", "Controlefiguur", "Portret"}),
        ("rapport", {"engine": "pandoc"}, set()),
        ("wijkanalyses", {"themas": {"a": "A"}}, set()),
        (
            "inferentie",
            {"zaad": 1},
            {"Traject", "Modelcontrole", "Trajectcontrole", "Specificatie"},
        ),
        ("clusters", {"gevoeligheid": {}}, {"Cluster", "Traject", "Trajectcontrole"}),
        ("stijgers_dalers", {"aantal": 3}, {"Traject", "Figuur"}),
        ("bronnen", {"wijkanalyses": {"map": "elders"}}, set()),
        ("kenmerken", {"x": "anders"}, {"Bron"}),
        (
            "",
            {"factoren": ["corporatie_pct_2008"]},
            {"Bron", "Model", "Specificatie", "Modelcontrole", "Oordeel", "Portret"},
        ),
    ],
)
def test_een_sleutel_raakt_alleen_wie_haar_gebruikt(editie, blok, sleutels, soorten):
    assert gewijzigd(editie, blok, **sleutels) == soorten


def test_alleen_met_de_bootstrap_raakt_het_zaad_de_modellen(editie):
    editie["inferentie"]["primaire_schatter"] = "wcr"
    assert "Model" in gewijzigd(editie, "inferentie", zaad=1)


def test_de_vensters_van_de_circulariteit_staan_er_elk_een_keer(editie):
    editie["vensters"], editie["decompositie_vensters"] = [[2012, 2014]], [[2012, 2014]]
    vensters = instellingen.Modelcontroleinstellingen.uit_editie(editie).vensters
    assert vensters == [[2012, 2014]]


def test_zonder_selectielijst_zijn_er_geen_labels(editie):
    del editie["selectie"]["labels"]
    assert instellingen.Broninstellingen.uit_editie(editie).labels == []
