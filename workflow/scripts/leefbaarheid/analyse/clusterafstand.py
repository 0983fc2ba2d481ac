"""How little another score would have put a wijk in another cluster."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from leefbaarheid.analyse.klassen import klasse
from leefbaarheid.analyse.trajecten import Clusterregel, bepaal_cluster

KLEIN = 1e-6
"""How far past a bound a score is put to see what lies there, in score points."""
KOLOMMEN = ["wk_code", "jaar", "verschil", "ander_cluster"]


def clusterafstand(
    scores: pd.DataFrame, clusters: pd.Series, regel: Clusterregel, grenzen: Sequence[float]
) -> pd.DataFrame:
    """Return per wijk the smallest change in the score of one year that gives another cluster.

    Only the bounds of the rule are looked at, from both sides: those of the margin for each of the
    two developments, and that of the class that counts as sufficient.

    Args:
        scores: score per wijk (index wk_code) and year (columns).
        clusters: cluster per wijk; missing where the rule gives none.
        regel: the rule.
        grenzen: the eight lower bounds of the classes 2-9.

    Returns:
        wk_code, jaar, verschil (score points, to be added to that year) and ander_cluster; no row
        for a wijk without a cluster. Of equal changes the first year counts.
    """
    jaren = [regel.langjaar, regel.crisisjaar, regel.eindjaar]
    heel = scores.loc[clusters.dropna().index, jaren].dropna()
    lang, crisis, eind = (heel[jaar] for jaar in jaren)
    grens = grenzen[regel.voldoende_vanaf_klasse - 2]
    marges = (regel.delta, -regel.delta)
    drempels = [
        *((regel.langjaar, eind - marge - lang) for marge in marges),
        *((regel.crisisjaar, eind - marge - crisis) for marge in marges),
        *((regel.eindjaar, begin + marge - eind) for begin in (lang, crisis) for marge in marges),
        (regel.eindjaar, grens - eind),
    ]
    proeven = [
        _proef(heel, jaar, schuif + duw, regel, grenzen)
        for jaar, schuif in drempels
        for duw in (KLEIN, -KLEIN)
    ]
    alle = pd.concat(proeven) if proeven else pd.DataFrame(columns=KOLOMMEN)
    anders = alle[alle["ander_cluster"] != alle["wk_code"].map(clusters)]
    orde = anders.assign(omvang=anders["verschil"].abs())
    orde = orde.sort_values(["wk_code", "omvang", "jaar"], kind="stable")
    return orde.drop_duplicates("wk_code")[KOLOMMEN].reset_index(drop=True)


def _proef(
    scores: pd.DataFrame,
    jaar: int,
    schuif: pd.Series,
    regel: Clusterregel,
    grenzen: Sequence[float],
) -> pd.DataFrame:
    """Return the cluster of each wijk with this much added to the score of one year."""
    jaren = (regel.langjaar, regel.crisisjaar, regel.eindjaar)
    waarde = {j: scores[j] + schuif if j == jaar else scores[j] for j in jaren}
    eind = waarde[regel.eindjaar]
    cluster = bepaal_cluster(
        klasse(eind, grenzen),
        eind - waarde[regel.langjaar],
        eind - waarde[regel.crisisjaar],
        regel.delta,
        regel.voldoende_vanaf_klasse,
    )
    return pd.DataFrame(
        {
            "wk_code": scores.index,
            "jaar": jaar,
            "verschil": schuif.round(5).to_numpy(),
            "ander_cluster": cluster.to_numpy(),
        }
    )
