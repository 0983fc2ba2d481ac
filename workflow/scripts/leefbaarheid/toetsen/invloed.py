"""Influence and form: do a few wijken carry the result, and is a straight line good enough?

Influence is measured on one regression (an `Ontwerp`): Cook's distance (Cook 1977, Technometrics
19) for the whole fit and DFBETAS (Belsley, Kuh & Welsch 1980) for each coefficient. The variants
estimate the same model in other ways:

- ``hoofd``: OLS, CRV1 by gemeente, t(G-1): the reference of the report;
- ``hc3``: the same coefficients with HC3 standard errors (MacKinnon & White 1985, Journal of
  Econometrics 29) and t(n-K), which take wijken as independent;
- ``huber``: Huber's M-estimator (1964, Annals of Mathematical Statistics 35), k = 1.345, scale by
  the median absolute deviation, with Huber's own asymptotic standard errors (statsmodels "H1") and
  the normal distribution. It limits the pull of large residuals, not of leverage, and its standard
  errors take wijken as independent too;
- ``gewogen``: OLS weighted by inhabitants, CRV1 by gemeente, so that every inhabitant counts once;
- ``zonder_invloedrijk``: ``hoofd`` without the wijken above the threshold of Cook's distance. These
  are chosen by the result, so its interval is too narrow: a sensitivity check, not an estimate.

The form is tested with RESET (Ramsey 1969, JRSS B 31): powers 2 and 3 of the fitted values, as a
Wald F test with the clustered covariance, F(2, G-1), and as the classical F test. What a curve
would look like is shown by component-plus-residual values (Larsen & McCleary 1972, Technometrics
14): e + b_j (x_j - mean).
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from statsmodels.nonparametric.smoothers_lowess import lowess
from statsmodels.regression.linear_model import OLS, WLS
from statsmodels.robust.norms import HuberT
from statsmodels.robust.robust_linear_model import RLM
from statsmodels.stats.diagnostic import linear_reset

from leefbaarheid.analyse.regressie import (
    Ontwerp,
    coefficienten,
    controleer_ontwerp,
    reden_van,
    schat,
)
from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import BASISSCORE, BEGINSCORE, CONSTANTE

VARIANTEN = {
    "hoofd": "kleinste kwadraten",
    "hc3": "HC3-standaardfouten",
    "huber": "robuuste schatter (Huber)",
    "gewogen": "gewogen naar inwoners",
    "zonder_invloedrijk": "zonder de invloedrijkste wijken",
}
STANDAARDFOUTEN = {
    "hoofd": "CRV1 naar gemeente",
    "hc3": "HC3 per wijk",
    "huber": "Huber H1 per wijk",
    "gewogen": "CRV1 naar gemeente",
    "zonder_invloedrijk": "CRV1 naar gemeente",
}
AANTAL_GENOEMD = 5
SIGNIFICANTIE = 0.05
HEFBOOM_1 = "deze wijk legt een coëfficiënt alleen vast (hefboom 1)"
MACHTEN = (2, 3)
# A factor with no more values than this is smoothed by its means, others by lowess.
MAX_KLASSEN = 9
_MAX_ITERATIES = 200
_LEEG = pd.DataFrame(columns=["coef", "se", "p", "ci_laag", "ci_hoog", "n", "n_gemeenten"])

KENMERKEN = ["uitkomst", "van", "tot", "model", "steekproef"]
KOLOMMEN_INVLOED = [
    *(*KENMERKEN, "maat", "term", "label", "rang", "wk_code", "wk_naam", "gm_code", "gm_naam"),
    *("waarde", "grens", "n_boven_grens", "n", "coef_sd", "coef_sd_zonder", "reden"),
]
KOLOMMEN_PUNTEN = [
    *(*KENMERKEN, "wk_code", "wk_naam", "gm_naam", "voorspeld", "residu", "residu_student"),
    *("hefboom", "cook", "grens_cook", "boven_grens"),
]
KOLOMMEN_PARTIEEL = [
    *(*KENMERKEN, "term", "label", "eenheid", "wk_code", "wk_naam", "gm_naam", "x", "partieel"),
    *("lineair", "glad", "dfbetas", "grens_dfbetas"),
]
KOLOMMEN_VARIANTEN = [
    *(*KENMERKEN, "term", "label", "variant", "variantnaam", "standaardfout", "coef", "se", "p"),
    *("ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "sd_factor"),
    *("n", "n_gemeenten", "reden"),
]
KOLOMMEN_VORM = [
    *(*KENMERKEN, "toets", "covariantie", "machten", "statistiek", "vg_teller", "vg_noemer", "p"),
    *("n", "n_gemeenten", "reden"),
]


class Maten(NamedTuple):
    """Influence of every wijk; all tables have wk_code as index.

    Attributes:
        wijken: voorspeld and residu (score points), residu_student (externally studentised),
            hefboom (leverage, 0-1) and cook. A wijk with leverage 1 fixes a coefficient by itself:
            its residual is zero and its cook and residu_student are missing.
        dfbeta: change of each coefficient when the wijk is left in: b - b(i), natural units.
        dfbetas: the same in standard errors, with s(i) for the scale.
        grens_cook: 4/n (Bollen & Jackman 1990).
        grens_dfbetas: 2/sqrt(n) (Belsley, Kuh & Welsch 1980).
    """

    wijken: pd.DataFrame
    dfbeta: pd.DataFrame
    dfbetas: pd.DataFrame
    grens_cook: float
    grens_dfbetas: float

    @property
    def boven_cook(self) -> pd.Series:
        """Which wijken lie above the threshold of Cook's distance."""
        return self.wijken["cook"] > self.grens_cook


