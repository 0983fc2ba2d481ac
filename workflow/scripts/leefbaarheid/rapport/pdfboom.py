"""The structure tree of a PDF, read once: what a screen reader goes by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf

from leefbaarheid.rapport.pdftekst import Woorden


class Inhoud(NamedTuple):
    """What an element holds: elements, marked content with its page, and other objects."""

    kinderen: list[Tag]
    mcids: list[tuple[pikepdf.Object | None, int]]
    verwijzingen: list[pikepdf.Object]


@dataclass
class Tag:
    """An element of the structure tree; what is in it is read when it is first asked for.

    Attributes:
        soort: its tag, such as "TD"; "" for the root.
        object: the element in the PDF.
    """

    soort: str
    object: pikepdf.Object
    _gelezen: Inhoud | None = field(default=None, repr=False, compare=False)

    @property
    def _inhoud(self) -> Inhoud:
        # no cached_property: it takes a lock, and there are tens of thousands of these
        if self._gelezen is None:
            self._gelezen = self._lees()
        return self._gelezen

    def _lees(self) -> Inhoud:
        uit = Inhoud([], [], [])
        pagina = self.object.get("/Pg")
        inhoud = self.object.get("/K")
        for deel in inhoud if isinstance(inhoud, pikepdf.Array) else [inhoud]:
            if not isinstance(deel, pikepdf.Dictionary):
                if deel is not None:
                    uit.mcids.append((pagina, int(deel)))
            elif (soort := deel.get("/S")) is not None:
                uit.kinderen.append(Tag(str(soort)[1:], deel))
            elif "/MCID" in deel:  # on another page than the element itself
                uit.mcids.append((deel.Pg if "/Pg" in deel else pagina, int(deel.MCID)))
            else:
                uit.verwijzingen.append(deel)
        return uit

    @property
    def kinderen(self) -> list[Tag]:
        """The elements in it, in reading order."""
        return self._inhoud.kinderen

    @property
    def mcids(self) -> list[tuple[pikepdf.Object | None, int]]:
        """The marked content that is its own, with the page that each piece is on."""
        return self._inhoud.mcids

    @property
    def verwijzingen(self) -> list[pikepdf.Object]:
        """What it holds that is no text: the annotation of a link."""
        return self._inhoud.verwijzingen

    def alle(self) -> Iterator[Tag]:
        """Yield this element and all below it, in reading order."""
        stapel = [self]
        while stapel:
            tag = stapel.pop()
            yield tag
            stapel += reversed(tag.kinderen)

    def leeg(self) -> bool:
        """Say whether there is nothing in it: no text, no picture, no link."""
        return not any(tag.mcids or tag.verwijzingen for tag in self.alle())

    def tekst(self, woorden: Woorden) -> str:
        """Return the words in it, elements below it included."""
        delen = (woorden.van(*plek) for tag in self.alle() for plek in tag.mcids)
        return " ".join("".join(delen).split())


def lees_boom(pdf: pikepdf.Pdf) -> Tag | None:
    """Return the structure tree of a PDF; None where it has none."""
    wortel = pdf.Root.get("/StructTreeRoot")
    return None if wortel is None else Tag("", wortel)


def tabellen(boom: Tag) -> Iterator[Tag]:
    """Yield the tables of a document, without reading what is in them."""
    stapel = [boom]
    while stapel:
        tag = stapel.pop()
        if tag.soort == "Table":
            yield tag
        else:
            stapel += reversed(tag.kinderen)


@dataclass(frozen=True)
class Rooster:
    """A table as rows of cells: the rows of its head, and those of its body."""

    kop: list[list[Tag]]
    rijen: list[list[Tag]]

    def een_kopregel(self) -> bool:
        """Say whether it is a plain grid: one row of heads, and as many cells in every row."""
        breedtes = {len(rij) for rij in [*self.kop, *self.rijen]}
        return len(self.kop) == 1 and bool(self.rijen) and len(breedtes) == 1


def rooster(tabel: Tag) -> Rooster:
    """Return the cells of a table, row by row."""
    kop: list[list[Tag]] = []
    rijen: list[list[Tag]] = []
    for deel in tabel.kinderen:
        for rij in [deel] if deel.soort == "TR" else deel.kinderen:
            if rij.soort == "TR":
                in_kop = deel.soort == "THead" or all(cel.soort == "TH" for cel in rij.kinderen)
                (kop if in_kop else rijen).append(rij.kinderen)
    return Rooster(kop, rijen)
