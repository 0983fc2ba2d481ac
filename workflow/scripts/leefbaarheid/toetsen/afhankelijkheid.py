"""Dependence between wijken: does the answer hold when neighbours are alike?

Wijken of one gemeente share a council, a housing market and neighbours, so their residuals are not
independent. `afhankelijkheidstabel` puts three answers to one regression side by side:

- ``ols``: the regression of `regressie.schat`, with the primary estimator;
- ``random_intercept``: an effect per gemeente from a normal distribution, REML (Laird & Ware 1982,
  Biometrics 38), with the intraclass correlation (ICC);
- ``conley``: the coefficients of the regression with standard errors that let wijken within a
  distance depend on one another (Conley 1999, Journal of Econometrics 92).

Differences within gemeenten only are in `binnen_tussen`, beside those between them.

`moran_tabel` measures how alike the residuals of neighbours are: Moran's I (Cliff & Ord 1981,
Spatial Processes) with its permutation p-value. Where it is significant the column `conley` counts.

Random intercept and Conley are inference of their own kind. Their intervals use the t distribution
with G-1 degrees of freedom, G the number of gemeenten, as CRV1 and CRV3 do, so that the variants
differ by what they assume and not by their critical value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import schat
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import (
    CONSTANTE,
    GEEN_FACTOR,
    KNN,
    SCHEIDING,
    Rekenwijze,
    Schatstatus,
)
from leefbaarheid.toetsen.conley import schat_conley
from leefbaarheid.toetsen.ontwerpen import ALFA, KENMERKEN, kenmerken, met_effect_per_sd
from leefbaarheid.toetsen.random_intercept import schat_random_intercept
from leefbaarheid.toetsen.schatting import (
    Schatting,
    in_een_gemeente,
    niet_geschat,
    van_uitslag,
)
from leefbaarheid.toetsen.uitkomst import GeenUitkomst, reden_van

# AANNAME: de buren van een wijk zijn de vijf dichtstbijzijnde wijken; zij beslissen of de
#   ruimtelijke marge meetelt.
#   Waarom: wijken verschillen in grootte; met een vast aantal heeft elke wijk buren.
#   Gevolg: met andere buren is Moran's I een ander getal, en kan de ruimtelijke marge wel of niet
#   gaan meetellen; twee andere definities staan ernaast.
#   Onderwerp: modellen. Als: controle afhankelijkheid. Zie: sec-rob-afhankelijkheid.
BUREN = 5
# AANNAME: in de afstandsmaat zijn wijken tot vijf kilometer buren.
#   Waarom: dat is ongeveer één stad.
#   Gevolg: bij een andere afstand is deze Moran's I een ander getal; het oordeel volgt de
#   dichtstbijzijnde wijken en verandert niet.
#   Onderwerp: modellen. Als: controle afhankelijkheid. Zie: sec-rob-afhankelijkheid.
BAND_KM = 5.0
# AANNAME: voorbij tien kilometer hangen wijken niet meer samen (Conley).
#   Waarom: dat is ruim één stad.
#   Gevolg: lijken wijken ook verder uiteen op elkaar, dan is de ruimtelijke marge te smal; met een
#   kortere afstand tellen minder buren mee.
#   Onderwerp: modellen. Als: controle afhankelijkheid. Zie: sec-rob-afhankelijkheid.
CONLEY_KM = 10.0

KOLOMMEN = [
    *(*KENMERKEN, "variant", "term", "label"),
    *("coef", "se", "p", "ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "sd_factor"),
    *("n", "n_gemeenten", "icc", "status", "reden", "toelichting"),
]


def schat_ols(ontwerp: Ontwerp) -> Schatting:
    """Return the regression of `regressie.schat`, with the primary estimator.

    Raises:
        InvoerFout: see `regressie.schat`.
    """
    tabel = schat(ontwerp).tabel.drop(index=CONSTANTE)
    in_een = in_een_gemeente(ontwerp.regressoren, ontwerp.gemeente)
    return van_uitslag(tabel, ontwerp, in_een)


def afhankelijkheidstabel(
    ontwerp: Ontwerp,
    xy: pd.DataFrame | None,
    *,
    labels: Mapping[str, str] | None = None,
    conley_km: float = CONLEY_KM,
) -> pd.DataFrame:
    """Return one row per term and variant of one regression.

    Args:
        ontwerp: the design; its regressors without variation are reported, not estimated.
        xy: x and y in m RD by wk_code (see `coordinaten`), or None.
        labels: term -> label for the reader; a term without one keeps its name.
        conley_km: see `schat_conley`.

    Returns:
        `KOLOMMEN`; variants in the order of `Rekenwijze`, terms in that of the model, without the
        constant. `coef_sd` is per standard deviation of the factor in the design, the same for all
        variants. `reden` is the code why a coefficient cannot be tested, `toelichting` that of what
        a reader must know of one that can; `status` is a `Schatstatus`. `icc` only for the random
        intercept.
    """
    Z = ontwerp.regressoren
    vast = [k for k in Z.columns if Z[k].max() - Z[k].min() <= 1e-12 * Z[k].abs().max()]
    redenen = dict.fromkeys(vast, ToetsReden.FACTOR_VAST.met())
    kern = replace(ontwerp, X=ontwerp.X.drop(columns=vast))
    delen = [
        _rijen(variant, _schat_variant(variant, kern, xy, conley_km), list(Z.columns), redenen)
        for variant in Rekenwijze
    ]
    tabel = pd.concat(delen, ignore_index=True).assign(**kenmerken(ontwerp))
    namen = labels or {}
    tabel["label"] = [namen.get(term, term) for term in tabel["term"]]
    tabel["sd_factor"] = tabel["term"].map(Z.std(ddof=1))
    return met_effect_per_sd(tabel)[KOLOMMEN]


def _schat_variant(
    variant: Rekenwijze, ontwerp: Ontwerp, xy: pd.DataFrame | None, conley_km: float
) -> Schatting:
    """Return the estimate, or an empty one that carries the reason for every term."""
    try:
        match variant:
            case Rekenwijze.RANDOM_INTERCEPT:
                return schat_random_intercept(ontwerp)
            case Rekenwijze.CONLEY:
                return schat_conley(ontwerp, xy, conley_km)
        return schat_ols(ontwerp)
    except (InvoerFout, GeenUitkomst) as fout:
        return niet_geschat(ontwerp, reden_van(fout))


def _rijen(
    variant: str, uit: Schatting, termen: Sequence[str], redenen: Mapping[str, str]
) -> pd.DataFrame:
    """Return the rows of one variant: estimates, t(G-1) intervals, status and remarks."""
    reden = {**redenen, **uit.reden}
    tabel = pd.DataFrame({"variant": variant, "term": list(termen)})
    tabel["reden"] = [reden.get(term, "") for term in termen]
    toetsbaar = tabel["reden"].eq("")
    tabel["coef"] = tabel["term"].map(uit.coef).astype(float)
    tabel["se"] = tabel["term"].map(uit.se).astype(float).where(toetsbaar)
    if uit.onzekerheid is None:
        vrijheid = uit.n_gemeenten - 1
        # AANNAME: de schattingen met een niveau per gemeente en met ruimtelijke marge krijgen, net
        #   als CRV3, de t-verdeling met één vrijheidsgraad minder dan er gemeenten zijn.
        #   Waarom: de normale verdeling van de handboeken veronderstelt veel gemeenten.
        #   Gevolg: met de normale verdeling waren deze intervallen smaller en de p-waarden kleiner.
        #   Onderwerp: modellen. Als: controle afhankelijkheid. Zie: sec-rob-afhankelijkheid.
        tabel["p"] = 2 * stats.t.sf((tabel["coef"] / tabel["se"]).abs(), vrijheid)
        ruim = stats.t.ppf(0.975, vrijheid) * tabel["se"]
        tabel["ci_laag"], tabel["ci_hoog"] = tabel["coef"] - ruim, tabel["coef"] + ruim
    else:
        for kolom in ("p", "ci_laag", "ci_hoog"):
            waarden = tabel["term"].map(uit.onzekerheid[kolom]).astype(float)
            tabel[kolom] = waarden.where(toetsbaar)
    tabel["n"], tabel["n_gemeenten"], tabel["icc"] = uit.n, uit.n_gemeenten, uit.icc
    tabel["status"] = np.where(toetsbaar, uit.status.value, Schatstatus.NIET_TE_TOETSEN.value)
    voor_alle = uit.toelichting.get("", "")
    tabel["toelichting"] = [uit.toelichting.get(term, voor_alle) for term in termen]
    return tabel


def vergelijk_varianten(
    tabel: pd.DataFrame, moran: pd.DataFrame | None = None, alfa: float = ALFA
) -> pd.DataFrame:
    """Return per regression and factor whether dependence between wijken changes the answer.

    Args:
        tabel: one or more results of `afhankelijkheidstabel`, below one another.
        moran: results of `moran_tabel` for the same regressions. With it, `conley` counts only
            where Moran's I of that regression is significant for the nearest neighbours ('knn').
        alfa: level of the test.

    Returns:
        Per regression and factor: coef_sd_<variant> and p_<variant>, `teken_verschilt` (a variant
        has another sign than the plain regression), `significantie_verschilt`, `telt_niet`
        (variants that do not count, joined by "; ": no test, a singular or failed fit, or `conley`
        without spatial dependence) and `eensgezind`. A factor that the plain regression cannot
        test is never `eensgezind`.
    """
    rijen = []
    for (*sleutel, term), deel in tabel.groupby([*KENMERKEN, "term"], sort=False):
        if term in GEEN_FACTOR:
            continue
        rij = dict(zip(KENMERKEN, sleutel, strict=True)) | {"term": term}
        rij["label"] = deel["label"].iloc[0]
        per_variant = deel.set_index("variant")
        for maat in ("coef_sd", "p"):
            rij |= {f"{maat}_{variant}": per_variant[maat][variant] for variant in Rekenwijze}
        telt = per_variant["status"].eq(Schatstatus.GESCHAT.value)
        telt[Rekenwijze.CONLEY] &= moran is None or _is_ruimtelijk(moran, sleutel)
        rijen.append(rij | _vergelijk(per_variant, telt, alfa))
    return pd.DataFrame(rijen)


def _vergelijk(per_variant: pd.DataFrame, telt: pd.Series, alfa: float) -> dict[str, Any]:
    """Return where the variants that count part from the plain regression."""
    coef, p = per_variant["coef_sd"], per_variant["p"]
    getoetst = [v for v in Rekenwijze if v != Rekenwijze.OLS and telt[v]]
    teken = any(coef[v] * coef[Rekenwijze.OLS] < 0 for v in getoetst)
    ander = any((p[v] < alfa) != (p[Rekenwijze.OLS] < alfa) for v in getoetst)
    kan = bool(pd.notna(p[Rekenwijze.OLS]))
    return {
        "teken_verschilt": kan and teken,
        "significantie_verschilt": kan and ander,
        "telt_niet": SCHEIDING.join(v for v in Rekenwijze if not telt[v]),
        "eensgezind": kan and not teken and not ander,
    }


def _is_ruimtelijk(moran: pd.DataFrame, sleutel: Sequence[Any]) -> bool:
    deel = moran[(moran[KENMERKEN] == list(sleutel)).all(axis=1)]
    # the assumption at BUREN; the other two definitions only show whether that matters
    return bool(deel.loc[deel["gewichten"] == KNN, "significant"].any())
