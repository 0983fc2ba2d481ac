"""The nine classes of the Leefbaarometer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd


def klasse(scores: pd.Series, grenzen: Sequence[float]) -> pd.Series:
    """Return the class 1-9 of each score; missing stays missing.

    Args:
        scores: Leefbaarometer scores (`lbm`).
        grenzen: eight ascending cut points of the *total* score. They never serve for a dimension.

    A score on a cut point belongs to the higher class.
    # AANNAME: een score precies op een klassegrens hoort bij de hogere klasse.
    #   Waarom: elke score hoort bij één klasse, en een grens is hier de ondergrens van een klasse.
    #   Gevolg: alleen een score die op alle decimalen gelijk is aan een grens, kwam anders een
    #   klasse lager.
    #   Onderwerp: score. Zie: leefbaarheidsontwikkeling, Klassen.
    """
    nummers = np.searchsorted(np.asarray(grenzen), scores.to_numpy(dtype=float), side="right") + 1
    uit = pd.Series(nummers, index=scores.index, dtype="Int64")
    return uit.mask(scores.isna())
