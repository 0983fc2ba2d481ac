"""A wijkanalyse in Word: the file taken apart with care, and the table that is its header."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leefbaarheid.basis.begrippen import SECTIES, VRIJE_SECTIES
from leefbaarheid.basis.vergelijk import gelijknamig
from leefbaarheid.wijkanalyses.blokken import Blok, bevat, cellen, platte_tekst
from leefbaarheid.wijkanalyses.bron import MAX_UITGEPAKT, Bron
from leefbaarheid.wijkanalyses.kop import LIJST, VELDEN, veldnaam
from leefbaarheid.wijkanalyses.wordxml import OPNIEUW_OPSLAAN

MAX_ONDERDELEN = 2_000
_ANDERE_SOORTEN = (
    (b"\xd0\xcf\x11\xe0", "een oud .doc-bestand, of een bestand met een wachtwoord"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"%PDF", "een PDF"),
    (b"<!DOCTYPE html", "een bladzijde van het web"),
    (b"<html", "een bladzijde van het web"),
    (b"<?xml", "een los XML-bestand"),
    (b"version https://git-lfs", "een verwijzing van Git LFS, zonder de inhoud"),
)
"""What a file begins with, and what it is."""
_ANDERE_PAKKETTEN = (
    (b"application/vnd.oasis.opendocument", "een OpenDocument-bestand (.odt)"),
    (b"application/epub", "een e-boek"),
    (b"xl/workbook", "een Excel-bestand"),
    (b"ppt/presentation", "een PowerPoint-bestand"),
)
"""The same for a zip file, by what is in it."""
_HOOFDDEEL = re.compile(r"word/document\d*\.xml")

WORDREMEDIE = (
    "Zet bovenaan een tabel met de kolommen veld en waarde, of leg naast het Word-bestand een "
    ".yaml-bestand met dezelfde naam."
)


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
        if kapot is None and any(map(_HOOFDDEEL.fullmatch, zip_.namelist())):
            return zip_
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
        pass  # damaged, encrypted or packed in a way that Word does not use
    soort = _eigenlijk(inhoud)
    raise bron.fout(
        f"dit is geen Word-bestand maar {soort}"
        if soort
        else "dit is geen leesbaar Word-bestand: het is beschadigd of van een andere soort",
        remedie=OPNIEUW_OPSLAAN,
    )


def _eigenlijk(inhoud: bytes) -> str:
    """Return what a file with the wrong name is, "" when it cannot be told."""
    begin = inhoud[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    for kenmerk, naam in _ANDERE_SOORTEN:
        if begin.startswith(kenmerk):
            return naam
    if begin[:2] == b"PK" and b"word/document" not in inhoud:
        return next((naam for deel, naam in _ANDERE_PAKKETTEN if deel in inhoud), "")
    return ""


@dataclass
class Koptabel:
    """The header of a Word document.

    Attributes:
        rijen: its rows, each a list of cells.
        erboven: what stands above it: a title, a line of the sender.
        erna: what comes after it: the text.
    """

    rijen: list[list[str]]
    erboven: list[Blok]
    erna: list[Blok]


def koptabel(blokken: Sequence[Blok]) -> Koptabel | None:
    """Return the table that a Word document opens with, None if it does not.

    A title may stand above it. A table in the first section is not a header, unless it stands at
    the very beginning or has the name of a field in its first column.
    """
    for n, blok in enumerate(blokken):
        if blok["t"] == "Header" and platte_tekst(blok).casefold() in _VASTE_KOPPEN:
            return None
        if blok["t"] == "Table":
            alle = [[_celtekst(cel) for cel in rij] for rij in cellen(blok)]
            rijen = [rij for rij in alle if any(rij)]
            if n == 0 or any(veldnaam(rij[0]) in VELDEN for rij in rijen):
                return Koptabel(rijen, list(blokken[:n]), list(blokken[n + 1 :]))
    return None


def zonder_titel(blokken: Sequence[Blok], titel: str) -> list[Blok]:
    """Return the text without a first line that only repeats the title of the header."""
    eerste = blokken[0] if blokken else {"t": ""}
    is_regel = eerste["t"] in ("Para", "Header")
    herhaalt = is_regel and gelijknamig(platte_tekst(eerste)) == gelijknamig(titel)
    return list(blokken[1:] if herhaalt else blokken)


_VASTE_KOPPEN = {naam.casefold() for naam in (*SECTIES, *VRIJE_SECTIES)}
MAX_ERBOVEN = 40  # words: a title and a sender, no text


def tekst_erboven(bron: Bron, erboven: Sequence[Blok], titel: str) -> str:
    """Return what stands above the header and is not the title; it is not taken over, but told.

    Raises:
        InvoerFout: there is so much of it that it belongs in the text, or a picture.
    """
    remedie = "Zet het onder een van de vaste koppen, of haal het weg."
    gewoon = all(blok["t"] in ("Para", "Plain", "Header") for blok in erboven)
    if not gewoon or bevat(list(erboven), "Image"):
        raise bron.fout(
            "boven de koptabel staat een afbeelding, lijst of tabel, die niet mee kan",
            remedie=remedie,
        )
    regels = [platte_tekst(blok) for blok in erboven]
    tekst = " / ".join(r for r in regels if r and gelijknamig(r) != gelijknamig(titel))
    if len(tekst.split()) > MAX_ERBOVEN:
        raise bron.fout(
            "boven de koptabel staat tekst, die niet wordt overgenomen",
            waarde=tekst[:60],
            remedie=remedie,
        )
    return tekst


def _celtekst(blokken: Sequence[Blok]) -> str:
    """Return a cell as text: a line per paragraph, list item or hard line break."""
    regels: list[str] = []
    for blok in blokken:
        if blok["t"] in ("BulletList", "OrderedList"):
            punten = blok["c"] if blok["t"] == "BulletList" else blok["c"][1]
            regels += [platte_tekst(punt) for punt in punten]
            continue
        regel: list[Any] = []
        for inline in blok.get("c") or []:
            if isinstance(inline, dict) and inline.get("t") == "LineBreak":
                regels.append(platte_tekst(regel))
                regel = []
            else:
                regel.append(inline)
        regels.append(platte_tekst(regel))
    return "\n".join(regel for regel in regels if regel)


def kop_uit_tabel(bron: Bron, rijen: list[list[str]]) -> dict[str, Any]:
    """Return the header of a Word file: first column the key, second the value."""
    kop: dict[str, Any] = {}
    for n, rij in enumerate(rijen):
        if n == 0 and [cel.casefold() for cel in rij] == ["veld", "waarde"]:
            continue
        if len(rij) != 2:
            raise bron.fout(
                "de koptabel heeft niet precies twee kolommen",
                waarde=" | ".join(rij),
                remedie="Gebruik twee kolommen: veld en waarde.",
            )
        sleutel, waarde = rij[0].casefold(), rij[1]
        if sleutel in kop:
            raise bron.kopfout("dit veld staat er twee keer", sleutel, waarde, "Houd er een.")
        if VELDEN.get(sleutel) == LIJST:
            kop[sleutel] = [deel.strip() for deel in re.split(r"[;\n]", waarde) if deel.strip()]
        else:
            kop[sleutel] = waarde
    return kop
