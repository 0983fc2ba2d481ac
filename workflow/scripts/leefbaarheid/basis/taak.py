"""What every rule script shares: its log, its words, and a message instead of a traceback."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import Gebied, gebied_van, over
from leefbaarheid.basis.slot import slot_van_stap

SCHIJF_VOL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""What the system says when there is no room: the user's disk, not our bug."""


@contextmanager
def taak(snakemake: Any) -> Iterator[None]:
    """Send stdout and stderr to the rule's log; an InvoerFout ends as one message, exit code 1.

    The parameter `gebied` of the rule says what the areas of the edition are (`basis.gebied`).
    The profile sets `show-failed-logs`, so the message in the log is what the user sees.
    """
    with Path(snakemake.log[0]).open("w", encoding="utf-8", buffering=1) as log:
        eerder = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = log
        try:
            with slot_van_stap(Path(snakemake.log[0]).stem), over(_gebied(snakemake)):
                yield
        except InvoerFout as fout:
            print(fout, file=log)
            sys.exit(1)
        except OSError as fout:
            if fout.errno not in SCHIJF_VOL:
                raise
            melding = InvoerFout(
                "de schijf is vol of de ruimte is begrensd; er is niets half weggeschreven",
                bestand=fout.filename,
                remedie="Maak ruimte vrij en start opnieuw; wat klaar is blijft staan.",
            )
            print(melding, file=log)
            sys.exit(1)
        finally:
            sys.stdout, sys.stderr = eerder


def _gebied(snakemake: Any) -> Gebied:
    return gebied_van(snakemake.params.get("gebied"))
