"""A file that is not what its name says: recognised by its first bytes, with a remedy."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from leefbaarheid.basis.fouten import InvoerFout


class Soort(NamedTuple):
    """What a file is, and how to get a csv from it."""

    wat: str
    remedie: str


_WERKBLAD = "Open het bestand in een rekenblad en sla het werkblad op als 'CSV UTF-8'."
_UITPAKKEN = "Pak het bestand uit en gebruik de csv die erin zit."
_CSV_OPHALEN = "Haal het bestand opnieuw op, in de vorm csv."
_ANDER_BESTAND = "Dit is een ander bestand: controleer de bestandsnaam in de config."
_OPNIEUW = (
    "De download is mislukt of was een webpagina: open het adres in een browser, kies het bestand "
    "zelf en zet dat op deze plaats."
)
_HTML = Soort("een webpagina (HTML), geen csv", _OPNIEUW)
_EXCEL = Soort("een Excelbestand (xlsx), geen csv", _WERKBLAD)
_OFFICE = {
    b"xl/": _EXCEL,
    b"word/": Soort("een Word-bestand (docx), geen csv", _ANDER_BESTAND),
    b"opendocument.spreadsheet": Soort("een rekenblad (ods), geen csv", _WERKBLAD),
    b"opendocument": Soort("een OpenDocument-bestand, geen csv", _ANDER_BESTAND),
}
_MAGIE = {
    b"PK\x05\x06": Soort("een lege zip, geen csv", _CSV_OPHALEN),
    b"\x1f\x8b": Soort("een gecomprimeerd bestand (gzip), geen csv", _UITPAKKEN),
    b"BZh": Soort("een gecomprimeerd bestand (bzip2), geen csv", _UITPAKKEN),
    b"\xfd7zXZ\x00": Soort("een gecomprimeerd bestand (xz), geen csv", _UITPAKKEN),
    b"\x28\xb5\x2f\xfd": Soort("een gecomprimeerd bestand (zstd), geen csv", _UITPAKKEN),
    b"7z\xbc\xaf\x27\x1c": Soort("een gecomprimeerd bestand (7z), geen csv", _UITPAKKEN),
    b"Rar!": Soort("een gecomprimeerd bestand (rar), geen csv", _UITPAKKEN),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": Soort("een oud Excelbestand (xls), geen csv", _WERKBLAD),
    b"%PDF-": Soort("een PDF, geen csv", _CSV_OPHALEN),
    b"SQLite format 3\x00": Soort("een GeoPackage of database (SQLite), geen csv", _ANDER_BESTAND),
    b"PAR1": Soort("een Parquet-bestand, geen csv", _CSV_OPHALEN),
    b"{\\rtf": Soort("een opgemaakte tekst (RTF), geen csv", _CSV_OPHALEN),
    b"\x89PNG": Soort("een afbeelding (PNG), geen csv", _ANDER_BESTAND),
    b"\xff\xd8\xff": Soort("een afbeelding (JPEG), geen csv", _ANDER_BESTAND),
    b"GIF8": Soort("een afbeelding (GIF), geen csv", _ANDER_BESTAND),
    b"version https://git-lfs": Soort(
        "een verwijzing van Git LFS; het bestand zelf is niet opgehaald",
        "Haal het op met `git lfs pull`, of download het bestand bij de bron.",
    ),
    b"[InternetShortcut]": Soort("een snelkoppeling naar een webpagina, geen csv", _OPNIEUW),
}
_TEKST = (
    (re.compile(rb"<!doctype\s+html|<html|<head|<body|<table", re.I), _HTML),
    (
        re.compile(rb"<\?mso-application|.{0,200}urn:schemas-microsoft-com:office", re.S),
        Soort("een Excelbestand in XML, geen csv", _WERKBLAD),
    ),
    (re.compile(rb"<\?xml|<[A-Za-z!]"), Soort("een XML-bestand, geen csv", _CSV_OPHALEN)),
    (
        re.compile(rb"(?:\.\./)*\.?git/annex/objects/|/annex/objects/"),
        Soort(
            "een verwijzing van git-annex; het bestand zelf is niet opgehaald",
            "Haal het op met `git annex get`, of download het bestand bij de bron.",
        ),
    ),
    (re.compile(rb"[{\[]\s*[\"{\[\]}]"), Soort("een JSON-bestand, geen csv", _CSV_OPHALEN)),
)
_DBASE = re.compile(rb"[\x03\x30\x83\xf5].[\x01-\x0c][\x01-\x1f]", re.S)
_CONFLICT = re.compile(rb"^(?:<{7}|>{7}) ", re.M)


def weiger_andere_soort(pad: Path, ruw: bytes) -> None:
    """Refuse bytes that are plainly another kind of file than a csv.

    Raises:
        InvoerFout: with what the file is and how to get the csv.
    """
    soort = herken(ruw)
    if soort is not None:
        raise InvoerFout(f"dit is {soort.wat}", bestand=pad, remedie=soort.remedie)
    if conflict := _CONFLICT.search(ruw):
        raise InvoerFout(
            "in het bestand staan twee versies door elkaar (een conflict van git)",
            bestand=pad,
            regel=ruw.count(b"\n", 0, conflict.start()) + 1,
            remedie="Kies één van beide versies en haal de regels met <<<<<<<, ======= en >>>>>>> "
            "weg.",
        )


def herken(ruw: bytes) -> Soort | None:
    """Return what kind of file the bytes are, or None when they may be a csv."""
    if ruw.startswith(b"PK\x03\x04"):
        return _in_zip(ruw)
    for begin, soort in _MAGIE.items():
        if ruw.startswith(begin):
            return soort
    begin = ruw[:2000].removeprefix(b"\xef\xbb\xbf").lstrip()
    for patroon, soort in _TEKST:
        if patroon.match(begin):
            return soort
    if _DBASE.match(ruw) and b"\x00" in ruw[:32]:
        return Soort("een dBase-tabel (dbf), geen csv", _WERKBLAD)
    return None


def _in_zip(ruw: bytes) -> Soort:
    """Tell an office file from an ordinary zip by the names of what is in it."""
    for naam, soort in _OFFICE.items():
        if naam in ruw:
            return soort
    return Soort("een zip, geen csv", _UITPAKKEN)
