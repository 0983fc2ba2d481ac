"""Pictures to test with: kinds, colours, and what a camera or a program hides in them."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image


def beeldpunten(inhoud: bytes) -> tuple[tuple[int, int], list[Any]]:
    """Return the size of a picture and its pixels, row by row, as RGBA."""
    with Image.open(io.BytesIO(inhoud)) as beeld:
        rgba = beeld.convert("RGBA")
        ruw = rgba.tobytes()
        return rgba.size, [tuple(ruw[n : n + 4]) for n in range(0, len(ruw), 4)]


def beeld(soort: str = "PNG", mode: str = "RGB", kleur: Any = "red", **opslaan: Any) -> bytes:
    """Return a picture of 4 by 3 in one colour."""
    uit = io.BytesIO()
    Image.new(mode, (4, 3), kleur).save(uit, soort, **opslaan)
    return uit.getvalue()


def halven(soort: str = "PNG", maat: tuple[int, int] = (8, 4), **opslaan: Any) -> bytes:
    """Return a picture that is red on its left half and blue on its right half."""
    doek = Image.new("RGB", maat, "red")
    doek.paste("blue", (maat[0] // 2, 0, *maat))
    uit = io.BytesIO()
    extra = {"quality": 95, "subsampling": 0} if soort == "JPEG" else {}
    doek.save(uit, soort, **extra, **opslaan)
    return uit.getvalue()


def exif(stand: int = 1, gps: bool = False) -> Image.Exif:
    """Return the metadata of a camera: how it was held, and where."""
    gegevens = Image.Exif()
    gegevens[0x0112] = stand
    gegevens[0x010F] = "GEHEIME-CAMERA"
    if gps:
        gegevens.get_ifd(0x8825).update({1: "N", 2: (52.0, 22.0, 0.0), 3: "E", 4: (4.0, 54.0, 0.0)})
    return gegevens


def bewegend(soort: str) -> bytes:
    """Return a picture of two frames, red and blue."""
    uit = io.BytesIO()
    een, twee = (Image.new("RGB", (4, 3), kleur) for kleur in ("red", "blue"))
    een.save(uit, soort, save_all=True, append_images=[twee])
    return uit.getvalue()
