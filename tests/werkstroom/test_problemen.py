"""The page for who is stuck quotes messages that the code really gives."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from hulp import SCRIPTS, WORTEL
from leefbaarheid.basis.gebied import W

PAGINA = WORTEL / "docs" / "problemen.md"
VOOR_AUTEURS = WORTEL / "docs" / "wijkanalyse-in-word.md"


def geciteerd(pagina: Path = PAGINA) -> list[str]:
    """Return what stands between backquotes in the first column of the tables."""
    rijen = re.findall(r"^\| (`.*?`) \| ", pagina.read_text("utf-8"), flags=re.MULTILINE)
    return [melding for cel in rijen for melding in re.findall(r"`([^`]+)`", cel)]


def _deel(deel: ast.expr) -> str:
    """Return a part of an f-string; of a word for the areas that for wijken, else an ellipsis."""
    if isinstance(deel, ast.Constant):
        return str(deel.value)
    vorm = ast.unparse(deel.value) if isinstance(deel, ast.FormattedValue) else ""
    return str(eval(vorm, {"W": W})) if re.match(r"W\.\w+", vorm) else "…"


@cache
def teksten() -> str:
    """Return every text in the code, one per line; what is filled in is left out."""
    gevonden = []
    for pad in sorted(SCRIPTS.rglob("*.py")):
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if isinstance(knoop, ast.JoinedStr):
                gevonden.append("".join(map(_deel, knoop.values)))
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
