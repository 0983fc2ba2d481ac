"""A picture made new: what is to be seen stays, everything else is gone, the rest is refused."""

from __future__ import annotations

import io
import random
import struct
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from hulp.beelden import beeld, beeldpunten, bewegend, exif, halven
from leefbaarheid.wijkanalyses import beeldbewerking
from leefbaarheid.wijkanalyses.beeldbewerking import Bewerking, vernieuw
from leefbaarheid.wijkanalyses.weigering import Ongeschikt

ROOD, BLAUW = (255, 0, 0), (0, 0, 255)


def kleur_op(inhoud: bytes, x: float, y: float) -> tuple[int, ...]:
    """Return the RGB at a share of the width and height."""
    with Image.open(io.BytesIO(inhoud)) as open_:
        rgb = open_.convert("RGB")
        return rgb.getpixel((int(x * rgb.width), int(y * rgb.height)))


def lijkt_op(gevonden: tuple[int, ...], verwacht: tuple[int, ...], marge: int = 6) -> bool:
    return all(abs(a - b) <= marge for a, b in zip(gevonden, verwacht, strict=True))


# --- what passes --------------------------------------------------------------------------------

# kind, mode, colour as it is made, and as it must be seen
SOORTEN = {
    "png rgb": ("PNG", "RGB", (200, 30, 40), (200, 30, 40)),
    "png grijs": ("PNG", "L", 90, (90, 90, 90)),
    "png zwart-wit": ("PNG", "1", 1, (255, 255, 255)),
    "png 16 bits grijs": ("PNG", "I;16", 90 * 256, (90, 90, 90)),
    "png grijs doorzichtig": ("PNG", "LA", (90, 255), (90, 90, 90)),
    "png doorzichtig": ("PNG", "RGBA", (200, 30, 40, 255), (200, 30, 40)),
    "jpeg rgb": ("JPEG", "RGB", (200, 30, 40), (200, 30, 40)),
    "jpeg grijs": ("JPEG", "L", 90, (90, 90, 90)),
    "jpeg cmyk wit": ("JPEG", "CMYK", (0, 0, 0, 0), (255, 255, 255)),
    "jpeg cmyk zwart": ("JPEG", "CMYK", (0, 0, 0, 255), (0, 0, 0)),
    "jpeg cmyk rood": ("JPEG", "CMYK", (0, 255, 255, 0), (255, 0, 0)),
}


@pytest.mark.parametrize("geval", SOORTEN)
def test_kleuren_blijven_en_zijn_srgb(geval):
    soort, mode, kleur, verwacht = SOORTEN[geval]

    nieuw, extensie = vernieuw(beeld(soort, mode, kleur), "foto.gif")

    assert extensie == {"PNG": "png", "JPEG": "jpg"}[soort]
    assert lijkt_op(kleur_op(nieuw, 0.5, 0.5), verwacht)
    with Image.open(io.BytesIO(nieuw)) as open_:
        assert open_.mode in ("L", "RGB", "RGBA")


def test_doorzichtig_blijft_doorzichtig():
    palet = Image.new("P", (4, 3), 1)
    palet.putpalette([0, 0, 0, 200, 30, 40])
    uit = io.BytesIO()
    palet.save(uit, "PNG", transparency=1)

    assert beeldpunten(vernieuw(uit.getvalue(), "x")[0])[1][0][3] == 0
    assert beeldpunten(vernieuw(beeld("PNG", "RGBA", (9, 9, 9, 77)), "x")[0])[1][0][3] == 77


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("soort", ["PNG", "JPEG"])
def test_een_kleurprofiel_is_verrekend_en_weg(soort):
    # sRGB with red and blue exchanged: what is stored as red must be seen as blue
    verwisseld = SRGB.replace(b"rXYZ", b"xxxx").replace(b"bXYZ", b"rXYZ").replace(b"xxxx", b"bXYZ")

    nieuw, _ = vernieuw(beeld(soort, icc_profile=verwisseld), "x")

    assert lijkt_op(kleur_op(nieuw, 0.5, 0.5), BLAUW)
    assert b"iCCP" not in nieuw
    assert b"ICC_PROFILE" not in nieuw


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_een_onbruikbaar_kleurprofiel_verandert_niets(mode):
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    kleur = 90 if mode == "L" else (200, 30, 40)
    verwacht = (90, 90, 90) if mode == "L" else (200, 30, 40)
    for profiel in (SRGB, lab, b"geen profiel"):
        nieuw, _ = vernieuw(beeld("PNG", mode, kleur, icc_profile=profiel), "x")
        assert lijkt_op(kleur_op(nieuw, 0.5, 0.5), verwacht)


