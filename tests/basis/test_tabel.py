"""Reading result tables without pandas: what is a number, what stays text, what is missing."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from leefbaarheid.basis.contract import ContractFout, Controle, Kolom, Soort, Tabel
from leefbaarheid.basis.schrijven import schrijf_csv
from leefbaarheid.basis.tabel import lees_tabel, zoek
from leefbaarheid.basis.tabellen.alle import TABELLEN

KOLOMMEN = {
    Soort.TEKST: ("wk_code", "wk_naam", "cluster", "label", "peiljaar"),
    Soort.GEHEEL: ("n", "klasse_<jaar>"),
    Soort.GETAL: ("lbm_<jaar>", "p"),
    Soort.JANEE: ("in_selectie", "label_<label>"),
    Soort.REDEN: ("reden",),
    Soort.GEMENGD: ("waarde",),
}
PROEF = Tabel(
    "proef",
    "proef",
    "",
    ("wk_code",),
    tuple(Kolom(naam, soort, "") for soort, namen in KOLOMMEN.items() for naam in namen),
)


def lees(map_, tekst):
    (map_ / "t.csv").write_text(tekst, encoding="utf-8")
    return lees_tabel(map_ / "t.csv", PROEF)


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
    schrijf_csv(tabel, tmp_path / "tabel.csv")
    een, twee = lees_tabel(tmp_path / "tabel.csv", PROEF)
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
@pytest.mark.parametrize("kolom", ["wk_naam", "label", "peiljaar", "reden"])
def test_een_naam_die_op_een_getal_lijkt_blijft_tekst(tmp_path, kolom, naam):
    assert lees(tmp_path, f"{kolom},n\n{naam},1\n") == [{kolom: naam, "n": 1}]


def test_een_labelkolom_van_de_selectielijst_is_waar_of_onwaar(tmp_path):
    assert lees(tmp_path, "label_aandachtswijk\nFalse\n")[0]["label_aandachtswijk"] is False


@pytest.mark.parametrize(
    ("kolom", "cel", "waarde"),
    [
        ("n", "140", 140),
        ("n", "5085.0", 5085.0),  # as pandas writes whole numbers beside empty cells
        ("p", "1", 1.0),
        ("p", "-inf", float("-inf")),
        ("waarde", "140", 140),
        ("waarde", "0.5", 0.5),
        ("waarde", "lijst", "lijst"),
    ],
)
def test_een_getal_heeft_de_soort_van_zijn_kolom(tmp_path, kolom, cel, waarde):
    gelezen = lees(tmp_path, f"{kolom}\n{cel}\n")[0][kolom]
    assert gelezen == waarde
    assert type(gelezen) is type(waarde)


def test_een_kolom_buiten_het_contract_wordt_niet_geraden(tmp_path):
    with pytest.raises(ContractFout, match="column 'anders' is not in its contract"):
        lees(tmp_path, "anders\n1\n")


@pytest.mark.parametrize("naam", [naam for naam, t in TABELLEN.items() if t.controle])
def test_elke_tabel_van_een_controle_die_uit_staat_is_te_lezen(tmp_path, naam):
    (tmp_path / "t.csv").write_text("reden\nstaat_uit\n", encoding="utf-8")
    assert lees_tabel(tmp_path / "t.csv", TABELLEN[naam]) == [{"reden": "staat_uit"}]


def test_een_tabel_zonder_rijen(tmp_path):
    assert lees(tmp_path, "n,p\n") == []


RIJEN = [{"van": 2008, "groep": "land"}, {"van": 2012, "groep": "land"}]


def test_zoek_geeft_de_ene_rij():
    assert zoek(RIJEN, van=2012, groep="land") is RIJEN[1]


@pytest.mark.parametrize(("kenmerken", "aantal"), [({"groep": "land"}, 2), ({"van": 1999}, 0)])
def test_zoek_weigert_geen_of_meer_rijen(kenmerken, aantal):
    with pytest.raises(KeyError, match=f"{aantal} rijen met"):
        zoek(RIJEN, **kenmerken)


def test_de_tabel_van_een_controle_die_uit_staat_heeft_alleen_een_reden(tmp_path):
    """Also where the contract of that table has no column of that name."""
    eigen = Tabel("proef", "proef", "", ("n",), (Kolom("n", Soort.GEHEEL, ""),))
    met = replace(eigen, controle=Controle("proef", ""))
    (tmp_path / "t.csv").write_text("reden\nstaat_uit\n", encoding="utf-8")
    assert lees_tabel(tmp_path / "t.csv", met) == [{"reden": "staat_uit"}]
    with pytest.raises(ContractFout):
        lees_tabel(tmp_path / "t.csv", eigen)
