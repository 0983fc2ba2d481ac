"""What stands after `snakemake`: taken as meant, or one message before Snakemake starts."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from hulp import WORTEL
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.opdrachtregel import lees_opdracht, voorraad
from leefbaarheid.editie.schema import lees_schema

SCHEMA = lees_schema(WORTEL)
CONFIG = "config/config.yaml"


@pytest.fixture(autouse=True)
def in_het_project(monkeypatch):
    monkeypatch.chdir(WORTEL)


GOED = {
    "": "",
    "--cores": "--cores=all",
    "-c": "--cores=all",
    "--cores all": "--cores=all",
    "--cores 2": "--cores=2",
    "--cores=2": "--cores=2",
    "-c2": "--cores=2",
    "-call": "--cores=all",
    "--cores -n": "-n --cores=all",
    "--cores --dry-run lees_bronnen": "--dry-run lees_bronnen --cores=all",
    "--cores 2 lees_bronnen": "lees_bronnen --cores=2",
    "-n --cores -- lees_bronnen": "-n --cores=all -- lees_bronnen",
    f"--configfile {CONFIG} --cores": f"--cores=all --configfile {CONFIG}",
    f"--configfile={CONFIG}": f"--configfile {CONFIG}",
    "--config bronnen_map=/a -n": "-n --config bronnen_map=/a",
    "--config eindjaar=2016 --config basisjaar=2002": "--config eindjaar=2016 basisjaar=2002",
    "-C eindjaar=2016 -n": "-n --config eindjaar=2016",
    "--help": "--help",
    "--cores --version": "--cores --version",
    "--lint": "--lint",
    "-d . -n": "-d . -n",
}


@pytest.mark.parametrize("opdracht", GOED)
def test_een_opdracht_komt_aan_zoals_bedoeld(opdracht):
    assert lees_opdracht(opdracht.split(), SCHEMA) == GOED[opdracht].split()


def test_opties_in_een_blok_komen_samen_aan():
    opdracht = ["--config", "inferentie.snel=true", "--config", "inferentie={zaad: 7}"]
    optie, waarde = lees_opdracht(opdracht, SCHEMA)
    assert optie == "--config"
    assert waarde.startswith("inferentie=")
    assert json.loads(waarde.partition("=")[2]) == {"snel": True, "zaad": 7}


FOUT = {
    "--cores 0": "waarde '0': --cores vraagt een geheel getal van 1 of meer, of all",
    "--cores=0": "waarde '0'",
    "-c0": "waarde '0'",
    "--cores -3": "waarde '-3'",
    "--cores 1.5": "waarde '1.5'",
    "--cores alles": "waarde 'alles'",
    "--cores lees_bronnen": "waarde 'lees_bronnen'",
    "--configfile config/nergens.yaml": "config/nergens.yaml: dit configbestand is er niet",
    "--configfile config": "dit is een map",
    "--configfile /dev/zero": "geen gewoon bestand",
    "--configfile README.md": "geen geldige YAML|een opdracht|verwijzing|geen configuratie|teken",
    "--configfile LICENSE": "geen geldige YAML|geen configuratie|teken",
    f"--configfile {CONFIG} --configfile {CONFIG}": "--configfile staat er twee keer",
    "--config bronnen_map": "--config verwacht sleutel=waarde",
    "--config x=1": "'--config x': deze sleutel bestaat niet",
    "--config eindjaaar=2014": "Bedoelde u eindjaar",
    "--config eindjaar=2014 eindjaar=2016": "twee keer",
    "--config eindjaar=2014 --config eindjaar=2016": "twee keer",
    "--config inferentie..snel=true": "--config verwacht",
    "-d /dev/null/a": "in deze map kan niet worden geschreven",
    "--directory=/proc/1/a": "in deze map kan niet worden geschreven",
}


@pytest.mark.parametrize("opdracht", FOUT)
def test_een_opdracht_die_niet_kan_is_een_melding(opdracht):
    with pytest.raises(InvoerFout, match=FOUT[opdracht]) as fout:
        lees_opdracht(opdracht.split(), SCHEMA)
    assert "Wat te doen" in str(fout.value)


def test_buiten_het_project_zegt_de_melding_waarheen(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvoerFout, match=r"staat geen Snakefile\n.*Ga eerst naar de map"):
        lees_opdracht(["--cores"], SCHEMA)
    assert lees_opdracht(["-s", f"{WORTEL}/Snakefile"], SCHEMA) == ["-s", f"{WORTEL}/Snakefile"]


THUIS: dict[str, tuple[dict[str, str], bool]] = {
    "is geen map": ({"HOME": "/dev/null/x"}, True),
    "alleen-lezen": ({"HOME": "/proc/1"}, True),
    "zelf gekozen": ({"HOME": "/dev/null/x", "XDG_CACHE_HOME": "/elders"}, False),
}


@pytest.mark.parametrize("naam", THUIS)
def test_zonder_bruikbare_thuismap_gaat_de_voorraad_elders(naam, tmp_path):
    omgeving, elders = THUIS[naam]
    verwacht = {"XDG_CACHE_HOME": str(tmp_path)} if elders else {}
    assert voorraad(omgeving, tmp_path) == verwacht


def test_een_gewone_thuismap_blijft_in_gebruik(tmp_path):
    thuis = tmp_path / "thuis"
    thuis.mkdir()
    assert voorraad({"HOME": str(thuis)}, tmp_path) == {}
    assert os.access(Path(thuis, ".cache", "snakemake"), os.W_OK)
