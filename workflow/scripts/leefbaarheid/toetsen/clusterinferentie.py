"""Inference with few, unequal gemeenten: the table of CRV1, CRV3 and the wild cluster bootstrap.

The methods are in `analyse.schatter`; all work on the products per gemeente of `clusterproducten`.
t intervals have G-1 degrees of freedom.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.analyse.clusterproducten import Clusterproducten, clusterproducten, overbodig
from leefbaarheid.analyse.collineariteit import VIF_COLLINEAIR, collineaire_regressoren
from leefbaarheid.analyse.crv import effectief_aantal, hefboom
from leefbaarheid.analyse.gewichten import controleer_trekkingen
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import MIN_GEMEENTEN
from leefbaarheid.analyse.schatter import ALFA, Schatter, infereer
from leefbaarheid.analyse.wild_bootstrap import wild_bootstrap
from leefbaarheid.basis.oordeel import CRV1, CRV3, WCR
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.toetsen.ontwerpen import kenmerken, met_effect_per_sd

KOLOMMEN_CLUSTER = [
    *("uitkomst", "van", "tot", "model", "steekproef", "term", "primair", "coef", "sd_factor"),
    *("coef_sd", "se", "ci_laag", "ci_hoog", "p", "ci_sd_laag", "ci_sd_hoog"),
    *("crv1_se", "crv1_ci_laag", "crv1_ci_hoog", "crv1_p"),
    *("crv3_se", "crv3_ci_laag", "crv3_ci_hoog", "crv3_p"),
    *("wcr_ci_laag", "wcr_ci_hoog", "wcr_p", "wcr_verdeling", "wcr_trekkingen"),
    *("n", "G", "G_eff", "G_eff_1", "grootste_gemeente", "grootste_aandeel"),
    *("hefboom_max", "hefboom_max_gemeente"),
    *("loo_min", "loo_min_gemeente", "loo_max", "loo_max_gemeente", "reden"),
]


def clustertabel(ontwerp: Ontwerp, alfa: float = ALFA) -> pd.DataFrame:
    """Return one row per term of the regression with every estimator (`KOLOMMEN_CLUSTER`).

    coef, bounds and loo_ are in score points per natural unit; coef_sd and ci_sd_ per standard
    deviation of the regressor (ddof 1; the constant has none). se, ci_laag, ci_hoog and p are those
    of the primary estimator (`ontwerp.schatter`, column `primair`), see `infereer`. loo_min and
    loo_max are the range of the coefficient when one gemeente is left out. G_eff is G*(0), G_eff_1
    is G*(1), see `effectief_aantal`.

    A term that cannot be tested, or not by every estimator, has a `reden`. A column that does not
    vary, and one of a collinear set, are left out to estimate the others; that changes nothing for
    these.

    Args:
        ontwerp: complete cases of the regression; its estimator has the draws of the bootstrap.
        alfa: 1 - level of the intervals.

    Raises:
        InvoerFout: too few draws.
    """
    controleer_trekkingen(ontwerp.schatter.trekkingen)
    wat = _wat_kan(ontwerp)
    delen = [pd.DataFrame(index=ontwerp.X.columns)]
    if wat.schatbaar:
        producten = clusterproducten(
            ontwerp.X[wat.schatbaar].to_numpy(), ontwerp.y.to_numpy(), ontwerp.gemeente.to_numpy()
        )
        namen = _gemeentenamen(ontwerp, producten)
        delen.append(_beschrijf(producten, namen).set_axis(wat.schatbaar))
        if not wat.algemeen:
            schattingen = _schattingen(producten, namen, ontwerp.schatter, alfa)
            delen.append(schattingen.set_axis(wat.schatbaar))
    return _stel_samen(ontwerp, wat, pd.concat(delen, axis=1)).assign(primair=ontwerp.schatter.naam)


def _stel_samen(ontwerp: Ontwerp, wat: _Mogelijk, schattingen: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of `KOLOMMEN_CLUSTER`, with a reason where a term has no estimate."""
    termen = list(ontwerp.X.columns)
    tabel = schattingen.drop(index=list(wat.reden)).reindex(termen)
    tabel = tabel.reindex(columns=KOLOMMEN_CLUSTER)
    redenen = dict.fromkeys(termen, wat.algemeen) | tabel["reden"].dropna().to_dict()
    sd = ontwerp.X.std(ddof=1)
    tabel = tabel.assign(
        **kenmerken(ontwerp),
        term=termen,
        sd_factor=sd.where(sd > 0).reindex(termen),
        n=len(ontwerp.y),
        G=ontwerp.gemeente.nunique(),
        reden=pd.Series(redenen | wat.reden),
    )
    return met_effect_per_sd(tabel).reset_index(drop=True)


