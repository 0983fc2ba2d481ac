"""What stands around the table in a csv: title lines above it, a source below it, row numbers."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout, en_nog
from leefbaarheid.data.bronnen import is_gebiedscode

OVERGELEZEN = frozenset(
    {"versie", "version", "rownr", "rownum", "rijnr", "rijnummer", "regelnr", "regel", "row", "nr"}
    | {"index", "id", "_id", "fid", "ogc_fid", "objectid", "x", "x1", "...1", "unnamed: 0"}
)
"""Names (in small letters) of columns that official files and other programs add."""
_KOP_BINNEN = 50
_SCHEIDING = re.compile(r"[,;\t|]")
_NOOT = re.compile(
    r"(?:bron(?:nen)?|source|©|\(c\)|copyright|toelichting|noot|opmerking|let op|n\.?b\.?|totaal"
    r"|peildatum|datum|gedownload|laatst)\b|[*©]",
    re.I,
)


def controleer_kopplek(pad: Path, tekst: str, verplicht: Sequence[str]) -> None:
    """Refuse a text whose header is not on the first line that has anything on it.

    Raises:
        InvoerFout: lines of text above the header, a first line of Excel (`sep=;`), whole lines in
            quotes, or no header at all.
    """
    regels = [(i, r) for i, r in enumerate(re.split(r"\r\n|\r|\n", tekst), start=1) if r.strip()]
    eerste = regels[0][1]
    if re.fullmatch(r"\"?sep=.\"?", eerste.strip(), re.I):
        raise InvoerFout(
            "de eerste regel is een aanwijzing voor Excel en geen kopregel",
            bestand=pad,
            regel=regels[0][0],
            waarde=eerste.strip(),
            remedie="Verwijder deze regel.",
        )
    if _is_kop(eerste, verplicht):
        _weiger_regels_tussen_aanhalingstekens(pad, regels[0], verplicht)
        return
    for nummer, regel in regels[1:_KOP_BINNEN]:
        if _is_kop(regel, verplicht):
            raise InvoerFout(
                f"boven de kopregel staat nog tekst; de kopregel is regel {nummer}",
                bestand=pad,
                regel=regels[0][0],
                waarde=eerste.strip()[:60],
                remedie="Verwijder alles boven de kopregel.",
            )
    if any(is_gebiedscode(naam) for naam in _namen(eerste)):
        raise InvoerFout(
            "de kopregel ontbreekt: op de eerste regel staan al gegevens",
            bestand=pad,
            regel=regels[0][0],
            waarde=eerste.strip()[:60],
            remedie=f"Zet er een regel boven met de namen van de kolommen: {', '.join(verplicht)}.",
        )


def _namen(regel: str) -> set[str]:
    return {cel.strip().strip('"').strip() for cel in _SCHEIDING.split(regel)}


def _is_kop(regel: str, verplicht: Sequence[str]) -> bool:
    """Tell whether at least half of the columns that must be there are named on a line."""
    return 2 * len(_namen(regel) & set(verplicht)) >= len(set(verplicht))


def _weiger_regels_tussen_aanhalingstekens(
    pad: Path, regel: tuple[int, str], verplicht: Sequence[str]
) -> None:
    """Refuse a header that is one cell: whole lines were put between quotes."""
    nummer, kop = regel
    heel = re.fullmatch(r'"([^"]*)"', kop.strip())
    if heel and len(set(verplicht)) > 1 and _SCHEIDING.search(heel[1]):
        raise InvoerFout(
            "elke regel staat als geheel tussen aanhalingstekens en is daardoor één cel",
            bestand=pad,
            regel=nummer,
            waarde=kop.strip()[:60],
            remedie="Haal de aanhalingstekens om de hele regel weg (in een rekenblad: 'Tekst naar "
            "kolommen'), of gebruik het oorspronkelijke bestand.",
        )


def zonder_lege_rijen(
    rijen: Sequence[list[str]], regels: Sequence[int]
) -> tuple[list[list[str]], list[int]]:
    """Return the rows with anything in them; a row of commas only is a blank line."""
    vol = [i for i, rij in enumerate(rijen) if any(cel.strip() for cel in rij)]
    return [rijen[i] for i in vol], [regels[i] for i in vol]


def weiger_tekstregels(
    pad: Path, kop: Sequence[str], rijen: Sequence[list[str]], regels: Sequence[int]
) -> None:
    """Refuse a line that is a sentence and no row, such as "Bron: CBS" below the table.

    Raises:
        InvoerFout: the first such line.
    """
    fout = [i for i, rij in enumerate(rijen) if _is_tekstregel(rij, len(kop))]
    if not fout:
        return
    i = fout[0]
    onder = fout == list(range(i, len(rijen)))
    raise InvoerFout(
        f"{'onder' if onder else 'tussen'} de gegevens staat een regel met tekst"
        + en_nog(len(fout)),
        bestand=pad,
        regel=regels[i],
        waarde=",".join(rijen[i]).strip().strip(",")[:60],
        remedie="Verwijder deze regel; een bestand heeft alleen een kopregel en gegevens. Noem de "
        "bron in `teksten` van de config.",
    )


def _is_tekstregel(rij: Sequence[str], breedte: int) -> bool:
    """Tell a sentence from a row: one cell of words, or a row that begins with "Bron:"."""
    gevuld = [cel.strip() for cel in rij if cel.strip()]
    if not rij[0].strip() or is_gebiedscode(gevuld[0]) or breedte == 1:
        return False
    if len(gevuld) == 1:
        return bool(_NOOT.match(gevuld[0])) or " " in gevuld[0]
    return len(rij) < breedte and bool(_NOOT.match(gevuld[0]))


def naamloze_kolommen(
    pad: Path, kop: Sequence[str], rijen: Sequence[Sequence[str]], regels: Sequence[int]
) -> list[int]:
    """Return which columns without a name can be left out: empty, or counting the rows.

    Raises:
        InvoerFout: a column without a name holds more than that.
    """
    weg = [i for i, naam in enumerate(kop) if not naam]
    for i in weg:
        cellen = [rij[i].strip() for rij in rijen]
        if any(cellen) and not _zijn_rijnummers(cellen):
            plek = next(j for j, cel in enumerate(cellen) if cel)
            raise InvoerFout(
                f"kolom {i + 1} heeft geen naam maar wel inhoud",
                bestand=pad,
                regel=regels[plek],
                waarde=cellen[plek],
                remedie="Geef de kolom een naam in de kopregel, of verwijder haar.",
            )
    return weg


def _zijn_rijnummers(cellen: Sequence[str]) -> bool:
    """Tell whether cells count the rows: each whole, and one more than the one before."""
    if not all(re.fullmatch(r"\d{1,9}", cel, re.ASCII) for cel in cellen):
        return False
    getallen = [int(cel) for cel in cellen]
    return all(b > a for a, b in pairwise(getallen))


def extra_kolommen(kop: Sequence[str], toegestaan: Collection[str] | None) -> list[str]:
    """Return the official extras that a reader with a fixed list of columns does not use."""
    if toegestaan is None:
        return []
    return [naam for naam in kop if naam.lower() in OVERGELEZEN and naam not in toegestaan]


def overgelezen(tekst: str, toegestaan: Collection[str] | None) -> list[str]:
    """Return the columns of a csv that its reader reads over, for the note that says so.

    Args:
        tekst: the csv, accepted by its reader.
        toegestaan: the only columns the reader allows; None when it allows any.
    """
    kop = [naam.strip() for naam in next(csv.reader(tekst.lstrip().splitlines()[:1]))]
    naamloos = [f"kolom {i + 1} (zonder naam)" for i, naam in enumerate(kop) if not naam]
    return [*extra_kolommen(kop, toegestaan), *naamloos]
