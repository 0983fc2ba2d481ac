"""What every rule script shares: its log file, and a Dutch message instead of a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from leefbaarheid.fouten import InvoerFout


@contextmanager
def taak(snakemake: Any) -> Iterator[None]:
    """Send stdout and stderr to the rule's log; an InvoerFout ends as one message, exit code 1.

    The profile sets `show-failed-logs`, so the message in the log is what the user sees.
    """
    with Path(snakemake.log[0]).open("w", encoding="utf-8", buffering=1) as log:
        sys.stdout = sys.stderr = log
        try:
            yield
        except InvoerFout as fout:
            print(fout, file=log)
            log.flush()
            sys.exit(1)
        except OSError as fout:
            if fout.errno not in (28, 122):  # ENOSPC, EDQUOT: the user's disk, not our bug
                raise
            print(
                InvoerFout(
                    "de schijf is vol; er is niets half weggeschreven",
                    bestand=fout.filename,
                    remedie="Maak ruimte vrij en start opnieuw; wat klaar is blijft staan.",
                ),
                file=log,
            )
            log.flush()
            sys.exit(1)
        finally:
            sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
