"""Influence: the wijken with most of it have their name, clear of the others."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.figuren import kleinste_letter, leesfouten, teksten, tekstvakken
from leefbaarheid.figuren.robuustheid.invloed import invloed


@pytest.fixture(scope="module")
def punten() -> pd.DataFrame:
    """60 wijken; six of them, three close together, are above the rule of thumb."""
    rng = np.random.default_rng(4)
    n = 60
    tabel = pd.DataFrame(
        {
            "wk_code": [f"WK9{i:05d}" for i in range(n)],
            "wk_naam": [f"Wijk {i}" for i in range(n)],
            "gm_naam": [f"Gemeente {i % 9}" for i in range(n)],
            "hefboom": rng.uniform(0.02, 0.2, n),
            "cook": rng.uniform(0, 0.05, n),
            "grens_cook": 4 / n,
            "van": 2012,
            "tot": 2014,
            "steekproef": "selectie",
        }
    )
    tabel.loc[:5, "cook"] = [0.31, 0.305, 0.3, 0.15, 0.12, 0.08]
    tabel.loc[:2, "hefboom"] = [0.19, 0.191, 0.192]
    return tabel.assign(boven_grens=tabel["cook"] > tabel["grens_cook"])


@pytest.fixture(scope="module")
def beeld(punten, kader):
    return invloed(punten, kader)


@pytest.mark.traag
def test_geen_tekst_valt_weg_of_over_andere_tekst(beeld):
    fig, _ = beeld
    assert len(tekstvakken(fig)) > 20
    assert leesfouten(fig) == []
    assert kleinste_letter(fig) >= 8


def test_figuur_noemt_de_wijken_die_de_tabel_noemt(beeld, punten):
    fig, toelichting = beeld
    assert "Wijk 0 (Gemeente 0, 0,31)" in toelichting.alt
    for i in range(5):
        assert f"Wijk {i} (Gemeente {i})" in teksten(fig)
    assert "Wijk 5 (Gemeente 5)" not in teksten(fig)  # at most five have a name
    assert "liggen 6 wijken" in toelichting.alt
    assert toelichting.n == "N = 60 wijken."
    assert "Fictieve voorbeelddata" in toelichting.bron


def test_zonder_rijen_geen_figuur(punten, kader):
    assert invloed(punten.iloc[:0], kader) is None


def test_niemand_boven_de_grens(punten, kader):
    _, toelichting = invloed(punten.assign(cook=0.001, boven_grens=False), kader)
    assert toelichting.alt.endswith("Geen enkele wijk ligt boven de vuistregel.")
