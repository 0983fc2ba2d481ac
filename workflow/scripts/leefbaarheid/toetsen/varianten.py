"""One regression estimated in other ways: does the conclusion hang on the way of estimating?

- ``hoofd``: OLS with the primary estimator: the reference of the report;
- ``hc3``: the same coefficients with HC3 standard errors (MacKinnon & White 1985, Journal of
  Econometrics 29) and t(n-K), which take wijken as independent;
- ``huber``: Huber's M-estimator (1964, Annals of Mathematical Statistics 35), k = 1.345, scale by
  the median absolute deviation, with Huber's own asymptotic standard errors (statsmodels "H1") and
  the normal distribution. It limits the pull of large residuals, not of leverage, and its standard
  errors take wijken as independent too;
- ``gewogen``: OLS weighted by inhabitants, with the primary estimator, so that every inhabitant
  counts once;
- ``zonder_invloedrijk``: ``hoofd`` without the wijken above the threshold of Cook's distance. These
  are chosen by the result, so its interval is too narrow: a sensitivity check, not an estimate.
"""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pandas as pd
from statsmodels.regression.linear_model import OLS
from statsmodels.robust.norms import HuberT
from statsmodels.robust.robust_linear_model import RLM

from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.coefficienten import coefficienten
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import controleer_ontwerp, schat, schattingen
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import CONSTANTE, Schatwijze
from leefbaarheid.toetsen.invloed import invloedmaten
from leefbaarheid.toetsen.ontwerpen import (
    KENMERKEN,
    beperk,
    kenmerken,
    met_effect_per_sd,
    naar_gemeente,
)
from leefbaarheid.toetsen.uitkomst import GeenUitkomst, reden_van

