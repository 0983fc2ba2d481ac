"""What the example edition was calibrated to, and what it reached.

Targets: DOMAIN.md section 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from leefbaarheid.voorbeeld.simulatie import VoorbeeldData
from leefbaarheid.voorbeeld.voorbeeld import JAREN

DOEL_GEMIDDELD = (4.096, 4.101, 4.115, 4.127, 4.142, 4.146, 4.151, 4.153)
DOEL_SPREIDING = (0.133, 0.128, 0.124, 0.123, 0.122, 0.119, 0.113, 0.112)
DOEL_SELECTIE = (3.814, 3.843, 3.878, 3.893, 3.911, 3.925, 3.956, 3.961)
DOEL_DIMENSIES = {
    "fys": (0.006, 0.046, -0.010),
    "onv": (0.046, 0.072, -0.100),
    "soc": (0.036, 0.053, -0.047),
    "vrz": (-0.072, 0.132, 0.063),
    "won": (0.035, 0.045, -0.047),
}
"""Per dimension in 2022: mean and spread of all wijken, mean of the selection."""


class Doel(NamedTuple):
    """A target and what was reached.

    Attributes:
        groep, kenmerk, jaar: whom it is about, what, and when ("" where no year applies).
        doel, bereikt: in points of `lbm`, or as `kenmerk` says.
        tolerantie: largest difference that counts as reached.
        decimalen: for display.
    """

    groep: str
    kenmerk: str
    jaar: str
    doel: float
    bereikt: float
    tolerantie: float
    decimalen: int = 3


ALLE, SELECTIE, GEMEENTEN = "alle wijken", "selectie", "gemeenten"


def ijking(data: VoorbeeldData) -> list[Doel]:
    """Return the targets of an edition, in the order of the datasheet."""
    breed = data.leefbaarometer.pivot(index="wk_code", columns="jaar", values="lbm")
    context = data.context.set_index("wk_code")
    selectie = data.selectie["wk_code"]
    return [
        *_niveau(breed, breed.loc[selectie]),
        *_samenhang(breed),
        *_selectie(context.loc[selectie], breed.loc[selectie]),
        *_dimensies(data.leefbaarometer, selectie),
        *_factoren(context, context.loc[selectie]),
    ]


def _niveau(breed: pd.DataFrame, gekozen: pd.DataFrame) -> Iterator[Doel]:
    """Yield mean and spread of the scores, of all wijken and of the selection."""
    for jaar, doel in zip(JAREN, DOEL_GEMIDDELD, strict=True):
        yield Doel(ALLE, "gemiddelde score", str(jaar), doel, breed[jaar].mean(), 0.008)
    for jaar, doel in zip(JAREN, DOEL_SPREIDING, strict=True):
        yield Doel(ALLE, "standaarddeviatie", str(jaar), doel, breed[jaar].std(), 0.008)
    for jaar, doel in zip(JAREN, DOEL_SELECTIE, strict=True):
        yield Doel(SELECTIE, "gemiddelde score", str(jaar), doel, gekozen[jaar].mean(), 0.015)
    for jaar, doel in ((2002, 0.069), (2022, 0.100)):
        yield Doel(SELECTIE, "standaarddeviatie", str(jaar), doel, gekozen[jaar].std(), 0.020)


def _samenhang(breed: pd.DataFrame) -> Iterator[Doel]:
    """Yield how measurements hang together, and how much wijken move between them."""
    correlatie = breed.corr().to_dict()
    for van, tot in pairwise(JAREN):
        r = correlatie[van][tot]
        yield Doel(ALLE, "correlatie opeenvolgende metingen", f"{van}-{tot}", 0.94, r, 0.025)
    yield Doel(ALLE, "correlatie", "2002-2022", 0.77, correlatie[2002][2022], 0.05)
    for van, tot in pairwise(JAREN):
        sd = (breed[tot] - breed[van]).std()
        yield Doel(ALLE, "standaarddeviatie verandering", f"{van}-{tot}", 0.04, sd, 0.008)


def _selectie(context: pd.DataFrame, scores: pd.DataFrame) -> Iterator[Doel]:
    """Yield how the selection is spread over gemeenten, and how many wijken fell in the crisis."""
    grootste = context["gm_code"].value_counts(normalize=True).iloc[0]
    yield Doel(SELECTIE, "aandeel grootste gemeente", "", 0.19, grootste, 0.02, 2)
    daalt = (scores[2014] < scores[2012]).mean()
    yield Doel(SELECTIE, "aandeel gedaald", "2012-2014", 0.39, daalt, 0.06, 2)


def _dimensies(leefbaarometer: pd.DataFrame, selectie: pd.Series[str]) -> Iterator[Doel]:
    per_2022 = leefbaarometer[leefbaarometer["jaar"] == 2022].set_index("wk_code")
    gekozen = per_2022.loc[selectie.tolist()]
    for naam, (gemiddelde, spreiding, _) in DOEL_DIMENSIES.items():
        waarde = per_2022[naam]
        yield Doel(ALLE, f"gemiddelde {naam}", "2022", gemiddelde, waarde.mean(), 0.010)
        yield Doel(ALLE, f"standaarddeviatie {naam}", "2022", spreiding, waarde.std(), 0.012)
    for naam, (_, _, in_selectie) in DOEL_DIMENSIES.items():
        gemiddelde = gekozen[naam].mean()
        yield Doel(SELECTIE, f"gemiddelde {naam}", "2022", in_selectie, gemiddelde, 0.025)


def _factoren(context: pd.DataFrame, gekozen: pd.DataFrame) -> Iterator[Doel]:
    """Yield mean and spread of the factors with a known national figure."""
    for kolom, kort, landelijk, sd, in_selectie, sd_selectie in (
        ("corporatie_pct_2008", "corporatiebezit (%)", 24, 13, 47, 14),
        ("laag_inkomen_pct_2008", "laag inkomen (%)", 21, 6.6, 36, 7.2),
    ):
        gemiddelde, spreiding = f"gemiddelde {kort}", f"standaarddeviatie {kort}"
        alle, deel = context[kolom], gekozen[kolom]
        yield Doel(ALLE, gemiddelde, "2008", landelijk, alle.mean(), 1.5, 1)
        yield Doel(ALLE, spreiding, "2008", sd, alle.std(), 1.5, 1)
        yield Doel(SELECTIE, gemiddelde, "2008", in_selectie, deel.mean(), 2.5, 1)
        yield Doel(SELECTIE, spreiding, "2008", sd_selectie, deel.std(), 2.5, 1)
    woz = context.groupby("gm_code")["woz_verandering_2009_2014"].mean()
    yield Doel(GEMEENTEN, "gemiddelde woningwaarde (%)", "2009-2014", -12, woz.mean(), 1.0, 1)
    yield Doel(GEMEENTEN, "standaarddeviatie woningwaarde", "2009-2014", 3.6, woz.std(), 0.6, 1)
