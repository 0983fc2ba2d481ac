"""The tiny edition on a real Slurm, which the tests start and stop themselves.

The first test makes the edition; the others take away a document or a table and make it again.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
import yaml

from hulp import afbreken, mini, slurm
from hulp.omgeving import leen_omgeving

pytestmark = pytest.mark.skipif(bool(slurm.ontbreekt()), reason=slurm.ontbreekt())
SNAKEMAKE = Path(slurm.__file__).with_name("vlugge_slurm.py")
GEDULD = 240
"""Seconds for what takes ten on a quiet machine."""
STAP, FIGUREN = "teken_robuustheid", mini.UIT / "figuren" / "robuustheid"
"""A step that takes a few seconds, and what it makes; nothing else has to be made for it."""
ANDER_STAP, ANDER_FIGUREN = "teken_figuren", mini.UIT / "figuren" / "hoofdrapport"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[slurm.Cluster]:
    """A cluster of one node that lives as long as the tests of this file."""
    with slurm.cluster(tmp_path_factory.mktemp("slurm") / "cluster") as cluster:
        yield cluster


@pytest.fixture(scope="module")
def op_cluster(
    cluster: slurm.Cluster, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A project with the tiny edition made on the cluster, and that run.

    In a folder as those of `gemaakt`, with its environment.
    """
    map_ = tmp_path_factory.mktemp("slurm") / "OneDrive - Gemeente X's (kopie)"
    project = mini.maak_project(map_)
    leen_omgeving(project)
    return project, draai(project, cluster)


@pytest.fixture
def project(op_cluster: tuple[Path, subprocess.CompletedProcess[str]]) -> Path:
    """The project with the tiny edition; tests leave it finished."""
    project, run = op_cluster
    if run.returncode:
        pytest.fail("de editie is niet op het cluster gemaakt; zie de eerste toets")
    return project


