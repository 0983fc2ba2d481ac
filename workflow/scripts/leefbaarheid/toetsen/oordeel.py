"""What changed the answer: one table factor x check, and a verdict word from a stated rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from leefbaarheid.basis import taal

ALFA = 0.05
# AANNAME: een samenhang heet robuust als de leidende schatter nul uitsluit, alle controles dezelfde
#   richting geven, ten minste driekwart van de controles nul uitsluit, en de schatting in geen
#   controle krimpt tot minder dan een kwart.
AANDEEL_ROBUUST = 0.75
AANDEEL_OVER = 0.25
# AANNAME: een samenhang heet gevoelig als de leidende schatter nul uitsluit zonder dat zij robuust
#   is, of als ten minste een kwart van de controles nul uitsluit terwijl de leidende dat niet doet.
AANDEEL_GEVOELIG = 0.25
OORDELEN = ("robuust", "gevoelig", "onzeker", "niet te toetsen")

KOLOMMEN = [
    *("factor", "label", "controle", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "p"),
    *("telt_mee", "zelfde_teken", "sluit_nul_uit", "reden"),
]
KOLOMMEN_EIND = [
    *("factor", "label", "primair", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "p", "p_holm"),
    *("mde_sd", "n_controles", "n_zelfde_teken", "n_sluit_nul_uit", "oordeel", "waarom"),
]
CONTROLES = {
    "crv1": "standaardfout naar gemeente (CRV1)",
    "crv3": "jackknife over gemeenten (CRV3)",
    "wcr": "wild cluster bootstrap",
    "holm": "correctie voor meer toetsen (Holm)",
    "loo": "steeds één gemeente weglaten",
    "gemeente_fe": "alleen verschillen binnen gemeenten",
    "random_intercept": "niveau per gemeente als toeval",
    "conley": "samenhang tussen nabije wijken (Conley)",
    "verandering": "modelvorm verandering",
    "ancova": "modelvorm eindscore gegeven beginscore",
    "basismeting": "modelvorm met basismeting",
    "zonder_dimensie": "score zonder de gevoede dimensie",
    "hc3": "standaardfout per wijk (HC3)",
    "huber": "schatter die uitschieters dempt (Huber)",
    "gewogen": "gewogen naar inwoners",
    "zonder_invloedrijk": "zonder de invloedrijkste wijken",
    "imputatie": "ontbrekende waarden ingevuld",
    "in_aanmerking": "alle wijken die in aanmerking kwamen",
    "specificatiecurve": "midden van de specificatiecurve",
}
"""The checks that are weighed, in the order of the table, as the report calls them."""

_MATEN = ("coef_sd", "ci_sd_laag", "ci_sd_hoog", "p")

Tabellen = Mapping[str, pd.DataFrame]


def _aan(tabellen: Tabellen, naam: str) -> pd.DataFrame | None:
    """Return a table, or None when its check is off or was not made."""
    tabel = tabellen.get(naam)
    return None if tabel is None or ("uitkomst" not in tabel and "van" not in tabel) else tabel


def _rij(deel: pd.DataFrame, achter: str = "") -> dict[str, object] | None:
    """Return estimate, interval, p and reason of the only row of `deel`; None without a row."""
    if deel.empty:
        return None
    rij = deel.iloc[0]
    uit = {maat: rij.get(f"{maat}{achter}") for maat in _MATEN}
    return {**uit, "reden": rij.get("reden")}


def _uit_clusters(tabel: pd.DataFrame, factor: str) -> dict[str, dict[str, object] | None]:
    deel = tabel[tabel["term"] == factor]
    if deel.empty:
        return {}
    rij = deel.iloc[0]
    uit: dict[str, dict[str, object] | None] = {}
    for schatter in ("crv1", "crv3", "wcr"):
        uit[schatter] = {
            "coef_sd": rij["coef_sd"],
            "ci_sd_laag": rij[f"{schatter}_ci_laag"] * rij["sd_factor"],
            "ci_sd_hoog": rij[f"{schatter}_ci_hoog"] * rij["sd_factor"],
            "p": rij[f"{schatter}_p"],
            "reden": rij["reden"],
        }
    uit["loo"] = {
        "coef_sd": rij["coef_sd"],
        "ci_sd_laag": rij["loo_min"] * rij["sd_factor"],
        "ci_sd_hoog": rij["loo_max"] * rij["sd_factor"],
        "p": None,
        "reden": rij["reden"],
    }
    return uit


def verzamel(
    tabellen: Tabellen,
    *,
    factor: str,
    hoofdvenster: Sequence[int],
    hoofdmodel: str,
) -> dict[str, dict[str, object] | None]:
    """Return per check the estimate of one factor in the main regression; None where there is none.

    Args:
        tabellen: the tables of the checks by name, as the rules write them, and `regressie`.
        factor: the factor.
        hoofdvenster, hoofdmodel: the main regression (sample: the selection).
    """
    uitkomst = f"{hoofdvenster[0]}-{hoofdvenster[1]}"
    gevonden: dict[str, dict[str, object] | None] = {}

    def hoofd(tabel: pd.DataFrame, steekproef: str = "selectie") -> pd.DataFrame:
        zelfde = (tabel["van"] == hoofdvenster[0]) & (tabel["tot"] == hoofdvenster[1])
        if "model" in tabel:
            zelfde &= tabel["model"] == hoofdmodel
        return tabel[zelfde & (tabel["steekproef"] == steekproef)]

    if (t := _aan(tabellen, "robuustheid_clusters")) is not None:
        gevonden |= _uit_clusters(hoofd(t), factor)
        deel = hoofd(t, "in_aanmerking")
        gevonden["in_aanmerking"] = _rij(deel[deel["term"] == factor])
    if (t := _aan(tabellen, "robuustheid_toetsen")) is not None:
        deel = t[(t["familie"] == "primair") & (t["term"] == factor)]
        if len(deel) and gevonden.get("wcr"):
            gevonden["holm"] = {"coef_sd": gevonden["wcr"]["coef_sd"]} | {
                "p": deel["p_aangepast"].iloc[0],
                "reden": deel["reden"].iloc[0],
            }
    if (t := _aan(tabellen, "robuustheid_afhankelijkheid")) is not None:
        deel = hoofd(t)
        deel = deel[deel["term"] == factor]
        moran = _aan(tabellen, "robuustheid_moran")
        ruimtelijk = moran is not None and bool(
            hoofd(moran).loc[lambda m: m["gewichten"] == "knn", "significant"].eq(True).any()
        )
        for variant in ("gemeente_fe", "random_intercept", "conley"):
            rij = _rij(deel[deel["variant"] == variant])
            status = deel.loc[deel["variant"] == variant, "status"]
            if rij and variant == "random_intercept" and not status.eq("geschat").all():
                rij = {**rij, "p": None, "reden": f"het model is {status.iloc[0]}"}
            if rij and variant == "conley" and not ruimtelijk:
                rij = {**rij, "p": None, "reden": "geen ruimtelijke samenhang in de resten"}
            gevonden[variant] = rij
    if (t := _aan(tabellen, "regressie")) is not None:
        deel = t[
            (t["uitkomst"] == uitkomst) & (t["steekproef"] == "selectie") & (t["term"] == factor)
        ]
        for model in ("verandering", "ancova", "basismeting"):
            if model != hoofdmodel:
                gevonden[model] = _rij(deel[deel["model"] == model])
    if (t := _aan(tabellen, "robuustheid_circulariteit_oordeel")) is not None:
        deel = hoofd(t)
        gevonden["zonder_dimensie"] = _rij(deel[deel["factor"] == factor], "_zonder")
    if (t := _aan(tabellen, "robuustheid_varianten")) is not None:
        deel = t[t["term"] == factor]
        for variant in ("hc3", "huber", "gewogen", "zonder_invloedrijk"):
            gevonden[variant] = _rij(deel[deel["variant"] == variant])
    if (t := _aan(tabellen, "robuustheid_imputatie")) is not None:
        deel = hoofd(t)
        gevonden["imputatie"] = _rij(
            deel[(deel["term"] == factor) & (deel["schatting"] == "imputatie")]
        )
    if (t := tabellen.get("robuustheid_specificatietoets")) is not None and "factor" in t:
        deel = t[
            (t["factor"] == factor)
            & (t["statistiek"] == "mediaan")
            & (t["vensters"] == "hoofdvenster")
        ]
        if len(deel):
            rij = deel.iloc[0]
            gevonden["specificatiecurve"] = {
                "coef_sd": rij["waargenomen"],
                "p": rij["p"],
                "reden": rij.get("reden"),
            }
    return gevonden


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
    p-value: it counts for the sign only). The verdict rule is in the constants of this module.

    Args:
        tabellen: see `verzamel`; a check that is off simply does not count.
        factoren: factors in the order of the config.
        labels: factor -> label.
        primair: the leading estimator (crv1, crv3 or wcr).
        hoofdvenster, hoofdmodel: the main regression.

    Returns:
        `KOLOMMEN`: one row per factor and check; `KOLOMMEN_EIND`: one row per factor.
    """
    rijen, eind = [], []
    mde = _aan(tabellen, "robuustheid_aantoonbaar")
    for factor in factoren:
        gevonden = verzamel(
            tabellen, factor=factor, hoofdvenster=hoofdvenster, hoofdmodel=hoofdmodel
        )
        leidend = gevonden.get(primair)
        eigen = []
        for controle, naam in CONTROLES.items():
            if controle == hoofdmodel:
                continue
            rij = {"factor": factor, "label": labels[factor], "controle": controle}
            eigen.append(rij | _weeg_controle(controle, gevonden.get(controle), leidend))
            eigen[-1]["naam"] = naam
        tabel = pd.DataFrame(eigen)
        rijen.append(tabel)
        aantoonbaar = float("nan")
        if mde is not None:
            deel = mde[
                (mde["van"] == hoofdvenster[0])
                & (mde["tot"] == hoofdvenster[1])
                & (mde["steekproef"] == "selectie")
                & (mde["term"] == factor)
            ]
            aantoonbaar = deel["mde_sd"].iloc[0] if len(deel) else float("nan")
        eind.append(
            {"factor": factor, "label": labels[factor], "primair": primair}
            | {maat: (leidend or {}).get(maat) for maat in _MATEN}
            | {"p_holm": (gevonden.get("holm") or {}).get("p"), "mde_sd": aantoonbaar}
            | _eindoordeel(tabel[tabel["controle"] != primair], leidend)
        )
    return (
        pd.concat(rijen, ignore_index=True).reindex(columns=[*KOLOMMEN[:3], "naam", *KOLOMMEN[3:]]),
        pd.DataFrame(eind).reindex(columns=KOLOMMEN_EIND),
    )


