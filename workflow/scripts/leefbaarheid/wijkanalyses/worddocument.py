"""A Word file as pandoc's blocks, with what its writer must mend and what a reader must know."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.wijkanalyses.bijschrift import met_bijschriften, verwijzingen
from leefbaarheid.wijkanalyses.blokken import Blok, bevat, platte_tekst
from leefbaarheid.wijkanalyses.pandoc import lees_ast
from leefbaarheid.wijkanalyses.weigering import Ongeschikt
from leefbaarheid.wijkanalyses.wordlezer import Lezer
from leefbaarheid.wijkanalyses.wordpandoc import herschrijf
from leefbaarheid.wijkanalyses.wordstijlen import Stijlen
from leefbaarheid.wijkanalyses.wordtekeningen import TEKENINGEN, Plaatje, woorden_in
from leefbaarheid.wijkanalyses.wordvergelijking import vergelijk, zonder_merken
from leefbaarheid.wijkanalyses.wordxml import Pakket, Velden, naam_van, q

WEIGER, ACCEPTEER = "weiger", "accepteer"
_WIJZIGINGEN = {"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel", "w:cellMerge"}
_KORT = 200  # letters of a text that is told and not taken over
_BLADZIJDE = {"pagina", "pag", "page", "blad", "bladzijde", "van", "of"}
_BLADVELDEN = {"PAGE", "NUMPAGES", "SECTIONPAGES"}


@dataclass
class Worddocument:
    """A Word file that was read.

    Attributes:
        blokken: what pandoc makes of it.
        plaatjes: its pictures, by the name they have in the blocks.
        bezwaren: everything its writer must mend.
        wijzigingen: how many tracked changes were accepted.
        opmerkingen: how many comments are not printed.
        kopteksten: the words in headers and footers, which are not printed.
        verwijzingen: figures and tables that the text calls by the numbers of Word.
    """

    blokken: list[Blok] = field(default_factory=list)
    plaatjes: dict[str, Plaatje] = field(default_factory=dict)
    bezwaren: list[Ongeschikt] = field(default_factory=list)
    wijzigingen: int = 0
    opmerkingen: int = 0
    kopteksten: str = ""
    verwijzingen: list[str] = field(default_factory=list)

    def meldingen(self) -> list[str]:
        """Return what a reader of the report must know, as codes."""
        uit = []
        if self.wijzigingen:
            uit.append(KoppelReden.WIJZIGINGEN_AANVAARD.met(n=self.wijzigingen))
        if self.opmerkingen:
            uit.append(KoppelReden.KANTTEKENINGEN_WEGGELATEN.met(n=self.opmerkingen))
        if self.kopteksten:
            uit.append(KoppelReden.KOPTEKST_WEGGELATEN.met(tekst=self.kopteksten[:_KORT]))
        if self.verwijzingen:
            namen = ", ".join(self.verwijzingen)
            uit.append(KoppelReden.EIGEN_NUMMERS.met(verwijzingen=namen[:_KORT]))
        return uit


def lees_worddocument(zip_: zipfile.ZipFile, wijzigingen: str = WEIGER) -> Worddocument:
    """Return a Word file as blocks; `bezwaren` says what may not be taken over as it is.

    Args:
        zip_: the opened file.
        wijzigingen: `weiger` or `accepteer` open tracked changes and comments.

    Raises:
        Ongeschikt: the file is damaged.
        PandocFout: pandoc cannot read it.
    """
    pakket = Pakket(zip_)
    nummering = pakket.boom_van_soort("numbering")
    stijlen = Stijlen(pakket.boom_van_soort("styles"), nummering)
    gezien = Lezer(pakket, stijlen, pakket.hoofd).lees()
    nieuw = herschrijf(pakket, stijlen)
    blokken, _ = lees_ast(nieuw.inhoud, "docx")
    bezwaren = gezien.bezwaren or vergelijk(gezien, blokken)  # what was objected to is not there
    met, genummerd = met_bijschriften([blok for blok in blokken if not _lege_kop(blok)])
    uit = Worddocument(zonder_merken(met), nieuw.plaatjes, bezwaren)
    if genummerd:
        uit.verwijzingen = verwijzingen(uit.blokken)
    uit.wijzigingen, uit.opmerkingen = _wijzigingen(pakket), _opmerkingen(pakket)
    uit.kopteksten = _kopteksten(pakket)
    if wijzigingen == WEIGER:
        uit.bezwaren = [*_open_wijzigingen(uit), *uit.bezwaren]
    return uit


def _lege_kop(blok: Blok) -> bool:
    """Tell whether a block is an empty line in the style of a heading, which Word does not show."""
    return blok["t"] == "Header" and not platte_tekst(blok) and not bevat(blok, "Image")


def _open_wijzigingen(document: Worddocument) -> list[Ongeschikt]:
    slot = "of zet wijkanalyses.wijzigingen in de configuratie op accepteer."
    uit = []
    if n := document.wijzigingen:
        uit.append(
            Ongeschikt(
                f"het Word-bestand heeft nog {n} bijgehouden wijziging{'en' if n > 1 else ''} die "
                f"niemand heeft aanvaard of geweigerd",
                remedie=f"Aanvaard of weiger alles (Word: Controleren, Alles accepteren), {slot}",
            )
        )
    if n := document.opmerkingen:
        uit.append(
            Ongeschikt(
                f"het Word-bestand heeft nog {n} opmerking{'en' if n > 1 else ''} in de kantlijn",
                remedie=f"Verwerk en verwijder de opmerkingen (Word: Controleren), {slot}",
            )
        )
    return uit


def _delen_met_tekst(pakket: Pakket) -> list[ET.Element]:
    namen = [pakket.hoofd, *pakket.van_soort("footnotes"), *pakket.van_soort("endnotes")]
    return [boom for naam in namen if (boom := pakket.boom(naam)) is not None]


def _wijzigingen(pakket: Pakket) -> int:
    """Count the changes of text that are neither accepted nor rejected."""
    return sum(naam_van(e) in _WIJZIGINGEN for b in _delen_met_tekst(pakket) for e in b.iter())


def _opmerkingen(pakket: Pakket) -> int:
    """Count the comments that the text refers to."""
    return sum(e.tag == q("w:commentReference") for b in _delen_met_tekst(pakket) for e in b.iter())


def _kopteksten(pakket: Pakket) -> str:
    """Return the words in headers and footers, page numbers left out; pictures are named."""
    uit: list[str] = []
    for soort in ("header", "footer"):
        for naam in pakket.van_soort(soort):
            boom = pakket.boom(naam)
            if boom is not None:
                uit += _woorden_van_koptekst(boom)
    return "; ".join(dict.fromkeys(uit))


def _woorden_van_koptekst(boom: ET.Element) -> Sequence[str]:
    velden = Velden(boom)
    bladnummers = [veld for veld in velden.alle if veld.soort in _BLADVELDEN]
    tekst = woorden_in(boom)
    if bladnummers:
        tekst = " ".join(w for w in tekst.split() if not re.fullmatch(r"[\W\d]+", w))
        if {w.casefold().strip(".:") for w in tekst.split()} <= _BLADZIJDE:
            tekst = ""
    beeld = ["een afbeelding"] if any(naam_van(e) in TEKENINGEN for e in boom.iter()) else []
    return [deel for deel in (tekst, *beeld) if deel]
