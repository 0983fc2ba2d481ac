"""The invisible marks around what a function wrote, for who traces a text back (herleiden)."""

from __future__ import annotations

import re

BEGIN, MIDDEN, EIND = "\ue000", "\ue001", "\ue002"
"""Around what a function wrote: BEGIN, number of the piece, MIDDEN, text, EIND."""
MERK = re.compile(f"{BEGIN}(\\d+){MIDDEN}|{EIND}")


def zonder_merken(gemerkt: str) -> str:
    """Return a text without its marks."""
    return MERK.sub("", gemerkt)
