"""What groups of trajectories look like: their course, their wijken, and the clusters of the rule.

A solution is the memberships (n, K) of the wijken of a `Wolk`, by methode and number of groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from leefbaarheid.basis.begrippen import CLUSTERS, ZONDER_CLUSTER
from leefbaarheid.toetsen.mengmodel import VORMEN
from leefbaarheid.toetsen.trajectwolk import (
    KENMERKEN,
    Wolk,
    knoopmatrix,
)

Sleutel = tuple[str, int]
"""Methode and number of groups of a solution."""
Oplossingen = Mapping[Sleutel, np.ndarray]


def gewogen(posterior: np.ndarray, scores: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return means and sds (K, T) of the scores weighed by posterior; missing ones are left out."""
    Y = scores.to_numpy(float)
    heeft = np.isfinite(Y)
    nul = np.where(heeft, Y, 0.0)
    N = np.maximum(posterior.T @ heeft, 1e-300)
    gem = posterior.T @ nul / N
    return gem, np.sqrt(np.maximum(posterior.T @ nul**2 / N - gem**2, 0.0))


def _kolommen(sleutel: Sleutel) -> dict[str, Any]:
    return {"methode": sleutel[0], "aantal_groepen": sleutel[1]}


def verloop(wolk: Wolk, oplossingen: Oplossingen) -> pd.DataFrame:
    """Return the course of every group of every solution, see `Trajectgroepen.verloop`."""
    rijen: list[dict[str, Any]] = []
    for sleutel, posterior in oplossingen.items():
        gem, sd = gewogen(posterior, wolk.tabel[[f"lbm_{jaar}" for jaar in wolk.jaren]])
        lijn = gewogen(posterior, wolk.groei)[0] @ knoopmatrix(wolk.gebruikt, wolk.crisisjaar).T
        K = posterior.shape[1]
        omvang = np.bincount(posterior.argmax(axis=1), minlength=K)
        rijen += [
            {
                **_kolommen(sleutel),
                "groep": k + 1,
                "jaar": jaar,
                "n_wijken": int(omvang[k]),
                "aandeel": omvang[k] / len(posterior),
                "gemiddelde": gem[k, t],
                "sd": sd[k, t],
                "model": lijn[k, t] if jaar in wolk.gebruikt else np.nan,
                "gebruikt": jaar in wolk.gebruikt,
            }
            for k in range(K)
            for t, jaar in enumerate(wolk.jaren)
        ]
    return pd.DataFrame(rijen)


def indeling(wolk: Wolk, oplossingen: Oplossingen) -> pd.DataFrame:
    """Return the most likely group of every wijk, see `Trajectgroepen.indeling`."""
    delen = [
        pd.DataFrame(
            {
                **_kolommen(sleutel),
                "wk_code": wolk.tabel["wk_code"],
                "groep": posterior.argmax(axis=1) + 1,
                "posterior": posterior.max(axis=1) if sleutel[0] in VORMEN else np.nan,
            }
        )
        for sleutel, posterior in oplossingen.items()
    ]
    return pd.concat(delen, ignore_index=True)


def kruistabel(wolk: Wolk, oplossingen: Oplossingen) -> pd.DataFrame:
    """Return how the groups fall over the clusters, see `Trajectgroepen.kruistabel`."""
    zonder = (wolk.cluster == ZONDER_CLUSTER).any()
    namen = [*CLUSTERS, *([ZONDER_CLUSTER] if zonder else [])]
    rijen = []
    for sleutel, posterior in oplossingen.items():
        label = posterior.argmax(axis=1)
        for k in range(posterior.shape[1]):
            deel = wolk.cluster[label == k]
            for naam in namen:
                aantal = int((deel == naam).sum())
                aandeel = aantal / len(deel) if len(deel) else np.nan
                rij = {"groep": k + 1, "cluster": naam, "n_wijken": aantal, "aandeel": aandeel}
                rijen.append(_kolommen(sleutel) | rij)
    return pd.DataFrame(rijen)


def kenmerken(wolk: Wolk, sleutel: Sleutel, posterior: np.ndarray) -> pd.DataFrame:
    """Describe the groups of one solution: mean, sd and 95 % interval per growth factor."""
    gem, sd = gewogen(posterior, wolk.groei)
    N = posterior.sum(axis=0)
    rijen = []
    for k in range(posterior.shape[1]):
        vrij = N[k] - 1
        for j, kenmerk in enumerate(KENMERKEN):
            s = sd[k, j] * np.sqrt(N[k] / vrij) if vrij > 0 else np.nan
            se = s / np.sqrt(N[k])
            marge = stats.t.ppf(0.975, vrij) * se if vrij > 0 else np.nan
            rijen.append(
                {
                    **_kolommen(sleutel),
                    "groep": k + 1,
                    "kenmerk": kenmerk,
                    "n": N[k],
                    "gemiddelde": gem[k, j],
                    "sd": s,
                    "se": se,
                    "ci_laag": gem[k, j] - marge,
                    "ci_hoog": gem[k, j] + marge,
                }
            )
    return pd.DataFrame(rijen)
