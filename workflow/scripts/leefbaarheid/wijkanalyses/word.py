"""A wijkanalyse in Word: the file taken apart with care, and the table that is its header."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any

from leefbaarheid.wijkanalyses.blokken import Blok, cellen, platte_tekst
from leefbaarheid.wijkanalyses.bron import MAX_UITGEPAKT, Bron
from leefbaarheid.wijkanalyses.kop import LIJST, VELDEN

MAX_ONDERDELEN = 2_000

OPNIEUW_OPSLAAN = "Open het bestand in Word en sla het opnieuw op als .docx."
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
        if kapot is None and "word/document.xml" in zip_.namelist():
            return zip_
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
        pass  # damaged, encrypted or packed in a way that Word does not use
    raise bron.fout(
        "dit is geen leesbaar Word-bestand: het is beschadigd, versleuteld of van een ander soort",
        remedie=OPNIEUW_OPSLAAN,
    )


def koptabel(blokken: Sequence[Blok]) -> list[list[str]] | None:
    """Return the cells of the table that a Word document opens with, None if it does not."""
    if not blokken or blokken[0]["t"] != "Table":
        return None
    rijen = [[_celtekst(cel) for cel in rij] for rij in cellen(blokken[0])]
    return [rij for rij in rijen if any(rij)]


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
