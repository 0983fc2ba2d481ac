"""A Word file written again in the few words that pandoc reads: nothing more is asked of it.

pandoc leaves out what it does not know (a simple field, moved text, a picture of before 2010, a
title above the text). Here the same text is written without those, each picture under a name of its
own; `wordvergelijking` sees to it that nothing was lost on the way.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree import ElementTree as ET

from leefbaarheid.wijkanalyses.weigering import Ongeschikt
from leefbaarheid.wijkanalyses.wordstijlen import VOORAF, Stijlen
from leefbaarheid.wijkanalyses.wordtekeningen import TEKENINGEN, Plaatje, bekijk
from leefbaarheid.wijkanalyses.wordxml import (
    RUIMTEN,
    Pakket,
    Relatie,
    Velden,
    kinderen,
    naam_van,
    q,
)

BIJSCHRIFT = "\ue0f0"
"""Begins a caption, until `bijschrift` has put it with its picture or table."""
SYMBOOL_OPEN, SYMBOOL_DICHT = "\ue0f1", "\ue0f2"
"""Stand around a character of a symbol font, until `wordvergelijking` has seen that it is there."""

_UITPAKKEN = {"w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:bdo", "w:dir", "w:sdt"}
_UITPAKKEN |= {"w:sdtContent", "w:fldSimple"}
_WEG = {
    *("w:del", "w:moveFrom", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:permStart"),
    *("w:permEnd", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:sdtPr"),
    *("w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd"),
    *("w:sdtEndPr", "w:lastRenderedPageBreak", "w:rPrChange", "w:pPrChange", "w:tblPrChange"),
    *("w:trPrChange", "w:tcPrChange", "w:sectPrChange", "w:smartTagPr", "w:customXmlPr"),
    *("w:instrText", "w:delInstrText", "w:fldChar", "w:delText"),
    *("w:tblCaption", "w:tblDescription"),  # read aloud, not seen; pandoc would print it
}
_ANDERS = {"w:dstrike": "w:strike", "w:cr": "w:br", "w:ptab": "w:tab"}
"""What pandoc passes over, and what it reads that says the same."""
_BEELD = (
    '<w:drawing xmlns:w="{w}" xmlns:wp="{wp}" xmlns:a="{a}" xmlns:pic="{pic}" xmlns:r="{r}">'
    '<wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="x"/><a:graphic>'
    '<a:graphicData uri="{pic}"><pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)
_KOP = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = RUIMTEN["r"]
_RELATIES = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass
class Herschreven:
    """A Word file for pandoc.

    Attributes:
        inhoud: its bytes.
        plaatjes: what each of its pictures is, by the name that pandoc gives it.
    """

    inhoud: bytes = b""
    plaatjes: dict[str, Plaatje] = field(default_factory=dict)


def herschrijf(pakket: Pakket, stijlen: Stijlen) -> Herschreven:
    """Return a Word file that says the same in pandoc's words."""
    for kort, adres in RUIMTEN.items():
        ET.register_namespace(kort, adres)
    uit = Herschreven()
    inhoud: dict[str, bytes] = {}
    anders = []
    for soort in ("styles", "numbering", "footnotes", "endnotes"):
        namen = pakket.van_soort(soort)
        boom = pakket.boom(namen[0]) if namen else None
        if boom is None:
            continue
        anders.append((soort, soort, f"{soort}.xml", False))
        if soort in ("footnotes", "endnotes"):
            inhoud |= _deel(pakket, stijlen, uit, soort, namen[0], boom, ())
        else:
            inhoud[f"word/{soort}.xml"] = _xml(boom)
    hoofd = pakket.boom(pakket.hoofd)
    if hoofd is not None:
        inhoud |= _deel(pakket, stijlen, uit, "document", pakket.hoofd, hoofd, anders)
    inhoud["_rels/.rels"] = _relaties([("hoofd", "officeDocument", "word/document.xml", False)])
    inhoud["[Content_Types].xml"] = _KOP + (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    )
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as zip_:
        for naam, bytes_ in inhoud.items():
            zip_.writestr(naam, bytes_)
    uit.inhoud = doel.getvalue()
    return uit


Regel = tuple[str, str, str, bool]
"""A relation: its id, kind and target, and whether that is outside the file."""


