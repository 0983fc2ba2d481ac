"""One variant of one regression: what takes its standard errors away."""

from __future__ import annotations

import pandas as pd

from hulp.afhankelijkheid import maak, maak_tabel
from leefbaarheid.toetsen.schatting import in_een_gemeente, niet_geschat


def test_een_kolom_die_maar_in_een_gemeente_afwijkt():
    gemeente = pd.Series(["a", "a", "b", "c"])
    X = pd.DataFrame({"alleen_a": [1.0, 2.0, 0, 0], "overal": [1.0, 2, 3, 4], "vast": [5.0] * 4})
    assert in_een_gemeente(X, gemeente) == {"alleen_a": "afwijking_in_een_gemeente"}


def test_zonder_schatting_draagt_elke_term_de_reden():
    ontwerp = maak(maak_tabel())
    uit = niet_geschat(ontwerp, "geen_coordinaten")
    assert set(uit.reden) == set(ontwerp.regressoren.columns)
    assert set(uit.reden.values()) == {"geen_coordinaten"}
    assert uit.coef.isna().all() and (uit.n, uit.n_gemeenten) == (60, 9)
