"""The codebook: what each contextual factor measures, in which unit, from which source."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.meetmoment import met_merk, tijdstip_meting
from leefbaarheid.basis.tabelwaarden import Meting
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


def na_de_uitkomst(
    codeboek: pd.DataFrame, factoren: Sequence[str], venster: Sequence[int]
) -> list[str]:
    """Return the factors that were measured at or after the end of a window.

    Args:
        codeboek: from `lees_codeboek`.
        factoren: names of the factors, each with a row in the codebook.
        venster: first and last year.
    """
    van, tot = venster
    peiljaar = codeboek.set_index("factor")["peiljaar"]
    return [f for f in factoren if tijdstip_meting(peiljaar[f], van, tot) == Meting.NA]


def merk_late_factoren(
    codeboek: pd.DataFrame, factoren: Sequence[str], venster: Sequence[int]
) -> pd.DataFrame:
    """Return the codebook with peiljaar and mark in the label of what came after the outcome.

    Every table, figure and sentence has its labels from here, so that none can leave the mark out.

    Args:
        codeboek, factoren, venster: see `na_de_uitkomst`.
    """
    laat = codeboek["factor"].isin(na_de_uitkomst(codeboek, factoren, venster))
    codeboek = codeboek.assign(label=codeboek["label"].map(taal.jaren))
    gemerkt = [
        met_merk(*paar)
        for paar in zip(codeboek["label"], codeboek["peiljaar"].map(taal.jaren), strict=True)
    ]
    return codeboek.assign(label=codeboek["label"].where(~laat, gemerkt))


def eis_hoofdfactoren_op_tijd(
    codeboek: pd.DataFrame, primair: Sequence[str], venster: Sequence[int]
) -> None:
    """Refuse a primary factor that was measured after the outcome it is related to.

    Args:
        codeboek, venster: see `na_de_uitkomst`.
        primair: the primary factors.

    Raises:
        InvoerFout: the first such factor.
    """
    van, tot = venster
    for factor in na_de_uitkomst(codeboek, primair, venster):
        peiljaar = codeboek.set_index("factor")["peiljaar"][factor]
        raise InvoerFout(
            f"deze factor is gemeten in {peiljaar}, niet vóór het einde van de hoofdperiode "
            f"{van}-{tot}, en kan dus geen hoofdfactor zijn",
            sleutel="inferentie.primaire_factoren",
            waarde=factor,
            remedie="Haal de factor uit deze lijst; hij blijft bij 'factoren' en krijgt een merk.",
        )
