"""Is a PDF accessible? Read it back, and refuse one that does not meet every requirement."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pikepdf

from leefbaarheid.rapport.pdfeisen import (
    EISEN,
    Stuk,
    bereik,
    koppelingen_zonder_tekst,
    lettertypen,
    pdf_a,
    tabellen_zonder_kop,
    zonder_alt,
)
from leefbaarheid.rapport.renderfout import RenderFout


class Feiten(TypedDict):
    """What a PDF says of itself: pdf_ua "1", pdf_a "2A"; lettertypen as embedded."""

    paginas: int
    titel: str
    taal: str
    getagd: bool
    pdf_ua: str
    pdf_a: str
    figuren: int
    figuren_zonder_alt: int
    tabellen: int
    tabellen_zonder_kop: int
    rijkoppen: int
    koppen_zonder_bereik: int
    koppelingen_zonder_tekst: int
    titel_in_venster: bool
    lettertypen: list[str]


def controleer_pdf(pad: Path) -> Feiten:
    """Read back what makes a PDF accessible, and refuse one that is not.

    Raises:
        RenderFout: no PDF, or one that does not meet the requirements of `pdfeisen.EISEN`; the
            message names all that it does not meet.
    """
    try:
        with pikepdf.open(pad) as pdf:
            stuk = Stuk(pdf)
            gebreken = [_melding(naam, stuk) for naam, eis in EISEN.items() if eis.mis(stuk)]
            feiten = _feiten(stuk)
    except pikepdf.PdfError as fout:
        raise RenderFout(f"dit is geen leesbare PDF: {fout}", bestand=pad.name) from None
    if gebreken:
        raise RenderFout(f"de PDF is niet in orde: {'; '.join(gebreken)}", bestand=pad.name)
    return feiten


def _melding(naam: str, stuk: Stuk) -> str:
    """Return what is wrong; of the language also which it is."""
    melding = EISEN[naam].melding
    if naam != "taal":
        return melding
    taal = str(stuk.wortel.get("/Lang", "")) or "niet gezet"
    return melding.replace("de taal is", f"de taal is {taal},")


def _feiten(stuk: Stuk) -> Feiten:
    koppen = [bereik(cel) for cel in stuk.soort("TH")]
    figuren = list(stuk.soort("Figure"))
    return {
        "paginas": len(stuk.pdf.pages),
        "titel": stuk.xmp.get("dc:title", ""),
        "taal": str(stuk.wortel.get("/Lang", "")),
        "getagd": not EISEN["tags"].mis(stuk),
        "pdf_ua": stuk.xmp.get("pdfuaid:part", ""),
        "pdf_a": pdf_a(stuk),
        "figuren": len(figuren),
        "figuren_zonder_alt": sum(map(zonder_alt, figuren)),
        "tabellen": sum(1 for _ in stuk.soort("Table")),
        "tabellen_zonder_kop": tabellen_zonder_kop(stuk),
        "rijkoppen": koppen.count("/Row"),
        "koppen_zonder_bereik": koppen.count(""),
        "koppelingen_zonder_tekst": koppelingen_zonder_tekst(stuk),
        "titel_in_venster": not EISEN["titel_in_venster"].mis(stuk),
        "lettertypen": lettertypen(stuk),
    }
