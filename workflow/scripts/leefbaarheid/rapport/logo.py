"""The logo of a publisher: a file from outside, so nothing in it may run, load or point away.

It is refused rather than mended, except that it is drawn once by itself first: what Typst cannot
draw, or not in time, is a message before a document is made.
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.rapport.pandoc_typst import PDF_NORMEN

# AANNAME: een logo is hoogstens 1 MB, en een PNG hoogstens 4000 beeldpunten breed of hoog.
#   Waarom: meer ziet een lezer niet op 5 centimeter, en het bestand gaat mee in elke PDF.
#   Gevolg: een groter logo wordt geweigerd; geen cijfer verandert.
#   Onderwerp: techniek.
MAX_BYTES = 1_000_000
MAX_ZIJDE = 4_000
MAX_DIEPTE = 60
TEKENTIJD = 30
"""Seconds that drawing it may take; an ordinary logo takes less than one."""
PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "http://www.w3.org/2000/svg"
_BEWERKERS = (
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns",
    "http://creativecommons.org/ns",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/",
)
"""Name spaces of what drawing programs note about their own work; nothing draws it."""
_ELEMENTEN = {
    *("svg", "g", "defs", "title", "desc", "metadata", "style", "use", "symbol"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    *("linearGradient", "radialGradient", "stop", "clipPath", "mask"),
}
_LETTERS = {"text", "tspan", "textPath"}
_BEELDEN = {"image", "feImage"}
_OPSLAAN = "Sla het logo opnieuw op als gewone SVG, of als PNG."
_ZICHZELF = "Laat het logo alleen naar zichzelf verwijzen, of neem een PNG."
_BUITEN = "een stijl in dit logo verwijst naar iets buiten het bestand", _ZICHZELF
_VERWIJZING = re.compile(r"url\(\s*(?!['\"]?#)", re.IGNORECASE)


def controleer_logo(pad: Path, lettertypen: Path) -> bytes:
    """Return a logo that can do no harm and that can be drawn.

    Args:
        pad: the file; its suffix says what it should be.
        lettertypen: folder with the fonts of the house style.

    Raises:
        InvoerFout: too large, another kind than its name says, not harmless, or not to be drawn.
    """
    inhoud = pad.read_bytes()
    if len(inhoud) > MAX_BYTES:
        raise _fout(pad, "dit logo is te groot (meer dan 1 MB)", "Verklein of vereenvoudig het.")
    soort = soort_van(inhoud)
    if f".{soort}" != pad.suffix.lower():
        is_ = f"is {soort.upper()}" if soort else "is geen SVG of PNG"
        raise _fout(
            pad, f"dit logo heet {pad.suffix} maar {is_}", "Sla het logo op als SVG of als PNG."
        )
    (_controleer_png if soort == "png" else _controleer_svg)(pad, inhoud)
    _teken(pad, inhoud, lettertypen)
    return inhoud


def soort_van(inhoud: bytes) -> str:
    """Return svg or png by what a file holds; "" for anything else."""
    if inhoud.startswith(PNG):
        return "png"
    begin = inhoud[:4_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return "svg" if begin.startswith(b"<") and re.search(rb"<(?:\w+:)?svg\b", inhoud) else ""


def _fout(pad: Path, wat: str, remedie: str, regel: int | None = None) -> InvoerFout:
    return InvoerFout(wat, bestand=pad, regel=regel, remedie=remedie)


def _controleer_png(pad: Path, inhoud: bytes) -> None:
    if inhoud[12:16] != b"IHDR" or len(inhoud) < 24:
        raise _fout(pad, "dit logo is beschadigd", "Sla het logo opnieuw op.")
    breed, hoog = struct.unpack(">II", inhoud[16:24])
    if not 0 < max(breed, hoog) <= MAX_ZIJDE:
        raise _fout(
            pad,
            f"dit logo is te groot: {breed} bij {hoog} beeldpunten",
            f"Verklein het tot hoogstens {MAX_ZIJDE} beeldpunten breed en hoog.",
        )


def _controleer_svg(pad: Path, inhoud: bytes) -> None:
    """Read an SVG once, and refuse at the first thing that a drawing has no need of."""
    lezer = expat.ParserCreate(namespace_separator=" ")
    open_: list[str] = []

    def weiger(wat: str, remedie: str = _OPSLAAN) -> None:
        raise _fout(pad, wat, remedie, lezer.CurrentLineNumber)

    def begin(naam: str, velden: Mapping[str, str]) -> None:
        ruimte, _, element = naam.rpartition(" ")
        if open_ and open_[-1] == "style":  # its text would be in two parts
            weiger("in een stijl van dit logo staat een element")
        open_.append(element if ruimte == _SVG else "")
        if len(open_) > MAX_DIEPTE:
            weiger("dit logo is te diep genest")
        if bezwaar := _bezwaar_element(ruimte, element):
            weiger(*bezwaar)
        if open_[0] != "svg":
            weiger("dit logo begint niet met een svg-element van SVG")
        for veld, waarde in velden.items():
            van, _, kort = veld.rpartition(" ")
            # what a drawing program notes about itself (a licence, a font) is never followed
            tekent = ruimte == _SVG or kort.lower().startswith("on")
            eigen = van.startswith(_BEWERKERS) or not tekent
            if not eigen and (bezwaar := _bezwaar_veld(kort, waarde)):
                weiger(*bezwaar)

    def tekst(deel: str) -> None:
        stijl.append(deel if open_ and open_[-1] == "style" else "")

    def einde(naam: str) -> None:
        # expat hands out a text in pieces: only the whole of it can be judged
        if open_.pop() == "style" and (bezwaar := _bezwaar_stijl("".join(stijl))):
            weiger(*bezwaar)
        stijl.clear()

    stijl: list[str] = []
    lezer.StartElementHandler, lezer.EndElementHandler = begin, einde
    lezer.CharacterDataHandler = tekst
    lezer.StartDoctypeDeclHandler = lambda *_: weiger(
        "in dit logo staat een DOCTYPE, en die kan er van alles bij halen"
    )
    lezer.ProcessingInstructionHandler = lambda doel, _: weiger(
        f"in dit logo staat een opdracht voor een ander programma (<?{doel[:30]} ...?>)"
    )
    try:
        lezer.Parse(inhoud, True)
    except expat.ExpatError as fout:
        raise _fout(pad, "dit logo is geen geldige SVG", _OPSLAAN, fout.lineno) from None


def _bezwaar_element(ruimte: str, naam: str) -> tuple[str, str] | None:
    """Return what is wrong with an element, and what to do about it; None: nothing."""
    if ruimte.startswith(_BEWERKERS):
        return None
    if ruimte == _SVG and naam in _ELEMENTEN:
        return None
    wat = f"in dit logo staat een element dat niet mag: {naam[:30]}"
    if naam in _LETTERS:
        return (
            "in dit logo staan letters; die zien er met een ander lettertype anders uit",
            "Zet letters om naar paden (in Inkscape: Pad, Object naar pad) en sla het op als SVG.",
        )
    if naam in _BEELDEN:
        return "in dit logo staat een afbeelding", "Neem een SVG met alleen lijnen, of een PNG."
    return wat, _OPSLAAN


def _bezwaar_veld(naam: str, waarde: str) -> tuple[str, str] | None:
    """Return what is wrong with an attribute of what is drawn; None: nothing."""
    if naam.lower().startswith("on"):
        return f"in dit logo staat een opdracht die iets uitvoert: {naam[:30]}", _OPSLAAN
    if naam in ("href", "src", "base") and not waarde.startswith("#"):
        return f"dit logo verwijst naar iets buiten het bestand: {waarde[:60]}", _ZICHZELF
    if naam == "style":
        return _bezwaar_stijl(waarde)
    return _BUITEN if "\\" in waarde or _VERWIJZING.search(waarde) else None


def _bezwaar_stijl(stijl: str) -> tuple[str, str] | None:
    """Return what is wrong with a style; an escape could hide a reference, so there are none."""
    return _BUITEN if re.search(r"[@\\]", stijl) or _VERWIJZING.search(stijl) else None


_PROEF = """\
import sys, typst
typst.compile(sys.argv[1], root=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True,
    pdf_standards=sys.argv[4:], timestamp=0, output=sys.argv[1] + ".pdf")
