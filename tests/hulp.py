"""Helpers of the tests."""

from __future__ import annotations

import ast
import re
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
SCRIPTS = WORTEL / "workflow" / "scripts"
PAKKET = SCRIPTS / "leefbaarheid"

CAUSAAL = re.compile(
    r"veroorza|leidt tot|leidde tot|leidden tot|dankzij|door de crisis|als gevolg van|zorgde voor"
    r"|zorgden voor|\beffect (?:van|op)\b",
    re.I,
)
"""Words that claim a cause; the report speaks of association only."""


def _directe_modules(bestand: Path) -> set[str]:
    """Return the library modules a file imports anywhere, also inside functions."""
    gevonden = set()
    for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.ImportFrom) and knoop.module:
            delen = knoop.module.split(".")
            if delen[0] == "leefbaarheid":
                gevonden |= {delen[1]} if len(delen) > 1 else {alias.name for alias in knoop.names}
        elif isinstance(knoop, ast.Import):
            namen = (alias.name.split(".") for alias in knoop.names)
            gevonden |= {delen[1] for delen in namen if delen[0] == "leefbaarheid"}
    return gevonden


def gebruikte_modules(script: Path) -> list[str]:
    """Return every library module a script needs, through other modules too, sorted."""
    klaar: set[str] = set()
    open_ = _directe_modules(script)
    while open_:
        module = open_.pop()
        klaar.add(module)
        open_ |= _directe_modules(PAKKET / f"{module}.py") - klaar
    return sorted(klaar)
