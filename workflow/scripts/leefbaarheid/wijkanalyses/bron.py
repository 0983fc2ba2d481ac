"""The file of one wijkanalyse: its bytes, its parts, its images, and errors with their place."""

from __future__ import annotations

import io
import re
import urllib.parse
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.wijkanalyses.schone_tekst import Ongeschikt

# AANNAME: een wijkanalyse is hoogstens 1 MB tekst en een Word-bestand uitgepakt hoogstens 100 MB.
MAX_TEKST = 1_000_000
MAX_UITGEPAKT = 100_000_000
MAX_ONDERDELEN = 2_000
MAX_BEELD = 10_000_000
MAX_BEELDPUNTEN = 50_000_000

OPNIEUW_OPSLAAN = "Open het bestand in Word en sla het opnieuw op als .docx."


@dataclass
class Bron:
    """The file being read: knows its lines, and makes errors that name file, section and line."""

    pad: Path
    map_: Path
    regels: list[str] = field(default_factory=list)  # of a Markdown file
    kopregels: dict[str, int] = field(default_factory=dict)  # line of each key of the header
    kopbestand: Path | None = None
    zip_: zipfile.ZipFile | None = None

    @property
    def is_word(self) -> bool:
        return self.pad.suffix.lower() == ".docx"

    def regel_van(self, zoek: str, vanaf: int = 0) -> int | None:
        """Return the line (from 1) that has `zoek`, at or after `vanaf`, else anywhere."""
        zoek = zoek.strip()
        nummers = [n for n, regel in enumerate(self.regels, 1) if zoek and zoek in regel]
        return next((n for n in nummers if n >= vanaf), nummers[0] if nummers else None)

    def kopregel(self, naam: str, keer: int = 1) -> int | None:
        """Return the line of the first, second, ... heading with this text."""
        patroon = re.compile(rf"#{{1,6}}\s+{re.escape(naam)}\s*(#+|\{{.*\}})?\s*")
        nummers = [n for n, regel in enumerate(self.regels, 1) if patroon.fullmatch(regel)]
        return nummers[keer - 1] if len(nummers) >= keer else self.regel_van(naam)

    def fout(self, wat: str, **rest: Any) -> InvoerFout:
        """Return an error in this file."""
        return InvoerFout(wat, bestand=self.pad, **rest)

    def kopfout(self, wat: str, sleutel: str, waarde: object, remedie: str) -> InvoerFout:
        """Return an error in a field of the header, wherever the header is."""
        return InvoerFout(
            wat,
            bestand=self.kopbestand or self.pad,
            regel=self.kopregels.get(sleutel),
            kolom=sleutel,
            waarde=waarde,
            remedie=remedie,
        )

    def uit(self, fout: Ongeschikt, sectie: str = "") -> InvoerFout:
        """Give an objection of schone_tekst its place."""
        vanaf = (self.kopregel(sectie) or 0) if sectie else 0
        plaats = f" (sectie '{sectie}')" if sectie else ""
        return self.fout(
            fout.wat + plaats,
            regel=self.regel_van(fout.zoek, vanaf),
            waarde=fout.fragment or None,
            remedie=fout.remedie,
        )


def controleer_binnen(bron: Bron, pad: Path) -> None:
    """Raise InvoerFout for a file that is not there, or is a link to outside the folder."""
    if not pad.is_file():
        raise InvoerFout("het bestand is er niet", bestand=pad, remedie="Controleer de naam.")
    if not pad.resolve().is_relative_to(bron.map_.resolve()):
        raise InvoerFout(
            "dit bestand wijst buiten de map met wijkanalyses",
            bestand=pad,
            remedie="Zet het bestand zelf in de map, geen verwijzing ernaar.",
        )


def lees_bytes(pad: Path, hoogstens: int) -> bytes:
    """Return the content of a file; raises InvoerFout when it is larger than `hoogstens` bytes."""
    if pad.stat().st_size > hoogstens:
        raise InvoerFout(
            f"het bestand is te groot (meer dan {hoogstens // 1000} kB)",
            bestand=pad,
            remedie="Verklein het; een wijkanalyse is een tekst van enkele bladzijden.",
        )
    return pad.read_bytes()


def lees_tekst(pad: Path, hoogstens: int) -> str:
    """Return the text of a UTF-8 file, with `\\n` line ends and without byte order mark."""
    inhoud = lees_bytes(pad, hoogstens)
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise InvoerFout(
            f"het bestand is geen UTF-8 (byte 0x{inhoud[fout.start]:02X})",
            bestand=pad,
            regel=regel,
            remedie="Sla het bestand op als UTF-8; waarschijnlijk is het nu Windows-1252.",
        ) from None
    return tekst.replace("\r\n", "\n").replace("\r", "\n")


