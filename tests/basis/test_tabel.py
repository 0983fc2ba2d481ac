"""Reading result tables without pandas: what is a number, what stays text, what is missing."""

from __future__ import annotations

import pandas as pd
import pytest

from leefbaarheid.basis.schrijven import schrijf_tabel
from leefbaarheid.basis.tabel import lees_tabel, zoek


def test_een_geschreven_tabel_komt_met_dezelfde_waarden_terug(tmp_path):
    tabel = pd.DataFrame(
        {
            "wk_code": ["WK900101", "WK900102"],
            "wk_naam": ['Oost, "\'t Hof"\nen meer', "Één"],
            "n": [3, 4],
            "lbm_2014": [3.9380000000000002, None],
            "klasse_2014": pd.array([5, None], dtype="Int64"),
            "in_selectie": [True, False],
            "cluster": ["Succes!", None],
            "p": [4.407034584084565e-29, -0.5],
        }
    )
    schrijf_tabel(tabel, tmp_path / "tabel.csv")
    een, twee = lees_tabel(tmp_path / "tabel.csv")
    assert een == {
        **{"wk_code": "WK900101", "wk_naam": 'Oost, "\'t Hof"\nen meer', "n": 3},
        **{"lbm_2014": 3.9380000000000002, "klasse_2014": 5, "in_selectie": True},
        **{"cluster": "Succes!", "p": 4.407034584084565e-29},
    }
    assert een["in_selectie"] is True
    assert type(een["n"]) is int
    assert (twee["lbm_2014"], twee["klasse_2014"], twee["cluster"]) == (None, None, None)
    assert twee["in_selectie"] is False


@pytest.mark.parametrize("naam", ["2000", "007", "1e3", "1_000", "True", "nan", "Infinity"])
@pytest.mark.parametrize(
    "kolom",
    [
        *("wk_naam", "gm_naam", "wk_naam_stijger", "wk_naam_daler", "wk_code_stijger", "label"),
        *("peiljaar", "reden", "analyse", "eenheid", "reden_toelichting"),
    ],
)
def test_een_naam_die_op_een_getal_lijkt_blijft_tekst(tmp_path, kolom, naam):
    (tmp_path / "t.csv").write_text(f"{kolom},n\n{naam},1\n", encoding="utf-8")
    assert lees_tabel(tmp_path / "t.csv") == [{kolom: naam, "n": 1}]


def test_een_labelkolom_van_de_selectielijst_is_waar_of_onwaar(tmp_path):
    (tmp_path / "t.csv").write_text("label_aandachtswijk\nFalse\n", encoding="utf-8")
    assert lees_tabel(tmp_path / "t.csv")[0]["label_aandachtswijk"] is False


def test_een_tabel_zonder_rijen(tmp_path):
    (tmp_path / "t.csv").write_text("a,b\n", encoding="utf-8")
    assert lees_tabel(tmp_path / "t.csv") == []


RIJEN = [{"van": 2008, "groep": "land"}, {"van": 2012, "groep": "land"}]


def test_zoek_geeft_de_ene_rij():
    assert zoek(RIJEN, van=2012, groep="land") is RIJEN[1]


@pytest.mark.parametrize(("kenmerken", "aantal"), [({"groep": "land"}, 2), ({"van": 1999}, 0)])
def test_zoek_weigert_geen_of_meer_rijen(kenmerken, aantal):
    with pytest.raises(KeyError, match=f"{aantal} rijen met"):
        zoek(RIJEN, **kenmerken)
