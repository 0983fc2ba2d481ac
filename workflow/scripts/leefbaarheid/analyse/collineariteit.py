"""Do regressors tell each other: variance inflation, condition number, exact combinations."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

# Above this variance inflation factor the regressors are collinear to working precision.
VIF_COLLINEAIR = 1e8


def vif(regressoren: pd.DataFrame) -> pd.Series:
    """Return the variance inflation factor of each regressor, given the others and a constant.

    The diagonal of the inverse correlation matrix, 1/(1 - R2_j) (Belsley, Kuh & Welsch 1980),
    computed from the singular values. Collinear regressors give a very large number, not an error.
    """
    s, V = _singuliere_waarden(regressoren)
    return pd.Series((V**2 / s**2).sum(axis=1), index=regressoren.columns, name="vif")


def conditiegetal(regressoren: pd.DataFrame) -> float:
    """Return the condition number of the standardised regressors (no units; 1 = orthogonal)."""
    s, _ = _singuliere_waarden(regressoren)
    return float(s.max() / s.min())


def collineaire_regressoren(regressoren: pd.DataFrame) -> list[str]:
    """Return the regressors that (almost) are a linear combination of one another; [] if none.

    They are the ones with a part in a direction whose variance is below 1/`VIF_COLLINEAIR`.
    """
    s, V = _singuliere_waarden(regressoren)
    zwak = V[:, s**2 * VIF_COLLINEAIR < 1]
    mee = np.abs(zwak).max(axis=1, initial=0.0) > 1e-3
    return [naam for naam, doet_mee in zip(regressoren.columns, mee, strict=True) if doet_mee]


def _singuliere_waarden(
    regressoren: pd.DataFrame,
) -> tuple[Matrix, Matrix]:
    """Return the singular values s (k,) and right vectors V (k, k) of the standardised columns."""
    Z = regressoren.to_numpy(float)
    Z = Z - Z.mean(axis=0)
    Z = Z / np.linalg.norm(Z, axis=0)
    _, s, Vt = np.linalg.svd(Z, full_matrices=False)
    return np.maximum(s, 1e-16), Vt.T  # never zero, so that the VIF is large and not infinite