# ---------------------------------------------------------------------------------------------
# Influence


def invloedmaten(ontwerp: Ontwerp) -> Maten:
    """Return the influence measures of OLS on one design.

    All are closed forms of one fit; leaving every wijk out in turn gives the same numbers.

    Raises:
        InvoerFout: what `controleer_ontwerp` raises.
    """
    controleer_ontwerp(ontwerp)
    n, K = ontwerp.X.shape
    fit = OLS(ontwerp.y, ontwerp.X).fit()
    e = fit.resid.to_numpy()
    with np.errstate(divide="ignore", invalid="ignore"):
        hefboom = np.clip(fit.get_influence().hat_matrix_diag, 0.0, 1.0)
        los = np.where(hefboom < 1 - 1e-10, 1 - hefboom, np.nan)
        s2_zonder = (fit.ssr - e**2 / los) / (n - K - 1)
        s_zonder = np.sqrt(np.where(s2_zonder > 0, s2_zonder, np.nan))
        dfbeta = fit.model.pinv_wexog.T * (e / los)[:, None]
        schaal = s_zonder[:, None] * np.sqrt(np.diag(fit.normalized_cov_params))
        wijken = pd.DataFrame(
            {
                "voorspeld": fit.fittedvalues.to_numpy(),
                "residu": e,
                "residu_student": e / (s_zonder * np.sqrt(los)),
                "hefboom": hefboom,
                "cook": e**2 * hefboom / (los**2 * K * fit.mse_resid),
            },
            index=ontwerp.y.index,
        )
    return Maten(
        wijken=wijken,
        dfbeta=pd.DataFrame(dfbeta, wijken.index, ontwerp.X.columns),
        dfbetas=pd.DataFrame(dfbeta / schaal, wijken.index, ontwerp.X.columns),
        grens_cook=4 / n,
        grens_dfbetas=2 / np.sqrt(n),
    )


def punten(ontwerp: Ontwerp, tabel: pd.DataFrame) -> pd.DataFrame:
    """Return every wijk with its influence (`KOLOMMEN_PUNTEN`), sorted by wk_code; for the figure.

    Args:
        ontwerp: the regression.
        tabel: result of `regressie.koppel`: wk_naam and gm_naam by wk_code.

    Raises:
        InvoerFout: what `controleer_ontwerp` raises.
    """
    maten = invloedmaten(ontwerp)
    uit = maten.wijken.assign(
        **_kenmerken(ontwerp),
        **_namen(ontwerp, tabel),
        grens_cook=maten.grens_cook,
        boven_grens=maten.boven_cook,
    )
    return uit.rename_axis("wk_code").reset_index()[KOLOMMEN_PUNTEN]


