"""The XML of a Word file, part by part, read with care."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from leefbaarheid.wijkanalyses.weigering import Ongeschikt

RUIMTEN = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_STRIKT = "http://purl.oclc.org/ooxml/"
_PAKKET = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TERUGVAL = {"am3d", "wpi", "aink"}
"""What Word draws itself and keeps a picture of beside it: ink and 3D models."""

OPNIEUW_OPSLAAN = "Open het bestand in Word en sla het opnieuw op als .docx."


_ADRES = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def q(naam: str) -> str:
    """Return the full name of an element or attribute: w:p with its namespace."""
    kort, _, lokaal = naam.partition(":")
    return f"{{{RUIMTEN[kort]}}}{lokaal}"


_KORT = {adres: kort for kort, adres in RUIMTEN.items()}


def naam_van(element: ET.Element) -> str:
    """Return the short name of an element, w:p; the local name where its namespace is no matter."""
    ruimte, _, lokaal = str(element.tag).removeprefix("{").rpartition("}")
    return f"{_KORT[ruimte]}:{lokaal}" if ruimte in _KORT else lokaal


def waar(element: ET.Element | None) -> bool | None:
    """Return what a switch as <w:vanish w:val="0"/> says; None where it is not there."""
    if element is None:
        return None
    return element.get(q("w:val"), "true").lower() not in ("0", "false", "off", "none")


def kinderen(element: ET.Element) -> Iterator[ET.Element]:
    """Yield the children of an element; of alternatives those that Word shows."""
    for kind in element:
        if kind.tag == q("mc:AlternateContent"):
            yield from kinderen(_keuze(kind))
        else:
            yield kind


def _keuze(alternatief: ET.Element) -> ET.Element:
    for keuze in alternatief.findall(q("mc:Choice")):
        if not set(keuze.get("Requires", "").split()) & _TERUGVAL:
            return keuze
    terugval = alternatief.find(q("mc:Fallback"))
    return terugval if terugval is not None else alternatief


def nazaten(element: ET.Element) -> Iterator[ET.Element]:
    """Yield everything within an element that Word shows, in the order of the file."""
    for kind in kinderen(element):
        yield kind
        yield from nazaten(kind)


@dataclass(frozen=True)
class Relatie:
    """What an id in a part points to.

    Attributes:
        soort: the last word of its kind: image, hyperlink, footnotes.
        doel: the name of a part, or an address.
        extern: whether it is outside the file.
    """

    soort: str
    doel: str
    extern: bool


class Pakket:
    """The parts of an opened Word file; raises Ongeschikt for what is no proper XML."""

    def __init__(self, zip_: zipfile.ZipFile) -> None:
        self.zip_ = zip_
        self._namen = set(zip_.namelist())
        self._bomen: dict[str, ET.Element | None] = {}
        hoofd = [r.doel for r in self.relaties("").values() if r.soort == "officeDocument"]
        self.hoofd = next((n for n in hoofd if n in self._namen), "word/document.xml")

    def heeft(self, naam: str) -> bool:
        return naam in self._namen

    def boom(self, naam: str) -> ET.Element | None:
        """Return the root element of a part, None when there is no such part."""
        if naam not in self._bomen:
            inhoud = self.zip_.read(naam) if naam in self._namen else None
            self._bomen[naam] = None if inhoud is None else lees_xml(inhoud, naam)
        return self._bomen[naam]

    def relaties(self, naam: str) -> dict[str, Relatie]:
        """Return the relations of a part by their id; of the file itself for ""."""
        map_, kort = posixpath.split(naam)
        boom = self.boom(posixpath.join(map_, "_rels", f"{kort}.rels"))
        uit = {}
        for regel in boom if boom is not None else ():
            soort = regel.get("Type", "").rstrip("/").rpartition("/")[2]
            doel = regel.get("Target", "")
            extern = regel.get("TargetMode") == "External" or bool(_ADRES.match(doel))
            if not extern:
                doel = posixpath.normpath(posixpath.join("/", map_, doel)).lstrip("/")
            uit[regel.get("Id", "")] = Relatie(soort, doel, extern)
        return uit

    def van_soort(self, soort: str) -> list[str]:
        """Return the parts that the document points to as this kind, in the order of their ids."""
        return [
            r.doel
            for r in self.relaties(self.hoofd).values()
            if r.soort == soort and not r.extern and r.doel in self._namen
        ]

    def boom_van_soort(self, soort: str) -> ET.Element | None:
        """Return the root of the first part of a kind (styles, numbering, footnotes)."""
        namen = self.van_soort(soort)
        return self.boom(namen[0]) if namen else None


def lees_xml(inhoud: bytes, naam: str) -> ET.Element:
    """Return the root element of a part.

    Raises:
        Ongeschikt: not XML, or XML with definitions of its own, which Word does not write.
    """
    if re.search(rb"<!(DOCTYPE|ENTITY)", inhoud.replace(b"\0", b"")):
        raise Ongeschikt(
            "het Word-bestand bevat XML-definities die Word niet maakt",
            fragment=naam,
            remedie=OPNIEUW_OPSLAAN,
        )
    try:
        boom = ET.fromstring(inhoud)
    except (ET.ParseError, ValueError, LookupError):
        raise Ongeschikt(
            "het Word-bestand is beschadigd: een onderdeel is niet te lezen",
            fragment=naam,
            remedie=OPNIEUW_OPSLAAN,
        ) from None
    if _STRIKT in str(boom.tag):
        raise Ongeschikt(
            "het Word-bestand is opgeslagen als 'Strict Open XML'",
            remedie="Sla het in Word op als gewoon Word-document (.docx).",
        )
    return boom


_INHOUD = {
    *("w:t", "w:tab", "w:br", "w:cr", "w:ptab", "w:sym", "w:noBreakHyphen", "w:softHyphen"),
    *("w:drawing", "w:pict", "w:object", "w:footnoteReference", "w:endnoteReference", "m:oMath"),
}
"""What is seen within a run, and not where a field has its code."""


@dataclass
class Veld:
    """A field of Word: its code, and the elements that make it.

    Attributes:
        element: where it begins; a simple field is one element.
        tekens: the marks and codes of a field that is not simple, in order.
        opdracht: the code (REF _Ref1 \\h).
    """

    element: ET.Element
    tekens: list[ET.Element]
    opdracht: str = ""

    @property
    def soort(self) -> str:
        """Return the first word of the code, in capitals."""
        return (self.opdracht.split() or [""])[0].upper()

    def webadres(self) -> str:
        """Return the address of a field that is a link to a web page, else ""."""
        patroon = r"\s*HYPERLINK\s+\"((?:https?://|mailto:)[^\"]+)\"(?!.*\\\\l)"
        gevonden = re.match(patroon, self.opdracht, re.I)
        return gevonden[1] if gevonden else ""


class Velden:
    """The fields of a part: all of them, and what stands in their code and is not seen."""

    def __init__(self, wortel: ET.Element) -> None:
        self.code: set[ET.Element] = set()
        self.alle: list[Veld] = []
        open_: list[tuple[Veld, bool]] = []  # with whether its result has begun
        for element in wortel.iter():
            naam = naam_van(element)
            if naam == "w:fldSimple":
                self.alle.append(Veld(element, [], element.get(q("w:instr"), "")))
            elif naam == "w:fldChar":
                self._teken(open_, element)
            elif naam in ("w:instrText", "w:delInstrText") and open_:
                open_[-1][0].opdracht += element.text or ""
                open_[-1][0].tekens.append(element)
            elif naam in _INHOUD and not all(resultaat for _, resultaat in open_):
                self.code.add(element)

    def _teken(self, open_: list[tuple[Veld, bool]], element: ET.Element) -> None:
        soort = element.get(q("w:fldCharType"))
        if soort == "begin":
            veld = Veld(element, [element])
            self.alle.append(veld)
            open_.append((veld, False))
        elif open_:
            veld, _ = open_.pop()
            veld.tekens.append(element)
            if soort == "separate":
                open_.append((veld, True))
