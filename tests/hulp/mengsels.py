"""The points of tests/reference/mengmodel.csv, and what scikit-learn makes of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

REFERENTIE = Path(__file__).parents[1] / "reference"


def waarden() -> dict[str, Any]:
    """Return the values of scikit-learn: tests/reference/mengmodel_sklearn.py."""
    return json.loads((REFERENTIE / "mengmodel_sklearn.json").read_text(encoding="utf-8"))[
        "waarden"
    ]


def data() -> pd.DataFrame:
    """Return 150 points in three known groups: a, b, c, groep, and an unrelated division ander."""
    return pd.read_csv(REFERENTIE / "mengmodel.csv")


def punten() -> np.ndarray:
    """Return the points (150, 3)."""
    return data()[["a", "b", "c"]].to_numpy()
