"""Fictional wijken with missing factors, and what other programs make of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.ontwerp import koppel

REFERENTIE = Path(__file__).parents[1] / "reference"
FACTOREN = ["corporatie_pct", "laag_inkomen_pct", "dichtheid"]
KEUZE = {"van": 2012, "tot": 2014, "model": "ancova", "steekproef": "selectie", "basisjaar": 2002}


def gekoppeld(bestand: pd.DataFrame, factoren: Sequence[str] = FACTOREN) -> pd.DataFrame:
    """Return scores, gemeenten and factors per wijk, all wijken selected."""
    wijken = bestand.drop(columns=factoren)
    wijken = wijken.assign(
        wk_naam=bestand["wk_code"],
        gm_naam="Gemeente " + bestand["gm_code"].str[-3:],
        in_selectie=True,
        in_aanmerking=True,
    )
    return koppel(wijken, bestand[["wk_code", *factoren]], factoren)


def boek(factoren: Sequence[str] = FACTOREN) -> pd.DataFrame:
    """Return a codeboek of the factors."""
    labels = {"corporatie_pct": "Corporatiewoningen", "laag_inkomen_pct": "Lage inkomens"}
    return pd.DataFrame(
        {
            "factor": factoren,
            "label": [labels.get(f, f.capitalize()) for f in factoren],
            "eenheid": "%",
            "peiljaar": "2011",
        }
    )


def mice() -> dict[str, Any]:
    """Return the values of tests/reference/ontbrekend_mice.py."""
    return json.loads((REFERENTIE / "ontbrekend_mice.json").read_text(encoding="utf-8"))


def tabel() -> pd.DataFrame:
    """Return 400 fictional wijken in 40 gemeenten, the input of the reference."""
    return gekoppeld(pd.read_csv(REFERENTIE / "ontbrekend.csv"))


def klein() -> pd.DataFrame:
    """Return 12 wijken in 6 gemeenten; 'a' is missing in two of them, 'b' in one of those."""
    codes = [f"WK9{g:03d}{i:02d}" for g in range(6) for i in range(2)]
    rng = np.random.default_rng(1)
    bestand = pd.DataFrame({"wk_code": codes, "gm_code": [f"GM{c[2:6]}" for c in codes]})
    bestand = bestand.assign(lbm_2012=rng.normal(3.9, 0.1, 12), a=np.arange(12.0))
    bestand = bestand.assign(lbm_2014=rng.normal(3.9, 0.1, 12), b=rng.normal(0, 1, 12))
    bestand.loc[[3, 7], "a"] = np.nan
    bestand.loc[7, "b"] = np.nan
    return gekoppeld(bestand, ["a", "b"])
