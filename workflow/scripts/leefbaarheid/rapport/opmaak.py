"""Tables and figures as Quarto's Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.lettertype import LETTERTYPEN
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.meetmoment import UITLEG
from leefbaarheid.basis.merken import zonder_merken
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.tekst.cijfers import sleutel

UITLIJNING = {"l": ":---", "r": "---:", "c": ":--:"}


def _cel(waarde: object) -> str:
    """Return a table cell on one line; a bar in it is no column border."""
    return re.sub(r"(?<!\\)\|", r"\|", " ".join(str(waarde).split()))


def tabel(
    kop: Sequence[object],
    rijen: Sequence[Sequence[object]],
    *,
    id: str,
    titel: str,
    bron: str,
    uitlijning: str,
    breedtes: Sequence[int] | None = None,
    gegevens: Sequence[str] | None = None,
) -> str:
    """Return a captioned Markdown pipe table.

    Args:
        kop: column heads.
        rijen: cells as Markdown (numbers formatted, data escaped by the caller).
        id: name of the table; the reference is `@tbl-<id>`.
        titel: caption.
        bron: source line, put behind the caption; before it what the marks mean, where the table
            has them, of factors that were measured after a window.
        uitlijning: one letter per column: l, r or c.
        breedtes: relative column widths; without them each column takes what its cells need. A
            column is never narrower than the longest word of its head.
        gegevens: the result tables that the rows show, or a file of the publication; where it is
            not given, what was read to make `rijen` (`tekst.stof.Rijen`). They are named last.

    Raises:
        ValueError: a row has another number of cells than the head, or a column has no head.
    """
    if any(len(rij) != len(kop) for rij in rijen) or len(uitlijning) != len(kop):
        raise ValueError(f"table {id}: every row needs {len(kop)} cells")
    if not all(str(cel).strip() for cel in kop):
        raise ValueError(f"table {id}: every column needs a head")
    streep = [UITLIJNING[letter] for letter in uitlijning]
    lijnen = [
        "| " + " | ".join(_cel(cel) for cel in regel) + " |" for regel in [kop, streep, *rijen]
    ]
    maten = "false"
    if breedtes:
        maten = f'"[{",".join(map(str, passend(voor_de_kop(breedtes, kop))))}]"'
    uitleg = [zin for merk, zin in UITLEG.items() if any(merk in lijn for lijn in lijnen)]
    namen = getattr(rijen, "tabellen", ()) if gegevens is None else gegevens
    bijschrift = " ".join(filter(None, [titel, *uitleg, bron, _gegevens(namen)]))
    return "\n".join([*lijnen, "", f": {bijschrift} {{#tbl-{id} tbl-colwidths={maten}}}"])


def _gegevens(namen: Sequence[str]) -> str:
    """Return where the numbers of a table are, as files of the publication."""
    paden = [TABELLEN[naam].pad if naam in TABELLEN else naam for naam in namen]
    return f"Gegevens: {taal.opsomming([f'`{pad}`' for pad in paden])}." if paden else ""


TEKSTBREEDTE_PT, CELMARGE_PT, KOP_PT = 431.0, 10.6, 8.8
"""Width of the text column, what a cell keeps free at its sides, and the letters of a head (see
wijkrapport/typst-template.typ), in points."""


@cache
def _kopletter() -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(LETTERTYPEN / "SourceSans3-Semibold.ttf", 100 * KOP_PT)


def kopbreedte(kop: object) -> float:
    """Return how much of the text column the longest word of a head takes, in percents."""
    woorden = re.sub(r"[*_`\\]", "", zonder_merken(str(kop))).split() or [""]
    punten = max(_kopletter().getlength(woord) for woord in woorden) / 100
    return float(100 * (punten + CELMARGE_PT) / TEKSTBREEDTE_PT)


def voor_de_kop(breedtes: Sequence[float], kop: Sequence[object]) -> list[float]:
    """Return column widths in percents in which no word of the head has to be broken.

    What a narrow column gains, the others give in proportion to the room that they have to spare.
    Where the words together are wider than the page, the widths follow the words.

    Args:
        breedtes: relative widths.
        kop: column heads.
    """
    # half a percent for what rounding to whole percents takes
    nodig = [kopbreedte(cel) + 0.5 for cel in kop]
    delen = [100 * breedte / sum(breedtes) for breedte in breedtes]
    tekort = sum(max(n - deel, 0.0) for n, deel in zip(nodig, delen, strict=True))
    over = sum(max(deel - n, 0.0) for n, deel in zip(nodig, delen, strict=True))
    if tekort > over:
        return nodig
    gift = tekort / over if over else 0.0
    return [
        n if deel < n else deel - gift * (deel - n) for n, deel in zip(nodig, delen, strict=True)
    ]


def passend(breedtes: Sequence[float]) -> list[int]:
    """Return column widths as whole percentages that add up to exactly 100."""
    delen = [100 * breedte / sum(breedtes) for breedte in breedtes]
    heel = [int(deel) for deel in delen]
    rest = sorted(range(len(delen)), key=lambda i: heel[i] - delen[i])
    for i in rest[: 100 - sum(heel)]:
        heel[i] += 1
    return heel


def figuur(noot: Mapping[str, Any], naam: str, breedte: str = "100%") -> str:
    """Return a captioned figure with its alt text; the reference is `@fig-<naam>`.

    Args:
        noot: boodschap (may be empty), titel, n, peiljaar, bron, alt and bestand (below figuren/).
        naam: name of the figure.
        breedte: width on the page.
    """
    delen = [noot["titel"].rstrip(".") + ".", noot["n"], noot["peiljaar"]]
    delen.append(noot["bron"].rstrip(".") + ".")
    bijschrift = " ".join(als_markdown(deel) for deel in delen if deel)
    if noot["boodschap"]:
        bijschrift = f"**{als_markdown(noot['boodschap'])}.** {bijschrift}"
    alt = " ".join(noot["alt"].split()).replace("\\", "\\\\").replace('"', '\\"')
    id = sleutel(naam).replace("_", "-")
    return (
        f'![{bijschrift}](figuren/{noot["bestand"]}){{#fig-{id} fig-alt="{alt}" width={breedte}}}'
    )
