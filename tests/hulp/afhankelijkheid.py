"""The fictional wijken on which dependence between wijken is tested."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd

from hulp import WORTEL
from leefbaarheid.analyse.ontwerp import Ontwerp, koppel, maak_ontwerp
from leefbaarheid.toetsen.conley import coordinaten

REFERENTIE = WORTEL / "tests" / "reference"
WAARDEN = json.loads((REFERENTIE / "afhankelijkheid.json").read_text(encoding="utf-8"))
FACTOREN = ["corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct"]
GETALLEN = ["coef", "se", "p", "ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog"]


def maak_tabel() -> pd.DataFrame:
    """60 fictional wijken in 9 unequal gemeenten; woz_verandering_pct is the same within one."""
    data = pd.read_csv(REFERENTIE / "regressie.csv")
    wijken = data.drop(columns=FACTOREN).assign(gm_naam="Fictief", in_aanmerking=True)
    wijken["in_selectie"] = np.arange(60) % 4 != 0
    return koppel(wijken, data[["wk_code", *FACTOREN]], FACTOREN)


def maak_xy() -> pd.DataFrame:
    return coordinaten(pd.read_csv(REFERENTIE / "afhankelijkheid.csv"))


def maak(tabel, factoren=FACTOREN, model="ancova", **anders) -> Ontwerp:
    vast = {"van": 2012, "tot": 2014, "basisjaar": 2002, "steekproef": "in_aanmerking"}
    return maak_ontwerp(tabel, factoren, model=model, **(vast | anders))


def variant(tabel: pd.DataFrame, naam: str) -> pd.DataFrame:
    return tabel[tabel["variant"] == naam].set_index("term")
