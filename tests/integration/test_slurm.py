"""The tiny edition on a real Slurm, which the tests start and stop themselves."""

from __future__ import annotations

import filecmp
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from hulp import mini, slurm

pytestmark = pytest.mark.skipif(bool(slurm.ontbreekt()), reason=slurm.ontbreekt())
# look every second: jobs of this edition are short
VLUG = ["--slurm-init-seconds-before-status-checks", "1", "--seconds-between-status-checks", "1"]
ANDERS = {"logs", "benchmarks", ".slot"}
"""In the results, what tells of the run itself."""


@pytest.fixture(scope="module")
def omgeving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a cluster of one node that lives as long as the tests of this file."""
    with slurm.cluster(tmp_path_factory.mktemp("slurm") / "cluster") as omgeving:
        yield omgeving


def op_slurm(
    project: Path, omgeving: Mapping[str, str], *opties: str
) -> subprocess.CompletedProcess[str]:
    """Run snakemake as docs/cluster.md says."""
    opdracht = [sys.executable, "-m", "snakemake", "--profile", "profiles/slurm", "--jobs", "2"]
    return subprocess.run(
        [*opdracht, "--configfile", mini.CONFIG.as_posix(), *VLUG, *opties],
        cwd=project,
        env=dict(omgeving),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,
        check=False,
    )


def bestanden(uit: Path) -> set[Path]:
    """Return what a run leaves that is the same wherever it ran."""
    alle = (pad.relative_to(uit) for pad in uit.rglob("*") if pad.is_file())
    return {pad for pad in alle if pad.parts[0] not in ANDERS}


def test_op_een_cluster_komen_er_dezelfde_bytes(omgeving, gemaakt, tmp_path):
    project = mini.maak_project(tmp_path / "project")
    klaar = op_slurm(project, omgeving)
    assert klaar.returncode == 0, klaar.stdout[-3000:]
    assert "submitted with SLURM jobid" in klaar.stdout
    uit, lokaal = project / mini.UIT, gemaakt / mini.UIT
    assert bestanden(uit) == bestanden(lokaal)
    anders = [p for p in sorted(bestanden(uit)) if not filecmp.cmp(uit / p, lokaal / p, False)]
    assert anders == []
    opnieuw = op_slurm(project, omgeving)
    assert opnieuw.returncode == 0 and mini.NIETS in opnieuw.stdout
