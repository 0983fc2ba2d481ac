"""How strong would an omitted variable have to be to take an association away?

Cinelli & Hazlett (2020), Making sense of sensitivity: extending omitted variable bias, Journal of
the Royal Statistical Society B 82. A variable Z that the regression leaves out, with partial R2
`r2_factor` with the factor D and `r2_uitkomst` with the outcome Y (given D and the other
regressors), moves the estimate by

    |bias| = s sqrt(df) sqrt(r2_uitkomst r2_factor / (1 - r2_factor))

with s the classical standard error and df the residual degrees of freedom. That is algebra of least
squares: it, the robustness value of the estimate (`robuustheidswaarde`) and the bounds on the two
partial R2 (`grenzen`) are exact whatever the errors. What concerns an interval is by analogy: their
paper has classical errors; here the cluster-robust standard error is multiplied by the same factor
sqrt((1 - r2_uitkomst) / (1 - r2_factor)) as the classical one, so as if Z left the ratio of the two
alone. The robustness value at 5 % is 0 exactly where the robust interval holds zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from scipy import special

from leefbaarheid.analyse.clusterproducten import Clusterproducten, clusterproducten
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import controleer_ontwerp
from leefbaarheid.analyse.schatter import Schatter, infereer
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import CONSTANTE
from leefbaarheid.toetsen.ontwerpen import ALFA, kenmerken
from leefbaarheid.toetsen.uitkomst import reden_van

# AANNAME: een weggelaten kenmerk is met de waargenomen kenmerken vergeleken als het even sterk is,
#   twee keer en drie keer zo sterk.
#   Waarom: hoe sterk een ongemeten kenmerk is, is niet te weten; de gemeten kenmerken geven een
#   maat.
#   Gevolg: een nog sterker kenmerk kan meer samenhangen doen verdwijnen; de tabel geeft ook hoe
#   sterk het daarvoor moet zijn.
#   Onderwerp: modellen. Als: controle weggelaten. Zie: sec-rob-weggelaten.
KEREN = (1, 2, 3)
KOLOMMEN = [
    *("uitkomst", "van", "tot", "model", "steekproef", "term", "label", "coef_sd", "ci_sd_laag"),
    *("ci_sd_hoog", "p", "r2_uitkomst", "rv", "rv_alfa", "sterkste", "sterkste_label"),
    *("sterkste_r2_factor", "sterkste_r2_uitkomst", "verandert_bij", "n", "n_gemeenten", "reden"),
]
KOLOMMEN_GRENZEN = [
    *("uitkomst", "van", "tot", "model", "steekproef", "term", "kenmerk", "kenmerklabel", "keer"),
    *("r2_factor", "r2_uitkomst", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "uitkomst_zelfde"),
    "reden",
]


# ---------------------------------------------------------------------------------------------
# The formulas


def partiele_r2(t: np.ndarray | float, df: float) -> np.ndarray:
    """Return the partial R2 of a regressor from its classical t value."""
    return np.asarray(np.square(t) / (np.square(t) + df))


def robuustheidswaarde(f: float, f_kritiek: float = 0.0) -> float:
    """Return the least equal partial R2 of Z with factor and outcome that undoes a finding.

    Args:
        f: |t| / sqrt(df) of the factor, classical.
        f_kritiek: 0 to bring the estimate to zero; the critical value on the same scale to bring
            it to where its interval reaches zero.

    Returns:
        0-1; 0 where there is nothing to undo. Where the constraint that both are equal does not
        bind (f >= 1 / f_kritiek), the value of an omitted variable that explains less of the
        outcome (their appendix, as in their R package sensemakr).
    """
    over = f - f_kritiek
    if over <= 0:
        return 0.0
    if f_kritiek > 0 and f >= 1 / f_kritiek:
        return float((f**2 - f_kritiek**2) / (1 + f**2))
    return float((np.sqrt(over**4 + 4 * over**2) - over**2) / 2)


def vertekening(se: float, df: float, r2_factor: float, r2_uitkomst: float) -> float:
    """Return |bias| of an omitted variable of this strength, in the units of `se` (classical)."""
    return float(se * np.sqrt(df) * np.sqrt(r2_uitkomst * r2_factor / (1 - r2_factor)))


def krimp(r2_factor: float, r2_uitkomst: float) -> float:
    """Return by how much adding Z would multiply a standard error, degrees of freedom apart."""
    return float(np.sqrt((1 - r2_uitkomst) / (1 - r2_factor)))


def grenzen(r2_xd: float, r2_xy: float, keer: float) -> tuple[float, float] | None:
    """Return the strength of an omitted variable `keer` times as strong as an observed one.

    Args:
        r2_xd: partial R2 of the observed variable with the factor, given the others.
        r2_xy: partial R2 of the observed variable with the outcome, given factor and others.
        keer: how many times as strong, with both.

    Returns:
        Upper bounds on r2_factor and r2_uitkomst (at most 1), or None where such a variable cannot
        be: it would explain the factor more than entirely.
    """
    r2_factor = keer * r2_xd / (1 - r2_xd)
    if r2_factor >= 1 or keer * r2_xd >= 1:
        return None
    r2_zx = keer * r2_xd**2 / ((1 - keer * r2_xd) * (1 - r2_xd))
    if r2_zx >= 1:
        return None
    eta = (np.sqrt(keer) + np.sqrt(r2_zx)) / np.sqrt(1 - r2_zx)
    return float(r2_factor), float(min(eta**2 * r2_xy / (1 - r2_xy), 1.0))


# ---------------------------------------------------------------------------------------------
# One regression


@dataclass(frozen=True)
class Gevoeligheid:
    """What the formulas need of one regression; per term, in the order of `termen`.

    Attributes:
        termen: regressors without the constant.
        coef, se: estimate and classical standard error, score points per unit.
        se_robuust: cluster-robust standard error (CRV3); NaN where it does not exist.
        sd: standard deviation of the term.
        r2_onderling: (K, K) partial R2 of two regressors given the others.
        df: residual degrees of freedom. df_robuust: those of the t of the robust error.
        n, n_gemeenten: wijken and gemeenten.
    """

    termen: Sequence[str]
    coef: np.ndarray
    se: np.ndarray
    se_robuust: np.ndarray
    sd: np.ndarray
    r2_onderling: np.ndarray
    df: int
    df_robuust: int
    n: int
    n_gemeenten: int

    @property
    def kwantiel(self) -> float:
        """The quantile of t of a 95 % interval."""
        return float(special.stdtrit(self.df_robuust, 1 - ALFA / 2))

    @property
    def r2_uitkomst(self) -> np.ndarray:
        """(K,) partial R2 of each term with the outcome."""
        return partiele_r2(self.coef / self.se, self.df)

    def waarden(self, j: int) -> tuple[float, float]:
        """Return the robustness values of term j: of the estimate, and of its interval."""
        f = abs(self.coef[j] / self.se[j]) / np.sqrt(self.df)
        kritiek = self.kwantiel * self.se_robuust[j] / self.se[j] / np.sqrt(self.df)
        rv_alfa = robuustheidswaarde(f, kritiek) if np.isfinite(kritiek) else np.nan
        return robuustheidswaarde(f), rv_alfa

    def aangepast(self, j: int, r2_factor: float, r2_uitkomst: float) -> tuple[float, float, float]:
        """Return the estimate of term j and its interval if Z takes it towards zero."""
        bias = vertekening(self.se[j], self.df, r2_factor, r2_uitkomst)
        coef = np.sign(self.coef[j]) * (abs(self.coef[j]) - bias)
        halve = self.kwantiel * self.se_robuust[j] * krimp(r2_factor, r2_uitkomst)
        return float(coef), float(coef - halve), float(coef + halve)


def _onzekerheid(p: Clusterproducten, schatter: Schatter) -> tuple[np.ndarray, int]:
    """Return the leading cluster-robust standard errors (K,) and their degrees of freedom."""
    return infereer(p, replace(schatter, naam=schatter.met_variantie)).se, p.df


def gevoeligheid(ontwerp: Ontwerp) -> Gevoeligheid:
    """Return what the formulas need of a regression.

    Raises:
        InvoerFout: what `controleer_ontwerp` raises.
    """
    controleer_ontwerp(ontwerp)
    p = clusterproducten(ontwerp.X.to_numpy(), ontwerp.y.to_numpy(), ontwerp.gemeente.to_numpy())
    zonder = [i for i, naam in enumerate(ontwerp.X.columns) if naam != CONSTANTE]
    df = p.n - p.K
    omgekeerd = p.R_inv @ p.R_inv.T  # (X'X)^-1
    schaal = np.sqrt(np.diag(omgekeerd))
    robuust, df_robuust = _onzekerheid(p, ontwerp.schatter)
    Z = ontwerp.regressoren
    return Gevoeligheid(
        termen=list(Z.columns),
        coef=p.coef[zonder],
        se=(np.sqrt(p.rss / df) * schaal)[zonder],
        se_robuust=robuust[zonder],
        sd=Z.std(ddof=1).to_numpy(),
        r2_onderling=(omgekeerd / np.outer(schaal, schaal))[np.ix_(zonder, zonder)] ** 2,
        df=df,
        df_robuust=df_robuust,
        n=p.n,
        n_gemeenten=p.G,
    )


def weggelaten_tabel(
    ontwerpen: Sequence[Ontwerp], labels: Mapping[str, str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return robustness values per regression and factor, and the bounds behind them.

    Args:
        ontwerpen: complete cases per regression.
        labels: factor -> label.

    Returns:
        The first has `KOLOMMEN`: coef_sd with its robust 95 % interval and p; r2_uitkomst (partial
        R2 of the factor with the outcome; also what a Z that explains all the rest of the outcome
        must explain of the factor); rv and rv_alfa (`Gevoeligheid.waarden`); sterkste, the other
        factor that as an omitted variable would move the estimate most, with its bounds at once its
        strength; verandert_bij (the least of `KEREN` at which such a variable could change the sign
        or, of a clear estimate, let the interval reach zero; missing where none does).
        The second has `KOLOMMEN_GRENZEN`, a row per benchmark and `keer`: r2_factor, r2_uitkomst,
        the estimate and interval that would be left, and whether sign and clearness stay.
        Where there is no estimate, or no such variable, there is a `reden`.
    """
    delen, grensdelen = [], []
    for ontwerp in ontwerpen:
        vast = kenmerken(ontwerp)
        try:
            g = gevoeligheid(ontwerp)
        except InvoerFout as fout:
            reden = reden_van(fout)
            delen += [
                vast | {"term": f, "label": labels[f], "reden": reden} for f in ontwerp.factoren
            ]
            continue
        for factor in ontwerp.factoren:
            rijen = [vast | rij for rij in _grensrijen(g, factor, labels)]
            grensdelen += rijen
            delen.append(vast | _rij(g, factor, labels, rijen))
    return (
        pd.DataFrame(delen, columns=KOLOMMEN),
        pd.DataFrame(grensdelen, columns=KOLOMMEN_GRENZEN),
    )


