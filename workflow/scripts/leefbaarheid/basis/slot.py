"""One run at a time per edition, with a lock the operating system itself releases."""

from __future__ import annotations

import os
import platform
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from leefbaarheid.basis.fouten import InvoerFout

_SLOTEN: list[IO[str]] = []
"""Open lock files: the lock lasts as long as this process."""


def neem_slot(map_: str | Path) -> None:
    """Take the lock of an edition's results folder for the rest of this process.

    A killed run leaves no lock behind, unlike a lock file that has to be removed by hand. The file
    says who holds the lock, for the message of a second run. A file system without locks (some
    network drives) gives a warning and no lock.

    Raises:
        InvoerFout: another run is making the same edition now, or nothing can be written here.
    """
    try:
        import fcntl
    except ImportError:  # Windows: Snakemake itself advises WSL there
        return
    map_ = Path(map_)
    bestand = _open(map_)
    try:
        fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # some network drives say the latter
        wie = _lees(bestand)
        bestand.close()
        raise InvoerFout(
            f"deze editie wordt op dit moment al gemaakt door een andere run{wie}",
            bestand=map_,
            remedie="Wacht tot die klaar is, of stop hem en start opnieuw.",
        ) from None
    except OSError:
        bestand.close()
        print(
            f"LET OP: de schijf van {map_} kent geen sloten. Zorg zelf dat geen andere run deze "
            "editie tegelijk maakt.",
            file=sys.stderr,
        )
        return
    _SLOTEN.append(bestand)
    _schrijf(bestand)


def _open(map_: Path) -> IO[str]:
    """Open the lock file without a change to what it says: another run may hold the lock."""
    try:
        map_.mkdir(parents=True, exist_ok=True)
        return (map_ / ".slot").open("a+", encoding="utf-8")
    except OSError:
        raise InvoerFout(
            "in deze map kan niet worden geschreven",
            bestand=map_,
            remedie="Zorg dat u er mag schrijven, of werk in een kopie van het project.",
        ) from None


def _lees(bestand: IO[str]) -> str:
    """Return " (<who>)", or "" where the holder did not say."""
    bestand.seek(0)
    wie = bestand.read().strip()
    return f" ({wie})" if wie else ""


def _schrijf(bestand: IO[str]) -> None:
    """Say who holds the lock; on a full disk the lock does without."""
    with suppress(OSError):
        bestand.truncate(0)
        bestand.write(f"proces {os.getpid()} op {platform.node()}\n")
        bestand.flush()