def _weeg_controle(
    controle: str, rij: Mapping[str, object] | None, leidend: Mapping[str, object] | None
) -> dict[str, object]:
    """Return one check of one factor, against the leading estimate."""
    leeg = {"telt_mee": False, "zelfde_teken": None, "sluit_nul_uit": None}
    if rij is None or leidend is None or pd.isna(leidend["coef_sd"]):
        return {**leeg, "reden": "niet gedaan of niet van toepassing"}
    uit = {maat: rij.get(maat) for maat in _MATEN}
    reden = rij.get("reden")
    reden = None if reden is None or pd.isna(reden) or not reden else str(reden)
    if pd.isna(rij.get("coef_sd")) or (controle != "loo" and pd.isna(rij.get("p"))):
        return {**uit, **leeg, "reden": reden or "niet te schatten"}
    teken = float(leidend["coef_sd"]) > 0
    if controle == "loo":
        grenzen = (uit["ci_sd_laag"], uit["ci_sd_hoog"])
        if any(pd.isna(grens) for grens in grenzen):
            return {**uit, **leeg, "reden": reden or "niet te schatten"}
        zelfde = all((float(grens) > 0) == teken for grens in grenzen)
        return {**uit, "telt_mee": True, "zelfde_teken": zelfde, "sluit_nul_uit": None}
    return {
        **uit,
        "telt_mee": True,
        "zelfde_teken": (float(uit["coef_sd"]) > 0) == teken,
        "sluit_nul_uit": float(uit["p"]) < ALFA,
        "reden": reden,
    }


