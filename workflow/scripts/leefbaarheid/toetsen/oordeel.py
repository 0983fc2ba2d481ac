"""What changed the answer: one table factor x check, and a verdict word from a stated rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from leefbaarheid.basis.begrippen import IN_AANMERKING, SELECTIE
from leefbaarheid.basis.oordeel import (
    AANDEEL_GEVOELIG,
    AANDEEL_OVER,
    AANDEEL_ROBUUST,
    CONTROLES,
    HOLM,
    LOO,
    SCHATTERS,
    SPECIFICATIECURVE,
    WCR,
    ZONDER_DIMENSIE,
    Oordeel,
)
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import (
    HOOFDVENSTER,
    IMPUTATIE,
    KNN,
    MEDIAAN,
    PRIMAIR,
    Rekenwijze,
    Schatstatus,
)
from leefbaarheid.toetsen.ontwerpen import ALFA

KOLOMMEN = [
    *("factor", "label", "controle", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "p"),
    *("telt_mee", "zelfde_teken", "sluit_nul_uit", "reden"),
]
KOLOMMEN_EIND = [
    *("factor", "label", "primair", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "p", "p_holm"),
    *("mde_sd", "n_controles", "n_zelfde_teken", "n_sluit_nul_uit", "oordeel", "waarom"),
]
_MATEN = ("coef_sd", "ci_sd_laag", "ci_sd_hoog", "p")

Tabellen = Mapping[str, pd.DataFrame]
Gevonden = Mapping[str, Any] | None
"""Estimate, interval, p and reason of one check; None where the check has no row."""


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
    return {maat: rij.get(f"{maat}{achter}") for maat in _MATEN} | {"reden": rij.get("reden")}


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


def _holm(hoofd: Hoofdregressie, factor: str, wcr: Gevonden) -> Gevonden:
    """The p-value after the correction for the number of primary tests."""
    deel = hoofd.van_factor("robuustheid_toetsen", factor)
    if deel.empty or wcr is None:
        return None
    primair = deel[deel["familie"] == PRIMAIR]
    if primair.empty:
        return None
    rij = primair.iloc[0]
    return {"coef_sd": wcr["coef_sd"], "p": rij["p_aangepast"], "reden": rij["reden"]}


def _afhankelijkheid(hoofd: Hoofdregressie, factor: str) -> dict[str, Gevonden]:
    """The answers to dependence between wijken; a fit that failed has no test."""
    deel = hoofd.van_factor("robuustheid_afhankelijkheid", factor)
    if deel.empty:
        return {}
    per_variant = {v: deel[deel["variant"] == v] for v in deel["variant"]}
    gevonden: dict[str, Gevonden] = {
        variant: _rij(per_variant.get(variant, deel.iloc[:0]))
        for variant in (Rekenwijze.GEMEENTE_FE, Rekenwijze.RANDOM_INTERCEPT, Rekenwijze.CONLEY)
    }
    if niveau := gevonden[Rekenwijze.RANDOM_INTERCEPT]:
        status = per_variant[Rekenwijze.RANDOM_INTERCEPT]["status"].iloc[0]
        if status != Schatstatus.GESCHAT:
            reden = ToetsReden.MODEL_IS.met(status=status)
            gevonden[Rekenwijze.RANDOM_INTERCEPT] = {**niveau, "p": None, "reden": reden}
    if (conley := gevonden[Rekenwijze.CONLEY]) and not _is_ruimtelijk(hoofd):
        reden = ToetsReden.GEEN_RUIMTELIJKE_SAMENHANG.met()
        gevonden[Rekenwijze.CONLEY] = {**conley, "p": None, "reden": reden}
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


def verzamel(hoofd: Hoofdregressie, factor: str) -> dict[str, Gevonden]:
    """Return per check the estimate of one factor in the main regression; None where there is none.

    A check that is off, or was not made, is not among them.
    """
    gevonden = _schatters(hoofd, factor)
    gevonden[HOLM] = _holm(hoofd, factor, gevonden.get(WCR))
    ruimer = hoofd.van_factor("robuustheid_clusters", factor, IN_AANMERKING)
    gevonden[IN_AANMERKING] = _rij(ruimer)
    gevonden |= _afhankelijkheid(hoofd, factor)
    for soort, naam in (("model", "regressie"), ("variant", "robuustheid_varianten")):
        deel = hoofd.van_factor(naam, factor)
        if not deel.empty:
            gevonden |= {str(welke): _rij(deel[deel[soort] == welke]) for welke in deel[soort]}
    circulair = hoofd.van_factor("robuustheid_circulariteit_oordeel", factor)
    gevonden[ZONDER_DIMENSIE] = _rij(circulair, "_zonder")
    ingevuld = hoofd.van_factor("robuustheid_imputatie", factor)
    if not ingevuld.empty:
        gevonden[IMPUTATIE] = _rij(ingevuld[ingevuld["schatting"] == IMPUTATIE])
    gevonden[SPECIFICATIECURVE] = _curve(hoofd, factor)
    return gevonden


# ---------------------------------------------------------------------------------------------
# The verdict


def weeg(
    tabellen: Tabellen,
    *,
    factoren: Sequence[str],
    labels: Mapping[str, str],
    primair: str,
    hoofdvenster: Sequence[int],
    hoofdmodel: str,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the table factor x check, and the verdict per factor.

    A check counts when it has an estimate and a p-value (leaving out one gemeente at a time has no
    p-value: it counts for the sign only). The verdict rule is in `basis.oordeel`.

    Args:
        tabellen: see `Hoofdregressie`; a check that is off simply does not count.
        factoren: factors in the order of the config.
        labels: factor -> label.
        primair: the leading estimator (crv1, crv3 or wcr).
        hoofdvenster, hoofdmodel: the main regression.

    Returns:
        `KOLOMMEN`: one row per factor and check; `KOLOMMEN_EIND`: one row per factor.
    """
    van, tot = hoofdvenster
    hoofd = Hoofdregressie(tabellen, van, tot, hoofdmodel)
    delen, eind = [], []
    for factor in factoren:
        gevonden = verzamel(hoofd, factor)
        leidend = gevonden.get(primair)
        vast = {"factor": factor, "label": labels[factor]}
        tabel = pd.DataFrame(
            [
                vast | {"controle": naam} | _weeg_controle(naam, gevonden.get(naam), leidend)
                for naam in CONTROLES
                if naam != hoofdmodel
            ]
        )
        delen.append(tabel)
        eind.append(
            vast
            | {"primair": primair, "mde_sd": _aantoonbaar(hoofd, factor)}
            | {maat: (leidend or {}).get(maat) for maat in _MATEN}
            | {"p_holm": (gevonden.get(HOLM) or {}).get("p")}
            | _eindoordeel(tabel[tabel["controle"] != primair], leidend)
        )
    return (
        pd.concat(delen, ignore_index=True).reindex(columns=KOLOMMEN),
        pd.DataFrame(eind).reindex(columns=KOLOMMEN_EIND),
    )


