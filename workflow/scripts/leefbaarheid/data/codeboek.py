"""The codebook: what each contextual factor measures, in which unit, from which source."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from leefbaarheid.data.bevindingen import Bevindingen, meld_dubbel
from leefbaarheid.data.csvbestand import lees_cellen

KOLOMMEN = (
    "factor",
    "label",
    "eenheid",
    "bron",
    "peiljaar",
    "licentie",
    "concept",
    "toelichting",
)


def lees_codeboek(pad: str | Path) -> pd.DataFrame:
    """Read the codebook of the contextual factors: one row per factor, all columns text.

    Returns:
        The columns `KOLOMMEN`, in the order of the file.

    Raises:
        InvoerFout: wrong form, a factor twice, or an empty cell (only toelichting may be empty).
    """
    bron = lees_cellen(pad, KOLOMMEN, toegestaan=KOLOMMEN, meerregelig=True)
    bevindingen = Bevindingen(bron)
    for kolom in KOLOMMEN[:-1]:
        bevindingen.meld(
            bron.cellen[kolom] == "",
            f"'{kolom}' is leeg",
            kolom=kolom,
            remedie="Vul de cel; het rapport noemt van elke factor label, eenheid, bron, "
            "peiljaar en licentie. Alleen toelichting mag leeg zijn.",
        )
    meld_dubbel(bevindingen, ["factor"])
    bevindingen.klaar()
    return bron.cellen[list(KOLOMMEN)].astype(str)
