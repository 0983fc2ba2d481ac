"""What could have been noticed: the minimal detectable effect, and what is found by luck."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import special

from leefbaarheid.analyse.clusterproducten import overbodig
from leefbaarheid.analyse.collineariteit import VIF_COLLINEAIR
from leefbaarheid.analyse.crv import effectief_aantal
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.schatter import ALFA
from leefbaarheid.basis.oordeel import CRV1
from leefbaarheid.basis.tabelwaarden import CONSTANTE
from leefbaarheid.toetsen.herhaling import Herhaling, herhaal, trek_fouten
from leefbaarheid.toetsen.random_intercept import Variantiecomponenten, reml_random_intercept

KOLOMMEN_MDE = [
    *("uitkomst", "van", "tot", "model", "steekproef", "term", "primair", "coef", "coef_sd"),
    *("sd_factor", "se", "icc", "G_eff_icc", "df", "trekkingen", "alfa", "kracht"),
    *("mde", "mde_sd", "mde_simulatie_sd", "mde_formule_sd"),
    *("kracht_half", "overdrijving", "nul_in_interval", "reden"),
]
THEMA = 61
TREKKINGEN = 1_000
"""Draws of the errors, each used with both signs: an effect is then known to some 1.5 %."""
# AANNAME: hoeveel een schatting overdrijft als zij aantoonbaar is, is berekend voor een ware
#   samenhang die half zo groot is als de kleinste aantoonbare.
#   Waarom: de ware samenhang is onbekend; een die goed opvalt, wordt nauwelijks te groot geschat.
#   Gevolg: voor een nog kleinere ware samenhang is de overdrijving groter, voor een grotere
#   kleiner.
#   Onderwerp: modellen. Als: controle aantoonbaar. Zie: sec-rob-kracht.
DEEL_WAAR = 0.5
KRACHT = 0.8
"""Probability with which the minimal effect is found, the usual choice."""


def minimaal_aantoonbaar(
    se: float | np.ndarray,
    df: float | np.ndarray,
    alfa: float = ALFA,
    kracht: float = KRACHT,
    methode: str = "exact",
) -> np.ndarray:
    """Return the minimal detectable effect: the true coefficient found with probability `kracht`.

    For a two-sided t test at level `alfa` with standard error `se` and `df` degrees of freedom:

    - 'exact': se times the noncentrality at which |T| passes the critical value with probability
      `kracht` (the other tail, below one in a million here, is left out).
    - 'bloom': (t_{1-alfa/2} + t_{kracht}) se (Bloom 1995, Evaluation Review 19), the usual closed
      form; some 1 to 2 % larger for 10 to 40 degrees of freedom.

    The result has the units of `se`. It says what the design can find and does not use the
    estimate, so it is no "observed power".

    Raises:
        ValueError: unknown `methode`.
    """
    df = np.asarray(df, float)
    kritiek = special.stdtrit(df, 1 - alfa / 2)
    if methode == "bloom":
        return np.asarray((kritiek + special.stdtrit(df, kracht)) * np.asarray(se))
    if methode != "exact":
        raise ValueError(f"onbekende methode {methode!r}")
    return np.asarray(special.nctdtrinc(df, 1 - kracht, kritiek) * np.asarray(se))


def kracht_bij(
    effect: float | np.ndarray, se: float | np.ndarray, df: float, alfa: float = ALFA
) -> np.ndarray:
    """Return the probability that a two-sided t test finds a true coefficient `effect`."""
    kritiek = special.stdtrit(df, 1 - alfa / 2)
    ncp = np.abs(effect) / np.asarray(se)
    boven, onder = special.nctdtr(df, ncp, kritiek), special.nctdtr(df, ncp, -kritiek)
    return np.asarray(1 - boven + onder)


class Ontwerpkracht(NamedTuple):
    """What the design of one regression can find, one element per regressor.

    Attributes:
        icc: share of the residual variance between gemeenten.
        G_eff: effective number of gemeenten at that share.
        mde: minimal detectable effect by simulation, score points per natural unit.
        kracht_half: probability that a true effect of `DEEL_WAAR` times mde is found.
        overdrijving: by how much the estimate of that effect is too large when it is found, as a
            ratio (type M error, Gelman & Carlin 2014, Perspectives on Psychological Science 9).
    """

    icc: float
    G_eff: pd.Series
    mde: pd.Series
    kracht_half: pd.Series
    overdrijving: pd.Series


def kleinste_gevonden(
    coef: np.ndarray, se: np.ndarray, kritiek: float, kracht: float = KRACHT
) -> np.ndarray:
    """Return the true effect that a share `kracht` of the draws finds (K,).

    A draw finds effect b when coef + b > kritiek x se, so the smallest b it finds is
    kritiek x se - coef, and the effect asked for is a quantile of those. Errors may have either
    sign, so each draw counts twice; findings in the wrong direction do not count.

    Args:
        coef, se: (B, K) estimates under true coefficients of zero, and their standard errors.
        kritiek: critical value of the test.
    """
    grens = kritiek * se
    return np.asarray(np.quantile(np.concatenate([grens - coef, grens + coef]), kracht, axis=0))


def gevonden_bij(
    effect: np.ndarray, coef: np.ndarray, se: np.ndarray, kritiek: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the share of draws that find a true effect, and how they exaggerate it (K,).

    The exaggeration is the mean size of the estimates that are found over the true size; NaN where
    none is. Arguments as in `kleinste_gevonden`, `effect` (K,) positive.
    """
    schatting = np.concatenate([effect + coef, effect - coef])
    raak = np.abs(schatting) > kritiek * np.concatenate([se, se])
    aantal = raak.sum(axis=0)
    som = np.where(raak, np.abs(schatting), 0.0).sum(axis=0)
    gemiddeld = np.where(aantal > 0, som / np.maximum(aantal, 1), np.nan)
    return raak.mean(axis=0), gemiddeld / effect


