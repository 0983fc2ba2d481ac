"""Does an association hold within gemeenten, between them, or both? (Mundlak's split.)

Three periods. `hoofdvenster` is the main regression. `voor_crisis` and `na_crisis` are the segments
of a growth model with a knot in the crisis year, y_it = l_i + v_i min(t - c, 0) + w_i max(t - c, 0)
+ e_it, for wijken with a score in every year: each wijk has its own level and two slopes, which
hang together with the split factors and with a random effect per gemeente (wijk in gemeente; Bell
& Jones 2015). All wijken are measured in the same years, so that a wijk's least squares slope
carries all that its scores say of it; the model per slope is then an exact margin of the full
model, whatever the correlation of its errors over the years. Slopes are reported as the change over
the whole segment.

Two estimators. `crv3` is least squares with the jackknife over gemeenten, which allows for other
slopes and other spread per gemeente; all differences together are tested with a wild cluster
bootstrap (`analyse.wald`). `reml_bootstrap` is a random intercept per gemeente by REML,
with t values by a parametric bootstrap. The row of the main window by `crv3` leads (record 0097).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from leefbaarheid.analyse.collineariteit import collineaire_regressoren
from leefbaarheid.analyse.ontwerp import STEEKPROEVEN, Ontwerp
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import (
    CRV3_GEMEENTE,
    HOOFDSEGMENT,
    NA_CRISIS,
    TUSSENSCHATTERS,
    VOOR_CRISIS,
)
from leefbaarheid.toetsen.mundlak import (
    DELEN,
    VERSCHIL,
    Effecten,
    Splitsing,
    p_alle_verschillen,
    schat_crv3,
    splits,
)
from leefbaarheid.toetsen.ontwerpen import ALFA
from leefbaarheid.toetsen.random_intercept import reml_random_intercept
from leefbaarheid.toetsen.remlbootstrap import grenzen_en_p, trek_t

THEMA = 111
"""Second part of the seed: draws of this module are independent of those of other modules."""
TREKKINGEN = 999
KOLOMMEN = [
    *("steekproef", "segment", "van", "tot", "schatter", "leidend", "factor", "label"),
    *("coef_sd_binnen", "ci_sd_laag_binnen", "ci_sd_hoog_binnen", "p_binnen"),
    *("coef_sd_tussen", "ci_sd_laag_tussen", "ci_sd_hoog_tussen", "p_tussen"),
    *("verschil_sd", "ci_sd_laag_verschil", "ci_sd_hoog_verschil", "p_verschil"),
    *("p_verschil_alle", "sd_factor", "aandeel_tussen", "icc", "n", "G", "G_twee"),
    *("trekkingen", "reden"),
]


@dataclass(frozen=True)
class Periode:
    """What is explained in one period, and by what.

    Attributes:
        steekproef: key of `STEEKPROEVEN`.
        segment: one of `SEGMENTEN`.
        van, tot: first and last year.
        y: outcome per wijk, score points; index wk_code.
        Z: regressors without the constant, same index.
        gemeente: gm_code, same index.
        reden: why nothing can be estimated; "" where it can.
    """

    steekproef: str
    segment: str
    van: int
    tot: int
    y: pd.Series
    Z: pd.DataFrame
    gemeente: pd.Series
    reden: str = ""


def hoofdperiode(ontwerp: Ontwerp) -> Periode:
    """Return the main window: the model form of the design, begin score included."""
    return Periode(
        ontwerp.steekproef,
        HOOFDSEGMENT,
        ontwerp.van,
        ontwerp.tot,
        ontwerp.y,
        ontwerp.regressoren,
        ontwerp.gemeente,
    )


def groeiperioden(
    tabel: pd.DataFrame, factoren: Sequence[str], crisisjaar: int, steekproef: str
) -> list[Periode]:
    """Return the two segments of the growth model, for wijken with every score and factor.

    Args:
        tabel: result of `ontwerp.koppel`.
        factoren: names of the factors; those without any value are left out.
        crisisjaar: the knot.
        steekproef: key of `STEEKPROEVEN`.
    """
    deel = tabel[tabel[STEEKPROEVEN[steekproef]].eq(True)]
    scores = sorted(k for k in tabel.columns if k.startswith("lbm_"))
    met_waarde = [f for f in factoren if deel[f].notna().any()]
    deel = deel.dropna(subset=["gm_code", *scores, *met_waarde])
    jaren = np.array([int(k.removeprefix("lbm_")) for k in scores])
    hellingen = segmenten(deel[scores].to_numpy(float), jaren, crisisjaar)
    eerste, laatste = int(jaren.min()), int(jaren.max())
    return [
        Periode(
            steekproef,
            segment,
            van,
            tot,
            pd.Series(y, deel.index),
            deel[met_waarde].astype(float),
            deel["gm_code"],
            "" if van < tot else reden.met(jaar=crisisjaar),
        )
        for segment, van, tot, y, reden in (
            (VOOR_CRISIS, eerste, crisisjaar, hellingen[0], ToetsReden.GEEN_METING_VOOR),
            (NA_CRISIS, crisisjaar, laatste, hellingen[1], ToetsReden.GEEN_METING_NA),
        )
    ]


def segmenten(scores: np.ndarray, jaren: np.ndarray, knoop: int) -> np.ndarray:
    """Return the change over the years before and after a knot (2, n), of a line with one bend.

    Least squares per row of level at the knot, slope before and slope after; a segment without
    years has change zero.

    Args:
        scores: (n, T), no missing values. jaren: (T,). knoop: year of the bend.
    """
    t = jaren - knoop
    Z = np.column_stack([np.ones(len(t)), np.minimum(t, 0), np.maximum(t, 0)])
    duur = np.array([max(knoop - jaren.min(), 0), max(jaren.max() - knoop, 0)])
    return np.asarray(duur[:, None] * (np.linalg.pinv(Z) @ scores.T)[1:])


def binnen_tussen_tabel(
    perioden: Sequence[Periode],
    factoren: Sequence[str],
    labels: Mapping[str, str],
    *,
    zaad: int,
    trekkingen: int = TREKKINGEN,
) -> pd.DataFrame:
    """Return one row per period, estimator and factor (`KOLOMMEN`).

    All numbers per standard deviation of the factor over the wijken of the period, the same for the
    parts, so that these can be compared. `reden` says why a part, or everything, is missing.

    Args:
        perioden: what is explained.
        factoren: factors in the order of the config. labels: factor -> label.
        zaad: seed of the config. trekkingen: draws of the bootstrap.
    """
    delen = []
    for nummer, periode in enumerate(perioden):
        stroom = [zaad, THEMA, nummer]
        delen += [_rijen(periode, s, factoren, stroom, trekkingen) for s in TUSSENSCHATTERS]
    tabel = pd.concat(delen, ignore_index=True)
    tabel["label"] = [labels.get(factor, factor) for factor in tabel["factor"]]
    return tabel.reindex(columns=KOLOMMEN).astype({"trekkingen": "Int64"})


def _rijen(
    periode: Periode,
    schatter: str,
    factoren: Sequence[str],
    stroom: Sequence[int],
    trekkingen: int,
) -> pd.DataFrame:
    """Return the rows of one period and estimator."""
    rng = np.random.default_rng([*stroom, TUSSENSCHATTERS.index(schatter)])
    splitsing = splits(periode.Z, periode.gemeente)
    reden = periode.reden or _geen_schatting(periode, splitsing)
    tabel = pd.DataFrame({"factor": list(factoren)}).assign(
        steekproef=periode.steekproef,
        segment=periode.segment,
        van=periode.van,
        tot=periode.tot,
        schatter=schatter,
        leidend=(periode.segment, schatter, periode.steekproef)
        == (HOOFDSEGMENT, CRV3_GEMEENTE, SELECTIE),
        n=len(periode.y),
        G=periode.gemeente.nunique(),
        G_twee=int((periode.gemeente.value_counts() > 1).sum()),
        trekkingen=None if reden else trekkingen,
    )
    sd = periode.Z.std(ddof=1)
    tabel["sd_factor"] = tabel["factor"].map(sd.where(sd > 0))
    tabel["aandeel_tussen"] = tabel["factor"].map(splitsing.aandeel)
    leeg = ToetsReden.FACTOR_LEEG.met()
    per_factor = {f: splitsing.reden.get(f, "" if f in periode.Z else leeg) for f in factoren}
    tabel["reden"] = [reden or per_factor[factor] for factor in factoren]
    if reden or splitsing.X.shape[1] == 1:
        return tabel
    L = splitsing.contrasten(factoren)
    y = periode.y.to_numpy(float)
    if schatter == CRV3_GEMEENTE:
        tabel["p_verschil_alle"] = p_alle_verschillen(
            y, splitsing, factoren, trekkingen=trekkingen, zaad=int(rng.integers(2**63))
        )
        return _met_effecten(tabel, schat_crv3(y, splitsing, L))
    return _met_effecten(tabel, schat_reml(y, splitsing, L, trekkingen, rng))


def _met_effecten(tabel: pd.DataFrame, effecten: Effecten) -> pd.DataFrame:
    """Add the estimates of the parts, per standard deviation of the factor."""
    sd = tabel["sd_factor"].to_numpy(float)
    for nummer, deel in enumerate(DELEN):
        waar = slice(nummer * len(sd), (nummer + 1) * len(sd))
        tabel["verschil_sd" if deel == VERSCHIL else f"coef_sd_{deel}"] = sd * effecten.waarde[waar]
        tabel[f"ci_sd_laag_{deel}"] = sd * effecten.laag[waar]
        tabel[f"ci_sd_hoog_{deel}"] = sd * effecten.hoog[waar]
        tabel[f"p_{deel}"] = effecten.p[waar]
    return tabel.assign(icc=effecten.icc)


def _geen_schatting(periode: Periode, splitsing: Splitsing) -> str:
    """Return why a period has no estimate at all; "" where it has one."""
    n, K = splitsing.X.shape
    if n <= K:
        return ToetsReden.TE_WEINIG_WIJKEN.met(n=n, n_coefficienten=K)
    if np.ptp(periode.y) <= 1e-12 * max(1.0, float(periode.y.abs().max())):
        return ToetsReden.UITKOMST_GELIJK.met()
    for deel in (splitsing.binnen, splitsing.tussen):
        if deel.shape[1] and (samen := collineaire_regressoren(deel)):
            return ToetsReden.NIET_TE_ONDERSCHEIDEN.met(termen=", ".join(samen))
    return ""


def schat_reml(
    y: np.ndarray,
    splitsing: Splitsing,
    L: np.ndarray,
    trekkingen: int,
    rng: np.random.Generator,
) -> Effecten:
    """Return the parts with a random intercept per gemeente (REML) and bootstrapped t values.

    Args:
        y: (n,) outcome. splitsing: the regressors. L: result of `Splitsing.contrasten`.
        trekkingen, rng: of the bootstrap.
    """
    X = splitsing.X
    schaal = np.r_[1.0, X[:, 1:].std(axis=0)]
    groepen = pd.factorize(splitsing.gemeente, sort=True)[0]
    top = reml_random_intercept(y, X / schaal, groepen)
    bekend = ~np.isnan(L).any(axis=1)
    M = L[bekend] / schaal
    b, se = M @ top.coef, np.sqrt(np.einsum("mk,kl,ml->m", M, top.cov, M))
    t = trek_t(X / schaal, groepen, top.tussen / top.binnen, M, trekkingen, rng)
    grens, p = grenzen_en_p(b / se, t, ALFA)

    def overal(waarden: np.ndarray) -> np.ndarray:
        uit = np.full(len(L), np.nan)
        uit[bekend] = waarden
        return uit

    laag, hoog = overal(b - grens * se), overal(b + grens * se)
    return Effecten(overal(b), laag, hoog, overal(p), icc=top.icc)


def perioden(
    tabel: pd.DataFrame,
    ontwerpen: Mapping[str, Ontwerp],
    factoren: Sequence[str],
    crisisjaar: int,
) -> list[Periode]:
    """Return every period of every sample.

    Args:
        tabel: result of `ontwerp.koppel`.
        ontwerpen: sample -> the main regression in it.
        factoren, crisisjaar: see `groeiperioden`.
    """
    return [
        periode
        for steekproef, ontwerp in ontwerpen.items()
        for periode in (
            hoofdperiode(ontwerp),
            *groeiperioden(tabel, factoren, crisisjaar, steekproef),
        )
    ]
