"""The codebook: what each contextual factor measures, in which unit, from which source."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.data.bevindingen import Bevindingen, meld_dubbel, meld_getallen
from leefbaarheid.data.cellen import getallen_per_kolom
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
GRENZEN = ("minimum", "maximum")
"""Columns that a codebook may have: the smallest and largest value a factor can have."""


def lees_codeboek(pad: str | Path) -> pd.DataFrame:
    """Read the codebook of the contextual factors: one row per factor.

    Returns:
        The columns `KOLOMMEN` (text) and `GRENZEN` (float; NaN where the codebook gives no bound),
        in the order of the file.

    Raises:
        InvoerFout: wrong form, a factor twice, an empty cell (only toelichting, minimum and maximum
            may be empty), a bound that is no number, a minimum above its maximum.
    """
    bron = lees_cellen(pad, KOLOMMEN, toegestaan=[*KOLOMMEN, *GRENZEN], meerregelig=True)
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
    getallen, onleesbaar = getallen_per_kolom(bron, [k for k in GRENZEN if k in bron.cellen])
    meld_getallen(bevindingen, onleesbaar)
    grenzen = {k: getallen.get(k, np.full(len(bron.cellen), np.nan)) for k in GRENZEN}
    bevindingen.meld(
        grenzen["minimum"] > grenzen["maximum"],
        "het minimum is groter dan het maximum",
        kolom="minimum",
        remedie="Verwissel de twee, of verbeter ze.",
    )
    bevindingen.klaar()
    return bron.cellen[list(KOLOMMEN)].astype(str).assign(**grenzen)
