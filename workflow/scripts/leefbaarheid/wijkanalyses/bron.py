"""The file of one wijkanalyse: its name, its bytes, and errors with their place."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout, een_melding
from leefbaarheid.wijkanalyses.weigering import Ongeschikt
from leefbaarheid.wijkanalyses.wordtekeningen import Plaatje

# AANNAME: een wijkanalyse is hoogstens 1 MB tekst en een Word-bestand uitgepakt hoogstens 100 MB.
#   Waarom: een groter bestand is geen tekst van een analyse, of is bedoeld om het geheugen te
#   vullen.
#   Gevolg: een groter bestand geeft een melding; geen cijfer verandert.
#   Onderwerp: techniek.
MAX_TEKST = 1_000_000
MAX_UITGEPAKT = 100_000_000


@dataclass
class Bron:
    """The file being read: knows its lines, and makes errors that name file, section and line."""

    pad: Path
    map_: Path
    regels: list[str] = field(default_factory=list)  # of a Markdown file
    kopregels: dict[str, int] = field(default_factory=dict)  # line of each key of the header
    kopbestand: Path | None = None
    zip_: zipfile.ZipFile | None = None
    plaatjes: dict[str, Plaatje] = field(default_factory=dict)  # of a Word file, by its own names
    einde_kop: int = 0  # last line of the header of a Markdown file
    fouten: list[InvoerFout] = field(default_factory=list)  # found so far: one message tells all

    def meld(self, fout: InvoerFout) -> None:
        """Note a fault and go on, so that the writer hears of all of them at once."""
        self.fouten.append(fout)

    @contextmanager
    def verzamelt(self) -> Iterator[None]:
        """Note the fault that a step stops with, and go on after that step."""
        try:
            yield
        except InvoerFout as fout:
            self.meld(fout)

    def klaar(self) -> None:
        """Raise all faults as one message, in the order of their lines; return when none."""
        uniek: dict[tuple[object, ...], InvoerFout] = {}
        for n, fout in enumerate(self.fouten):
            wat = fout.wat.split(" (sectie '")[0]  # a character is looked for in text and section
            plek = n if fout.regel is None else fout.regel
            uniek.setdefault((fout.bestand, plek, wat, str(fout.waarde)[:20]), fout)
        op_regel = sorted(uniek.values(), key=lambda fout: fout.regel or 10**9)
        if gevonden := een_melding(op_regel, "een wijkanalyse"):
            raise gevonden

    @property
    def is_word(self) -> bool:
        return self.pad.suffix.lower() == ".docx"

    def regel_van(self, zoek: str, vanaf: int = 0, keer: int = 1) -> int | None:
        """Return the line (from 1) with the n-th `zoek` at or after `vanaf`, else anywhere."""
        zoek = zoek.strip()
        genummerd = enumerate(self.regels if zoek else [], 1)
        nummers = [n for n, regel in genummerd for _ in range(regel.count(zoek))]
        erna = [n for n in nummers if n >= vanaf] or nummers
        return erna[min(keer, len(erna)) - 1] if erna else None

    def kopregel(self, naam: str, keer: int = 1) -> int | None:
        """Return the line of the first, second, ... heading with this text."""
        patroon = re.compile(rf"\s*#{{1,6}}\s*{re.escape(naam)}\s*(#+|\{{.*\}})?\s*")
        nummers = [n for n, regel in enumerate(self.regels, 1) if patroon.fullmatch(regel)]
        return nummers[keer - 1] if len(nummers) >= keer else self.regel_van(naam)

    def lege_kop(self) -> int | None:
        """Return the line of the first heading without words after the header."""
        patroon = re.compile(r"\s*#{1,6}\s*(#+|\{.*\})?\s*")
        genummerd = enumerate(self.regels[self.einde_kop :], self.einde_kop + 1)
        return next((n for n, regel in genummerd if patroon.fullmatch(regel)), None)

    def fout(self, wat: str, **rest: Any) -> InvoerFout:
        """Return an error in this file."""
        return InvoerFout(wat, bestand=self.pad, **rest)

    def kopfout(self, wat: str, sleutel: str, waarde: object, remedie: str) -> InvoerFout:
        """Return an error in a field of the header, wherever the header is."""
        return InvoerFout(
            wat,
            bestand=self.kopbestand or self.pad,
            regel=self.kopregels.get(sleutel),
            kolom=sleutel,
            waarde=waarde,
            remedie=remedie,
        )

    def uit(self, fout: Ongeschikt, sectie: str = "", keer: int = 1) -> InvoerFout:
        """Give an objection its place: the n-th time that what it objects to stands there."""
        vanaf = (self.kopregel(sectie) or 0) if sectie else 0
        return self.fout(
            fout.wat + (f" (sectie '{sectie}')" if sectie else ""),
            regel=self.regel_van(fout.zoek, vanaf, keer),
            waarde=fout.fragment or None,
            remedie=fout.remedie,
        )


def sleutel(pad: Path) -> str:
    """Return a name for ids and labels: lower case letters, digits and hyphens."""
    plat = unicodedata.normalize("NFKD", pad.stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plat).strip("-") or "analyse"


def controleer_binnen(bron: Bron, pad: Path) -> None:
    """Raise InvoerFout for a file that is not there, or is a link to outside the folder."""
    if not pad.is_file():
        raise InvoerFout("het bestand is er niet", bestand=pad, remedie="Controleer de naam.")
    if not pad.resolve().is_relative_to(bron.map_.resolve()):
        raise InvoerFout(
            "dit bestand wijst buiten de map met wijkanalyses",
            bestand=pad,
            remedie="Zet het bestand zelf in de map, geen verwijzing ernaar.",
        )


def lees_bytes(pad: Path, hoogstens: int) -> bytes:
    """Return the content of a file; raises InvoerFout when it is larger than `hoogstens` bytes."""
    if pad.stat().st_size > hoogstens:
        raise InvoerFout(
            f"het bestand is te groot (meer dan {hoogstens // 1000} kB)",
            bestand=pad,
            remedie="Verklein het; een wijkanalyse is een tekst van enkele bladzijden.",
        )
    return pad.read_bytes()


def lees_tekst(pad: Path, hoogstens: int) -> str:
    """Return the text of a UTF-8 file, with `\\n` line ends and without byte order mark."""
    inhoud = lees_bytes(pad, hoogstens)
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        nu = "UTF-16" if inhoud[:2] in (b"\xff\xfe", b"\xfe\xff") else "Windows-1252"
        raise InvoerFout(
            f"het bestand is geen UTF-8 (byte 0x{inhoud[fout.start]:02X})",
            bestand=pad,
            regel=regel,
            remedie=f"Sla het bestand op als UTF-8; waarschijnlijk is het nu {nu}.",
        ) from None
    return tekst.replace("\r\n", "\n").replace("\r", "\n")
