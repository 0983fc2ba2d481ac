"""What several checks do with the design of a regression and with its table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from leefbaarheid.analyse.ontwerp import Ontwerp

ALFA = 0.05
"""Level of every test that is not corrected for their number."""
KENMERKEN = ["uitkomst", "van", "tot", "model", "steekproef"]
"""The columns that say which regression a row is about."""


def kenmerken(ontwerp: Ontwerp) -> dict[str, Any]:
    """Return the values of `KENMERKEN` of a design."""
    return {kenmerk: getattr(ontwerp, kenmerk) for kenmerk in KENMERKEN}


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
