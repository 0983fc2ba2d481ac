"""Fictional wijken whose scores are a true score that moves as a Markov chain, plus noise."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

JAREN = [2002, 2008, 2012, 2014]


def simplex(
    n: int = 4000,
    R: float = 0.8,
    s: Sequence[float] = (1.0, 1.0, 1.0),
    sd: float = 0.14,
    zaad: int = 1,
    k: int = 600,
    gemeenten: int = 40,
) -> pd.DataFrame:
    """Return wijken with a Markov true score of stability s and reliability R; the lowest k chosen.

    Every score has variance sd^2; the mean rises 0.01 a measurement.
    """
    rng = np.random.default_rng(zaad)
    waar = [rng.normal(0, 1, n)]
    for stabiliteit in s:
        waar.append(stabiliteit * waar[-1] + np.sqrt(1 - stabiliteit**2) * rng.normal(0, 1, n))
    T = np.column_stack(waar)
    Y = 4.0 + sd * (np.sqrt(R) * T + np.sqrt(1 - R) * rng.normal(0, 1, T.shape))
    Y += 0.01 * np.arange(4)
    wijken = pd.DataFrame(Y, columns=[f"lbm_{j}" for j in JAREN]).assign(
        wk_code=[f"WK9{i:05d}" for i in range(n)],
        gm_code=[f"GM9{i % gemeenten:03d}" for i in range(n)],
        in_aanmerking=True,
    )
    laagste = wijken["lbm_2002"].nsmallest(k).index
    return wijken.assign(in_selectie=wijken.index.isin(laagste))
