"""Scores and labels that were brought to other borders: which wijken, and which could not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Ernst
from leefbaarheid.data.herindeling import Overgang
from leefbaarheid.data.kwaliteitscontroles.rij import LEEFBAAROMETER, LIJST, aanduidingen, rij


def overgangsrijen(
    wijken: pd.DataFrame, overgang: Overgang | None, gemengd: Sequence[str]
) -> Iterator[Rij]:
    """Name the wijken whose score or label comes from wijken of another year.

    Args:
        wijken: from `maak_wijken`.
        overgang: from `breng_scores_over`; None where the scores kept their borders.
        gemengd: from `breng_labels_over`.
    """
    if overgang:
        jaren = {"van": overgang.van, "naar": overgang.naar}
        for naam, codes, reden in (
            ("score samengevoegd", overgang.samengevoegd, DataReden.SCORES_SAMENGEVOEGD),
            ("score overgenomen", overgang.overgenomen, DataReden.SCORES_OVERGENOMEN),
            ("score niet herleid", overgang.niet_te_herleiden, DataReden.SCORES_NIET_HERLEID),
        ):
            yield from _rij(wijken, codes, naam, LEEFBAAROMETER, reden, **jaren)
    yield from _rij(wijken, gemengd, "label gemengd", LIJST, DataReden.LABEL_GEMENGD)


def _rij(
    wijken: pd.DataFrame,
    codes: Sequence[str],
    controle: str,
    bron: str,
    reden: DataReden,
    **velden: object,
) -> Iterator[Rij]:
    deze = wijken[wijken["wk_code"].isin(list(codes))]
    if len(deze):
        yield rij(
            controle,
            bron,
            reden.met(n=len(deze), wijken=aanduidingen(deze), **velden),
            n=len(wijken),
            afwijkend=len(deze),
            kolom="wk_code",
            bij_afwijking=Ernst.LET_OP,
        )
