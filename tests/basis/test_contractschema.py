"""pandera schemas of contracts: types, empty cells, values, bounds, form, key, unknown columns."""

from __future__ import annotations

from math import inf

import pandas as pd
import pandera.pandas as pa
import pytest

from leefbaarheid.basis.contract import (
    Controle,
    Tabel,
    aandeel,
    geheel,
    getal,
    janee,
    mag_leeg,
    reden,
    tekst,
)
from leefbaarheid.basis.contractschema import controleer_bestanden, controleer_tabel, schema
from leefbaarheid.basis.fouten import InvoerFout

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
    controle=Controle("proef", "Een proef."),
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


@pytest.mark.traag
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


def schrijf(map_, naam, tabel):
    pad = map_ / naam
    tabel.to_csv(pad, index=False)
    return pad, PROEF


def melding(*bestanden):
    with pytest.raises(InvoerFout) as fout:
        controleer_bestanden(bestanden)
    return str(fout.value)


def test_goede_bestanden_geven_geen_melding(tmp_path):
    uit = pd.DataFrame({"reden": ["staat_uit"]})
    controleer_bestanden([schrijf(tmp_path, "a.csv", goed()), schrijf(tmp_path, "b.csv", uit)])


@pytest.mark.parametrize(
    ("kolom", "cellen", "plek", "wat"),
    [
        ("n", [1.0, 2.5], "regel 3, kolom 'n', waarde '2.5'", "de soort 'geheel getal'"),
        ("aandeel", [-0.1, 1.0], "regel 2, kolom 'aandeel', waarde '-0.1'", "tussen 0 en 1"),
        ("cluster", ["Zo zo", None], "regel 2, kolom 'cluster', waarde 'Zo zo'", "alleen staan:"),
        ("n", [1.0, None], "regel 3, kolom 'n'", "deze cel mag niet leeg zijn"),
        ("wk_code", ["WK900101"] * 2, "regel 2, kolom 'wk_code'", "deze sleutel komt vaker voor"),
    ],
)
def test_een_afwijking_is_een_melding_met_regel_kolom_en_waarde(tmp_path, kolom, cellen, plek, wat):
    tekst = melding(schrijf(tmp_path, "a.csv", goed().assign(**{kolom: cellen})))
    assert f"bestand {tmp_path / 'a.csv'}, {plek}" in tekst
    assert wat in tekst
    assert "Verwijder het bestand en start opnieuw" in tekst


def test_een_kolom_te_veel_of_te_weinig_is_een_melding(tmp_path):
    weg = melding(schrijf(tmp_path, "a.csv", goed().drop(columns="aandeel")))
    assert "a.csv, kolom 'aandeel': " in weg
    assert "deze kolom ontbreekt" in weg
    erbij = melding(schrijf(tmp_path, "b.csv", goed().assign(**{"nieuw getal": 1.0})))
    assert "b.csv: " in erbij
    assert "een kolom bij gekomen" in erbij


@pytest.mark.parametrize("inhoud", [b"", b"wk_code,n\nWK900101,1,2,3\n,,,,,\n", b"n\n\xff\n"])
def test_een_beschadigd_bestand_is_een_melding(tmp_path, inhoud):
    pad = tmp_path / "a.csv"
    pad.write_bytes(inhoud)
    assert "leeg of beschadigd" in melding((pad, PROEF))


@pytest.mark.traag
def test_wat_er_nog_meer_mis_is_staat_erbij(tmp_path):
    fout = goed().assign(n=[0.5, 1.5])
    bestanden = [schrijf(tmp_path, f"{naam}.csv", fout) for naam in "abc"]
    tekst = melding(schrijf(tmp_path, "d.csv", goed()), *bestanden)
    assert f"bestand {tmp_path / 'a.csv'}, regel 2" in tekst
    assert "(en nog 1 keer mis); ook mis: b.csv, c.csv" in tekst
    assert "d.csv" not in tekst


def test_een_tabel_die_geschreven_gaat_worden_en_niet_klopt_is_een_melding():
    tabel = goed()
    assert controleer_tabel(tabel, PROEF) is tabel
    tabel.loc[1, "wk_code"] = "fout"
    with pytest.raises(InvoerFout) as fout:
        controleer_tabel(tabel, PROEF)
    for deel in ("tabellen/proef.csv", "regel 3", "kolom 'wk_code'", "waarde 'fout'", "vorm WK"):
        assert deel in str(fout.value)


def test_een_bereik_zonder_bovengrens():
    tabel = Tabel(
        "proef", "proef", "", ("wk",), (tekst("wk", ""), geheel("n", "", bereik=(0, inf)))
    )
    controleer_tabel(pd.DataFrame({"wk": ["a"], "n": [0]}), tabel)
    with pytest.raises(InvoerFout, match="niet tussen 0 en inf"):
        controleer_tabel(pd.DataFrame({"wk": ["a"], "n": [-1]}), tabel)
