"""One run at a time per edition, with locks the operating system itself releases.

The head of a run holds `.slot`, and each of its jobs a file in `.bezig`: after a hard kill of the
head its jobs run on, and a second run must not write the same files.
"""

from __future__ import annotations

import errno
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from leefbaarheid.basis.fouten import InvoerFout

BEZET = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES}
"""What the system says when another holds the lock; some network drives say the last."""
VAN_RUN = "LEEFBAARHEID_SLOT"
"""Environment variable in which the head tells its jobs the folder and who it is."""

_SLOTEN: list[IO[str]] = []
"""Open lock files: the lock lasts as long as this process."""


class _GeenSloten(Exception):
    """This disk has no locks."""


def neem_slot(map_: str | Path) -> dict[str, str]:
    """Take the lock of an edition's results folder for the rest of this process.

    A killed run leaves no lock behind, unlike a lock file that has to be removed by hand. The file
    says who holds the lock, for the message of a second run. A file system without locks (some
    network drives) gives a warning and no lock.

    Returns:
        What the environment of the jobs of this run must hold, for `slot_van_stap`.

    Raises:
        InvoerFout: another run is making the same edition now, a job of a killed run still works on
            it, or nothing can be written here.
    """
    map_ = Path(map_)
    bestand = _open(map_ / ".slot")
    try:
        vrij = _vergrendel(bestand)
    except _GeenSloten:
        bestand.close()
        print(
            f"LET OP: de schijf van {map_} kent geen sloten. Zorg zelf dat geen andere run deze "
            "editie tegelijk maakt.",
            file=sys.stderr,
        )
        return {}
    if not vrij:
        wie = _lees(bestand)
        bestand.close()
        raise InvoerFout(
            f"deze editie wordt op dit moment al gemaakt door een andere run{wie}",
            bestand=map_,
            remedie="Wacht tot die klaar is, of stop hem en start opnieuw.",
        )
    # who we are first: a job of a killed run that starts only now sees that its run is over
    wie = f"proces {os.getpid()} op {platform.node()}"
    _schrijf(bestand, wie)
    with suppress(OSError):
        # on a network drive the jobs on other machines must see it now
        os.fsync(bestand.fileno())
    try:
        _weiger_bij_werk(map_)
    except InvoerFout:
        bestand.close()
        raise
    _SLOTEN.append(bestand)
    return {VAN_RUN: f"{map_.resolve()}\n{wie}"}


@contextmanager
def slot_van_stap(stap: str) -> Iterator[None]:
    """Hold a lock while a job of a run works; without a run (tests) do nothing.

    Raises:
        InvoerFout: the run of this job was killed, and another makes the edition now.
    """
    plek, _, _ = os.environ.get(VAN_RUN, "").partition("\n")
    if not plek:
        yield
        return
    pad = Path(plek) / ".bezig" / f"{stap}-{os.getpid()}"
    with _open(pad) as bestand:
        with suppress(_GeenSloten):
            _vergrendel(bestand)
        _schrijf(bestand, f"{stap}, proces {os.getpid()} op {platform.node()}")
        try:
            weiger_na_afbreken()
            yield
        finally:
            pad.unlink(missing_ok=True)


def weiger_na_afbreken() -> None:
    """Refuse to go on as a job of a run that was killed, once another makes the edition.

    On a cluster such a job may have waited in the queue. It must stop while Snakemake still reads
    the rules: after that, Snakemake removes the files that the job is to make, which are by now
    those of the other run.

    Raises:
        InvoerFout: the run of this job was killed, and another makes the edition now.
    """
    plek, _, run = os.environ.get(VAN_RUN, "").partition("\n")
    if plek and _lees_regel(Path(plek) / ".slot") != run:
        raise InvoerFout(
            "de run van deze stap is afgebroken en een andere maakt nu deze editie",
            remedie="Niets: deze stap stopt en de andere run maakt haar opnieuw.",
        )


def _weiger_bij_werk(map_: Path) -> None:
    """Refuse when a job of a killed run is still at work; clear away what such jobs left."""
    for pad in sorted((map_ / ".bezig").glob("*")):
        with suppress(FileNotFoundError), pad.open("r+", encoding="utf-8") as bestand:
            if not _vergrendel(bestand):
                raise InvoerFout(
                    "een stap van een eerdere, afgebroken run is nog met deze editie "
                    f"bezig{_lees(bestand)}",
                    bestand=map_,
                    remedie="Wacht tot die stap klaar is (meestal enkele seconden), of stop dat "
                    "proces, en start opnieuw.",
                )
            pad.unlink()


def _vergrendel(bestand: IO[str]) -> bool:
    """Lock an open file for this process; return False when another holds it.

    Raises:
        _GeenSloten: the disk, or the operating system, has no such locks.
    """
    try:
        import fcntl
    except ImportError:  # Windows: Snakemake itself advises WSL there
        return True
    try:
        fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fout:
        if fout.errno in BEZET:
            return False
        raise _GeenSloten from None
    return True


def _open(pad: Path) -> IO[str]:
    """Open a lock file without a change to what it says: another run may hold the lock."""
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        return pad.open("a+", encoding="utf-8")
    except OSError:
        raise InvoerFout(
            "in deze map kan niet worden geschreven",
            bestand=pad.parent,
            remedie="Zorg dat u er mag schrijven, of kies een andere map voor de resultaten met "
            "--directory <map>.",
        ) from None


def _lees(bestand: IO[str]) -> str:
    """Return " (<who>)", or "" where the holder did not say."""
    bestand.seek(0)
    wie = bestand.read().strip()
    return f" ({wie})" if wie else ""


def _lees_regel(pad: Path) -> str:
    with suppress(OSError):
        return pad.read_text("utf-8").strip()
    return ""


def _schrijf(bestand: IO[str], wie: str) -> None:
    """Say who holds the lock; on a full disk the lock does without."""
    with suppress(OSError):
        bestand.truncate(0)
        bestand.write(f"{wie}\n")
        bestand.flush()
