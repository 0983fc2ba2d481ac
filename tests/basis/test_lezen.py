"""Reading result tables with pandas, typed by their contract."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from leefbaarheid.basis.contract import ContractFout, Tabel, geheel, getal, janee, reden, tekst
from leefbaarheid.basis.lezen import lees_csv, lees_tabellen
from leefbaarheid.basis.schrijven import schrijf_csv

PROEF = Tabel(
    "proef",
    "proef",
    "",
    ("wk_code",),
    (
        tekst("wk_code", ""),
        tekst("wk_naam", ""),
        geheel("n", ""),
        getal("lbm_<jaar>", ""),
        janee("in_selectie", ""),
        reden("reden", ""),
    ),
)


@pytest.fixture
def pad(tmp_path):
    tabel = pd.DataFrame(
        {
            "wk_code": ["WK900101", "WK900102"],
            "wk_naam": ["NA", "2000"],
            "n": [1, 2],
            "lbm_2014": [0.1 + 0.2, None],
            "in_selectie": [True, False],
            "reden": ["", None],
        }
    )
    schrijf_csv(tabel, tmp_path / "proef.csv")
    return tmp_path / "proef.csv"


def test_tekst_blijft_tekst_en_een_wijk_mag_na_heten(pad):
    gelezen = lees_csv(pad, PROEF)
    assert gelezen["wk_naam"].tolist() == ["NA", "2000"]
    assert gelezen["n"].tolist() == [1, 2]
    assert gelezen["lbm_2014"].tolist()[0] == 0.1 + 0.2
    assert gelezen["in_selectie"].dtype == bool


def test_een_lege_redenkolom_is_tekst_zonder_inhoud(pad):
    redenen = lees_csv(pad, PROEF)["reden"]
    assert redenen.isna().all()
    assert pd.api.types.is_string_dtype(redenen)


def test_een_kolom_buiten_het_contract_wordt_niet_geraden(tmp_path):
    (tmp_path / "t.csv").write_text("wk_code,anders\nWK900101,1\n", encoding="utf-8")
    with pytest.raises(ContractFout, match="column 'anders'"):
        lees_csv(tmp_path / "t.csv", PROEF)


def test_van_bestanden_worden_alleen_de_tabellen_gelezen(pad):
    gelezen = lees_tabellen({"proef": pad, "code": "script.py"}, {"proef": PROEF})
    assert list(gelezen) == ["proef"]
    assert len(gelezen["proef"]) == 2


def test_the_table_of_a_check_that_is_off_has_one_column(tmp_path):
    uit = pd.DataFrame({"reden": ["staat_uit"]})
    schrijf_csv(uit, tmp_path / "uit.csv")
    kolommen = tuple(kolom for kolom in PROEF.kolommen if kolom.naam != "reden")
    controle = replace(PROEF, kolommen=kolommen, controle="invloed")
    assert lees_csv(tmp_path / "uit.csv", controle)["reden"].tolist() == ["staat_uit"]
    with pytest.raises(ContractFout):
        lees_csv(tmp_path / "uit.csv", replace(controle, controle=None))
