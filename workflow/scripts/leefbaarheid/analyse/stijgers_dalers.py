"""Stijgers en dalers: weak wijken with a clear development, and a candidate pair per gemeente."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from leefbaarheid.analyse.marge import buiten_twijfel


def _afgerond(kolom: pd.Series) -> pd.Series:
    """Return a sort key: a tie on paper must not hang on the last binary digit."""
    return kolom.round(9) if pd.api.types.is_float_dtype(kolom) else kolom


def rangschik(
    wijken: pd.DataFrame,
    van: int,
    tot: int,
    klassen: Sequence[int],
    *,
    delta: float,
    se_verschil: float,
) -> pd.DataFrame:
    """Rank eligible wijken that were weak in `van` by their change to `tot`, largest rise first.

    The selection is that of the follow-up study (DOMAIN.md section 1): a wijk scored *onvoldoende*
    or *zwak* in the first year; the larger the change the better. Because the group is chosen on a
    low score, part of every rise is regression to the mean. The list orders; `buiten_twijfel` says
    of which wijken the change is more than margin and noise. Ties by code.

    Args:
        wijken: the table `wijken`.
        van, tot: first and last year.
        klassen: classes 1-9 a wijk may have in `van`.
        delta: tolerance in score points.
        se_verschil: standard error of a difference between the two years; NaN where not known.
    """
    verandering = wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"]
    mee = wijken["in_aanmerking"] & wijken[f"klasse_{van}"].isin(list(klassen))
    basis = ["wk_code", "wk_naam", "gm_code", "gm_naam", "inwoners", "in_selectie"]
    kolommen = [*basis, f"klasse_{van}", f"lbm_{van}", f"lbm_{tot}", "verandering"]
    lijst = wijken.assign(verandering=verandering).loc[mee & verandering.notna(), kolommen]
    lijst = lijst.sort_values(
        ["verandering", "wk_code"], ascending=[False, True], key=_afgerond, ignore_index=True
    )
    lijst.insert(0, "rang", range(1, len(lijst) + 1))
    return lijst.assign(buiten_twijfel=buiten_twijfel(lijst["verandering"], delta, se_verschil))


def kandidaatparen(lijst: pd.DataFrame, delta: float) -> pd.DataFrame:
    """Return per gemeente the strongest riser and the strongest faller, where it has both.

    Only clear developments count: a change above delta, or below -delta. Gemeenten come in the
    order of the difference between the two, largest first; ties by code everywhere.

    Args:
        lijst: the result of `rangschik`.
        delta: tolerance in score points.
    """
    afgerond = _afgerond(lijst["verandering"])
    stijgers = lijst[afgerond > delta].drop_duplicates("gm_code")
    dalers = lijst[afgerond < -delta].sort_values(["verandering", "wk_code"], key=_afgerond)
    dalers = dalers.drop_duplicates("gm_code")
    velden = ["gm_code", "wk_code", "wk_naam", "verandering", "buiten_twijfel"]
    paren = stijgers[["gm_naam", *velden]].merge(
        dalers[velden], on="gm_code", suffixes=("_stijger", "_daler")
    )
    paren["verschil"] = paren["verandering_stijger"] - paren["verandering_daler"]
    eerste = ["gm_code", "gm_naam"]
    laatste = ["verschil", "buiten_twijfel_stijger", "buiten_twijfel_daler"]
    midden = [k for k in paren.columns if k not in (*eerste, *laatste)]
    paren = paren[[*eerste, *midden, *laatste]]
    return paren.sort_values(
        ["verschil", "gm_code"], ascending=[False, True], key=_afgerond, ignore_index=True
    )
