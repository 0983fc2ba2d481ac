"""A picture made new: only what is to be seen of it, in sRGB, without anything about its maker.

A phone writes the place of the photographer into a photo, Word keeps what was cropped away, a print
shop uses CMYK: none of that may reach a page. So every picture is decoded and written again; the
bytes depend on the picture and on the edits alone.
"""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leefbaarheid.wijkanalyses.weigering import Ongeschikt

if TYPE_CHECKING:
    from PIL import Image

MAX_BEELD = 10_000_000  # bytes
MAX_BEELDPUNTEN = 50_000_000
# AANNAME: een afbeelding is in het rapport hoogstens 2400 beeldpunten breed of hoog.
#   Waarom: dat is 16 cm bij ruim 300 beeldpunten per inch, waarbij een lezer geen verschil met een
#   grotere ziet.
#   Gevolg: een grotere afbeelding wordt verkleind; een kleinere blijft zoals zij is.
#   Onderwerp: techniek.
MAX_ZIJDE = 2_400
KWALITEIT = 90  # of JPEG, where a second compression is not seen

SOORTEN = {"PNG": "png", "JPEG": "jpg", "MPO": "jpg"}
"""Pillow's name of what passes, and the extension; MPO is a JPEG of a phone with more in it."""

_ANDERE = (
    (b"GIF8", 0, "GIF"),
    (b"BM", 0, "BMP"),
    (b"II*\0", 0, "TIFF"),
    (b"MM\0*", 0, "TIFF"),
    (b"WEBP", 8, "WebP"),
    (b"ftyphei", 4, "HEIC, van een iPhone"),
    (b"ftyphev", 4, "HEIC, van een iPhone"),
    (b"ftypmif1", 4, "HEIC, van een iPhone"),
    (b"ftypavif", 4, "AVIF"),
    (b" EMF", 40, "EMF, een tekening van Windows"),
    (b"\xd7\xcd\xc6\x9a", 0, "WMF, een tekening van Windows"),
    (b"\x01\x00\x09\x00", 0, "WMF, een tekening van Windows"),
    (b"\x1f\x8b", 0, "een gecomprimeerde tekening"),
    (b"%PDF", 0, "PDF"),
    (b"%!PS", 0, "EPS"),
    (b"8BPS", 0, "PSD, van Photoshop"),
    (b"\0\0\1\0", 0, "ICO"),
)
"""What other kinds begin with, where, and their names: only to say what a file is."""


@dataclass(frozen=True)
class Bewerking:
    """What Word does to a picture before it shows it.

    Attributes:
        uitsnede: share cut off left, top, right and bottom (0 to 1).
        draai: degrees clockwise, a multiple of 90.
        spiegel_h, spiegel_v: mirrored left to right, top to bottom.
    """

    uitsnede: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    draai: int = 0
    spiegel_h: bool = False
    spiegel_v: bool = False

    def als_tekst(self) -> str:
        """Return it as text for a JSON file; "" where nothing is done."""
        if self == Bewerking():
            return ""
        return json.dumps(
            [list(self.uitsnede), self.draai, int(self.spiegel_h), int(self.spiegel_v)]
        )

    @classmethod
    def uit_tekst(cls, tekst: str) -> Bewerking:
        """Return what `als_tekst` wrote."""
        if not tekst:
            return cls()
        (links, boven, rechts, onder), draai, h, v = json.loads(tekst)
        return cls((links, boven, rechts, onder), draai, bool(h), bool(v))


