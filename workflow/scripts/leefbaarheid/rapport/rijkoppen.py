"""Row headers in the tables of a PDF: a cell is read out with the name of its row.

The Typst of pip tags the head of a column and has no way to tag that of a row, so the tags are
completed afterwards, in the same way for both engines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pikepdf

from leefbaarheid.rapport.pdfboom import Rooster, Tag, rooster, tabellen
from leefbaarheid.rapport.pdftekst import Woorden

MEESTE = 3
"""Columns that may name a row together: a period, a model and a factor."""
LANGSTE = 60
"""Letters of a text that names a row with another one; all of it is read out with every cell."""
VOLGNUMMER = "Nr"
"""Head of a column that numbers the rows and does not name them."""


def tag_rijkoppen(boom: Tag | None, *, eerste_noemt: bool = False) -> int:
    """Tag the cells that name the rows of the tables of a PDF as their headers.

    Args:
        boom: the structure tree of an open PDF; it and the elements in the PDF are changed.
        eerste_noemt: in every table the first column names the rows, or the second after a number:
            then only the heads are read, and that saves most of the work.

    Returns:
        How many tables have row headers now.
    """
    woorden = Woorden()
    alle = [rooster(tag) for tag in tabellen(boom)] if boom else []
    return sum(
        _met_rijkoppen(tabel, _namen(tabel, woorden, eerste_noemt))
        for tabel in alle
        if tabel.een_kopregel()
    )


def _namen(tabel: Rooster, woorden: Woorden, eerste_noemt: bool) -> int:
    """Return how many of the first columns name the rows of a table."""
    kop = tabel.kop[0][0].tekst(woorden)
    if eerste_noemt:
        return 2 if kop == VOLGNUMMER else 1
    kolommen = len(tabel.kop[0])
    return sleutelkolommen(kop, kolommen, lambda n: [rij[n].tekst(woorden) for rij in tabel.rijen])


def _met_rijkoppen(tabel: Rooster, kolommen: int) -> bool:
    """Tag the row headers of one table; say whether it has them."""
    if not kolommen or any(cel.leeg() for rij in tabel.rijen for cel in rij[:kolommen]):
        return False
    for rij in tabel.rijen:
        for plaats, cel in enumerate(rij):
            _schrijf_kenmerken(cel, rijkop=plaats < kolommen)
    return True


def sleutelkolommen(kop: str, kolommen: int, teksten: Callable[[int], Sequence[str]]) -> int:
    """Return how many of the first columns name the rows: as few as tell all rows apart.

    Where they cannot (a long text would be needed beside the first column), the first column does;
    where a cell of it is empty, none. At least one column is left for what the table tells.

    Args:
        kop: head of the first column.
        kolommen: columns of the table.
        teksten: gives the text of the cells of a column, by its place.
    """
    namen: list[tuple[str, ...]] = []
    for kolom in range(min(MEESTE, kolommen - 1)):
        cellen = teksten(kolom)
        if not all(cellen) or (kolom and max(map(len, cellen)) > LANGSTE):
            break
        namen = [
            (*eerder, cel) for eerder, cel in zip(namen or [()] * len(cellen), cellen, strict=True)
        ]
        if len(set(namen)) == len(namen) and (kolom or kop != VOLGNUMMER):
            return kolom + 1
    return 1 if namen else 0


def _schrijf_kenmerken(tag: Tag, *, rijkop: bool) -> None:
    """Make a cell a row header, or let it find its headers by their scope.

    Typst names the head of the column of each cell (Headers). With that list a reader looks no
    further, and would not find the head of the row; without it, the scope of both heads holds.
    """
    cel = tag.object
    kenmerken = cel.get("/A", pikepdf.Array())
    delen = [kenmerken] if isinstance(kenmerken, pikepdf.Dictionary) else list(kenmerken)
    for deel in delen:
        if "/Headers" in deel:
            del deel["/Headers"]
    if rijkop and tag.soort != "TH":
        tag.soort = "TH"
        cel.S = pikepdf.Name.TH
        bereik = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
        cel.A = pikepdf.Array([bereik, *delen])
