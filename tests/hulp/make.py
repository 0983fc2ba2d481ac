"""Call make as from a terminal, also when the tests themselves run under make."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from hulp import WORTEL


def make(*opdracht: str, map_: Path = WORTEL) -> subprocess.CompletedProcess[str]:
    """Run make in a folder, without the settings of a make around the tests."""
    omgeving = {
        k: v
        for k, v in os.environ.items()
        if k not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "VIRTUAL_ENV")
    }
    return subprocess.run(
        ["make", *opdracht], cwd=map_, env=omgeving, capture_output=True, text=True
    )


def opdrachten(doel: str) -> list[str]:
    """Return the commands of a target that use the environment, headings left out."""
    klaar = make("--dry-run", "--assume-old=.venv/.klaar", doel)
    assert klaar.returncode == 0, klaar.stderr
    return [regel for regel in klaar.stdout.splitlines() if regel.startswith(".venv/bin/")]
