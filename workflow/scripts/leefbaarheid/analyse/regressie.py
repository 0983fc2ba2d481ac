"""Regressions of the development of wijken on contextual factors, clustered by gemeente.

Three forms per outcome window van -> tot, with s the Leefbaarometer score and z the factors:

- ``verandering``  : s_tot - s_van = a + b'z + e              (change score)
- ``ancova``       : s_tot         = a + g s_van + b'z + e    (end given begin)
- ``basismeting``  : s_tot - s_van = a + g s_basis + b'z + e  (pre-selection baseline)

The first two answer different questions and may disagree: Lord (1967), Psychological Bulletin 68.
DOMAIN.md section 5 asks for all three. Nothing is centred: the constant is the expected outcome
where every regressor is zero.

Standard errors are cluster-robust by gemeente (CRV1, Liang & Zeger 1986) with the correction
G/(G-1) x (n-1)/(n-K) and the t distribution with G-1 degrees of freedom (Cameron & Miller 2015,
Journal of Human Resources 50). They are too small when gemeenten are few and unequal.

The stages are separate so that other estimators can use them: `koppel` -> `maak_ontwerp` (an
`Ontwerp`: y, X and gemeente of the complete cases) -> `controleer_ontwerp` -> `schat` -> tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from statsmodels.regression.linear_model import OLS
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.stattools import jarque_bera

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.redenen.code import samen
from leefbaarheid.basis.tabelwaarden import BASISSCORE, BEGINSCORE, CONSTANTE, GEEN_FACTOR

MODELLEN = ("verandering", "ancova", "basismeting")
STEEKPROEVEN = {"selectie": "in_selectie", "in_aanmerking": "in_aanmerking"}

# AANNAME: onder vijf gemeenten zijn standaardfouten naar gemeente niet te verdedigen.
MIN_GEMEENTEN = 5
# Above this variance inflation factor the regressors are collinear to working precision.
VIF_COLLINEAIR = 1e8

KOLOMMEN_REGRESSIE = [
    *("uitkomst", "van", "tot", "model", "steekproef", "term", "label", "eenheid", "meting"),
    *("coef", "se", "t", "p", "ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog"),
    *("sd_factor", "n", "n_gemeenten", "r2"),
]


@dataclass(frozen=True)
class Ontwerp:
    """The complete cases of one regression.

    Attributes:
        van, tot: outcome window (years).
        basisjaar: year of the pre-selection baseline.
        model: one of `MODELLEN`.
        steekproef: key of `STEEKPROEVEN`.
        y: outcome per wijk, score points; index wk_code, sorted.
        X: regressors, same index: 'constante', then 'beginscore' or 'basisscore' if the model has
            one, then the factors in the order of the config, in natural units.
        gemeente: gm_code per wijk, the cluster; same index.
        gm_naam: name of that gemeente; same index.
        n_verwacht: number of wijken in the sample before cases with missing values are dropped.
    """

    van: int
    tot: int
    basisjaar: int
    model: str
    steekproef: str
    y: pd.Series
    X: pd.DataFrame
    gemeente: pd.Series
    gm_naam: pd.Series
    n_verwacht: int

    @property
    def uitkomst(self) -> str:
        """The window as text, such as "2012-2014"."""
        return f"{self.van}-{self.tot}"

    @property
    def regressoren(self) -> pd.DataFrame:
        """X without the constant."""
        return self.X.drop(columns=CONSTANTE)

    @property
    def factoren(self) -> list[str]:
        """The contextual factors, in the order of the config."""
        return [x for x in self.X.columns if x not in GEEN_FACTOR]

    def __str__(self) -> str:
        return f"regressie {self.uitkomst}, model '{self.model}', steekproef '{self.steekproef}'"


class Regressietabellen(NamedTuple):
    """The result tables of `schat_modellen`."""

    regressie: pd.DataFrame
    diagnose: pd.DataFrame
    vif: pd.DataFrame
    verlies: pd.DataFrame


# ---------------------------------------------------------------------------------------------
# Data to design


def koppel(wijken: pd.DataFrame, context: pd.DataFrame, factoren: Sequence[str]) -> pd.DataFrame:
    """Join the factors to the wijken by CBS code.

    Args:
        wijken: tabellen/wijken.csv, one row per wijk (wk_code, gm_code, gm_naam, in_selectie,
            in_aanmerking, lbm_<jaar>).
        context: wk_code and one numeric column per factor, one row per wijk.
        factoren: names of the factors.

    Returns:
        `wijken` with the factors as extra columns, indexed and sorted by wk_code; a wijk that the
        context table lacks has NaN for every factor.

    Raises:
        InvoerFout: no factors; a factor is named twice, absent from the table, or not numeric.
    """
    if not factoren:
        raise InvoerFout(
            "er zijn geen factoren om een regressie mee te schatten",
            sleutel="factoren",
            remedie="Noem in de config onder 'factoren' ten minste één kolom van de contexttabel.",
        )
    for nummer, factor in enumerate(factoren):
        if factor in factoren[:nummer]:
            raise InvoerFout(
                "de factor staat twee keer in de lijst",
                sleutel="factoren",
                waarde=factor,
                remedie="Haal één van de twee weg.",
            )
        if factor not in context.columns:
            kandidaten = [k for k in context.columns if k != "wk_code"]
            raise InvoerFout(
                "de factor staat niet in de contexttabel",
                sleutel="factoren",
                waarde=factor,
                remedie=bedoelde_u(factor, kandidaten)
                or f"Kies uit de kolommen van de contexttabel: {', '.join(kandidaten)}.",
            )
        if not pd.api.types.is_numeric_dtype(context[factor]):
            tekst = context[factor].dropna().astype(str)
            raise InvoerFout(
                "de factor is geen getal en kan dus niet in een regressie",
                kolom=factor,
                waarde=tekst.iloc[0] if len(tekst) else None,
                remedie="Zet de kolom om naar getallen of haal de factor uit de config.",
            )
    eigen = wijken.drop(columns=[f for f in factoren if f in wijken.columns])
    tabel = eigen.merge(context[["wk_code", *factoren]], on="wk_code", how="left")
    return tabel.set_index("wk_code").sort_index()


def maak_ontwerp(
    tabel: pd.DataFrame,
    factoren: Sequence[str],
    *,
    van: int,
    tot: int,
    model: str,
    steekproef: str,
    basisjaar: int,
) -> Ontwerp:
    """Select the sample and its complete cases for one regression.

    Args:
        tabel: result of `koppel`.
        factoren: names of the factors.
        van, tot: outcome window.
        model: one of `MODELLEN`.
        steekproef: 'selectie' (the selected wijken) or 'in_aanmerking' (all eligible wijken).
        basisjaar: year of the pre-selection baseline, not later than `van`.

    Raises:
        InvoerFout: unknown model or sample; a year without scores; a baseline inside the window;
            a factor or score that is missing for every wijk of the sample.
    """
    _controleer_keuze(model, MODELLEN, "regressie.modellen")
    _controleer_keuze(steekproef, STEEKPROEVEN, "regressie.steekproeven")
    if model == "basismeting" and basisjaar > van:
        raise InvoerFout(
            f"de basismeting moet vóór het venster {van}-{tot} liggen of ermee samenvallen",
            sleutel="basisjaar",
            waarde=basisjaar,
            remedie="Kies een eerder basisjaar, of laat 'basismeting' uit regressie.modellen weg.",
        )
    scores = scorekolommen(van, tot, model, basisjaar)
    _controleer_scorekolommen(tabel, scores)

    deel = tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True)]
    nodig = ["gm_code", *scores, *factoren]
    leeg = [k for k in nodig if len(deel) and deel[k].isna().all()]
    if leeg:
        raise InvoerFout(
            f"geen enkele van de {len(deel)} wijken in steekproef '{steekproef}' heeft hiervoor "
            f"een waarde (regressie {van}-{tot})",
            kolom=leeg[0],
            remedie="Vul de kolom aan, of haal de factor uit de config."
            if leeg[0] in factoren
            else "Controleer de gegevens of kies een ander venster.",
            reden=AnalyseReden.GEEN_WAARDEN.met(
                n=len(deel), steekproef=steekproef, van=van, tot=tot
            ),
        )
    volledig = deel.dropna(subset=nodig)

    eind, begin = volledig[f"lbm_{tot}"], volledig[f"lbm_{van}"]
    y = (eind if model == "ancova" else eind - begin).astype(float).rename("y")
    kolommen: dict[str, Any] = {CONSTANTE: np.ones(len(volledig))}
    if model == "ancova":
        kolommen[BEGINSCORE] = begin
    elif model == "basismeting":
        kolommen[BASISSCORE] = volledig[f"lbm_{basisjaar}"]
    kolommen |= {factor: volledig[factor] for factor in factoren}
    return Ontwerp(
        van=van,
        tot=tot,
        basisjaar=basisjaar,
        model=model,
        steekproef=steekproef,
        y=y,
        X=pd.DataFrame(kolommen, index=volledig.index).astype(float),
        gemeente=volledig["gm_code"],
        gm_naam=volledig["gm_naam"],
        n_verwacht=len(deel),
    )


def scorekolommen(van: int, tot: int, model: str, basisjaar: int) -> list[str]:
    """Return the score columns that a model needs: ['lbm_2012', 'lbm_2014', ...]."""
    jaren = {van, tot} | ({basisjaar} if model == "basismeting" else set())
    return [f"lbm_{jaar}" for jaar in sorted(jaren)]


def _controleer_keuze(waarde: str, mogelijk: Iterable[str], sleutel: str) -> None:
    if waarde not in mogelijk:
        raise InvoerFout(
            "deze keuze bestaat niet",
            sleutel=sleutel,
            waarde=waarde,
            remedie=bedoelde_u(waarde, mogelijk) or f"Kies uit: {', '.join(mogelijk)}.",
        )


def _controleer_scorekolommen(tabel: pd.DataFrame, kolommen: Iterable[str]) -> None:
    for kolom in kolommen:
        if kolom not in tabel.columns:
            jaren = sorted(k.removeprefix("lbm_") for k in tabel.columns if k.startswith("lbm_"))
            raise InvoerFout(
                "voor dit jaar zijn er geen scores",
                sleutel="regressie.vensters",
                waarde=kolom.removeprefix("lbm_"),
                remedie=f"Kies uit de meetjaren {', '.join(jaren)}, of vul 'jaren' aan.",
            )


# ---------------------------------------------------------------------------------------------
# Is the design fit to be estimated?


def vif(regressoren: pd.DataFrame) -> pd.Series:
    """Return the variance inflation factor of each regressor, given the others and a constant.

    The diagonal of the inverse correlation matrix, 1/(1 - R2_j) (Belsley, Kuh & Welsch 1980),
    computed from the singular values. Collinear regressors give a very large number, not an error.
    """
    s, V = _singuliere_waarden(regressoren)
    return pd.Series((V**2 / s**2).sum(axis=1), index=regressoren.columns, name="vif")


def conditiegetal(regressoren: pd.DataFrame) -> float:
    """Return the condition number of the standardised regressors (no units; 1 = orthogonal)."""
    s, _ = _singuliere_waarden(regressoren)
    return float(s.max() / s.min())


def _singuliere_waarden(regressoren: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the singular values s (k,) and right vectors V (k, k) of the standardised columns."""
    Z = regressoren.to_numpy(float)
    Z = Z - Z.mean(axis=0)
    Z = Z / np.linalg.norm(Z, axis=0)
    _, s, Vt = np.linalg.svd(Z, full_matrices=False)
    return np.maximum(s, 1e-16), Vt.T  # never zero, so that the VIF is large and not infinite


