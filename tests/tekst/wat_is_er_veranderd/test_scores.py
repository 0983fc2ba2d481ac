"""What is said of revised scores and of years in one edition only."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.verandering import anders
from leefbaarheid.tekst.wat_is_er_veranderd import (
    samenvatting,
    scores,
)

pytestmark = pytest.mark.traag

A, B, C, D = (f"WK90000{n}" for n in range(1, 5))
BRONNEN = {"scores.csv": "f" * 64, "context.csv": "b" * 64}


def test_herziene_scores_met_de_aanleiding(stof):
    tekst = stof(anders({(A, "lbm_2014"): 3.79, (C, "lbm_2014"): 3.91}, bronnen=BRONNEN))
    eerste, tweede = scores.herzien(tekst)
    # (0.04 + 0.01) / 16 = 0.003
    assert eerste == (
        "Van de 16 scores die in beide edities staan, zijn er twee herzien (12,5%). Over al die "
        "scores is het verschil gemiddeld 0,003 punt, omhoog of omlaag."
    )
    assert tweede == "De grootste herziening is 0,040 punt: Akkers (WK900001) in 2014."
    assert samenvatting.aanleiding(tekst, "scores") == (
        "Van alles waar de scores op rusten, verschilt alleen iets in het bronbestand "
        "leefbaarometer."
    )
    assert scores.wijken_rijen(tekst) == [
        ["Akkers", "Proefstad", "2014", "3,750", "3,790", "+0,040"]
    ]


def test_alle_scores_herzien(stof):
    tekst = stof(
        anders({(c, f"lbm_{j}"): 3.5 for c in (A, B, C, D) for j in (2008, 2012, 2014, 2016)})
    )
    assert scores.herzien(tekst)[0].startswith(
        "Alle 16 scores die in beide edities staan, zijn herzien. Over al die scores"
    )


def test_een_meetjaar_dat_maar_een_editie_heeft(stof):
    nieuw = anders()
    nieuw.tabellen["wijken"] = pd.DataFrame(nieuw.tabellen["wijken"]).assign(lbm_2018=4.0)
    assert scores.jaren_apart(stof(nieuw)) == ["Meetjaar 2018 staat alleen in de nieuwe editie."]