def soort_van(inhoud: bytes) -> str:
    """Return the name of a kind of picture that is not read, "" when it is not recognised."""
    for begin, plek, naam in _ANDERE:
        if inhoud[plek : plek + len(begin)] == begin:
            return naam
    kop = inhoud[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "SVG" if kop.startswith((b"<svg", b"<?xml", b"<!doctype svg")) else ""


def vernieuw(inhoud: bytes, doel: str, bewerking: Bewerking | None = None) -> tuple[bytes, str]:
    """Return a picture written anew, and its extension (png or jpg) by what the file holds.

    Raises:
        Ongeschikt: another kind, damaged, too large, moving, or cropped away entirely.
    """
    from PIL import Image, UnidentifiedImageError  # 60 ms, only for who has an image

    try:
        with Image.open(io.BytesIO(inhoud), formats=["PNG", "JPEG"]) as beeld:
            _controleer_maat(beeld, len(inhoud), doel)
            soort = str(beeld.format)
            if soort == "PNG" and getattr(beeld, "n_frames", 1) > 1:
                raise Ongeschikt(
                    "een afbeelding beweegt",
                    fragment=doel,
                    remedie="Kies één beeld en sla dat op als .png of .jpg.",
                )
            beeld.load()
            return _schrijf(_bewerk(beeld, doel, bewerking or Bewerking()), soort), SOORTEN[soort]
    except UnidentifiedImageError:
        naam = soort_van(inhoud)
        raise Ongeschikt(
            "een afbeelding is geen PNG of JPEG" + (f" maar {naam}" if naam else ""),
            fragment=doel,
            remedie="Sla de afbeelding op als .png of .jpg en voeg die in.",
        ) from None
    except (Image.DecompressionBombError, OSError, SyntaxError, ValueError, MemoryError) as fout:
        raise Ongeschikt(
            "een afbeelding is beschadigd",
            fragment=doel,
            remedie="Sla de afbeelding opnieuw op.",
        ) from fout


def _controleer_maat(beeld: Image.Image, bytes_: int, doel: str) -> None:
    if beeld.width * beeld.height > MAX_BEELDPUNTEN or bytes_ > MAX_BEELD:
        raise Ongeschikt(
            "een afbeelding is te groot", fragment=doel, remedie="Verklein de afbeelding."
        )


def _bewerk(beeld: Image.Image, doel: str, bewerking: Bewerking) -> Image.Image:
    """Return what is to be seen: turned as the camera was held, cropped, in sRGB, not too large."""
    from PIL import ImageOps

    kleur = _in_srgb(_rechtop(beeld), beeld.info)
    gesneden = _snijd(kleur, doel, bewerking.uitsnede)
    if bewerking.spiegel_h:
        gesneden = ImageOps.mirror(gesneden)
    if bewerking.spiegel_v:
        gesneden = ImageOps.flip(gesneden)
    if bewerking.draai:
        gesneden = gesneden.rotate(-bewerking.draai, expand=True)
    langste = max(gesneden.size)
    if langste > MAX_ZIJDE:
        breed, hoog = (max(1, round(zijde * MAX_ZIJDE / langste)) for zijde in gesneden.size)
        gesneden = gesneden.resize((breed, hoog))
    return gesneden


def _rechtop(beeld: Image.Image) -> Image.Image:
    """Return a picture as the camera was held; metadata that cannot be read turns nothing."""
    from PIL.Image import Transpose

    try:
        stand = beeld.getexif().get(0x0112)
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, struct.error):
        stand = None
    standen = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return beeld.transpose(standen[stand]) if stand in standen else beeld


def _snijd(
    beeld: Image.Image, doel: str, uitsnede: tuple[float, float, float, float]
) -> Image.Image:
    """Cut off what Word does not show; a negative share (a white edge) cuts nothing."""
    links, boven, rechts, onder = (max(0.0, deel) for deel in uitsnede)
    vak = (
        round(links * beeld.width),
        round(boven * beeld.height),
        beeld.width - round(rechts * beeld.width),
        beeld.height - round(onder * beeld.height),
    )
    if vak[0] >= vak[2] or vak[1] >= vak[3]:
        raise Ongeschikt(
            "van een afbeelding is niets over: zij is helemaal weggesneden",
            fragment=doel,
            remedie="Haal de afbeelding weg, of herstel haar (Word: Bijsnijden).",
        )
    return beeld.crop(vak)


def _in_srgb(beeld: Image.Image, kenmerken: Mapping[Any, Any]) -> Image.Image:
    """Return a picture in L, RGB or RGBA whose colours are those of sRGB."""
    if beeld.mode.startswith("I") or beeld.mode == "F":  # 16 bits of grey; convert() would clip
        beeld = beeld.convert("I").point(lambda waarde: waarde * (1 / 256)).convert("L")
    elif beeld.mode == "1":
        beeld = beeld.convert("L")
    elif "transparency" in kenmerken or beeld.mode in ("P", "PA", "LA", "La", "RGBa"):
        beeld = beeld.convert("RGBA")
    profiel = kenmerken.get("icc_profile")
    if isinstance(profiel, bytes) and beeld.mode in ("RGB", "RGBA", "CMYK"):
        beeld = _met_profiel(beeld, profiel)
    return beeld if beeld.mode in ("L", "RGB", "RGBA") else beeld.convert("RGB")


def _met_profiel(beeld: Image.Image, profiel: bytes) -> Image.Image:
    """Return a picture in sRGB by its colour profile; one that cannot be used is left alone."""
    from PIL import Image, ImageCms

    try:
        bron = ImageCms.ImageCmsProfile(io.BytesIO(profiel))
        srgb = ImageCms.createProfile("sRGB")
        if beeld.mode == "RGBA":
            kleur = ImageCms.profileToProfile(beeld.convert("RGB"), bron, srgb, outputMode="RGB")
            if kleur is None:
                return beeld
            rood, groen, blauw = kleur.split()
            return Image.merge("RGBA", (rood, groen, blauw, beeld.getchannel("A")))
        return ImageCms.profileToProfile(beeld, bron, srgb, outputMode="RGB") or beeld
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return beeld


def _schrijf(beeld: Image.Image, soort: str) -> bytes:
    """Return the bytes of a picture, with nothing in them but the picture."""
    from PIL import Image

    kaal = Image.new(beeld.mode, beeld.size)
    kaal.paste(beeld)  # without the info of the one it came from
    uit = io.BytesIO()
    if soort == "PNG":
        kaal.save(uit, "PNG", compress_level=9)
    else:
        kaal.save(uit, "JPEG", quality=KWALITEIT, subsampling=0, optimize=True)
    return uit.getvalue()