def ontwerpkracht(ontwerp: Ontwerp, alfa: float = ALFA, kracht: float = KRACHT) -> Ontwerpkracht:
    """Return what the design can find, by drawing the errors of the regression again.

    Regressors and gemeenten are those of the regression; the errors are normal, with the variances
    between and within gemeenten that REML finds. The test is that of the primary estimator, t with
    G - 1 degrees of freedom.

    Args:
        ontwerp: complete cases of the regression, at least two gemeenten. Its estimator gives the
            standard errors (CRV3 for the bootstrap), and the seed of a stream of its own.
        alfa, kracht: level of the test, and the probability asked for.
    """
    namen = _bruikbaar(ontwerp)
    delen = variantiedelen(ontwerp)
    h = _herhaal(ontwerp, namen, delen)
    se = h.crv1_se if ontwerp.schatter.met_variantie == CRV1 else h.crv3_se
    kritiek = float(special.stdtrit(h.ontwerp.df, 1 - alfa / 2))
    mde = kleinste_gevonden(h.coef, se, kritiek, kracht)
    kans, te_groot = gevonden_bij(DEEL_WAAR * mde, h.coef, se, kritiek)
    eff = effectief_aantal(h.ontwerp, delen.icc)
    reeksen = (pd.Series(x, index=namen) for x in (eff, mde, kans, te_groot))
    return Ontwerpkracht(delen.icc, *reeksen)


def variantiedelen(ontwerp: Ontwerp) -> Variantiecomponenten:
    """Return the variances between and within gemeenten of the residuals, by REML."""
    X = _gestandaardiseerd(ontwerp)[_bruikbaar(ontwerp)]
    groepen = pd.factorize(ontwerp.gemeente, sort=True)[0]
    return reml_random_intercept(ontwerp.y.to_numpy(float), X.to_numpy(), groepen)


def _gestandaardiseerd(ontwerp: Ontwerp) -> pd.DataFrame:
    """Return X with every regressor at mean 0 and standard deviation 1, and the constant at 1."""
    Z = ontwerp.regressoren
    sd = Z.std()
    return ((Z - Z.mean()) / sd.where(sd > 0, 1.0)).assign(**{CONSTANTE: 1.0})[ontwerp.X.columns]


def _bruikbaar(ontwerp: Ontwerp) -> list[str]:
    """Return the columns of X without those that others fix."""
    vast = overbodig(_gestandaardiseerd(ontwerp).to_numpy(), VIF_COLLINEAIR**-0.5)
    return [naam for k, naam in enumerate(ontwerp.X.columns) if k not in vast]


def _herhaal(ontwerp: Ontwerp, namen: list[str], delen: Variantiecomponenten) -> Herhaling:
    stroom = [ontwerp.schatter.zaad, THEMA, ontwerp.van, ontwerp.tot, len(ontwerp.y)]
    rng = np.random.default_rng(stroom)
    gemeente = ontwerp.gemeente.to_numpy()
    fouten = trek_fouten(gemeente, delen.icc, TREKKINGEN, rng.standard_normal)
    schaal = np.sqrt(delen.tussen + delen.binnen)
    return herhaal(ontwerp.X[namen].to_numpy(), gemeente, schaal * fouten)


def mde_tabel(tabel: pd.DataFrame, gevonden: Ontwerpkracht | None) -> pd.DataFrame:
    """Return the minimal detectable effect of each row of `clustertabel` (`KOLOMMEN_MDE`).

    mde is in score points per natural unit, mde_sd per standard deviation of the regressor: the
    larger of two. mde_simulatie_sd is by simulation (`ontwerpkracht`), which takes the errors for
    equally dependent within every gemeente; mde_formule_sd is `minimaal_aantoonbaar` with the
    estimated standard error, which needs no such thing but is itself uncertain, and with the
    effective number of gemeenten less one (`df`; Carter, Schnepel & Steigerwald 2017).
    `nul_in_interval` marks the null findings, beside which the report prints mde.

    Args:
        tabel: `clustertabel` of one regression.
        gevonden: `ontwerpkracht` of it; None where the regression cannot be tested.
    """
    uit = tabel.assign(alfa=ALFA, kracht=KRACHT, icc=np.nan)
    nieuw = {"G_eff_icc": "G_eff", "mde": "mde", "kracht_half": "kracht_half"}
    nieuw["overdrijving"] = "overdrijving"
    getest = uit["se"].notna()
    for kolom, veld in nieuw.items():
        waarden = uit["term"].map(getattr(gevonden, veld)) if gevonden else np.nan
        uit[kolom] = pd.Series(waarden, uit.index, dtype=float).where(getest)
    uit["trekkingen"] = pd.Series(TREKKINGEN, uit.index, dtype="Int64").where(getest)
    if gevonden:
        uit["icc"] = gevonden.icc
    uit["df"] = uit["G_eff_icc"] - 1
    formule = minimaal_aantoonbaar(uit["se"].to_numpy(float), uit["df"].to_numpy(float))
    uit["mde_simulatie_sd"] = uit["mde"] * uit["sd_factor"]
    uit["mde_formule_sd"] = formule * uit["sd_factor"]
    uit["mde"] = np.fmax(uit["mde"], formule)
    uit["mde_sd"] = uit["mde"] * uit["sd_factor"]
    nul = (uit["ci_laag"] <= 0) & (uit["ci_hoog"] >= 0)
    uit["nul_in_interval"] = nul.astype("boolean").where(uit["ci_laag"].notna())
    return uit[KOLOMMEN_MDE].reset_index(drop=True)
