"""What text and figures call the terms of a regression."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from leefbaarheid.basis.tabelwaarden import BASISSCORE, BEGINSCORE, CONSTANTE


def termnaam(rij: Mapping[Hashable, Any] | Mapping[str, Any], basisjaar: int) -> str:
    """Return the name of a term for the reader: that of the codebook, or our own.

    Args:
        rij: row of a table of regressions, with `term`, `label` and `van`.
        basisjaar: year of the pre-selection baseline.
    """
    eigen = {
        CONSTANTE: "Constante",
        BEGINSCORE: f"Leefbaarheidsscore {rij['van']} (begin van het venster)",
        BASISSCORE: f"Leefbaarheidsscore {basisjaar} (basismeting)",
    }
    return eigen.get(rij["term"]) or str(rij["label"])
