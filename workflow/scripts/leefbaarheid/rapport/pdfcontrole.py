"""Is a PDF accessible? Read it back, and refuse one that does not meet every requirement."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
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
from leefbaarheid.rapport.rijkoppen import tag_rijkoppen


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
    with _geopend(pad) as pdf:
        return _controleer(Stuk(pdf), pad.name)


def rond_af(pad: Path, *, eerste_noemt: bool = False) -> Feiten:
    """Complete the tags of a PDF with row headers, check it as `controleer_pdf`, and save it.

    All in one reading: a tagged PDF is for the most part tags, and reading them takes as long as
    setting the pages. Same PDF, same bytes: the identifier in it follows from its contents.

    Args:
        pad: the PDF; when it is refused it stays as it was.
        eerste_noemt: see `tag_rijkoppen`.

    Raises:
        RenderFout: as `controleer_pdf`.
    """
    with _zonder_opruimen(), _geopend(pad) as pdf:
        stuk = Stuk(pdf)
        tag_rijkoppen(stuk.boom, eerste_noemt=eerste_noemt)
        feiten = _controleer(stuk, pad.name)
        # objects in streams: a quarter of the size, as most of a tagged PDF is tags
        pdf.save(pad, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return feiten


@contextmanager
def _zonder_opruimen() -> Iterator[None]:
    """Keep Python from looking for garbage among tens of thousands of tags that are all in use."""
    stond_aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stond_aan:
            gc.enable()


@contextmanager
def _geopend(pad: Path) -> Iterator[pikepdf.Pdf]:
    try:
        with pikepdf.open(pad, allow_overwriting_input=True) as pdf:
            yield pdf
    except pikepdf.PdfError as fout:
        raise RenderFout(f"dit is geen leesbare PDF: {fout}", bestand=pad.name) from None


def _controleer(stuk: Stuk, naam: str) -> Feiten:
    gebreken = [_melding(eis, stuk) for eis, inhoud in EISEN.items() if inhoud.mis(stuk)]
    if gebreken:
        raise RenderFout(f"de PDF is niet in orde: {'; '.join(gebreken)}", bestand=naam)
    return _feiten(stuk)


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
