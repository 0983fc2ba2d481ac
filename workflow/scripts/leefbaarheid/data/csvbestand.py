"""From bytes to cells: an official csv read strictly, with the true line number of every row.

The csv module is used and not `pandas.read_csv`, because pandas repairs in silence what should be
told (rows with too few fields, unclosed quotes, NUL bytes) and loses the line numbers. Cells stay
text here; the reader of each source gives them their meaning.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.data.cellen import Brontabel
from leefbaarheid.data.codering import AANVULLEN, lees_tekst
from leefbaarheid.data.csvranden import (
    controleer_kopplek,
    extra_kolommen,
    naamloze_kolommen,
    weiger_tekstregels,
    zonder_lege_rijen,
)
from leefbaarheid.data.csvvorm import controleer_kop, controleer_scheiding, controleer_velden
from leefbaarheid.data.onzichtbaar import weiger_onzichtbaar


def lees_cellen(
    pad: str | Path,
    verplicht: Sequence[str],
    *,
    toegestaan: Collection[str] | None = None,
    config_kolommen: Collection[str] = (),
    meerregelig: bool = False,
) -> Brontabel:
    """Read a csv strictly into text cells.

    Args:
        pad: the file; comma separated, UTF-8 with or without byte order mark.
        verplicht: columns that must be there.
        toegestaan: the only columns allowed; None allows any.
        config_kolommen: those of `verplicht` that the config names, so that the remedy says so.
        meerregelig: whether a quoted cell may hold a line end.

    Columns that official files and other programs add (`versie`, row numbers) are read over, also
    where `toegestaan` does not name them (`csvranden.overgelezen`).

    Raises:
        InvoerFout: see `lees_tekst`; text above the header or below the rows, wrong separator,
            unclosed quote, missing, double or unknown columns, header only, rows with too few (cut
            off) or too many fields, characters that cannot be seen.
    """
    pad = Path(pad)
    kop, rijen, regels = _lees_rijen(pad, verplicht, meerregelig)
    met_naam = [naam for naam in kop if naam]
    extra = extra_kolommen(met_naam, toegestaan)
    mag = None if toegestaan is None else [*toegestaan, *extra]
    controleer_kop(pad, met_naam, verplicht, mag, config_kolommen)
    if not rijen:
        raise InvoerFout(
            "het bestand heeft alleen een kopregel en geen gegevens",
            bestand=pad,
            regel=1,
            remedie=AANVULLEN,
        )
    weiger_tekstregels(pad, kop, rijen, regels)
    controleer_velden(pad, kop, rijen, regels)
    weg = naamloze_kolommen(pad, kop, rijen, regels)
    cellen = {
        naam: [cel.strip() for cel in kolom]
        for i, (naam, kolom) in enumerate(zip(kop, zip(*rijen, strict=True), strict=True))
        if i not in weg
    }
    return Brontabel(pad, pd.DataFrame(cellen, dtype=object), np.asarray(regels))


def kopnamen(pad: str | Path) -> list[str]:
    """Return the names on the first line that has anything on it; nothing of it is checked.

    Raises:
        InvoerFout: see `lees_tekst`.
    """
    tekst, _ = lees_tekst(pad)
    kop = next(regel for regel in re.split(r"\r\n|\r|\n", tekst) if regel.strip())
    return [naam.strip().strip('"').strip() for naam in re.split(r"[,;\t|]", kop)]


def _lees_rijen(
    pad: Path, verplicht: Sequence[str], meerregelig: bool
) -> tuple[list[str], list[list[str]], list[int]]:
    """Return the header, the rows below it, and the line at which each of them begins."""
    tekst, _ = lees_tekst(pad)
    controleer_kopplek(pad, tekst, verplicht)
    controleer_scheiding(pad, tekst)
    alle, regels = zonder_lege_rijen(*_ontleed(pad, tekst, meerregelig))
    if not alle:
        raise InvoerFout("het bestand is leeg", bestand=pad, remedie=AANVULLEN)
    eerste, *rijen = alle
    kop = [naam.strip() for naam in eerste]
    weiger_onzichtbaar(pad, kop, rijen, regels[1:])
    return kop, rijen, regels[1:]


def _ontleed(pad: Path, tekst: str, meerregelig: bool) -> tuple[list[list[str]], list[int]]:
    """Split into rows, with the line at which each begins; blank lines are passed over."""
    lezer = csv.reader(io.StringIO(tekst, newline=""), strict=True)
    rijen, regels, vorige = [], [], 0
    try:
        for rij in lezer:
            if lezer.line_num > vorige + 1 and not meerregelig:
                raise csv.Error("a cell runs over several lines")
            if rij:
                rijen.append(rij)
                regels.append(vorige + 1)
            vorige = lezer.line_num
    except csv.Error:
        raise InvoerFout(
            "een aanhalingsteken op deze regel wordt niet, of verkeerd, gesloten",
            bestand=pad,
            regel=vorige + 1,
            waarde=re.split(r"\r\n|\r|\n", tekst)[vorige][:60],
            remedie='Zet aanhalingstekens om de hele cel ("Appel, Driedorp") of haal ze weg; '
            'een aanhalingsteken binnen een cel wordt verdubbeld (""). Is dit de laatste regel, '
            "dan is het bestand afgekapt: haal het opnieuw op.",
        ) from None
    return rijen, regels
