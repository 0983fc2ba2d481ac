"""What the styles of a Word file say of its text: which is hidden, and what is a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from leefbaarheid.wijkanalyses.wordxml import q, waar

VOORAF = {"title", "subtitle", "author", "authors", "date", "abstract", "abstract title"}
"""Styles that pandoc takes out of the text at the beginning of a document."""

_SYMBOLEN = re.compile(r"symbol|wingdings|webdings|zapf ?dingbats|marlett|mt extra", re.I)
_PAPIER = (255, 255, 255)
_VERSCHIL = 16  # per colour, of 255: less is not seen on paper
_STIFTEN = {"black": "000000", "white": "FFFFFF", "darkBlue": "000080", "blue": "0000FF"}
_STIFTEN |= {"red": "FF0000", "yellow": "FFFF00", "green": "00FF00", "darkGray": "808080"}
MIN_LETTER = 4  # half points: 2 points or smaller cannot be read


def _kleur(waarde: str) -> tuple[int, ...] | None:
    """Return red, green and blue of a colour as Word writes it, None for one left to Word."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", waarde):
        return None
    return tuple(int(waarde[n : n + 2], 16) for n in (0, 2, 4))


class Stijlen:
    """The styles and lists of a Word file.

    Args:
        stijlen: root of the part with styles, None when there is none.
        nummering: root of the part with lists.
    """

    def __init__(self, stijlen: ET.Element | None, nummering: ET.Element | None) -> None:
        self._stijl: dict[str, ET.Element] = {}
        self._standaard: dict[str, str] = {}
        self._rpr_basis: ET.Element | None = None
        if stijlen is not None:
            self._rpr_basis = stijlen.find(f"{q('w:docDefaults')}/{q('w:rPrDefault')}/{q('w:rPr')}")
            for stijl in stijlen.findall(q("w:style")):
                id_ = stijl.get(q("w:styleId"), "")
                self._stijl[id_] = stijl
                if stijl.get(q("w:default")) in ("1", "true", "on"):
                    self._standaard[stijl.get(q("w:type"), "")] = id_
        self._nummering = nummering

    # --- styles ---------------------------------------------------------------------------------

    def keten(self, id_: str) -> Iterator[ET.Element]:
        """Yield a style and those it is based on."""
        gezien: set[str] = set()
        while id_ in self._stijl and id_ not in gezien:
            gezien.add(id_)
            yield self._stijl[id_]
            basis = self._stijl[id_].find(q("w:basedOn"))
            id_ = basis.get(q("w:val"), "") if basis is not None else ""

    def alineastijl(self, alinea: ET.Element) -> str:
        """Return the id of the style of a paragraph."""
        stijl = alinea.find(f"{q('w:pPr')}/{q('w:pStyle')}")
        if stijl is not None:
            return stijl.get(q("w:val"), "")
        return self._standaard.get("paragraph", "")

    def namen(self, alinea: ET.Element) -> set[str]:
        """Return the names of the style of a paragraph and of those it is based on."""
        return {self._naam(stijl) for stijl in self.keten(self.alineastijl(alinea))}

    def _naam(self, stijl: ET.Element) -> str:
        naam = stijl.find(q("w:name"))
        return (naam.get(q("w:val"), "") if naam is not None else "").lower()

    def is_kop(self, alinea: ET.Element) -> bool:
        return any(re.match(r"(heading|kop) \d", naam) for naam in self.namen(alinea))

    def is_bijschrift(self, alinea: ET.Element) -> bool:
        return bool(self.namen(alinea) & {"caption", "bijschrift", "image caption"})

    # --- what a run looks like ------------------------------------------------------------------

    def _eigenschap(
        self, naam: str, run: ET.Element | None, alinea: ET.Element | None
    ) -> ET.Element | None:
        """Return a property of a run: its own, or that of its styles, or of the document."""
        rpr = run.find(q("w:rPr")) if run is not None else None
        plekken = [rpr] if rpr is not None else []
        tekenstijl = rpr.find(q("w:rStyle")) if rpr is not None else None
        ketens = [tekenstijl.get(q("w:val"), "")] if tekenstijl is not None else []
        if alinea is not None:
            ketens.append(self.alineastijl(alinea))
        for keten in ketens:
            plekken += [d for s in self.keten(keten) if (d := s.find(q("w:rPr"))) is not None]
        if self._rpr_basis is not None:
            plekken.append(self._rpr_basis)
        gevonden = (plek.find(q(naam)) for plek in plekken)
        return next((element for element in gevonden if element is not None), None)

    def verborgen(self, run: ET.Element, alinea: ET.Element | None) -> bool:
        """Tell whether a run is hidden: by itself, or by the styles of run and paragraph.

        A switch in both the style of the run and that of its paragraph turns back (ECMA-376 part 1,
        17.7.3); hidden in the defaults of the document stays hidden.
        """
        eigen = waar(run.find(f"{q('w:rPr')}/{q('w:vanish')}"))
        if eigen is not None:
            return eigen
        tekenstijl = run.find(f"{q('w:rPr')}/{q('w:rStyle')}")
        van_teken = self._schakel(tekenstijl.get(q("w:val"), "") if tekenstijl is not None else "")
        van_alinea = self._schakel(self.alineastijl(alinea)) if alinea is not None else False
        basis = self._rpr_basis.find(q("w:vanish")) if self._rpr_basis is not None else None
        return bool(waar(basis)) or van_teken != van_alinea

    def _schakel(self, id_: str) -> bool:
        gevonden = (waar(s.find(f"{q('w:rPr')}/{q('w:vanish')}")) for s in self.keten(id_))
        return next((stand for stand in gevonden if stand is not None), False)

    def onleesbaar(self, run: ET.Element, alinea: ET.Element | None, gekleurd: bool) -> bool:
        """Tell whether text is there and cannot be seen: too small, or in the colour behind it.

        White letters are hidden text, and letters in a black bar were meant to be blacked out.

        Args:
            gekleurd: the run is in a table with colours of its own, which are not looked at.
        """
        maat = self._waarde("w:sz", run, alinea)
        if maat.isdecimal() and int(maat) <= MIN_LETTER:
            return True
        letter = _kleur(self._waarde("w:color", run, alinea))
        stift = _STIFTEN.get(self._waarde("w:highlight", run, None), "")
        vlak = _kleur(stift) or self._vlak(run, alinea)
        if letter is None:  # black, but white where Word shades the paragraph in black
            letter = (0, 0, 0) if stift else None
        if letter is None or (vlak is None and gekleurd):
            return False
        return all(abs(a - b) <= _VERSCHIL for a, b in zip(letter, vlak or _PAPIER, strict=True))

    def _waarde(self, naam: str, run: ET.Element, alinea: ET.Element | None) -> str:
        element = self._eigenschap(naam, run, alinea)
        return element.get(q("w:val"), "") if element is not None else ""

    def _vlak(self, run: ET.Element, alinea: ET.Element | None) -> tuple[int, ...] | None:
        """Return the colour behind a run, None for that of the paper."""
        plekken = [self._eigenschap("w:shd", run, alinea)]
        if alinea is not None:
            plekken.append(alinea.find(f"{q('w:pPr')}/{q('w:shd')}"))
            for stijl in self.keten(self.alineastijl(alinea)):
                plekken.append(stijl.find(f"{q('w:pPr')}/{q('w:shd')}"))
        vlakken = (_kleur(plek.get(q("w:fill"), "")) for plek in plekken if plek is not None)
        return next((vlak for vlak in vlakken if vlak is not None), None)

    def symbolenlettertype(self, run: ET.Element, alinea: ET.Element | None) -> str:
        """Return the font of a run when its letters are no letters (Wingdings), else ""."""
        fonts = self._eigenschap("w:rFonts", run, alinea)
        for kant in ("w:ascii", "w:hAnsi"):
            naam = fonts.get(q(kant), "") if fonts is not None else ""
            if _SYMBOLEN.match(naam):
                return naam
        return ""

    # --- lists ----------------------------------------------------------------------------------

    def nummerwoorden(self, alinea: ET.Element) -> str:
        """Return the words that Word puts before a list item ("Artikel 1"), "" if none."""
        plekken = [alinea.find(q("w:pPr"))]
        plekken += [stijl.find(q("w:pPr")) for stijl in self.keten(self.alineastijl(alinea))]
        for plek in plekken:
            nummer = plek.find(f"{q('w:numPr')}/{q('w:numId')}") if plek is not None else None
            if nummer is not None and plek is not None:
                niveau = plek.find(f"{q('w:numPr')}/{q('w:ilvl')}")
                return self._niveautekst(
                    nummer.get(q("w:val"), ""),
                    niveau.get(q("w:val"), "0") if niveau is not None else "0",
                )
        return ""

    def _niveautekst(self, nummer: str, niveau: str) -> str:
        if self._nummering is None or nummer == "0":
            return ""
        for num in self._nummering.findall(q("w:num")):
            if num.get(q("w:numId")) != nummer:
                continue
            basis = num.find(q("w:abstractNumId"))
            for lijst in self._nummering.findall(q("w:abstractNum")):
                if basis is not None and lijst.get(q("w:abstractNumId")) == basis.get(q("w:val")):
                    return self._woorden_van(lijst, niveau)
        return ""

    def _woorden_van(self, lijst: ET.Element, niveau: str) -> str:
        for trap in lijst.findall(q("w:lvl")):
            if trap.get(q("w:ilvl")) != niveau:
                continue
            opmaak, tekst = trap.find(q("w:numFmt")), trap.find(q("w:lvlText"))
            if opmaak is not None and opmaak.get(q("w:val")) == "bullet":
                return ""
            woorden = tekst.get(q("w:val"), "") if tekst is not None else ""
            return woorden if re.search(r"\w", re.sub(r"%\d", "", woorden)) else ""
        return ""
