"""Where the real open data are, which the project does not hold."""

from __future__ import annotations

import os
from pathlib import Path

from hulp import WORTEL


def zoek_echte_data() -> Path | None:
    """Return the folder with the real open data (LEEFBAARHEID_DATA), or None."""
    map_ = Path(os.environ.get("LEEFBAARHEID_DATA", WORTEL.parent / "shared" / "data"))
    return map_ if (map_ / "Leefbaarometer-scores wijken 2002-2022.csv").is_file() else None
