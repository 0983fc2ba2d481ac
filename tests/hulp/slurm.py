"""A Slurm of one node on this machine: no systemd, no database, all of it in one folder.

The daemons are the real ones of Debian; ports, keys and state are their own, so that a cluster of
this machine, or a second test run, is never touched.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

PAKKETTEN = {
    "slurmctld": "slurmctld",
    "slurmd": "slurmd",
    "sbatch": "slurm-client",
    "munged": "munge",
}
"""Program -> the package of Debian and Ubuntu that has it."""
STEKKER = "snakemake_executor_plugin_slurm"
PAD = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
WACHT = 30.0
"""Seconds within which the node has to be there; it takes less than one."""
MB = 8000

CONF = """\
ClusterName=proef
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={poort}
SlurmUser={gebruiker}
SlurmdUser={gebruiker}
AuthType=auth/munge
AuthInfo=socket={map}/munge/munge.socket
CredType=cred/munge
StateSaveLocation={map}/staat
SlurmdSpoolDir={map}/spool
SlurmctldPidFile={map}/slurmctld.pid
SlurmdPidFile={map}/slurmd.pid
SlurmctldLogFile={map}/slurmctld.log
SlurmdLogFile={map}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/linux
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=1,sched_min_interval=0
MinJobAge=300
KillWait=5
NodeName={host} NodeAddr=127.0.0.1 Port={poort_knoop} CPUs={kernen} RealMemory={mb} State=UNKNOWN
PartitionName=kort Nodes={host} Default=YES MaxTime=60 State=UP
"""


def ontbreekt() -> str:
    """Return why there can be no Slurm here, with what to do; "" where there can."""
    weg = [pakket for naam, pakket in PAKKETTEN.items() if not shutil.which(naam, path=PAD)]
    if weg:
        return f"geen Slurm: installeer {' '.join(weg)} (make slurm doet het als dat mag)"
    if find_spec(STEKKER) is None:
        return "de stekker van Snakemake voor Slurm ontbreekt: make slurm"
    return ""


@contextmanager
def cluster(map_: Path, kernen: int = 2) -> Iterator[dict[str, str]]:
    """Run a cluster in a folder; gives the environment in which its commands work.

    Raises:
        RuntimeError: it did not come up; the end of its logs is in the message.
    """
    for naam in ("munge", "staat", "spool", "bin"):
        (map_ / naam).mkdir(parents=True)
    # munged wants nobody else to write above its socket
    (map_ / "munge").chmod(0o711)
    conf = map_ / "slurm.conf"
    omgeving = _omgeving(map_, conf)
    try:
        _start_munge(map_, omgeving)
        conf.write_text(_conf(map_, kernen), "utf-8")
        host = socket.gethostname().partition(".")[0]
        for opdracht in (["slurmctld", "-f", conf], ["slurmd", "-f", conf, "-N", host]):
            subprocess.run(opdracht, env=omgeving, check=True, timeout=WACHT)
        _wacht_op_knoop(map_, omgeving)
        yield omgeving
    finally:
        for pid in ("slurmd.pid", "slurmctld.pid", "munge/munged.pid"):
            with suppress(OSError, ValueError):
                os.kill(int((map_ / pid).read_text()), 15)


def _omgeving(map_: Path, conf: Path) -> dict[str, str]:
    srun = map_ / "bin" / "srun"
    # the plugin drops SLURM_CONF inside a job, so srun would look in /etc: give it back
    srun.write_text(
        f'#!/bin/sh\nSLURM_CONF={conf} exec {shutil.which("srun", path=PAD)} "$@"\n', "utf-8"
    )
    srun.chmod(0o755)
    pad = os.pathsep.join((str(srun.parent), PAD))
    kaal = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "SLURM"))}
    return {**kaal, "PATH": pad, "SLURM_CONF": str(conf)}


def _start_munge(map_: Path, omgeving: dict[str, str]) -> None:
    map_ /= "munge"
    sleutel = map_ / "munge.key"
    sleutel.write_bytes(os.urandom(1024))
    sleutel.chmod(0o400)
    plekken = {
        "key-file": sleutel,
        "socket": map_ / "munge.socket",
        "pid-file": map_ / "munged.pid",
        "log-file": map_ / "munged.log",
        "seed-file": map_ / "munged.seed",
    }
    opties = [f"--{naam}={pad}" for naam, pad in plekken.items()]
    subprocess.run(["munged", "--force", *opties], env=omgeving, check=True, timeout=WACHT)


def _conf(map_: Path, kernen: int) -> str:
    poort, poort_knoop = _vrije_poorten(2)
    return CONF.format(
        map=map_,
        host=socket.gethostname().partition(".")[0],
        gebruiker=_gebruiker(),
        poort=poort,
        poort_knoop=poort_knoop,
        kernen=kernen,
        mb=MB,
    )


def _gebruiker() -> str:
    import pwd  # not on Windows, where there is no Slurm either

    return pwd.getpwuid(os.geteuid()).pw_name


def _vrije_poorten(n: int) -> list[int]:
    deuren = [socket.socket() for _ in range(n)]
    try:
        for deur in deuren:
            deur.bind(("127.0.0.1", 0))
        return [deur.getsockname()[1] for deur in deuren]
    finally:
        for deur in deuren:
            deur.close()


def _wacht_op_knoop(map_: Path, omgeving: dict[str, str]) -> None:
    tot = time.monotonic() + WACHT
    while time.monotonic() < tot:
        gezegd = subprocess.run(
            ["sinfo", "-h", "-o", "%t"], env=omgeving, capture_output=True, text=True, check=False
        )
        if gezegd.stdout.strip() == "idle":
            return
        time.sleep(0.2)
    einde = [
        "\n".join((map_ / log).read_text("utf-8", "replace").splitlines()[-10:])
        for log in ("slurmctld.log", "slurmd.log")
        if (map_ / log).exists()
    ]
    raise RuntimeError("Slurm kwam niet op:\n" + "\n".join(einde))
