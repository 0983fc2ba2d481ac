"""The wijken that `regressie_naar_gemiddelde` simulates, and the two models of their scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from leefbaarheid.analyse.meetfout import (
    als_matrix,
    foutvarianties,
    gebruikte_varianties,
    gewogen_momenten,
)
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import BEWEGING, REGELEQUIVALENT, RUIS


@dataclass(frozen=True)
class Populatie:
    """The n eligible wijken with all scores in T years.

    Attributes:
        scores: one column per year; gemeente: gm_code, same index.
        jaren: the years, ascending.
        gekozen: (n,) in the selection.
        n_selectie: number of selected wijken, those without all scores included.
        jaar: the year on whose score was selected.
        X, codes, G: see `meetfout.als_matrix`.
        gemiddeld: (T,) means per year.
    """

    scores: pd.DataFrame
    gemeente: pd.Series
    jaren: list[int]
    gekozen: np.ndarray
    n_selectie: int
    jaar: int
    X: np.ndarray
    codes: np.ndarray
    G: int
    gemiddeld: np.ndarray

    @property
    def plek(self) -> int:
        """Place of the selection year among the years."""
        return self.jaren.index(self.jaar)

    def groepen(self) -> dict[str, np.ndarray]:
        """Return the selection, and the same number of lowest scores where that differs: (n,)."""
        laagste = np.zeros(len(self.X), dtype=bool)
        laagste[np.argsort(self.X[:, self.plek], kind="stable")[: self.gekozen.sum()]] = True
        uit = {SELECTIE: self.gekozen}
        return uit if (laagste == self.gekozen).all() else uit | {REGELEQUIVALENT: laagste}

    def betrouwbaarheid(self, cov: np.ndarray) -> np.ndarray:
        """Return the reliability of the score in the selection year (B,) from (B, T, T); 0-1."""
        fout = np.nan_to_num(gebruikte_varianties(foutvarianties(cov))[:, self.plek])
        R: np.ndarray = np.clip(1 - fout / cov[:, self.plek, self.plek], 0.0, 1.0)
        return R

    def modelcovarianties(self, gewicht: np.ndarray) -> dict[str, np.ndarray]:
        """Return the covariance of the scores under either model: (B, T, T), B sets of weights."""
        _, cov = gewogen_momenten(self.X, self.codes, gewicht)
        R = self.betrouwbaarheid(cov)[:, None, None]
        variantie = cov[:, self.plek, self.plek][:, None, None]
        return {RUIS: variantie * (R + (1 - R) * np.eye(self.X.shape[1])), BEWEGING: cov}


def maak_populatie(wijken: pd.DataFrame, jaar: int, jaren: list[int]) -> Populatie:
    """Return the population.

    Args:
        wijken: wk_code, gm_code, in_selectie, in_aanmerking, lbm_<jaar>.
        jaar: the year on whose score was selected. jaren: measurement years, ascending.

    Raises:
        InvoerFout: no selected wijk is eligible and has all scores.
    """
    kolommen = [f"lbm_{j}" for j in jaren]
    deel = wijken[wijken["in_aanmerking"]].dropna(subset=kolommen).sort_values("wk_code")
    if not deel["in_selectie"].any():
        raise InvoerFout(
            f"geen enkele geselecteerde {W.gebied} komt in aanmerking en heeft alle scores",
            sleutel="selectie",
            remedie="Controleer de selectie, of zet deze controle uit.",
        )
    scores = deel[kolommen].set_axis(jaren, axis=1)
    X, codes, G = als_matrix(scores, deel["gm_code"])
    return Populatie(
        scores=scores,
        gemeente=deel["gm_code"],
        jaren=jaren,
        gekozen=deel["in_selectie"].to_numpy(),
        n_selectie=int(wijken["in_selectie"].sum()),
        jaar=jaar,
        X=X,
        codes=codes,
        G=G,
        gemiddeld=X.mean(axis=0),
    )
