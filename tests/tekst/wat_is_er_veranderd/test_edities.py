"""What the two editions are, and what stands in the way of laying them side by side."""

from __future__ import annotations

import pytest

from hulp.verandering import anders
from leefbaarheid.tekst.wat_is_er_veranderd import edities

pytestmark = pytest.mark.traag


def test_kenmerken_van_beide_naast_elkaar(stof):
    rijen = {rij[0]: rij[1:] for rij in edities.rijen(stof(anders(config={"eindjaar": 2016})))}
    assert rijen["Eindjaar"] == ["2014", "2016"]
    assert rijen["Datum van uitgave"] == ["7 maart 2017"] * 2
    assert rijen["Hoofdmodel"] == ["eindscore gegeven beginscore, 2012–2014"] * 2
    assert rijen["Geselecteerde wijken"] == ["2", "2"]
    assert rijen["Commit van de code"] == ["c" * 10] * 2


def test_een_commit_met_bestanden_die_afwijken(stof):
    rijen = {rij[0]: rij[1:] for rij in edities.rijen(stof(anders(afwijkend=3, engine="Quarto")))}
    assert rijen["Commit van de code"][1] == "c" * 10 + ", met drie bestanden anders"
    assert rijen["Opmaak met"] == ["pandoc", "Quarto"]


def test_verzonnen_naast_echte_gegevens(stof):
    assert edities.verschil(stof(anders(config={"fictief": False}))) == [
        "De gegevens van de vorige editie zijn verzonnen en die van de andere niet: een "
        "vergelijking toont alleen de werkwijze."
    ]


def test_een_andere_vorm_van_het_hoofdmodel(stof):
    regressie = {"hoofdvenster": [2012, 2014], "hoofdmodel": "verandering"}
    assert edities.verschil(stof(anders(config={"regressie": regressie}))) == [
        "De vorm van het hoofdmodel ging van eindscore gegeven beginscore naar verandering."
    ]
    assert edities.verschil(stof()) == []
