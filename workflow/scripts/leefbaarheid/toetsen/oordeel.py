"""What changed the answer: one table factor x check, and a verdict word from a stated rule.

Checks that share the point estimate by construction say how precise it is, and nothing about the
estimate itself; counting each of them would let one answer be heard seven times. So the rule counts
votes (`basis.oordeel.STEM_VAN`): one about precision, and one per way of getting another estimate.
A vote speaks for what all of its checks say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from leefbaarheid.basis.oordeel import (
    AANDEEL_GEVOELIG,
    AANDEEL_ROBUUST,
    LOO,
    STEM_VAN,
    Oordeel,
)
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.toetsen.ontwerpen import ALFA
from leefbaarheid.toetsen.oordeelbronnen import (
    MATEN,
    Gevonden,
    Hoofdregressie,
    Tabellen,
    binnen_tussen,
    correctie,
    verzamel,
)

KOLOMMEN = [
    *("factor", "label", "controle", "stem", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "p"),
    *("telt_mee", "zelfde_teken", "sluit_nul_uit", "reden"),
]
KOLOMMEN_EIND = [
    *("factor", "label", "primair", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "p", "p_aangepast"),
    *("correctie", "houdt_stand", "mde_sd", "coef_sd_binnen", "p_binnen"),
    *("coef_sd_tussen", "p_verschil", "n_stemmen", "n_zelfde_teken", "n_met_toets"),
    *("n_sluit_nul_uit", "oordeel", "waarom"),
]


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

    A check counts when it has an estimate with a p-value or an interval (leaving out one gemeente
    at a time has a range of estimates: it counts for the sign only). The verdict rule is in
    `basis.oordeel`.

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
        gevonden = verzamel(hoofd, factor, primair)
        leidend = gevonden.get(primair)
        vast = {"factor": factor, "label": labels[factor]}
        tabel = pd.DataFrame(
            [
                vast
                | {"controle": naam, "stem": stem.value}
                | _weeg_controle(naam, gevonden.get(naam), leidend)
                for naam, stem in STEM_VAN.items()
                if naam != hoofdmodel
            ]
        )
        delen.append(tabel)
        rij = vast | {"primair": primair, "mde_sd": _aantoonbaar(hoofd, factor)}
        rij |= {maat: (leidend or {}).get(maat) for maat in MATEN}
        rij |= _gecorrigeerd(hoofd, factor) | _binnen_en_tussen(hoofd, factor)
        eind.append(rij | _eindoordeel(stemmen(tabel[tabel["controle"] != primair]), rij))
    return (
        pd.concat(delen, ignore_index=True).reindex(columns=KOLOMMEN),
        pd.DataFrame(eind).reindex(columns=KOLOMMEN_EIND),
    )


def _aantoonbaar(hoofd: Hoofdregressie, factor: str) -> float:
    """Return the minimal detectable association per standard deviation; NaN where there is none."""
    deel = hoofd.van_factor("robuustheid_aantoonbaar", factor)
    return float("nan") if deel.empty else float(deel["mde_sd"].iloc[0])


def _gecorrigeerd(hoofd: Hoofdregressie, factor: str) -> dict[str, Any]:
    """Return p after the correction of its family, and whether the factor holds with it."""
    rij = correctie(hoofd, factor)
    if rij is None or pd.isna(rij["p_aangepast"]):
        return {"p_aangepast": None, "correctie": None, "houdt_stand": None}
    return {
        "p_aangepast": rij["p_aangepast"],
        "correctie": rij["methode"],
        "houdt_stand": bool(rij["verworpen"]),
    }


def _binnen_en_tussen(hoofd: Hoofdregressie, factor: str) -> dict[str, Any]:
    """Return the association within gemeenten, and the test of its difference with between."""
    rij = binnen_tussen(hoofd, factor)
    namen = ("coef_sd_binnen", "p_binnen", "coef_sd_tussen", "p_verschil")
    return {naam: None if rij is None else rij[naam] for naam in namen}


# ---------------------------------------------------------------------------------------------
# Checks and votes


def _weeg_controle(controle: str, rij: Gevonden, leidend: Gevonden) -> dict[str, Any]:
    """Return one check of one factor, against the leading estimate."""
    leeg = {"telt_mee": False, "zelfde_teken": None, "sluit_nul_uit": None}
    if rij is None or leidend is None or pd.isna(leidend["coef_sd"]):
        return {**leeg, "reden": ToetsReden.NIET_GEDAAN.met()}
    uit = {maat: rij.get(maat) for maat in MATEN}
    reden = None if pd.isna(rij.get("reden")) else rij.get("reden") or None
    interval = (uit["ci_sd_laag"], uit["ci_sd_hoog"])
    heeft_interval = not any(pd.isna(grens) for grens in interval)
    # without one gemeente at a time there is a range and no test
    bruikbaar = heeft_interval if controle == LOO else heeft_interval or not pd.isna(uit["p"])
    if pd.isna(uit["coef_sd"]) or not bruikbaar or rij.get("telt_niet"):
        return {**uit, **leeg, "reden": reden or ToetsReden.NIET_TE_SCHATTEN.met()}
    positief = float(leidend["coef_sd"]) > 0
    if controle == LOO:
        zelfde = all((float(grens) > 0) == positief for grens in interval)
        return {**uit, "telt_mee": True, "zelfde_teken": zelfde, "sluit_nul_uit": None}
    return {
        **uit,
        "telt_mee": True,
        "zelfde_teken": (float(uit["coef_sd"]) > 0) == positief,
        "sluit_nul_uit": _sluit_nul_uit(uit),
        "reden": reden,
    }


def _sluit_nul_uit(uit: Mapping[str, Any]) -> bool:
    """Tell whether an estimate is clear, by its p-value or else by its interval."""
    if not pd.isna(uit["p"]):
        return bool(float(uit["p"]) < ALFA)
    return float(uit["ci_sd_laag"]) > 0 or float(uit["ci_sd_hoog"]) < 0


def stemmen(controles: pd.DataFrame) -> pd.DataFrame:
    """Return the votes of the checks that count: `zelfde_teken`, `sluit_nul_uit` by `stem`.

    A vote says what all of its checks say; `sluit_nul_uit` is missing where none has a test.
    """
    uit = {}
    for stem, deel in controles[controles["telt_mee"]].groupby("stem", sort=False):
        toetsen = deel["sluit_nul_uit"].dropna()
        uit[stem] = {
            "zelfde_teken": bool(deel["zelfde_teken"].eq(True).all()),
            "sluit_nul_uit": bool(toetsen.eq(True).all()) if len(toetsen) else None,
        }
    return pd.DataFrame.from_dict(uit, orient="index", columns=["zelfde_teken", "sluit_nul_uit"])


# ---------------------------------------------------------------------------------------------
# The verdict


def _eindoordeel(stem: pd.DataFrame, rij: Mapping[str, Any]) -> dict[str, Any]:
    """Return the counts, the verdict word and why.

    Args:
        stem: the votes of the checks besides the leading one.
        rij: the leading estimate, the correction, and within and between gemeenten.
    """
    met_toets = stem[stem["sluit_nul_uit"].notna()]
    telling = {
        "n_stemmen": len(stem),
        "n_zelfde_teken": int(stem["zelfde_teken"].eq(True).sum()),
        "n_met_toets": len(met_toets),
        "n_sluit_nul_uit": int(met_toets["sluit_nul_uit"].eq(True).sum()),
    }
    if rij["p"] is None or pd.isna(rij["p"]):
        waarom = ToetsReden.GEEN_HOOFDSCHATTING.met()
        return {**telling, "oordeel": Oordeel.NIET_TE_TOETSEN.value, "waarom": waarom}
    wel = met_toets[met_toets["sluit_nul_uit"].eq(True)]
    if float(rij["p"]) < ALFA:
        oordeel, waarom = _aantoonbare_samenhang(stem, met_toets, rij, telling)
    elif len(met_toets) and len(wel) / len(met_toets) >= AANDEEL_GEVOELIG:
        oordeel, waarom = Oordeel.GEVOELIG, _bij(ToetsReden.ALLEEN_AANTOONBAAR_BIJ, wel)
    else:
        oordeel, waarom = Oordeel.ONZEKER, ToetsReden.GETELD.met(**telling)
    return {**telling, "oordeel": oordeel.value, "waarom": waarom}


def _aantoonbare_samenhang(
    stem: pd.DataFrame,
    met_toets: pd.DataFrame,
    rij: Mapping[str, Any],
    telling: Mapping[str, int],
) -> tuple[Oordeel, str]:
    """Return the verdict on an association that the leading estimator finds.

    Args:
        stem: the votes.
        met_toets: those of them with a test.
        rij: see `_eindoordeel`.
        telling: their counts.
    """
    if rij["houdt_stand"] is False:
        return Oordeel.GEVOELIG, ToetsReden.NIET_NA_CORRECTIE.met(methode=rij["correctie"])
    if _vooral_tussen(rij):
        return Oordeel.GEVOELIG, ToetsReden.VOORAL_TUSSEN_GEMEENTEN.met()
    anders = stem[~stem["zelfde_teken"].eq(True)]
    zwak = met_toets[~met_toets["sluit_nul_uit"].eq(True)]
    aandeel = telling["n_sluit_nul_uit"] / len(met_toets) if len(met_toets) else 0.0
    if anders.empty and aandeel >= AANDEEL_ROBUUST:
        # a robust association still has its exceptions; the reader is told which
        waarom = ToetsReden.GETELD_BEHALVE if len(zwak) else ToetsReden.GETELD
        behalve = {"stemmen": _lijst(zwak)} if len(zwak) else {}
        return Oordeel.ROBUUST, waarom.met(**telling, **behalve)
    if len(anders):
        return Oordeel.GEVOELIG, _bij(ToetsReden.ANDERE_RICHTING_BIJ, anders)
    return Oordeel.GEVOELIG, _bij(ToetsReden.NIET_AANTOONBAAR_BIJ, zwak)


def _vooral_tussen(rij: Mapping[str, Any]) -> bool:
    """Tell whether an association is tested to be smaller within gemeenten than between them."""
    delen = [rij[naam] for naam in ("coef_sd_binnen", "coef_sd_tussen", "p_verschil")]
    if any(deel is None or pd.isna(deel) for deel in delen):
        return False
    binnen, tussen, p = (float(deel) for deel in delen)
    kleiner = binnen < tussen if float(rij["coef_sd"]) > 0 else binnen > tussen
    return p < ALFA and kleiner


def _bij(reden: ToetsReden, stem: pd.DataFrame) -> str:
    """Return a reason that names votes."""
    return reden.met(stemmen=_lijst(stem))


def _lijst(stem: pd.DataFrame) -> str:
    return ",".join(stem.index)
