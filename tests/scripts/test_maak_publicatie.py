"""The rule maak_publicatie: everything a reader needs in one bundle."""

from __future__ import annotations

import hashlib
import zipfile

import pytest

import maak_publicatie as regel
from hulp import SCRIPTS


@pytest.fixture
def draai(tmp_path):
    """Run main() of the rule on one table; return the folder with its outputs."""

    def doe(inhoud):
        tabel = tmp_path / "results" / "proef" / "tabellen" / "datakwaliteit.csv"
        tabel.parent.mkdir(parents=True)
        tabel.write_text(inhoud)
        cijfers = tmp_path / "results" / "proef" / "cijfers.json"
        cijfers.write_text("{}")
        regel.main(
            pdf=[],
            tabellen=[str(tabel)],
            cijfers=str(cijfers),
            overig=[],
            bronnen=[],
            code=[str(SCRIPTS.parents[1] / "Snakefile")],
            project=str(SCRIPTS.parents[1] / "pyproject.toml"),
            editie={
                "editie": "proef",
                "fictief": True,
                "bronnen_map": "data",
                "teksten": {
                    "titel": "Proef",
                    "ondertitel": "Een proef",
                    "uitgever": "Proefbureau",
                    "licentie": "CC BY 4.0",
                    "datum": "2017-03-07",
                },
            },
            engine="typst",
            uit_zip=str(tmp_path / "publicatie.zip"),
            uit_som=str(tmp_path / "publicatie.zip.sha256"),
            uit_manifest=str(tmp_path / "manifest.json"),
        )

    return doe


KOP = "controle,bron,kolom,jaar,n,n_afwijkend,aandeel,ernst,toelichting\n"


def test_een_tabel_komt_in_de_bundel(draai, tmp_path):
    draai(KOP + "dubbel,context,,,10,1,0.1,let_op,dubbele_codes\n")
    with zipfile.ZipFile(tmp_path / "publicatie.zip") as archief:
        namen = {naam.removeprefix("proef/") for naam in archief.namelist()}
        manifest = archief.read("proef/manifest.json")
    assert namen == {
        *("cijfers.json", "tabellen/datakwaliteit.csv"),
        *("code/Snakefile", "LEESMIJ.md"),
        *("licenties.md", "LICENSE.txt", "LICENSE-teksten.txt"),
        *("manifest.json", "ro-crate-metadata.json"),
    }
    assert manifest == (tmp_path / "manifest.json").read_bytes()
    som = hashlib.sha256((tmp_path / "publicatie.zip").read_bytes()).hexdigest()
    assert (tmp_path / "publicatie.zip.sha256").read_text() == f"{som}  publicatie.zip\n"
