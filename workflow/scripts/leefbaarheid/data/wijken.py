"""One row per wijk, from all sources together."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.basis.gebied import huidig


def maak_wijken(
    panel: pd.DataFrame,
    wijken_kenmerken: pd.DataFrame,
    selectielijst: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Join the sources to one row per wijk that is in either of them.

    Args:
        panel: from `lees_leefbaarometer`.
        wijken_kenmerken: the first table of `lees_context`.
        selectielijst: from `lees_selectielijst`, or None when the edition selects by rule.

    Returns:
        wk_code, wk_naam (that of the latest measurement, else of the context table), gm_code,
        gm_naam, inwoners, x, y, in_bron_leefbaarometer, in_bron_context and the label columns;
        sorted by wk_code. One that is not in the context table gets its gemeente from
        its code, where that tells.
    """
    namen = panel.drop_duplicates("wk_code", keep="last").set_index("wk_code")["wk_naam"]
    kenmerken = wijken_kenmerken.set_index("wk_code")
    wijken = kenmerken.reindex(sorted({*namen.index, *kenmerken.index}))
    wijken["wk_naam"] = namen.reindex(wijken.index).fillna(wijken["wk_naam"])
    uit_code = wijken.index.to_series().map(huidig().gemeente_van)
    wijken["gm_code"] = wijken["gm_code"].fillna(uit_code)
    naam_van = kenmerken.drop_duplicates("gm_code").set_index("gm_code")["gm_naam"]
    wijken["gm_naam"] = (
        wijken["gm_naam"].fillna(wijken["gm_code"].map(naam_van)).fillna(wijken["gm_code"])
    )
    wijken["in_bron_leefbaarometer"] = wijken.index.isin(namen.index)
    wijken["in_bron_context"] = wijken.index.isin(kenmerken.index)
    if selectielijst is not None:
        labels = selectielijst.set_index("wk_code").reindex(wijken.index, fill_value=False)
        wijken = wijken.join(labels.astype(bool))
    return wijken.rename_axis("wk_code").reset_index()
