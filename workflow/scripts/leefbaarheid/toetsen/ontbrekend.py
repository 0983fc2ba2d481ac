"""Missing data: the plan, the pattern, and complete cases against multiple imputation.

Multiple imputation by chained equations (van Buuren & Groothuis-Oudshoorn 2011, Journal of
Statistical Software 45). Each incomplete factor in turn is regressed on the scores of the window
and the baseline (outcome and begin score included), all other factors, and the gemeente means of
these; the coefficients are drawn from their posterior (Bayesian linear regression with a small
ridge), and every hole takes the observed value of one of the five wijken with the nearest
prediction (predictive mean matching, "type 1": estimated coefficients for the donors, drawn ones
for the holes). A factor that differs only between gemeenten is imputed once per gemeente, from
gemeente means; where a neighbour in the gemeente has the value, that value is taken over.

The completed data are analysed like the complete cases (`regressie.schat`: CRV1 by gemeente) and
pooled with Rubin's rules (Rubin 1987), with the degrees of freedom of Barnard & Rubin (1999,
Biometrika 86) for G-1 in the complete data. Scores are never imputed: wijken without the outcome
add nothing to the regression (von Hippel 2007, Sociological Methodology 37).

Every imputation has a random stream of its own, so that the first 20 of 50 are the same 20.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from leefbaarheid.analyse.ontwerp import STEEKPROEVEN, Ontwerp, maak_ontwerp, scorekolommen
from leefbaarheid.analyse.regressie import MIN_GEMEENTEN, schat
from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import BASISSCORE, BEGINSCORE, CONSTANTE

THEMA = 81
"""Second part of the seed: draws of this module are independent of those of other modules."""
MIN_IMPUTATIES = 20
# The defaults of R's mice (donors, ridge) and twice its number of passes.
ITERATIES, DONOREN, RIDGE = 10, 5, 1e-5
# AANNAME: een invulmodel heeft ten minste drie waarnemingen per voorspeller; anders vallen eerst de
#    gemeentegemiddelden en dan de andere factoren als voorspeller weg.
PER_VOORSPELLER = 3
SIGNIFICANTIE = 0.05

COMPLETE_CASE, IMPUTATIE = "complete_case", "imputatie"
VOLLEDIG = "volledig"
NIETS = "er ontbreekt niets: gelijk aan complete case"
ALLE = "alle factoren"
WIJK, GEMEENTE = "wijk", "gemeente"

KENMERKEN = ["uitkomst", "van", "tot", "model", "steekproef"]
KOLOMMEN_PATROON = [
    *("steekproef", "patroon", "label", "n_factoren", "n", "aandeel", "n_gemeenten"),
]
KOLOMMEN_SAMENHANG = [
    *("steekproef", "factor", "label", "score", "van", "tot", "n_ontbreekt", "n_aanwezig"),
    *("n_gemeenten_ontbreekt", "gemiddelde_ontbreekt", "gemiddelde_aanwezig", "verschil"),
    *("verschil_sd", "se", "p", "ci_laag", "ci_hoog", "reden"),
]
KOLOMMEN_INGEVULD = [
    *("steekproef", "factor", "label", "niveau", "n_ontbreekt", "n_overgenomen"),
    *("gemiddelde_aanwezig", "sd_aanwezig", "gemiddelde_ingevuld", "sd_ingevuld", "imputaties"),
]
KOLOMMEN_SCHATTING = [
    *(*KENMERKEN, "term", "label", "schatting", "coef", "se", "p", "ci_laag", "ci_hoog"),
    *("coef_sd", "ci_sd_laag", "ci_sd_hoog", "sd_factor", "vrijheidsgraden", "fmi"),
    *("toename_variantie", "monte_carlo_sd", "n", "n_ingevuld", "n_gemeenten", "imputaties"),
    "reden",
]


# ---------------------------------------------------------------------------------------------
# The plan and the pattern


def _reden_van(fout: InvoerFout, ontwerp: Ontwerp) -> str:
    wat = fout.wat.removeprefix(f"{ontwerp}: ")
    return f"{wat} ({fout.kolom})" if fout.kolom in ontwerp.X.columns else wat


def plan(imputaties: int) -> list[str]:
    """Return the plan for missing data as plain Dutch sentences, for the verantwoording."""
    return [
        "De hoofdanalyse gebruikt de wijken waarvan alle factoren bekend zijn. Dat geeft een "
        "zuiver beeld zolang het ontbreken, bij gelijke factoren en een gelijke beginscore, niet "
        "samenhangt met de uitkomst.",
        f"Ter controle zijn ontbrekende factoren {taal.getal(imputaties)} keer ingevuld "
        "(meervoudige imputatie): elke lege plek krijgt telkens de waarde van een wijk die erop "
        "lijkt, zodat ook de onzekerheid over het invullen meetelt.",
        "Welke wijk erop lijkt, volgt uit de begin- en eindscore, de score in het basisjaar, de "
        "andere factoren en de gemiddelden van de gemeente. Een factor die alleen tussen gemeenten "
        "verschilt, is per gemeente ingevuld. Scores zijn nooit ingevuld.",
        "De uitkomsten zijn samengevoegd met de regels van Rubin, met de vrijheidsgraden van "
        "Barnard en Rubin.",
        "Invullen veronderstelt dat het ontbreken te voorspellen is uit wat wel bekend is. Dat is "
        "niet te toetsen; daarom staat erbij waarin wijken met en zonder ontbrekende gegevens "
        "verschillen.",
    ]


def _steekproef(tabel: pd.DataFrame, steekproef: str) -> pd.DataFrame:
    return tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True)]


def patroon(
    tabel: pd.DataFrame, factoren: Sequence[str], steekproef: str, codeboek: pd.DataFrame
) -> pd.DataFrame:
    """Return which combinations of factors are missing, and how often.

    Args:
        tabel: result of `regressie.koppel`.
        factoren: names of the factors.
        steekproef: key of `regressie.STEEKPROEVEN`.
        codeboek: factor, label.

    Returns:
        `KOLOMMEN_PATROON`: `patroon` is 'volledig' or the missing factors joined by " + ", `label`
        the same in words, `n` and `aandeel` the wijken with exactly this pattern. Complete first,
        then the most frequent.
    """
    labels = codeboek.set_index("factor")["label"]
    deel = _steekproef(tabel, steekproef)
    leeg = deel[list(factoren)].isna()
    rijen = []
    for combinatie, wijken in leeg.groupby(list(factoren), sort=True):
        mist = [f for f, ontbreekt in zip(factoren, combinatie, strict=True) if ontbreekt]
        rijen.append(
            {
                "steekproef": steekproef,
                "patroon": " + ".join(mist) or VOLLEDIG,
                "label": taal.opsomming([labels.get(f, f) for f in mist]) or "alles bekend",
                "n_factoren": len(mist),
                "n": len(wijken),
                "aandeel": len(wijken) / len(deel),
                "n_gemeenten": deel.loc[wijken.index, "gm_code"].nunique(),
            }
        )
    uit = pd.DataFrame(rijen, columns=KOLOMMEN_PATROON)
    uit = uit.assign(_eerst=uit["patroon"] != VOLLEDIG, _n=-uit["n"])
    return uit.sort_values(["_eerst", "_n", "patroon"], ignore_index=True)[KOLOMMEN_PATROON]


def samenhang_met_score(
    tabel: pd.DataFrame,
    factoren: Sequence[str],
    *,
    van: int,
    tot: int,
    steekproef: str,
    codeboek: pd.DataFrame,
) -> pd.DataFrame:
    """Compare the scores of wijken with and without a missing factor.

    Args:
        tabel: result of `regressie.koppel`.
        factoren: names of the factors.
        van, tot: the outcome window.
        steekproef: key of `regressie.STEEKPROEVEN`.
        codeboek: factor, label.

    Returns:
        `KOLOMMEN_SAMENHANG`: for every factor with missing values, and for 'alle factoren' (at
        least one missing), three rows: `score` is 'beginscore', 'eindscore' or 'verandering'.
        `verschil` is missing minus present in score points, `verschil_sd` in standard deviations
        of the sample; interval and p from a regression on the indicator, clustered by gemeente,
        t(G-1). Where the wijken with or those without the value lie in fewer than `MIN_GEMEENTEN`
        gemeenten there is a `reden` instead.
    """
    labels = codeboek.set_index("factor")["label"]
    begin, eind = f"lbm_{van}", f"lbm_{tot}"
    deel = _steekproef(tabel, steekproef).dropna(subset=[begin, eind, "gm_code"])
    leeg = deel[list(factoren)].isna()
    scores = {"beginscore": deel[begin], "eindscore": deel[eind]}
    scores["verandering"] = deel[eind] - deel[begin]
    groepen = {f: (labels.get(f, f), leeg[f]) for f in factoren if leeg[f].any()}
    if groepen:
        groepen[ALLE] = ("Ten minste één factor", leeg.any(axis=1))
    rijen = []
    for factor, (label, mist) in groepen.items():
        for naam, score in scores.items():
            rij = {"steekproef": steekproef, "factor": factor, "label": label, "score": naam}
            rij |= {"van": van, "tot": tot}
            rijen.append(rij | _verschil(score, mist, deel, (van, tot, steekproef)))
    return pd.DataFrame(rijen, columns=KOLOMMEN_SAMENHANG)


def _verschil(
    score: pd.Series, mist: pd.Series, deel: pd.DataFrame, welke: tuple[int, int, str]
) -> dict[str, Any]:
    van, tot, steekproef = welke
    gemeenten = [deel.loc[groep, "gm_code"].nunique() for groep in (mist, ~mist)]
    verschil = score[mist].mean() - score[~mist].mean()
    rij = {
        "n_ontbreekt": int(mist.sum()),
        "n_aanwezig": int((~mist).sum()),
        "n_gemeenten_ontbreekt": gemeenten[0],
        "gemiddelde_ontbreekt": score[mist].mean(),
        "gemiddelde_aanwezig": score[~mist].mean(),
        "verschil": verschil,
        "verschil_sd": verschil / score.std(),
        "reden": "",
    }
    if min(gemeenten) < MIN_GEMEENTEN:
        waarde = "zonder waarde" if gemeenten[0] <= gemeenten[1] else "met een waarde"
        reden = f"de wijken {waarde} liggen in minder dan {taal.telwoord(MIN_GEMEENTEN)} gemeenten"
        return rij | {"reden": reden}
    ontwerp = Ontwerp(
        van=van,
        tot=tot,
        basisjaar=van,
        model="verandering",
        steekproef=steekproef,
        y=score,
        X=pd.DataFrame({CONSTANTE: 1.0, "ontbreekt": mist.astype(float)}),
        gemeente=deel["gm_code"],
        gm_naam=deel["gm_naam"],
        n_verwacht=len(deel),
    )
    try:
        fit = schat(ontwerp)
    except InvoerFout as fout:
        return rij | {"reden": _reden_van(fout, ontwerp)}
    laag, hoog = fit.conf_int().loc["ontbreekt"]
    return rij | {
        "se": fit.bse["ontbreekt"],
        "p": fit.pvalues["ontbreekt"],
        "ci_laag": laag,
        "ci_hoog": hoog,
    }


# ---------------------------------------------------------------------------------------------
# Imputation


@dataclass(frozen=True)
class Ingevuld:
    """Completed data of one sample.

    Attributes:
        waarden: (m, n, k) the factors of every imputation, natural units.
        index: wk_code of the n wijken that have all scores and a gemeente, sorted.
        factoren: names of the k factors.
        ontbrak: (n, k) True where a value was missing.
        overgenomen: (n, k) True where it was taken over from the same gemeente.
        niveau: per factor 'wijk' or 'gemeente'.
    """

    waarden: np.ndarray
    index: pd.Index
    factoren: list[str]
    ontbrak: np.ndarray
    overgenomen: np.ndarray
    niveau: dict[str, str]

    def tabel(self, nummer: int) -> pd.DataFrame:
        """Return the factors of one imputation, wk_code as index."""
        return pd.DataFrame(self.waarden[nummer], self.index, self.factoren)


def imputeer(
    tabel: pd.DataFrame,
    factoren: Sequence[str],
    scores: Sequence[str],
    *,
    steekproef: str,
    imputaties: int,
    zaad: int,
    iteraties: int = ITERATIES,
) -> Ingevuld:
    """Fill in the missing factors of a sample `imputaties` times (method: see the module).

    Args:
        tabel: result of `regressie.koppel`.
        factoren: factors with at least two different values in the sample.
        scores: score columns of the imputation model, the outcome among them.
        steekproef: key of `regressie.STEEKPROEVEN`.
        imputaties: number of completed data sets, at least `MIN_IMPUTATIES`.
        zaad: seed.
        iteraties: passes over the incomplete factors before the values are kept.

    Raises:
        InvoerFout: too few imputations; a factor without values.
    """
    if imputaties < MIN_IMPUTATIES:
        raise InvoerFout(
            f"er zijn ten minste {MIN_IMPUTATIES} imputaties nodig",
            sleutel="inferentie.imputaties",
            waarde=imputaties,
            remedie=f"Kies {MIN_IMPUTATIES} of meer, liefst ten minste het percentage wijken met "
            "ontbrekende waarden.",
        )
    deel = _steekproef(tabel, steekproef).dropna(subset=[*scores, "gm_code"])
    factoren = list(factoren)
    leeg = [f for f in factoren if not deel[f].notna().any()]
    if leeg:
        raise InvoerFout(
            f"van deze factor is bij geen enkele wijk in steekproef '{steekproef}' iets bekend",
            kolom=leeg[0],
            remedie="Haal de factor uit de config.",
        )
    waarden = deel[factoren].astype(float)
    ontbrak = waarden.isna().to_numpy()
    niveau = {f: _niveau(waarden[f], deel["gm_code"]) for f in factoren}
    for factor in (f for f in factoren if niveau[f] == GEMEENTE):
        waarden[factor] = waarden.groupby(deel["gm_code"])[factor].transform("first")
    overgenomen = ontbrak & waarden.notna().to_numpy()
    kettingen = _Kettingen(
        scores=_standaardiseer(deel[list(scores)].to_numpy(float))[0],
        factoren=waarden.to_numpy(),
        gemeente=pd.factorize(deel["gm_code"], sort=True)[0],
        per_gemeente=np.array([niveau[f] == GEMEENTE for f in factoren]),
    )
    return Ingevuld(
        waarden=np.stack(
            [
                kettingen.trek(np.random.default_rng([zaad, THEMA, nummer]), iteraties)
                for nummer in range(imputaties)
            ]
        ),
        index=deel.index,
        factoren=factoren,
        ontbrak=ontbrak,
        overgenomen=overgenomen,
        niveau=niveau,
    )


def _niveau(waarden: pd.Series, gemeente: pd.Series) -> str:
    """Return 'gemeente' if a factor never differs within a gemeente that has two values or more."""
    groep = waarden.groupby(gemeente)
    meer = groep.count() > 1
    return GEMEENTE if meer.any() and (groep.nunique()[meer] == 1).all() else WIJK


def _standaardiseer(Z: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the columns with mean 0 and sd 1 (missing values ignored), and those means and sds."""
    midden, spreiding = np.nanmean(Z, axis=0), np.nanstd(Z, axis=0)
    spreiding = np.where(spreiding > 0, spreiding, 1.0)
    return (Z - midden) / spreiding, midden, spreiding


