"""Conditions on a wijk (`selectie.voorwaarden`): which of them she meets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

Voorwaarden = Mapping[str, Mapping[str, Any]]
"""Per column of the context table its `min` and `max`; at least one of them."""


def kolom_van(kenmerk: str) -> str:
    """Return the column of `bronwijken` and `wijken` with the values a condition looks at."""
    return f"voorwaarde_{kenmerk}"


def per_voorwaarde(wijken: pd.DataFrame, voorwaarden: Voorwaarden) -> pd.DataFrame:
    """Tell per wijk and condition whether she meets it; both bounds count as meeting it.

    Args:
        wijken: a column `voorwaarde_<kenmerk>` per condition.
        voorwaarden: the config block `selectie.voorwaarden`.

    Returns:
        bool, the index of `wijken` and one column per condition. A missing value is False.
    """
    # AANNAME: een wijk zonder waarde op een kenmerk voldoet niet aan een voorwaarde daarop.
    #   Waarom: van zo'n wijk is niet te zeggen of zij voldoet.
    #   Gevolg: de wijk komt niet in aanmerking en wordt niet geselecteerd; welke wijken door een
    #   voorwaarde buiten de selectie blijven, is genoemd.
    #   Onderwerp: selectie. Als: voorwaarden. Zie: leefbaarheidsontwikkeling, Wijken die in
    #   aanmerking komen.
    uit = {}
    for kenmerk, grens in voorwaarden.items():
        waarden = wijken[kolom_van(kenmerk)]
        laag, hoog = grens.get("min", -float("inf")), grens.get("max", float("inf"))
        uit[kenmerk] = waarden.between(laag, hoog)
    return pd.DataFrame(uit, index=wijken.index, dtype=bool)


def voldoet(wijken: pd.DataFrame, voorwaarden: Voorwaarden) -> pd.Series[bool]:
    """Tell which wijken meet every condition; see `per_voorwaarde`."""
    return per_voorwaarde(wijken, voorwaarden).all(axis=1)
