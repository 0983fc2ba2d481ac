"""Which scores were revised, and which codes of wijken came and went."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.verandering import VeranderReden
from leefbaarheid.basis.tabelwaarden import Verandering
from leefbaarheid.verandering.stand import Stand

GELIJK_TOT = 1e-9
"""Score points; a smaller difference is how a number was written down."""

SCORES = ["jaar", "n_oud", "n_nieuw", "n_beide", "n_herzien", "gemiddelde_herziening"]
SCORES += ["gemiddelde_absoluut", "grootste_absoluut", "wk_code", "wk_naam", "reden"]
WIJKEN = ["wk_code", "wk_naam_oud", "wk_naam_nieuw", "gm_naam", "verandering", "in_selectie"]
WIJKEN += ["n_jaren", "jaar", "score_oud", "score_nieuw", "herziening"]


def breed(wijken: pd.DataFrame) -> pd.DataFrame:
    """Return the scores by code, one column per year (int)."""
    kolommen = [naam for naam in wijken if str(naam).startswith("lbm_")]
    return wijken[kolommen].rename(columns=lambda naam: int(str(naam).removeprefix("lbm_")))


def herziening(oud: pd.DataFrame, nieuw: pd.DataFrame) -> pd.DataFrame:
    """Return new minus old score per wijk and year that both editions have; NaN where one lacks it.

    Args:
        oud, nieuw: the wijken by code, with `lbm_<jaar>`.

    Returns:
        One row per code and one column per year in both, in score points.
    """
    voor, na = breed(oud), breed(nieuw)
    codes, jaren = voor.index.intersection(na.index), voor.columns.intersection(na.columns)
    verschil = na.loc[codes, jaren] - voor.loc[codes, jaren]
    return verschil.sort_index().sort_index(axis=1)


def vergelijk_scores(oud: Stand, nieuw: Stand) -> pd.DataFrame:
    """Return the table `verandering_scores`: one row per year of either edition."""
    wijken = oud.wijken(), nieuw.wijken()
    if wijken[0] is None or wijken[1] is None:
        return pd.DataFrame(columns=SCORES)
    voor, na = breed(wijken[0]), breed(wijken[1])
    verschil = herziening(wijken[0], wijken[1])
    rijen = []
    for jaar in sorted({*voor.columns, *na.columns}):
        rij: dict[str, Any] = {
            "jaar": jaar,
            "n_oud": int(voor[jaar].notna().sum()) if jaar in voor else 0,
            "n_nieuw": int(na[jaar].notna().sum()) if jaar in na else 0,
        }
        if jaar in verschil:
            rij |= _omvang(verschil[jaar].dropna(), wijken[1]["wk_naam"])
        else:
            alleen = VeranderReden.ALLEEN_OUD if jaar in voor else VeranderReden.ALLEEN_NIEUW
            rij["reden"] = alleen.met()
        rijen.append(rij)
    return pd.DataFrame(rijen, columns=SCORES)


def _omvang(verschil: pd.Series, namen: pd.Series) -> dict[str, Any]:
    """Describe the revisions of one year; the largest one is named where there is any."""
    absoluut = verschil.abs()
    herzien = absoluut > GELIJK_TOT
    uit: dict[str, Any] = {"n_beide": len(verschil), "n_herzien": int(herzien.sum())}
    if verschil.empty:
        return uit | {"reden": VeranderReden.GEEN_GEDEELDE_WIJKEN.met()}
    uit |= {
        "gemiddelde_herziening": verschil.mean(),
        "gemiddelde_absoluut": absoluut.mean(),
        "grootste_absoluut": absoluut.max(),
    }
    if herzien.any():
        code = str(absoluut.idxmax())
        uit |= {"wk_code": code, "wk_naam": namen[code]}
    return uit


def vergelijk_scorewijken(oud: Stand, nieuw: Stand) -> pd.DataFrame:
    """Return the table `verandering_scorewijken`: what was revised per wijk, and other codes."""
    voor, na = oud.wijken(), nieuw.wijken()
    if voor is None or na is None:
        return pd.DataFrame(columns=WIJKEN)
    gekozen = {*voor.index[voor["in_selectie"]], *na.index[na["in_selectie"]]}
    delen = [_herziene(voor, na), _andere_codes(voor, na), _andere_codes(na, voor, nieuw=True)]
    samen = pd.concat([deel for deel in delen if len(deel)] or delen[:1])
    samen["in_selectie"] = samen["wk_code"].isin(gekozen)
    return samen.reindex(columns=WIJKEN).sort_values("wk_code", ignore_index=True)


def _herziene(voor: pd.DataFrame, na: pd.DataFrame) -> pd.DataFrame:
    """Return the wijken with a revised score, each with its largest revision."""
    verschil = herziening(voor, na)
    absoluut = verschil.abs()
    herzien = absoluut > GELIJK_TOT
    met = herzien.any(axis=1)
    absoluut, verschil = absoluut[met], verschil[met]
    if verschil.empty:
        return pd.DataFrame(columns=WIJKEN)
    plek = np.nanargmax(absoluut.to_numpy(), axis=1)
    jaren, rij = verschil.columns.to_numpy()[plek], np.arange(len(verschil))
    codes = verschil.index
    scores = [breed(t).loc[codes, verschil.columns].to_numpy()[rij, plek] for t in (voor, na)]
    return pd.DataFrame(
        {
            "wk_code": codes,
            "wk_naam_oud": voor.loc[codes, "wk_naam"].to_numpy(),
            "wk_naam_nieuw": na.loc[codes, "wk_naam"].to_numpy(),
            "gm_naam": na.loc[codes, "gm_naam"].to_numpy(),
            "verandering": Verandering.GEWIJZIGD.value,
            "n_jaren": herzien[met].sum(axis=1).to_numpy(),
            "jaar": jaren,
            "score_oud": scores[0],
            "score_nieuw": scores[1],
            "herziening": verschil.to_numpy()[rij, plek],
        }
    )


def _andere_codes(van: pd.DataFrame, tegen: pd.DataFrame, nieuw: bool = False) -> pd.DataFrame:
    """Return the codes that only the first has."""
    alleen = van.loc[van.index.difference(tegen.index)]
    return pd.DataFrame(
        {
            "wk_code": alleen.index,
            f"wk_naam_{'nieuw' if nieuw else 'oud'}": alleen["wk_naam"].to_numpy(),
            "gm_naam": alleen["gm_naam"].to_numpy(),
            "verandering": (Verandering.ERBIJ if nieuw else Verandering.VERDWENEN).value,
            "n_jaren": 0,
        }
    )
