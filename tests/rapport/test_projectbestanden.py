"""The manifest knows every file that can change a page, and the commit of the project."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from leefbaarheid.rapport import projectbestanden as module
from leefbaarheid.rapport.projectbestanden import lees_commit, projectbestanden

WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path):
    wortel = tmp_path / "project"
    for naam in (
        *("Snakefile", "requirements.lock", "workflow/rules/a.smk", "workflow/scripts/b.py"),
        *("reports/fonts/c.ttf", "config/d.yaml", "config/edities/e.yaml"),
        *("README.md", "tests/test_e.py"),
    ):
        (wortel / naam).parent.mkdir(parents=True, exist_ok=True)
        (wortel / naam).write_text(naam)
    return wortel


def git(wortel, *opdracht):
    naam = ("-c", "user.name=Proef", "-c", "user.email=proef@example.org")
    opdracht = ("git", "-C", str(wortel), *naam, *opdracht)
    uit = subprocess.run(opdracht, check=True, capture_output=True, encoding="utf-8")
    return uit.stdout.strip()


@pytest.fixture
def vastgelegd(project):
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "begin")
    return project


def namen(wortel):
    return [pad.relative_to(wortel).as_posix() for pad in projectbestanden(wortel)]


def test_alles_wat_een_bladzijde_kan_veranderen_en_niets_anders(project):
    for naam in ("workflow/scripts/__pycache__/b.pyc", "reports/.DS_Store", "config/d.yaml~"):
        (project / naam).parent.mkdir(exist_ok=True)
        (project / naam).write_text("rommel")
    assert namen(project) == [
        *("Snakefile", "config/d.yaml", "reports/fonts/c.ttf", "requirements.lock"),
        *("workflow/rules/a.smk", "workflow/scripts/b.py"),
    ]


def test_het_project_zelf_is_compleet():
    eigen = set(namen(WORTEL))
    for patroon in (
        *("workflow/scripts/**/*.py", "workflow/rules/*.smk", "reports/**/*.j2"),
        *("reports/fonts/*", "reports/_extensions/*/*"),
        *("config/*schema.yaml", "config/bronnen.yaml"),
        *("Snakefile", "Makefile", "requirements.lock", "pyproject.toml", "environment.yml"),
    ):
        gevonden = {pad.relative_to(WORTEL).as_posix() for pad in WORTEL.glob(patroon)}
        assert gevonden, patroon
        assert gevonden <= eigen, patroon


@pytest.mark.traag
def test_een_schone_werkmap_is_haar_commit(vastgelegd):
    hash_ = git(vastgelegd, "rev-parse", "HEAD")
    assert lees_commit(vastgelegd) == {"hash": hash_, "afwijkend": []}


@pytest.mark.traag
def test_wat_afwijkt_staat_er_met_naam_maar_niet_wat_er_niet_toe_doet(vastgelegd):
    (vastgelegd / "Snakefile").write_text("anders")
    (vastgelegd / "workflow/rules/a.smk").unlink()
    (vastgelegd / "workflow/scripts/é nieuw.py").write_text("nieuw")
    for naam in ("README.md", "config/edities/e.yaml"):
        (vastgelegd / naam).write_text("anders")
    assert lees_commit(vastgelegd)["afwijkend"] == [
        *("Snakefile", "workflow/rules/a.smk", "workflow/scripts/é nieuw.py"),
    ]


@pytest.mark.traag
def test_zonder_git_zonder_commit_of_in_een_ander_project_is_er_geen_commit(
    project, vastgelegd, tmp_path, monkeypatch
):
    binnen = vastgelegd / "kopie"
    binnen.mkdir()
    assert lees_commit(binnen) is None
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    git(leeg, "init", "-q")
    assert lees_commit(leeg) is None
    monkeypatch.setattr(module.shutil, "which", lambda naam: None)
    assert lees_commit(vastgelegd) is None