def _aantoonbaar(hoofd: Hoofdregressie, factor: str) -> float:
    """Return the minimal detectable association per standard deviation; NaN where there is none."""
    deel = hoofd.van_factor("robuustheid_aantoonbaar", factor)
    return float("nan") if deel.empty else float(deel["mde_sd"].iloc[0])


def _weeg_controle(controle: str, rij: Gevonden, leidend: Gevonden) -> dict[str, Any]:
    """Return one check of one factor, against the leading estimate."""
    leeg = {"telt_mee": False, "zelfde_teken": None, "sluit_nul_uit": None}
    if rij is None or leidend is None or pd.isna(leidend["coef_sd"]):
        return {**leeg, "reden": ToetsReden.NIET_GEDAAN.met()}
    uit = {maat: rij.get(maat) for maat in _MATEN}
    reden = None if pd.isna(rij.get("reden")) else rij.get("reden") or None
    # without one gemeente at a time there is a range and no test
    nodig = ("ci_sd_laag", "ci_sd_hoog") if controle == LOO else ("coef_sd", "p")
    if pd.isna(uit["coef_sd"]) or any(pd.isna(uit[maat]) for maat in nodig):
        return {**uit, **leeg, "reden": reden or ToetsReden.NIET_TE_SCHATTEN.met()}
    positief = float(leidend["coef_sd"]) > 0
    if controle == LOO:
        zelfde = all((float(uit[grens]) > 0) == positief for grens in nodig)
        return {**uit, "telt_mee": True, "zelfde_teken": zelfde, "sluit_nul_uit": None}
    return {
        **uit,
        "telt_mee": True,
        "zelfde_teken": (float(uit["coef_sd"]) > 0) == positief,
        "sluit_nul_uit": float(uit["p"]) < ALFA,
        "reden": reden,
    }


