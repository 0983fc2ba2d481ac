"""What several checks do with the design of a regression and with its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from leefbaarheid.analyse.ontwerp import STEEKPROEVEN, Ontwerp
from leefbaarheid.analyse.schatter import ALFA as ALFA
from leefbaarheid.basis.redenen.toetsen import ToetsReden

KENMERKEN = ["uitkomst", "van", "tot", "model", "steekproef"]
"""The columns that say which regression a row is about."""


def kenmerken(ontwerp: Ontwerp) -> dict[str, Any]:
    """Return the values of `KENMERKEN` of a design."""
    return {kenmerk: getattr(ontwerp, kenmerk) for kenmerk in KENMERKEN}


def naar_gemeente(schatter: str) -> str:
    """Return what tables call standard errors by gemeente of an estimator: "CRV3 naar gemeente"."""
    return f"{schatter.upper()} naar gemeente"


def beperk(ontwerp: Ontwerp, houd: Any) -> Ontwerp:
    """Return the design for some of its wijken.

    Args:
        ontwerp: the design.
        houd: labels (wk_code) or a boolean mask of the wijken to keep.
    """
    delen = {naam: getattr(ontwerp, naam).loc[houd] for naam in ("y", "X", "gemeente", "gm_naam")}
    return replace(ontwerp, **delen)


def met_effect_per_sd(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return a table with coef_sd, ci_sd_laag and ci_sd_hoog: per standard deviation.

    Args:
        tabel: coef, ci_laag, ci_hoog (score points per unit) and sd_factor (units).
    """
    per_sd = {
        doel: tabel[bron].astype(float) * tabel["sd_factor"]
        for bron, doel in (
            ("coef", "coef_sd"),
            ("ci_laag", "ci_sd_laag"),
            ("ci_hoog", "ci_sd_hoog"),
        )
    }
    return tabel.assign(**per_sd)


def niet_toetsbare_factoren(
    tabel: pd.DataFrame, factoren: Sequence[str], steekproef: str
) -> dict[str, str]:
    """Return the factors that cannot be estimated in a sample, with the reason code.

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
    redenen = dict.fromkeys(leeg, ToetsReden.FACTOR_LEEG.met())
    redenen |= dict.fromkeys(vast, ToetsReden.FACTOR_VAST.met())
    return {f: redenen[f] for f in factoren if f in redenen}
