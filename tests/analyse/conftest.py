"""The wijken on which regressions are tested."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.regressie import BLOK, CODEBOEK, FACTOREN, lees_wijken_met_factoren, wijkentabel
from leefbaarheid.analyse.regressietabellen import schat_modellen


@pytest.fixture
def bestand() -> pd.DataFrame:
    return lees_wijken_met_factoren()


@pytest.fixture
def wijken(bestand: pd.DataFrame) -> pd.DataFrame:
    return wijkentabel(bestand)


@pytest.fixture
def context(bestand: pd.DataFrame) -> pd.DataFrame:
    return bestand[["wk_code", *FACTOREN]].copy()


@pytest.fixture
def codeboek() -> pd.DataFrame:
    return pd.DataFrame(CODEBOEK)


@pytest.fixture
def schat(wijken, context, codeboek):
    """Estimate with parts of the input replaced."""

    def doe(factoren=FACTOREN, **anders):
        delen = {"wijken": wijken, "context": context, "codeboek": codeboek} | {
            k: v for k, v in anders.items() if k in ("wijken", "context", "codeboek")
        }
        schatter = anders.pop("schatter", None)
        blok = BLOK | {k: v for k, v in anders.items() if k not in delen}
        return schat_modellen(
            **delen, regressie=blok, factoren=list(factoren), basisjaar=2002, schatter=schatter
        )

    return doe
