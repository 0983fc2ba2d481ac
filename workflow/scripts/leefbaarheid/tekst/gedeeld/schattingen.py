"""When an estimate counts as clear."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabel import Rij

SIGNIFICANTIE = 0.05


def richting_van(rij: Rij) -> int:
    """Return the sign of an estimate whose 95% interval leaves out zero, else 0.

    By the primary estimator; an estimate that has no test is not clear.
    """
    if taal.is_leeg(rij["p"]) or rij["p"] >= SIGNIFICANTIE:
        return 0
    return 1 if rij["coef_sd"] > 0 else -1