def collineaire_regressoren(regressoren: pd.DataFrame) -> list[str]:
    """Return the regressors that (almost) are a linear combination of one another; [] if none.

    They are the ones with a part in a direction whose variance is below 1/`VIF_COLLINEAIR`.
    """
    s, V = _singuliere_waarden(regressoren)
    zwak = V[:, s**2 * VIF_COLLINEAIR < 1]
    return list(regressoren.columns[(np.abs(zwak) > 1e-3).any(axis=1)])


def controleer_ontwerp(ontwerp: Ontwerp) -> None:
    """Raise a clear InvoerFout if this regression cannot be estimated.

    Raises:
        InvoerFout: no more observations than coefficients; fewer than `MIN_GEMEENTEN` gemeenten; a
            regressor without variation; collinear regressors (all named).
    """
    n, K = ontwerp.X.shape
    if n <= K:
        raise InvoerFout(
            f"{ontwerp}: te weinig waarnemingen; van de {ontwerp.n_verwacht} wijken hebben er "
            f"{n} alle gegevens, en er zijn {K} coëfficiënten te schatten",
            sleutel="factoren",
            remedie="Neem minder factoren of factoren met minder ontbrekende waarden "
            "(zie tabellen/datakwaliteit.csv), of een ruimere selectie.",
            reden=AnalyseReden.TE_WEINIG_WAARNEMINGEN.met(
                n_verwacht=ontwerp.n_verwacht, n=n, n_coefficienten=K
            ),
        )
    n_gemeenten = ontwerp.gemeente.nunique()
    if n_gemeenten < MIN_GEMEENTEN:
        raise InvoerFout(
            f"{ontwerp}: de wijken liggen in {n_gemeenten} gemeente(n); voor standaardfouten die "
            f"rekening houden met gemeenten zijn er ten minste {MIN_GEMEENTEN} nodig",
            kolom="gm_code",
            remedie="Neem een ruimere selectie, of haal deze steekproef uit "
            "regressie.steekproeven.",
            reden=AnalyseReden.TE_WEINIG_GEMEENTEN.met(
                n_gemeenten=n_gemeenten, minimum=MIN_GEMEENTEN
            ),
        )
    Z = ontwerp.regressoren
    spreiding = Z.max() - Z.min()
    vast = [naam for naam in Z.columns if spreiding[naam] <= 1e-12 * Z[naam].abs().max()]
    if vast:
        raise InvoerFout(
            f"{ontwerp}: de factor heeft bij alle {n} wijken dezelfde waarde",
            kolom=vast[0],
            waarde=f"{Z[vast[0]].iloc[0]:g}",
            remedie="Haal de factor uit de config: zonder variatie valt er niets te schatten.",
            reden=AnalyseReden.GEEN_VARIATIE.met(n=n, term=vast[0]),
        )
    collineair = collineaire_regressoren(Z)
    if collineair:
        raise InvoerFout(
            f"{ontwerp}: deze factoren leggen elkaar vast (collineair): {', '.join(collineair)}",
            sleutel="factoren",
            remedie="Haal één van deze factoren uit de config, bijvoorbeeld één van de aandelen "
            "die samen 100% zijn.",
            reden=AnalyseReden.COLLINEAIR.met(termen=" ".join(collineair)),
        )