def test_een_foto_met_twee_opnamen_geeft_de_eerste():
    nieuw, extensie = vernieuw(bewegend("MPO"), "foto.jpg")

    assert extensie == "jpg"
    assert lijkt_op(kleur_op(nieuw, 0.5, 0.5), ROOD)
    assert b"MPF" not in nieuw


def test_een_te_grote_foto_wordt_kleiner_en_houdt_haar_vorm(monkeypatch):
    monkeypatch.setattr(beeldbewerking, "MAX_ZIJDE", 40)

    assert beeldpunten(vernieuw(halven(maat=(80, 20)), "x")[0])[0] == (40, 10)
    assert beeldpunten(vernieuw(halven(maat=(10, 400)), "x")[0])[0] == (1, 40)
    assert beeldpunten(vernieuw(halven(maat=(40, 40)), "x")[0])[0] == (40, 40)


@pytest.mark.parametrize("soort", ["PNG", "JPEG"])
def test_twee_keer_geeft_dezelfde_bytes(soort):
    assert vernieuw(halven(soort), "x") == vernieuw(halven(soort), "y")


# --- what is gone -------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ["PNG", "JPEG"])
def test_metadata_zijn_weg(soort):
    xmp = b"<x:xmpmeta>GEHEIM-XMP</x:xmpmeta>"
    extra: dict = {"exif": exif(gps=True)}
    if soort == "PNG":
        tekst = PngImagePlugin.PngInfo()
        tekst.add_text("Author", "GEHEIME-MAKER")
        tekst.add_itxt("XML:com.adobe.xmp", xmp.decode())
        extra["pnginfo"] = tekst
    else:
        extra |= {"comment": b"GEHEIM-COMMENTAAR", "xmp": xmp}
    bron = halven(soort, **extra)
    assert b"GEHEIM" in bron

    nieuw, _ = vernieuw(bron, "x")

    for spoor in (b"GEHEIM", b"Exif", b"eXIf", b"tEXt", b"iTXt", b"http", b"GPS"):
        assert spoor not in nieuw
    with Image.open(io.BytesIO(nieuw)) as open_:
        assert dict(open_.getexif()) == {}


def test_wat_achter_het_beeld_staat_is_weg():
    for soort in ("PNG", "JPEG"):
        assert b"GEHEIM" not in vernieuw(beeld(soort) + b"GEHEIM" * 9, "x")[0]


# --- turned, mirrored and cropped ---------------------------------------------------------------

# orientation of the camera: where the red half of the picture is to be seen
STANDEN = {1: "links", 2: "rechts", 3: "rechts", 4: "links"}
STANDEN |= {5: "boven", 6: "boven", 7: "onder", 8: "onder"}
PLEKKEN = {"links": (0.1, 0.5), "rechts": (0.9, 0.5), "boven": (0.5, 0.1), "onder": (0.5, 0.9)}


@pytest.mark.parametrize("soort", ["PNG", "JPEG"])
@pytest.mark.parametrize("stand", STANDEN)
def test_een_foto_staat_zoals_de_camera_werd_gehouden(stand, soort):
    bron = halven(soort, maat=(32, 16), exif=exif(stand))

    nieuw, _ = vernieuw(bron, "x")

    assert lijkt_op(kleur_op(nieuw, *PLEKKEN[STANDEN[stand]]), ROOD, 12)
    assert beeldpunten(nieuw)[0] == ((32, 16) if stand < 5 else (16, 32))


BEWERKINGEN = {
    "niets": (Bewerking(), "links", (32, 16)),
    "kwartslag": (Bewerking(draai=90), "boven", (16, 32)),
    "halve slag": (Bewerking(draai=180), "rechts", (32, 16)),
    "kwartslag terug": (Bewerking(draai=270), "onder", (16, 32)),
    "gespiegeld": (Bewerking(spiegel_h=True), "rechts", (32, 16)),
    "op zijn kop gespiegeld": (Bewerking(spiegel_v=True), "links", (32, 16)),
    "gesneden": (Bewerking((0, 0.25, 0, 0.25)), "links", (32, 8)),
    "rand erbij": (Bewerking((-0.5, 0, -0.1, 0)), "links", (32, 16)),
}


@pytest.mark.parametrize("geval", BEWERKINGEN)
def test_bewerkingen_van_word(geval):
    bewerking, rood, maat = BEWERKINGEN[geval]

    nieuw, _ = vernieuw(halven(maat=(32, 16)), "x", bewerking)

    assert beeldpunten(nieuw)[0] == maat
    assert kleur_op(nieuw, *PLEKKEN[rood]) == ROOD
    assert Bewerking.uit_tekst(bewerking.als_tekst()) == bewerking


