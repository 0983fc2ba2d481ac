"""`make voorregistratie`: a block to paste, and the edition with it passes its checks."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml

import toon_voorregistratie
from hulp import WORTEL
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.voorregistratie import gewijzigd
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.schema import lees_schema

CONFIG = WORTEL / "config" / "config.yaml"
DAG = dt.date(2027, 1, 2)


@pytest.mark.traag
def test_het_blok_past_in_de_editie_en_dan_is_er_niets_gewijzigd(tmp_path):
    tekst = toon_voorregistratie.main(CONFIG, DAG, tmp_path)
    blok = yaml.safe_load(tekst)["voorregistratie"]
    assert (blok["datum"], blok["uitkomsten_bekend"]) == ("2027-01-02", False)
    inhoud = yaml.safe_load(CONFIG.read_text("utf-8")) | {"voorregistratie": blok}
    editie = controleer_editie(inhoud, lees_schema(WORTEL))
    assert gewijzigd(editie) == []


@pytest.mark.traag
def test_met_resultaten_zijn_de_uitkomsten_bekend(tmp_path):
    tabel = tmp_path / "results" / "voorbeeld" / "tabellen" / "regressie.csv"
    tabel.parent.mkdir(parents=True)
    tabel.touch()
    assert "uitkomsten_bekend: true" in toon_voorregistratie.main(CONFIG, DAG, tmp_path)


@pytest.mark.traag
def test_een_oud_blok_staat_niet_in_de_weg(tmp_path):
    inhoud = yaml.safe_load(CONFIG.read_text("utf-8"))
    inhoud["voorregistratie"] = {"datum": "gisteren"}
    pad = tmp_path / "proef.yaml"
    pad.write_text(yaml.safe_dump(inhoud), "utf-8")
    assert "vingerafdruk" in toon_voorregistratie.main(pad, DAG, tmp_path)


def test_een_editie_die_niet_klopt_is_een_melding(tmp_path):
    pad = tmp_path / "proef.yaml"
    pad.write_text("editie: proef\n", "utf-8")
    with pytest.raises(InvoerFout):
        toon_voorregistratie.main(pad, DAG, tmp_path)