# ---------------------------------------------------------------------------------------------
# Estimation


def schat(ontwerp: Ontwerp) -> Any:
    """Fit OLS with CRV1 standard errors by gemeente and t(G-1).

    Returns:
        statsmodels RegressionResults; params, bse, tvalues, pvalues and conf_int() are those of
        the clustered covariance.

    Raises:
        InvoerFout: what `controleer_ontwerp` raises; a fit without residuals, or an estimate or
            standard error that is not a positive finite number.
    """
    controleer_ontwerp(ontwerp)
    groepen = pd.factorize(ontwerp.gemeente, sort=True)[0]
    resultaat = OLS(ontwerp.y, ontwerp.X).fit(
        cov_type="cluster",
        cov_kwds={"groups": groepen, "use_correction": True, "df_correction": True},
        use_t=True,
    )
    maat = np.abs(ontwerp.y).max()
    if maat == 0 or np.abs(resultaat.resid).max() <= 1e-12 * maat:
        raise InvoerFout(
            f"{ontwerp}: het model past exact, zonder residuen; standaardfouten bestaan dan niet",
            sleutel="factoren",
            remedie="Controleer of een factor uit de score zelf is berekend.",
            reden=AnalyseReden.GEEN_RESIDUEN.met(),
        )
    goed = np.isfinite(resultaat.params) & np.isfinite(resultaat.pvalues) & (resultaat.bse > 0)
    if not goed.all():
        term = str(goed.index[~goed.to_numpy()][0])
        raise InvoerFout(
            f"{ontwerp}: de schatting is mislukt; er is geen geldige standaardfout",
            kolom=term,
            remedie="Haal deze factor uit de config of neem een ruimere selectie.",
            reden=AnalyseReden.GEEN_STANDAARDFOUT.met(term=term),
        )
    return resultaat


