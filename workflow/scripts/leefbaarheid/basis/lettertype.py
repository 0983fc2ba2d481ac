"""Which characters the fonts of the report can show."""

from __future__ import annotations

from functools import cache
from pathlib import Path

LETTERTYPEN = Path(__file__).resolve().parents[4] / "reports" / "fonts"


@cache
def zichtbare_tekens(map_: Path = LETTERTYPEN) -> frozenset[int]:
    """Return the characters that every font in a folder has: also in bold and in italics.

    Raises:
        FileNotFoundError: there is no font in the folder.
    """
    from fontTools.ttLib import TTFont  # a tenth of a second, only for who has a rare character

    fonts = [frozenset(TTFont(pad, lazy=True).getBestCmap()) for pad in sorted(map_.glob("*.ttf"))]
    if not fonts:
        raise FileNotFoundError(f"no .ttf in {map_}")
    return frozenset.intersection(*fonts)
