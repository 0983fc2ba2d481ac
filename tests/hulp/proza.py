"""What a reader sees of templates and modules: their text without code."""

from __future__ import annotations

import ast
import re
from pathlib import Path


def zonder_jinja(tekst: str) -> str:
    """Return a template without comments, statements and expressions."""
    for begin, einde in (("<#", "#>"), ("<%", "%>"), ("<<", ">>")):
        tekst = re.sub(f"{begin}.*?{einde}", " ", tekst, flags=re.S)
    return tekst


def teksten_in_jinja(tekst: str) -> list[str]:
    """Return the strings with words in them that a template hands to a function."""
    tekst = re.sub(r"<#.*?#>", " ", tekst, flags=re.S)
    stukken = re.findall(r"<<.*?>>|<%.*?%>", tekst, flags=re.S)
    letterlijk = [s for stuk in stukken for s in re.findall(r'"([^"]*)"', stuk)]
    return [s for s in letterlijk if " " in s.strip()]


def teksten_in_code(pad: Path) -> list[str]:
    """Return the strings of a module that are no docstring."""
    boom = ast.parse(pad.read_text("utf-8"))
    docstrings = {id(knoop.value) for knoop in ast.walk(boom) if isinstance(knoop, ast.Expr)}
    return [
        knoop.value
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Constant)
        and isinstance(knoop.value, str)
        and id(knoop) not in docstrings
    ]
