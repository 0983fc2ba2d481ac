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
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psutil

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

# Where a cluster has cgroups (systemd, root), those guard the memory of a job; here Slurm itself
# looks every second (OverMemoryKill). cred_expire is how long a job waits that Slurm starts again,
# and SlurmdTimeout how long a node may be silent: minutes on a real cluster.
CONF = """\
ClusterName=proef
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={poort}
SlurmUser={gebruiker}
SlurmdUser={gebruiker}
AuthType=auth/munge
AuthInfo=socket={map}/munge/munge.socket,cred_expire=5
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
JobAcctGatherFrequency=task=1
JobAcctGatherParams=OverMemoryKill
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=1,sched_min_interval=0
MinJobAge=300
KillWait=2
SlurmdTimeout=5
NodeName={host} NodeAddr=127.0.0.1 Port={poort_knoop} CPUs={kernen} RealMemory={mb} State=UNKNOWN
PartitionName=kort Nodes={host} Default=YES MaxTime=60 State=UP
"""


def ontbreekt() -> str:
    """Return why there can be no Slurm here, with what to do; "" where there can."""
    weg = [pakket for naam, pakket in PAKKETTEN.items() if not shutil.which(naam, path=PAD)]
    if weg:
        return f"geen Slurm: installeer {' '.join(weg)} (make slurm-toets doet het waar dat mag)"
    if find_spec(STEKKER) is None:
        return "de stekker van Snakemake voor Slurm ontbreekt: make slurm"
    return ""


@dataclass(frozen=True)
class Cluster:
    """A cluster that runs.

    Attributes:
        map: the folder with all of it.
        omgeving: the environment in which its commands work.
    """

    map: Path
    omgeving: dict[str, str]

    def vraag(self, *opdracht: str) -> str:
        """Run a command of Slurm; return what it says."""
        gezegd = subprocess.run(
            opdracht, env=self.omgeving, capture_output=True, text=True, check=True, timeout=WACHT
        )
        return gezegd.stdout.strip()

    def taken(self, staat: str) -> list[str]:
        """Return the jobs in a state ("running", "pending"), the oldest first."""
        return self.vraag("squeue", "-h", "-S", "i", "-t", staat, "-o", "%i").split()

    def knoop(self) -> str:
        """Return the state of the node: idle, mix, alloc, down ..."""
        return self.vraag("sinfo", "-h", "-o", "%T").rstrip("*")

    def laat_knoop_uitvallen(self) -> None:
        """Kill the node as a loss of power does: its daemon, and all that works on it."""
        daemon = psutil.Process(int((self.map / "slurmd.pid").read_text()))
        for proces in [daemon, *self._van_taken()]:
            with suppress(psutil.NoSuchProcess):
                proces.kill()

    def start_knoop(self) -> None:
        """Start the node."""
        opdracht = ["slurmd", "-f", str(self.map / "slurm.conf"), "-N", _host()]
        subprocess.run(opdracht, env=self.omgeving, check=True, timeout=WACHT)

    def _van_taken(self) -> set[psutil.Process]:
        """Return the processes of the jobs on the node, and the stewards of Slurm above them."""
        eigen = set()
        for proces in psutil.process_iter():
            with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                waarden = proces.environ()
                if "SLURM_JOB_ID" in waarden and str(self.map) in waarden.get("PATH", ""):
                    eigen |= {proces, *proces.parents()}
        return {p for p in eigen if _is_van_knoop(p)}


def _is_van_knoop(proces: psutil.Process) -> bool:
    """Whether a process belongs to a job: its own, or the slurmstepd that watches over it."""
    with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        return "SLURM_JOB_ID" in proces.environ() or proces.name().startswith("slurmstepd")
    return False


@contextmanager
def cluster(map_: Path, kernen: int = 2) -> Iterator[Cluster]:
    """Run a cluster in a folder until the end of the block.

    Raises:
        RuntimeError: it did not come up; the end of its logs is in the message.
    """
    for naam in ("munge", "staat", "spool", "bin"):
        (map_ / naam).mkdir(parents=True)
    # munged wants nobody else to write above its socket
    (map_ / "munge").chmod(0o711)
    conf = map_ / "slurm.conf"
    eigen = Cluster(map_, _omgeving(map_, conf))
    try:
        _start_munge(map_, eigen.omgeving)
        conf.write_text(_conf(map_, kernen), "utf-8")
        subprocess.run(["slurmctld", "-f", conf], env=eigen.omgeving, check=True, timeout=WACHT)
        eigen.start_knoop()
        _wacht_op_knoop(eigen)
        yield eigen
    finally:
        for pid in ("slurmd.pid", "slurmctld.pid", "munge/munged.pid"):
            with suppress(OSError, ValueError):
                os.kill(int((map_ / pid).read_text()), 15)


def _host() -> str:
    return socket.gethostname().partition(".")[0]


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
        host=_host(),
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


def _wacht_op_knoop(eigen: Cluster) -> None:
    tot = time.monotonic() + WACHT
    while time.monotonic() < tot:
        with suppress(subprocess.CalledProcessError):  # the controller does not answer yet
            if eigen.knoop() == "idle":
                return
        time.sleep(0.2)
    einde = [
        "\n".join((eigen.map / log).read_text("utf-8", "replace").splitlines()[-10:])
        for log in ("slurmctld.log", "slurmd.log")
        if (eigen.map / log).exists()
    ]
    raise RuntimeError("Slurm kwam niet op:\n" + "\n".join(einde))