# ---------------------------------------------------------------------------------------------
# Tables


def tijdstip_meting(peiljaar: object, van: int, tot: int) -> str:
    """Say when a factor was measured: 'voor', 'tijdens' or 'na' the window, or 'onbekend'.

    'voor' includes the first year of the window, 'na' the last. `peiljaar` is a year or a period
    ("2009-2014"), as in the codeboek.
    """
    jaren = [int(j) for j in re.findall(r"(?:19|20)\d{2}", str(peiljaar))]
    if not jaren:
        return "onbekend"
    if max(jaren) <= van:
        return "voor"
    return "na" if min(jaren) >= tot else "tijdens"


def coefficienten(ontwerp: Ontwerp, resultaat: Any, codeboek: pd.DataFrame) -> pd.DataFrame:
    """Return one row per term with `KOLOMMEN_REGRESSIE`.

    `coef` is in score points per natural unit (`eenheid`), `coef_sd` in score points per standard
    deviation (`sd_factor`, ddof 1, in the estimation sample); the constant has none.
    """
    boek = codeboek.set_index("factor")
    ci = resultaat.conf_int()
    sd = ontwerp.X.std(ddof=1).where(ontwerp.X.columns != CONSTANTE)
    namen = {
        CONSTANTE: ("Constante", "score", ""),
        BEGINSCORE: (f"Leefbaarheidsscore {ontwerp.van} (begin van het venster)", "score", "voor"),
        BASISSCORE: (f"Leefbaarheidsscore {ontwerp.basisjaar} (basismeting)", "score", "voor"),
    }
    for factor in ontwerp.factoren:
        _controleer_codeboek(factor, boek.index)
        rij = boek.loc[factor]
        meting = tijdstip_meting(rij.get("peiljaar"), ontwerp.van, ontwerp.tot)
        namen[factor] = (rij["label"], rij["eenheid"], meting)
    termen = list(ontwerp.X.columns)
    tabel = pd.DataFrame(
        {
            "uitkomst": ontwerp.uitkomst,
            "van": ontwerp.van,
            "tot": ontwerp.tot,
            "model": ontwerp.model,
            "steekproef": ontwerp.steekproef,
            "term": termen,
            "label": [namen[t][0] for t in termen],
            "eenheid": [namen[t][1] for t in termen],
            "meting": [namen[t][2] for t in termen],
            "coef": resultaat.params.to_numpy(),
            "se": resultaat.bse.to_numpy(),
            "t": resultaat.tvalues.to_numpy(),
            "p": resultaat.pvalues.to_numpy(),
            "ci_laag": ci[0].to_numpy(),
            "ci_hoog": ci[1].to_numpy(),
            "sd_factor": sd.to_numpy(),
            "n": len(ontwerp.y),
            "n_gemeenten": ontwerp.gemeente.nunique(),
            "r2": resultaat.rsquared,
        }
    )
    for bron, doel in (("coef", "coef_sd"), ("ci_laag", "ci_sd_laag"), ("ci_hoog", "ci_sd_hoog")):
        tabel[doel] = tabel[bron] * tabel["sd_factor"]
    return tabel[KOLOMMEN_REGRESSIE]


