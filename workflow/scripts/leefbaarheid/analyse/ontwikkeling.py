"""Per window: which share of the wijken, and of their inhabitants, fell, stagnated or rose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from leefbaarheid.basis.begrippen import LAND, OVERIG, SELECTIE
from leefbaarheid.basis.richting import richting
from leefbaarheid.basis.tabelwaarden import RICHTINGEN


def groepen(wijken: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return the groups that are compared, each as a boolean mask over `wijken`.

    `selectie`, `overig_in_aanmerking` (eligible but not selected), `land` (all wijken), and one
    `label_<naam>` for every policy label: all wijken that had it, selected or not.
    """
    maskers = {
        SELECTIE: wijken["in_selectie"],
        OVERIG: wijken["in_aanmerking"] & ~wijken["in_selectie"],
        LAND: pd.Series(True, index=wijken.index),
    }
    labels = [kolom for kolom in wijken.columns if kolom.startswith("label_")]
    return maskers | {kolom: wijken[kolom].astype(bool) for kolom in labels}


def _samenvatting(verandering: pd.Series, gewicht: pd.Series, delta: float) -> dict[str, float]:
    if verandering.empty or gewicht.sum() == 0:
        return {"gemiddelde": np.nan, **{f"aandeel_{r}": np.nan for r in RICHTINGEN}}
    soort = richting(verandering, delta)
    som = gewicht.sum()
    return {
        "gemiddelde": float((verandering * gewicht).sum() / som),
        **{f"aandeel_{r}": float(gewicht[soort == r].sum() / som) for r in RICHTINGEN},
    }


def ontwikkeling(
    wijken: pd.DataFrame, vensters: Iterable[tuple[int, int]], delta: float
) -> pd.DataFrame:
    """Return the table `ontwikkeling`: one row per window and group.

    Shares are of the wijken with a score in both years; columns ending in `_inwoners` weigh each
    wijk by its inhabitants.
    # AANNAME: het inwonertal van één peiljaar weegt alle jaren.
    #   Waarom: van andere jaren zijn er geen inwonertallen op dezelfde wijkgrenzen.
    #   Gevolg: een wijk die tussen een meetjaar en een later peiljaar groeide, telt in dat meetjaar
    #   te zwaar mee in de aandelen naar bewoners, en een gekrompen wijk te licht; ligt het peiljaar
    #   eerder, dan andersom. De aandelen wijken veranderen niet.
    #   Onderwerp: gegevens. Zie: leefbaarheidsontwikkeling, Contextfactoren.

    Args:
        wijken: the table `wijken` (in_selectie, in_aanmerking, inwoners, lbm_<jaar>).
        vensters: pairs (van, tot).
        delta: tolerance in score points.
    """
    rijen = []
    for van, tot in vensters:
        verandering = wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"]
        for groep, masker in groepen(wijken).items():
            deel = verandering[masker].dropna()
            inwoners = wijken.loc[deel.index, "inwoners"]
            gewogen = _samenvatting(deel, inwoners, delta)
            rijen.append(
                {
                    "van": van,
                    "tot": tot,
                    "groep": groep,
                    "n": len(deel),
                    "n_inwoners": inwoners.sum(),
                    **_samenvatting(deel, pd.Series(1.0, index=deel.index), delta),
                    **{f"{naam}_inwoners": waarde for naam, waarde in gewogen.items()},
                }
            )
    return pd.DataFrame(rijen)


def gemiddelden(wijken: pd.DataFrame, jaren: Sequence[int]) -> pd.DataFrame:
    """Return mean, standard deviation and n of the score per year, for each group and cluster.

    Columns: groep, cluster (empty for a whole group), jaar, n, gemiddelde, sd. Clusters are those
    of the selection.
    """
    delen: dict[tuple[str, str], pd.DataFrame] = {
        (naam, ""): wijken[masker] for naam, masker in groepen(wijken).items()
    }
    selectie = wijken[wijken["in_selectie"]]
    per_cluster = selectie.groupby("cluster", sort=True)
    delen |= {(SELECTIE, str(naam)): deel for naam, deel in per_cluster}
    return pd.DataFrame(
        [
            {
                "groep": groep,
                "cluster": cluster,
                "jaar": jaar,
                "n": int(deel[f"lbm_{jaar}"].count()),
                "gemiddelde": deel[f"lbm_{jaar}"].mean(),
                "sd": deel[f"lbm_{jaar}"].std(),
            }
            for (groep, cluster), deel in delen.items()
            for jaar in jaren
        ]
    )
