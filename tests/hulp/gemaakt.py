"""The tiny edition, made once for all processes that run tests."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

import pytest

from hulp import mini
from hulp.make import make
from hulp.omgeving import leen_omgeving


def gemaakte_editie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project in which the tiny edition was made with two cores.

    In a folder with a space, a quote and a bracket, with make, as a user does. The first process
    that needs it makes it, the others wait.
    """
    eigen = tmp_path_factory.getbasetemp()
    samen = eigen.parent if "PYTEST_XDIST_WORKER" in os.environ else eigen
    project, klaar = samen / "OneDrive - Gemeente X's (kopie)", samen / "gemaakt.klaar"
    with (samen / "gemaakt.lock").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)  # until the file closes
        if not klaar.exists():
            assert not project.exists(), "het maken van de kleine editie is eerder mislukt"
            leen_omgeving(mini.maak_project(project))
            run = make("rapport", f"EDITIE={mini.CONFIG}", "CORES=2", map_=project)
            assert run.returncode == 0, run.stdout + run.stderr
            shutil.rmtree(project / ".venv")
            (samen / "gemaakt.txt").write_text(run.stdout + run.stderr, "utf-8")
            klaar.touch()
    return project