@pytest.mark.traag
def test_wat_is_weggesneden_is_er_niet_meer():
    """200 croppings: of the blue half nothing is left when at least half is cut off the right."""
    toeval = random.Random(20170307)
    for _ in range(200):
        maat = (2 * toeval.randint(4, 40), toeval.randint(4, 40))
        rechts = toeval.uniform(0.51, 0.9)
        onder = toeval.uniform(0, 0.7)
        nieuw, _ = vernieuw(halven(maat=maat), "x", Bewerking((0, 0, rechts, onder)))
        (breed, hoog), punten = beeldpunten(nieuw)
        assert set(punten) == {(*ROOD, 255)}
        assert breed == maat[0] - round(rechts * maat[0])
        assert hoog == maat[1] - round(onder * maat[1])


def test_een_helemaal_weggesneden_beeld_wordt_geweigerd():
    with pytest.raises(Ongeschikt, match="helemaal weggesneden"):
        vernieuw(halven(), "x", Bewerking((0.6, 0, 0.6, 0)))


# --- what is refused ----------------------------------------------------------------------------


def png_van(breed: int, hoog: int) -> bytes:
    """Return a small PNG that says it is this large."""

    def blok(naam: bytes, inhoud: bytes) -> bytes:
        som = zlib.crc32(naam + inhoud)
        return struct.pack(">I", len(inhoud)) + naam + inhoud + struct.pack(">I", som)

    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + blok(b"IHDR", kop) + blok(b"IDAT", b"") + blok(b"IEND", b"")


GEWEIGERD = {
    "gif": (beeld("GIF"), "maar GIF"),
    "bewegende gif": (bewegend("GIF"), "maar GIF"),
    "bmp": (beeld("BMP"), "maar BMP"),
    "tiff": (beeld("TIFF"), "maar TIFF"),
    "tiff van een mac": (b"MM\0*\0\0\0\x08", "maar TIFF"),
    "tiff met meer bladzijden": (bewegend("TIFF"), "maar TIFF"),
    "webp": (beeld("WEBP"), "maar WebP"),
    "avif": (beeld("AVIF"), "maar AVIF"),
    "ico": (beeld("ICO"), "maar ICO"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "maar HEIC"),
    "heic, andere variant": (b"\0\0\0\x18ftypmif1\0\0\0\0heic", "maar HEIC"),
    "emf": (b"\1\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60, "maar EMF"),
    "wmf": (b"\xd7\xcd\xc6\x9a" + b"\0" * 60, "maar WMF"),
    "wmf zonder kop": (b"\1\0\x09\0\0\3" + b"\0" * 60, "maar WMF"),
    "emz": (b"\x1f\x8b\x08" + b"\0" * 60, "gecomprimeerde tekening"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "maar SVG"),
    "svg met kop": (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", "maar SVG"),
    "pdf": (b"%PDF-1.7\n", "maar PDF"),
    "eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n", "maar EPS"),
    "psd": (b"8BPS\0\1", "maar PSD"),
    "ppm": (beeld("PPM"), "geen PNG of JPEG"),
    "tekst": (b"geen beeld", "geen PNG of JPEG"),
    "leeg": (b"", "geen PNG of JPEG"),
    "bewegende png": (bewegend("PNG"), "beweegt"),
    "bom": (png_van(60_000, 60_000), "beschadigd"),
    "te veel beeldpunten": (png_van(9_000, 9_000), "te groot"),
    "geen inhoud": (png_van(4, 3), "beschadigd"),
}


@pytest.mark.parametrize("geval", GEWEIGERD)
def test_wat_niet_te_tonen_is_wordt_geweigerd(geval):
    inhoud, melding = GEWEIGERD[geval]

    with pytest.raises(Ongeschikt, match=melding) as fout:
        vernieuw(inhoud, "foto.png")

    assert fout.value.fragment == "foto.png"
    assert fout.value.remedie


def test_te_veel_bytes(monkeypatch):
    monkeypatch.setattr(beeldbewerking, "MAX_BEELD", 20)
    with pytest.raises(Ongeschikt, match="te groot"):
        vernieuw(beeld(), "foto.png")


@pytest.mark.traag
@pytest.mark.filterwarnings("ignore::UserWarning")  # of Pillow, about the metadata
@pytest.mark.parametrize("soort", ["PNG", "JPEG"])
def test_een_beschadigd_beeld_geeft_een_beeld_of_een_melding(soort):
    """300 mutations per kind: shortened, or with other bytes; never anything but Ongeschikt."""
    toeval = random.Random(soort)
    heel = halven(soort, maat=(32, 16), exif=exif(6, gps=True))
    for n in range(300):
        inhoud = bytearray(heel[: toeval.randrange(len(heel))] if n % 3 == 0 else heel)
        for _ in range(toeval.randint(0, 5)):
            if inhoud:
                inhoud[toeval.randrange(len(inhoud))] = toeval.randrange(256)
        try:
            nieuw, _ = vernieuw(bytes(inhoud), "x")
        except Ongeschikt:
            continue
        assert beeldpunten(nieuw)[1]
