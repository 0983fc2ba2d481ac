"""A project with the tiny edition, made once per worker."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hulp import mini


@pytest.fixture(scope="session")
def kaal_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone with the tiny edition, nothing made yet. Tests restore what they change."""
    return mini.maak_project(tmp_path_factory.mktemp("kaal"))


@pytest.fixture(scope="session")
def klaar_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which the tiny edition has been made with two cores."""
    project = mini.maak_project(tmp_path_factory.mktemp("klaar"))
    klaar = mini.snakemake(project)
    assert klaar.returncode == 0, klaar.stdout
    return project


@pytest.fixture
def herstel(kaal_project: Path):
    """Give the bare project and put its data, config and results back after the test."""
    bewaar = kaal_project.with_name(f"{kaal_project.name}-bewaard")
    paden = [mini.MINI, mini.CONFIG]
    for pad in paden:
        bron, kopie = kaal_project / pad, bewaar / pad
        kopie.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if bron.is_dir() else shutil.copy2)(bron, kopie)
    yield kaal_project
    shutil.rmtree(kaal_project / mini.MINI)
    shutil.copytree(bewaar / mini.MINI, kaal_project / mini.MINI)
    shutil.copy2(bewaar / mini.CONFIG, kaal_project / mini.CONFIG)
    shutil.rmtree(kaal_project / mini.UIT, ignore_errors=True)
    shutil.rmtree(bewaar)
