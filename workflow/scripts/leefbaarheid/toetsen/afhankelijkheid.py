"""Dependence between wijken: does the answer hold when neighbours are alike?

Wijken of one gemeente share a council, a housing market and neighbours, so their residuals are not
independent. `afhankelijkheidstabel` puts four answers to one regression side by side:

- ``ols_crv1``: the regression of `regressie.schat`, clustered by gemeente;
- ``gemeente_fe``: gemeente fixed effects (the within estimator), CRV1 by gemeente. The correction
  counts the slopes and one constant, not the effects, which are nested in the clusters (Cameron &
  Miller 2015, Journal of Human Resources 50, section III.B); gemeenten with one wijk say nothing
  about differences within gemeenten and are left out (Correia 2015);
- ``random_intercept``: an effect per gemeente from a normal distribution, REML (Laird & Ware 1982,
  Biometrics 38), with the intraclass correlation (ICC);
- ``conley``: the coefficients of the regression with standard errors that let wijken within a
  distance depend on one another (Conley 1999, Journal of Econometrics 92).

`moran_tabel` measures how alike the residuals of neighbours are: Moran's I (Cliff & Ord 1981,
Spatial Processes) with its permutation p-value. Where it is significant the column `conley` counts.

All intervals use the t distribution with G-1 degrees of freedom, G the number of gemeenten, as in
`regressie`, so that the variants differ by what they assume and not by their critical value.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse, stats
from scipy.optimize import minimize_scalar
from statsmodels.regression.mixed_linear_model import MixedLM, MixedLMParams

from leefbaarheid.analyse.ontwerp import STEEKPROEVEN, Ontwerp
from leefbaarheid.analyse.regressie import MIN_GEMEENTEN, controleer_ontwerp, schat
from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import BASISSCORE, BEGINSCORE, CONSTANTE
from leefbaarheid.toetsen.ruimte import (
    afstand_gewichten,
    conley_covariantie,
    kleinste_band_km,
    knn_gewichten,
    moran_momenten,
    moran_permutatie,
)

VARIANTEN = ("ols_crv1", "gemeente_fe", "random_intercept", "conley")
VARIANTNAMEN = {
    "ols_crv1": "gewone regressie",
    "gemeente_fe": "binnen gemeenten",
    "random_intercept": "met een eigen niveau per gemeente",
    "conley": "met ruimtelijke marge",
}
BETEKENIS = {
    "ols_crv1": "De gewone regressie; de marge houdt er rekening mee dat wijken in dezelfde "
    "gemeente op elkaar lijken.",
    "gemeente_fe": "Vergelijkt alleen wijken binnen dezelfde gemeente, zodat alles wat een "
    "gemeente als geheel bijzonder maakt wegvalt.",
    "random_intercept": "Geeft elke gemeente een eigen niveau dat bij toeval hoger of lager ligt, "
    "en schat hoe sterk gemeenten daarin verschillen.",
    "conley": "Laat wijken die dicht bij elkaar liggen op elkaar lijken, ook over gemeentegrenzen "
    "heen; de schatting zelf blijft gelijk, alleen de marge verandert.",
}
"""What each variant means, one sentence for a reader who is no statistician."""

GESCHAT, SINGULIER = "geschat", "singulier"
NIET_GECONVERGEERD, NIET_TE_TOETSEN = "niet geconvergeerd", "niet te toetsen"

# AANNAME: wie de buren van een wijk zijn is een keuze: de vijf dichtstbijzijnde wijken.
BUREN = 5
# AANNAME: in de afstandsmaat zijn wijken tot vijf kilometer buren; dat is ongeveer één stad.
BAND_KM = 5.0
# AANNAME: voorbij tien kilometer hangen wijken niet meer samen (Conley); dat is ruim één stad.
CONLEY_KM = 10.0
# Below this share of its variance within gemeenten a factor varies between gemeenten only.
GEEN_VARIATIE = 1e-10

SLEUTEL = ["uitkomst", "van", "tot", "model", "steekproef"]
KOLOMMEN = [
    *(*SLEUTEL, "variant", "term", "label"),
    *("coef", "se", "p", "ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "sd_factor"),
    *("n", "n_gemeenten", "icc", "status", "reden", "toelichting", "betekenis"),
]
KOLOMMEN_MORAN = [
    *(*SLEUTEL, "gewichten", "buren", "afstand_km"),
    *("n", "n_zonder_coordinaten", "n_zonder_buren", "gem_buren"),
    *("moran_i", "verwacht", "p_permutatie", "permutaties"),
    *("verwacht_residuen", "sd_residuen", "z_residuen", "p_residuen"),
    *("significant", "reden", "betekenis"),
]


class Schatting(NamedTuple):
    """One variant of one regression, in natural units.

    Attributes:
        coef, se: per term, index the terms without the constant; se is NaN where there is none.
        n, n_gemeenten: wijken and gemeenten that were used.
        reden: per term why there is no standard error; terms that are not named can be tested.
        status: `GESCHAT`, `SINGULIER` or `NIET_GECONVERGEERD`.
        toelichting: per term (key "" for all terms) what a reader must know.
        icc: share of the residual variance that lies between gemeenten; NaN where not estimated.
    """

    coef: pd.Series
    se: pd.Series
    n: int
    n_gemeenten: int
    reden: Mapping[str, str]
    status: str = GESCHAT
    toelichting: Mapping[str, str] = {}
    icc: float = float("nan")


# ---------------------------------------------------------------------------------------------
# What can be tested at all


def niet_toetsbare_factoren(
    tabel: pd.DataFrame, factoren: Sequence[str], steekproef: str
) -> dict[str, str]:
    """Return the factors that cannot be estimated in a sample, with the reason in Dutch.

    Args:
        tabel: result of `regressie.koppel`.
        factoren: names of the factors.
        steekproef: key of `regressie.STEEKPROEVEN`.

    Returns:
        factor -> reason, for factors without any value or with one value for all wijken that have
        every usable factor; in the order of `factoren`.
    """
    deel = tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True), list(factoren)]
    leeg = [f for f in factoren if deel[f].isna().all()]
    volledig = deel.drop(columns=leeg).dropna()
    vast = [f for f in volledig.columns if volledig[f].nunique() <= 1]
    redenen = dict.fromkeys(
        leeg, "de factor heeft bij geen enkele wijk van de steekproef een waarde"
    )
    redenen |= dict.fromkeys(
        vast, "de factor heeft bij alle wijken van de steekproef dezelfde waarde"
    )
    return {f: redenen[f] for f in factoren if f in redenen}


def coordinaten(wijken: pd.DataFrame) -> pd.DataFrame | None:
    """Return x and y (m RD) with wk_code as index, or None where the table has no coordinates.

    Args:
        wijken: a table with wk_code and perhaps x and y; a wijk may lack them.
    """
    if not {"x", "y"} <= set(wijken.columns):
        return None
    xy = wijken.set_index("wk_code")[["x", "y"]].astype(float)
    return xy if xy.notna().all(axis=1).any() else None


def _plaatsen(ontwerp: Ontwerp, xy: pd.DataFrame | None) -> pd.DataFrame:
    """Return x and y of the wijken of a design that have both, in the order of the design."""
    if xy is None:
        return pd.DataFrame(columns=["x", "y"], dtype=float)
    return xy[["x", "y"]].reindex(ontwerp.y.index).dropna()


def _beperk(ontwerp: Ontwerp, codes: Any) -> Ontwerp:
    """Return the design for some of its wijken (labels or a boolean mask)."""
    delen = {naam: getattr(ontwerp, naam).loc[codes] for naam in ("y", "X", "gemeente", "gm_naam")}
    return replace(ontwerp, **delen)


# ---------------------------------------------------------------------------------------------
# Clustered regression and gemeente fixed effects


def _redenen_een_gemeente(
    X: pd.DataFrame, gemeente: pd.Series, wat: str = "wijkt af van één vaste waarde"
) -> dict[str, str]:
    """Return the columns that leave their most common value in one gemeente only, with the reason.

    The score of such a coefficient is zero over that gemeente by construction of the estimate, so
    that its clustered variance is far too small (few treated groups; Cameron & Miller 2015).
    """
    in_een = [k for k in X.columns if gemeente[~np.isclose(X[k], X[k].mode()[0])].nunique() == 1]
    return dict.fromkeys(
        in_een, f"de factor {wat} in maar één gemeente; daarop rust geen standaardfout"
    )


def schat_ols(ontwerp: Ontwerp) -> Schatting:
    """Return the regression of `regressie.schat`: CRV1 by gemeente.

    Raises:
        InvoerFout: see `regressie.schat`.
    """
    resultaat = schat(ontwerp)
    return Schatting(
        coef=resultaat.params.drop(CONSTANTE),
        se=resultaat.bse.drop(CONSTANTE),
        n=len(ontwerp.y),
        n_gemeenten=ontwerp.gemeente.nunique(),
        reden=_redenen_een_gemeente(ontwerp.regressoren, ontwerp.gemeente),
    )


def aandeel_binnen(ontwerp: Ontwerp) -> pd.Series:
    """Return per regressor the share (0-1) of its variation that lies within gemeenten."""
    Z = ontwerp.regressoren
    binnen = Z - Z.groupby(ontwerp.gemeente).transform("mean")
    return (binnen**2).sum() / ((Z - Z.mean()) ** 2).sum()


def schat_gemeente_fe(ontwerp: Ontwerp) -> Schatting:
    """Return the within estimator: a constant per gemeente, CRV1 by gemeente.

    Computed as the regression of deviations from the gemeente mean, plus the overall mean so that
    `regressie.schat` counts one constant: G/(G-1) x (n-1)/(n-K-1) with K slopes, as in fixest and
    pyfixest for effects nested in the clusters. n and G are those without singletons.

    Raises:
        InvoerFout: fewer than `MIN_GEMEENTEN` gemeenten have two wijken or more; no regressor
            varies within gemeenten; what `regressie.schat` raises.
    """
    binnen = aandeel_binnen(ontwerp)
    vast = list(binnen.index[binnen < GEEN_VARIATIE])
    reden = dict.fromkeys(vast, "de factor verschilt alleen tussen gemeenten")
    meer = ontwerp.gemeente.groupby(ontwerp.gemeente).transform("size") > 1
    kern = _beperk(ontwerp, meer)
    if kern.gemeente.nunique() < MIN_GEMEENTEN:
        raise InvoerFout(
            f"er zijn {kern.gemeente.nunique()} gemeenten met twee of meer wijken; voor een "
            f"vergelijking binnen gemeenten zijn er ten minste {MIN_GEMEENTEN} nodig"
        )
    X = kern.X.drop(columns=vast)
    if list(X.columns) == [CONSTANTE]:
        raise InvoerFout("geen enkele factor verschilt binnen gemeenten")
    centreer = {
        naam: deel - deel.groupby(kern.gemeente).transform("mean") + deel.mean()
        for naam, deel in (("y", kern.y), ("X", X))
    }
    verschil = replace(kern, **centreer)
    resultaat = schat(verschil)
    reden |= _redenen_een_gemeente(verschil.regressoren, kern.gemeente, "varieert")
    toelichting = {
        k: f"Maar {taal.procent(binnen[k])} van de variatie ligt binnen gemeenten."
        for k in X.columns.drop(CONSTANTE)
        # AANNAME: onder een tiende van de variatie binnen gemeenten waarschuwt de tabel de lezer.
        if binnen[k] < 0.1
    }
    weg = int((~meer).sum())
    if weg:
        gemeenten = taal.aantal_van(weg, "gemeente", "gemeenten")
        toelichting[""] = f"Zonder {gemeenten} met maar één wijk."
    termen = ontwerp.regressoren.columns
    return Schatting(
        coef=resultaat.params.reindex(termen),
        se=resultaat.bse.reindex(termen),
        n=len(kern.y),
        n_gemeenten=kern.gemeente.nunique(),
        reden=reden,
        toelichting=toelichting,
    )


# ---------------------------------------------------------------------------------------------
# Random intercept


@dataclass(frozen=True)
class Variantiecomponenten:
    """REML estimates of a random intercept model.

    Attributes:
        tussen, binnen: variance between and within gemeenten, in squared units of y.
        coef: fixed effects (K,).
        cov: their covariance (K, K), given the variances.
        llf: REML log-likelihood at the estimates, up to a constant.
    """

    tussen: float
    binnen: float
    coef: np.ndarray
    cov: np.ndarray
    llf: float

    @property
    def icc(self) -> float:
        """Share of the residual variance that lies between gemeenten."""
        return self.tussen / (self.tussen + self.binnen)


def reml_random_intercept(
    y: np.ndarray, X: np.ndarray, groepen: np.ndarray
) -> Variantiecomponenten:
    """Maximise the REML likelihood of a random intercept model over its one variance ratio.

    With ratio r = between/within the likelihood has a closed form, so the maximum, at zero or not,
    is found over one number (Bates et al. 2015, Journal of Statistical Software 67).
    statsmodels' general optimiser often stops short of it or takes the edge for a failure.

    Args:
        y: (n,) outcome. X: (n, K) regressors with the constant. groepen: (n,) codes 0..G-1.
    """
    n, K = X.shape
    grootte = np.bincount(groepen).astype(float)
    Z = np.column_stack([X, y])
    sommen = np.zeros((len(grootte), K + 1))
    np.add.at(sommen, groepen, Z)
    kruis = Z.T @ Z

    def bij(ratio: float) -> Variantiecomponenten:
        gewicht = ratio / (1 + ratio * grootte)
        A = kruis - (sommen * gewicht[:, None]).T @ sommen
        omgekeerd = np.linalg.inv(A[:K, :K])
        coef = omgekeerd @ A[:K, K]
        binnen = max(float(A[K, K] - A[:K, K] @ coef), np.finfo(float).tiny) / (n - K)
        logdet = np.log1p(ratio * grootte).sum() + np.linalg.slogdet(A[:K, :K])[1]
        llf = -0.5 * ((n - K) * np.log(binnen) + logdet)
        return Variantiecomponenten(ratio * binnen, binnen, coef, binnen * omgekeerd, float(llf))

    # A grid first, so that a second hill in the likelihood is not missed.
    rooster = np.logspace(-7, 5, 97)
    waarden = [bij(r).llf for r in rooster]
    i = int(np.argmax(waarden))
    grenzen = np.log(rooster[[max(i - 1, 0), min(i + 1, len(rooster) - 1)]])
    top = minimize_scalar(
        lambda logratio: -bij(float(np.exp(logratio))).llf,
        bounds=tuple(grenzen),
        method="bounded",
        options={"xatol": 1e-10},
    )
    beste, nul = bij(float(np.exp(top.x))), bij(0.0)
    # The likelihood is flat at zero: below the first step of the grid the maximum is the edge.
    return nul if i == 0 or nul.llf >= beste.llf else beste


def schat_random_intercept(ontwerp: Ontwerp) -> Schatting:
    """Return a random intercept per gemeente by REML, confirmed by statsmodels MixedLM.

    MixedLM starts at the maximum that `reml_random_intercept` finds, on standardised data, and must
    stay there; its warnings are captured. Standard errors are (X'V^-1 X)^-1 at the estimated
    variances, as in lme4 (MixedLM's own come from the joint Hessian and differ by a few percent). A
    variance of zero between gemeenten is reported as `SINGULIER`: the model is then the regression
    that takes wijken as independent.

    Raises:
        InvoerFout: see `regressie.controleer_ontwerp`.
    """
    controleer_ontwerp(ontwerp)
    Z = ontwerp.regressoren
    maat, sy = Z.std(ddof=1), float(ontwerp.y.std(ddof=1))
    X = np.column_stack([np.ones(len(Z)), ((Z - Z.mean()) / maat).to_numpy()])
    y = ((ontwerp.y - ontwerp.y.mean()) / sy).to_numpy()
    groepen = pd.factorize(ontwerp.gemeente, sort=True)[0]
    top = reml_random_intercept(y, X, groepen)
    if top.tussen == 0:
        status = SINGULIER
        zin = (
            "De variantie tussen gemeenten is op nul geschat (singulier): het model valt samen met "
            "een regressie die wijken als onafhankelijk ziet, dus deze marge is eerder te klein."
        )
    else:
        status = GESCHAT
        zin = (
            "Van de variatie die de factoren niet beschrijven ligt "
            f"{taal.procent(top.icc)} tussen gemeenten (ICC {taal.getal(top.icc, 2)})."
        )
        bevestigd, meldingen = _bevestig(y, X, groepen, top)
        if not bevestigd:
            status = NIET_GECONVERGEERD
            zin = f"MixedLM van statsmodels kwam niet tot deze oplossing ({meldingen}). {zin}"
    schaal = sy / maat
    return Schatting(
        coef=schaal * top.coef[1:],
        se=schaal * np.sqrt(np.diag(top.cov))[1:],
        n=len(y),
        n_gemeenten=len(np.unique(groepen)),
        reden={},
        status=status,
        toelichting={"": zin},
        icc=top.icc,
    )


def _bevestig(
    y: np.ndarray, X: np.ndarray, groepen: np.ndarray, top: Variantiecomponenten
) -> tuple[bool, str]:
    """Fit MixedLM from a maximum; tell whether it converges to it, and what statsmodels said."""
    begin = MixedLMParams.from_components(
        fe_params=top.coef, cov_re=np.array([[top.tussen / top.binnen]])
    )
    with warnings.catch_warnings(record=True) as gevangen:
        warnings.simplefilter("always")
        try:
            fit = MixedLM(y, X, groups=groepen).fit(reml=True, start_params=begin)
        except (np.linalg.LinAlgError, ValueError) as fout:
            return False, str(fout)
    # the outcome has unit variance, so these are absolute tolerances on its scale
    gelijk = np.allclose(fit.fe_params, top.coef, rtol=0, atol=1e-3)
    gelijk &= np.allclose(np.ravel(fit.cov_re), top.tussen, rtol=0, atol=1e-2)
    return bool(fit.converged and gelijk), "; ".join(
        dict.fromkeys(str(w.message) for w in gevangen)
    )


# ---------------------------------------------------------------------------------------------
# Conley


def schat_conley(
    ontwerp: Ontwerp,
    xy: pd.DataFrame | None,
    afstand_km: float = CONLEY_KM,
    kern: str = "bartlett",
) -> Schatting:
    """Return the regression with spatial standard errors, for the wijken that have coordinates.

    Args:
        ontwerp: the design.
        xy: x and y in m RD by wk_code (see `coordinaten`), or None.
        afstand_km, kern: see `conley_covariantie`.

    Raises:
        InvoerFout: no coordinates; too few wijken have them (see `controleer_ontwerp`).
    """
    plaatsen = _plaatsen(ontwerp, xy)
    if plaatsen.empty:
        raise InvoerFout("er zijn geen coördinaten van de wijken")
    deel = _beperk(ontwerp, plaatsen.index)
    resultaat = schat(deel)
    variantie = np.diag(
        conley_covariantie(
            deel.X.to_numpy(),
            resultaat.resid.to_numpy(),
            plaatsen.to_numpy(),
            afstand_km,
            kern,
        )
    )
    se = pd.Series(np.sqrt(np.where(variantie > 0, variantie, np.nan)), index=deel.X.columns)
    toelichting = f"Kern {kern}, afkap {taal.getal(afstand_km, 1)} km."
    zonder = len(ontwerp.y) - len(deel.y)
    if zonder:
        toelichting += (
            f" Zonder {taal.aantal_van(zonder, 'wijk', 'wijken')} waarvan de coördinaten "
            "ontbreken; de schatting is daarom niet precies die van de gewone regressie."
        )
    se = se.drop(CONSTANTE)
    reden = dict.fromkeys(se.index[se.isna()], "de ruimtelijke variantie is niet positief")
    return Schatting(
        coef=resultaat.params.drop(CONSTANTE),
        se=se,
        n=len(deel.y),
        n_gemeenten=deel.gemeente.nunique(),
        reden=reden | _redenen_een_gemeente(deel.regressoren, deel.gemeente),
        toelichting={"": toelichting},
    )


# ---------------------------------------------------------------------------------------------
# The table


def afhankelijkheidstabel(
    ontwerp: Ontwerp,
    xy: pd.DataFrame | None,
    *,
    labels: Mapping[str, str] | None = None,
    niet_geschat: Mapping[str, str] | None = None,
    conley_km: float = CONLEY_KM,
    kern: str = "bartlett",
) -> pd.DataFrame:
    """Return one row per term and variant of one regression.

    Args:
        ontwerp: the design; its regressors without variation are reported, not estimated.
        xy: x and y in m RD by wk_code (see `coordinaten`), or None.
        labels: term -> label for the reader; a term without one keeps its name.
        niet_geschat: factors that could not enter the design, with the reason
            (see `niet_toetsbare_factoren`); they get a row per variant.
        conley_km, kern: see `conley_covariantie`.

    Returns:
        `KOLOMMEN`; variants in the order of `VARIANTEN`, terms in that of the model, without the
        constant. `coef_sd` is per standard deviation of the factor in the design, the same for all
        variants. `reden` says why a coefficient cannot be tested; `status` is 'geschat',
        'singulier', 'niet geconvergeerd' or 'niet te toetsen'. `icc` only for the random intercept.
    """
    Z = ontwerp.regressoren
    vast = [k for k in Z.columns if Z[k].max() - Z[k].min() <= 1e-12 * Z[k].abs().max()]
    redenen = dict.fromkeys(
        vast, "de factor heeft bij alle wijken van de steekproef dezelfde waarde"
    )
    redenen |= niet_geschat or {}
    kern_ontwerp = replace(ontwerp, X=ontwerp.X.drop(columns=vast))
    schatters = {
        "ols_crv1": lambda: schat_ols(kern_ontwerp),
        "gemeente_fe": lambda: schat_gemeente_fe(kern_ontwerp),
        "random_intercept": lambda: schat_random_intercept(kern_ontwerp),
        "conley": lambda: schat_conley(kern_ontwerp, xy, conley_km, kern),
    }
    termen = [*Z.columns, *(k for k in redenen if k not in Z.columns)]
    namen = _termnamen(ontwerp) | dict(labels if labels is not None else {})
    delen = [
        _rijen(variant, _probeer(schatters[variant], kern_ontwerp), termen, redenen)
        for variant in VARIANTEN
    ]
    tabel = pd.concat(delen, ignore_index=True)
    for kolom in SLEUTEL:
        tabel[kolom] = getattr(ontwerp, kolom)
    tabel["label"] = [namen.get(term, term) for term in tabel["term"]]
    tabel["sd_factor"] = tabel["term"].map(Z.std(ddof=1))
    for bron, doel in (("coef", "coef_sd"), ("ci_laag", "ci_sd_laag"), ("ci_hoog", "ci_sd_hoog")):
        tabel[doel] = tabel[bron] * tabel["sd_factor"]
    return tabel[KOLOMMEN]


def _termnamen(ontwerp: Ontwerp) -> dict[str, str]:
    return {
        BEGINSCORE: f"Leefbaarheidsscore {ontwerp.van} (begin van het venster)",
        BASISSCORE: f"Leefbaarheidsscore {ontwerp.basisjaar} (basismeting)",
    }


def _probeer(schatter: Any, ontwerp: Ontwerp) -> Schatting:
    """Return the estimate, or an empty one that carries the message for every term."""
    try:
        return schatter()
    except InvoerFout as fout:
        termen = ontwerp.regressoren.columns
        leeg = pd.Series(np.nan, index=termen)
        wat = fout.wat.removeprefix(f"{ontwerp}: ")
        if fout.kolom:
            wat = f"{wat} ({fout.kolom})"
        return Schatting(
            leeg, leeg, len(ontwerp.y), ontwerp.gemeente.nunique(), dict.fromkeys(termen, wat)
        )


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
    vrijheid = uit.n_gemeenten - 1
    # AANNAME: random intercept en Conley krijgen, net als CRV1, de t-verdeling met G-1
    #   vrijheidsgraden; dat is voorzichtiger dan de normale verdeling van de handboeken.
    tabel["p"] = 2 * stats.t.sf((tabel["coef"] / tabel["se"]).abs(), vrijheid)
    ruim = stats.t.ppf(0.975, vrijheid) * tabel["se"]
    tabel["ci_laag"], tabel["ci_hoog"] = tabel["coef"] - ruim, tabel["coef"] + ruim
    tabel["n"], tabel["n_gemeenten"], tabel["icc"] = uit.n, uit.n_gemeenten, uit.icc
    tabel["status"] = np.where(toetsbaar, uit.status, NIET_TE_TOETSEN)
    zinnen = uit.toelichting
    tabel["toelichting"] = [
        " ".join(filter(None, (zinnen.get(term), zinnen.get("")))) for term in tabel["term"]
    ]
    tabel["betekenis"] = BETEKENIS[variant]
    return tabel


def vergelijk_varianten(
    tabel: pd.DataFrame, moran: pd.DataFrame | None = None, alfa: float = 0.05
) -> pd.DataFrame:
    """Say per regression and factor whether dependence between wijken changes the answer.

    Args:
        tabel: one or more results of `afhankelijkheidstabel`, below one another.
        moran: results of `moran_tabel` for the same regressions. With it, `conley` counts only
            where Moran's I of that regression is significant for the nearest neighbours ('knn').
        alfa: level of the test.

    Returns:
        Per regression and factor: coef_sd_<variant> and p_<variant>, `teken_verschilt` (a variant
        has another sign than the plain regression), `significantie_verschilt`, `telt_niet`
        (variants that do not count, joined by "; ": no test, a singular or failed fit, or `conley`
        without spatial dependence), `eensgezind` and `betekenis`, one Dutch sentence. A factor
        that the plain regression cannot test is never `eensgezind`.
    """
    rijen = []
    for (*sleutel, term), deel in tabel.groupby([*SLEUTEL, "term"], sort=False):
        if term in (BEGINSCORE, BASISSCORE):
            continue
        per_variant = deel.set_index("variant")
        ruimtelijk = moran is None or _is_ruimtelijk(moran, sleutel)
        rij = dict(zip(SLEUTEL, sleutel, strict=True)) | {"term": term}
        rij["label"] = deel["label"].iloc[0]
        for variant in VARIANTEN:
            rij[f"coef_sd_{variant}"] = per_variant.loc[variant, "coef_sd"]
            rij[f"p_{variant}"] = per_variant.loc[variant, "p"]
        basis = per_variant.loc["ols_crv1"]
        telt = per_variant["status"].eq(GESCHAT)
        telt["conley"] &= ruimtelijk
        getoetst = [v for v in VARIANTEN[1:] if telt[v]]
        teken = [v for v in getoetst if rij[f"coef_sd_{v}"] * basis["coef_sd"] < 0]
        ander = [v for v in getoetst if (rij[f"p_{v}"] < alfa) != (basis["p"] < alfa)]
        kan = bool(pd.notna(basis["p"]))
        rij |= {
            "teken_verschilt": kan and bool(teken),
            "significantie_verschilt": kan and bool(ander),
            "telt_niet": "; ".join(v for v in VARIANTEN if not telt[v]),
            "eensgezind": kan and not teken and not ander,
            "betekenis": _zin_varianten(per_variant, rij, getoetst, teken, ander, alfa),
        }
        rijen.append(rij)
    return pd.DataFrame(rijen)


def _is_ruimtelijk(moran: pd.DataFrame, sleutel: Sequence[Any]) -> bool:
    deel = moran[(moran[SLEUTEL] == list(sleutel)).all(axis=1)]
    # AANNAME: de vijf dichtstbijzijnde wijken beslissen of de ruimtelijke marge telt; de andere
    #   twee definities van buren laten zien of dat uitmaakt.
    return bool(deel.loc[deel["gewichten"] == "knn", "significant"].any())


def _zin_varianten(
    per_variant: pd.DataFrame,
    rij: Mapping[str, Any],
    getoetst: Sequence[str],
    teken: Sequence[str],
    ander: Sequence[str],
    alfa: float,
) -> str:
    """Return one sentence on what the variants say about a factor together."""
    naam, basis = taal.kleine_letter(rij["label"]), per_variant.loc["ols_crv1"]
    if pd.isna(basis["p"]):
        return f"De samenhang met {naam} is niet te toetsen: {basis['reden']}."
    schatting = f"{taal.verandering(basis['coef_sd'], 3)} punt per standaarddeviatie"
    duidelijk = basis["p"] < alfa
    begin = (
        f"De samenhang met {naam} ({schatting})"
        if duidelijk
        else f"Een samenhang met {naam} is in de gewone regressie niet aantoonbaar ({schatting})"
    )
    anders = [
        f"{VARIANTNAMEN[v]} ({taal.verandering(rij[f'coef_sd_{v}'], 3)}; "
        f"p\u00a0=\u00a0{taal.p_waarde(rij[f'p_{v}'])})"
        for v in getoetst
        if v in teken or v in ander
    ]
    if not getoetst:
        return f"{begin}; geen van de andere schattingen is te toetsen."
    if not anders:
        slot = (
            "blijft aantoonbaar en houdt hetzelfde teken als rekening is gehouden met de "
            "afhankelijkheid tussen wijken"
            if duidelijk
            else "; ook als rekening is gehouden met de afhankelijkheid tussen wijken niet"
        )
    elif duidelijk:
        slot = f"is niet zeker: een ander beeld geeft de schatting {taal.opsomming(anders)}"
    elif ander:
        slot = f", maar wel in de schatting {taal.opsomming(anders)}"
    else:
        slot = f"; het teken wisselt in de schatting {taal.opsomming(anders)}"
    reden = per_variant.loc["gemeente_fe", "reden"]
    rest = f"; binnen gemeenten is zij niet te toetsen ({reden})" if reden else ""
    scheiding = "" if slot[0] in ",;" else " "
    return f"{begin}{scheiding}{slot}{rest}."


# ---------------------------------------------------------------------------------------------
# Moran's I


def moran_tabel(
    ontwerpen: Ontwerp | Iterable[Ontwerp],
    xy: pd.DataFrame | None,
    *,
    zaad: int,
    permutaties: int = 999,
    buren: int = BUREN,
    band_km: float = BAND_KM,
    alfa: float = 0.05,
) -> pd.DataFrame:
    """Return Moran's I of the residuals of each regression, for three definitions of neighbours.

    `gewichten` is 'knn' (the `buren` nearest wijken), 'afstand' (all within `band_km`; a wijk
    without neighbours counts in n and adds nothing) and 'afstand_elk' (all within the smallest
    distance at which every wijk has a neighbour). All are row-standardised.

    Args:
        ontwerpen: one design or several.
        xy: x and y in m RD by wk_code (see `coordinaten`), or None.
        zaad: seed of the config.
        permutaties: number of permutations of the residuals.
        buren: number of nearest neighbours.
        band_km: fixed distance band.
        alfa: level at which `significant` is True; decided by `p_permutatie`.

    Returns:
        `KOLOMMEN_MORAN`. `verwacht` = -1/(n-1) belongs to the permutations. `verwacht_residuen`,
        `sd_residuen`, `z_residuen` and the one-sided normal `p_residuen` take into account that
        residuals are not exchangeable (Cliff & Ord 1981). Without coordinates or a fit the rows
        carry a `reden`.
    """
    lijst = [ontwerpen] if isinstance(ontwerpen, Ontwerp) else list(ontwerpen)
    rijen = []
    for ontwerp in lijst:
        kop = {k: getattr(ontwerp, k) for k in SLEUTEL}
        plaatsen = _plaatsen(ontwerp, xy)
        kop |= {"n": len(plaatsen), "n_zonder_coordinaten": len(ontwerp.y) - len(plaatsen)}
        punten = plaatsen.to_numpy()
        reden, e = _residuen(ontwerp, plaatsen, buren)
        elk_km = kleinste_band_km(punten) if not reden else np.nan
        for gewichten, aantal, km in (
            ("knn", buren, np.nan),
            ("afstand", np.nan, band_km),
            ("afstand_elk", np.nan, elk_km),
        ):
            rij = kop | {"gewichten": gewichten, "buren": aantal, "afstand_km": km}
            rij |= {"permutaties": permutaties, "significant": False, "reden": reden}
            if not reden:
                W = (
                    knn_gewichten(punten, buren)
                    if gewichten == "knn"
                    else afstand_gewichten(punten, km)
                )
                X = ontwerp.X.loc[plaatsen.index].to_numpy()
                rij |= _moran_rij(e, X, W, permutaties, zaad, alfa)
            rijen.append(rij | {"betekenis": _zin_moran(rij)})
    tabel = pd.DataFrame(rijen).reindex(columns=KOLOMMEN_MORAN)
    return tabel.astype({"buren": "Int64", "n_zonder_buren": "Int64"})


def _residuen(ontwerp: Ontwerp, plaatsen: pd.DataFrame, buren: int) -> tuple[str, np.ndarray]:
    """Return why there is no Moran's I ("" if there is one) and the residuals.

    The regression is estimated on the wijken that have coordinates.
    """
    leeg = np.empty(0)
    if plaatsen.empty:
        return "er zijn geen coördinaten van de wijken", leeg
    if len(plaatsen) <= buren + 1:
        return f"er zijn maar {len(plaatsen)} wijken met coördinaten", leeg
    deel = _beperk(ontwerp, plaatsen.index)
    try:
        return "", schat(deel).resid.to_numpy()
    except InvoerFout as fout:
        return fout.wat.removeprefix(f"{ontwerp}: "), leeg


def _moran_rij(
    e: np.ndarray, X: np.ndarray, W: sparse.csr_matrix, permutaties: int, zaad: int, alfa: float
) -> dict[str, Any]:
    graad = np.diff(W.indptr)
    rij: dict[str, Any] = {
        "n_zonder_buren": int((graad == 0).sum()),
        "gem_buren": float(graad.mean()),
    }
    if W.nnz == 0:
        return rij | {"reden": "geen enkele wijk heeft een buur binnen deze afstand"}
    waarde, p = moran_permutatie(e, W, permutaties, zaad)
    verwacht, sd = moran_momenten(X, W)
    z = (waarde - verwacht) / sd
    return rij | {
        "moran_i": waarde,
        "verwacht": -1 / (len(e) - 1),
        "p_permutatie": p,
        "verwacht_residuen": verwacht,
        "sd_residuen": sd,
        "z_residuen": z,
        "p_residuen": float(stats.norm.sf(z)),
        "significant": bool(p < alfa),
    }


def _zin_moran(rij: Mapping[str, Any]) -> str:
    """Return one sentence on what Moran's I of this row means."""
    if rij["reden"]:
        return f"Of buurwijken op elkaar lijken is niet te toetsen: {rij['reden']}."
    wie = {
        "knn": f"de {taal.telwoord(int(rij['buren'] if rij['gewichten'] == 'knn' else 0))} "
        "dichtstbijzijnde wijken",
        "afstand": f"wijken binnen {_km(rij['afstand_km'])} km",
        "afstand_elk": f"wijken binnen {_km(rij['afstand_km'])} km, de afstand waarop elke wijk "
        "een buur heeft",
    }[rij["gewichten"]]
    p = taal.p_waarde(rij["p_permutatie"])
    maat = f"Moran's I {taal.getal(rij['moran_i'], 2)}; p\u00a0=\u00a0{p}"
    if rij["significant"]:
        return (
            f"Wat de factoren niet beschrijven lijkt bij buren op elkaar ({wie}: {maat}); daarom "
            "telt ook de ruimtelijke marge."
        )
    return (
        f"Wat de factoren niet beschrijven lijkt bij buren niet aantoonbaar op elkaar ({wie}: "
        f"{maat})."
    )


def _km(km: float) -> str:
    return taal.getal(km, 1).removesuffix(",0")
