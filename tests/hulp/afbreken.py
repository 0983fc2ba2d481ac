"""Kill a run at a moment of its own progress, and start it again as a user would."""

from __future__ import annotations

import csv
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from hulp import mini

MANIEREN = ("alles", "hoofd", "stap")
"""What is killed: the whole run, its head process only, or the job that runs."""
STAP = 0.005  # seconds between two looks
GEDULD = 900  # seconds for a run on a busy machine
BEZET = ("wordt op dit moment al gemaakt", "is nog met deze editie")
"""What a second run says while a job of the killed one works on."""


@dataclass(frozen=True)
class Moment:
    """When and how a run is killed.

    Attributes:
        stap: the job, by the name of its log, e.g. "maak_pdf-hoofdrapport".
        deel: how far in that job, as part of the time it took before.
        manier: one of `MANIEREN`.
    """

    stap: str
    deel: float
    manier: str


def duren(uit: Path) -> dict[str, float]:
    """Return the seconds that each job of a finished run took, in the order in which they ended."""
    tijden = {}
    for pad in sorted((uit / "benchmarks").glob("*.tsv"), key=lambda pad: pad.stat().st_mtime_ns):
        with pad.open(encoding="utf-8", newline="") as bestand:
            tijden[pad.stem] = float(next(csv.DictReader(bestand, delimiter="\t"))["s"])
    return tijden


def trek_momenten(stappen: Iterable[str], aantal: int, zaad: int) -> list[Moment]:
    """Return random moments; the same for the same seed."""
    toeval = random.Random(zaad)
    namen = sorted(stappen)
    return [
        Moment(toeval.choice(namen), toeval.random(), toeval.choice(MANIEREN))
        for _ in range(aantal)
    ]


def start(project: Path, cores: int) -> subprocess.Popen[str]:
    """Start a run of the tiny edition in a process group of its own."""
    opdracht = ["-m", "snakemake", "--cores", str(cores), "--configfile", mini.CONFIG.as_posix()]
    return subprocess.Popen(
        [sys.executable, *opdracht],
        cwd=project,
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTEST")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def breek_af(
    proces: subprocess.Popen[str], uit: Path, momenten: Iterable[Moment], duur: Mapping[str, float]
) -> Moment | None:
    """Kill a run at the first of some moments that comes; return it, or None if the run was over.

    A job has begun when its log is written anew. One that ends sooner than it did before is not
    waited for, or the job of a next moment would run unharmed.
    """
    logs = {moment: uit / "logs" / f"{moment.stap}.log" for moment in momenten}
    klaar = {moment: uit / "benchmarks" / f"{moment.stap}.tsv" for moment in logs}
    begin = {moment: _tijd(pad) for moment, pad in logs.items()}
    af = {moment: _tijd(pad) for moment, pad in klaar.items()}
    bereikt = None
    while bereikt is None and proces.poll() is None:
        bereikt = next((m for m, pad in logs.items() if _tijd(pad) != begin[m]), None)
        time.sleep(STAP)
    if bereikt is None:
        return None
    einde = time.monotonic() + bereikt.deel * duur[bereikt.stap]
    while time.monotonic() < einde and proces.poll() is None:
        if _tijd(klaar[bereikt]) not in (None, af[bereikt]):
            break
        time.sleep(STAP)
    return bereikt if _dood(proces, bereikt.manier) else None


def _tijd(pad: Path) -> int | None:
    try:
        return pad.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def _dood(proces: subprocess.Popen[str], manier: str) -> bool:
    """Kill (a part of) a run; return whether there was something left to kill."""
    try:
        if proces.poll() is not None:
            return False
        if manier == "alles":
            os.killpg(proces.pid, signal.SIGKILL)
        elif manier == "hoofd":
            proces.kill()
        elif not _dood_stap(proces):
            return False
    except (ProcessLookupError, psutil.NoSuchProcess):
        return False
    proces.wait(GEDULD)  # a head whose job was killed says so and stops
    return True


def _dood_stap(proces: subprocess.Popen[str]) -> bool:
    """Kill the job that runs; between two jobs, the next. Return whether there was one."""
    geraakt = False
    while not geraakt and proces.poll() is None:
        for stap in psutil.Process(proces.pid).children(recursive=True):
            with suppress(psutil.NoSuchProcess):  # it ended in the meantime
                if stap.status() != psutil.STATUS_ZOMBIE:
                    stap.kill()
                    geraakt = True
        time.sleep(STAP)
    return geraakt


def hervat(project: Path, cores: int) -> subprocess.CompletedProcess[str]:
    """Start the run again until it is accepted: what a killed head left running ends first."""
    einde = time.monotonic() + GEDULD
    while True:
        klaar = mini.snakemake(project, cores=cores)
        bezet = any(woorden in " ".join(klaar.stdout.split()) for woorden in BEZET)
        if not bezet or time.monotonic() > einde:
            return klaar
        time.sleep(0.2)


def zet_terug(goed: Path, uit: Path, stap: str, duur: Mapping[str, float]) -> None:
    """Make `uit` what it was when a job began: without that job's files and all later ones.

    Args:
        goed: the results of a whole run on one core, with the times of its files.
        uit: the folder of results.
        stap: the job.
        duur: from `duren`.
    """
    einde = (goed / "benchmarks" / f"{stap}.tsv").stat().st_mtime_ns
    begin = einde - round((duur[stap] + 0.5) * 1e9)
    later = {pad for pad in goed.rglob("*") if pad.is_file() and pad.stat().st_mtime_ns >= begin}
    # a folder that a job makes is there as a whole, or not
    mappen = {pad.parent for pad in goed.rglob(".snakemake_timestamp")}
    half = {map_ for map_ in mappen if any(pad.is_relative_to(map_) for pad in later)}
    if uit.exists():
        shutil.rmtree(uit)
    for pad in sorted(goed.rglob("*")):
        if pad.is_file() and pad not in later and not half.intersection(pad.parents):
            (uit / pad.relative_to(goed)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(pad, uit / pad.relative_to(goed))
