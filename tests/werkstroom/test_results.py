"""Of results/ only its README is kept under version control, and that names what a run makes."""

from __future__ import annotations

import re
import subprocess

import pytest

import ruim_op
from hulp import WORTEL, mini
from leefbaarheid.basis.tabellen.alle import TABELLEN

README = WORTEL / "results" / "README.md"


def git(*opdracht: str) -> list[str]:
    klaar = subprocess.run(["git", *opdracht], cwd=WORTEL, capture_output=True, text=True)
    if klaar.returncode == 128:
        pytest.skip("geen git-map")
    return klaar.stdout.split()


def test_alleen_de_readme_staat_onder_versiebeheer():
    assert git("ls-files", "results") == ["results/README.md"]


def test_wat_een_run_maakt_kan_niet_per_ongeluk_mee():
    paden = ["results/voorbeeld/cijfers.json", "results/voorbeeld/README.md", "results/nieuw.csv"]
    assert git("check-ignore", *paden, "results/README.md") == paden


def test_de_readme_noemt_alles_wat_de_stappen_maken():
    gemaakt = {tabel.map for tabel in TABELLEN.values()}
    for bestand in sorted((WORTEL / "workflow" / "rules").glob("*.smk")):
        gemaakt |= set(re.findall(r"\{UIT\}/([\w.-]+)", bestand.read_text("utf-8")))
    assert {"tabellen", "rapport", "logs", "manifest.json"} <= gemaakt
    genoemd = set(re.findall(r"^  ([\w.-]+)/? ", README.read_text("utf-8"), flags=re.M))
    assert genoemd == gemaakt | {".slot"}


@pytest.mark.traag
def test_opruimen_laat_de_readme_staan(tmp_path):
    for naam in ("results/README.md", "results/voorbeeld/cijfers.json"):
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / naam).touch()
    ruim_op.main(WORTEL / "config" / "config.yaml", tmp_path)
    assert [pad.name for pad in (tmp_path / "results").iterdir()] == ["README.md"]


@pytest.mark.traag
def test_een_kopie_van_het_project_heeft_de_readme_en_geen_resultaten(tmp_path):
    kopie = mini.kopieer_project(tmp_path)
    assert [pad.name for pad in (kopie / "results").iterdir()] == ["README.md"]
