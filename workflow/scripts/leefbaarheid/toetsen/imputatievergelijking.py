"""Complete cases against multiple imputation: does filling in the missing factors change a result?

The completed data are analysed like the complete cases (`regressie.schat`, with the primary
estimator; with the variance of CRV3 where that is the bootstrap, which has none) and pooled with
Rubin's rules (Rubin 1987), with the degrees of freedom of Barnard & Rubin (1999, Biometrika 86) for
G-1 in the complete data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.analyse.ontwerp import Ontwerp, maak_ontwerp, scorekolommen
from leefbaarheid.analyse.regressie import schat
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import COMPLETE_CASE, IMPUTATIE
from leefbaarheid.toetsen import mnar
from leefbaarheid.toetsen.ontbrekend import (
    KOLOMMEN_INGEVULD,
    Ingevuld,
    imputeer,
    ingevulde_waarden,
)
from leefbaarheid.toetsen.ontwerpen import KENMERKEN
from leefbaarheid.toetsen.rubin import rubin
from leefbaarheid.toetsen.uitkomst import reden_van
from leefbaarheid.toetsen.uitval import van_steekproef

KOLOMMEN_SCHATTING = [
    *(*KENMERKEN, "term", "label", "schatting", "coef", "se", "p", "ci_laag", "ci_hoog"),
    *("coef_sd", "ci_sd_laag", "ci_sd_hoog", "sd_factor", "vrijheidsgraden", "fmi"),
    *("toename_variantie", "monte_carlo_sd", "n", "n_ingevuld", "n_gemeenten", "imputaties"),
    "reden",
]


class Imputatie(NamedTuple):
    """The tables of `vergelijk`.

    Attributes:
        schattingen: `KOLOMMEN_SCHATTING`, two rows per term without the constant: `schatting` is
            COMPLETE_CASE or IMPUTATIE. Effects per standard deviation use that of the complete
            cases (`sd_factor`), so that both can be compared; `monte_carlo_sd` is the error of
            `coef_sd` that more imputations would take away; `n_ingevuld` the wijken that were
            filled in. What cannot be estimated, or need not be because nothing is missing, has a
            `reden`.
        ingevuld: see `ingevulde_waarden`; empty if nothing is missing.
        mnar: see `mnar.verschuif`; without rows where no shifts were asked for.
    """

    schattingen: pd.DataFrame
    ingevuld: pd.DataFrame
    mnar: pd.DataFrame


def vergelijk(
    tabel: pd.DataFrame,
    factoren: Sequence[str],
    codeboek: pd.DataFrame,
    *,
    van: int,
    tot: int,
    model: str,
    steekproef: str,
    basisjaar: int,
    imputaties: int,
    zaad: int,
    schatter: Schatter | None = None,
    deltas: Sequence[float] = (),
) -> Imputatie:
    """Estimate one regression on the complete cases, on imputed data, and on shifted imputed data.

    Args:
        tabel: result of `regressie.koppel`.
        factoren: names of the factors.
        codeboek: factor, label.
        van, tot, model, steekproef, basisjaar: see `regressie.maak_ontwerp`.
        imputaties: number of imputations, at least `ontbrekend.MIN_IMPUTATIES`.
        zaad: seed.
        schatter: the primary estimator; CRV3 by default.
        deltas: shifts of the imputed values, see `mnar.verschuif`; none by default.

    Raises:
        InvoerFout: too few imputations, a year without scores, an unknown model or sample.
    """
    vast: dict[str, Any] = {"van": van, "tot": tot, "model": model, "steekproef": steekproef}
    labels = dict(zip(codeboek["factor"], codeboek["label"], strict=True))
    redenen = _niet_toetsbaar(van_steekproef(tabel, steekproef)[list(factoren)])
    over = [f for f in factoren if f not in redenen]
    verschoven = mnar.niet_gedaan(redenen if deltas else {}, labels, vast)
    if not over:
        leeg = pd.DataFrame()
        schattingen = _tabel([leeg, leeg], [], redenen, labels, vast)
        return Imputatie(schattingen, pd.DataFrame(columns=KOLOMMEN_INGEVULD), verschoven)
    ontwerp = maak_ontwerp(tabel, over, basisjaar=basisjaar, schatter=schatter, **vast)
    termen = list(ontwerp.regressoren.columns)
    scores = _scores(tabel, ontwerp)
    ingevuld = imputeer(
        tabel, over, scores, steekproef=steekproef, imputaties=imputaties, zaad=zaad
    )
    compleet = _complete_case(ontwerp)
    # nothing is missing: one design gives the standard deviations, and there is nothing to pool
    mist = bool(ingevuld.ontbrak.any())
    nummers = range(len(ingevuld.waarden) if mist else 1)
    ontwerpen = [_ingevuld_ontwerp(tabel, ingevuld, nummer, ontwerp) for nummer in nummers]
    gepoold = (
        _gepoold(ontwerpen, int(ingevuld.ontbrak.any(axis=1).sum()))
        if mist
        else pd.DataFrame({"reden": ToetsReden.NIETS_ONTBREEKT.met()}, termen)
    )
    sd = (ontwerp if "coef" in compleet.columns else ontwerpen[0]).X.std(ddof=1)
    schattingen = _tabel([compleet, gepoold], termen, redenen, labels, vast, sd)
    if deltas:
        eigen = _verschoven(ontwerpen, gepoold, ingevuld, sd, labels, deltas)
        verschoven = pd.concat([eigen, verschoven], ignore_index=True) if redenen else eigen
    return Imputatie(schattingen, ingevulde_waarden(ingevuld, steekproef, codeboek), verschoven)


def _verschoven(
    ontwerpen: Sequence[Ontwerp],
    gepoold: pd.DataFrame,
    ingevuld: Ingevuld,
    sd: pd.Series,
    labels: Mapping[str, str],
    deltas: Sequence[float],
) -> pd.DataFrame:
    """Return `mnar.verschuif`, or the reason why there is nothing to shift."""
    if "coef" not in gepoold.columns:
        eerste = ontwerpen[0]
        redenen = dict.fromkeys(ingevuld.factoren, str(gepoold["reden"].iloc[0]))
        vast = {naam: getattr(eerste, naam) for naam in ("van", "tot", "model", "steekproef")}
        return mnar.niet_gedaan(redenen, labels, vast)
    # what was taken over from the same gemeente is known
    gaten = pd.DataFrame(
        ingevuld.ontbrak & ~ingevuld.overgenomen, ingevuld.index, ingevuld.factoren
    )
    return mnar.verschuif(ontwerpen, gaten, sd, labels, deltas)


def _scores(tabel: pd.DataFrame, ontwerp: Ontwerp) -> list[str]:
    """Return the scores of the window and the baseline, as far as there are any."""
    eigen = scorekolommen(ontwerp.van, ontwerp.tot, ontwerp.model, ontwerp.basisjaar)
    return sorted({*eigen, f"lbm_{ontwerp.basisjaar}"} & set(tabel.columns))


def _niet_toetsbaar(waarden: pd.DataFrame) -> dict[str, str]:
    """Return the factors without any value, or with one value, and the reason code."""
    aantal = {str(factor): n for factor, n in waarden.nunique().items()}
    return {
        factor: (ToetsReden.FACTOR_VAST if n else ToetsReden.FACTOR_LEEG).met()
        for factor, n in aantal.items()
        if n < 2
    }


def _complete_case(ontwerp: Ontwerp) -> pd.DataFrame:
    try:
        tabel = schat(ontwerp).tabel
    except InvoerFout as fout:
        return pd.DataFrame({"reden": reden_van(fout)}, ontwerp.X.columns)
    return tabel.assign(
        vrijheidsgraden=ontwerp.gemeente.nunique() - 1,
        n=len(ontwerp.y),
        n_gemeenten=ontwerp.gemeente.nunique(),
    )


def _ingevuld_ontwerp(
    tabel: pd.DataFrame, ingevuld: Ingevuld, nummer: int, ontwerp: Ontwerp
) -> Ontwerp:
    """Return the regression of `ontwerp` on one of the completed data sets."""
    basis = tabel.loc[ingevuld.index].drop(columns=ingevuld.factoren)
    return maak_ontwerp(
        basis.join(ingevuld.tabel(nummer)),
        ingevuld.factoren,
        van=ontwerp.van,
        tot=ontwerp.tot,
        model=ontwerp.model,
        steekproef=ontwerp.steekproef,
        basisjaar=ontwerp.basisjaar,
        schatter=replace(ontwerp.schatter, naam=ontwerp.schatter.met_variantie),
    )


def _gepoold(ontwerpen: Sequence[Ontwerp], n_ingevuld: int) -> pd.DataFrame:
    """Return the pooled analysis of the completed data.

    Args:
        ontwerpen: one regression per imputation.
        n_ingevuld: number of wijken in which something was filled in.
    """
    compleet = ontwerpen[0]
    coefs, varianties = [], []
    for ontwerp in ontwerpen:
        try:
            schattingen = schat(ontwerp).tabel
        except InvoerFout as fout:
            return pd.DataFrame({"reden": reden_van(fout)}, compleet.X.columns)
        coefs.append(schattingen["coef"].to_numpy())
        varianties.append(schattingen["se"].to_numpy() ** 2)
    n_gemeenten = compleet.gemeente.nunique()
    uit = rubin(np.array(coefs), np.array(varianties), n_gemeenten - 1)
    uit.index = compleet.X.columns
    return uit.assign(
        monte_carlo=np.sqrt(uit["tussen"] / len(coefs)),
        n=len(compleet.y),
        n_ingevuld=n_ingevuld,
        n_gemeenten=n_gemeenten,
        imputaties=len(coefs),
        reden=schattingen["reden"],
    )


def _tabel(
    delen: Sequence[pd.DataFrame],
    termen: Sequence[str],
    redenen: Mapping[str, str],
    labels: Mapping[str, str],
    vast: Mapping[str, Any],
    sd: pd.Series | None = None,
) -> pd.DataFrame:
    """Return `KOLOMMEN_SCHATTING` from one table of terms per way of estimating."""
    index = [*termen, *redenen]
    kolommen = [k for k in KOLOMMEN_SCHATTING if k not in (*KENMERKEN, "term", "label")]
    stukken = []
    for schatting, deel in zip((COMPLETE_CASE, IMPUTATIE), delen, strict=True):
        stuk = deel.reindex(index=index, columns=[*kolommen, "monte_carlo"])
        stuk["reden"] = [*stuk["reden"].iloc[: len(termen)], *redenen.values()]
        stukken.append(stuk.assign(schatting=schatting).rename_axis("term").reset_index())
    uit = pd.concat(stukken, ignore_index=True)
    uit["sd_factor"] = uit["term"].map(sd if sd is not None else {})
    for bron, doel in (
        ("coef", "coef_sd"),
        ("ci_laag", "ci_sd_laag"),
        ("ci_hoog", "ci_sd_hoog"),
        ("monte_carlo", "monte_carlo_sd"),
    ):
        uit[doel] = uit[bron].astype(float) * uit["sd_factor"].astype(float)
    uit = uit.assign(
        **vast,
        uitkomst=f"{vast['van']}-{vast['tot']}",
        label=[labels.get(term, term) for term in uit["term"]],
    )
    plaats = {term: i for i, term in enumerate(index)}
    uit = uit.sort_values("term", key=lambda t: t.map(plaats), kind="stable", ignore_index=True)
    gehelen = ("n", "n_ingevuld", "n_gemeenten", "imputaties")
    return uit[KOLOMMEN_SCHATTING].astype(dict.fromkeys(gehelen, "Int64"))
