"""What is known of the wijken: inhabitants, factors, and the wijken of the selection list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Ernst
from leefbaarheid.data.kwaliteitscontroles.rij import (
    CONTEXT,
    LIJST,
    goed_of,
    met_namen,
    rij,
)
from leefbaarheid.data.kwaliteitscontroles.scores import breed


def contextrijen(wijken: pd.DataFrame, context: pd.DataFrame) -> Iterator[Rij]:
    onbekend = wijken[wijken["inwoners"].isna()]
    onbewoond = int((wijken["inwoners"] == 0).sum())
    for controle, reden, n in (
        (
            "inwoners bekend",
            met_namen(onbekend, DataReden.INWONERS_BEKEND, DataReden.INWONERS_ONBEKEND),
            len(onbekend),
        ),
        (
            "wijk bewoond",
            goed_of(onbewoond, DataReden.ALLE_BEWOOND, DataReden.ONBEWOOND),
            onbewoond,
        ),
    ):
        yield rij(
            controle,
            CONTEXT,
            reden,
            n=len(wijken),
            afwijkend=n,
            kolom="inwoners",
            bij_afwijking=Ernst.LET_OP,
        )
    for factor in context.columns.drop("wk_code"):
        leeg = int(context[factor].isna().sum())
        yield rij(
            "factor gevuld",
            CONTEXT,
            DataReden.FACTOR_ONTBREEKT.met(n=leeg, aandeel=leeg / len(context))
            if leeg
            else DataReden.FACTOR_GEVULD.met(),
            n=len(context),
            afwijkend=leeg,
            kolom=factor,
            bij_afwijking=Ernst.LET_OP,
        )


def lijstrijen(
    wijken: pd.DataFrame, panel: pd.DataFrame, jaren: Sequence[int], labels: Iterable[str]
) -> Iterator[Rij]:
    met_scores = breed(panel, jaren).notna().all(axis=1)
    volledig = wijken["wk_code"].map(met_scores).eq(True) & wijken["inwoners"].notna()
    for label in labels:
        in_lijst = wijken[f"label_{label}"]
        zonder = wijken[in_lijst & ~volledig]
        yield rij(
            "gegevens van wijken op de lijst",
            LIJST,
            met_namen(zonder, DataReden.LIJST_VOLLEDIG, DataReden.LIJST_ONVOLLEDIG),
            n=int(np.sum(in_lijst)),
            afwijkend=len(zonder),
            kolom=label,
            bij_afwijking=Ernst.LET_OP,
        )
