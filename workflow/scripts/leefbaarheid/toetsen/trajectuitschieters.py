"""Is a group of trajectories a handful of extreme wijken, and what is left without them?

A mixture can spend a group on a few points far from all others. A wijk is called extreme here when
one of its three growth factors lies more than `GRENS` robust standard deviations from the median
(1.4826 times the median absolute deviation; Iglewicz & Hoaglin 1993, How to detect and handle
outliers). The groups are looked for again without the extreme wijken, by the same demands and the
same choice, and laid beside the solution with all wijken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import ALLE_WIJKEN, KMEANS, METHODEN, ZONDER_UITSCHIETERS
from leefbaarheid.toetsen.groepsmaten import aangepaste_rand
from leefbaarheid.toetsen.trajectgroepen import (
    MIN_AANDEEL,
    THEMA,
    getoonde_oplossing,
    kies,
    zoek_oplossing,
)
from leefbaarheid.toetsen.trajectwolk import Wolk

# AANNAME: meer dan 3,5 robuuste standaarddeviaties van de mediaan heet een uitschieter.
#   Waarom: dat is een gangbare grens (Iglewicz en Hoaglin, 1993).
#   Gevolg: met een lagere grens heten meer wijken uitschieter; de groepen zijn ook zonder deze
#   wijken gezocht.
#   Onderwerp: score. Als: controle trajectmaten. Zie: sec-rob-trajecten.
GRENS = 3.5
# AANNAME: een groep van minder dan tien wijken, of voor meer dan de helft uitschieters, is een
#   handvol uiterste wijken en geen traject.
#   Waarom: een enkele uiterste wijk kan zo'n groep maken.
#   Gevolg: met een lagere grens telt een kleine groep eerder als traject; de indeling zelf
#   verandert niet.
#   Onderwerp: score. Als: controle trajectmaten. Zie: sec-rob-trajecten.
MIN_WIJKEN = 10


class Uitschieters(NamedTuple):
    """The tables of `uitschieters`.

    Attributes:
        groepen: one row per group of the shown solution: methode, aantal_groepen, groep, n_wijken,
            aandeel, n_uitschieters, verste (largest robust distance in the group), grens, handvol.
        oplossingen: one row for all wijken and one without the extreme ones: wijken, n, methode,
            aantal_groepen, bic, kleinste_n, rand (adjusted Rand index with the solution of all
            wijken, on the wijken that both have), reden.
    """

    groepen: pd.DataFrame
    oplossingen: pd.DataFrame


def robuuste_afstand(groei: pd.DataFrame) -> np.ndarray:
    """Return per wijk the largest distance to the median, in robust standard deviations: (n,).

    A growth factor of which half the wijken have the same value has no such distance; it is left
    out.
    """
    X = groei.to_numpy(float)
    af = np.abs(X - np.median(X, axis=0))
    schaal = 1.4826 * np.median(af, axis=0)
    bruikbaar = schaal > 0
    if not bruikbaar.any():
        return np.zeros(len(X))
    uit: np.ndarray = (af[:, bruikbaar] / schaal[bruikbaar]).max(axis=1)
    return uit


def uitschieters(
    wolk: Wolk, maten: pd.DataFrame, indeling: pd.DataFrame, *, zaad: int, aantallen: Sequence[int]
) -> Uitschieters:
    """Count the extreme wijken in each group, and look for groups without them.

    Args:
        wolk: the cloud of all wijken.
        maten, indeling: see `trajectgroepen.Trajectgroepen`.
        zaad: seed of the edition. aantallen: numbers of groups.
    """
    methode, K = getoonde_oplossing(maten)
    eigen = indeling[(indeling["methode"] == methode) & (indeling["aantal_groepen"] == K)]
    groep = eigen.set_index("wk_code")["groep"].reindex(wolk.tabel["wk_code"]).to_numpy()
    afstand = robuuste_afstand(wolk.groei)
    ver = afstand > GRENS
    getoond = maten[(maten["methode"] == methode) & (maten["aantal_groepen"] == K)].iloc[0]
    alle = _oplossing(ALLE_WIJKEN, getoond, wolk.n, np.nan)
    zonder = _zonder(wolk, ver, groep, zaad, aantallen)
    return Uitschieters(
        _groepen(groep, afstand, {"methode": methode, "aantal_groepen": K}),
        pd.DataFrame([alle, zonder]).astype({"aantal_groepen": "Int64", "kleinste_n": "Int64"}),
    )


def _groepen(groep: np.ndarray, afstand: np.ndarray, vast: dict[str, Any]) -> pd.DataFrame:
    """Return the rows of `Uitschieters.groepen`."""
    rijen = []
    for nummer in range(1, vast["aantal_groepen"] + 1):
        leden = afstand[groep == nummer]
        n, n_ver = len(leden), int((leden > GRENS).sum())
        rijen.append(
            vast
            | {
                "groep": nummer,
                "n_wijken": n,
                "aandeel": n / len(groep),
                "n_uitschieters": n_ver,
                "verste": leden.max() if n else np.nan,
                "grens": GRENS,
                "handvol": n < MIN_WIJKEN or n / len(groep) < MIN_AANDEEL or 2 * n_ver > n,
            }
        )
    return pd.DataFrame(rijen)


def _oplossing(wijken: str, rij: pd.Series, n: int, rand: float) -> dict[str, Any]:
    return {
        "wijken": wijken,
        "n": n,
        **{k: rij[k] for k in ("methode", "aantal_groepen", "bic", "kleinste_n")},
        "rand": rand,
        "reden": "",
    }


def _zonder(
    wolk: Wolk, ver: np.ndarray, groep: np.ndarray, zaad: int, aantallen: Sequence[int]
) -> dict[str, Any]:
    """Return the row of the solution without the extreme wijken."""
    rest = int((~ver).sum())
    leeg = {"wijken": ZONDER_UITSCHIETERS, "n": rest}
    if not ver.any():
        return leeg | {"reden": ToetsReden.GEEN_UITSCHIETERS.met()}
    kern = replace(
        wolk,
        tabel=wolk.tabel[~ver].reset_index(drop=True),
        groei=wolk.groei[~ver].reset_index(drop=True),
        cluster=wolk.cluster[~ver],
    )
    if not (kern.groei.std(ddof=0) > 0).all():
        return leeg | {
            "reden": ToetsReden.TE_WEINIG_WIJKEN_VOOR_GROEPEN.met(n=rest, nodig=rest + 1)
        }
    geen = np.empty((0, kern.n))
    rijen, labels = [], {}
    for nummer, methode in enumerate((m for m in METHODEN if m != KMEANS), start=1):
        for K in aantallen:
            rij, posterior = zoek_oplossing(kern, methode, K, geen, [zaad, THEMA, 90 + nummer, K])
            rijen.append(rij)
            if posterior is not None:
                labels[methode, K] = posterior.argmax(axis=1)
    maten = kies(pd.DataFrame(rijen))
    if not labels:
        return leeg | {"reden": rijen[0]["reden"]}
    sleutel = getoonde_oplossing(maten)
    gekozen = maten[(maten["methode"] == sleutel[0]) & (maten["aantal_groepen"] == sleutel[1])]
    beide = sleutel[1] > 1 and len(np.unique(groep[~ver])) > 1
    rand = aangepaste_rand(groep[~ver], labels[sleutel]) if beide else np.nan
    return _oplossing(ZONDER_UITSCHIETERS, gekozen.iloc[0], rest, rand)
