"""60 fictional wijken in 9 unequal gemeenten, and regressions on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.analyse.ontwerp import Ontwerp, koppel, maak_ontwerp
from leefbaarheid.basis.fouten import InvoerFout

REFERENTIE = Path(__file__).parents[1] / "reference"
SELECTIE = np.arange(60) % 4 != 0
"""Three wijken in four are selected: 45."""
FACTOREN = ["corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct"]
BLOK = {
    "vensters": [[2012, 2014], [2002, 2012]],
    "modellen": ["verandering", "ancova", "basismeting"],
    "steekproeven": ["selectie", "in_aanmerking"],
    "vif_grens": 10,
}
"""The block `regressie` of a config."""
CODEBOEK = {
    "factor": FACTOREN,
    "label": ["Corporatiewoningen", "Verandering woningwaarde", "Lage inkomens"],
    "eenheid": ["%", "%", "%"],
    "peiljaar": ["2011", "2009-2014", "2017"],
}


def lees_wijken_met_factoren() -> pd.DataFrame:
    """Return the input of the pyfixest reference: wijken, scores and factors."""
    return pd.read_csv(REFERENTIE / "regressie.csv")


def wijkentabel(bestand: pd.DataFrame) -> pd.DataFrame:
    """Return the wijken as tabellen/wijken.csv has them."""
    return bestand.drop(columns=FACTOREN).assign(
        gm_naam="Gemeente " + bestand["gm_code"].str[-1],
        in_selectie=SELECTIE,
        in_aanmerking=True,
    )


def ontwerp(
    wijken: pd.DataFrame, context: pd.DataFrame, factoren: Sequence[str] = FACTOREN, **anders: Any
) -> Ontwerp:
    """Return the ANCOVA design of 2012-2014 on all wijken, with parts replaced."""
    vast = {
        "van": 2012,
        "tot": 2014,
        "model": "ancova",
        "steekproef": "in_aanmerking",
        "basisjaar": 2002,
    }
    return maak_ontwerp(koppel(wijken, context, factoren), factoren, **(vast | anders))


def fout_van(functie: Callable[..., Any], *args: Any, **kwargs: Any) -> str:
    """Return the message of the InvoerFout that a call gives; it fails when there is none."""
    with pytest.raises(InvoerFout) as fout:
        functie(*args, **kwargs)
    return str(fout.value)