def _gemeentenamen(ontwerp: Ontwerp, producten: Clusterproducten) -> np.ndarray:
    """Return the name of each cluster (G,), as an array of texts."""
    namen = dict(zip(ontwerp.gemeente, ontwerp.gm_naam, strict=True))
    return np.array([namen[code] for code in producten.namen], dtype=object)


class _Mogelijk(NamedTuple):
    """Columns that can be estimated together, why others cannot, and why none can be tested."""

    schatbaar: list[str]
    reden: dict[str, str]
    algemeen: str


def _wat_kan(ontwerp: Ontwerp) -> _Mogelijk:
    """Sort the columns of a design; of a collinear set one goes and none is reported."""
    X, G = ontwerp.X, ontwerp.gemeente.nunique()
    n, K = X.shape
    if n <= K:
        reden = ToetsReden.TE_WEINIG_WIJKEN.met(n=n, n_coefficienten=K)
        return _Mogelijk([], {}, reden)
    Z = ontwerp.regressoren
    vast = [k for k in Z.columns if np.ptp(Z[k]) <= 1e-12 * Z[k].abs().max()]
    Z = Z.drop(columns=vast)
    samen = collineaire_regressoren(Z) if Z.shape[1] else []
    redenen = dict.fromkeys(vast, ToetsReden.ALLE_WIJKEN_GELIJK.met())
    for naam in samen:
        anderen = ", ".join(k for k in samen if k != naam)
        redenen[naam] = ToetsReden.NIET_TE_ONDERSCHEIDEN.met(termen=anderen)
    achteraan = [k for k in Z.columns if k not in samen] + samen
    standaard = ((Z - Z.mean()) / Z.std())[achteraan].to_numpy()
    weg = [achteraan[k] for k in overbodig(standaard, VIF_COLLINEAIR**-0.5)]
    algemeen = ""
    if G < MIN_GEMEENTEN:
        algemeen = ToetsReden.MINDER_GEMEENTEN_DAN_NODIG.met(n=G, minimum=MIN_GEMEENTEN)
    schatbaar = [k for k in X.columns if k not in (*vast, *weg)] if G > 1 else []
    return _Mogelijk(schatbaar, redenen, algemeen)


def _beschrijf(p: Clusterproducten, namen: np.ndarray) -> pd.DataFrame:
    """Return the coefficients and what gemeenten (`namen`, (G,)) do to them, one row per column."""
    loo, L = p.jackknife, hefboom(p)
    onbepaald = np.isnan(loo)
    laag = np.where(onbepaald, np.inf, loo).argmin(axis=0)
    hoog = np.where(onbepaald, -np.inf, loo).argmax(axis=0)
    kolom = np.arange(p.K)
    return pd.DataFrame(
        {
            "coef": p.coef,
            "G_eff": effectief_aantal(p),
            "G_eff_1": effectief_aantal(p, 1.0),
            "grootste_gemeente": namen[p.omvang.argmax()],
            "grootste_aandeel": p.omvang.max() / p.n,
            "hefboom_max": L.max(axis=0),
            "hefboom_max_gemeente": namen[L.argmax(axis=0)],
            "loo_min": loo[laag, kolom],
            "loo_min_gemeente": namen[laag],
            "loo_max": loo[hoog, kolom],
            "loo_max_gemeente": namen[hoog],
        }
    )


def _schattingen(
    p: Clusterproducten, namen: np.ndarray, schatter: Schatter, alfa: float
) -> pd.DataFrame:
    """Return se, interval and p of every estimator, and why some are missing, per column."""
    boot = wild_bootstrap(p, trekkingen=schatter.trekkingen, zaad=schatter.zaad, alfa=alfa)
    uit: dict[str, np.ndarray] = {}
    reden = np.full(p.K, "", dtype=object)
    for naam in (CRV1, WCR, CRV3):
        een = infereer(p, replace(schatter, naam=naam), alfa=alfa, namen=namen, boot=boot)
        kolommen = {k: getattr(een, k) for k in ("se", "ci_laag", "ci_hoog", "p")}
        uit |= {f"{naam}_{kolom}": waarde for kolom, waarde in kolommen.items()}
        if naam == schatter.naam:
            uit |= kolommen
        reden = np.where(een.reden == "", reden, een.reden)
    return pd.DataFrame(
        {**uit, "wcr_verdeling": boot.verdeling, "wcr_trekkingen": boot.n, "reden": reden}
    )
