"""What the tests of the PDFs share: a rendered document, and a fake Quarto."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from hulp.document import KOP, maak_bron, met_tekst, render
from leefbaarheid.herleiden.paginas import lees_paginas
from leefbaarheid.rapport.engine import Engine, kies_engine
from leefbaarheid.rapport.pdfcontrole import Feiten


@pytest.fixture
def bron(tmp_path: Path) -> Path:
    """A folder with a document and what lies beside it."""
    return maak_bron(tmp_path / "bron")


@pytest.fixture
def tijdelijk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary folders are made, to see that nothing stays behind."""
    map_ = tmp_path / "tmp"
    map_.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(map_))
    return map_


@pytest.fixture(scope="session")
def pandoc() -> Engine:
    return kies_engine("pandoc")


@pytest.fixture
def met_document(bron: Path, tmp_path: Path, pandoc: Engine) -> Callable[..., Path]:
    """Render a text, with (old, new) in its front matter; returns the PDF."""

    def maak(tekst: str, *wijzigingen: tuple[str, str]) -> Path:
        kop = KOP
        for oud, nieuw in wijzigingen:
            assert oud in kop
            kop = kop.replace(oud, nieuw)
        render(met_tekst(bron, tekst, kop), tmp_path / "uit.pdf", pandoc)
        return tmp_path / "uit.pdf"

    return maak


class Voorbeeld(NamedTuple):
    """A rendered document: its PDF, what the check said, and the text of its pages."""

    pad: Path
    feiten: Feiten
    paginas: list[str]


@pytest.fixture(scope="session")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory, pandoc: Engine) -> Voorbeeld:
    map_ = maak_bron(tmp_path_factory.mktemp("voorbeeld"))
    pad = map_ / "uit" / "rapport.pdf"
    return Voorbeeld(pad, render(map_, pad, pandoc), lees_paginas(pad))


NEP_QUARTO = """#!{python}
import json, os, shutil, sys, time
from pathlib import Path
if sys.argv[1:] == ["--version"]:
    print({versie!r})
    sys.exit({code_versie})
log = dict(argv=sys.argv[1:], cwd=os.getcwd(), qmd=Path("rapport.qmd").read_text(),
           bestanden=sorted(str(p) for p in Path(".").rglob("*") if p.is_file()),
           epoch=os.environ.get("SOURCE_DATE_EPOCH"), fonts=os.environ.get("TYPST_FONT_PATHS"))
Path({log!r}).write_text(json.dumps(log))
{gedrag}
"""


@pytest.fixture
def nep_quarto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Put a fake quarto on PATH, and nothing else; returns where it logs its call."""

    def maak(versie: str = "1.10.18", code_versie: int = 0, gedrag: str = "sys.exit(0)") -> Path:
        map_ = tmp_path / "bin"
        map_.mkdir(exist_ok=True)
        log = tmp_path / "quarto.json"
        programma = map_ / "quarto"
        programma.write_text(
            NEP_QUARTO.format(
                python=sys.executable,
                versie=versie,
                code_versie=code_versie,
                log=str(log),
                gedrag=gedrag,
            ),
            encoding="utf-8",
        )
        programma.chmod(0o755)
        monkeypatch.setenv("PATH", str(map_))
        return log

    return maak
