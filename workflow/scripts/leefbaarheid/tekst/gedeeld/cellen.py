"""Cells and columns of tables.

A row is a list of Markdown cells in the order of the table it fills; names and numbers in it are
already written as a reader sees them.
"""

from __future__ import annotations

SPATIE = "\\ "  # a space that does not break, in pandoc's Markdown
Cellen = list[str]


def venster(van: int, tot: int) -> str:
    """Return a window as "2012–2014"."""
    return f"{van}–{tot}"
