"""Noise that lies over the map as a factor does: a Gaussian field with its own correlogram.

A factor, standardised, is taken for a draw from a field with correlation s exp(-d / r) between
wijken at distance d, and 1 at the same wijk: a part s that fades with the distance and a part that
is of each wijk alone. Range r and share s maximise the likelihood of the factor over a grid. New
draws from that field are alike as the factor is, and have nothing to do with the outcome (Kelly
2021). For each range one eigenvalue decomposition serves every share, factor and draw.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial.distance import cdist

# AANNAME: de ruimtelijke samenhang van een factor is gezocht bij bereiken van een halve tot honderd
#   kilometer en bij aandelen van nul tot en met 0,98.
#   Waarom: daarbuiten verschilt een factor vrijwel per wijk, of is hij over het hele land bijna
#   gelijk.
#   Gevolg: loopt een factor nog geleidelijker over het land, dan lijkt de ruis te weinig op hem, en
#   lijkt een samenhang uitzonderlijker dan zij is.
#   Onderwerp: modellen. Als: controle ruimte_placebo. Zie: sec-rob-ruimte.
BEREIKEN_KM = np.geomspace(0.5, 100.0, 12)
AANDELEN = np.r_[np.linspace(0.0, 0.9, 10), 0.95, 0.98]


@dataclass(frozen=True)
class Veld:
    """The field that a factor was fitted with.

    Attributes:
        bereik_km: range r: at that distance the part that fades is down to 37 %.
        aandeel: share s (0-1) of the variance that fades with the distance; at zero the range
            says nothing.
        llf: log-likelihood of the factor.
        wortel: (m, m) square root of the correlation matrix.
    """

    bereik_km: float
    aandeel: float
    llf: float
    wortel: np.ndarray

    def trek(self, aantal: int, rng: np.random.Generator) -> np.ndarray:
        """Return draws of the field (m, aantal)."""
        return np.asarray(self.wortel @ rng.standard_normal((len(self.wortel), aantal)))


def pas_velden(Z: np.ndarray, xy: np.ndarray) -> list[Veld]:
    """Return the field with the highest likelihood for each column of Z.

    Mean and variance are profiled out, so that neither matters.

    Args:
        Z: (m, k) factors. xy: (m, 2) in metres; places may coincide.
    """
    m, k = Z.shape
    afstand = cdist(xy, xy) / 1000
    beste = np.full(k, -np.inf)
    velden: list[Veld | None] = [None] * k
    for bereik in BEREIKEN_KM:
        waarden, V = np.linalg.eigh(np.exp(-afstand / bereik))
        ZV, eenV = V.T @ Z, V.T @ np.ones(m)
        for aandeel in AANDELEN:
            d = aandeel * np.maximum(waarden, 0) + (1 - aandeel)
            gemiddeld = (eenV / d) @ ZV / ((eenV / d) @ eenV)
            rest = ZV - np.outer(eenV, gemiddeld)
            s2 = (rest**2 / d[:, None]).sum(axis=0) / m
            llf = -0.5 * (m * np.log(2 * np.pi * s2) + m + np.log(d).sum())
            for j in np.flatnonzero(llf > beste + 1e-9):
                beste[j] = llf[j]
                velden[j] = Veld(float(bereik), float(aandeel), float(llf[j]), V * np.sqrt(d))
    return [veld for veld in velden if veld is not None]
