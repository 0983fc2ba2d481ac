"""What each check found of an association: the rows of the tables that the verdict weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from leefbaarheid.basis.begrippen import ANCOVA, IN_AANMERKING, SELECTIE
from leefbaarheid.basis.oordeel import (
    BINNEN,
    CORRECTIE,
    LOO,
    MEETFOUT,
    MNAR,
    RUIMTE,
    RUIS,
    SCHATTERS,
    SPECIFICATIECURVE,
    WEGGELATEN,
    ZONDER_DIMENSIE,
)
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import (
    HOOFDVENSTER,
    IMPUTATIE,
    KNN,
    MEDIAAN,
    Rekenwijze,
    Schatstatus,
)

MATEN = ("coef_sd", "ci_sd_laag", "ci_sd_hoog", "p")

Tabellen = Mapping[str, pd.DataFrame]
Gevonden = Mapping[str, Any] | None
"""Estimate, interval, p and reason of one check, and `telt_niet` where it is of no use; None where
the check has no row."""


@dataclass(frozen=True)
class Hoofdregressie:
    """The regression that is weighed (sample: the selection), and the tables of its checks.

    Attributes:
        tabellen: the tables of the checks by name, as the rules write them, and `regressie`.
        van, tot, model: the main window and the main model.
    """

    tabellen: Tabellen
    van: int
    tot: int
    model: str

    def rijen(self, naam: str, steekproef: str = SELECTIE) -> pd.DataFrame:
        """Return the rows of a table; none when its check is off or was not made."""
        tabel = self.tabellen.get(naam)
        if tabel is None or "van" not in tabel:
            return pd.DataFrame(columns=["term", "factor"])
        deel = (tabel["van"] == self.van) & (tabel["tot"] == self.tot)
        deel &= tabel["steekproef"] == steekproef
        if "model" in tabel and naam != "regressie":
            deel &= tabel["model"] == self.model
        return tabel[deel]

    def van_factor(self, naam: str, factor: str, steekproef: str = SELECTIE) -> pd.DataFrame:
        """Return the rows of a table that are about a factor."""
        rijen = self.rijen(naam, steekproef)
        kolom = "term" if "term" in rijen else "factor"
        return rijen[rijen[kolom] == factor]


# ---------------------------------------------------------------------------------------------
# What each check found


def _rij(deel: pd.DataFrame, achter: str = "") -> Gevonden:
    """Return estimate, interval, p and reason of the only row of `deel`; None without a row."""
    if deel.empty:
        return None
    rij = deel.iloc[0]
    return {maat: rij.get(f"{maat}{achter}") for maat in MATEN} | {"reden": rij.get("reden")}


def _schatters(hoofd: Hoofdregressie, factor: str) -> dict[str, Gevonden]:
    """The estimators of the uncertainty, and the range when one gemeente is left out."""
    deel = hoofd.van_factor("robuustheid_clusters", factor)
    if deel.empty:
        return {}
    rij = deel.iloc[0]
    grenzen = {s: (f"{s}_ci_laag", f"{s}_ci_hoog", f"{s}_p") for s in SCHATTERS}
    return {
        naam: {
            "coef_sd": rij["coef_sd"],
            "ci_sd_laag": rij[laag] * rij["sd_factor"],
            "ci_sd_hoog": rij[hoog] * rij["sd_factor"],
            "p": rij[p] if p else None,
            "reden": rij["reden"],
        }
        for naam, (laag, hoog, p) in {**grenzen, LOO: ("loo_min", "loo_max", "")}.items()
    }


def correctie(hoofd: Hoofdregressie, factor: str) -> pd.Series | None:
    """Return the row of the corrected test of a factor in the main regression, if there is one."""
    deel = hoofd.van_factor("robuustheid_toetsen", factor)
    return None if deel.empty else deel.iloc[0]


def _na_correctie(hoofd: Hoofdregressie, factor: str, leidend: Gevonden) -> Gevonden:
    """The p-value after the correction for the number of tests of its family."""
    rij = correctie(hoofd, factor)
    if rij is None or leidend is None:
        return None
    return {"coef_sd": leidend["coef_sd"], "p": rij["p_aangepast"], "reden": rij["reden"]}


def _afhankelijkheid(hoofd: Hoofdregressie, factor: str) -> dict[str, Gevonden]:
    """The answers to dependence between wijken; a fit that failed has no test."""
    deel = hoofd.van_factor("robuustheid_afhankelijkheid", factor)
    if deel.empty:
        return {}
    per_variant = {v: deel[deel["variant"] == v] for v in deel["variant"]}
    gevonden: dict[str, Gevonden] = {
        variant: _rij(per_variant.get(variant, deel.iloc[:0]))
        for variant in (Rekenwijze.RANDOM_INTERCEPT, Rekenwijze.CONLEY)
    }
    if niveau := gevonden[Rekenwijze.RANDOM_INTERCEPT]:
        status = per_variant[Rekenwijze.RANDOM_INTERCEPT]["status"].iloc[0]
        if status != Schatstatus.GESCHAT:
            reden = ToetsReden.MODEL_IS.met(status=status)
            gevonden[Rekenwijze.RANDOM_INTERCEPT] = {**niveau, "telt_niet": True, "reden": reden}
    if (conley := gevonden[Rekenwijze.CONLEY]) and not _is_ruimtelijk(hoofd):
        reden = ToetsReden.GEEN_RUIMTELIJKE_SAMENHANG.met()
        gevonden[Rekenwijze.CONLEY] = {**conley, "telt_niet": True, "reden": reden}
    return gevonden


def _is_ruimtelijk(hoofd: Hoofdregressie) -> bool:
    """Tell whether the residuals of the nearest wijken are alike."""
    moran = hoofd.rijen("robuustheid_moran")
    return not moran.empty and bool(
        moran.loc[moran["gewichten"] == KNN, "significant"].eq(True).any()
    )


def _curve(hoofd: Hoofdregressie, factor: str) -> Gevonden:
    """The middle of the specification curve in the main window and the main form."""
    tabel = hoofd.tabellen.get("robuustheid_specificatietoets")
    if tabel is None or "factor" not in tabel:
        return None
    deel = tabel[
        (tabel["factor"] == factor)
        & (tabel["statistiek"] == MEDIAAN)
        & (tabel["vensters"] == HOOFDVENSTER)
        & (tabel["model"] == hoofd.model)
    ]
    if deel.empty:
        return None
    rij = deel.iloc[0]
    return {"coef_sd": rij["waargenomen"], "p": rij["p"], "reden": rij.get("reden")}


def binnen_tussen(hoofd: Hoofdregressie, factor: str) -> pd.Series | None:
    """Return the leading row of the association within and between gemeenten, if there is one."""
    tabel = hoofd.tabellen.get("robuustheid_binnen_tussen")
    if tabel is None or "leidend" not in tabel:
        return None
    deel = tabel[
        tabel["leidend"].eq(True) & (tabel["steekproef"] == SELECTIE) & (tabel["factor"] == factor)
    ]
    return None if deel.empty else deel.iloc[0]


def _binnen(hoofd: Hoofdregressie, factor: str) -> Gevonden:
    """The association among wijken of one gemeente."""
    rij = binnen_tussen(hoofd, factor)
    return None if rij is None else _rij(rij.to_frame().T, "_binnen")


def _zonder_meetfout(hoofd: Hoofdregressie, factor: str) -> Gevonden:
    """The estimate corrected for the error of the begin score, which only ANCOVA has."""
    if hoofd.model != ANCOVA:
        return None
    return _rij(hoofd.van_factor("robuustheid_meetfout_model", factor), "_moment")


def _met_weggelaten(hoofd: Hoofdregressie, factor: str) -> Gevonden:
    """What is left with an omitted variable as strong as the strongest factor that was observed."""
    deel = hoofd.van_factor("robuustheid_weggelaten", factor)
    if deel.empty:
        return None
    rij = deel.iloc[0]
    grenzen = hoofd.van_factor("robuustheid_weggelaten_grenzen", factor)
    if not grenzen.empty:
        grenzen = grenzen[(grenzen["kenmerk"] == rij["sterkste"]) & (grenzen["keer"] == 1)]
    return _rij(grenzen) or {"reden": rij["reden"]}


def _ruimtelijk(hoofd: Hoofdregressie, factor: str) -> Gevonden:
    """The estimate when residuals lean on those of the nearest wijken."""
    deel = hoofd.van_factor("robuustheid_ruimte", factor)
    return None if deel.empty else _rij(deel[deel["gewichten"] == KNN])


def _naast_ruis(hoofd: Hoofdregressie, factor: str, leidend: Gevonden) -> Gevonden:
    """How often noise with the spatial pattern of the factor does as well: another p-value."""
    deel = hoofd.van_factor("robuustheid_ruimte_placebo", factor)
    if deel.empty or leidend is None:
        return None
    rij = deel.iloc[0]
    return {"coef_sd": leidend["coef_sd"], "p": rij["p_placebo"], "reden": rij["reden"]}


def _verschoven(hoofd: Hoofdregressie, factor: str) -> Gevonden:
    """The least clear estimate among the shifts of filled-in values, or one of another sign."""
    deel = hoofd.van_factor("robuustheid_mnar", factor)
    if deel.empty or deel["coef_sd"].isna().all():
        return _rij(deel)
    zonder = deel.loc[deel["delta"] == 0, "coef_sd"].iloc[0]
    deel = deel.assign(ander_teken=deel["coef_sd"] * zonder < 0)
    return _rij(deel.sort_values(["ander_teken", "p"], ascending=False, kind="stable"))


def verzamel(hoofd: Hoofdregressie, factor: str, primair: str) -> dict[str, Gevonden]:
    """Return per check the estimate of one factor in the main regression; None where there is none.

    A check that is off, or was not made, is not among them.

    Args:
        hoofd: the regression and the tables.
        factor: the factor.
        primair: the leading estimator.
    """
    gevonden = _schatters(hoofd, factor)
    if not gevonden:  # the check is off: the regression itself has the leading estimator
        eigen = hoofd.van_factor("regressie", factor)
        gevonden[primair] = _rij(eigen[eigen["model"] == hoofd.model] if len(eigen) else eigen)
    gevonden[CORRECTIE] = _na_correctie(hoofd, factor, gevonden.get(primair))
    gevonden[IN_AANMERKING] = _rij(hoofd.van_factor("robuustheid_clusters", factor, IN_AANMERKING))
    gevonden |= _afhankelijkheid(hoofd, factor)
    for soort, naam in (("model", "regressie"), ("variant", "robuustheid_varianten")):
        deel = hoofd.van_factor(naam, factor)
        if not deel.empty:
            gevonden |= {str(welke): _rij(deel[deel[soort] == welke]) for welke in deel[soort]}
    ingevuld = hoofd.van_factor("robuustheid_imputatie", factor)
    if not ingevuld.empty:
        gevonden[IMPUTATIE] = _rij(ingevuld[ingevuld["schatting"] == IMPUTATIE])
    circulair = hoofd.van_factor("robuustheid_circulariteit_oordeel", factor)
    return gevonden | {
        ZONDER_DIMENSIE: _rij(circulair, "_zonder"),
        SPECIFICATIECURVE: _curve(hoofd, factor),
        BINNEN: _binnen(hoofd, factor),
        MNAR: _verschoven(hoofd, factor),
        MEETFOUT: _zonder_meetfout(hoofd, factor),
        WEGGELATEN: _met_weggelaten(hoofd, factor),
        RUIMTE: _ruimtelijk(hoofd, factor),
        RUIS: _naast_ruis(hoofd, factor, gevonden.get(primair)),
    }
