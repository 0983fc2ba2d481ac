"""The settled choices of an edition: their fingerprint, and what changed since they were fixed."""

from __future__ import annotations

import copy
import hashlib

import pytest
import yaml

from hulp import WORTEL
from leefbaarheid.basis import voorregistratie as v

CONFIG = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text("utf-8"))


@pytest.fixture
def editie():
    inhoud = copy.deepcopy(CONFIG)
    inhoud["voorregistratie"] = v.als_blok(inhoud, "2026-11-26", True)
    return inhoud


def test_de_vingerafdruk_is_die_van_de_json_met_gesorteerde_sleutels():
    tekst = '{"eindjaar":2014,"selectie":{"aantal":140,"soort":"één"}}'.encode()
    gekozen = {"selectie": {"soort": "één", "aantal": 140}, "eindjaar": 2014}
    assert v.vingerafdruk(gekozen) == hashlib.sha256(tekst).hexdigest()


def test_wat_een_vraag_verandert_is_een_keuze_en_wat_niet_niet(editie):
    gekozen = v.keuzes(editie)
    assert set(gekozen) == set(v.KEUZES)
    plat = str(gekozen)
    for woord in ("titel", "bestand", "zaad", "trekkingen", "controles"):
        assert woord not in plat


def test_een_editie_zonder_wijziging(editie):
    assert v.gewijzigd(editie) == []
    assert v.let_op(editie) == ""


def test_zonder_vastlegging_is_er_niets_gewijzigd(editie):
    del editie["voorregistratie"]
    assert v.gewijzigd(editie) == []
    assert v.let_op(editie) == ""


def test_een_wijziging_noemt_het_onderdeel_met_de_oude_en_de_nieuwe_waarde(editie):
    editie["clusters"]["delta"] = 0.03
    editie["inferentie"]["primaire_schatter"] = "crv1"
    editie["selectie"]["voorwaarden"] = {"woningen": {"min": 50, "waarom": "Daarom."}}
    was = CONFIG["inferentie"]["primaire_schatter"]
    assert v.gewijzigd(editie) == [
        ("selectie", "voorwaarden", None, {"woningen": {"min": 50}}),
        ("clusters", "delta", CONFIG["clusters"]["delta"], 0.03),
        ("primaire_schatter", "", was, "crv1"),
    ]
    zin = v.let_op(editie)
    assert "2026-11-26 is gewijzigd: selectie, clusters, primaire_schatter." in zin
    assert "make voorregistratie" in zin


def test_de_volgorde_van_factoren_is_geen_wijziging_en_die_van_een_venster_wel(editie):
    editie["factoren"].reverse()
    editie["regressie"]["vensters"].reverse()
    assert v.gewijzigd(editie) == []
    editie["regressie"]["hoofdvenster"] = editie["regressie"]["hoofdvenster"][::-1]
    assert [w.keuze for w in v.gewijzigd(editie)] == ["hoofdvenster"]


def test_teksten_en_trekkingen_zijn_geen_wijziging(editie):
    editie["teksten"]["titel"] = "Anders"
    editie["inferentie"] |= {"snel": True, "zaad": 1, "trekkingen": 99}
    assert v.gewijzigd(editie) == []


def test_een_keuze_die_er_bij_het_vastleggen_nog_niet_was(editie):
    del editie["voorregistratie"]["keuzes"]["basisjaar"]
    assert v.gewijzigd(editie) == []


def test_een_keuze_die_weg_is(editie):
    del editie["eindjaar"]
    assert v.gewijzigd(editie) == [("eindjaar", "", CONFIG["eindjaar"], None)]