def _controleer_codeboek(factor: str, bekend: Iterable[str]) -> None:
    if factor not in bekend:
        raise InvoerFout(
            "de factor staat niet in het codeboek",
            kolom="factor",
            waarde=factor,
            remedie=bedoelde_u(factor, bekend) or "Voeg een rij met deze factor toe.",
        )


def diagnose(
    ontwerp: Ontwerp, resultaat: Any, codeboek: pd.DataFrame, vif_grens: float
) -> dict[str, Any]:
    """Return the diagnostics of one regression: a row of tabellen/regressie_diagnose.csv.

    `rmse` is sqrt(SSR/(n-K)), in score points; `vif_max` and `conditiegetal` include the begin or
    baseline score. Breusch-Pagan (studentised, Koenker 1981) and Jarque-Bera take wijken as
    independent, so they indicate and do not decide; the standard errors need neither assumption.
    """
    n, K = ontwerp.X.shape
    grootste = ontwerp.gemeente.value_counts().sort_index().idxmax()  # first code when tied
    in_grootste = ontwerp.gemeente == grootste
    naam = ontwerp.gm_naam[in_grootste].iloc[0]
    inflatie = vif(ontwerp.regressoren)
    return {
        "uitkomst": ontwerp.uitkomst,
        "van": ontwerp.van,
        "tot": ontwerp.tot,
        "model": ontwerp.model,
        "steekproef": ontwerp.steekproef,
        "n_verwacht": ontwerp.n_verwacht,
        "n": n,
        "n_weggevallen": ontwerp.n_verwacht - n,
        "aandeel_weggevallen": 1 - n / ontwerp.n_verwacht,
        "n_coefficienten": K,
        "n_gemeenten": ontwerp.gemeente.nunique(),
        "grootste_gemeente": naam if pd.notna(naam) else grootste,
        "aandeel_grootste_gemeente": float(in_grootste.mean()),
        "r2": resultaat.rsquared,
        "r2_adj": resultaat.rsquared_adj,
        "rmse": float(np.sqrt((resultaat.resid**2).sum() / (n - K))),
        "vif_max": float(inflatie.max()),
        "vif_max_factor": inflatie.idxmax(),
        "conditiegetal": conditiegetal(ontwerp.regressoren),
        "breusch_pagan_p": float(het_breuschpagan(resultaat.resid, ontwerp.X.to_numpy())[1]),
        "jarque_bera_p": float(jarque_bera(resultaat.resid)[1]),
        "toelichting": samen(opmerkingen(ontwerp, codeboek, vif_grens)),
    }


