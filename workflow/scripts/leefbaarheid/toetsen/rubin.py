"""Rubin's rules: what the analyses of several completed data sets say together."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import stats

from leefbaarheid.toetsen.ontwerpen import ALFA


def rubin(coef: np.ndarray, variantie: np.ndarray, vg_volledig: float) -> pd.DataFrame:
    """Pool m analyses with Rubin's rules (Rubin 1987; Barnard & Rubin 1999).

    Args:
        coef: (m, k) estimates, m at least 2.
        variantie: (m, k) their squared standard errors.
        vg_volledig: degrees of freedom of the analysis without missing data; may be infinite.

    Returns:
        One row per coefficient: coef, se, vrijheidsgraden, p, ci_laag, ci_hoog (95%),
        toename_variantie (r: relative increase in variance due to missing data), fmi (fraction of
        missing information, Rubin 1987: (r + 2/(v+3))/(r+1) with v the degrees of freedom for
        infinite `vg_volledig`) and tussen (between-imputation variance).
    """
    m = len(coef)
    if m < 2:
        raise ValueError("pooling takes at least two analyses")
    midden, binnen = coef.mean(axis=0), variantie.mean(axis=0)
    tussen = coef.var(axis=0, ddof=1)
    extra = (1 + 1 / m) * tussen
    totaal = binnen + extra
    aandeel, r = extra / totaal, extra / binnen
    with np.errstate(divide="ignore"):
        vg_oud = (m - 1) / aandeel**2  # Rubin (1987); infinite where nothing is missing
    if np.isinf(vg_volledig):
        vg = vg_oud
    else:
        waargenomen = (vg_volledig + 1) / (vg_volledig + 3) * vg_volledig * (1 - aandeel)
        vg = 1 / (1 / vg_oud + 1 / waargenomen)
    se = np.sqrt(totaal)
    halve = stats.t.ppf(1 - ALFA / 2, vg) * se
    return pd.DataFrame(
        {
            "coef": midden,
            "se": se,
            "vrijheidsgraden": vg,
            "p": 2 * stats.t.sf(np.abs(midden) / se, vg),
            "ci_laag": midden - halve,
            "ci_hoog": midden + halve,
            "toename_variantie": r,
            "fmi": (r + 2 / (vg_oud + 3)) / (r + 1),
            "tussen": tussen,
        }
    )