def invloedrijke_wijken(
    ontwerp: Ontwerp,
    tabel: pd.DataFrame,
    codeboek: pd.DataFrame,
    aantal: int = AANTAL_GENOEMD,
) -> pd.DataFrame:
    """Return the most influential wijken by name: for the whole fit and for each coefficient.

    Args:
        ontwerp: the regression.
        tabel: result of `regressie.koppel`.
        codeboek: factor, label, eenheid, peiljaar.
        aantal: at most so many per measure, of those above its threshold.

    Returns:
        `KOLOMMEN_INVLOED`; `maat` is 'cook' (term empty) or 'dfbetas', strongest first (`rang`);
        `n_boven_grens` counts all wijken above `grens`. For DFBETAS `coef_sd` is the coefficient
        per standard deviation with the wijk and `coef_sd_zonder` without it. A measure with no
        wijk above its threshold has one row with a `reden` and no wijk.

    Raises:
        InvoerFout: what `schat` raises.
    """
    maten = invloedmaten(ontwerp)
    hoofd = coefficienten(ontwerp, schat(ontwerp), codeboek).set_index("term")
    namen = pd.DataFrame(_namen(ontwerp, tabel)).assign(gm_code=ontwerp.gemeente)
    delen = [_genoemd(maten.wijken["cook"], maten.grens_cook, namen, aantal).assign(maat="cook")]
    for term in ontwerp.regressoren.columns:
        deel = _genoemd(maten.dfbetas[term], maten.grens_dfbetas, namen, aantal)
        coef, sd = hoofd.loc[term, "coef"], hoofd.loc[term, "sd_factor"]
        zonder = coef - maten.dfbeta[term].reindex(deel["wk_code"]).to_numpy()
        deel = deel.assign(maat="dfbetas", term=term, label=hoofd.loc[term, "label"])
        delen.append(deel.assign(coef_sd=coef * sd, coef_sd_zonder=zonder * sd))
    uit = pd.concat(delen, ignore_index=True).assign(**_kenmerken(ontwerp), n=len(ontwerp.y))
    return uit.reindex(columns=KOLOMMEN_INVLOED).fillna({"term": "", "label": ""})


def _genoemd(maat: pd.Series, grens: float, namen: pd.DataFrame, aantal: int) -> pd.DataFrame:
    """Return the top `aantal` wijken above `grens`, or one row with the reason there are none.

    A missing value is a wijk that fixes a coefficient by itself: it comes first.
    """
    sterkte = maat.abs().fillna(np.inf)
    boven = sterkte[sterkte > grens].sort_values(ascending=False, kind="stable")
    vast = {"grens": grens, "n_boven_grens": len(boven)}
    if boven.empty:
        return pd.DataFrame([{"wk_code": None, "reden": "geen wijk boven de grens", **vast}])
    top = boven.index[:aantal]
    uit = namen.loc[top].assign(waarde=maat[top], rang=range(1, len(top) + 1), **vast)
    uit["reden"] = np.where(uit["waarde"].isna(), HEFBOOM_1, "")
    return uit.rename_axis("wk_code").reset_index()


def _kenmerken(ontwerp: Ontwerp) -> dict[str, Any]:
    return {k: getattr(ontwerp, k) for k in KENMERKEN}


def _namen(ontwerp: Ontwerp, tabel: pd.DataFrame) -> dict[str, pd.Series]:
    return {
        "wk_naam": tabel["wk_naam"].reindex(ontwerp.y.index),
        "gm_naam": ontwerp.gm_naam,
    }


# ---------------------------------------------------------------------------------------------
# Other ways to estimate