def open_word(bron: Bron, inhoud: bytes) -> zipfile.ZipFile:
    """Return the parts of a .docx after a look at their size.

    Raises:
        InvoerFout: not a zip file, damaged, encrypted, or far larger inside than outside.
    """
    try:
        zip_ = zipfile.ZipFile(io.BytesIO(inhoud))
        delen = zip_.infolist()
        totaal = sum(deel.file_size for deel in delen)
        if len(delen) > MAX_ONDERDELEN or totaal > MAX_UITGEPAKT:
            raise bron.fout(
                "het Word-bestand is uitgepakt te groot",
                waarde=f"{len(delen)} onderdelen, {totaal // 1_000_000} MB",
                remedie="Verklein de afbeeldingen (Word: Afbeeldingen comprimeren).",
            )
        # reading checks each part: a size that is a lie shows as a wrong checksum
        kapot = zip_.testzip()
        if kapot is None and "word/document.xml" in zip_.namelist():
            return zip_
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
        pass  # damaged, encrypted or packed in a way that Word does not use
    raise bron.fout(
        "dit is geen leesbaar Word-bestand: het is beschadigd, versleuteld of van een ander soort",
        remedie=OPNIEUW_OPSLAAN,
    )


def zoek_beeld(bron: Bron, doel: str) -> tuple[bytes, str]:
    """Return the bytes of an image and where they came from.

    Raises:
        Ongeschikt: outside the folder of the wijkanalyses (or not in the Word file), or missing.
    """
    if bron.zip_ is not None:
        naam = f"word/{doel}"
        if naam not in bron.zip_.namelist():
            raise Ongeschikt(
                "een afbeelding staat niet in het Word-bestand zelf",
                fragment=doel,
                remedie="Voeg de afbeelding in (Word: Invoegen, Afbeeldingen) in plaats van ernaar "
                "te verwijzen.",
            )
        return bron.zip_.read(naam), naam
    relatief = urllib.parse.unquote(doel)
    pad = bron.pad.parent / relatief
    buiten = (
        re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", relatief)
        or relatief.startswith(("/", "\\", "~"))
        or ".." in re.split(r"[/\\]", relatief)
        or "\x00" in relatief
        or not pad.resolve().is_relative_to(bron.map_.resolve())
    )
    if buiten:
        raise Ongeschikt(
            "een afbeelding ligt buiten de map met wijkanalyses",
            fragment=doel,
            remedie="Zet de afbeelding in de map (of een map daarbinnen) en verwijs er met een "
            "relatief pad naar.",
        )
    if len(doel) > 255 or not pad.is_file():
        raise Ongeschikt(
            "een afbeelding is er niet",
            fragment=doel,
            remedie=f"Zet het bestand in de map, of herstel de naam. "
            f"{bedoelde_u(relatief, [p.name for p in pad.parent.glob('*')])}".strip(),
        )
    if pad.stat().st_size > MAX_BEELD:
        raise Ongeschikt(
            f"een afbeelding is te groot (meer dan {MAX_BEELD // 1_000_000} MB)",
            fragment=doel,
            remedie="Verklein de afbeelding.",
        )
    return pad.read_bytes(), relatief


def beeldsoort(inhoud: bytes, doel: str) -> str:
    """Return png or jpg by what the file holds.

    Raises:
        Ongeschikt: another kind, damaged, or too large.
    """
    from PIL import Image, UnidentifiedImageError

    soort = (
        "png"
        if inhoud.startswith(b"\x89PNG\r\n\x1a\n")
        else "jpg"
        if inhoud.startswith(b"\xff\xd8\xff")
        else ""
    )
    if not soort:
        raise Ongeschikt(
            "een afbeelding is geen PNG of JPEG",
            fragment=doel,
            remedie="Sla de afbeelding op als .png of .jpg.",
        )
    try:
        with Image.open(io.BytesIO(inhoud), formats=["PNG", "JPEG"]) as beeld:
            if beeld.width * beeld.height > MAX_BEELDPUNTEN or len(inhoud) > MAX_BEELD:
                raise Ongeschikt(
                    "een afbeelding is te groot",
                    fragment=doel,
                    remedie="Verklein de afbeelding.",
                )
            beeld.load()
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
    ) as fout:
        raise Ongeschikt(
            "een afbeelding is beschadigd",
            fragment=doel,
            remedie="Sla de afbeelding opnieuw op.",
        ) from fout
    return soort
