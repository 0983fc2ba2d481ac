"""Scores of the Leefbaarometer: present, in range, and adding up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from leefbaarheid.basis.gebied import huidig
from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Ernst
from leefbaarheid.data.bronnen import AFW_TOLERANTIE, DIMENSIES, LBM_BEREIK
from leefbaarheid.data.kwaliteitscontroles.rij import LEEFBAAROMETER, aanduidingen, goed_of, rij
from leefbaarheid.data.leefbaarometer import basis_van
from leefbaarheid.data.verwisseling import plaats_van_dimensies
from leefbaarheid.editie.uitgaven import Uitgave


def jaarrijen(panel: pd.DataFrame, groot: pd.DataFrame, jaren: Sequence[int]) -> Iterator[Rij]:
    """Count the wijken without a score, and name those that are large enough to be eligible.

    Args:
        panel: from `lees_leefbaarometer`.
        groot: the rows of `wijken` that are eligible by their inhabitants.
        jaren: the years of the edition.
    """
    scores = breed(panel, jaren)
    n = len(scores)
    for jaar in jaren:
        zonder = int(scores[jaar].isna().sum())
        yield rij(
            "score per jaar",
            LEEFBAAROMETER,
            goed_of(zonder, DataReden.SCORE_IN_JAAR, DataReden.GEEN_SCORE_IN_JAAR, jaar=jaar),
            n=n,
            afwijkend=zonder,
            kolom="lbm",
            jaar=jaar,
            bij_afwijking=Ernst.LET_OP,
        )
    onvolledig = scores.index[scores.isna().any(axis=1)]
    missen = aanduidingen(groot[groot["wk_code"].isin(onvolledig)])
    yield rij(
        "volledige reeks",
        LEEFBAAROMETER,
        DataReden.REEKS_ONVOLLEDIG.met(n=len(onvolledig), wijken=missen)
        if len(onvolledig)
        else DataReden.REEKS_VOLLEDIG.met(),
        n=n,
        afwijkend=len(onvolledig),
        kolom="lbm",
        bij_afwijking=Ernst.LET_OP,
    )


def breed(panel: pd.DataFrame, jaren: Sequence[int], kolom: str = "lbm") -> pd.DataFrame:
    """Return scores with one row per wijk and one column per year; NaN where there is none."""
    breed = panel.drop_duplicates(["wk_code", "jaar"]).pivot(
        index="wk_code", columns="jaar", values=kolom
    )
    return breed.reindex(columns=list(jaren))


def uitgaverijen(scores: pd.DataFrame, versie: str, uitgave: Uitgave | None) -> Iterator[Rij]:
    """Say which release the file is, by its version and years."""
    jaren = sorted(int(jaar) for jaar in scores["jaar"].unique())
    if uitgave:
        reden = DataReden.UITGAVE.met(
            versie=versie, van=uitgave.jaren[0], tot=uitgave.jaren[-1], indeling=uitgave.indeling
        )
    else:
        reden = DataReden.UITGAVE_ONBEKEND.met(versie=versie, van=jaren[0], tot=jaren[-1])
    yield rij(
        "uitgave",
        LEEFBAAROMETER,
        reden,
        n=len(scores),
        afwijkend=0 if uitgave else len(scores),
        kolom="jaar",
        bij_afwijking=Ernst.LET_OP,
    )


def scorerijen(
    panel: pd.DataFrame, basis: float | None, uitgave: Uitgave | None = None
) -> Iterator[Rij]:
    """Check the range of the scores, and that lbm - afw is one value in every row.

    Args:
        panel: from `lees_leefbaarometer`.
        basis: that value; None takes that of most rows.
        uitgave: the release, which may know the value from elsewhere.
    """
    score = panel["lbm"].dropna()
    laag, hoog = LBM_BEREIK
    buiten = int((~score.between(laag, hoog)).sum())
    bereik = {"van": score.min(), "tot": score.max(), "laag": laag, "hoog": hoog}
    yield rij(
        "waardebereik",
        LEEFBAAROMETER,
        goed_of(buiten, DataReden.SCORES_IN_BEREIK, DataReden.SCORES_BUITEN_BEREIK, **bereik),
        n=len(score),
        afwijkend=buiten,
        kolom="lbm",
    )
    bekend = uitgave is not None and huidig().soort in uitgave.basis
    basis = basis_van(panel["lbm"], panel["afw"], basis)
    verschil = (panel["lbm"] - panel["afw"] - basis).abs()
    ongelijk = panel["lbm"].isna() != panel["afw"].isna()
    fout = int((ongelijk | (verschil > AFW_TOLERANTIE)).sum())
    yield rij(
        "lbm min afw constant",
        LEEFBAAROMETER,
        goed_of(fout, DataReden.BASIS_VAST, DataReden.BASIS_NIET_VAST)
        if bekend or fout
        else DataReden.BASIS_UIT_BESTAND.met(basis=basis),
        n=len(panel),
        afwijkend=fout,
        kolom="afw",
    )


def _alle_dimensies(panel: pd.DataFrame) -> pd.Series[bool]:
    return panel[list(DIMENSIES)].notna().all(axis=1)


def dimensierijen(panel: pd.DataFrame, jaren: Sequence[int]) -> Iterator[Rij]:
    vol = _alle_dimensies(panel)
    for jaar in jaren:
        dit = panel["jaar"] == jaar
        n, gevuld = int(dit.sum()), int((dit & vol).sum())
        if not gevuld:
            toelichting = DataReden.DIMENSIES_GEEN.met(jaar=jaar)
        elif gevuld == n:
            toelichting = DataReden.DIMENSIES_ALLE.met(jaar=jaar)
        else:
            toelichting = DataReden.DIMENSIES_DEELS.met(jaar=jaar, gevuld=gevuld, n=n)
        yield rij(
            "dimensies gevuld",
            LEEFBAAROMETER,
            toelichting,
            n=n,
            afwijkend=n - gevuld,
            kolom=" ".join(DIMENSIES),
            jaar=jaar,
            bij_afwijking=Ernst.LET_OP,
        )


def somrijen(panel: pd.DataFrame, jaren: Sequence[int]) -> Iterator[Rij]:
    vol = _alle_dimensies(panel)
    som = (panel["afw"] - panel[list(DIMENSIES)].sum(axis=1)).abs()
    for jaar in jaren:
        dit = (panel["jaar"] == jaar) & vol
        if not dit.any():
            continue
        fout = int((dit & ~(som <= AFW_TOLERANTIE)).sum())
        yield rij(
            "afw is som van dimensies",
            LEEFBAAROMETER,
            goed_of(fout, DataReden.SOM_KLOPT, DataReden.SOM_KLOPT_NIET, jaar=jaar),
            n=int(dit.sum()),
            afwijkend=fout,
            kolom="afw",
            jaar=jaar,
        )


def plaatsrijen(scores: pd.DataFrame, versie: str) -> Iterator[Rij]:
    """Tell whether the dimensions are in the right columns, where the file has any."""
    n = int(_alle_dimensies(scores).sum())
    if not n:
        return
    plaats = plaats_van_dimensies(scores, versie)
    if plaats is not None:
        zeker = plaats.zeker
        reden = DataReden.DIMENSIES_OP_PLAATS if zeker else DataReden.DIMENSIES_ONDUIDELIJK
    else:
        zeker, reden = False, DataReden.DIMENSIES_NIET_NAGEGAAN
    yield rij(
        "dimensies op hun plaats",
        LEEFBAAROMETER,
        reden.met(versie=versie),
        n=n,
        afwijkend=0 if zeker else n,
        kolom=" ".join(DIMENSIES),
        bij_afwijking=Ernst.LET_OP,
    )


def anderejarenrijen(scores: pd.DataFrame, jaren: Sequence[int]) -> Iterator[Rij]:
    """Name the years of the file that the edition does not use."""
    per_jaar = scores["jaar"].value_counts().sort_index()
    for jaar, n in per_jaar.drop(labels=list(jaren), errors="ignore").items():
        yield rij(
            "jaar niet gebruikt",
            LEEFBAAROMETER,
            DataReden.JAAR_NIET_GEBRUIKT.met(jaar=jaar),
            n=n,
            afwijkend=n,
            kolom="jaar",
            jaar=int(str(jaar)),
            bij_afwijking=Ernst.LET_OP,
        )