def opmerkingen(ontwerp: Ontwerp, codeboek: pd.DataFrame, vif_grens: float) -> list[str]:
    """Return what a reader of this regression must know, as codes (`AnalyseReden`); [] if nothing.

    Args:
        ontwerp: the complete cases.
        codeboek: factor and peiljaar, one row per factor.
        vif_grens: the variance inflation factor above which a regressor is named.
    """
    codes = []
    if ontwerp.model == "basismeting" and ontwerp.van == ontwerp.basisjaar:
        codes.append(AnalyseReden.SCHRIJFWIJZE_VAN_ANCOVA.met())
    inflatie = vif(ontwerp.regressoren)
    hoog = inflatie[inflatie > vif_grens].sort_values(ascending=False)
    if len(hoog):
        waarden = " ".join(map(str, hoog.tolist()))
        termen = " ".join(map(str, hoog.index))
        codes.append(
            AnalyseReden.VIF_BOVEN_GRENS.met(grens=vif_grens, termen=termen, waarden=waarden)
        )
    return [*codes, *_over_gemeenten(ontwerp), *_wanneer_gemeten(ontwerp, codeboek)]


def _over_gemeenten(ontwerp: Ontwerp) -> Iterator[str]:
    """Yield what the spread over gemeenten means for the standard errors."""
    n_gemeenten, K = ontwerp.gemeente.nunique(), ontwerp.X.shape[1]
    if n_gemeenten <= K:
        yield AnalyseReden.WEINIG_GEMEENTEN.met(n_gemeenten=n_gemeenten, n_coefficienten=K)
    factoren = ontwerp.X[ontwerp.factoren]
    per_gemeente = factoren.groupby(ontwerp.gemeente).nunique()
    alleen_tussen = [f for f in ontwerp.factoren if (per_gemeente[f] == 1).all()]
    if alleen_tussen and n_gemeenten < len(ontwerp.y):
        yield AnalyseReden.ALLEEN_TUSSEN_GEMEENTEN.met(factoren=" ".join(alleen_tussen))
    afwijkend = factoren != factoren.mode().iloc[0]
    in_een = [f for f in ontwerp.factoren if ontwerp.gemeente[afwijkend[f]].nunique() == 1]
    if in_een:
        yield AnalyseReden.AFWIJKEND_IN_EEN_GEMEENTE.met(factoren=" ".join(in_een))


def _wanneer_gemeten(ontwerp: Ontwerp, codeboek: pd.DataFrame) -> Iterator[str]:
    """Yield which factors were measured during or after the window."""
    peiljaar = codeboek.set_index("factor")["peiljaar"]
    meting = {
        f: tijdstip_meting(peiljaar.get(f), ontwerp.van, ontwerp.tot) for f in ontwerp.factoren
    }
    for wanneer in ("tijdens", "na"):
        factoren = " ".join(f for f in ontwerp.factoren if meting[f] == wanneer)
        if factoren:
            yield AnalyseReden.GEMETEN.met(wanneer=wanneer, factoren=factoren)


