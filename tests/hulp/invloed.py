"""The fictional wijken on which influence, other estimators and form are tested."""

from __future__ import annotations

import json
from functools import cache

import pandas as pd

from hulp import WORTEL
from leefbaarheid.analyse.ontwerp import koppel, maak_ontwerp

REFERENTIE = WORTEL / "tests" / "reference"
FACTOREN = ["corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct"]


@cache
def pyfixest() -> dict:
    """What pyfixest made of these wijken (tests/reference/invloed_pyfixest.py)."""
    inhoud = json.loads((REFERENTIE / "invloed_pyfixest.json").read_text(encoding="utf-8"))
    return inhoud["waarden"]


def tabel() -> pd.DataFrame:
    """60 fictional wijken in 9 unequal gemeenten, with the inhabitants of the reference."""
    bestand = pd.read_csv(REFERENTIE / "regressie.csv")
    wijken = bestand.drop(columns=FACTOREN).assign(
        wk_naam=[f"Wijk {i}" for i in range(len(bestand))],
        gm_naam="Gemeente " + bestand["gm_code"].str[-1],
        inwoners=pyfixest()["inwoners"],
        in_selectie=True,
        in_aanmerking=True,
    )
    return koppel(wijken, bestand[["wk_code", *FACTOREN]], FACTOREN)


def codeboek() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "factor": FACTOREN,
            "label": ["Corporatiewoningen", "Verandering woningwaarde", "Lage inkomens"],
            "eenheid": "%",
            "peiljaar": "2011",
        }
    )


def ontwerp_van(tabel, factoren=FACTOREN, **anders):
    vast = {"van": 2012, "tot": 2014, "model": "ancova", "steekproef": "selectie"}
    return maak_ontwerp(tabel, factoren, **(vast | {"basisjaar": 2002} | anders))