def schat_varianten(
    ontwerp: Ontwerp,
    tabel: pd.DataFrame,
    codeboek: pd.DataFrame,
    redenen: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Estimate one regression in the ways of `VARIANTEN`.

    Args:
        ontwerp: the regression.
        tabel: result of `regressie.koppel`; `inwoners` are the weights.
        codeboek: factor, label, eenheid, peiljaar.
        redenen: factors that were left out of the design beforehand, with the reason.

    Returns:
        `KOLOMMEN_VARIANTEN`, without the constant. Effects per standard deviation all use the
        standard deviation of the main design (`sd_factor`), so that variants can be compared. What
        cannot be estimated has no numbers but a `reden`.
    """
    redenen = dict(redenen or {})
    labels = codeboek.set_index("factor")["label"]
    try:
        hoofd = coefficienten(ontwerp, schat(ontwerp), codeboek).set_index("term")
        termen = list(hoofd.index.drop(CONSTANTE))
        labels = pd.concat([labels.drop(termen, errors="ignore"), hoofd["label"]])
    except InvoerFout:
        termen = ontwerp.factoren
    delen = []
    for variant in VARIANTEN:
        try:
            deel, reden = _schat_variant(variant, ontwerp, tabel), ""
        except InvoerFout as fout:
            deel, reden = _LEEG, reden_van(fout, ontwerp)
        deel = deel.reindex([*termen, *redenen]).assign(
            **_kenmerken(ontwerp),
            variant=variant,
            variantnaam=VARIANTEN[variant],
            standaardfout=STANDAARDFOUTEN[variant],
            sd_factor=ontwerp.X.std(ddof=1),
            reden=[*([reden] * len(termen)), *redenen.values()],
        )
        delen.append(deel.rename_axis("term").reset_index())
    uit = pd.concat(delen, ignore_index=True)
    uit["label"] = [labels.get(term, term) for term in uit["term"]]
    for bron, doel in (("coef", "coef_sd"), ("ci_laag", "ci_sd_laag"), ("ci_hoog", "ci_sd_hoog")):
        uit[doel] = uit[bron].astype(float) * uit["sd_factor"]
    volgorde = {term: i for i, term in enumerate([*termen, *redenen])}
    uit = uit.sort_values("term", key=lambda t: t.map(volgorde), kind="stable", ignore_index=True)
    return uit.reindex(columns=KOLOMMEN_VARIANTEN).astype({"n": "Int64", "n_gemeenten": "Int64"})


def _schat_variant(variant: str, ontwerp: Ontwerp, tabel: pd.DataFrame) -> pd.DataFrame:
    """Return coef, se, p, ci, n per term (index) for one way of estimating.

    What the main estimator cannot do, the others do not try.
    """
    hoofd = schat(ontwerp)
    if variant == "hoofd":
        return _uitslag(hoofd, ontwerp)
    if variant == "huber":
        return _uitslag(_huber(ontwerp), ontwerp)
    if variant == "gewogen":
        return _gewogen(ontwerp, tabel)
    maten = invloedmaten(ontwerp)
    if variant == "hc3":
        if maten.wijken["cook"].isna().any():
            raise InvoerFout("een wijk legt een coëfficiënt alleen vast; HC3 bestaat dan niet")
        return _uitslag(OLS(ontwerp.y, ontwerp.X).fit(cov_type="HC3", use_t=True), ontwerp)
    zonder = _beperk(ontwerp, ~maten.boven_cook)
    return _uitslag(schat(zonder), zonder)


def _huber(ontwerp: Ontwerp) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a scale of zero shows in the standard errors
        model = RLM(ontwerp.y, ontwerp.X, M=HuberT())
        # on the coefficients: the deviance (default) moves by rounding when all else stands still
        fit = model.fit(maxiter=_MAX_ITERATIES, tol=1e-10, conv="coefs")
    if fit.fit_history["iteration"] >= _MAX_ITERATIES or not (fit.bse > 0).all():
        raise InvoerFout("de robuuste schatter vindt geen oplossing")
    return fit


def _gewogen(ontwerp: Ontwerp, tabel: pd.DataFrame) -> pd.DataFrame:
    inwoners = tabel["inwoners"].reindex(ontwerp.y.index)
    if not (inwoners > 0).any():
        raise InvoerFout("van geen enkele wijk is het aantal inwoners bekend")
    deel = _beperk(ontwerp, inwoners > 0)
    controleer_ontwerp(deel)
    groepen = pd.factorize(deel.gemeente, sort=True)[0]
    fit = WLS(deel.y, deel.X, weights=inwoners[inwoners > 0]).fit(
        cov_type="cluster",
        cov_kwds={"groups": groepen, "use_correction": True, "df_correction": True},
        use_t=True,
    )
    return _uitslag(fit, deel)


def _beperk(ontwerp: Ontwerp, houd: pd.Series) -> Ontwerp:
    """Return the design for some of its wijken."""
    delen = {naam: getattr(ontwerp, naam)[houd] for naam in ("y", "X", "gemeente", "gm_naam")}
    return replace(ontwerp, **delen)


def _uitslag(fit: Any, ontwerp: Ontwerp) -> pd.DataFrame:
    ci = fit.conf_int(SIGNIFICANTIE)
    return pd.DataFrame(
        {
            "coef": fit.params,
            "se": fit.bse,
            "p": fit.pvalues,
            "ci_laag": ci[0],
            "ci_hoog": ci[1],
            "n": len(ontwerp.y),
            "n_gemeenten": ontwerp.gemeente.nunique(),
        }
    )


# ---------------------------------------------------------------------------------------------
# Form


def toets_vorm(ontwerp: Ontwerp) -> pd.DataFrame:
    """Test the straight lines of one regression with RESET.

    Returns:
        `KOLOMMEN_VORM`, two rows: covariantie 'CRV1 naar gemeente' (the one that counts) and
        'klassiek' (wijken independent with equal variances).
    """
    vast = {**_kenmerken(ontwerp), "toets": "RESET", "machten": "-".join(map(str, MACHTEN))}
    vast |= {"n": len(ontwerp.y), "n_gemeenten": ontwerp.gemeente.nunique(), "reden": ""}
    groepen = pd.factorize(ontwerp.gemeente, sort=True)[0]
    soorten = {
        "CRV1 naar gemeente": ("cluster", {"groups": groepen, "df_correction": True}),
        "klassiek": ("nonrobust", {}),
    }
    rijen = []
    for naam, (cov_type, cov_kwds) in soorten.items():
        rij = vast | {"covariantie": naam}
        try:
            uitslag = linear_reset(
                _gestandaardiseerd(ontwerp),
                power=list(MACHTEN),
                use_f=True,
                cov_type=cov_type,
                cov_kwds=cov_kwds,
            )
            rij |= {
                "statistiek": float(uitslag.statistic),
                "vg_teller": int(uitslag.df_num),
                "vg_noemer": int(uitslag.df_denom),
                "p": float(uitslag.pvalue),
            }
        except InvoerFout as fout:
            rij["reden"] = reden_van(fout, ontwerp)
        rijen.append(rij)
    return pd.DataFrame(rijen).reindex(columns=KOLOMMEN_VORM)


def _gestandaardiseerd(ontwerp: Ontwerp) -> Any:
    """Return the fit on standardised columns; RESET is the same and the powers stay well apart."""
    controleer_ontwerp(ontwerp)
    Z = ontwerp.regressoren
    Z = ((Z - Z.mean()) / Z.std()).assign(**{CONSTANTE: 1.0})
    spreiding = ontwerp.y.std()
    if not spreiding > 0:
        raise InvoerFout("de uitkomst is voor alle wijken gelijk")
    fit = OLS((ontwerp.y - ontwerp.y.mean()) / spreiding, Z).fit()
    machten = np.column_stack([fit.fittedvalues**macht for macht in MACHTEN])
    machten /= np.linalg.norm(machten, axis=0)
    if np.linalg.matrix_rank(np.hstack([Z, machten]), tol=1e-8) < Z.shape[1] + len(MACHTEN):
        raise InvoerFout("de voorspelde scores nemen te weinig verschillende waarden aan")
    if len(ontwerp.y) <= Z.shape[1] + len(MACHTEN):
        raise InvoerFout("er zijn te weinig wijken voor een toets op de vorm")
    return fit


def partiele_residuen(
    ontwerp: Ontwerp, tabel: pd.DataFrame, codeboek: pd.DataFrame
) -> pd.DataFrame:
    """Return component plus residual of every regressor and wijk, with a line and a smooth.

    Args:
        ontwerp: the regression.
        tabel: result of `regressie.koppel`.
        codeboek: factor, label, eenheid, peiljaar.

    Returns:
        `KOLOMMEN_PARTIEEL`, per term sorted by x: `partieel` = e + b (x - mean) in score points,
        `lineair` the line of the model, `glad` a lowess (Cleveland 1979; two thirds of the wijken,
        three robust iterations) or, for a factor with at most `MAX_KLASSEN` values, the mean per
        value; `dfbetas` of that coefficient.

    Raises:
        InvoerFout: what `schat` raises.
    """
    maten = invloedmaten(ontwerp)
    hoofd = coefficienten(ontwerp, schat(ontwerp), codeboek).set_index("term")
    namen = _namen(ontwerp, tabel)
    delen = []
    for term, x in ontwerp.regressoren.items():
        lijn = hoofd.loc[term, "coef"] * (x - x.mean())
        partieel = maten.wijken["residu"] + lijn
        deel = pd.DataFrame(
            {
                **namen,
                "term": term,
                "label": hoofd.loc[term, "label"],
                "eenheid": hoofd.loc[term, "eenheid"],
                "x": x,
                "partieel": partieel,
                "lineair": lijn,
                "glad": _glad(x, partieel),
                "dfbetas": maten.dfbetas[term],
            }
        )
        delen.append(deel.rename_axis("wk_code").sort_values("x", kind="stable").reset_index())
    uit = pd.concat(delen, ignore_index=True)
    uit = uit.assign(**_kenmerken(ontwerp), grens_dfbetas=maten.grens_dfbetas)
    return uit[KOLOMMEN_PARTIEEL]


def _glad(x: pd.Series, y: pd.Series) -> pd.Series:
    aantallen = x.value_counts()
    if len(aantallen) <= MAX_KLASSEN:
        return y.groupby(x).transform("mean")
    # where most wijken share one value, the neighbourhood must reach beyond it
    deel = 2 / 3 if aantallen.max() < 0.6 * len(x) else 1.0
    return pd.Series(lowess(y, x, frac=deel, it=3, return_sorted=False), index=x.index)


# ---------------------------------------------------------------------------------------------
# What it means, in one sentence each


def betekenis_invloed(invloed: pd.DataFrame) -> str:
    """Say how many wijken weigh more than usual and which the most (`invloedrijke_wijken`)."""
    cook = invloed[invloed["maat"] == "cook"]
    n, boven = int(cook["n"].iloc[0]), int(cook["n_boven_grens"].iloc[0])
    if not boven:
        return f"Geen van de {taal.getal(n)} wijken weegt opvallend zwaar mee in de uitkomst."
    namen = [f"{rij.wk_naam} ({rij.gm_naam})" for rij in cook.head(3).itertuples()]
    return (
        f"Volgens een gangbare vuistregel {taal.meervoud(boven, 'weegt', 'wegen')} "
        f"{taal.telwoord(boven)} van de {taal.getal(n)} wijken zwaar mee in de uitkomst, het "
        f"zwaarst {taal.opsomming(namen)}; dat zijn geen fouten, maar wijken om goed te bekijken."
    )


def _richting(rij: Any) -> int:
    """Return the sign of an estimate whose interval leaves out zero, else 0."""
    return int(rij.ci_sd_laag > 0) - int(rij.ci_sd_hoog < 0)


def gewijzigde_conclusies(varianten: pd.DataFrame) -> pd.DataFrame:
    """Return the factor x variant whose interval tells another story than the main estimate.

    The story of an estimate is: interval above zero, below zero, or around zero.

    Args:
        varianten: result of `schat_varianten`.

    Returns:
        term, label, variant, variantnaam and richting_hoofd, richting (1, -1, 0).
    """
    deel = varianten[~varianten["term"].isin((BEGINSCORE, BASISSCORE)) & varianten["p"].notna()]
    deel = deel.assign(richting=[_richting(rij) for rij in deel.itertuples()])
    hoofd = deel[deel["variant"] == "hoofd"].set_index("term")["richting"]
    deel = deel.assign(richting_hoofd=deel["term"].map(hoofd))
    kolommen = ["term", "label", "variant", "variantnaam", "richting_hoofd", "richting"]
    return deel.loc[deel["richting"] != deel["richting_hoofd"], kolommen].reset_index(drop=True)


def betekenis_varianten(varianten: pd.DataFrame) -> str:
    """Say for how many factors the conclusion stays the same, and for which it does not."""
    geschat = varianten[(varianten["variant"] == "hoofd") & varianten["p"].notna()]
    factoren = geschat[~geschat["term"].isin((BEGINSCORE, BASISSCORE))]
    if factoren.empty:
        return "Of enkele wijken de uitkomst bepalen, is niet na te gaan."
    anders = gewijzigde_conclusies(varianten)
    begin = (
        "Anders rekenen (andere standaardfouten, een robuuste schatter, gewogen naar inwoners of "
        "zonder de invloedrijkste wijken) geeft bij"
    )
    if anders.empty:
        return f"{begin} geen enkele factor een andere conclusie."
    n, n_anders = len(factoren), anders["term"].nunique()
    aantal = f"{taal.telwoord(n_anders)} van de {taal.telwoord(n)} factoren"
    zinnen = [
        f"{label} ({taal.opsomming(list(deel['variantnaam']))})"
        for label, deel in anders.groupby("label", sort=False)
    ]
    return (
        f"{begin} {aantal if n > 1 else 'de enige factor'} een andere conclusie: "
        f"{taal.opsomming(zinnen)}."
    )


def betekenis_vorm(vorm: pd.DataFrame) -> str:
    """Say whether straight lines describe the relations well enough (`toets_vorm`)."""
    rij = vorm.iloc[0]
    if pd.isna(rij["p"]):
        return f"De toets op rechte verbanden was niet uit te voeren: {rij['reden']}."
    p = taal.p_waarde(rij["p"])
    toets = f"De toets op rechte verbanden (RESET, p {p if p.startswith('<') else f'= {p}'})"
    if rij["p"] < SIGNIFICANTIE:
        return (
            f"{toets} wijst op een gebogen verband: de rechte lijnen vatten het gemiddelde verband "
            "samen, niet de vorm."
        )
    return f"{toets} geeft geen aanwijzing dat rechte lijnen tekortschieten."