def start(
    project: Path, cluster: slurm.Cluster, *opties: str, config: Path = mini.CONFIG
) -> subprocess.Popen[str]:
    """Start snakemake as docs/cluster.md says."""
    opdracht = [project / ".venv" / "bin" / "python", SNAKEMAKE, "--profile", "profiles/slurm"]
    return subprocess.Popen(
        [*opdracht, "--configfile", config.as_posix(), *opties],
        cwd=project,
        env=cluster.omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def einde(proces: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """Wait until a run is over; return its exit code and what it said."""
    tekst, _ = proces.communicate(timeout=GEDULD)
    return subprocess.CompletedProcess(proces.args, proces.returncode, stdout=tekst)


def draai(project: Path, cluster: slurm.Cluster, *opties: str) -> subprocess.CompletedProcess[str]:
    """Run snakemake as docs/cluster.md says."""
    return einde(start(project, cluster, *opties))


def draai_tot_het_mag(
    project: Path, cluster: slurm.Cluster, *opties: str
) -> subprocess.CompletedProcess[str]:
    """Run snakemake again and again while a task of a killed run still works."""
    tot = time.monotonic() + GEDULD
    while True:
        klaar = draai(project, cluster, *opties)
        tekst = " ".join(klaar.stdout.split())
        if not any(woorden in tekst for woorden in afbreken.BEZET) or time.monotonic() > tot:
            return klaar
        time.sleep(0.5)


def inhoud(project: Path) -> dict[str, str]:
    """Return what each file of the edition holds, but for what a run leaves when it is killed."""
    alle = mini.vingerafdrukken(project / mini.UIT)
    return {naam: som for naam, som in alle.items() if not naam.startswith(".bezig/")}


def wacht_tot(klaar: Callable[[], object], proces: subprocess.Popen[str] | None = None) -> None:
    """Wait until something is so, while a run goes on."""
    tot = time.monotonic() + GEDULD / 2
    while not klaar():
        assert proces is None or proces.poll() is None, proces.communicate()[0]
        assert time.monotonic() < tot
        time.sleep(0.1)


def bezig(project: Path, *stappen: str) -> bool:
    """Whether one of some steps works now; the file of a step that was killed says nothing."""
    sloten = (pad for s in stappen for pad in (project / mini.UIT / ".bezig").glob(f"{s}-*"))
    return any(psutil.pid_exists(int(pad.name.rsplit("-", 1)[1])) for pad in sloten)


@pytest.fixture
def goed(project: Path) -> Iterator[dict[str, str]]:
    """What the project holds; after the test it holds the same, byte for byte."""
    goed = inhoud(project)
    shutil.rmtree(project / FIGUREN)
    yield goed
    assert inhoud(project) == goed


def test_op_een_cluster_komen_er_dezelfde_bytes(op_cluster, gemaakt):
    project, run = op_cluster
    assert run.returncode == 0, run.stdout[-3000:]
    assert "submitted with SLURM jobid" in run.stdout
    assert inhoud(project) == inhoud(gemaakt)
    assert mini.NIETS in mini.snakemake(project).stdout


def test_een_afgebroken_taak_wordt_gemeld_en_een_volgende_run_maakt_haar(project, cluster, goed):
    run = start(project, cluster, "--retries", "0", "--", FIGUREN.as_posix())
    wacht_tot(lambda: bezig(project, STAP), run)
    (taak,) = cluster.taken("running")
    cluster.vraag("scancel", taak)
    klaar = einde(run)
    assert klaar.returncode != 0
    assert f"SLURM-job '{taak}' failed, SLURM status is: 'CANCELLED'" in klaar.stdout
    assert not (project / FIGUREN).exists()
    klaar = draai(project, cluster, "--", FIGUREN.as_posix())
    assert klaar.returncode == 0, klaar.stdout


def test_een_knoop_die_uitvalt_en_terugkomt_houdt_de_run_alleen_op(project, cluster, goed):
    run = start(project, cluster, "--", FIGUREN.as_posix())
    wacht_tot(lambda: bezig(project, STAP), run)
    cluster.laat_knoop_uitvallen()
    wacht_tot(lambda: cluster.knoop() == "down", run)
    cluster.start_knoop()
    klaar = einde(run)
    assert klaar.returncode == 0, klaar.stdout


def test_na_een_afgebroken_run_maakt_de_volgende_alles_en_een_oude_taak_niets(
    project, cluster, goed
):
    shutil.rmtree(project / ANDER_FIGUREN)
    # two of the two cores, so that one of the tasks waits for the other
    groot = ["--set-resources", f"{ANDER_STAP}:cpus_per_task=2"]
    doelen = ["--", FIGUREN.as_posix(), ANDER_FIGUREN.as_posix()]
    run = start(project, cluster, *groot, *doelen)
    wacht_tot(lambda: bezig(project, STAP, ANDER_STAP), run)
    wacht_tot(lambda: cluster.taken("pending"), run)
    (oud,) = cluster.taken("pending")
    cluster.vraag("scontrol", "hold", oud)
    run.kill()
    run.communicate()
    klaar = draai_tot_het_mag(project, cluster, *doelen)
    assert klaar.returncode == 0, klaar.stdout
    # the old task gets its turn when another run has already made what it was to make; that run
    # took away the folder of the logs, without which Slurm would not start it
    logs = project / ".snakemake" / "slurm_logs"
    for stap in (STAP, ANDER_STAP):
        (logs / f"rule_{stap}").mkdir(parents=True, exist_ok=True)
    cluster.vraag("scontrol", "release", oud)
    wacht_tot(lambda: oud not in cluster.taken("pending,running,completing"))
    assert cluster.vraag("squeue", "-h", "-t", "all", "-j", oud, "-o", "%T") == "FAILED"
    (log,) = logs.rglob(f"{oud}.log")
    assert "een andere maakt nu deze editie" in log.read_text("utf-8")


def test_een_taak_boven_haar_geheugen_mislukt_met_een_melding(project, cluster, goed):
    krap = [f"{STAP}:mem_mb=100"]
    klaar = draai(
        project, cluster, "--retries", "0", "--set-resources", *krap, "--", FIGUREN.as_posix()
    )
    assert klaar.returncode != 0
    assert "exceeded memory limit" in klaar.stdout
    # a second try asks for more, as every rule does
    ruimer = [f"{STAP}:mem_mb=100*12**(attempt-1)"]
    klaar = draai(project, cluster, "--set-resources", *ruimer, "--", FIGUREN.as_posix())
    assert "exceeded memory limit" in klaar.stdout
    assert klaar.returncode == 0, klaar.stdout


def test_twee_edities_tegelijk_in_een_project(project, cluster, goed):
    config = mini.lees_config(project)
    tweede = mini.CONFIG.with_name("tweede.yaml")
    (project / tweede).write_text(
        yaml.safe_dump(config | {"editie": "tweede"}, allow_unicode=True, sort_keys=False), "utf-8"
    )
    panel = Path("data/panel.csv")
    runs = [
        start(project, cluster, "--", FIGUREN.as_posix()),
        start(project, cluster, "--", f"results/tweede/{panel}", config=tweede),
    ]
    wacht_tot(lambda: len(cluster.taken("running")) == 2)
    for klaar in map(einde, runs):
        assert klaar.returncode == 0, klaar.stdout
    ander = (project / "results" / "tweede" / panel).read_bytes()
    assert ander == (project / mini.UIT / panel).read_bytes()