def _eindoordeel(controles: pd.DataFrame, leidend: Gevonden) -> dict[str, Any]:
    """Return the counts, the verdict word and why, from the checks besides the leading one."""
    mee = controles[controles["telt_mee"]]
    met_p = mee[mee["sluit_nul_uit"].notna()]
    telling = {
        "n_controles": len(mee),
        "n_zelfde_teken": int(mee["zelfde_teken"].eq(True).sum()),
        "n_sluit_nul_uit": int(met_p["sluit_nul_uit"].eq(True).sum()),
    }
    if leidend is None or pd.isna(leidend["p"]):
        waarom = ToetsReden.GEEN_HOOFDSCHATTING.met()
        return {**telling, "oordeel": Oordeel.NIET_TE_TOETSEN.value, "waarom": waarom}
    geteld = {**telling, "n_met_toets": len(met_p)}
    if float(leidend["p"]) < ALFA:
        oordeel, waarom = _aantoonbare_samenhang(mee, met_p, float(leidend["coef_sd"]), geteld)
    elif len(met_p) and telling["n_sluit_nul_uit"] / len(met_p) >= AANDEEL_GEVOELIG:
        oordeel = Oordeel.GEVOELIG
        waarom = _bij(ToetsReden.ALLEEN_AANTOONBAAR_BIJ, met_p[met_p["sluit_nul_uit"].eq(True)])
    else:
        oordeel, waarom = Oordeel.ONZEKER, ToetsReden.GETELD.met(**geteld)
    return {**telling, "oordeel": oordeel.value, "waarom": waarom}


def _aantoonbare_samenhang(
    mee: pd.DataFrame, met_p: pd.DataFrame, leidend: float, geteld: Mapping[str, int]
) -> tuple[Oordeel, str]:
    """Return the verdict on an association that the leading estimator finds.

    Args:
        mee: the checks that count.
        met_p: those of them with a test.
        leidend: the leading estimate.
        geteld: their counts.
    """
    zwak = met_p[met_p["sluit_nul_uit"].eq(False)]
    anders = mee[mee["zelfde_teken"].eq(False)]
    over = mee["coef_sd"].astype(float) / leidend
    krimpt = mee[over.between(0, AANDEEL_OVER, inclusive="left")]
    alle_gelijk = geteld["n_zelfde_teken"] == geteld["n_controles"]
    aandeel = geteld["n_sluit_nul_uit"] / len(met_p) if len(met_p) else 0.0
    if len(krimpt) and alle_gelijk:
        return Oordeel.GEVOELIG, _bij(ToetsReden.VERDWIJNT_BIJ, krimpt)
    if alle_gelijk and aandeel >= AANDEEL_ROBUUST:
        # a robust association still has its exceptions; the reader is told which
        waarom = ToetsReden.GETELD_BEHALVE if len(zwak) else ToetsReden.GETELD
        behalve = {"controles": _lijst(zwak)} if len(zwak) else {}
        return Oordeel.ROBUUST, waarom.met(**geteld, **behalve)
    if len(anders):
        return Oordeel.GEVOELIG, _bij(ToetsReden.ANDERE_RICHTING_BIJ, anders)
    return Oordeel.GEVOELIG, _bij(ToetsReden.NIET_AANTOONBAAR_BIJ, zwak)


def _bij(reden: ToetsReden, controles: pd.DataFrame) -> str:
    """Return a reason that names checks."""
    return reden.met(controles=_lijst(controles))


def _lijst(controles: pd.DataFrame) -> str:
    return ",".join(controles["controle"])
