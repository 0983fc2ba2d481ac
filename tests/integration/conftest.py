"""The tiny edition, made once for all tests; each file of tests works on a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hulp import mini
from hulp.gemaakt import gemaakte_editie
from hulp.warm import WarmeSnakemake


@pytest.fixture(scope="session")
def warm() -> Iterator[WarmeSnakemake]:
    """A Snakemake that is already started, for the many short calls."""
    snakemake = WarmeSnakemake()
    yield snakemake
    snakemake.stop()


@pytest.fixture(scope="session")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in which the tiny edition was made; look, do not touch."""
    return gemaakte_editie(tmp_path_factory)


@pytest.fixture(scope="module")
def klaar_project(gemaakt: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished project of this file of tests, which leave it finished."""
    return Path(shutil.copytree(gemaakt, tmp_path_factory.mktemp("klaar") / "project"))


@pytest.fixture(scope="module")
def kaal_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone with the tiny edition, nothing made yet. Tests restore what they change."""
    return mini.maak_project(tmp_path_factory.mktemp("kaal"))


@pytest.fixture
def herstel(kaal_project: Path) -> Iterator[Path]:
    """Give the bare project; put its data and config back and its results away after the test."""
    yield from _met_herstel(kaal_project, [mini.MINI, mini.CONFIG.parent])
    shutil.rmtree(kaal_project / mini.UIT, ignore_errors=True)


@pytest.fixture
def herstel_klaar(klaar_project: Path) -> Iterator[Path]:
    """Give the finished project; put everything but its results back after the test."""
    mappen = [Path(naam) for naam in ("config", "reports", "workflow")]
    project = (klaar_project / "pyproject.toml").read_bytes()
    yield from _met_herstel(klaar_project, [mini.MINI, *mappen])
    (klaar_project / "pyproject.toml").write_bytes(project)


def _met_herstel(project: Path, mappen: list[Path]) -> Iterator[Path]:
    bewaard = project.with_name(f"{project.name}-bewaard")
    for map_ in mappen:
        shutil.copytree(project / map_, bewaard / map_)
    yield project
    for map_ in mappen:
        shutil.rmtree(project / map_)
        shutil.copytree(bewaard / map_, project / map_)
    shutil.rmtree(bewaard)