def _grensrijen(g: Gevoeligheid, factor: str, labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return a row per other term and `KEREN`."""
    j = list(g.termen).index(factor)
    duidelijk = _duidelijk(*_interval(g, j))
    rijen = []
    for k, kenmerk in enumerate(g.termen):
        if k == j:
            continue
        for keer in KEREN:
            rij = {"term": factor, "kenmerk": kenmerk, "keer": keer}
            rij["kenmerklabel"] = labels.get(kenmerk, kenmerk)
            sterkte = grenzen(g.r2_onderling[j, k], g.r2_uitkomst[k], keer)
            if sterkte is None:
                rijen.append(rij | {"reden": ToetsReden.KENMERK_KAN_NIET.met()})
                continue
            over = g.aangepast(j, *sterkte)
            zelfde = over[0] * g.coef[j] > 0 and _duidelijk(*over[1:]) >= duidelijk
            rijen.append(
                rij
                | dict(zip(("r2_factor", "r2_uitkomst"), sterkte, strict=True))
                | dict(
                    zip(
                        ("coef_sd", "ci_sd_laag", "ci_sd_hoog"),
                        (waarde * g.sd[j] for waarde in over),
                        strict=True,
                    )
                )
                | {"uitkomst_zelfde": bool(zelfde), "reden": ""}
            )
    return rijen


def _interval(g: Gevoeligheid, j: int) -> tuple[float, float]:
    halve = g.kwantiel * g.se_robuust[j]
    return g.coef[j] - halve, g.coef[j] + halve


def _duidelijk(laag: float, hoog: float) -> bool:
    """Tell whether an interval leaves out zero; one that does not exist does not."""
    return laag > 0 or hoog < 0


def _rij(
    g: Gevoeligheid, factor: str, labels: Mapping[str, str], grensrijen: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return the row of one factor."""
    j = list(g.termen).index(factor)
    rv, rv_alfa = g.waarden(j)
    laag, hoog = _interval(g, j)
    t = abs(g.coef[j]) / g.se_robuust[j]
    geen = np.isnan(g.se_robuust[j])
    return {
        "term": factor,
        "label": labels[factor],
        "coef_sd": g.coef[j] * g.sd[j],
        "ci_sd_laag": laag * g.sd[j],
        "ci_sd_hoog": hoog * g.sd[j],
        "p": float(2 * special.stdtr(g.df_robuust, -t)),
        "r2_uitkomst": g.r2_uitkomst[j],
        "rv": rv,
        "rv_alfa": rv_alfa,
        **_sterkste(g, j, labels, [rij for rij in grensrijen if rij["kenmerk"] in labels]),
        "n": g.n,
        "n_gemeenten": g.n_gemeenten,
        "reden": ToetsReden.NIET_ZONDER_ELKE_GEMEENTE.met() if geen else "",
    }


def _sterkste(
    g: Gevoeligheid, j: int, labels: Mapping[str, str], rijen: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return the factor that would move estimate j most if it were left out as strong again."""
    eenmaal = [rij for rij in rijen if rij["keer"] == KEREN[0] and not rij["reden"]]
    if not eenmaal:
        return {}
    rij = min(eenmaal, key=lambda r: r["coef_sd"] * np.sign(g.coef[j]))
    reeks = [r for r in rijen if r["kenmerk"] == rij["kenmerk"]]
    anders = [r["keer"] for r in reeks if r["reden"] or not r["uitkomst_zelfde"]]
    return {
        "sterkste": rij["kenmerk"],
        "sterkste_label": labels[rij["kenmerk"]],
        "sterkste_r2_factor": rij["r2_factor"],
        "sterkste_r2_uitkomst": rij["r2_uitkomst"],
        "verandert_bij": min(anders, default=None),
    }
