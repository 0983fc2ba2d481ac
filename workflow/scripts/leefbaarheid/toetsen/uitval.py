"""Which factors are missing together, and whether wijken that miss something score otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from leefbaarheid.analyse.ontwerp import STEEKPROEVEN, Ontwerp
from leefbaarheid.analyse.regressie import MIN_GEMEENTEN, schat
from leefbaarheid.basis.begrippen import VERANDERING
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import (
    ALLE_FACTOREN,
    BEGINSCORE,
    CONSTANTE,
    EINDSCORE,
    EN,
    VOLLEDIG,
)
from leefbaarheid.toetsen.uitkomst import reden_van

KOLOMMEN_PATROON = [
    *("steekproef", "patroon", "n_factoren", "n", "aandeel", "n_gemeenten"),
]
KOLOMMEN_UITVAL = [
    *("steekproef", "factor", "label", "score", "van", "tot", "n_ontbreekt", "n_aanwezig"),
    *("n_gemeenten_ontbreekt", "gemiddelde_ontbreekt", "gemiddelde_aanwezig", "verschil"),
    *("verschil_sd", "se", "p", "ci_laag", "ci_hoog", "reden"),
]
ONTBREEKT, AANWEZIG = "ontbreekt", "aanwezig"


def van_steekproef(tabel: pd.DataFrame, steekproef: str) -> pd.DataFrame:
    """Return the wijken of a sample (key of `regressie.STEEKPROEVEN`)."""
    return tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True)]


def patroon(tabel: pd.DataFrame, factoren: Sequence[str], steekproef: str) -> pd.DataFrame:
    """Return which combinations of factors are missing, and how often.

    Args:
        tabel: result of `regressie.koppel`.
        factoren: names of the factors.
        steekproef: key of `regressie.STEEKPROEVEN`.

    Returns:
        `KOLOMMEN_PATROON`: `patroon` is VOLLEDIG or the missing factors joined by EN, `n` and
        `aandeel` the wijken with exactly this pattern. Complete first, then the most frequent.
    """
    deel = van_steekproef(tabel, steekproef)
    leeg = deel[list(factoren)].isna()
    rijen = []
    for combinatie, wijken in leeg.groupby(list(factoren), sort=True):
        mist = [f for f, ontbreekt in zip(factoren, combinatie, strict=True) if ontbreekt]
        rijen.append(
            {
                "steekproef": steekproef,
                "patroon": EN.join(mist) or VOLLEDIG,
                "n_factoren": len(mist),
                "n": len(wijken),
                "aandeel": len(wijken) / len(deel),
                "n_gemeenten": deel.loc[wijken.index, "gm_code"].nunique(),
            }
        )
    uit = pd.DataFrame(rijen, columns=KOLOMMEN_PATROON)
    uit = uit.assign(_eerst=uit["patroon"] != VOLLEDIG, _n=-uit["n"])
    return uit.sort_values(["_eerst", "_n", "patroon"], ignore_index=True)[KOLOMMEN_PATROON]


def samenhang_met_score(
    tabel: pd.DataFrame,
    factoren: Sequence[str],
    *,
    van: int,
    tot: int,
    steekproef: str,
    codeboek: pd.DataFrame,
) -> pd.DataFrame:
    """Compare the scores of wijken with and without a missing factor.

    Args:
        tabel: result of `regressie.koppel`.
        factoren: names of the factors.
        van, tot: the outcome window.
        steekproef: key of `regressie.STEEKPROEVEN`.
        codeboek: factor, label.

    Returns:
        `KOLOMMEN_UITVAL`: for every factor with missing values, and for ALLE_FACTOREN (at least one
        missing), three rows: `score` is one of `UITVALSCORES`. `verschil` is
        missing minus present in score points, `verschil_sd` in standard deviations of the sample;
        interval and p from a regression on the indicator, clustered by gemeente, t(G-1). Where the
        wijken with or those without the value lie in fewer than `MIN_GEMEENTEN` gemeenten there is
        a `reden` instead.
    """
    labels = codeboek.set_index("factor")["label"]
    begin, eind = f"lbm_{van}", f"lbm_{tot}"
    deel = van_steekproef(tabel, steekproef).dropna(subset=[begin, eind, "gm_code"])
    leeg = deel[list(factoren)].isna()
    scores = {BEGINSCORE: deel[begin], EINDSCORE: deel[eind]}
    scores[VERANDERING] = deel[eind] - deel[begin]
    groepen = {f: leeg[f] for f in factoren if leeg[f].any()}
    if groepen:
        groepen[ALLE_FACTOREN] = leeg.any(axis=1)
    rijen = []
    for factor, mist in groepen.items():
        for naam, score in scores.items():
            rij = {"steekproef": steekproef, "factor": factor, "label": labels.get(factor, factor)}
            rij |= {"score": naam, "van": van, "tot": tot}
            rijen.append(rij | _verschil(score, mist, deel, (van, tot, steekproef)))
    return pd.DataFrame(rijen, columns=KOLOMMEN_UITVAL)


def _verschil(
    score: pd.Series, mist: pd.Series, deel: pd.DataFrame, welke: tuple[int, int, str]
) -> dict[str, Any]:
    """Return the difference in a score between wijken that miss something and the others.

    Args:
        score, mist: per wijk of `deel`.
        welke: van, tot and sample.
    """
    gemeenten = {
        naam: deel.loc[groep, "gm_code"].nunique()
        for naam, groep in ((ONTBREEKT, mist), (AANWEZIG, ~mist))
    }
    verschil = score[mist].mean() - score[~mist].mean()
    rij = {
        "n_ontbreekt": int(mist.sum()),
        "n_aanwezig": int((~mist).sum()),
        "n_gemeenten_ontbreekt": gemeenten[ONTBREEKT],
        "gemiddelde_ontbreekt": score[mist].mean(),
        "gemiddelde_aanwezig": score[~mist].mean(),
        "verschil": verschil,
        "verschil_sd": verschil / score.std(),
        "reden": "",
    }
    kleinste = min(gemeenten, key=lambda naam: gemeenten[naam])
    if gemeenten[kleinste] < MIN_GEMEENTEN:
        reden = ToetsReden.GROEP_IN_WEINIG_GEMEENTEN.met(groep=kleinste, minimum=MIN_GEMEENTEN)
        return rij | {"reden": reden}
    try:
        fit = schat(_op_indicator(score, mist, deel, welke))
    except InvoerFout as fout:
        return rij | {"reden": reden_van(fout)}
    laag, hoog = fit.conf_int().loc[ONTBREEKT]
    return rij | {
        "se": fit.bse[ONTBREEKT],
        "p": fit.pvalues[ONTBREEKT],
        "ci_laag": laag,
        "ci_hoog": hoog,
    }


def _op_indicator(
    score: pd.Series, mist: pd.Series, deel: pd.DataFrame, welke: tuple[int, int, str]
) -> Ontwerp:
    """Return the regression of a score on whether something is missing."""
    van, tot, steekproef = welke
    return Ontwerp(
        van=van,
        tot=tot,
        basisjaar=van,
        model=VERANDERING,
        steekproef=steekproef,
        y=score,
        X=pd.DataFrame({CONSTANTE: 1.0, ONTBREEKT: mist.astype(float)}),
        gemeente=deel["gm_code"],
        gm_naam=deel["gm_naam"],
        n_verwacht=len(deel),
    )
