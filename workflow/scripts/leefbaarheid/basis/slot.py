"""One run at a time per edition, with a lock the operating system itself releases."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from leefbaarheid.basis.fouten import InvoerFout

_SLOTEN: list[IO[str]] = []
"""Open lock files: the lock lasts as long as this process."""


def neem_slot(map_: str | Path) -> None:
    """Take the lock of an edition's results folder for the rest of this process.

    A killed run leaves no lock behind, unlike a lock file that has to be removed by hand.

    Raises:
        InvoerFout: another run is making the same edition now.
    """
    try:
        import fcntl
    except ImportError:  # Windows: Snakemake itself advises WSL there
        return
    map_ = Path(map_)
    map_.mkdir(parents=True, exist_ok=True)
    bestand = (map_ / ".slot").open("w")
    try:
        fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        bestand.close()
        raise InvoerFout(
            "deze editie wordt op dit moment al gemaakt door een andere run",
            bestand=map_,
            remedie="Wacht tot die klaar is, of stop hem en start opnieuw.",
        ) from None
    _SLOTEN.append(bestand)
