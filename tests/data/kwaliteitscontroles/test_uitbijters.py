"""A value far from the rest is named with its wijk, column and value, and stays what it is."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.stof import bijlage
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.data.kwaliteitscontroles.uitbijters import uitbijterrijen
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.technische_verantwoording.gegevens import kwaliteit_rijen

CODES = [f"WK9001{i:02d}" for i in range(41)]


@pytest.fixture
def tabellen():
    """Scores 3.90..4.10, inhabitants 1 000..5 000, a factor -20..20: nothing stands apart."""
    trap = np.arange(41.0)
    panel = pd.DataFrame(
        {"wk_code": CODES, "wk_naam": CODES, "jaar": 2014, "lbm": 3.9 + trap / 200}
    )
    panel = panel.assign(**dict.fromkeys(("fys", "onv", "soc", "vrz", "won"), 0.001 * trap))
    namen = [f"Wijk {i}" for i in range(41)]
    wijken = pd.DataFrame({"wk_code": CODES, "wk_naam": namen, "inwoners": 1000 + 100 * trap})
    context = pd.DataFrame({"wk_code": CODES, "verandering": trap - 20})
    return panel, wijken, context


def rijen(panel, wijken, context):
    return list(uitbijterrijen(panel, wijken, context, [2014]))


def test_nothing_apart_gives_no_row(tabellen):
    assert rijen(*tabellen) == []


def test_wijk_column_and_value_are_named(tabellen):
    """The quartiles of -20..20 are -10 and 10; with 3 835.2 for 20 the fence stays -210 to 210."""
    panel, wijken, context = tabellen
    context.loc[40, "verandering"] = 3835.2
    (rij,) = rijen(panel, wijken, context)
    assert (rij["kolom"], rij["bron"], rij["ernst"]) == ("verandering", "context", "let_op")
    assert (rij["n"], rij["n_afwijkend"]) == (41, 1)
    assert ontleed(rij["toelichting"]) == (
        DataReden.VER_VAN_DE_REST,
        {
            "kolom": "verandering",
            "n": "1",
            "wijken": "Wijk 40 (WK900140)",
            "waarden": "3835.2",
            "laag": "-210.0",
            "hoog": "210.0",
        },
    )
    assert redentekst(rij["toelichting"]) == (
        "In kolom verandering ligt één waarde ver van de rest (grens −210 tot 210): Wijk 40 "
        "(WK900140) 3835,2. Zij is ongewijzigd gebruikt."
    )


def test_the_furthest_goes_first(tabellen):
    panel, wijken, context = tabellen
    context.loc[[3, 7], "verandering"] = [-250.0, 9000.0]
    (rij,) = rijen(panel, wijken, context)
    tekst = redentekst(rij["toelichting"])
    assert tekst.startswith("In kolom verandering liggen twee waarden ver van de rest (grens ")
    assert "): Wijk 7 (WK900107) 9000 en Wijk 3 (WK900103) −250. Zij zijn" in tekst


def test_inhabitants_and_scores_of_a_year_are_looked_at(tabellen):
    panel, wijken, context = tabellen
    wijken.loc[5, "inwoners"] = 900_000
    panel.loc[6, "fys"] = 1.9
    score, inwoners = rijen(panel, wijken, context)
    assert (score["kolom"], score["jaar"], score["bron"]) == ("fys", 2014, "leefbaarometer")
    assert (inwoners["kolom"], inwoners["jaar"]) == ("inwoners", None)
    assert inwoners["controle"] == "waarde ver van de rest: inwoners"


def test_a_wijk_that_is_missing_is_not_far(tabellen):
    panel, wijken, context = tabellen
    context.loc[:30, "verandering"] = np.nan
    context.loc[40, "verandering"] = 3835.2
    assert rijen(panel, wijken, context) == []  # ten values are too few for a fence


def test_the_bijlage_names_every_column_and_wijk(tabellen):
    """Two columns are two rows of its table, though the check is the same."""
    panel, wijken, context = tabellen
    context = context.assign(pct=np.linspace(1, 3, 41))
    context.loc[3, "verandering"] = -9000.0
    context.loc[4, "pct"] = 99.0
    wijken.loc[5, "inwoners"] = 900_000
    rijen_ = kwaliteit_rijen(bijlage(datakwaliteit=rijen(panel, wijken, context)))
    assert [rij[0] for rij in rijen_] == ["waarde ver van de rest"] * 3
    kolommen = ["inwoners", "verandering", "pct"]
    assert [kolom in rij[3] for kolom, rij in zip(kolommen, rijen_, strict=True)] == [True] * 3
    for rij, wijk in zip(rijen_, ["WK900105", "WK900103", "WK900104"], strict=True):
        assert wijk in rij[3]
