"""What tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def echte_data() -> Path:
    """The folder with the real open data; the test is skipped where it is not at hand."""
    map_ = Path(os.environ.get("LEEFBAARHEID_DATA", WORTEL.parent / "shared" / "data"))
    if not (map_ / "Leefbaarometer-scores wijken 2002-2022.csv").is_file():
        pytest.skip(
            "de echte Leefbaarometer staat niet klaar: zet LEEFBAARHEID_DATA op de map ermee"
        )
    return map_
