"""Exact decomposition of the change of the score by its five dimensions."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from leefbaarheid.basis.begrippen import DIMENSIES, LAND, SELECTIE
from leefbaarheid.basis.redenen.analyse import AnalyseReden


def jaren_met_dimensies(panel: pd.DataFrame) -> list[int]:
    """Return the years in which dimension scores are filled."""
    gevuld = panel[list(DIMENSIES)].notna().all(axis=1)
    return sorted(int(jaar) for jaar in panel.loc[gevuld, "jaar"].unique())


def decompositie(
    panel: pd.DataFrame, wijken: pd.DataFrame, vensters: Iterable[tuple[int, int]]
) -> pd.DataFrame:
    """Return the mean change per dimension, for each window and each group.

    The score is a fixed base plus the sum of the dimensions, so the means of the dimension changes
    add up to the mean change of the score exactly; a window without dimension scores is one row
    with n = 0 and the reason.

    Args:
        panel: wk_code, jaar, lbm and the five dimensions.
        wijken: the table `wijken` (wk_code, in_selectie, cluster).
        vensters: pairs (van, tot).

    Returns:
        van, tot, groep (`selectie`, `land` or a cluster of the selection), n, totaal, one column
        per dimension, reden (an `AnalyseReden`).

    Raises:
        ValueError: the parts do not add up to the total (the input was not validated).
    """
    kolommen = ["lbm", *DIMENSIES]
    per_jaar = {jaar: deel.set_index("wk_code")[kolommen] for jaar, deel in panel.groupby("jaar")}
    beschikbaar = jaren_met_dimensies(panel)
    selectie = wijken[wijken["in_selectie"]]
    codes = {SELECTIE: selectie["wk_code"], LAND: wijken["wk_code"]}
    codes |= {str(naam): deel["wk_code"] for naam, deel in selectie.groupby("cluster", sort=True)}
    rijen: list[dict[str, object]] = []
    for van, tot in vensters:
        ontbreekt = [str(jaar) for jaar in (van, tot) if jaar not in beschikbaar]
        if ontbreekt:
            reden = AnalyseReden.GEEN_DIMENSIESCORES.met(jaren=" ".join(ontbreekt))
            rijen.append({"van": van, "tot": tot, "groep": SELECTIE, "n": 0, "reden": reden})
            continue
        verschil = (per_jaar[tot] - per_jaar[van]).dropna()
        for groep, wk_codes in codes.items():
            deel = verschil[verschil.index.isin(wk_codes)]
            # the reason is of the window: a small cluster without scores is only a row with n = 0
            mist = groep == SELECTIE and deel.empty
            geen = AnalyseReden.SELECTIE_ZONDER_DIMENSIESCORES.met(van=van, tot=tot)
            rijen.append(
                {"van": van, "tot": tot, "groep": groep, "n": len(deel)}
                | _gemiddelde_delen(deel, f"{groep} {van}-{tot}")
                | {"reden": geen if mist else ""}
            )
    return pd.DataFrame(rijen).reindex(
        columns=["van", "tot", "groep", "n", "totaal", *DIMENSIES, "reden"]
    )


def _gemiddelde_delen(verschil: pd.DataFrame, van_wie: str) -> dict[str, object]:
    """Return the mean change of the score and of each dimension; NaN when there are no wijken."""
    gemiddeld = verschil.mean()
    som = gemiddeld[list(DIMENSIES)].sum()
    if len(verschil) and not np.isclose(gemiddeld["lbm"], som, rtol=0, atol=1e-6):
        raise ValueError(f"dimensions do not add up to the total for {van_wie}")
    return {"totaal": gemiddeld["lbm"], **{d: gemiddeld[d] for d in DIMENSIES}}
