"""What writers leave out in Markdown and mean all the same: made good, or refused with its line.

pandoc wants an empty line before a list, a table, a heading or a quotation, and takes a paragraph
that begins with a tab for code; most programs and most writers do not. Where it is clear what is
meant it is read so; where it is not, the line is refused. Nothing else of a line is changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from leefbaarheid.wijkanalyses.bron import Bron
from leefbaarheid.wijkanalyses.secties import vaste_kop

_HEK = re.compile(r"\s*(`{3,}(?=[^`]*$)|~{3,})")
_KOP = re.compile(r" {0,3}#{1,6}(\s|$)")
_KOP_ZONDER_SPATIE = re.compile(r" {0,3}(#{1,6})([^#\s].*)")
_STREEPJES = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_PUNT = re.compile(r"\s*[-*+]\s+\S")
_NUMMER = re.compile(r"\s*\(?(\d{1,2}|[a-z]|[ivx]{2,4}|#)[.)]\s+\S")
_NOOT = re.compile(r"\[\^[^\]\s]+\]:")
_CITAAT = re.compile(r" {0,3}>\s*\S")
_LIJN = re.compile(r" {0,3}([-*_])(\s*\1){2,}\s*")
_NA_TABEL = re.compile(r"\s*(:|Table:|Tabel:|$)")

LEEG, TEKST, LIJST, KOP, ANDERS = "leeg", "tekst", "lijst", "kop", "anders"


@dataclass
class Markdown:
    """The lines as pandoc gets them; `herkomst` has the line of each in the file."""

    regels: list[str] = field(default_factory=list)
    herkomst: list[int] = field(default_factory=list)
    code: set[str] = field(default_factory=set)  # what stands between fences, without spaces

    def zet(self, regel: str, nummer: int) -> None:
        self.regels.append(regel)
        self.herkomst.append(nummer)

    def witregel(self, nummer: int) -> None:
        """Add an empty line, unless there is one or something that needs none."""
        if self.regels and self.regels[-1].strip():
            self.zet("", nummer)

    def regel(self, nummer: int) -> int:
        """Return the line in the file of a line that pandoc names."""
        return self.herkomst[min(nummer, len(self.herkomst)) - 1] if self.herkomst else nummer


def lees_regels(bron: Bron, regels: Sequence[str], eerste: int) -> Markdown:
    """Return lines with the empty lines that are missing; doubtful ones are noted at `bron`.

    Args:
        bron: the file.
        regels: the lines after the header.
        eerste: the number of the first of them in the file.
    """
    lezer = _Lezer(bron, [regel.rstrip("\r") for regel in regels], eerste)
    while lezer.plek < len(lezer.invoer):
        lezer.stap()
    return lezer.uit


@dataclass
class _Lezer:
    bron: Bron
    invoer: list[str]
    eerste: int
    plek: int = 0
    vorige: str = LEEG
    in_lijst: bool = False
    uit: Markdown = field(default_factory=Markdown)

    @property
    def nummer(self) -> int:
        return self.plek + self.eerste

    def zet(self, soort: str, *, los: bool = False) -> None:
        """Pass on the line; `los`: an empty line goes before it."""
        if los:
            self.uit.witregel(self.nummer)
        self.uit.zet(self.invoer[self.plek], self.nummer)
        self.vorige = soort
        self.plek += 1

    def weiger(self, wat: str, remedie: str) -> None:
        regel = self.invoer[self.plek].strip()
        self.bron.meld(self.bron.fout(wat, regel=self.nummer, waarde=regel[:60], remedie=remedie))

    def stap(self) -> None:
        """Take the next line, or the block that begins with it."""
        regel = self.invoer[self.plek]
        if not regel.strip():
            self.zet(LEEG)
        elif hek := _HEK.match(regel):
            self._code(hek[1])
        elif self._is_ingesprongen() and self.vorige in (LEEG, KOP) and not self.in_lijst:
            self._spring_uit()
        elif _KOP.match(regel):
            self.in_lijst = False
            self.zet(KOP, los=True)
        elif kop := _KOP_ZONDER_SPATIE.fullmatch(regel):
            self._kop_zonder_spatie(kop)
        elif _LIJN.fullmatch(regel) and ("-" not in regel or self._staat_los()):
            self._lijn()
        elif self._is_tabel():
            self._tabel()
        elif _PUNT.match(regel) or _NUMMER.match(regel):
            self._lijst()
        elif _NOOT.match(regel):
            self.in_lijst = True  # what follows may be indented
            self.zet(LIJST, los=self.vorige == TEKST)
        elif _CITAAT.match(regel) and self.vorige == TEKST and not self._in_citaat():
            self._citaat()
        else:
            self._tekst()

    def _staat_los(self) -> bool:
        """Tell whether there is no text right above or below: dashes may be part of a table."""
        onder = self.invoer[self.plek + 1] if self.plek + 1 < len(self.invoer) else ""
        return self.vorige != TEKST and not onder.strip()

    def _in_citaat(self) -> bool:
        """Tell whether the line above is of a quotation too: this one goes on with it."""
        return self.invoer[self.plek - 1].lstrip().startswith(">")

    def _is_ingesprongen(self) -> bool:
        regel = self.invoer[self.plek].expandtabs(4)
        return regel.startswith("    ")

    def _code(self, hek: str) -> None:
        """Pass on a fenced block as it is, and remember what is in it."""
        slot = re.compile(rf"\s*{re.escape(hek[0])}{{{len(hek)},}}\s*")
        begin = self.plek
        self.zet(ANDERS)
        while self.plek < len(self.invoer) and not slot.fullmatch(self.invoer[self.plek]):
            self.zet(ANDERS)
        self.uit.code.add(zonder_spaties("".join(self.invoer[begin + 1 : self.plek])))
        if self.plek < len(self.invoer):
            self.zet(ANDERS)
        else:
            self.plek = begin
            self.weiger("een codeblok wordt niet afgesloten", f"Sluit het af met {hek}.")
            self.plek = len(self.invoer)

    def _spring_uit(self) -> None:
        """Take away the indent that would make code of a paragraph."""
        tot = self.plek
        while tot < len(self.invoer) and (
            not self.invoer[tot].strip() or self.invoer[tot].expandtabs(4).startswith("    ")
        ):
            tot += 1
        blok = [regel.expandtabs(4) for regel in self.invoer[self.plek : tot]]
        marge = min(len(r) - len(r.lstrip()) for r in blok if r.strip())
        self.invoer[self.plek : tot] = [regel[marge:] for regel in blok]

    def _kop_zonder_spatie(self, kop: re.Match[str]) -> None:
        if vaste_kop(kop[2]):
            self.invoer[self.plek] = f"{kop[1]} {kop[2]}"
        elif len(kop[1]) > 1:
            self.weiger(
                "na de hekjes van een kop ontbreekt een spatie",
                f"Schrijf '{kop[1]} {kop[2].strip()[:40]}'.",
            )
            self.invoer[self.plek] = f"{kop[1]} {kop[2]}"
        else:
            self._tekst()

    def _lijn(self) -> None:
        self.weiger(
            "er staat een horizontale lijn in de tekst",
            "Haal de lijn weg; de secties worden door hun koppen gescheiden.",
        )
        self.invoer[self.plek] = ""
        self.zet(LEEG)

    def _tekst(self) -> None:
        regel = self.invoer[self.plek]
        if self.vorige == LEEG and not regel.startswith((" ", "\t")):
            self.in_lijst = False
        if self.vorige == TEKST and _cellen(regel) > 1 and _cellen(self.invoer[self.plek - 1]) > 1:
            self.weiger(
                "hier lijkt een tabel te staan zonder regel met streepjes onder haar kopregel",
                "Zet onder de kopregel een regel als '|---|---|', of schrijf | als \\|.",
            )
        self.zet(LIJST if self.in_lijst else TEKST)

    def _citaat(self) -> None:
        if re.match(r"\s*>\s*=?\s*[\d€]", self.invoer[self.plek]):
            self.weiger(
                "hier is niet te zien of > een citaat begint of 'meer dan' betekent",
                "Zet een lege regel voor een citaat; een letterlijke > schrijf je als \\>.",
            )
        self.zet(ANDERS, los=True)

    # --- tables

    def _is_tabel(self) -> bool:
        """Tell whether this line is the head of a pipe table: dashes and pipes stand below it."""
        onder = self.invoer[self.plek + 1] if self.plek + 1 < len(self.invoer) else ""
        return "|" in self.invoer[self.plek] and "|" in onder and bool(_STREEPJES.fullmatch(onder))

    def _tabel(self) -> None:
        """Pass on a pipe table whose rows all have as many cells as its head."""
        breed = _cellen(self.invoer[self.plek])
        los = self.vorige != LEEG
        while self.plek < len(self.invoer) and "|" in self.invoer[self.plek]:
            if (hier := _cellen(self.invoer[self.plek])) != breed:
                self.weiger(
                    f"deze rij van een tabel heeft {hier} {_cel(hier)}, de kopregel heeft er "
                    f"{breed}",
                    "Geef elke rij evenveel cellen; een lege cel is || of | |, een letterlijke | "
                    "schrijf je als \\|.",
                )
            self.zet(ANDERS, los=los)
            los = False
        if self.plek < len(self.invoer) and not _NA_TABEL.match(self.invoer[self.plek]):
            self.uit.witregel(self.nummer)
            self.vorige = LEEG

    # --- lists

    def _lijst(self) -> None:
        """Pass on an item; after a line of text it is a list only where that is clear."""
        if self.vorige == TEKST and not self.in_lijst:
            soort = self._begin_van_lijst()
            if soort == TEKST:
                self.zet(TEKST)
                return
            if not soort:
                self.weiger(
                    "hier is niet te zien of er een lijst begint",
                    "Zet een lege regel voor de lijst; is het geen lijst, zet dan een \\ voor het "
                    "teken of verplaats het naar de vorige regel.",
                )
            self.uit.witregel(self.nummer)
        self.in_lijst = True
        self.zet(LIJST)

    def _begin_van_lijst(self) -> str:
        """Return LIJST or TEKST for a first item right after a line of text; "" in doubt."""
        regel = self.invoer[self.plek]
        na_dubbele_punt = self.invoer[self.plek - 1].rstrip().endswith(":")
        tot = self.plek
        while tot < len(self.invoer) and self.invoer[tot].strip():
            tot += 1
        blok = self.invoer[self.plek : tot]
        if _PUNT.match(regel):
            teken = regel.lstrip()[0]
            gelijk = [r for r in blok if _PUNT.match(r) and r.lstrip()[0] == teken]
            return LIJST if na_dubbele_punt or len(gelijk) > 1 else ""
        nummers = [m[1] for r in blok if (m := _NUMMER.match(r))]
        vervolg = {"1": "2", "a": "b", "i": "ii", "#": "#"}.get(nummers[0])
        if vervolg in nummers[1:2] or (na_dubbele_punt and vervolg):
            return LIJST
        return "" if nummers[0].isdigit() else TEKST


def _cel(aantal: int) -> str:
    return "cel" if aantal == 1 else "cellen"


def _cellen(regel: str) -> int:
    """Return the number of cells of a row: pipes that are escaped or in code do not count."""
    kaal = re.sub(r"\\.", "xx", regel.strip())
    kaal = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", lambda m: "x" * len(m[0]), kaal)
    return kaal.removeprefix("|").removesuffix("|").count("|") + 1


def zonder_spaties(tekst: str) -> str:
    return "".join(tekst.split())