def _eindoordeel(
    controles: pd.DataFrame, leidend: Mapping[str, object] | None
) -> dict[str, object]:
    """Return the counts, the verdict word and why, from the checks besides the leading one."""
    mee = controles[controles["telt_mee"]]
    met_p = mee[mee["sluit_nul_uit"].notna()]
    uit: dict[str, object] = {
        "n_controles": len(mee),
        "n_zelfde_teken": int(mee["zelfde_teken"].eq(True).sum()),
        "n_sluit_nul_uit": int(met_p["sluit_nul_uit"].eq(True).sum()),
    }
    if leidend is None or pd.isna(leidend["p"]):
        return {**uit, "oordeel": "niet te toetsen", "waarom": "geen schatting in het hoofdmodel"}
    aandeel = uit["n_sluit_nul_uit"] / len(met_p) if len(met_p) else 0.0
    alle_gelijk = uit["n_zelfde_teken"] == uit["n_controles"]
    if float(leidend["p"]) < ALFA:
        zwak = met_p[met_p["sluit_nul_uit"].eq(False)]["naam"].tolist()
        over = mee["coef_sd"].astype(float) / float(leidend["coef_sd"])
        krimpt = mee[over.between(0, AANDEEL_OVER, inclusive="left")]["naam"].tolist()
        if krimpt and alle_gelijk:
            waarom = f"de schatting verdwijnt vrijwel bij: {_som(krimpt)}"
            return {**uit, "oordeel": "gevoelig", "waarom": waarom}
        if alle_gelijk and aandeel >= AANDEEL_ROBUUST:
            waarom = _telling(uit, len(met_p))
            # a robust association still has its exceptions; the reader is told which
            waarom += f"; niet aantoonbaar bij: {_som(zwak)}" if zwak else ""
            return {**uit, "oordeel": "robuust", "waarom": waarom}
        anders = mee[mee["zelfde_teken"].eq(False)]["naam"].tolist()
        if anders:
            return {**uit, "oordeel": "gevoelig", "waarom": f"andere richting bij: {_som(anders)}"}
        return {**uit, "oordeel": "gevoelig", "waarom": f"niet aantoonbaar bij: {_som(zwak)}"}
    if aandeel >= AANDEEL_GEVOELIG:
        wel = met_p[met_p["sluit_nul_uit"].eq(True)]["naam"].tolist()
        return {**uit, "oordeel": "gevoelig", "waarom": f"alleen aantoonbaar bij: {_som(wel)}"}
    return {**uit, "oordeel": "onzeker", "waarom": _telling(uit, len(met_p))}


def _som(namen: Sequence[str], hoogstens: int = 3) -> str:
    rest = len(namen) - hoogstens
    if rest <= 0:
        return taal.opsomming(namen)
    return f"{', '.join(namen[:hoogstens])} en {taal.telwoord(rest)} meer"


def _telling(uit: Mapping[str, object], met_p: int) -> str:
    return (
        f"zelfde richting in {uit['n_zelfde_teken']} van {uit['n_controles']} controles, nul "
        f"uitgesloten in {uit['n_sluit_nul_uit']} van {met_p}"
    )
