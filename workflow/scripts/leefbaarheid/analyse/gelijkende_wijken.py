"""Which wijken are most alike: matched on the level of their scores and on the path over time.

The distance of two wijken is that of Euclid between two standardised descriptions: the mean of the
scores over all years (level), and the deviations from that mean per year (path). Each part is in
standard deviations among the wijken compared, so that level and path weigh the same. Matching on
the history of an outcome is how a comparison group is made in an interrupted time series; here it
only describes (Stuart, E. A., 2010, Matching methods for causal inference, Statistical Science 25).
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import numpy.typing as npt
import pandas as pd

Matrix = npt.NDArray[np.float64]
KOLOMMEN = [
    "wk_code",
    "rang",
    "gelijkende_wk_code",
    "afstand",
    "verschil_niveau",
    "verschil_verloop",
]


def beschrijving(scores: Matrix) -> Matrix:
    """Return level and path of every wijk, standardised: (n, 1 + years).

    Args:
        scores: (n, years), without missing values.
    """
    niveau = scores.mean(axis=1, keepdims=True)
    verloop = scores - niveau
    sd_niveau = niveau.std() or 1.0
    los = verloop - verloop.mean(axis=0)
    sd_verloop = float(np.sqrt((los**2).mean())) or 1.0
    return np.hstack([niveau / sd_niveau, verloop / (sd_verloop * np.sqrt(scores.shape[1]))])


def gelijkende_wijken(
    scores: pd.DataFrame, voor: Collection[str], uit: Collection[str], aantal: int
) -> pd.DataFrame:
    """Return for every wijk of `voor` the `aantal` wijken of `uit` that are most alike.

    Args:
        scores: score per wijk (index wk_code) and year (columns); a wijk that lacks one is left
            out on both sides.
        voor, uit: codes of the wijken described, and of those they are compared with.
        aantal: how many at most.

    Returns:
        wk_code, rang (1 = most alike), gelijkende_wk_code, afstand (standard deviations),
        verschil_niveau (of the other minus this one, in points) and verschil_verloop (root mean
        square of the differences in path, in points); equal distances in the order of the codes.
    """
    heel = scores.dropna().sort_index()
    codes = heel.index.to_numpy()
    if len(heel) < 2:
        return pd.DataFrame(columns=KOLOMMEN)
    waarden = heel.to_numpy(dtype=float)
    maten = beschrijving(waarden)
    kandidaten = np.flatnonzero(heel.index.isin(list(uit)))
    rijen: list[list[object]] = []
    for plek in np.flatnonzero(heel.index.isin(list(voor))):
        andere = kandidaten[kandidaten != plek]
        # rounded, so that equal distances are equal on every machine
        afstand = np.round(np.sqrt(((maten[andere] - maten[plek]) ** 2).sum(axis=1)), 9)
        beste = np.argsort(afstand, kind="stable")[:aantal]
        for rang, gekozen in enumerate(beste, start=1):
            wie = andere[gekozen]
            niveau, verloop = _verschillen(waarden[plek], waarden[wie])
            rijen.append([codes[plek], rang, codes[wie], afstand[gekozen], niveau, verloop])
    return pd.DataFrame(rijen, columns=KOLOMMEN)


def _verschillen(een: Matrix, ander: Matrix) -> tuple[float, float]:
    verschil = ander - een
    niveau = float(verschil.mean())
    return niveau, float(np.sqrt(((verschil - niveau) ** 2).mean()))
