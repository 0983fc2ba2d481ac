"""Atomic writing: whole or not at all, the same bytes every time, also after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.basis.contract import ContractFout, Controle, Tabel, getal, reden, tekst
from leefbaarheid.basis.schrijven import (
    schrijf_csv,
    schrijf_json,
    schrijf_tabel,
    schrijf_tabellen,
    schrijf_tekst,
    vervang,
)

SCRIPTS = Path(__file__).resolve().parents[2] / "workflow" / "scripts"
DOOD_TIJDENS_SCHRIJVEN = """
import os, signal, sys
from leefbaarheid.basis.contract import ContractFout, Tabel, getal, reden, tekst
from leefbaarheid.basis.schrijven import vervang
with vervang(sys.argv[1]) as tijdelijk:
    tijdelijk.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_het_doel_staat_er_pas_als_het_schrijven_klaar_is(tmp_path):
    doel = tmp_path / "nieuwe" / "map" / "tabel.csv"
    with vervang(doel) as tijdelijk:
        tijdelijk.write_text("heel")
        assert not doel.exists()
        assert tijdelijk.parent == doel.parent  # a rename on one disk
        assert tijdelijk.suffix == ".csv"  # savers choose a format by it
    assert doel.read_text() == "heel"
    assert list(doel.parent.iterdir()) == [doel]


def test_een_fout_tijdens_het_schrijven_laat_het_oude_bestand_heel(tmp_path):
    doel = tmp_path / "tabel.csv"
    doel.write_text("oud")
    with pytest.raises(RuntimeError), vervang(doel) as tijdelijk:
        tijdelijk.write_text("half")
        raise RuntimeError
    assert doel.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [doel]


@pytest.mark.traag
def test_een_gedood_proces_laat_het_oude_heel_en_de_volgende_ruimt_op(tmp_path):
    doel = tmp_path / "tabel.csv"
    doel.write_text("oud")
    gedood = subprocess.run(
        [sys.executable, "-c", DOOD_TIJDENS_SCHRIJVEN, str(doel)],
        env={**os.environ, "PYTHONPATH": str(SCRIPTS)},
    )
    assert gedood.returncode == -signal.SIGKILL
    assert doel.read_text() == "oud"
    (rest,) = set(tmp_path.iterdir()) - {doel}
    assert rest.name.startswith(".")
    schrijf_tekst("nieuw", doel)
    assert doel.read_text() == "nieuw"
    assert list(tmp_path.iterdir()) == [doel]


def test_tekst_is_utf8_met_unix_regeleinden(tmp_path):
    schrijf_tekst("één\ntwee – drie\n", tmp_path / "a.qmd")
    assert (tmp_path / "a.qmd").read_bytes() == "één\ntwee – drie\n".encode()


def test_json_hangt_niet_af_van_de_volgorde_van_sleutels(tmp_path):
    schrijf_json({"b": 1, "a": "é"}, tmp_path / "een.json")
    schrijf_json({"a": "é", "b": 1}, tmp_path / "twee.json")
    assert (tmp_path / "een.json").read_text("utf-8") == '{\n  "a": "é",\n  "b": 1\n}\n'
    assert (tmp_path / "een.json").read_bytes() == (tmp_path / "twee.json").read_bytes()


def test_json_weigert_wat_geen_getal_is_en_laat_niets_achter(tmp_path):
    with pytest.raises(ValueError, match="not JSON compliant"):
        schrijf_json({"a": float("nan")}, tmp_path / "a.json")
    assert list(tmp_path.iterdir()) == []


def test_een_tabel_is_onafgerond_met_punt_en_komma_en_leeg_voor_ontbrekend(tmp_path):
    tabel = pd.DataFrame(
        {
            "wk_naam": ["Oost, 't Hof", None],
            "lbm": [0.1 + 0.2, np.nan],
            "klasse": pd.array([4, None], dtype="Int64"),
            "in_selectie": [True, False],
        }
    )
    schrijf_csv(tabel, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text("utf-8") == (
        'wk_naam,lbm,klasse,in_selectie\n"Oost, \'t Hof",0.30000000000000004,4,True\n,,,False\n'
    )


# ---------------------------------------------------------------------------- contracts

PROEF = Tabel(
    "proef",
    "proef",
    "",
    ("wk_code", "jaar"),
    (tekst("wk_code", ""), getal("jaar", ""), getal("lbm", "", leeg=True), reden("reden", "")),
    controle=Controle("proef", "Een proef."),
)


def proef(**kolommen):
    inhoud = {"wk_code": ["a", "a"], "jaar": [2002, 2008], "lbm": [3.9, None], "reden": ["", ""]}
    return pd.DataFrame(inhoud | kolommen)


def test_een_tabel_die_aan_haar_contract_voldoet_wordt_geschreven(tmp_path):
    schrijf_tabel(proef(), tmp_path / "t.csv", PROEF)
    assert (tmp_path / "t.csv").read_text("utf-8").startswith("wk_code,jaar,lbm,reden\na,2002,")
    schrijf_tabel(pd.DataFrame({"reden": ["staat_uit"]}), tmp_path / "t.csv", PROEF)
    assert (tmp_path / "t.csv").read_text("utf-8") == "reden\nstaat_uit\n"


@pytest.mark.parametrize(
    ("tabel", "wat"),
    [
        (proef(nieuw=[1, 2]), "column 'nieuw' is not in its contract"),
        (proef().drop(columns="lbm"), r"columns missing \['lbm'\]"),
        (proef(jaar=[2002, 2002]), "key {'wk_code': 'a', 'jaar': 2002} is there twice"),
    ],
)
def test_een_tabel_die_niet_aan_haar_contract_voldoet_wordt_niet_geschreven(tmp_path, tabel, wat):
    with pytest.raises(ContractFout, match=wat):
        schrijf_tabel(tabel, tmp_path / "t.csv", PROEF)
    assert list(tmp_path.iterdir()) == []


def test_een_regel_schrijft_precies_de_tabellen_die_zij_belooft(tmp_path):
    paden = {"proef": tmp_path / "p.csv", "andere": tmp_path / "a.csv"}
    schrijf_tabellen({"proef": proef()}, {"proef": paden["proef"]}, {"proef": PROEF})
    assert paden["proef"].is_file()
    with pytest.raises(
        ContractFout, match=r"made \['proef'\], to be written \['andere', 'proef'\]"
    ):
        schrijf_tabellen({"proef": proef()}, paden, {"proef": PROEF})
