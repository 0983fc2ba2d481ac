"""Cells and columns of tables.

A row is a list of Markdown cells in the order of the table it fills; names and numbers in it are
already written as a reader sees them.
"""

from __future__ import annotations

from collections.abc import Sequence

SPATIE = "\\ "  # a space that does not break, in pandoc's Markdown
Cellen = list[str]


def venster(van: int, tot: int) -> str:
    """Return a window as "2012–2014"."""
    return f"{van}–{tot}"


def passend(breedtes: Sequence[float]) -> list[int]:
    """Return column widths as whole percentages that add up to exactly 100."""
    delen = [100 * breedte / sum(breedtes) for breedte in breedtes]
    heel = [int(deel) for deel in delen]
    rest = sorted(range(len(delen)), key=lambda i: heel[i] - delen[i])
    for i in rest[: 100 - sum(heel)]:
        heel[i] += 1
    return heel
