"""pandera schemas of contracts: types, empty cells, values, bounds, form, key, unknown columns."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa
import pytest

from leefbaarheid.basis.contract import (
    Tabel,
    aandeel,
    geheel,
    getal,
    janee,
    mag_leeg,
    reden,
    tekst,
)
from leefbaarheid.basis.contractschema import schema

PROEF = Tabel(
    "proef",
    "proef",
    "",
    ("wk_code",),
    (
        tekst("wk_code", "", vorm=r"WK\d{4}[0-9A-Z]{2}"),
        tekst("cluster", "", waarden=("Succes!", "Terugval"), leeg=True),
        geheel("n", ""),
        *mag_leeg(getal("<factor>", "")),
        aandeel("aandeel", ""),
        janee("in_selectie", ""),
        reden("reden", ""),
    ),
    uitzetbaar=True,
)


def goed():
    return pd.DataFrame(
        {
            "wk_code": ["WK900101", "WK900102"],
            "cluster": ["Succes!", None],
            "n": [1.0, 2.0],  # whole numbers, however they were read
            "corporatie": [0.5, None],
            "aandeel": [0.0, 1.0],
            "in_selectie": [True, False],
            "reden": pd.Series([None, None], dtype="str"),
        }
    )


def test_een_goede_tabel_komt_erdoor():
    tabel = goed()
    schema(PROEF, tabel.columns).validate(tabel, lazy=True)
    zonder = tabel.drop(columns="corporatie")
    schema(PROEF, zonder.columns).validate(zonder, lazy=True)


@pytest.mark.parametrize(
    ("kolom", "cellen"),
    [
        ("wk_code", ["WK900101", "WK900101"]),
        ("wk_code", ["WK900101", "WK1"]),
        ("wk_code", ["WK900101", None]),
        ("cluster", ["Succes!", "Stagnatie"]),
        ("n", [1.0, 2.5]),
        ("n", [1.0, None]),
        ("n", ["1", "veel"]),
        ("corporatie", [0.5, "veel"]),
        ("aandeel", [0.0, 1.01]),
        ("in_selectie", ["ja", "nee"]),
        ("reden", [1.0, None]),
    ],
)
def test_wat_niet_klopt_wordt_gevonden(kolom, cellen):
    tabel = goed().assign(**{kolom: cellen})
    with pytest.raises(pa.errors.SchemaErrors):
        schema(PROEF, tabel.columns).validate(tabel, lazy=True)


def test_een_kolom_te_veel_of_te_weinig_wordt_gevonden():
    for tabel in (goed().drop(columns="aandeel"), goed().assign(**{"nieuw getal": 1.0})):
        with pytest.raises(pa.errors.SchemaErrors):
            schema(PROEF, tabel.columns).validate(tabel, lazy=True)


def test_een_controle_die_uit_staat():
    tabel = pd.DataFrame({"reden": ["staat_uit"]})
    schema(PROEF, tabel.columns).validate(tabel, lazy=True)
