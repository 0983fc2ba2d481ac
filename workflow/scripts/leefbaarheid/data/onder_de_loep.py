"""The wijken that an earlier study looked at closely, and which wijk of CBS each of them is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis.gebied import WIJK
from leefbaarheid.data.bevindingen import Bevindingen
from leefbaarheid.data.cellen import past
from leefbaarheid.data.csvbestand import lees_cellen

KOLOMMEN = ("nr", "wijk", "gemeente", "wk_code", "toelichting")


def lees_onder_de_loep(pad: str | Path, bekende_codes: Iterable[str]) -> pd.DataFrame:
    """Read the list of wijken that an earlier study looked at.

    Args:
        pad: csv with nr, wijk, gemeente, wk_code and toelichting; wk_code is empty where the wijk
            is no wijk of CBS of its own, and toelichting then says why. Other columns are ignored.
        bekende_codes: codes in the other sources.

    Returns:
        nr (int), wijk, gemeente, wk_code and toelichting, in the order of nr; empty cells are "".

    Raises:
        InvoerFout: wrong form, a number or code twice, a code of another form or in no other
            source, a row without code that does not say why.
    """
    bron = lees_cellen(pad, KOLOMMEN)
    bevindingen = Bevindingen(bron)
    cellen = bron.cellen
    codes, nrs = cellen["wk_code"], cellen["nr"]
    leeg, bekend = codes == "", set(bekende_codes)
    bevindingen.meld(
        ~leeg & ~past(codes.tolist(), WIJK.patroon),
        "dit is geen wijkcode van het CBS",
        kolom="wk_code",
        remedie="Schrijf WK met zes tekens (WK036300), of laat de cel leeg.",
    )
    bevindingen.meld(
        ~leeg
        & past(codes.tolist(), WIJK.patroon)
        & ~np.fromiter((code in bekend for code in codes), dtype=bool, count=len(codes)),
        "deze wijkcode staat niet in de Leefbaarometer en niet in de contexttabel",
        kolom="wk_code",
        remedie="Gebruik de code van de indeling van deze editie, of laat de cel leeg.",
    )
    bevindingen.meld(
        ~nrs.str.fullmatch(r"\d{1,3}"),
        "dit is geen volgnummer",
        kolom="nr",
        remedie="Nummer de wijken: 1, 2, 3.",
    )
    for kolom in ("nr", "wk_code"):
        bevindingen.meld(
            (cellen[kolom] != "") & cellen[kolom].duplicated(),
            "dit staat twee keer in de lijst",
            kolom=kolom,
            remedie="Geef elke wijk één regel.",
        )
    bevindingen.meld(
        leeg & (cellen["toelichting"] == ""),
        "deze wijk heeft geen code, en er staat niet waarom",
        kolom="toelichting",
        remedie="Schrijf in een paar woorden waarom, bijvoorbeeld: een buurt binnen een grotere "
        "CBS-wijk.",
    )
    bevindingen.klaar()
    lijst = pd.DataFrame({kolom: cellen[kolom].astype(str) for kolom in KOLOMMEN})
    return lijst.assign(nr=lijst["nr"].astype(int)).sort_values("nr", ignore_index=True)
