"""Fictional wijken in few, unequal gemeenten: the data of the reference programs."""

from __future__ import annotations

import json

import pandas as pd

from hulp import WORTEL
from leefbaarheid.analyse.clusterproducten import Clusterproducten, clusterproducten
from leefbaarheid.analyse.ontwerp import Ontwerp, koppel, maak_ontwerp
from leefbaarheid.analyse.schatter import Schatter

REFERENTIE = WORTEL / "tests" / "reference"
PEERS = json.loads((REFERENTIE / "clusterinferentie_peers.json").read_text(encoding="utf-8"))
FACTOREN = [
    "woz_verandering_pct",
    "laag_inkomen_pct",
    "corporatie_pct",
    "meergezins_pct",
    "uitkering_pct",
]
TERMEN = ["constante", "lbm_2012", *FACTOREN]
ACHT = {f"GM9{g:03d}" for g in range(8)}


def maak_data() -> pd.DataFrame:
    """118 fictional wijken over 36 gemeenten, 27 in the largest: the data of the reference."""
    return pd.read_csv(REFERENTIE / "clusterinferentie.csv").assign(constante=1.0)


def producten(data: pd.DataFrame, termen=TERMEN, y: str = "lbm_2014") -> Clusterproducten:
    return clusterproducten(data[termen].to_numpy(), data[y].to_numpy(), data["gm_code"])


def ontwerp(data: pd.DataFrame, factoren=FACTOREN, schatter: Schatter | None = None) -> Ontwerp:
    """The same data as the regressions of the project see them."""
    wijken = data.assign(
        wk_code=[f"WK9{i:05d}" for i in range(len(data))],
        gm_naam="Gemeente " + data["gm_code"].str[-2:],
        in_selectie=True,
    )
    tabel = koppel(
        wijken.drop(columns=list(factoren)), wijken[["wk_code", *factoren]], list(factoren)
    )
    keuze = {"model": "ancova", "steekproef": "selectie", "basisjaar": 2012}
    return maak_ontwerp(tabel, list(factoren), van=2012, tot=2014, schatter=schatter, **keuze)
