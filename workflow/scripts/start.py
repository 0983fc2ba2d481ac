"""`snakemake` in the environment that make sets up: Snakemake, after checks of what was typed.

What Snakemake itself would meet before it reads the Snakefile (a config file that is not there, no
cores) becomes one message. See docs/besluiten/0070.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.opdrachtregel import lees_opdracht, voorraad
from leefbaarheid.editie.schema import lees_schema

WORTEL = Path(__file__).resolve().parents[2]


def bereid_voor(argumenten: Sequence[str]) -> list[str]:
    """Return the arguments for Snakemake; where it may keep its caches is in the environment.

    Raises:
        InvoerFout: Snakemake cannot run like this.
    """
    opdracht = lees_opdracht(argumenten, lees_schema(WORTEL))
    elders = Path(tempfile.gettempdir()) / f"kwetsbare-wijken-{os.getuid()}"
    os.environ.update(voorraad(os.environ, elders))
    return opdracht


def main(argumenten: Sequence[str]) -> None:
    """Start Snakemake with the arguments of a user."""
    try:
        opdracht = bereid_voor(argumenten)
    except InvoerFout as fout:
        sys.exit(str(fout))
    from snakemake.cli import main as snakemake  # a second; a message comes without it

    sys.argv = ["snakemake", *opdracht]
    snakemake(opdracht)


if __name__ == "__main__":
    main(sys.argv[1:])
