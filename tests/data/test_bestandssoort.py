"""A file that is not what its name says is named, with what to do about it."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sqlite3
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hulp.bronnen import GOED, melding, schrijf
from leefbaarheid.data.bestandssoort import herken
from leefbaarheid.data.codering import lees_tekst

CSV = ("\n".join(GOED) + "\n").encode()


def zip_met(*namen: str) -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam in namen:
            pak.writestr(naam, "x")
    return stroom.getvalue()


def database() -> bytes:
    with sqlite3.connect(":memory:") as verbinding:
        verbinding.execute("create table t (a)")
        return verbinding.serialize()


# name, content, what it is called, what to do
SOORTEN = {
    "webpagina van een fout": (
        b"<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head></html>",
        "een webpagina (HTML)",
        "open het adres in een browser",
    ),
    "webpagina na lege regels": (b"\r\n\r\n  <html lang=nl><body>Log in", "webpagina", "browser"),
    "webpagina met BOM": (b"\xef\xbb\xbf<!doctype HTML>", "webpagina", "browser"),
    "html-tabel met de naam xls": (b"<table><tr><td>wk_code", "webpagina", "browser"),
    "xml van een dienst": (b'<?xml version="1.0"?><Error/>', "XML-bestand", "in de vorm csv"),
    "rekenblad in xml": (
        b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook '
        b'xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "Excelbestand in XML",
        "CSV UTF-8",
    ),
    "verwijzing van Git LFS": (
        b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 3373920\n",
        "een verwijzing van Git LFS",
        "git lfs pull",
    ),
    "verwijzing van git-annex": (
        b"../.git/annex/objects/Gx/SHA256E-s3--4d.csv/SHA256E-s3--4d.csv\n",
        "een verwijzing van git-annex",
        "git annex get",
    ),
    "gzip": (gzip.compress(CSV), "gecomprimeerd bestand (gzip)", "Pak het bestand uit"),
    "bzip2": (bz2.compress(CSV), "gecomprimeerd bestand (bzip2)", "Pak het bestand uit"),
    "xz": (lzma.compress(CSV), "gecomprimeerd bestand (xz)", "Pak het bestand uit"),
    "zstd": (b"\x28\xb5\x2f\xfd\x04", "gecomprimeerd bestand (zstd)", "Pak het bestand uit"),
    "7z": (b"7z\xbc\xaf\x27\x1c\x00", "gecomprimeerd bestand (7z)", "Pak het bestand uit"),
    "rar": (b"Rar!\x1a\x07\x00", "gecomprimeerd bestand (rar)", "Pak het bestand uit"),
    "zip": (zip_met("scores.csv"), "een zip, geen csv", "Pak het bestand uit"),
    "lege zip": (zip_met(), "een lege zip", "Haal het bestand opnieuw op"),
    "xlsx": (
        zip_met("[Content_Types].xml", "xl/workbook.xml"),
        "Excelbestand (xlsx)",
        "sla het werkblad op als 'CSV UTF-8'",
    ),
    "docx": (zip_met("word/document.xml"), "Word-bestand (docx)", "controleer de bestandsnaam"),
    "ods": (
        b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "een rekenblad (ods)",
        "CSV UTF-8",
    ),
    "odt": (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument", "ander"),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "oud Excelbestand (xls)", "CSV UTF-8"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "een PDF", "in de vorm csv"),
    "geopackage": (database(), "GeoPackage of database (SQLite)", "bestandsnaam in de config"),
    "parquet": (b"PAR1\x15\x04", "een Parquet-bestand", "in de vorm csv"),
    "dbf": (
        b"\x03\x7e\x0b\x1a\x10\x00\x00\x00\xe1\x02\x00\x00",
        "een dBase-tabel (dbf)",
        "CSV UTF-8",
    ),
    "json-lijst": (b'[\n  {"wk_code": "WK900100"}\n]', "een JSON-bestand", "in de vorm csv"),
    "json van OData": (b'{"odata.metadata": "x", "value": []}', "een JSON-bestand", "csv"),
    "json van een fout": (b'{ "error": 404 }', "een JSON-bestand", "csv"),
    "rtf": (b"{\\rtf1\\ansi wk_code", "een opgemaakte tekst (RTF)", "csv"),
    "png": (b"\x89PNG\r\n\x1a\n", "een afbeelding (PNG)", "bestandsnaam in de config"),
    "jpeg": (b"\xff\xd8\xff\xe0", "een afbeelding (JPEG)", "bestandsnaam in de config"),
    "gif": (b"GIF89a", "een afbeelding (GIF)", "bestandsnaam in de config"),
    "snelkoppeling": (b"[InternetShortcut]\r\nURL=https://x.nl", "een snelkoppeling", "browser"),
    "conflict van git": (
        CSV.replace(GOED[3].encode(), b"<<<<<<< HEAD\n" + GOED[3].encode() + b"\n=======\nx"),
        "twee versies door elkaar",
        "Kies één van beide",
    ),
}


@pytest.mark.parametrize(("inhoud", "wat", "doen"), SOORTEN.values(), ids=list(SOORTEN))
def test_another_kind_of_file_is_called_by_its_name(tmp_path, inhoud, wat, doen):
    tekst = melding(lees_tekst, schrijf(tmp_path, inhoud))
    eerste, _, remedie = tekst.partition("Wat te doen: ")
    assert "scores.csv" in eerste
    assert wat in eerste
    assert doen in remedie


def test_a_conflict_of_git_is_told_with_its_line(tmp_path):
    inhoud = CSV.replace(GOED[3].encode(), b"<<<<<<< HEAD\n" + GOED[3].encode())
    assert "regel 4" in melding(lees_tekst, schrijf(tmp_path, inhoud))


@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf", b"\n\n", b'"'])
def test_a_csv_is_no_other_kind(begin):
    assert herken(begin + CSV) is None


@pytest.mark.traag
@given(st.text(max_size=40))
def test_a_text_that_begins_with_a_word_is_no_other_kind(naam):
    """Whatever the first column is called, the file is not taken for a zip or a page."""
    assert herken(f"kolom {naam},jaar\n1,2\n".encode()) is None
