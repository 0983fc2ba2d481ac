"""What happened after the end year: who rose on, who reached *voldoende*, what the gap did.

The clusters are made with the scores up to the end year. Only what comes after it can say whether
they go different ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.trajecten import Clusterregel
from leefbaarheid.analyse.vergelijking import andere_wijken, vergelijk_groepen
from leefbaarheid.basis.begrippen import CLUSTERS, SELECTIE
from leefbaarheid.basis.richting import richting
from leefbaarheid.basis.tabelwaarden import RICHTINGEN


def groepen_en_clusters(wijken: pd.DataFrame) -> dict[tuple[str, str], np.ndarray]:
    """Return the masks (n,) by group and cluster; cluster "" is the group as a whole.

    The selection and each of its clusters (also an empty one), the other eligible wijken, and all
    wijken outside the selection.
    """
    gekozen = wijken["in_selectie"].to_numpy(bool)
    return {
        (SELECTIE, ""): gekozen,
        **{(SELECTIE, naam): gekozen & wijken["cluster"].eq(naam).to_numpy() for naam in CLUSTERS},
        **{(naam, ""): masker for naam, masker in andere_wijken(wijken).items()},
    }


def na_eindjaar(wijken: pd.DataFrame, jaren: Sequence[int], regel: Clusterregel) -> pd.DataFrame:
    """Return the table `na_eindjaar`: counts between the end year and the last year.

    Args:
        wijken: the table `wijken`.
        jaren: measurement years of the edition, ascending.
        regel: the cluster rule; its tolerance and class count here too.

    Returns:
        One row per group and cluster (see `groepen_en_clusters`); no rows when the end year is the
        last. van, tot, n (scores in both years), gemiddelde (mean change), n_<richting>, and of the
        wijken with a score in the end year and in every later one (n_volledig): n_onder (below
        voldoende in the end year) with n_bereikt_blijvend (reached it before the last measurement
        and stayed), n_bereikt_laatste (only in the last one), n_bereikt_verloren (reached it, but
        is not there in the last); n_voldoende (there in the end year) and n_gebleven (there in
        every later measurement).
    """
    later = [jaar for jaar in jaren if jaar > regel.eindjaar]
    maskers = groepen_en_clusters(wijken) if later else {}
    rijen = [
        {
            "groep": groep,
            "cluster": cluster,
            "van": regel.eindjaar,
            "tot": later[-1],
            **_veranderd(wijken[masker], regel, later[-1]),
            **_voldoende(wijken[masker], regel, later),
        }
        for (groep, cluster), masker in maskers.items()
    ]
    return pd.DataFrame(rijen, columns=KOLOMMEN)


_VOLDOENDE = ("n_volledig", "n_onder", "n_bereikt_blijvend", "n_bereikt_laatste")
KOLOMMEN = [
    *("groep", "cluster", "van", "tot", "n", "gemiddelde", *(f"n_{r}" for r in RICHTINGEN)),
    *(*_VOLDOENDE, "n_bereikt_verloren", "n_voldoende", "n_gebleven"),
]


def _veranderd(deel: pd.DataFrame, regel: Clusterregel, tot: int) -> dict[str, Any]:
    verandering = (deel[f"lbm_{tot}"] - deel[f"lbm_{regel.eindjaar}"]).dropna()
    soort = richting(verandering, regel.delta)
    telling = {f"n_{naam}": int(soort.eq(naam).sum()) for naam in RICHTINGEN}
    return {"n": len(verandering), "gemiddelde": verandering.mean(), **telling}


def _voldoende(deel: pd.DataFrame, regel: Clusterregel, later: Sequence[int]) -> dict[str, int]:
    """Count who reached voldoende after the end year and stayed; see `na_eindjaar`."""
    kolommen = [f"klasse_{jaar}" for jaar in (regel.eindjaar, *later)]
    klassen = deel[kolommen].dropna().to_numpy(float)
    eerst, daarna = (
        klassen[:, 0] >= regel.voldoende_vanaf_klasse,
        klassen[:, 1:] >= regel.voldoende_vanaf_klasse,
    )
    aan_het_eind, bereikt = daarna[:, -1], daarna.any(axis=1)
    # with one later measurement nobody can be seen to stay
    twee_keer = daarna[:, -2:].all(axis=1) & (daarna.shape[1] > 1)
    onder = ~eerst
    return {
        "n_volledig": len(klassen),
        "n_onder": int(onder.sum()),
        "n_bereikt_blijvend": int((onder & twee_keer).sum()),
        "n_bereikt_laatste": int((onder & aan_het_eind & ~twee_keer).sum()),
        "n_bereikt_verloren": int((onder & bereikt & ~aan_het_eind).sum()),
        "n_voldoende": int(eerst.sum()),
        "n_gebleven": int((eerst & daarna.all(axis=1)).sum()),
    }


def kloof(
    wijken: pd.DataFrame, jaren: Sequence[int], eindjaar: int, minimum: int = 5
) -> pd.DataFrame:
    """Return the table `kloof`: the distance of the selection and its clusters to other wijken.

    Args:
        wijken: the table `wijken`.
        jaren: measurement years of the edition, ascending.
        eindjaar: end year. The selection is compared from the first year and from the end year to
            the last, its clusters from the end year only.
        minimum: fewest gemeenten on either side for an interval.

    Returns:
        One row per cluster ("" for the selection), window and comparator. kloof_van and kloof_tot:
        mean score of the comparator minus that of the group, of wijken with a score in both years;
        verandering: how that distance changed (score points), with se, ci_laag, ci_hoog, p and
        reden by the cluster jackknife (`analyse.vergelijking`). Positive: the distance grew.
    """
    eerste, laatste = jaren[0], jaren[-1]
    gemeente = wijken["gm_code"].to_numpy()
    groepen = {c: m for (groep, c), m in groepen_en_clusters(wijken).items() if groep == SELECTIE}
    vensters = [(van, laatste) for van in dict.fromkeys((eerste, eindjaar)) if van < laatste]
    rijen = []
    for van, tot in vensters:
        scores = [wijken[f"lbm_{jaar}"].to_numpy(float) for jaar in (van, tot)]
        for cluster in groepen if van == eindjaar else [""]:
            for naam, ander in andere_wijken(wijken).items():
                vast = {"cluster": cluster, "van": van, "tot": tot, "vergeleken_met": naam}
                rijen.append(vast | _afstand(scores, groepen[cluster], ander, gemeente, minimum))
    return pd.DataFrame(rijen, columns=KLOOFKOLOMMEN)


KLOOFKOLOMMEN = [
    *("cluster", "van", "tot", "vergeleken_met", "n", "n_ander", "n_gemeenten"),
    *("n_gemeenten_ander", "kloof_van", "kloof_tot", "verandering"),
    *("se", "ci_laag", "ci_hoog", "p", "reden"),
]


def _afstand(
    scores: Iterable[np.ndarray],
    groep: np.ndarray,
    ander: np.ndarray,
    gemeente: np.ndarray,
    minimum: int,
) -> dict[str, Any]:
    """Return the distance in two years and its change; the other wijken minus the group."""
    begin, eind = scores
    beide = np.isfinite(begin) & np.isfinite(eind)
    uit = vergelijk_groepen(eind - begin, ander & beide, groep & beide, gemeente, minimum)

    def verschil(score: np.ndarray) -> float:
        van_ander, van_groep = (
            float(score[m & beide].mean()) if (m & beide).any() else np.nan for m in (ander, groep)
        )
        return van_ander - van_groep

    return {
        "n": uit["n_ander"],
        "n_ander": uit["n"],
        "n_gemeenten": uit["n_gemeenten_ander"],
        "n_gemeenten_ander": uit["n_gemeenten"],
        "kloof_van": verschil(begin),
        "kloof_tot": verschil(eind),
        "verandering": uit["verschil"],
        **{k: uit[k] for k in ("se", "ci_laag", "ci_hoog", "p", "reden")},
    }
