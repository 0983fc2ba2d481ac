"""The bundle has the same bytes twice; the manifest walks every file back, and names no machine."""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from pathlib import Path

import pytest

from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.basis.pakketten import PAKKETTEN
from leefbaarheid.rapport.publicatie import lees_versie, maak_manifest, maak_zip

WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture
def bron(tmp_path):
    for naam, inhoud in {"a.csv": b"a,b\n1,2\n", "b.pdf": b"%PDF" * 500, "sub/c.csv": b""}.items():
        pad = tmp_path / "bron" / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(inhoud)
    return tmp_path / "bron"


def test_sha256(bron):
    assert sha256(bron / "a.csv") == hashlib.sha256(b"a,b\n1,2\n").hexdigest()


def test_zip_heeft_twee_keer_dezelfde_bytes_ook_in_andere_volgorde(tmp_path):
    inhoud = {"b.pdf": b"%PDF" * 500, "a.csv": b"a,b\n1,2\n", "sub/c.csv": b""}
    maak_zip(inhoud, tmp_path / "een.zip", "e", "2017-03-07")
    maak_zip(dict(reversed(inhoud.items())), tmp_path / "twee.zip", "e", "2017-03-07")
    assert (tmp_path / "een.zip").read_bytes() == (tmp_path / "twee.zip").read_bytes()


def test_zip_bevat_de_bestanden_op_naam_met_de_datum_van_de_editie(tmp_path):
    inhoud = {"b.pdf": b"%PDF" * 500, "a.csv": b"a,b\n1,2\n"}
    maak_zip(inhoud, tmp_path / "z.zip", "e", "2017-03-07")
    with zipfile.ZipFile(tmp_path / "z.zip") as archief:
        assert archief.testzip() is None
        assert archief.namelist() == ["e/a.csv", "e/b.pdf"]
        assert archief.read("e/b.pdf") == inhoud["b.pdf"]
        assert {info.date_time for info in archief.infolist()} == {(2017, 3, 7, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in archief.infolist()} == {0o644}
        assert archief.getinfo("e/b.pdf").compress_size < 2000


def manifest(bron, **anders):
    editie = {"editie": "proef", "fictief": True, "bronnen_map": str(bron), "jaren": [2002]}
    return maak_manifest(
        editie | anders,
        engine="pandoc 3 + Typst 0.15",
        invoer=[bron / "sub/c.csv", bron / "a.csv"],
        code=["tests/conftest.py"],
        uitvoer=["pyproject.toml"],
        bronnen_map=str(bron),
        pijplijn="1.2.3",
    )


def test_manifest_noemt_invoer_code_en_uitvoer_met_controlesom(bron, monkeypatch):
    monkeypatch.chdir(WORTEL)
    uit = manifest(bron)
    assert (uit["pijplijn"], uit["editie"], uit["fictief"], uit["engine"]) == (
        *("1.2.3", "proef", True, "pandoc 3 + Typst 0.15"),
    )
    assert uit["invoer"] == {
        "a.csv": hashlib.sha256(b"a,b\n1,2\n").hexdigest(),
        "sub/c.csv": hashlib.sha256(b"").hexdigest(),
    }
    assert uit["code"] == {"tests/conftest.py": sha256("tests/conftest.py")}
    assert uit["uitvoer"] == {"pyproject.toml": sha256("pyproject.toml")}


def test_manifest_noemt_de_versies_van_wat_een_getal_of_bladzijde_kan_veranderen(bron, monkeypatch):
    monkeypatch.chdir(WORTEL)
    versies = manifest(bron)["versies"]
    assert set(versies) == {*PAKKETTEN, "python"}
    assert versies["python"].split(".")[:2] == [str(deel) for deel in sys.version_info[:2]]
    vast = dict(
        regel.split("==")
        for regel in Path("requirements.in").read_text("utf-8").splitlines()
        if "==" in regel
    )
    assert versies["statsmodels"] == vast["statsmodels"]


def test_de_versie_van_de_pijplijn_komt_uit_het_project(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\nversion = "2.0.1"\n')
    assert lees_versie(tmp_path / "pyproject.toml") == "2.0.1"


def test_manifest_is_op_elke_machine_hetzelfde(bron, monkeypatch):
    monkeypatch.chdir(WORTEL)
    uit = manifest(bron)
    assert uit["config"] == {"editie": "proef", "fictief": True, "jaren": [2002]}
    tekst = json.dumps(uit)
    assert str(bron) not in tekst
    assert str(Path.home()) not in tekst


def test_het_manifest_noemt_de_commit_alleen_als_die_er_is(bron, monkeypatch):
    monkeypatch.chdir(WORTEL)
    assert "commit" not in manifest(bron)
    commit = {"hash": "a" * 40, "afwijkend": ["Snakefile"]}
    uit = maak_manifest(
        {"editie": "proef", "fictief": True},
        *("typst", [], [], []),
        bronnen_map=str(bron),
        pijplijn="1.2.3",
        commit=commit,
    )
    assert uit["commit"] == commit