PER_WIJK = {Schatwijze.HC3: "HC3 per wijk", Schatwijze.HUBER: "Huber H1 per wijk"}
"""The variants with standard errors of their own; the others have the primary estimator."""
_MAX_ITERATIES = 200
_LEEG = pd.DataFrame(columns=["coef", "se", "p", "ci_laag", "ci_hoog", "n", "n_gemeenten"])
KOLOMMEN_VARIANTEN = [
    *(*KENMERKEN, "term", "label", "variant", "standaardfout", "coef", "se", "p"),
    *("ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "sd_factor"),
    *("n", "n_gemeenten", "reden"),
]


def schat_varianten(ontwerp: Ontwerp, tabel: pd.DataFrame, codeboek: pd.DataFrame) -> pd.DataFrame:
    """Estimate one regression in the ways of `Schatwijze`.

    Args:
        ontwerp: the regression.
        tabel: result of `regressie.koppel`; `inwoners` are the weights.
        codeboek: factor, label, eenheid, peiljaar.

    Returns:
        `KOLOMMEN_VARIANTEN`, without the constant. Effects per standard deviation all use the
        standard deviation of the main design (`sd_factor`), so that variants can be compared. What
        cannot be estimated has no numbers but a `reden`.
    """
    labels = _labels(ontwerp, codeboek)
    delen = []
    for variant in Schatwijze:
        try:
            deel = _schat_variant(variant, ontwerp, tabel).reindex(list(labels))
        except (InvoerFout, GeenUitkomst) as fout:
            deel = _LEEG.reindex(list(labels)).assign(reden=reden_van(fout))
        deel = deel.assign(
            **kenmerken(ontwerp),
            variant=variant,
            standaardfout=PER_WIJK.get(variant, naar_gemeente(ontwerp.schatter.naam)),
            sd_factor=ontwerp.X.std(ddof=1),
        )
        delen.append(deel.rename_axis("term").reset_index())
    uit = met_effect_per_sd(pd.concat(delen, ignore_index=True))
    uit["label"] = uit["term"].map(labels)
    volgorde = {term: i for i, term in enumerate(labels)}
    uit = uit.sort_values("term", key=lambda t: t.map(volgorde), kind="stable", ignore_index=True)
    return uit.reindex(columns=KOLOMMEN_VARIANTEN).astype({"n": "Int64", "n_gemeenten": "Int64"})


def _labels(ontwerp: Ontwerp, codeboek: pd.DataFrame) -> dict[str, str]:
    """Return term -> label in the order of the model; the factors only if it has no estimate."""
    try:
        hoofd = coefficienten(ontwerp, schat(ontwerp), codeboek).set_index("term")["label"]
    except InvoerFout:
        labels = codeboek.set_index("factor")["label"]
        return {factor: labels.get(factor, factor) for factor in ontwerp.factoren}
    return {str(term): label for term, label in hoofd.drop(CONSTANTE).items()}


def _schat_variant(variant: Schatwijze, ontwerp: Ontwerp, tabel: pd.DataFrame) -> pd.DataFrame:
    """Return coef, se, p, ci, n per term (index) for one way of estimating.

    What the main estimator cannot do, the others do not try.
    """
    hoofd = schat(ontwerp)
    if variant == Schatwijze.HOOFD:
        return _naar_gemeente(hoofd.tabel, ontwerp)
    if variant == Schatwijze.HUBER:
        return _uitslag(_huber(ontwerp), ontwerp)
    if variant == Schatwijze.GEWOGEN:
        return _gewogen(ontwerp, tabel)
    maten = invloedmaten(ontwerp)
    if variant == Schatwijze.HC3:
        if maten.wijken["cook"].isna().any():
            raise GeenUitkomst(ToetsReden.GEEN_HC3.met())
        return _uitslag(OLS(ontwerp.y, ontwerp.X).fit(cov_type="HC3", use_t=True), ontwerp)
    zonder = beperk(ontwerp, ~maten.boven_cook)
    return _naar_gemeente(schat(zonder).tabel, zonder)


def _huber(ontwerp: Ontwerp) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a scale of zero shows in the standard errors
        model = RLM(ontwerp.y, ontwerp.X, M=HuberT())
        # on the coefficients: the deviance (default) moves by rounding when all else stands still
        fit = model.fit(maxiter=_MAX_ITERATIES, tol=1e-10, conv="coefs")
    if fit.fit_history["iteration"] >= _MAX_ITERATIES or not (fit.bse > 0).all():
        raise GeenUitkomst(ToetsReden.GEEN_OPLOSSING_HUBER.met())
    return fit


def _gewogen(ontwerp: Ontwerp, tabel: pd.DataFrame) -> pd.DataFrame:
    inwoners = tabel["inwoners"].reindex(ontwerp.y.index)
    if not (inwoners > 0).any():
        raise GeenUitkomst(ToetsReden.GEEN_INWONERTALLEN.met())
    deel = beperk(ontwerp, inwoners > 0)
    controleer_ontwerp(deel)
    wortel = np.sqrt(inwoners[inwoners > 0])
    X, y = deel.X.mul(wortel, axis=0), deel.y * wortel
    producten = clusterproducten(X.to_numpy(), y.to_numpy(), deel.gemeente.to_numpy())
    return _naar_gemeente(schattingen(producten, deel), deel)


def _naar_gemeente(tabel: pd.DataFrame, ontwerp: Ontwerp) -> pd.DataFrame:
    """Return the columns of `_LEEG` and the reasons of `regressie.schattingen`."""
    aantallen = {"n": len(ontwerp.y), "n_gemeenten": ontwerp.gemeente.nunique()}
    return tabel.assign(**aantallen).drop(columns="t")


def _uitslag(fit: Any, ontwerp: Ontwerp) -> pd.DataFrame:
    ci = fit.conf_int()
    return pd.DataFrame(
        {
            "coef": fit.params,
            "se": fit.bse,
            "p": fit.pvalues,
            "ci_laag": ci[0],
            "ci_hoog": ci[1],
            "n": len(ontwerp.y),
            "n_gemeenten": ontwerp.gemeente.nunique(),
            "reden": "",
        }
    )
