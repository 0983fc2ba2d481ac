"""The numbers beside each wijkanalyse: scores, ranks, and the means of gemeente and country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from leefbaarheid.basis.begrippen import DIMENSIES


def profielen(
    koppeling: pd.DataFrame, wijken: pd.DataFrame, panel: pd.DataFrame, eindjaar: int
) -> pd.DataFrame:
    """Return the table `wijkprofielen`: the numbers beside each analysis x wijk.

    Args:
        koppeling: as `koppel` returns it.
        wijken: result table `wijken`; "the country" is every wijk in it.
        panel: scores per wijk and year, with the dimensions (score points).
        eindjaar: year of score, class and rank.

    Returns:
        One row per row of `koppeling`: eindjaar, score, klasse, cluster; delta_<van>_<tot>;
        rang_selectie of n_selectie and rang_land of n_land (1 = highest score; rang_selectie only
        for wijken in the selection); per year lbm_<jaar>, gemeente_<jaar>, land_<jaar> (means over
        wijken, not weighted) and n_gemeente; dimensiejaar, the last year with dimension scores,
        with per dimension the wijk, gemeente_<dim> and land_<dim>.
    """
    jaren = [int(k[4:]) for k in wijken.columns if re.fullmatch(r"lbm_\d{4}", k)]
    deltas = [k for k in wijken.columns if re.fullmatch(r"delta_\d{4}_\d{4}", k)]
    namen = ("analyse", "bestand", "sleutel", "wk_code", "wk_naam", "gm_code", "gm_naam")
    basis = koppeling[[*namen, "in_selectie", "cluster"]]
    cijfers = wijken[["wk_code", "gm_code"]].assign(
        eindjaar=eindjaar,
        score=wijken[f"lbm_{eindjaar}"],
        klasse=wijken[f"klasse_{eindjaar}"].astype("Int64"),
        **{kolom: wijken[kolom] for kolom in deltas},
        **_rangen(wijken, eindjaar),
    )
    lbm = wijken[["wk_code", "gm_code", *(f"lbm_{jaar}" for jaar in jaren)]].rename(
        columns={f"lbm_{jaar}": str(jaar) for jaar in jaren}
    )
    reeksen = _met_gemiddelden(lbm, [str(jaar) for jaar in jaren], "lbm_")
    reeksen["n_gemeente"] = wijken.groupby("gm_code")["wk_code"].transform("size")
    dimensies = _met_gemiddelden(*_laatste_dimensies(panel, wijken), "")
    tabel = basis
    for deel in (cijfers, reeksen, dimensies):
        tabel = tabel.merge(deel.drop(columns="gm_code"), on="wk_code", how="left", sort=False)
    heel = ["eindjaar", "klasse", "rang_selectie", "n_selectie", "rang_land", "n_land"]
    heel += ["n_gemeente", "dimensiejaar"]
    return tabel.astype(dict.fromkeys(heel, "Int64"))


def _rangen(wijken: pd.DataFrame, eindjaar: int) -> dict[str, Any]:
    """Return ranks by score (1 = highest, ties share the best rank) and how many were ranked."""
    score = wijken[f"lbm_{eindjaar}"]
    gekozen = score.where(wijken["in_selectie"])
    return {
        "rang_selectie": gekozen.rank(ascending=False, method="min").astype("Int64"),
        "n_selectie": int(gekozen.notna().sum()),
        "rang_land": score.rank(ascending=False, method="min").astype("Int64"),
        "n_land": int(score.notna().sum()),
    }


def _laatste_dimensies(
    panel: pd.DataFrame, wijken: pd.DataFrame
) -> tuple[pd.DataFrame, Sequence[str]]:
    """Return the dimension scores of the last year that has them, for the wijken in the table."""
    volledig = panel.reindex(columns=["wk_code", "jaar", *DIMENSIES]).dropna()
    jaar = volledig["jaar"].max()
    laatste = volledig.loc[volledig["jaar"] == jaar, ["wk_code", *DIMENSIES]]
    tabel = wijken[["wk_code", "gm_code"]].assign(dimensiejaar=jaar)
    return tabel.merge(laatste, on="wk_code", how="left"), list(DIMENSIES)


def _met_gemiddelden(tabel: pd.DataFrame, kolommen: Sequence[str], voor: str) -> pd.DataFrame:
    """Return `tabel` with the mean of its gemeente and of the country beside each column.

    The columns of the wijk itself get the prefix `voor`.
    """
    gemeente = tabel.groupby("gm_code")[list(kolommen)].transform("mean").add_prefix("gemeente_")
    land = {f"land_{kolom}": tabel[kolom].mean() for kolom in kolommen}
    eigen = tabel.rename(columns={kolom: f"{voor}{kolom}" for kolom in kolommen})
    return pd.concat([eigen, gemeente], axis=1).assign(**land)
