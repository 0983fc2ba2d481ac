"""The data quality report: what was checked in each source and what stood out, as codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Ernst
from leefbaarheid.data.bronnen import (
    AFW_TOLERANTIE,
    DIMENSIES,
    GM_PATROON,
    LBM_BASIS,
    LBM_BEREIK,
    WK_PATROON,
)
from leefbaarheid.data.codering import lees_tekst
from leefbaarheid.data.csvvorm import SCHEIDINGSTEKENS, scheidingsteken

KOLOMMEN = (
    "controle",
    "bron",
    "kolom",
    "jaar",
    "n",
    "n_afwijkend",
    "aandeel",
    "ernst",
    "toelichting",
)
LEEFBAAROMETER, CONTEXT, LIJST = "leefbaarometer", "context", "selectielijst"


def datakwaliteit(
    panel: pd.DataFrame,
    wijken: pd.DataFrame,
    context: pd.DataFrame,
    *,
    jaren: Sequence[int],
    bestanden: Mapping[str, str | Path] | None = None,
    contextnamen: pd.Series[str] | None = None,
    labels: Sequence[str] = (),
    basis: float = LBM_BASIS,
) -> pd.DataFrame:
    """Repeat every check on the data as they go into the analysis, and say what was found.

    The readers stop at what is wrong; this report computes the checks again, from the tables, so
    that it also proves what went right. `fout` marks what an analysis cannot use, `let_op` what a
    reader should know (a gap that is in the official data).

    Args:
        panel: from `lees_leefbaarometer`: one row per wijk and year.
        wijken: from `maak_wijken`: one row per wijk in either source.
        context: from `lees_context`: wk_code and the factors.
        jaren: the years of the edition.
        bestanden: source name to file, for encoding and separator; None leaves those two out.
        contextnamen: names in the context table by wk_code, to compare with the Leefbaarometer.
        labels: labels of the selection list; empty when the edition selects by rule.
        basis: the fixed value of lbm - afw.

    Returns:
        controle, bron, kolom, jaar (Int64), n, n_afwijkend, aandeel (0-1), ernst
        (ok|let_op|fout), toelichting (a `DataReden`); in reading order.
    """
    rijen = [
        *_bestandsrijen(bestanden or {}),
        *_coderijen(panel, wijken, context),
        *_jaarrijen(panel, jaren),
        *_scorerijen(panel, basis),
        *_dimensierijen(panel, jaren),
        *_somrijen(panel, jaren),
        *_koppelrijen(wijken),
        *_naamrijen(panel, wijken, contextnamen),
        *_contextrijen(wijken, context),
        *_lijstrijen(wijken, panel, jaren, labels),
    ]
    return pd.DataFrame(rijen, columns=list(KOLOMMEN)).astype({"jaar": "Int64"})


def _rij(
    controle: str,
    bron: str,
    toelichting: str,
    *,
    n: int,
    afwijkend: int,
    kolom: str = "",
    jaar: int | None = None,
    bij_afwijking: Ernst = Ernst.FOUT,
) -> Rij:
    return {
        "controle": controle,
        "bron": bron,
        "kolom": kolom,
        "jaar": jaar,
        "n": int(n),
        "n_afwijkend": int(afwijkend),
        "aandeel": afwijkend / n if n else 0.0,
        "ernst": bij_afwijking if afwijkend else Ernst.OK,
        "toelichting": toelichting,
    }


def _goed_of(n: int, goed: DataReden, anders: DataReden, **velden: object) -> str:
    """Return the code of a check: `goed` when nothing stands out, else the other with its count."""
    return anders.met(n=n, **velden) if n else goed.met(**velden)


def _bestandsrijen(bestanden: Mapping[str, str | Path]) -> Iterator[Rij]:
    for bron, pad in bestanden.items():
        tekst, codering = lees_tekst(pad)
        yield _rij("codering", bron, DataReden.CODERING.met(codering=codering), n=1, afwijkend=0)
        teken = SCHEIDINGSTEKENS[scheidingsteken(tekst)]
        yield _rij(
            "scheidingsteken",
            bron,
            DataReden.SCHEIDINGSTEKEN.met(teken=teken),
            n=1,
            afwijkend=int(teken != "komma"),
        )


def _coderijen(panel: pd.DataFrame, wijken: pd.DataFrame, context: pd.DataFrame) -> Iterator[Rij]:
    for bron, codes in ((LEEFBAAROMETER, panel["wk_code"]), (CONTEXT, context["wk_code"])):
        fout = int((~codes.str.fullmatch(WK_PATROON.pattern)).sum())
        yield _rij(
            "codepatroon",
            bron,
            _goed_of(fout, DataReden.WIJKCODES_GOED, DataReden.WIJKCODES_FOUT),
            n=len(codes),
            afwijkend=fout,
            kolom="wk_code",
        )
    for bron, tabel, sleutel, goed in (
        (LEEFBAAROMETER, panel, ["wk_code", "jaar"], DataReden.EENMAAL_PER_JAAR),
        (CONTEXT, context, ["wk_code"], DataReden.EENMAAL),
    ):
        dubbel = int(tabel.duplicated(sleutel).sum())
        yield _rij(
            "dubbele regels",
            bron,
            _goed_of(dubbel, goed, DataReden.DUBBELE_REGELS),
            n=len(tabel),
            afwijkend=dubbel,
            kolom=" en ".join(sleutel),
        )
    gm = wijken["gm_code"]
    fout = int(
        (~gm.str.fullmatch(GM_PATROON.pattern) | (gm.str[2:6] != wijken["wk_code"].str[2:6])).sum()
    )
    yield _rij(
        "gemeentecode bij wijkcode",
        CONTEXT,
        _goed_of(fout, DataReden.GEMEENTECODE_PAST, DataReden.GEMEENTECODE_PAST_NIET),
        n=len(gm),
        afwijkend=fout,
        kolom="gm_code",
    )


def _jaarrijen(panel: pd.DataFrame, jaren: Sequence[int]) -> Iterator[Rij]:
    scores = _breed(panel, jaren)
    n = len(scores)
    for jaar in jaren:
        zonder = int(scores[jaar].isna().sum())
        yield _rij(
            "score per jaar",
            LEEFBAAROMETER,
            _goed_of(zonder, DataReden.SCORE_IN_JAAR, DataReden.GEEN_SCORE_IN_JAAR, jaar=jaar),
            n=n,
            afwijkend=zonder,
            kolom="lbm",
            jaar=jaar,
            bij_afwijking=Ernst.LET_OP,
        )
    onvolledig = int(scores.isna().any(axis=1).sum())
    yield _rij(
        "volledige reeks",
        LEEFBAAROMETER,
        _goed_of(onvolledig, DataReden.REEKS_VOLLEDIG, DataReden.REEKS_ONVOLLEDIG),
        n=n,
        afwijkend=onvolledig,
        kolom="lbm",
        bij_afwijking=Ernst.LET_OP,
    )


def _breed(panel: pd.DataFrame, jaren: Sequence[int]) -> pd.DataFrame:
    """Return scores with one row per wijk and one column per year; NaN where there is none."""
    breed = panel.drop_duplicates(["wk_code", "jaar"]).pivot(
        index="wk_code", columns="jaar", values="lbm"
    )
    return breed.reindex(columns=list(jaren))


def _scorerijen(panel: pd.DataFrame, basis: float) -> Iterator[Rij]:
    score = panel["lbm"].dropna()
    laag, hoog = LBM_BEREIK
    buiten = int((~score.between(laag, hoog)).sum())
    bereik = {"van": score.min(), "tot": score.max(), "laag": laag, "hoog": hoog}
    yield _rij(
        "waardebereik",
        LEEFBAAROMETER,
        _goed_of(buiten, DataReden.SCORES_IN_BEREIK, DataReden.SCORES_BUITEN_BEREIK, **bereik),
        n=len(score),
        afwijkend=buiten,
        kolom="lbm",
    )
    verschil = (panel["lbm"] - panel["afw"] - basis).abs()
    ongelijk = panel["lbm"].isna() != panel["afw"].isna()
    fout = int((ongelijk | (verschil > AFW_TOLERANTIE)).sum())
    yield _rij(
        "lbm min afw constant",
        LEEFBAAROMETER,
        _goed_of(fout, DataReden.BASIS_VAST, DataReden.BASIS_NIET_VAST),
        n=len(panel),
        afwijkend=fout,
        kolom="afw",
    )


def _alle_dimensies(panel: pd.DataFrame) -> pd.Series[bool]:
    return panel[list(DIMENSIES)].notna().all(axis=1)


def _dimensierijen(panel: pd.DataFrame, jaren: Sequence[int]) -> Iterator[Rij]:
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
        yield _rij(
            "dimensies gevuld",
            LEEFBAAROMETER,
            toelichting,
            n=n,
            afwijkend=n - gevuld,
            kolom=" ".join(DIMENSIES),
            jaar=jaar,
            bij_afwijking=Ernst.LET_OP,
        )


def _somrijen(panel: pd.DataFrame, jaren: Sequence[int]) -> Iterator[Rij]:
    vol = _alle_dimensies(panel)
    som = (panel["afw"] - panel[list(DIMENSIES)].sum(axis=1)).abs()
    for jaar in jaren:
        dit = (panel["jaar"] == jaar) & vol
        if not dit.any():
            continue
        fout = int((dit & ~(som <= AFW_TOLERANTIE)).sum())
        yield _rij(
            "afw is som van dimensies",
            LEEFBAAROMETER,
            _goed_of(fout, DataReden.SOM_KLOPT, DataReden.SOM_KLOPT_NIET, jaar=jaar),
            n=int(dit.sum()),
            afwijkend=fout,
            kolom="afw",
            jaar=jaar,
        )


def _koppelrijen(wijken: pd.DataFrame) -> Iterator[Rij]:
    in_lbm, in_context = wijken["in_bron_leefbaarometer"], wijken["in_bron_context"]
    for bron, hier, daar, goed, anders in (
        (
            LEEFBAAROMETER,
            in_lbm,
            in_context,
            DataReden.OOK_IN_CONTEXT,
            DataReden.NIET_IN_CONTEXT,
        ),
        (
            CONTEXT,
            in_context,
            in_lbm,
            DataReden.OOK_IN_LEEFBAAROMETER,
            DataReden.NIET_IN_LEEFBAAROMETER,
        ),
    ):
        los = int((hier & ~daar).sum())
        yield _rij(
            "code in één bron",
            bron,
            _goed_of(los, goed, anders),
            n=int(hier.sum()),
            afwijkend=los,
            kolom="wk_code",
            bij_afwijking=Ernst.LET_OP,
        )


def _naamrijen(
    panel: pd.DataFrame, wijken: pd.DataFrame, contextnamen: pd.Series[str] | None
) -> Iterator[Rij]:
    namen = panel.groupby("wk_code")["wk_naam"].nunique()
    wisselend = int((namen > 1).sum())
    yield _rij(
        "naam gelijk over de jaren",
        LEEFBAAROMETER,
        _goed_of(wisselend, DataReden.NAAM_VAST, DataReden.NAAM_WISSELT),
        n=len(namen),
        afwijkend=wisselend,
        kolom="wk_naam",
        bij_afwijking=Ernst.LET_OP,
    )
    if contextnamen is None:
        return
    in_beide = wijken["in_bron_leefbaarometer"] & wijken["in_bron_context"]
    beide = wijken[in_beide].set_index("wk_code")["wk_naam"]
    anders = int((beide != contextnamen.reindex(beide.index)).sum())
    yield _rij(
        "naam gelijk in beide bronnen",
        CONTEXT,
        _goed_of(anders, DataReden.NAMEN_GELIJK, DataReden.NAMEN_VERSCHILLEN),
        n=len(beide),
        afwijkend=anders,
        kolom="wk_naam",
        bij_afwijking=Ernst.LET_OP,
    )


def _contextrijen(wijken: pd.DataFrame, context: pd.DataFrame) -> Iterator[Rij]:
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
        yield _rij(
            controle,
            CONTEXT,
            _goed_of(n, goed, anders),
            n=len(wijken),
            afwijkend=n,
            kolom="inwoners",
            bij_afwijking=Ernst.LET_OP,
        )
    for factor in context.columns.drop("wk_code"):
        leeg = int(context[factor].isna().sum())
        yield _rij(
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


def _lijstrijen(
    wijken: pd.DataFrame, panel: pd.DataFrame, jaren: Sequence[int], labels: Iterable[str]
) -> Iterator[Rij]:
    met_scores = _breed(panel, jaren).notna().all(axis=1)
    volledig = wijken["wk_code"].map(met_scores).eq(True) & wijken["inwoners"].notna()
    for label in labels:
        in_lijst = wijken[f"label_{label}"]
        zonder = int((in_lijst & ~volledig).sum())
        yield _rij(
            "gegevens van wijken op de lijst",
            LIJST,
            _goed_of(zonder, DataReden.LIJST_VOLLEDIG, DataReden.LIJST_ONVOLLEDIG),
            n=int(np.sum(in_lijst)),
            afwijkend=zonder,
            kolom=label,
            bij_afwijking=Ernst.LET_OP,
        )