"""
_PROEFBLAD = """\
#set document(title: "logo")
#set page(width: 60mm, height: 40mm)
#image("logo.{soort}", alt: "logo")
"""


def _teken(pad: Path, inhoud: bytes, lettertypen: Path) -> None:
    """Draw a logo once, in a process that can be stopped: references can multiply without end."""
    soort = pad.suffix.lower().removeprefix(".")
    with tempfile.TemporaryDirectory(prefix="wijkrapport-") as tijdelijk:
        map_ = Path(tijdelijk).resolve()
        (map_ / f"logo.{soort}").write_bytes(inhoud)
        blad = map_ / "proef.typ"
        blad.write_text(_PROEFBLAD.format(soort=soort), "utf-8")
        opdracht = [sys.executable, "-c", _PROEF, str(blad), str(map_), str(lettertypen)]
        try:
            klaar = subprocess.run(
                [*opdracht, *PDF_NORMEN], capture_output=True, check=False, timeout=TEKENTIJD
            )
        except subprocess.TimeoutExpired:
            raise _fout(
                pad,
                "dit logo is te ingewikkeld om te tekenen",
                "Vereenvoudig het, of neem een PNG.",
            ) from None
    if klaar.returncode != 0:
        raise _fout(pad, "dit logo is niet te tekenen: het is beschadigd of leeg", _OPSLAAN)
