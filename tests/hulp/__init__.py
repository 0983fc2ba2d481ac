"""Helpers of the tests."""

from __future__ import annotations

import re
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
SCRIPTS = WORTEL / "workflow" / "scripts"
PAKKET = SCRIPTS / "leefbaarheid"

CAUSAAL = re.compile(
    r"veroorza|leidt tot|leidde tot|leidden tot|dankzij|door de crisis|als gevolg van|zorgde voor"
    r"|zorgden voor|\beffect (?:van|op)\b",
    re.I,
)
"""Words that claim a cause; the report speaks of association only."""
