"""`make nieuwe-editie`: from the files of a new release to a config that runs."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
import yaml

from hulp import WORTEL, nieuwe_uitgave
from hulp.bronnen import GOED, LBM_BASIS, melding, schrijf
from hulp.make import make
from leefbaarheid.editie.register import BESTAND, SCHEMA
from nieuwe_editie import main

VANDAAG = dt.date(2026, 1, 2)
pytestmark = pytest.mark.traag


@pytest.fixture
def project(tmp_path):
    """The config of the project and the sources of the example, in a folder of their own."""
    (tmp_path / "config" / "edities").mkdir(parents=True)
    for naam in ("config/config.yaml", "config/schema.yaml", BESTAND, SCHEMA):
        shutil.copy(WORTEL / naam, tmp_path / naam)
    return tmp_path


@pytest.fixture(scope="module")
def uitgave(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("uitgave") / "bronnen"
    nieuwe_uitgave.maak_bronnen(WORTEL / "data" / "raw" / "voorbeeld", map_, basis=4.11)
    return map_


def draai(project, bronnen=None, naar="config/edities/proef-2024.yaml"):
    van = project / "config" / "config.yaml"
    return main(van, project / naar, bronnen, VANDAAG, project)


def test_het_verslag_zegt_wat_er_gevonden_is_en_wat_er_te_beslissen_is(project, uitgave):
    verslag = draai(project, uitgave)
    assert "config/edities/proef-2024.yaml is gemaakt uit config/config.yaml." in verslag
    assert "Scores: Leefbaarometer-scores wijken 2002-2024.csv" in verslag
    assert "grenzen van 2024" in verslag and "Nieuwe meetjaren: 2024." in verslag
    assert "Nog niet in" not in verslag
    regels = (project / "config/edities/proef-2024.yaml").read_text("utf-8").splitlines()
    merken = [
        i for i, regel in enumerate(regels, start=1) if regel.lstrip().startswith("# BESLIS:")
    ]
    assert [f"  - regel {i}:" in verslag for i in merken] == [True] * len(merken)
    assert len(merken) > 5
    assert verslag.endswith("make rapport EDITIE=config/edities/proef-2024.yaml")


def test_zonder_map_wordt_gezocht_in_de_map_met_de_naam_van_de_editie(project, uitgave):
    tekst = melding(draai, project)
    assert "data/raw/proef-2024" in tekst and "geen bestand met scores van wijken" in tekst
    shutil.copytree(uitgave, project / "data" / "raw" / "proef-2024")
    (project / "data" / "raw" / "proef-2024" / nieuwe_uitgave.CODEBOEK).unlink()
    assert f"Nog niet in data/raw/proef-2024:\n  - {nieuwe_uitgave.CODEBOEK}" in draai(project)
    config = yaml.safe_load((project / "config/edities/proef-2024.yaml").read_text("utf-8"))
    assert config["bronnen_map"] == "data/raw/proef-2024"


def test_een_bestand_van_buurten_is_niet_wat_er_nodig_is(project, tmp_path):
    map_ = tmp_path / "alleen buurten"
    map_.mkdir()
    schrijf(map_, ["bu_code,x", "BU90010000,1"], "Leefbaarometer-scores buurten 2002-2024.csv")
    tekst = melding(draai, project, map_)
    assert "wel Leefbaarometer-scores buurten 2002-2024.csv" in tekst


def test_uit_twee_uitgaven_wordt_de_nieuwste_gekozen(project, uitgave, tmp_path):
    map_ = tmp_path / "twee"
    shutil.copytree(uitgave, map_)
    schrijf(map_, GOED, "Leefbaarometer-scores wijken 2002-2022.csv")
    assert "Scores: Leefbaarometer-scores wijken 2002-2024.csv" in draai(project, map_)


def test_een_andere_versie_wordt_geweigerd(project, tmp_path):
    map_ = tmp_path / "versie"
    map_.mkdir()
    regels = [f"{regel},{'4.0' if i else 'versie'}" for i, regel in enumerate(GOED)]
    schrijf(map_, regels, "Leefbaarometer-scores wijken 2002-2024.csv")
    assert "dit is niet versie 3.0" in melding(draai, project, map_)
    assert not (project / "config/edities/proef-2024.yaml").exists()


def test_een_bestand_dat_er_is_blijft_en_zijn_open_besluiten_worden_genoemd(project, uitgave):
    draai(project, uitgave)
    pad = project / "config/edities/proef-2024.yaml"
    was = pad.read_bytes()
    tekst = melding(draai, project, uitgave)
    assert "wordt niet overschreven" in tekst
    assert "Hierin is nog te beslissen:\n  - regel " in tekst
    assert pad.read_bytes() == was
    pad.write_text("editie: x\n", "utf-8")
    assert "te beslissen" not in melding(draai, project, uitgave)


def test_een_uitgave_zonder_een_jaar_van_de_studie(project, tmp_path):
    map_ = tmp_path / "jaren"
    map_.mkdir()
    afw = 4.0 - LBM_BASIS
    rij = f"WK900100,Dorp,2022,4.0,{afw}" + ",NA" * 5
    schrijf(map_, [GOED[0], rij], "Leefbaarometer-scores wijken 2022.csv")
    assert "de scores van 2002 staan niet in" in melding(draai, project, map_)


def test_met_resultaten_wordt_de_oude_editie_die_waarmee_vergeleken_wordt(project, uitgave):
    (project / "results" / "voorbeeld").mkdir(parents=True)
    (project / "results" / "voorbeeld" / "manifest.json").write_text("{}", "utf-8")
    draai(project, uitgave)
    config = yaml.safe_load((project / "config/edities/proef-2024.yaml").read_text("utf-8"))
    assert config["vorige_editie"] == "results/voorbeeld"


def test_zonder_van_of_naar_zegt_make_wat_er_moet_staan():
    klaar = make("nieuwe-editie", "--assume-old=.venv/.klaar", "VAN=config/config.yaml")
    assert klaar.returncode != 0
    assert "FOUT" in klaar.stderr and "NAAR=config/edities/<nieuw>.yaml" in klaar.stderr
