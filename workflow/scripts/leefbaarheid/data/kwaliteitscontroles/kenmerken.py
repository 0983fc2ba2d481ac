"""What is known of the wijken: inhabitants, factors, and the wijken of the selection list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Ernst
from leefbaarheid.data.kwaliteitscontroles.rij import CONTEXT, LIJST, goed_of, rij
from leefbaarheid.data.kwaliteitscontroles.scores import breed


def contextrijen(wijken: pd.DataFrame, context: pd.DataFrame) -> Iterator[Rij]:
    inwoners = wijken["inwoners"]
    for controle, masker, goed, anders in (
        (
            "inwoners bekend",
            inwoners.isna(),
            DataReden.INWONERS_BEKEND,
            DataReden.INWONERS_ONBEKEND,
        ),
        ("wijk bewoond", inwoners == 0, DataReden.ALLE_BEWOOND, DataReden.ONBEWOOND),
    ):
        n = int(masker.sum())
        yield rij(
            controle,
            CONTEXT,
            goed_of(n, goed, anders),
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
        zonder = int((in_lijst & ~volledig).sum())
        yield rij(
            "gegevens van wijken op de lijst",
            LIJST,
            goed_of(zonder, DataReden.LIJST_VOLLEDIG, DataReden.LIJST_ONVOLLEDIG),
            n=int(np.sum(in_lijst)),
            afwijkend=zonder,
            kolom=label,
            bij_afwijking=Ernst.LET_OP,
        )
