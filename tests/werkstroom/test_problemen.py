"""The page for who is stuck quotes messages that the code really gives."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from hulp import SCRIPTS, WORTEL

PAGINA = WORTEL / "docs" / "problemen.md"
VOOR_AUTEURS = WORTEL / "docs" / "wijkanalyse-in-word.md"


def geciteerd(pagina: Path = PAGINA) -> list[str]:
    """Return what stands between backquotes in the first column of the tables."""
    rijen = re.findall(r"^\| (`.*?`) \| ", pagina.read_text("utf-8"), flags=re.MULTILINE)
    return [melding for cel in rijen for melding in re.findall(r"`([^`]+)`", cel)]


@cache
def teksten() -> str:
    """Return every text in the code, one per line; what is filled in is left out."""
    gevonden = []
    for pad in sorted(SCRIPTS.rglob("*.py")):
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if isinstance(knoop, ast.JoinedStr):
                delen = (str(d.value) if isinstance(d, ast.Constant) else "…" for d in knoop.values)
                gevonden.append("".join(delen))
            elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
                gevonden.append(knoop.value)
    make = (WORTEL / "Makefile").read_text("utf-8")
    return "\n".join([*(" ".join(tekst.split()) for tekst in gevonden), make])


@pytest.mark.traag
@pytest.mark.parametrize("melding", [*geciteerd(), *geciteerd(VOOR_AUTEURS)])
def test_de_melding_bestaat(melding):
    """`...` stands for what is filled in; the words around it are those of one message."""
    delen = [re.escape(deel.strip()) for deel in melding.split("...")]
    assert re.search(".*".join(delen), teksten()), melding


def test_de_pagina_dekt_elk_onderwerp():
    koppen = re.findall(r"^## (.+)$", PAGINA.read_text("utf-8"), flags=re.MULTILINE)
    assert koppen == [
        "Installeren",
        "Configuratie",
        "Gegevens",
        "Wijkanalyses",
        "Quarto en de PDF's",
        "Slot, schijf en mappen",
        "Iets anders",
    ]
    assert len(geciteerd()) > 40


def test_de_readme_verwijst_ernaar():
    assert "docs/problemen.md" in (WORTEL / "README.md").read_text("utf-8")