def _deel(
    pakket: Pakket,
    stijlen: Stijlen,
    uit: Herschreven,
    nieuw: str,
    deel: str,
    boom: ET.Element,
    anders: Sequence[Regel],
) -> dict[str, bytes]:
    """Return a part written again, with its relations and the names of its pictures."""
    werk = _Herschrijver(pakket, stijlen, pakket.relaties(deel), boom, len(uit.plaatjes))
    romp = werk.schrijf(boom)
    uit.plaatjes |= {f"media/{naam}": plaatje for naam, plaatje in werk.plaatjes.items()}
    regels = [
        (id_, r.soort, r.doel, True) for id_, r in werk.relaties.items() if r.soort == "hyperlink"
    ]
    regels += [(naam, "image", f"media/{naam}", False) for naam in werk.plaatjes]
    return {
        f"word/{nieuw}.xml": _xml(romp),
        f"word/_rels/{nieuw}.xml.rels": _relaties([*regels, *anders]),
        **{f"word/media/{naam}": b"x" for naam in werk.plaatjes},
    }


def _xml(boom: ET.Element) -> bytes:
    tekst: bytes = ET.tostring(boom, encoding="utf-8")
    return _KOP + tekst


def _relaties(regels: Sequence[Regel]) -> bytes:
    wortel = ET.Element("Relationships", {"xmlns": _RELATIES})
    for id_, soort, doel, extern in regels:
        kenmerken = {"Id": id_, "Type": f"{_OFFICE}/{soort}", "Target": doel}
        if extern:
            kenmerken["TargetMode"] = "External"
        ET.SubElement(wortel, "Relationship", kenmerken)
    return _xml(wortel)


class _Herschrijver:
    def __init__(
        self,
        pakket: Pakket,
        stijlen: Stijlen,
        relaties: Mapping[str, Relatie],
        wortel: ET.Element,
        geteld: int,
    ) -> None:
        self.pakket, self.stijlen, self.relaties = pakket, stijlen, dict(relaties)
        velden = Velden(wortel)
        self.code = velden.code
        self.velden = {veld.element: veld for veld in velden.alle}
        # a link is left to pandoc; of other fields the result is text like any other
        self.bewaard = {t for veld in velden.alle if veld.webadres() for t in veld.tekens}
        self.plaatjes: dict[str, Plaatje] = {}
        self.geteld = geteld
        self.alinea: ET.Element | None = None
        self.run: ET.Element | None = None
        self.zwevend: list[ET.Element] = []  # pictures beside the text of the paragraph at hand

    def schrijf(self, element: ET.Element) -> ET.Element:
        """Return an element written again, with all that is in it."""
        nieuw = ET.Element(element.tag, element.attrib)
        nieuw.text = element.text
        if element.tag == q("w:p"):
            self.alinea = element
        if element.tag == q("w:r"):
            self.run = element
        nieuw.extend(self._inhoud(element))
        if element.tag == q("w:p"):
            self._alinea(element, nieuw)
            if _einde_geschrapt(element):
                nieuw.set(_SAMEN, "1")
        if element.tag == q("w:r"):
            self._run(element, nieuw)
        if element.tag in (q("w:body"), q("w:tc")):
            _voeg_alineas_samen(nieuw)
        return nieuw

    def _inhoud(self, element: ET.Element) -> list[ET.Element]:
        uit: list[ET.Element] = []
        for kind in kinderen(element):
            naam = naam_van(kind)
            if kind in self.bewaard:
                uit.append(kind)
            elif naam in _WEG or kind in self.code or _geschrapt(kind):
                continue
            elif naam == "w:fldSimple" and self.velden[kind].webadres():
                uit.append(self._koppeling(kind))
            elif naam in _UITPAKKEN or (naam == "w:hyperlink" and not self._webadres(kind)):
                uit += self._inhoud(kind)
            elif naam in TEKENINGEN:
                uit += self._tekening(kind)
            elif naam == "w:sym":
                uit += [_letters(SYMBOOL_OPEN), kind, _letters(SYMBOOL_DICHT)]
            elif naam in _ANDERS:
                uit.append(ET.Element(q(_ANDERS[naam]), kind.attrib if naam == "w:dstrike" else {}))
            else:
                uit.append(self.schrijf(kind))
                if naam in ("w:p", "w:tbl") and element.tag != q("w:tc"):
                    uit += [_alinea_van(run) for run in self.zwevend]
                    self.zwevend = []
        return uit

    def _webadres(self, koppeling: ET.Element) -> bool:
        return koppeling.get(q("r:id"), "") in self.relaties

    def _koppeling(self, veld: ET.Element) -> ET.Element:
        """Return a simple field that is a link as the link that it is."""
        id_ = f"veld{len(self.relaties)}"
        self.relaties[id_] = Relatie("hyperlink", self.velden[veld].webadres(), True)
        koppeling = ET.Element(q("w:hyperlink"), {q("r:id"): id_})
        koppeling.extend(self._inhoud(veld))
        return koppeling

    def _alinea(self, element: ET.Element, nieuw: ET.Element) -> None:
        eigenschappen = nieuw.find(q("w:pPr"))
        stijl = eigenschappen.find(q("w:pStyle")) if eigenschappen is not None else None
        namen = self.stijlen.namen(element)
        bijschrift = self.stijlen.is_bijschrift(element) or self._is_genummerd(element)
        if (bijschrift or namen & VOORAF) and eigenschappen is not None and stijl is not None:
            eigenschappen.remove(stijl)
        if bijschrift:
            plek = 0 if eigenschappen is None else 1
            run = ET.Element(q("w:r"))
            run.append(_letters(BIJSCHRIFT))
            nieuw.insert(plek, run)

    def _is_genummerd(self, alinea: ET.Element) -> bool:
        """Tell whether Word numbers a figure or table in this paragraph."""
        velden = (self.velden[e] for e in alinea.iter() if e in self.velden)
        return any(veld.soort == "SEQ" for veld in velden)

    def _run(self, element: ET.Element, nieuw: ET.Element) -> None:
        if self.stijlen.symbolenlettertype(element, self.alinea):
            binnen = list(nieuw)
            for letters in binnen:
                if letters.tag == q("w:t") and (letters.text or "").strip():
                    plek = list(nieuw).index(letters)
                    nieuw.insert(plek, _letters(SYMBOOL_OPEN))
                    nieuw.insert(plek + 2, _letters(SYMBOOL_DICHT))

    def _tekening(self, element: ET.Element) -> list[ET.Element]:
        try:
            plaatje = bekijk(element, self.pakket, self.relaties)
        except Ongeschikt:
            return []  # `wordlezer` says so
        self.geteld += 1
        naam = f"beeld{self.geteld}"
        self.plaatjes[naam] = plaatje
        beeld = ET.fromstring(_BEELD.format(**RUIMTEN))
        for e in beeld.iter():
            if e.tag == q("a:blip"):
                e.set(q("r:embed"), naam)
            elif e.tag == q("wp:docPr"):
                e.set("descr", plaatje.alt)
        if _zweeft(element):
            self.zwevend.append(beeld)
            return []
        return [beeld]


