"""Is a PDF accessible? Read back what makes it so: tags, title, language, alt texts, norms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypedDict

import pikepdf

from leefbaarheid.rapport.renderfout import RenderFout

HUISLETTER = "SourceSans3"  # as embedded in the PDF
LEEG = pikepdf.Dictionary()


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
    koppen_zonder_bereik: int
    koppelingen_zonder_tekst: int
    titel_in_venster: bool
    lettertypen: list[str]


def controleer_pdf(pad: Path) -> Feiten:
    """Read back what makes a PDF accessible, and refuse one that is not.

    Raises:
        RenderFout: no PDF, no title, language not nl-NL, no tags, no PDF/A-2a or PDF/UA-1 mark, a
            figure without alternative text, a table without header cells, a header cell that does
            not say what it heads, a link without words, a window that shows the name of the file,
            or the house font absent.
    """
    try:
        with pikepdf.open(pad) as pdf:
            feiten = _lees_pdf(pdf)
    except pikepdf.PdfError as fout:
        raise RenderFout(f"dit is geen leesbare PDF: {fout}", bestand=pad.name) from None
    gebreken = [
        wat
        for wat, mis in (
            ("er is geen titel", not feiten["titel"]),
            (f"de taal is {feiten['taal'] or 'niet gezet'}, niet nl-NL", feiten["taal"] != "nl-NL"),
            ("er zijn geen tags", not feiten["getagd"]),
            ("het is geen PDF/UA-1", feiten["pdf_ua"] != "1"),
            ("het is geen PDF/A-2a", feiten["pdf_a"] != "2A"),
            ("er is een figuur zonder alternatieve tekst", feiten["figuren_zonder_alt"]),
            ("er is een tabel zonder kopregel", feiten["tabellen_zonder_kop"]),
            ("er is een kopcel zonder bereik", feiten["koppen_zonder_bereik"]),
            ("er is een koppeling zonder tekst", feiten["koppelingen_zonder_tekst"]),
            ("het venster toont de titel niet", not feiten["titel_in_venster"]),
            (
                "het huislettertype Source Sans 3 ontbreekt",
                not any(HUISLETTER in naam for naam in feiten["lettertypen"]),
            ),
        )
        if mis
    ]
    if gebreken:
        raise RenderFout(f"de PDF is niet in orde: {'; '.join(gebreken)}", bestand=pad.name)
    return feiten


def _lees_pdf(pdf: pikepdf.Pdf) -> Feiten:
    wortel = pdf.Root
    xmp = pdf.open_metadata()  # not as a context: that would write it back
    titel = str(xmp.get("dc:title") or "")
    ua = str(xmp.get("pdfuaid:part") or "")
    pdfa = f"{xmp.get('pdfaid:part') or ''}{xmp.get('pdfaid:conformance') or ''}"
    boom = wortel.get("/StructTreeRoot")
    elementen = list(_elementen(boom)) if boom is not None else []
    figuren = [e for e in elementen if e.soort == "/Figure"]
    met_kop = {e.tabel for e in elementen if e.soort == "/TH"}
    tabellen = [e.tabel for e in elementen if e.soort == "/Table"]
    return {
        "paginas": len(pdf.pages),
        "titel": titel,
        "taal": str(wortel.get("/Lang", "")),
        "getagd": bool(wortel.get("/MarkInfo", LEEG).get("/Marked", False)) and boom is not None,
        "pdf_ua": ua,
        "pdf_a": pdfa.upper(),
        "figuren": len(figuren),
        "figuren_zonder_alt": sum(not e.alt for e in figuren),
        "tabellen": len(tabellen),
        "tabellen_zonder_kop": sum(tabel not in met_kop for tabel in tabellen),
        "koppen_zonder_bereik": sum(e.soort == "/TH" and not e.bereik for e in elementen),
        "koppelingen_zonder_tekst": _koppelingen_zonder_tekst(pdf),
        "titel_in_venster": bool(
            wortel.get("/ViewerPreferences", LEEG).get("/DisplayDocTitle", False)
        ),
        "lettertypen": _lettertypen(pdf),
    }


class _Element(NamedTuple):
    """A structure element: tag, alternative text, number of its table, what a header cell heads."""

    soort: str
    alt: str
    tabel: int | None
    bereik: str


def _elementen(boom: pikepdf.Object) -> Iterator[_Element]:
    """Yield the structure elements of the tag tree; a table is in itself."""
    aantal = 0
    stapel: list[tuple[pikepdf.Object, int | None]] = [(boom, None)]
    while stapel:
        element, tabel = stapel.pop()
        soort = str(element.get("/S", ""))
        if soort == "/Table":
            tabel, aantal = aantal, aantal + 1
        bereik = _bereik(element) if soort == "/TH" else ""
        yield _Element(soort, str(element.get("/Alt", "")).strip(), tabel, bereik)
        kinderen = element.get("/K")
        if isinstance(kinderen, pikepdf.Dictionary):
            stapel.append((kinderen, tabel))
        elif isinstance(kinderen, pikepdf.Array):
            stapel += [(kind, tabel) for kind in kinderen if isinstance(kind, pikepdf.Dictionary)]


def _bereik(element: pikepdf.Object) -> str:
    """Return what a header cell heads ("/Column", "/Row", "/Both"), or ""."""
    kenmerken = element.get("/A", LEEG)
    lijst = [kenmerken] if isinstance(kenmerken, pikepdf.Dictionary) else list(kenmerken)
    return next((str(deel.Scope) for deel in lijst if "/Scope" in deel), "")


def _koppelingen_zonder_tekst(pdf: pikepdf.Pdf) -> int:
    """Count the links that do not say in words where they lead (PDF/UA-1, 7.18.5)."""
    noten = (noot for pagina in pdf.pages for noot in pagina.obj.get("/Annots", []))
    links = (noot for noot in noten if noot.get("/Subtype") == "/Link")
    return sum(not str(link.get("/Contents", "")).strip() for link in links)


def _lettertypen(pdf: pikepdf.Pdf) -> list[str]:
    """Return the names of the embedded fonts, without the prefix of a subset."""
    namen = set()
    for pagina in pdf.pages:
        for letter in pagina.obj.get("/Resources", LEEG).get("/Font", LEEG).values():
            namen.add(str(letter.get("/BaseFont", "")).lstrip("/").split("+")[-1])
    return sorted(namen)
