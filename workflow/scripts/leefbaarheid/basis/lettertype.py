"""Which characters a TrueType font can show, from its table `cmap`."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

LETTERTYPEN = Path(__file__).resolve().parents[4] / "reports" / "fonts"


@cache
def zichtbare_tekens(map_: Path = LETTERTYPEN) -> frozenset[int]:
    """Return the characters that every font in a folder has: also in bold and in italics.

    Raises:
        FileNotFoundError: there is no font in the folder.
    """
    fonts = [tekens_van(pad.read_bytes()) for pad in sorted(map_.glob("*.ttf"))]
    if not fonts:
        raise FileNotFoundError(f"no .ttf in {map_}")
    return frozenset.intersection(*fonts)


def tekens_van(inhoud: bytes) -> frozenset[int]:
    """Return the characters of a font file: the segments of its cmap of format 12 (OpenType)."""
    (aantal,) = struct.unpack_from(">H", inhoud, 4)
    tabellen = (struct.unpack_from(">4sIII", inhoud, 12 + 16 * n) for n in range(aantal))
    cmap = next(begin for naam, _, begin, _ in tabellen if naam == b"cmap")
    (delen,) = struct.unpack_from(">H", inhoud, cmap + 2)
    uit: set[int] = set()
    for n in range(delen):
        _, _, plek = struct.unpack_from(">HHI", inhoud, cmap + 4 + 8 * n)
        uit |= _segmenten(inhoud, cmap + plek)
    return frozenset(uit)


def _segmenten(inhoud: bytes, begin: int) -> set[int]:
    """Return the characters of one subtable; other formats than 12 repeat what that one has."""
    if struct.unpack_from(">H", inhoud, begin) != (12,):
        return set()
    (aantal,) = struct.unpack_from(">I", inhoud, begin + 12)
    grenzen = (struct.unpack_from(">III", inhoud, begin + 16 + 12 * n) for n in range(aantal))
    return {teken for van, tot, _ in grenzen for teken in range(van, tot + 1)}
