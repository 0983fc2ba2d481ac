"""Get the browsers for the tests of the website (`make browser`), where that can be done.

Never fails: without a browser those tests are skipped, and the end of a test run says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hulp.browser import PAKKETTEN, zoek

OMGEVING = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
WACHT = 600
"""Seconds that getting packages may take."""


def installeer(pakketten: list[str]) -> None:
    """Have apt-get install packages, one by one: what one lacks, another need not."""
    stil = {"env": OMGEVING, "capture_output": True, "timeout": WACHT, "check": False}
    try:
        subprocess.run(["apt-get", "update", "-qq"], **stil)
        for pakket in pakketten:
            opdracht = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", pakket]
            subprocess.run(opdracht, **stil)
    except subprocess.TimeoutExpired:
        pass


def main() -> None:
    """Install what is not there, as root and with apt-get; say what is there and what to do."""
    weg = [naam for naam in PAKKETTEN if not zoek(naam)]
    if weg and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Haalt op voor de toetsen van de website: {' en '.join(weg)} ...", flush=True)
        installeer([PAKKETTEN[naam] for naam in weg])
    for naam, pakket in PAKKETTEN.items():
        if pad := zoek(naam):
            print(f"{naam}: {pad}")
        else:
            print(
                f"{naam}: niet gevonden; de toetsen ermee worden overgeslagen.\n"
                f"  Wat te doen: installeer {naam} (op Debian en Ubuntu: sudo apt-get install "
                f"{pakket}), of zet LEEFBAARHEID_{naam.upper()} op het programma."
            )


if __name__ == "__main__":
    main()
