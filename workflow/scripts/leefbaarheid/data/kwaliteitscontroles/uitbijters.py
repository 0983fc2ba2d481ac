"""Values that stand apart from all others of their column: named, and left as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import SCHEIDING, Ernst
from leefbaarheid.data.bronnen import DIMENSIES
from leefbaarheid.data.hek import hek
from leefbaarheid.data.kwaliteitscontroles.rij import CONTEXT, LEEFBAAROMETER, aanduiding, rij


def uitbijterrijen(
    panel: pd.DataFrame, wijken: pd.DataFrame, context: pd.DataFrame, jaren: Sequence[int]
) -> Iterator[Rij]:
    """Name the wijken whose scores, inhabitants or factors are beyond the fence (`hek`)."""
    for jaar in jaren:
        in_jaar = panel[panel["jaar"] == jaar]
        for kolom in ("lbm", *DIMENSIES):
            yield from _rijen(in_jaar, in_jaar, kolom, LEEFBAAROMETER, jaar)
    namen = wijken[["wk_code", "wk_naam"]]
    yield from _rijen(wijken, wijken, "inwoners", CONTEXT)
    met_naam = context[["wk_code"]].merge(namen, on="wk_code", how="left")
    for factor in context.columns.drop("wk_code"):
        yield from _rijen(context, met_naam, factor, CONTEXT)


def _rijen(
    tabel: pd.DataFrame, namen: pd.DataFrame, kolom: str, bron: str, jaar: int | None = None
) -> Iterator[Rij]:
    """Give one row for a column with values beyond the fence, and none for another.

    The check has the column in its name, so that no reader folds two columns into one remark.
    """
    waarden = tabel[kolom].to_numpy(dtype=float)
    laag, hoog = hek(waarden)
    buiten = np.flatnonzero((waarden < laag) | (waarden > hoog))
    if not buiten.size:
        return
    buiten = buiten[np.argsort(-np.abs(waarden[buiten] - np.nanmedian(waarden)), kind="stable")]
    wie = namen.iloc[buiten]
    yield rij(
        f"waarde ver van de rest: {kolom}",
        bron,
        DataReden.VER_VAN_DE_REST.met(
            kolom=kolom,
            n=buiten.size,
            wijken=SCHEIDING.join(map(aanduiding, wie["wk_code"], wie["wk_naam"])),
            waarden=SCHEIDING.join(repr(float(waarde)) for waarde in waarden[buiten]),
            laag=laag,
            hoog=hoog,
        ),
        n=int(np.isfinite(waarden).sum()),
        afwijkend=buiten.size,
        kolom=kolom,
        jaar=jaar,
        bij_afwijking=Ernst.LET_OP,
    )
