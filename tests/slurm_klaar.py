"""Get a Slurm of one node for its test (`make slurm-toets`), where that can be done.

Never fails: without Slurm the test is skipped, and the end of a test run says so.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from browser import installeer
from hulp.slurm import PAD, PAKKETTEN, ontbreekt


def main() -> None:
    """Install what is not there, as root and with apt-get; say whether the test can run."""
    weg = [pakket for naam, pakket in PAKKETTEN.items() if not shutil.which(naam, path=PAD)]
    if weg and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Haalt op voor de toets op Slurm: {' '.join(weg)} ...", flush=True)
        installeer(weg)
    print(ontbreekt() or "Slurm staat klaar voor zijn toets.")


if __name__ == "__main__":
    main()
