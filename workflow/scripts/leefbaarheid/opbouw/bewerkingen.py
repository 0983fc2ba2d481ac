"""The operations of a recipe, each over a bridge: from figures per key to a figure per wijk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

Tabel = pd.DataFrame
"""Figures by key, from `lees_officieel`."""


class Uitkomst(NamedTuple):
    """A factor per wijk.

    Attributes:
        waarde: float by wk_code; NaN where nothing is known.
        dekking: share of the addresses of the wijk of which the figure is known (0-1).
    """

    waarde: pd.Series[float]
    dekking: pd.Series[float]


def kolommen_van(blok: Mapping[str, Any]) -> list[str]:
    """Return the columns that a factor takes from its file."""
    if blok["bewerking"] == "aandeel":
        return [*dict.fromkeys([*blok["teller"]["kolommen"], *blok["noemer"]["kolommen"]])]
    return [blok["kolom"]]


def som(tabel: Tabel, kolommen: Sequence[str], bekend: int | None = None) -> pd.Series[float]:
    """Return the sum of columns per key.

    Args:
        tabel: figures by key.
        kolommen: what is added.
        bekend: from how many known columns there is a sum, what is not known counting as nothing;
            None: all of them.
    """
    deel = tabel[list(kolommen)]
    totaal = deel.sum(axis=1)
    genoeg = deel.notna().sum(axis=1) >= (len(kolommen) if bekend is None else bekend)
    return totaal.where(genoeg)


def voer_uit(blok: Mapping[str, Any], tabel: Tabel, brug: pd.DataFrame) -> Uitkomst:
    """Carry out the operation of a factor.

    Args:
        blok: the factor in the recipe.
        tabel: the columns of `kolommen_van`; for a change those of both years.
        brug: see `bruggen.KOLOMMEN`.
    """
    return _UITVOERDERS[blok["bewerking"]](blok, tabel, brug)


def _overnemen(blok: Mapping[str, Any], tabel: Tabel, brug: pd.DataFrame) -> Uitkomst:
    return _van_sleutel(tabel[blok["kolom"]], brug)


def _verandering(blok: Mapping[str, Any], tabel: Tabel, brug: pd.DataFrame) -> Uitkomst:
    """Take the change between two years, in percent of the first."""
    van, tot = (tabel[f"{blok['kolom']} {blok[jaar]}"] for jaar in ("van", "tot"))
    return _van_sleutel(100 * (tot / van.where(van != 0) - 1), brug)


def _van_sleutel(reeks: pd.Series[float], brug: pd.DataFrame) -> Uitkomst:
    """Give each wijk the figure of its one key."""
    eigen = brug.set_index("wk_code")["sleutel"]
    waarde = eigen.map(reeks).astype(float)
    return Uitkomst(waarde, waarde.notna().astype(float))


def _aantal(blok: Mapping[str, Any], tabel: Tabel, brug: pd.DataFrame) -> Uitkomst:
    """Divide a count over wijken by the share of the addresses of its key."""
    rijen = brug.assign(waarde=brug["sleutel"].map(tabel[blok["kolom"]]))
    rijen["waarde"] *= rijen["deel"]
    bekend = rijen[rijen["waarde"].notna()]
    waarde = bekend.groupby("wk_code")["waarde"].sum()
    return Uitkomst(*_met_dekking(waarde, bekend, brug))


def _aandeel(blok: Mapping[str, Any], tabel: Tabel, brug: pd.DataFrame) -> Uitkomst:
    """Divide the numerator and the denominator over wijken, then take one as percent of the other.

    Only keys of which both are known take part, so that the two are about the same addresses.
    """
    teller, noemer = (som(tabel, **blok[naam]) for naam in ("teller", "noemer"))
    noemer = noemer.where(noemer > 0) if blok["noemer"].get("bekend") else noemer
    rijen = brug.assign(
        teller=brug["sleutel"].map(teller) * brug["deel"],
        noemer=brug["sleutel"].map(noemer) * brug["deel"],
    )
    bekend = rijen[rijen["teller"].notna() & rijen["noemer"].notna()]
    per_wijk = bekend.groupby("wk_code")[["teller", "noemer"]].sum()
    noemer_wijk = per_wijk["noemer"].where(per_wijk["noemer"] > 0)
    return Uitkomst(*_met_dekking(per_wijk["teller"] / noemer_wijk * 100, bekend, brug))


def _gemiddelde(blok: Mapping[str, Any], tabel: Tabel, brug: pd.DataFrame) -> Uitkomst:
    """Take the mean over the keys of a wijk, weighted by the addresses they share with it."""
    rijen = brug.assign(waarde=brug["sleutel"].map(tabel[blok["kolom"]]))
    bekend = rijen[rijen["waarde"].notna()]
    gewogen = (bekend["waarde"] * bekend["adressen"]).groupby(bekend["wk_code"]).sum()
    waarde = gewogen / bekend.groupby("wk_code")["adressen"].sum()
    return Uitkomst(*_met_dekking(waarde, bekend, brug))


def _met_dekking(
    waarde: pd.Series[float], bekend: pd.DataFrame, brug: pd.DataFrame
) -> tuple[pd.Series[float], pd.Series[float]]:
    """Return the figure with the share of the addresses of each wijk that it rests on."""
    alle = brug.groupby("wk_code")["adressen"].sum()
    deel = bekend.groupby("wk_code")["adressen"].sum() / alle
    return waarde.reindex(alle.index), deel.reindex(alle.index).fillna(0.0)


_UITVOERDERS = {
    "overnemen": _overnemen,
    "aantal": _aantal,
    "aandeel": _aandeel,
    "gemiddelde": _gemiddelde,
    "verandering": _verandering,
}


def rond_af(reeks: pd.Series[float], decimalen: int | None) -> pd.Series:
    """Return the figures with so many decimals; whole numbers as such, None: as they are."""
    if decimalen is None:
        return reeks
    gerond = reeks.round(decimalen)
    return (
        gerond.astype("Int64") if decimalen == 0 else gerond.replace(-0.0, 0.0).astype(np.float64)
    )
