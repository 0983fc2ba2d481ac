"""Killed, full or in use: nothing half-written is ever trusted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hulp import afbreken, mini

OPDRACHT = ["-m", "snakemake", "--cores", "1", "--configfile", mini.CONFIG.as_posix()]
# runs python with a limit (bytes) on the size of the files it writes
BEGRENS = "import resource, sys, os; n = int(sys.argv[1]); resource.setrlimit("
BEGRENS += (
    "resource.RLIMIT_FSIZE, (n, n)); os.execv(sys.executable, [sys.executable, *sys.argv[2:]])"
)


def start(project: Path, *opties: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *OPDRACHT, *opties],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def wacht_op(pad: Path, proces: subprocess.Popen[str]) -> None:
    """Wait until a file is there while a run goes on."""
    einde = time.monotonic() + 120
    while not pad.exists():
        assert proces.poll() is None, proces.communicate()[0]
        assert time.monotonic() < einde, f"{pad} is er niet gekomen"
        time.sleep(0.01)


def wacht_tot(klaar: Callable[[], object]) -> None:
    """Wait until something is so."""
    einde = time.monotonic() + 120
    while not klaar():
        assert time.monotonic() < einde
        time.sleep(0.01)


def vergrendeld(bezig: Path) -> list[Path]:
    """Return the lock files of the steps that make a PDF now."""
    return [pad for pad in bezig.glob("maak_pdf-*") if pad.read_text("utf-8")]


def test_hard_afgebroken_tijdens_het_renderen_en_opnieuw(klaar_project, warm):
    uit = klaar_project / mini.UIT
    goed = mini.vingerafdrukken(uit)
    (uit / "rapport" / "hoofdrapport.pdf").unlink()
    log = uit / "logs" / "maak_pdf-hoofdrapport.log"
    log.unlink()
    proces = start(klaar_project)
    wacht_op(log, proces)
    os.killpg(proces.pid, signal.SIGKILL)
    proces.wait()
    assert not (uit / "rapport" / "hoofdrapport.pdf").exists()
    klaar = mini.snakemake(klaar_project, warm=warm)
    assert klaar.returncode == 0, klaar.stdout
    assert mini.vingerafdrukken(uit) == goed


def test_een_stap_die_na_kill_9_doorwerkt_houdt_een_tweede_run_tegen(klaar_project, warm):
    uit = klaar_project / mini.UIT
    goed = mini.vingerafdrukken(uit)
    (uit / "rapport" / "hoofdrapport.pdf").unlink()
    bezig = uit / ".bezig"
    proces = start(klaar_project)
    # with its name in it: before that the step has no lock, and makes way for a second run
    wacht_tot(lambda: vergrendeld(bezig) or proces.poll() is not None)
    (stap,) = vergrendeld(bezig)
    pid = int(stap.name.rsplit("-", 1)[1])
    try:
        os.kill(pid, signal.SIGSTOP)  # it takes its time
        proces.kill()
        proces.wait()
        tweede = mini.snakemake(klaar_project, warm=warm)
        assert tweede.returncode != 0
        assert f"bezig (maak_pdf-hoofdrapport, proces {pid} op " in tweede.stdout
        assert "Traceback" not in tweede.stdout
    finally:
        os.kill(pid, signal.SIGCONT)
    wacht_tot(lambda: not list(bezig.iterdir()))
    klaar = mini.snakemake(klaar_project, warm=warm)
    assert klaar.returncode == 0, klaar.stdout
    assert mini.vingerafdrukken(uit) == goed


def test_vijf_keer_hard_afgebroken_en_met_een_kern_toch_dezelfde_bytes(gemaakt, tmp_path):
    """The run of `gemaakt` had two cores and was not disturbed. `make afbreken` does a hundred."""
    project = mini.maak_project(tmp_path / "project")
    uit, duur = project / mini.UIT, afbreken.duren(gemaakt / mini.UIT)
    stappen = duur.keys() - {"maak_publicatie"}  # the last job may end the run before it is killed
    getrokken = {m.stap: m for m in afbreken.trek_momenten(stappen, 40, zaad=8)}
    # one of every manner first, whatever steps there are
    vooraan = {m.manier: m for m in getrokken.values()}.values()
    rest = [m for m in getrokken.values() if m not in vooraan]
    over = [replace(m, deel=m.deel / 2) for m in [*vooraan, *rest][:5]]
    assert {moment.manier for moment in over} == set(afbreken.MANIEREN)
    starts = 0
    while over:
        proces = afbreken.start(project, cores=1)
        if geraakt := afbreken.breek_af(proces, uit, over, duur):
            over.remove(geraakt)
        else:  # refused, while a job of the killed run worked on
            assert proces.wait() != 0, over
        starts += 1
        assert starts < 200
    klaar = afbreken.hervat(project, cores=1)
    assert klaar.returncode == 0, klaar.stdout
    assert mini.vingerafdrukken(uit) == mini.vingerafdrukken(gemaakt / mini.UIT)


def test_volle_schijf_tijdens_het_renderen_en_opnieuw(klaar_project, warm):
    uit = klaar_project / mini.UIT
    goed = mini.vingerafdrukken(uit)
    (uit / "rapport" / "hoofdrapport.pdf").unlink()
    # a limit on the size of a file stands in for a full disk: writing the PDF fails halfway
    klaar = subprocess.run(
        [sys.executable, "-c", BEGRENS, "60000", *OPDRACHT],
        cwd=klaar_project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert klaar.returncode != 0
    assert "de schijf is vol" in klaar.stdout
    assert "Traceback" not in klaar.stdout
    assert not (uit / "rapport" / "hoofdrapport.pdf").exists()
    klaar = mini.snakemake(klaar_project, warm=warm)
    assert klaar.returncode == 0, klaar.stdout
    assert mini.vingerafdrukken(uit) == goed


def test_twee_runs_tegelijk(klaar_project, warm):
    uit = klaar_project / mini.UIT
    (uit / "rapport" / "hoofdrapport.pdf").unlink()
    houder = "import sys; from leefbaarheid.basis.slot import neem_slot; neem_slot(sys.argv[1]); "
    houder += "print('vast', flush=True); sys.stdin.read()"
    eerste = subprocess.Popen(
        [sys.executable, "-c", houder, str(uit)],
        env={**os.environ, "PYTHONPATH": str(mini.WORTEL / "workflow" / "scripts")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert eerste.stdout.readline() == "vast\n"
        tweede = mini.snakemake(klaar_project, warm=warm)
        assert tweede.returncode != 0
        assert "wordt op dit moment al gemaakt" in tweede.stdout
        assert "Traceback" not in tweede.stdout
    finally:
        eerste.kill()
        eerste.communicate()
    # a killed holder leaves no lock behind
    klaar = mini.snakemake(klaar_project, warm=warm)
    assert klaar.returncode == 0, klaar.stdout