def vif_tabel(
    tabel: pd.DataFrame, factoren: Sequence[str], steekproeven: Sequence[str]
) -> pd.DataFrame:
    """Return the VIF per factor (steekproef, factor, vif, n), among the factors alone.

    Computed on the wijken of each sample that have every factor. Within a model the begin or
    baseline score comes in as well: see `vif_max` of `diagnose`.
    """
    rijen = []
    for steekproef in steekproeven:
        deel = tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True), list(factoren)].dropna()
        waarden = vif(deel.astype(float))
        rijen += [(steekproef, factor, waarde, len(deel)) for factor, waarde in waarden.items()]
    kolommen = ["steekproef", "factor", "vif", "n"]
    return pd.DataFrame(rijen, columns=kolommen).sort_values(kolommen[:2], ignore_index=True)


def verlies_tabel(
    tabel: pd.DataFrame,
    factoren: Sequence[str],
    scores: Sequence[str],
    steekproeven: Sequence[str],
    codeboek: pd.DataFrame,
) -> pd.DataFrame:
    """Return how many wijken each factor and each score costs per sample.

    Columns: steekproef, soort ('factor', 'score' or 'samen'), factor, label, n_verwacht,
    n_ontbreekt, aandeel_ontbreekt, n_alleen_hierdoor (wijken that miss this factor and no other
    factor; for 'score' empty) and n_aanwezig. The row 'alle factoren' counts the wijken that miss
    at least one factor: `n_aanwezig` there is the number of complete cases before the scores of a
    window are looked at.
    """
    labels = codeboek.set_index("factor")["label"]
    rijen = []
    for steekproef in sorted(steekproeven):
        deel = tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True)]
        leeg = deel[list(factoren)].isna()
        aantal = leeg.sum(axis=1)
        regels = [
            ("factor", f, labels.get(f, f), leeg[f], int((leeg[f] & (aantal == 1)).sum()))
            for f in factoren
        ]
        regels += [("samen", "alle factoren", "Alle factoren samen", aantal > 0, None)]
        regels += [
            ("score", s, f"Leefbaarheidsscore {s.removeprefix('lbm_')}", deel[s].isna(), None)
            for s in scores
        ]
        rijen += [
            {
                "steekproef": steekproef,
                "soort": soort,
                "factor": naam,
                "label": label,
                "n_verwacht": len(deel),
                "n_ontbreekt": int(mist.sum()),
                "aandeel_ontbreekt": float(mist.mean()),
                "n_alleen_hierdoor": alleen,
                "n_aanwezig": int((~mist).sum()),
            }
            for soort, naam, label, mist, alleen in regels
        ]
    return pd.DataFrame(rijen).astype({"n_alleen_hierdoor": "Int64"})


def schat_modellen(
    wijken: pd.DataFrame,
    context: pd.DataFrame,
    codeboek: pd.DataFrame,
    *,
    regressie: Mapping[str, Any],
    factoren: Sequence[str],
    basisjaar: int,
) -> Regressietabellen:
    """Estimate every window x model x sample of the config.

    Args:
        wijken, context: see `koppel`.
        codeboek: factor, label, eenheid, peiljaar, ... one row per factor.
        regressie: config block: vensters [[van, tot], ...], modellen, steekproeven, vif_grens.
        factoren: names of the factors.
        basisjaar: year of the pre-selection baseline.

    Returns:
        The four tables; sorted by window, model and sample, terms in the order of the model.

    Raises:
        InvoerFout: see `koppel`, `maak_ontwerp` and `schat`.
    """
    tabel = koppel(wijken, context, factoren)
    modellen, steekproeven = sorted(regressie["modellen"]), sorted(regressie["steekproeven"])
    vensters = sorted((int(van), int(tot)) for van, tot in regressie["vensters"])
    coefs, diagnoses, scores = [], [], set()
    for van, tot in vensters:
        for model in modellen:
            for steekproef in steekproeven:
                ontwerp = maak_ontwerp(
                    tabel,
                    factoren,
                    van=van,
                    tot=tot,
                    model=model,
                    steekproef=steekproef,
                    basisjaar=basisjaar,
                )
                resultaat = schat(ontwerp)
                coefs.append(coefficienten(ontwerp, resultaat, codeboek))
                diagnoses.append(diagnose(ontwerp, resultaat, codeboek, regressie["vif_grens"]))
                scores.update(scorekolommen(van, tot, model, basisjaar))
    return Regressietabellen(
        regressie=pd.concat(coefs, ignore_index=True),
        diagnose=pd.DataFrame(diagnoses),
        vif=vif_tabel(tabel, factoren, steekproeven),
        verlies=verlies_tabel(tabel, factoren, sorted(scores), steekproeven, codeboek),
    )