def _zweeft(tekening: ET.Element) -> bool:
    """Tell whether a picture stands beside the text, and not in a line of it."""
    return any(
        e.tag == q("wp:anchor") or "position:absolute" in e.get("style", "").replace(" ", "")
        for e in tekening.iter()
    )


def _alinea_van(inhoud: ET.Element) -> ET.Element:
    """Return a paragraph of its own for a picture."""
    alinea, run = ET.Element(q("w:p")), ET.Element(q("w:r"))
    run.append(inhoud)
    alinea.append(run)
    return alinea


def _letters(tekst: str) -> ET.Element:
    letters = ET.Element(q("w:t"))
    letters.text = tekst
    return letters


def _geschrapt(element: ET.Element) -> bool:
    """Tell whether a change that is accepted takes away a row or cell."""
    if element.tag == q("w:tr"):
        return element.find(f"{q('w:trPr')}/{q('w:del')}") is not None
    return element.tag == q("w:tc") and element.find(f"{q('w:tcPr')}/{q('w:cellDel')}") is not None


_SAMEN = "samen"


def _einde_geschrapt(alinea: ET.Element) -> bool:
    tekens = alinea.find(f"{q('w:pPr')}/{q('w:rPr')}")
    weg = ("w:del", "w:moveFrom")
    return tekens is not None and any(tekens.find(q(naam)) is not None for naam in weg)


def _voeg_alineas_samen(vak: ET.Element) -> None:
    """Join a paragraph whose end was deleted with the one after it, as Word does."""
    alineas = list(vak)
    for deze, volgende in pairwise(alineas):
        if deze.attrib.pop(_SAMEN, "") and volgende.tag == q("w:p"):
            plek = 1 if volgende.find(q("w:pPr")) is not None else 0
            for kind in reversed([k for k in deze if k.tag != q("w:pPr")]):
                volgende.insert(plek, kind)
            vak.remove(deze)
    if len(alineas):
        alineas[-1].attrib.pop(_SAMEN, "")
