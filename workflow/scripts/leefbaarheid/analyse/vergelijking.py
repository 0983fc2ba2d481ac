"""Differences between groups of wijken, and between two spreads, with an interval by gemeente.

A sentence that compares needs a test; `jackknife` says how. For a difference of two means that is
exactly CRV3 of the regression on a constant and the group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.jackknife import gemiddelde, getoetst, momenten, standaarddeviatie
from leefbaarheid.analyse.trajecten import Clusterregel
from leefbaarheid.basis.begrippen import OVERIG, SELECTIE
from leefbaarheid.basis.richting import richting
from leefbaarheid.basis.tabelwaarden import (
    BEGINSTAND,
    GEDAALD,
    GEMIDDELDE,
    GESTEGEN,
    KOLOM_VAN_CLUSTER,
    REST_VAN_LAND,
    VAN_SCORE,
    VAN_VERANDERING,
)

Venster = tuple[int, int]


# ---------------------------------------------------------------------------------------------
# Two groups


def vergelijk_groepen(
    x: np.ndarray, een: np.ndarray, ander: np.ndarray, gemeente: np.ndarray, minimum: int = 5
) -> dict[str, Any]:
    """Return the mean of one group beside that of another, and their difference.

    Args:
        x: (n,) values; NaN where unknown (left out).
        een, ander: (n,) which wijken are in either group; they do not overlap.
        gemeente: (n,) codes.
        minimum: below this number of gemeenten on either side there is no interval.

    Returns:
        n, n_ander, n_gemeenten, n_gemeenten_ander, waarde, waarde_ander, verschil, se, ci_laag,
        ci_hoog, p, reden.
    """
    bekend = np.isfinite(x) & (een | ander)
    x, een, gemeente = x[bekend], een[bekend], gemeente[bekend]
    _, codes = np.unique(gemeente, return_inverse=True)
    G = int(codes.max()) + 1 if len(codes) else 0
    links, rechts = (gemiddelde(momenten(x[m], codes[m], G)) for m in (een, ~een))
    aantal = [len(np.unique(gemeente[m])) for m in (een, ~een)]
    return {
        "n": int(een.sum()),
        "n_ander": int((~een).sum()),
        "n_gemeenten": aantal[0],
        "n_gemeenten_ander": aantal[1],
        "waarde": links[0],
        "waarde_ander": rechts[0],
        "verschil": links[0] - rechts[0],
        **getoetst(links - rechts, min(aantal), minimum),
    }


def vergelijk_met_nul(
    x: np.ndarray, groep: np.ndarray, gemeente: np.ndarray, minimum: int = 5
) -> dict[str, Any]:
    """Return the mean of one group beside zero; the columns of `vergelijk_groepen`."""
    deel = np.isfinite(x) & groep
    _, codes = np.unique(gemeente[deel], return_inverse=True)
    G = int(codes.max()) + 1 if len(codes) else 0
    gem = gemiddelde(momenten(x[deel], codes, G))
    return {
        "n": int(deel.sum()),
        "n_ander": None,
        "n_gemeenten": G,
        "n_gemeenten_ander": None,
        "waarde": gem[0],
        "waarde_ander": 0.0,
        "verschil": gem[0],
        **getoetst(gem, G, minimum),
    }


def andere_wijken(wijken: pd.DataFrame) -> dict[str, np.ndarray]:
    """Return what the selection is laid beside: other eligible wijken, and all others (masks).

    Unlike the group `land` of other tables, all others leave the selection out: a group is not
    compared with itself.
    """
    gekozen = wijken["in_selectie"].to_numpy(bool)
    return {
        OVERIG: wijken["in_aanmerking"].to_numpy(bool) & ~gekozen,
        REST_VAN_LAND: ~gekozen,
    }


def vergelijkingen(
    wijken: pd.DataFrame,
    vensters: Iterable[Venster],
    clustervenster: Venster,
    delta: float,
    minimum: int = 5,
) -> pd.DataFrame:
    """Return the table `vergelijkingen`: the selection beside other wijken, with an interval.

    Args:
        wijken: the table `wijken` (gm_code, in_selectie, in_aanmerking, cluster, lbm_<jaar>).
        vensters: pairs (van, tot) to compare the changes in.
        clustervenster: the years between which the cluster rule looks at development.
        delta: tolerance in score points.
        minimum: fewest gemeenten on either side.

    Returns:
        One row per window x measure x comparator; measures are the mean change, the shares fallen
        and risen, and the share that the rule puts in each cluster.
    """
    gemeente = wijken["gm_code"].to_numpy()
    gekozen = wijken["in_selectie"].to_numpy(bool)
    anderen = andere_wijken(wijken)
    rijen = []
    for (van, tot), maten in _maten(wijken, vensters, clustervenster, delta).items():
        for maat, x in maten.items():
            vast = {"van": van, "tot": tot, "maat": maat}
            if maat == GEMIDDELDE:
                tegen_nul = vergelijk_met_nul(x, gekozen, gemeente, minimum)
                rijen.append(vast | {"vergeleken_met": BEGINSTAND} | tegen_nul)
            rijen += [
                vast
                | {"vergeleken_met": naam}
                | vergelijk_groepen(x, gekozen, ander, gemeente, minimum)
                for naam, ander in anderen.items()
            ]
    tabel = pd.DataFrame(rijen)
    return tabel.astype({"n_ander": "Int64", "n_gemeenten_ander": "Int64"})


def _maten(
    wijken: pd.DataFrame, vensters: Iterable[Venster], clustervenster: Venster, delta: float
) -> dict[Venster, dict[str, np.ndarray]]:
    """Return per window what is compared: (n,) per measure, NaN where unknown."""
    uit: dict[Venster, dict[str, np.ndarray]] = {}
    for van, tot in sorted({*vensters, clustervenster}):
        verandering = wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"]
        soort = richting(verandering, delta)
        uit[van, tot] = {GEMIDDELDE: verandering.to_numpy(float)} | {
            naam: soort.eq(naam).where(verandering.notna()).to_numpy(float)
            for naam in (GEDAALD, GESTEGEN)
        }
    cluster = wijken["cluster"]
    uit[clustervenster] |= {
        kolom: cluster.eq(naam).where(cluster.notna()).to_numpy(float)
        for naam, kolom in KOLOM_VAN_CLUSTER.items()
    }
    return uit


# ---------------------------------------------------------------------------------------------
# Two spreads


def vergelijk_spreiding(
    eerst: np.ndarray, later: np.ndarray, gemeente: np.ndarray, minimum: int = 5
) -> dict[str, Any]:
    """Return two standard deviations of the same wijken and their ratio.

    The interval is that of the logarithm of the ratio, taken back.

    Args:
        eerst, later: (n,) values of the same wijken; those with a NaN in either are left out.
        gemeente: (n,) codes.

    Returns:
        n, n_gemeenten, sd_eerst, sd_later, verhouding (later / eerst), ci_laag, ci_hoog, p, reden.
    """
    bekend = np.isfinite(eerst) & np.isfinite(later)
    _, codes = np.unique(gemeente[bekend], return_inverse=True)
    G = int(codes.max()) + 1 if len(codes) else 0
    delen = (reeks[bekend] for reeks in (eerst, later))
    sds = [standaarddeviatie(momenten(d - d.mean() if len(d) else d, codes, G)) for d in delen]
    with np.errstate(divide="ignore", invalid="ignore"):
        uit = getoetst(np.log(sds[1]) - np.log(sds[0]), G, minimum)
        verhouding = float(sds[1][0] / sds[0][0])
    return {
        "n": int(bekend.sum()),
        "n_gemeenten": G,
        "sd_eerst": sds[0][0],
        "sd_later": sds[1][0],
        "verhouding": verhouding,
        "ci_laag": np.exp(uit["ci_laag"]),
        "ci_hoog": np.exp(uit["ci_hoog"]),
        "p": uit["p"],
        "reden": uit["reden"],
    }


def spreiding(
    wijken: pd.DataFrame, jaren: Sequence[int], langjaar: int, crisisjaar: int, minimum: int = 5
) -> pd.DataFrame:
    """Return the table `spreiding`: did wijken move apart, in level and in change?

    Args:
        wijken: the table `wijken`.
        jaren: the end year, and any later years. The spread of levels in the crisis year is laid
            beside that in each of them; the spread of change from the crisis year to the end year
            beside that from the long year to the crisis year.
        langjaar, crisisjaar: of the cluster rule.
        minimum: fewest gemeenten.

    Returns:
        One row per group x measure x later year; see `vergelijk_spreiding`. The two periods of a
        change need not be as long, and changes over a longer one differ more for that alone.
    """
    groepen: Mapping[str, np.ndarray] = {
        SELECTIE: wijken["in_selectie"].to_numpy(bool),
        **andere_wijken(wijken),
    }
    score = {j: wijken[f"lbm_{j}"].to_numpy(float) for j in {langjaar, crisisjaar, *jaren}}
    gemeente = wijken["gm_code"].to_numpy()
    rijen = []
    for groep, masker in groepen.items():
        vast = {"groep": groep, "crisisjaar": crisisjaar}
        paren = [(VAN_SCORE, jaar, score[crisisjaar], score[jaar]) for jaar in jaren]
        eerder, later = score[crisisjaar] - score[langjaar], score[jaren[0]] - score[crisisjaar]
        paren.append((VAN_VERANDERING, jaren[0], eerder, later))
        rijen += [
            vast
            | {"maat": maat, "jaar": jaar}
            | vergelijk_spreiding(a[masker], b[masker], gemeente[masker], minimum)
            for maat, jaar, a, b in paren
        ]
    return pd.DataFrame(rijen)


def naast_anderen(
    wijken: pd.DataFrame,
    jaren: Sequence[int],
    vensters: Iterable[Venster],
    regel: Clusterregel,
    minimum: int = 5,
) -> dict[str, pd.DataFrame]:
    """Return `vergelijkingen` and `spreiding` of an edition, over the whole period too.

    Args:
        wijken: the table `wijken`.
        jaren: measurement years, ascending.
        vensters: windows of the edition, pairs (van, tot).
        regel: the cluster rule, whose windows are compared as well.
        minimum: fewest gemeenten on either side.
    """
    eerste, laatste = jaren[0], jaren[-1]
    lang, crisis, eind = regel.langjaar, regel.crisisjaar, regel.eindjaar
    ook = {(lang, crisis), (crisis, eind), (eerste, laatste), (eerste, eind), (eind, laatste)}
    echt = [(van, tot) for van, tot in sorted({*vensters, *ook}) if van < tot]
    later = sorted({eind, laatste})
    return {
        "vergelijkingen": vergelijkingen(wijken, echt, (lang, eind), regel.delta, minimum),
        "spreiding": spreiding(wijken, later, lang, crisis, minimum),
    }
