"""What a reader sees on the pages of a Word file, read from its XML without pandoc.

The words, in their order, with the heading above them; the pictures; and everything that is seen in
Word and cannot be taken over, or is not seen and would be. `wordvergelijking` lays the words
beside those that come out of pandoc.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from leefbaarheid.wijkanalyses.weigering import Ongeschikt
from leefbaarheid.wijkanalyses.wordstijlen import Stijlen
from leefbaarheid.wijkanalyses.wordtekeningen import TEKENINGEN, Plaatje, bekijk
from leefbaarheid.wijkanalyses.wordxml import Pakket, Relatie, Veld, Velden, kinderen, naam_van, q

SYMBOOL = "\ufffc"
"""Stands for one character of a symbol font: pandoc knows what it looks like, the XML does not."""

_NIET_GEDRUKT = {
    *("w:del", "w:moveFrom", "w:delText", "w:instrText", "w:delInstrText"),
    *("w:rPr", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:sdtEndPr"),
}
_WIT = {"w:tab", "w:br", "w:cr", "w:ptab"}
_ZELDZAAM = {
    "w:altChunk": "een ingevoegd bestand (altChunk)",
    "w:subDoc": "een subdocument",
    "w:control": "een formulierveld",
    "w:contentPart": "een inkttekening",
    "w:object": "een ingesloten object",
    "m:oMath": "een formule",
}
_VELDEN = {
    "TOC": ("een inhoudsopgave", "Haal de inhoudsopgave weg: het rapport heeft een eigen."),
    "FORMCHECKBOX": ("een aankruisvakje", "Schrijf het antwoord als tekst."),
    "FORMDROPDOWN": ("een keuzelijst", "Schrijf het antwoord als tekst."),
    "MACROBUTTON": ("een invulveld", "Vul het veld in als gewone tekst."),
    "GOTOBUTTON": ("een knop", "Haal de knop weg."),
    "SYMBOL": ("een symboolveld", "Typ het teken zelf."),
    "EQ": ("een formuleveld", "Schrijf het in woorden."),
    "AUTONUM": ("een nummerveld", "Typ het nummer zelf."),
    "AUTONUMLGL": ("een nummerveld", "Typ het nummer zelf."),
    "AUTONUMOUT": ("een nummerveld", "Typ het nummer zelf."),
    "LISTNUM": ("een nummerveld", "Typ het nummer zelf."),
}
_IN_HET_KORT = 80


@dataclass
class Gezien:
    """What is seen in a Word file.

    Attributes:
        stukken: pieces of text in their order, each with the heading it stands under.
        plaatjes: the pictures that can be taken over.
        bezwaren: what must be mended first.
    """

    stukken: list[tuple[str, str]] = field(default_factory=list)
    plaatjes: list[Plaatje] = field(default_factory=list)
    bezwaren: list[Ongeschikt] = field(default_factory=list)


class Lezer:
    """Reads one part of a Word file, and the notes it refers to.

    Args:
        pakket: the file.
        stijlen: its styles.
        deel: the name of the part.
    """

    def __init__(self, pakket: Pakket, stijlen: Stijlen, deel: str) -> None:
        self.pakket, self.stijlen, self.deel = pakket, stijlen, deel
        self.gezien = Gezien()
        self.kop = ""
        self._alinea: ET.Element | None = None
        self._run: ET.Element | None = None
        self._gekleurd = False  # in a table with colours of its own
        self._verborgen: list[str] = []
        self._code: set[ET.Element] = set()
        self._relaties: dict[str, Relatie] = {}
        self._noten: dict[str, dict[str, ET.Element]] = {}

    def lees(self) -> Gezien:
        """Return what is seen in the part."""
        wortel = self.pakket.boom(self.deel)
        if wortel is not None:
            self._lees_deel(wortel, self.deel)
        self._meld_verborgen()
        return self.gezien

    def _lees_deel(self, wortel: ET.Element, deel: str) -> None:
        eerder = self._code, self._relaties
        velden = Velden(wortel)
        self._code, self._relaties = velden.code, self.pakket.relaties(deel)
        for veld in velden.alle:
            self._veld(veld)
        self._loop(wortel)
        self._code, self._relaties = eerder

    def _veld(self, veld: Veld) -> None:
        if veld.soort in _VELDEN:
            wat, remedie = _VELDEN[veld.soort]
            self._bezwaar(Ongeschikt(f"{wat} kan niet worden overgenomen", remedie=remedie))

    def _bezwaar(self, fout: Ongeschikt) -> None:
        """Note an objection with the heading it stands under."""
        if self.kop:
            fout.wat += f" (onder '{self.kop}')"
        if all((b.wat, b.fragment) != (fout.wat, fout.fragment) for b in self.gezien.bezwaren):
            self.gezien.bezwaren.append(fout)

    # --- the walk -------------------------------------------------------------------------------

    def _loop(self, element: ET.Element) -> None:
        for kind in kinderen(element):
            naam = naam_van(kind)
            if naam in _NIET_GEDRUKT or kind in self._code:
                continue
            if naam in TEKENINGEN:
                self._tekening(kind)
            elif naam in _ZELDZAAM:
                self._zeldzaam(naam, kind)
            else:
                _STAPPEN.get(naam, Lezer._loop)(self, kind)

    def _tekst(self, tekst: str) -> None:
        """Take in text of the run at hand, or note that it is not to be seen."""
        if not tekst.strip():
            self.gezien.stukken.append((tekst, self.kop))
            return
        run = self._run
        if run is not None and self.stijlen.verborgen(run, self._alinea):
            self._verborgen.append(tekst)
            return
        self._meld_verborgen()
        if run is not None and self.stijlen.onleesbaar(run, self._alinea, self._gekleurd):
            self._bezwaar(
                Ongeschikt(
                    "er staat tekst die op papier niet te zien is: heel klein, of in de kleur "
                    "van wat erachter zit",
                    fragment=tekst.strip()[:_IN_HET_KORT],
                    remedie="Geef de tekst een gewone kleur en grootte, of haal haar weg.",
                )
            )
        if run is not None and self.stijlen.symbolenlettertype(run, self._alinea):
            tekst = re.sub(r"\S", SYMBOOL, tekst)
        self.gezien.stukken.append((tekst, self.kop))

    def _meld_verborgen(self) -> None:
        tekst, self._verborgen = " ".join("".join(self._verborgen).split()), []
        if tekst:
            self._bezwaar(
                Ongeschikt(
                    "er staat verborgen tekst in het Word-bestand",
                    fragment=tekst[:_IN_HET_KORT],
                    remedie="Maak haar zichtbaar of haal haar weg (Word: Bestand, Info, "
                    "Controleren op problemen, Verborgen tekst).",
                )
            )

    def _zeldzaam(self, naam: str, element: ET.Element) -> None:
        remedie = "Zet de inhoud als gewone tekst in het document en haal dit weg."
        woorden = "".join(e.text or "" for e in element.iter() if e.tag == q("m:t"))
        self._bezwaar(
            Ongeschikt(
                f"{_ZELDZAAM[naam]} kan niet worden overgenomen",
                fragment=woorden[:_IN_HET_KORT],
                remedie=remedie,
            )
        )

    def _tekening(self, element: ET.Element) -> None:
        try:
            plaatje = bekijk(element, self.pakket, self._relaties)
            if self._run is not None and self.stijlen.verborgen(self._run, self._alinea):
                raise Ongeschikt(
                    "er staat een verborgen afbeelding in het Word-bestand",
                    remedie="Haal haar weg of maak haar zichtbaar.",
                )
            self.gezien.plaatjes.append(plaatje)
        except Ongeschikt as fout:
            self._bezwaar(fout)

    # --- steps of the walk ----------------------------------------------------------------------

    def _paragraaf(self, element: ET.Element) -> None:
        eerder = self._alinea, self._run
        self._alinea, self._run = element, None
        if self.stijlen.is_kop(element):
            tekst = "".join(e.text or "" for e in element.iter() if e.tag == q("w:t"))
            self.kop = " ".join(tekst.split())[:_IN_HET_KORT] or self.kop
        if woorden := self.stijlen.nummerwoorden(element):
            self._bezwaar(
                Ongeschikt(
                    "een lijst of kop heeft een nummering met woorden, die zou wegvallen",
                    fragment=woorden,
                    remedie="Kies een gewone nummering (1, 2, 3) en typ het woord zelf.",
                )
            )
        self._loop(element)
        self.gezien.stukken.append((" ", self.kop))
        self._alinea, self._run = eerder

    def _een_run(self, element: ET.Element) -> None:
        eerder, self._run = self._run, element
        self._loop(element)
        self._run = eerder

    def _letters(self, element: ET.Element) -> None:
        self._tekst(element.text or "")

    def _wit(self, element: ET.Element) -> None:
        self.gezien.stukken.append((" ", self.kop))

    def _streepje(self, element: ET.Element) -> None:
        self._tekst("-")

    def _symbool(self, element: ET.Element) -> None:
        self._tekst(SYMBOOL)

    def _noot(self, element: ET.Element) -> None:
        """Read a note where it is referred to, as a reader does."""
        soort = "footnotes" if naam_van(element) == "w:footnoteReference" else "endnotes"
        delen = self.pakket.van_soort(soort)
        if not delen:
            return
        if soort not in self._noten:
            wortel = self.pakket.boom(delen[0])
            noten = list(wortel) if wortel is not None else []
            self._noten[soort] = {noot.get(q("w:id"), ""): noot for noot in noten}
        noot = self._noten[soort].get(element.get(q("w:id"), ""))
        if noot is not None:
            self.gezien.stukken.append((" ", self.kop))
            eerder = self._alinea, self._run
            self._lees_deel(noot, delen[0])
            self._alinea, self._run = eerder

    def _tabel(self, element: ET.Element) -> None:
        eerder = self._gekleurd
        stijl = element.find(f"{q('w:tblPr')}/{q('w:tblStyle')}") is not None
        self._gekleurd = eerder or stijl or next(element.iter(q("w:shd")), None) is not None
        breedten = [
            sum(_kolommen(cel) for cel in _cellen(rij)) + _overgeslagen(rij)
            for rij in kinderen(element)
            if rij.tag == q("w:tr") and not _geschrapt(rij)
        ]
        if len(set(breedten)) > 1:
            anders = next(n for n in breedten if n != breedten[0])
            self._bezwaar(
                Ongeschikt(
                    f"een tabel heeft niet in elke rij evenveel cellen ({breedten[0]} en {anders})",
                    fragment="".join(e.text or "" for e in element.iter(q("w:t")))[:_IN_HET_KORT],
                    remedie="Geef elke rij evenveel cellen.",
                )
            )
        self._loop(element)
        self._gekleurd = eerder

    def _rij(self, element: ET.Element) -> None:
        if _geschrapt(element):
            return
        if element.find(f"{q('w:trPr')}/{q('w:hidden')}") is not None:
            self._verborgen += [f"{e.text or ''} " for e in element.iter(q("w:t"))]
            self._meld_verborgen()
            return
        self._loop(element)

    def _cel(self, element: ET.Element) -> None:
        if element.find(f"{q('w:tcPr')}/{q('w:cellDel')}") is None:
            self._loop(element)

    def _besturing(self, element: ET.Element) -> None:
        """Read a content control, unless it still asks to be filled in."""
        eigenschappen = element.find(q("w:sdtPr"))
        if eigenschappen is not None and eigenschappen.find(q("w:showingPlcHdr")) is not None:
            tekst = "".join(e.text or "" for e in element.iter(q("w:t")))
            self._bezwaar(
                Ongeschikt(
                    "een invulveld is niet ingevuld",
                    fragment=tekst[:_IN_HET_KORT],
                    remedie="Vul het veld in, of haal het weg.",
                )
            )
        for deel in element.findall(q("w:sdtContent")):
            self._loop(deel)


_STAPPEN = {
    "w:p": Lezer._paragraaf,
    "w:r": Lezer._een_run,
    "w:t": Lezer._letters,
    "w:noBreakHyphen": Lezer._streepje,
    "w:sym": Lezer._symbool,
    "w:footnoteReference": Lezer._noot,
    "w:endnoteReference": Lezer._noot,
    "w:tbl": Lezer._tabel,
    "w:tr": Lezer._rij,
    "w:tc": Lezer._cel,
    "w:sdt": Lezer._besturing,
    **dict.fromkeys(_WIT, Lezer._wit),
}


def _cellen(rij: ET.Element) -> list[ET.Element]:
    """Return the cells of a row, also those in a content control."""
    uit: list[ET.Element] = []
    for kind in kinderen(rij):
        if kind.tag == q("w:tc"):
            uit.append(kind)
        elif kind.tag in (q("w:sdt"), q("w:sdtContent"), q("w:customXml"), q("w:ins")):
            uit += _cellen(kind)
    return uit


def _kolommen(cel: ET.Element) -> int:
    breed = cel.find(f"{q('w:tcPr')}/{q('w:gridSpan')}")
    waarde = breed.get(q("w:val"), "1") if breed is not None else "1"
    return int(waarde) if waarde.isdecimal() else 1


def _overgeslagen(rij: ET.Element) -> int:
    uit = 0
    for kant in ("w:gridBefore", "w:gridAfter"):
        leeg = rij.find(f"{q('w:trPr')}/{q(kant)}")
        waarde = leeg.get(q("w:val"), "0") if leeg is not None else "0"
        uit += int(waarde) if waarde.isdecimal() else 0
    return uit


def _geschrapt(rij: ET.Element) -> bool:
    return rij.find(f"{q('w:trPr')}/{q('w:del')}") is not None
