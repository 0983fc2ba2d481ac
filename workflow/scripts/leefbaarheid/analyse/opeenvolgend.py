"""Do successive changes go together? The same borders do not make scores comparable.

Two changes that follow each other share the measurement between them. An error in it enters the
first with a plus and the second with a minus: noise alone gives a negative correlation. So does a
score that comes back to a level of its own. Beside the correlation stands what the estimated error
of the shared measurement would give when the true changes are independent of each other, and what
the errors would give when nothing but noise changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.jackknife import correlatie, getoetst, paarmomenten
from leefbaarheid.analyse.meetfout import Meetfout
from leefbaarheid.analyse.vergelijking import andere_wijken
from leefbaarheid.basis.begrippen import SELECTIE


def opeenvolgend(
    wijken: pd.DataFrame, jaren: Sequence[int], meetfout: Meetfout, minimum: int = 5
) -> pd.DataFrame:
    """Return the table `opeenvolgend`: how changes before and after a measurement go together.

    Args:
        wijken: the table `wijken` (gm_code, in_selectie, in_aanmerking, lbm_<jaar>).
        jaren: measurement years, ascending.
        meetfout: the error variance per year.
        minimum: fewest gemeenten for an interval.

    Returns:
        One row per group x middle year: groep, van, midden, tot, n, n_gemeenten, correlatie,
        ci_laag, ci_hoog (jackknife by gemeente of Fisher's z, taken back), p, door_meetfout
        (minus the error variance of the middle year over the product of the standard deviations of
        the two changes: what it would be if the true changes were independent), alleen_ruis (what
        it would be if nothing but noise changed), reden.
    """
    fout = dict(zip(meetfout.jaren, meetfout.variantie, strict=True))
    score = {jaar: wijken[f"lbm_{jaar}"].to_numpy(float) for jaar in jaren}
    gemeente = wijken["gm_code"].to_numpy()
    groepen = {SELECTIE: wijken["in_selectie"].to_numpy(bool), **andere_wijken(wijken)}
    rijen = []
    for groep, masker in groepen.items():
        for van, midden, tot in zip(jaren, jaren[1:], jaren[2:], strict=False):
            eerst, later = score[midden] - score[van], score[tot] - score[midden]
            bekend = masker & np.isfinite(eerst) & np.isfinite(later)
            rijen.append(
                {"groep": groep, "van": van, "midden": midden, "tot": tot}
                | _samenloop(eerst[bekend], later[bekend], gemeente[bekend], minimum)
                | _door_ruis(eerst[bekend], later[bekend], [fout[j] for j in (van, midden, tot)])
            )
    return pd.DataFrame(rijen)


def _samenloop(x: np.ndarray, y: np.ndarray, gemeente: np.ndarray, minimum: int) -> dict[str, Any]:
    """Return the correlation of two changes with its interval."""
    _, codes = np.unique(gemeente, return_inverse=True)
    G = int(codes.max()) + 1 if len(codes) else 0
    r = correlatie(paarmomenten(x, y, codes, G))
    with np.errstate(divide="ignore", invalid="ignore"):
        uit = getoetst(np.arctanh(r), G, minimum)
    return {
        "n": len(x),
        "n_gemeenten": G,
        "correlatie": r[0],
        "ci_laag": np.tanh(uit["ci_laag"]),
        "ci_hoog": np.tanh(uit["ci_hoog"]),
        "p": uit["p"],
        "reden": uit["reden"],
    }


def _door_ruis(x: np.ndarray, y: np.ndarray, fout: Sequence[float]) -> dict[str, float]:
    """Return the correlation that errors would give, with independent true changes and without any.

    Args:
        fout: error variance of the first, the middle and the last year.
    """
    a, b, c = fout
    spreiding = x.std(ddof=1) * y.std(ddof=1) if len(x) > 1 else 0.0
    ruis = np.sqrt((a + b) * (b + c))
    return {
        "door_meetfout": float(-b / spreiding) if spreiding > 0 else np.nan,
        "alleen_ruis": float(-b / ruis) if ruis > 0 else np.nan,
    }