class _Kettingen:
    """The chained equations of one sample; `trek` runs one chain.

    Args:
        scores: (n, s) complete, standardised.
        factoren: (n, k) natural units, NaN where missing.
        gemeente: (n,) cluster number 0..G-1.
        per_gemeente: (k,) True for factors of gemeente level.
    """

    def __init__(
        self,
        scores: np.ndarray,
        factoren: np.ndarray,
        gemeente: np.ndarray,
        per_gemeente: np.ndarray,
    ) -> None:
        self.factoren = factoren
        Z, self.midden, self.spreiding = _standaardiseer(factoren)
        self.data = np.hstack([scores, Z])
        self.s = scores.shape[1]
        self.gemeente = gemeente
        self.middel = np.zeros((gemeente.max() + 1, len(gemeente)))  # takes gemeente means
        self.middel[gemeente, np.arange(len(gemeente))] = 1.0
        self.middel /= self.middel.sum(axis=1, keepdims=True)
        self.eerste = np.unique(gemeente, return_index=True)[1]
        self.op_wijkniveau = np.r_[np.full(self.s, True), ~per_gemeente]
        mist = np.isnan(self.data)
        self.mist = {j: mist[:, j] for j in np.flatnonzero(mist.any(axis=0))}
        # the fewest holes first
        self.volgorde = sorted(self.mist, key=lambda j: (self.mist[j].sum(), j))

    def trek(self, rng: np.random.Generator, iteraties: int) -> np.ndarray:
        """Return the factors with every hole filled, (n, k), natural units."""
        D = self.data.copy()
        for j in self.volgorde:
            mist = self.mist[j]
            if self.op_wijkniveau[j]:
                D[mist, j] = rng.choice(self.data[~mist, j], mist.sum())
            else:
                per_gemeente = self.data[self.eerste, j]
                bekend = per_gemeente[~np.isnan(per_gemeente)]
                D[mist, j] = rng.choice(bekend, len(self.middel))[self.gemeente[mist]]
        for _ in range(iteraties if self.volgorde else 0):
            for j in self.volgorde:
                self._vul(D, j, rng)
        gevuld = D[:, self.s :] * self.spreiding + self.midden
        return np.where(np.isnan(self.factoren), gevuld, self.factoren)

    def _vul(self, D: np.ndarray, j: int, rng: np.random.Generator) -> None:
        """Draw the holes of column j anew, given the current values of all others."""
        ander = np.arange(D.shape[1]) != j
        gemiddeld = self.middel @ D
        if self.op_wijkniveau[j]:
            mist = self.mist[j]
            erbij = gemiddeld[self.gemeente][:, ander & self.op_wijkniveau]
            X = _voorspellers(D[:, ander], erbij, self.s, (~mist).sum())
            D[mist, j] = _pmm(self.data[~mist, j], X[~mist], X[mist], rng)
        else:
            mist = self.mist[j][self.eerste]
            X = _voorspellers(gemiddeld[:, ander], gemiddeld[:, :0], self.s, (~mist).sum())
            y = D[self.eerste, j]
            y[mist] = _pmm(y[~mist], X[~mist], X[mist], rng)
            D[self.mist[j], j] = y[self.gemeente[self.mist[j]]]


