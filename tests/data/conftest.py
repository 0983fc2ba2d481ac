"""Sources as the readers return them."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.bronnen import CODEBOEK, CONTEXT, GOED, KENMERKEN, regel, schrijf
from leefbaarheid.data.codeboek import lees_codeboek
from leefbaarheid.data.context import lees_context
from leefbaarheid.data.leefbaarometer import lees_leefbaarometer


@pytest.fixture
def codeboek(tmp_path) -> pd.DataFrame:
    return lees_codeboek(schrijf(tmp_path, CODEBOEK, "codeboek.csv"))


@pytest.fixture
def gelezen(tmp_path, codeboek):
    """Panel of four wijken, of which two without 2012; context with one wijk of its own."""
    regels = [*GOED[:3], GOED[4], *GOED[5:], regel("WK900109", 2014, 4.2, True, "Nieuw")]
    panel = lees_leefbaarometer(schrijf(tmp_path, regels), [2012, 2014])
    pad = schrijf(tmp_path, CONTEXT, "context.csv")
    kenmerken, context = lees_context(pad, codeboek, ["corporatie_pct", "dichtheid"], KENMERKEN)
    return panel, kenmerken, context
