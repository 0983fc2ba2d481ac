"""Snakemake that has done its imports: a call is a fork of it, which saves a second of start-up.

A call runs what `python -m snakemake` runs, in a process of its own. Whole runs in the tests start
Snakemake as a user does; this is for the many short calls (dry runs, bad input).
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

IMPORTS = ("snakemake.cli", "snakemake.report", "smart_open", "yte", "jsonschema", "pandas")
"""What every call imports."""


class WarmeSnakemake:
    """A process that waits with Snakemake imported; close it with `stop`."""

    def __init__(self) -> None:
        omgeving = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
        self._proces = subprocess.Popen(
            [sys.executable, Path(__file__).resolve()],
            env=omgeving | {"OPENBLAS_NUM_THREADS": "1"},  # a fork keeps no threads
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def draai(self, map_: Path, opdracht: list[str]) -> subprocess.CompletedProcess[str]:
        """Run snakemake with arguments in a folder; stdout and stderr come as one text."""
        invoer, antwoord = self._proces.stdin, self._proces.stdout
        assert invoer and antwoord
        with tempfile.NamedTemporaryFile("r", encoding="utf-8") as uitvoer:
            vraag = {"map": str(map_), "opdracht": opdracht, "uitvoer": uitvoer.name}
            print(json.dumps(vraag), file=invoer, flush=True)
            code = int(antwoord.readline())
            return subprocess.CompletedProcess(opdracht, code, stdout=uitvoer.read())

    def stop(self) -> None:
        """End the process."""
        self._proces.communicate()


def _draai(vraag: dict[str, Any]) -> int:
    """Run one call in this process, which is the fork; return its exit code."""
    from snakemake.cli import main

    os.chdir(vraag["map"])
    uit = os.open(vraag["uitvoer"], os.O_WRONLY | os.O_APPEND)
    niets = os.open(os.devnull, os.O_RDONLY)
    for van, naar in ((niets, 0), (uit, 1), (uit, 2)):
        os.dup2(van, naar)
    sys.argv = ["snakemake", *vraag["opdracht"]]
    try:
        main(vraag["opdracht"])
    except SystemExit as einde:
        return int(einde.code or 0)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def _wacht() -> None:
    """Answer calls from stdin with an exit code on stdout until stdin ends."""
    for naam in IMPORTS:
        importlib.import_module(naam)
    for regel in sys.stdin:
        if (kind := os.fork()) == 0:
            code = _draai(json.loads(regel))
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
        _, status = os.waitpid(kind, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    _wacht()
