"""Small made-up files in the form of the publishers: worksheet, StatLine, dbf, register, recipe."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

_BOEK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{}'
    "</sheets></workbook>"
)
_BLAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_VERWIJZINGEN = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
_SOORT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def schrijf_xlsx(pad: Path, *bladen: Sequence[Sequence[object]]) -> Path:
    """Write a workbook with these sheets: numbers as numbers, the rest as text, None as nothing."""
    namen = [f"blad{i}" for i in range(1, len(bladen) + 1)]
    with zipfile.ZipFile(pad, "w") as archief:
        archief.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archief.writestr(
            "_rels/.rels",
            _VERWIJZINGEN.format(
                f'<Relationship Id="r1" Type="{_SOORT}officeDocument" Target="xl/workbook.xml"/>'
            ),
        )
        archief.writestr(
            "xl/workbook.xml",
            _BOEK.format(
                "".join(
                    f'<sheet name="{naam}" sheetId="{i}" r:id="r{i}"/>'
                    for i, naam in enumerate(namen, 1)
                )
            ),
        )
        archief.writestr(
            "xl/_rels/workbook.xml.rels",
            _VERWIJZINGEN.format(
                "".join(
                    f'<Relationship Id="r{i}" Type="{_SOORT}worksheet" '
                    f'Target="worksheets/{naam}.xml"/>'
                    for i, naam in enumerate(namen, 1)
                )
            ),
        )
        for naam, rijen in zip(namen, bladen, strict=True):
            cellen = "".join(
                f'<row r="{nummer}">{"".join(map(_cel, rij))}</row>'
                for nummer, rij in enumerate(rijen, 1)
            )
            archief.writestr(
                f"xl/worksheets/{naam}.xml", f"{_BLAD}{cellen}</sheetData></worksheet>"
            )
    return pad


def _cel(waarde: object) -> str:
    if waarde is None:
        return "<c/>"
    if isinstance(waarde, (int, float)):
        return f"<c><v>{waarde}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(str(waarde))}</t></is></c>'


def schrijf_dbf(pad: Path, kop: Mapping[str, int], rijen: Sequence[Sequence[object]]) -> Path:
    """Write a dBase III table; `kop` has the width of each text column, negative for a number."""
    breedtes = [abs(breedte) for breedte in kop.values()]
    begin = struct.pack(
        "<BBBBIHH20x", 3, 117, 1, 1, len(rijen), 33 + 32 * len(kop), 1 + sum(breedtes)
    )
    velden = b"".join(
        struct.pack("<11sc4xBB14x", naam.encode(), b"C" if breedte > 0 else b"N", abs(breedte), 0)
        for naam, breedte in kop.items()
    )
    inhoud = b"".join(
        b" "
        + b"".join(
            str(cel).encode("latin-1").ljust(breedte)
            if isinstance(cel, str)
            else str(cel).rjust(breedte).encode()
            for cel, breedte in zip(rij, breedtes, strict=True)
        )
        for rij in rijen
    )
    pad.write_bytes(begin + velden + b"\r" + inhoud + b"\x1a")
    return pad


def registerbron(naam: str, bestand: str, vorm: str, **anders: Any) -> dict[str, Any]:
    """Return an entry of a register for a made-up file."""
    return {
        "titel": f"Proefbestand {naam}",
        "uitgever": "Proefbureau",
        "versie": "1",
        "peiljaar": "2017",
        "bestand": bestand,
        "sha256": "0" * 64,
        "licentie": "CC-BY-4.0",
        "citeren": "Proefbureau, proefbestand (CC BY 4.0)",
        "vorm": vorm,
        "geprobeerd": False,
    } | anders


LICENTIES = {
    "CC-BY-4.0": {"naam": "CC BY 4.0", "commercieel": True},
    "CC-BY-NC-SA-4.0": {"naam": "CC BY-NC-SA 4.0", "commercieel": False},
}
