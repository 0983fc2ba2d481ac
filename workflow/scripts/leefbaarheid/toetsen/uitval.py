"""Which factors are missing together, and whether wijken that miss something score otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from leefbaarheid.analyse.ontwerp import STEEKPROEVEN, Ontwerp
from leefbaarheid.analyse.regressie import MIN_GEMEENTEN, schat
from leefbaarheid.analyse.schatter import Schatter
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
    schatter: Schatter | None = None,
) -> pd.DataFrame:
    """Compare the scores of wijken with and without a missing factor.

    Args:
        tabel: result of `regressie.koppel`.
        factoren: names of the factors.
        van, tot: the outcome window.
        steekproef: key of `regressie.STEEKPROEVEN`.
        codeboek: factor, label.
        schatter: the primary estimator; CRV3 by default.

    Returns:
        `KOLOMMEN_UITVAL`: for every factor with missing values, and for ALLE_FACTOREN (at least one
        missing), three rows: `score` is one of `UITVALSCORES`. `verschil` is
        missing minus present in score points, `verschil_sd` in standard deviations of the sample;
        interval and p from a regression on the indicator, with the primary estimator. Where the
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
    welke = {"van": van, "tot": tot, "steekproef": steekproef, "schatter": schatter or Schatter()}
    rijen = []
    for factor, mist in groepen.items():
        for naam, score in scores.items():
            rij = {"steekproef": steekproef, "factor": factor, "label": labels.get(factor, factor)}
            rij |= {"score": naam, "van": van, "tot": tot}
            rijen.append(rij | _verschil(_op_indicator(score, mist, deel, welke)))
    return pd.DataFrame(rijen, columns=KOLOMMEN_UITVAL)


def _verschil(ontwerp: Ontwerp) -> dict[str, Any]:
    """Return the difference in a score between wijken that miss something and the others.

    Args:
        ontwerp: result of `_op_indicator`.
    """
    score, mist = ontwerp.y, ontwerp.X[ONTBREEKT].eq(1)
    gemeenten = {
        naam: ontwerp.gemeente[groep].nunique()
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
        schatting = schat(ontwerp).tabel.loc[ONTBREEKT]
    except InvoerFout as fout:
        return rij | {"reden": reden_van(fout)}
    return rij | {kolom: schatting[kolom] for kolom in ("se", "p", "ci_laag", "ci_hoog", "reden")}


def _op_indicator(
    score: pd.Series, mist: pd.Series, deel: pd.DataFrame, welke: Mapping[str, Any]
) -> Ontwerp:
    """Return the regression of a score on whether something is missing.

    Args:
        score, mist: per wijk of `deel`.
        welke: van, tot, steekproef and schatter.
    """
    return Ontwerp(
        basisjaar=welke["van"],
        model=VERANDERING,
        y=score,
        X=pd.DataFrame({CONSTANTE: 1.0, ONTBREEKT: mist.astype(float)}),
        gemeente=deel["gm_code"],
        gm_naam=deel["gm_naam"],
        n_verwacht=len(deel),
        **welke,
    )
