"""Space: the spatial error model per factor, and a placebo with noise that lies as the factor does.

The error model is estimated for two definitions of neighbours, as its answer hangs on them: the
nearest wijken, and all within a distance. Its standard errors are those of maximum likelihood: they
take the model for true, and so the only dependence they allow for is that between neighbours, with
equal spread everywhere. Intervals use t with G-1 degrees of freedom, as everywhere.

The placebo replaces a factor in the main regression by draws from a field fitted to that factor
(`ruimteruis`) and asks how often their t with CRV3 is at least as large (Kelly 2021). A factor that
is the same for a whole gemeente is replaced by noise that is so too, with the middle of its wijken
as the place of the gemeente.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse, stats

from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import controleer_ontwerp
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import AFSTAND, KNN, PER_GEMEENTE, PER_WIJK
from leefbaarheid.toetsen.afhankelijkheid import BAND_KM, BUREN
from leefbaarheid.toetsen.conley import plaatsen
from leefbaarheid.toetsen.foutenmodel import schat_foutenmodel
from leefbaarheid.toetsen.mundlak import GEEN_VARIATIE, splits
from leefbaarheid.toetsen.ontwerpen import ALFA, beperk, kenmerken, met_effect_per_sd
from leefbaarheid.toetsen.ruimte import (
    BUREN_MAX,
    afstand_gewichten,
    gemiddeld_aantal_buren,
    knn_gewichten,
    moran_i,
)
from leefbaarheid.toetsen.ruimteplacebo import aandeel_aantoonbaar, placebo_p, t_van_kolommen
from leefbaarheid.toetsen.ruimteruis import Veld, pas_velden
from leefbaarheid.toetsen.uitkomst import GeenUitkomst, reden_van

THEMA = 131
"""Second part of the seed: draws of this module are independent of those of other modules."""
TREKKINGEN = 1999
# AANNAME: van meer dan duizend wijken wordt de ruis in de plaats van een factor in een steekproef
#   van duizend getrokken.
#   Waarom: een veld heeft de afstanden tussen alle wijken nodig; van duizend zijn dat er al een
#   half miljoen.
#   Gevolg: met een andere steekproef zijn de t van de factor en die van de ruis iets anders. Zij
#   zijn onderling te vergelijken, want zij komen uit dezelfde wijken.
#   Onderwerp: modellen. Als: controle ruimte_placebo. Zie: sec-rob-ruimte.
STEEKPROEF = 1000
KOLOMMEN = [
    *("uitkomst", "van", "tot", "model", "steekproef", "gewichten", "buren", "afstand_km"),
    *("factor", "label", "coef", "se", "p", "ci_laag", "ci_hoog"),
    *("coef_sd", "ci_sd_laag", "ci_sd_hoog", "sd_factor"),
    *("lambda", "lambda_se", "p_lambda", "n", "n_gemeenten", "n_zonder_buren", "reden"),
]
KOLOMMEN_PLACEBO = [
    *("uitkomst", "van", "tot", "model", "steekproef", "factor", "label", "niveau"),
    *("bereik_km", "aandeel_ruimtelijk", "moran_factor", "moran_ruis", "t", "p_crv3", "p_placebo"),
    *("aandeel_aantoonbaar", "t_grens", "trekkingen", "n", "n_gemeenten", "reden"),
]


def foutenmodel_tabel(
    ontwerpen: Iterable[Ontwerp], xy: pd.DataFrame | None, labels: Mapping[str, str]
) -> pd.DataFrame:
    """Return one row per regression, definition of neighbours and factor (`KOLOMMEN`).

    Args:
        ontwerpen: the regressions.
        xy: x and y in m RD by wk_code (see `conley.coordinaten`), or None.
        labels: factor -> label.
    """
    delen = [
        _foutenmodel(ontwerp, xy, labels, gewichten)
        for ontwerp in ontwerpen
        for gewichten in (KNN, AFSTAND)
    ]
    tabel = pd.concat(delen, ignore_index=True).reindex(columns=KOLOMMEN)
    return tabel.astype({"buren": "Int64", "n_zonder_buren": "Int64"})


def _foutenmodel(
    ontwerp: Ontwerp, xy: pd.DataFrame | None, labels: Mapping[str, str], gewichten: str
) -> pd.DataFrame:
    """Return the rows of one regression and definition of neighbours."""
    punten = plaatsen(ontwerp, xy)
    deel = beperk(ontwerp, punten.index)
    tabel = pd.DataFrame({"factor": ontwerp.factoren}).assign(
        **kenmerken(ontwerp),
        gewichten=gewichten,
        buren=BUREN if gewichten == KNN else None,
        afstand_km=None if gewichten == KNN else BAND_KM,
        label=[labels.get(f, f) for f in ontwerp.factoren],
        n=len(punten),
        n_gemeenten=deel.gemeente.nunique(),
        reden="",
    )
    tabel["sd_factor"] = tabel["factor"].map(ontwerp.X.std(ddof=1))
    try:
        W = _gewichten(deel, punten, gewichten)
    except (InvoerFout, GeenUitkomst) as fout:
        return tabel.assign(reden=reden_van(fout))
    fit = schat_foutenmodel(deel.y.to_numpy(float), deel.X.to_numpy(float), W)
    waar = [list(deel.X.columns).index(f) for f in tabel["factor"]]
    tabel["coef"], tabel["se"] = fit.coef[waar], np.sqrt(np.diag(fit.cov))[waar]
    vrijheid = deel.gemeente.nunique() - 1
    tabel["p"] = 2 * stats.t.sf((tabel["coef"] / tabel["se"]).abs(), vrijheid)
    ruim = stats.t.ppf(1 - ALFA / 2, vrijheid) * tabel["se"]
    tabel["ci_laag"], tabel["ci_hoog"] = tabel["coef"] - ruim, tabel["coef"] + ruim
    tabel["lambda"], tabel["lambda_se"] = fit.labda, fit.labda_se
    tabel["p_lambda"] = fit.p_labda
    tabel["n_zonder_buren"] = int((np.diff(W.indptr) == 0).sum())
    return met_effect_per_sd(tabel)


def _gewichten(deel: Ontwerp, punten: pd.DataFrame, gewichten: str) -> sparse.csr_matrix:
    """Return the weights of the wijken of a design that can be estimated.

    Raises:
        GeenUitkomst: no or too few coordinates; no wijk has a neighbour.
        InvoerFout: see `controleer_ontwerp`.
    """
    if punten.empty:
        raise GeenUitkomst(ToetsReden.GEEN_COORDINATEN.met())
    if len(punten) <= BUREN + 1:
        raise GeenUitkomst(ToetsReden.WEINIG_COORDINATEN.met(n=len(punten)))
    controleer_ontwerp(deel)
    xy = punten.to_numpy(float)
    if gewichten == AFSTAND and (gemiddeld := gemiddeld_aantal_buren(xy, BAND_KM)) > BUREN_MAX:
        reden = ToetsReden.TE_VEEL_BUREN.met(n=round(gemiddeld), maximum=BUREN_MAX)
        raise GeenUitkomst(reden)
    W = knn_gewichten(xy, BUREN) if gewichten == KNN else afstand_gewichten(xy, BAND_KM)
    if W.nnz == 0:
        raise GeenUitkomst(ToetsReden.GEEN_BUUR.met())
    return W


# ---------------------------------------------------------------------------------------------
# Placebo


class _Plek(NamedTuple):
    """Where the values of some factors lie: per wijk, or per gemeente.

    Attributes:
        niveau: PER_WIJK or PER_GEMEENTE.
        xy: (m, 2) places in metres.
        naar_wijk: (n,) which of the m places each wijk takes its value from.
    """

    niveau: str
    xy: np.ndarray
    naar_wijk: np.ndarray


def placebo_tabel(
    ontwerp: Ontwerp,
    xy: pd.DataFrame | None,
    labels: Mapping[str, str],
    *,
    zaad: int,
    trekkingen: int = TREKKINGEN,
) -> pd.DataFrame:
    """Return one row per factor: how often noise that lies as the factor does is as strong.

    Args:
        ontwerp: the regression.
        xy: x and y in m RD by wk_code (see `conley.coordinaten`), or None.
        labels: factor -> label.
        zaad: seed of the config. trekkingen: number of draws per factor.

    Returns:
        `KOLOMMEN_PLACEBO`. `t` and `p_crv3` are of the factor itself; `p_placebo` is the share of
        draws with a t at least as large, `aandeel_aantoonbaar` that of draws with p below 0.05 by
        CRV3, and `t_grens` the 95th percentile of the |t| of draws.
    """
    punten = _steekproef(plaatsen(ontwerp, xy), zaad)
    deel = beperk(ontwerp, punten.index)
    vast = kenmerken(ontwerp) | {"n": len(punten), "n_gemeenten": deel.gemeente.nunique()}
    rijen: list[dict[str, Any]] = [
        vast | {"factor": f, "label": labels.get(f, f), "reden": ""} for f in ontwerp.factoren
    ]
    try:
        W = _gewichten(deel, punten, KNN)
        velden = _velden(deel, punten)
        for nummer, (rij, (plek, veld)) in enumerate(zip(rijen, velden, strict=True)):
            rng = np.random.default_rng([zaad, THEMA, nummer])
            ruis = veld.trek(trekkingen, rng)[plek.naar_wijk]
            rij |= {"niveau": plek.niveau} | _placebo(deel, rij["factor"], ruis, W)
            rij |= {"aandeel_ruimtelijk": veld.aandeel}
            rij |= {"bereik_km": veld.bereik_km} if veld.aandeel else {}
    except (InvoerFout, GeenUitkomst) as fout:
        rijen = [rij | {"reden": reden_van(fout)} for rij in rijen]
    return pd.DataFrame(rijen).reindex(columns=KOLOMMEN_PLACEBO).astype({"trekkingen": "Int64"})


def _steekproef(punten: pd.DataFrame, zaad: int) -> pd.DataFrame:
    """Return `STEEKPROEF` of the places, drawn by the seed; all of them where there are fewer."""
    if len(punten) <= STEEKPROEF:
        return punten
    rng = np.random.default_rng([zaad, THEMA, STEEKPROEF])
    return punten.iloc[np.sort(rng.choice(len(punten), STEEKPROEF, replace=False))]


def _velden(deel: Ontwerp, punten: pd.DataFrame) -> list[tuple[_Plek, Veld]]:
    """Return the places of each factor and the field fitted to it, in the order of the config."""
    binnen = 1 - splits(deel.regressoren, deel.gemeente).aandeel
    code, _ = pd.factorize(deel.gemeente, sort=True)
    eerste = np.unique(code, return_index=True)[1]
    xy = punten.to_numpy(float)
    per_wijk = _Plek(PER_WIJK, xy, np.arange(len(xy)))
    per_gemeente = _Plek(PER_GEMEENTE, punten.groupby(code).mean().to_numpy(float), code)
    velden: dict[str, tuple[_Plek, Veld]] = {}
    for plek, rij in ((per_wijk, per_wijk.naar_wijk), (per_gemeente, eerste)):
        vast = plek is per_gemeente
        factoren = [f for f in deel.factoren if (binnen[f] < GEEN_VARIATIE) == vast]
        gepast = pas_velden(deel.X[factoren].to_numpy(float)[rij], plek.xy) if factoren else []
        velden |= {f: (plek, veld) for f, veld in zip(factoren, gepast, strict=True)}
    return [velden[factor] for factor in deel.factoren]


def _placebo(deel: Ontwerp, factor: str, ruis: np.ndarray, W: sparse.csr_matrix) -> dict[str, Any]:
    """Return what noise does in the place of a factor."""
    zelf = deel.X[[factor]].to_numpy(float)
    rest = deel.X.drop(columns=factor).to_numpy(float)
    groepen = pd.factorize(deel.gemeente, sort=True)[0]
    y = deel.y.to_numpy(float)
    t = t_van_kolommen(y, rest, np.column_stack([zelf, ruis]), groepen)
    rij: dict[str, Any] = {
        "moran_factor": float(moran_i(zelf[:, 0], W)),
        "moran_ruis": float(moran_i(ruis, W).mean()),
        "trekkingen": ruis.shape[1],
    }
    if not np.isfinite(t).all():
        return rij | {"reden": ToetsReden.NIET_ZONDER_ELKE_GEMEENTE.met()}
    df = int(groepen.max())
    return rij | {
        "t": t[0],
        "p_crv3": 2 * stats.t.sf(abs(t[0]), df),
        "p_placebo": placebo_p(t[0], t[1:]),
        "aandeel_aantoonbaar": aandeel_aantoonbaar(t[1:], df, ALFA),
        "t_grens": float(np.quantile(np.abs(t[1:]), 1 - ALFA)),
    }
