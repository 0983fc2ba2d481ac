"""The bundled edition, simulated once."""

from __future__ import annotations

import pandas as pd
import pytest

from leefbaarheid.voorbeeld.simulatie import VoorbeeldData, simuleer


@pytest.fixture(scope="session")
def data() -> VoorbeeldData:
    return simuleer()


@pytest.fixture(scope="session")
def scores(data: VoorbeeldData) -> pd.DataFrame:
    return data.leefbaarometer.pivot(index="wk_code", columns="jaar", values="lbm")