def _voorspellers(eigen: np.ndarray, erbij: np.ndarray, s: int, n: int) -> np.ndarray:
    """Return the richest set of predictors, with a constant, that n observations can bear.

    Args:
        eigen: scores (the first s columns) and other factors.
        erbij: gemeente means.
    """
    een = np.ones((len(eigen), 1))
    for keuze in (np.hstack([een, eigen, erbij]), np.hstack([een, eigen])):
        if n >= PER_VOORSPELLER * keuze.shape[1]:
            return keuze
    return np.hstack([een, eigen[:, :s]])


def _pmm(y: np.ndarray, X: np.ndarray, X_leeg: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return an observed y for every row of X_leeg: predictive mean matching.

    Args:
        y, X: the observed cases.
        X_leeg: predictors of the cases to fill in.
    """
    XX = X.T @ X
    V = np.linalg.inv(XX + RIDGE * np.diag(np.maximum(np.diag(XX), 1.0)))
    b = V @ (X.T @ y)
    ssr = ((y - X @ b) ** 2).sum()
    sigma = np.sqrt(ssr / rng.chisquare(max(len(y) - X.shape[1], 1)))
    b_trek = b + sigma * np.linalg.cholesky(V) @ rng.standard_normal(len(b))

    voorspeld = X @ b
    volgorde = np.argsort(voorspeld, kind="stable")
    gesorteerd, doel = voorspeld[volgorde], X_leeg @ b_trek
    # the nearest donors lie within DONOREN places of where the target would be inserted
    breed = min(2 * DONOREN, len(y))
    links = np.searchsorted(gesorteerd, doel) - DONOREN
    kandidaten = np.clip(links, 0, len(y) - breed)[:, None] + np.arange(breed)
    afstand = np.abs(gesorteerd[kandidaten] - doel[:, None])
    dichtbij = np.argsort(afstand, axis=1, kind="stable")[:, : min(DONOREN, len(y))]
    gekozen = rng.integers(dichtbij.shape[1], size=len(doel))
    rij = np.arange(len(doel))
    return y[volgorde[kandidaten[rij, dichtbij[rij, gekozen]]]]


def ingevulde_waarden(ingevuld: Ingevuld, steekproef: str, codeboek: pd.DataFrame) -> pd.DataFrame:
    """Compare the values that were filled in with those observed (`KOLOMMEN_INGEVULD`).

    One row per incomplete factor; means and sds in natural units, over all imputations.
    `n_overgenomen` holes took over the value of their gemeente.
    """
    labels = codeboek.set_index("factor")["label"]
    rijen = []
    for nummer, factor in enumerate(ingevuld.factoren):
        gaten = ingevuld.ontbrak[:, nummer]
        if not gaten.any():
            continue
        bekend = ingevuld.waarden[0, ~gaten, nummer]
        nieuw = ingevuld.waarden[:, gaten, nummer]
        rijen.append(
            {
                "steekproef": steekproef,
                "factor": factor,
                "label": labels.get(factor, factor),
                "niveau": ingevuld.niveau[factor],
                "n_ontbreekt": int(gaten.sum()),
                "n_overgenomen": int(ingevuld.overgenomen[:, nummer].sum()),
                "gemiddelde_aanwezig": bekend.mean(),
                "sd_aanwezig": bekend.std(ddof=1),
                "gemiddelde_ingevuld": nieuw.mean(),
                "sd_ingevuld": nieuw.std(ddof=1),
                "imputaties": len(ingevuld.waarden),
            }
        )
    return pd.DataFrame(rijen, columns=KOLOMMEN_INGEVULD)


# ---------------------------------------------------------------------------------------------
# Pooling


def rubin(coef: np.ndarray, variantie: np.ndarray, vg_volledig: float) -> pd.DataFrame:
    """Pool m analyses with Rubin's rules (Rubin 1987; Barnard & Rubin 1999).

    Args:
        coef: (m, k) estimates, m at least 2.
        variantie: (m, k) their squared standard errors.
        vg_volledig: degrees of freedom of the analysis without missing data; may be infinite.

    Returns:
        One row per coefficient: coef, se, vrijheidsgraden, p, ci_laag, ci_hoog (95%),
        toename_variantie (r: relative increase in variance due to missing data), fmi (fraction of
        missing information, Rubin 1987: (r + 2/(v+3))/(r+1) with v the degrees of freedom for
        infinite `vg_volledig`) and tussen (between-imputation variance).
    """
    m = len(coef)
    if m < 2:
        raise ValueError("pooling takes at least two analyses")
    midden, binnen = coef.mean(axis=0), variantie.mean(axis=0)
    tussen = coef.var(axis=0, ddof=1)
    extra = (1 + 1 / m) * tussen
    totaal = binnen + extra
    aandeel, r = extra / totaal, extra / binnen
    with np.errstate(divide="ignore"):
        vg_oud = (m - 1) / aandeel**2  # Rubin (1987); infinite where nothing is missing
    if np.isinf(vg_volledig):
        vg = vg_oud
    else:
        waargenomen = (vg_volledig + 1) / (vg_volledig + 3) * vg_volledig * (1 - aandeel)
        vg = 1 / (1 / vg_oud + 1 / waargenomen)
    se = np.sqrt(totaal)
    halve = stats.t.ppf(1 - SIGNIFICANTIE / 2, vg) * se
    return pd.DataFrame(
        {
            "coef": midden,
            "se": se,
            "vrijheidsgraden": vg,
            "p": 2 * stats.t.sf(np.abs(midden) / se, vg),
            "ci_laag": midden - halve,
            "ci_hoog": midden + halve,
            "toename_variantie": r,
            "fmi": (r + 2 / (vg_oud + 3)) / (r + 1),
            "tussen": tussen,
        }
    )


# ---------------------------------------------------------------------------------------------
# Complete cases against multiple imputation


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
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Estimate one regression on the complete cases and on imputed data.

    Args:
        tabel: result of `regressie.koppel`.
        factoren: names of the factors.
        codeboek: factor, label, eenheid, peiljaar.
        van, tot, model, steekproef, basisjaar: see `regressie.maak_ontwerp`.
        imputaties: number of imputations, at least `MIN_IMPUTATIES`.
        zaad: seed.

    Returns:
        The estimates (`KOLOMMEN_SCHATTING`), two rows per term without the constant: `schatting` is
        'complete_case' or 'imputatie'. Effects per standard deviation use that of the complete
        cases (`sd_factor`), so that both can be compared; `monte_carlo_sd` is the error of
        `coef_sd` that more imputations would take away; `n_ingevuld` the wijken that were filled
        in. What cannot be estimated, or need not be because nothing is missing, has a `reden`.
        And the filled-in values (`ingevulde_waarden`), empty if nothing is missing.

    Raises:
        InvoerFout: too few imputations, a year without scores, an unknown model or sample.
    """
    vast = {"van": van, "tot": tot, "model": model, "steekproef": steekproef}
    redenen = _niet_toetsbaar(_steekproef(tabel, steekproef)[list(factoren)])
    over = [f for f in factoren if f not in redenen]
    labels = codeboek.set_index("factor")["label"].to_dict()
    if not over:
        return _tabel([], [], redenen, labels, vast), pd.DataFrame(columns=KOLOMMEN_INGEVULD)
    ontwerp = maak_ontwerp(tabel, over, basisjaar=basisjaar, **vast)
    labels |= {
        BEGINSCORE: f"Leefbaarheidsscore {van} (begin van het venster)",
        BASISSCORE: f"Leefbaarheidsscore {basisjaar} (basismeting)",
    }
    termen = list(ontwerp.regressoren.columns)
    scores = {*scorekolommen(van, tot, model, basisjaar), f"lbm_{basisjaar}"}
    ingevuld = imputeer(
        tabel,
        over,
        sorted(scores & set(tabel.columns)),
        steekproef=steekproef,
        imputaties=imputaties,
        zaad=zaad,
    )
    compleet = _complete_case(ontwerp)
    if ingevuld.ontbrak.any():
        gepoold = _gepoold(tabel, ingevuld, ontwerp)
    else:
        gepoold = pd.DataFrame({"reden": NIETS}, termen)
    maat = ontwerp if "coef" in compleet.columns else _ingevuld_ontwerp(tabel, ingevuld, 0, ontwerp)
    sd = maat.X.std(ddof=1)
    schattingen = _tabel([compleet, gepoold], termen, redenen, labels, vast, sd)
    return schattingen, ingevulde_waarden(ingevuld, steekproef, codeboek)


def _niet_toetsbaar(waarden: pd.DataFrame) -> dict[str, str]:
    """Return the factors without any value, or with one value, and the reason in Dutch."""
    aantal = waarden.nunique()
    return {
        factor: "de factor heeft bij geen enkele wijk van de steekproef een waarde"
        if n == 0
        else "de factor heeft bij alle wijken van de steekproef dezelfde waarde"
        for factor, n in aantal[aantal < 2].items()
    }


def _complete_case(ontwerp: Ontwerp) -> pd.DataFrame:
    try:
        fit = schat(ontwerp)
    except InvoerFout as fout:
        return pd.DataFrame({"reden": _reden_van(fout, ontwerp)}, ontwerp.X.columns)
    ci = fit.conf_int()
    return pd.DataFrame(
        {
            "coef": fit.params,
            "se": fit.bse,
            "p": fit.pvalues,
            "ci_laag": ci[0],
            "ci_hoog": ci[1],
            "vrijheidsgraden": ontwerp.gemeente.nunique() - 1,
            "n": len(ontwerp.y),
            "n_gemeenten": ontwerp.gemeente.nunique(),
            "reden": "",
        }
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
    )


def _gepoold(tabel: pd.DataFrame, ingevuld: Ingevuld, ontwerp: Ontwerp) -> pd.DataFrame:
    """Return the pooled analysis of the completed data, for the regression of `ontwerp`."""
    coefs, varianties = [], []
    for nummer in range(len(ingevuld.waarden)):
        compleet = _ingevuld_ontwerp(tabel, ingevuld, nummer, ontwerp)
        try:
            fit = schat(compleet)
        except InvoerFout as fout:
            return pd.DataFrame({"reden": _reden_van(fout, compleet)}, ontwerp.X.columns)
        coefs.append(fit.params.to_numpy())
        varianties.append(fit.bse.to_numpy() ** 2)
    n_gemeenten = compleet.gemeente.nunique()
    uit = rubin(np.array(coefs), np.array(varianties), n_gemeenten - 1)
    uit.index = compleet.X.columns
    return uit.assign(
        monte_carlo=np.sqrt(uit["tussen"] / len(coefs)),
        n=len(compleet.y),
        n_ingevuld=int(ingevuld.ontbrak.any(axis=1).sum()),
        n_gemeenten=n_gemeenten,
        imputaties=len(coefs),
        reden="",
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
    for schatting, deel in zip(
        (COMPLETE_CASE, IMPUTATIE), delen or [pd.DataFrame()] * 2, strict=True
    ):
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


# ---------------------------------------------------------------------------------------------
# What it means, in one sentence each


def betekenis_patroon(patronen: pd.DataFrame, codeboek: pd.DataFrame) -> str:
    """Say how many wijken miss something, and which factor most often (`patroon`, one sample)."""
    n = int(patronen["n"].sum())
    mist = patronen[patronen["patroon"] != VOLLEDIG]
    if mist.empty:
        return f"Van alle {taal.getal(n)} wijken zijn alle factoren bekend."
    per_factor = mist.assign(factor=mist["patroon"].str.split(" + ", regex=False))
    vaakst = per_factor.explode("factor").groupby("factor", sort=False)["n"].sum().idxmax()
    label = codeboek.set_index("factor")["label"].get(vaakst, vaakst)
    aantal = int(mist["n"].sum())
    return (
        f"Bij {taal.getal(aantal)} van de {taal.getal(n)} wijken ({taal.procent(aantal / n)}) "
        f"ontbreekt ten minste één factor, het vaakst {label}."
    )


def betekenis_samenhang(samenhang: pd.DataFrame) -> str:
    """Say whether wijken with missing data developed otherwise (`samenhang_met_score`)."""
    if samenhang.empty:
        return "Er ontbreekt niets, dus ook geen verschil tussen wijken met en zonder gegevens."
    rij = samenhang.set_index(["factor", "score"]).loc[(ALLE, "verandering")]
    zin = (
        f"De score van wijken waarvan iets ontbreekt, veranderde in {rij['van']}–{rij['tot']} "
        f"gemiddeld {taal.getal(abs(rij['verschil']), 3)} punt "
        f"{'gunstiger' if rij['verschil'] > 0 else 'ongunstiger'} dan die van de overige wijken"
    )
    if pd.isna(rij["p"]):
        return f"{zin}; of dat toeval kan zijn, is niet te toetsen, want {rij['reden']}."
    if rij["p"] < SIGNIFICANTIE:
        return f"{zin}, meer dan bij toeval past; weglaten van die wijken is dus niet neutraal."
    return f"{zin}; dat verschil past bij toeval."


def betekenis_vergelijking(schattingen: pd.DataFrame) -> str:
    """Say whether filling in the missing factors changes a conclusion (`vergelijk`)."""
    deel = schattingen[~schattingen["term"].isin((BEGINSCORE, BASISSCORE))]
    paren = deel.pivot(index="term", columns="schatting")
    geschat = paren["p"].notna().all(axis=1)
    if not geschat.any():
        redenen = deel["reden"][deel["reden"] != ""]
        if (redenen == NIETS).all():
            return "Er ontbreekt niets, dus er valt niets in te vullen."
        return f"Invullen is niet te vergelijken met weglaten: {redenen.iloc[-1]}."
    paren = paren[geschat]
    richting = {
        naam: (paren["ci_laag"][naam] > 0).astype(int) - (paren["ci_hoog"][naam] < 0).astype(int)
        for naam in (COMPLETE_CASE, IMPUTATIE)
    }
    namen = deel.drop_duplicates("term").set_index("term")["label"]
    anders = [t for t in namen.index if t in paren.index]
    anders = [t for t in anders if richting[COMPLETE_CASE][t] != richting[IMPUTATIE][t]]
    waar = taal.opsomming([namen[t] for t in anders]) if anders else "geen enkele factor"
    schuif = (paren["coef_sd"][IMPUTATIE] - paren["coef_sd"][COMPLETE_CASE]).abs().idxmax()
    van, naar = (
        taal.verandering(paren["coef_sd"][naam][schuif], 3) for naam in (COMPLETE_CASE, IMPUTATIE)
    )
    n, n_compleet = (int(paren["n"][naam].iloc[0]) for naam in (IMPUTATIE, COMPLETE_CASE))
    return (
        f"Met ingevulde gegevens ({taal.getal(n)} wijken in plaats van {taal.getal(n_compleet)}) "
        f"verandert de conclusie bij {waar}; het meest verschuift de samenhang met "
        f"{namen[schuif]} (van {van} naar {naar} punt per standaarddeviatie)."
    )
