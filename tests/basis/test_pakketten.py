"""The manifest and the reuse of results name every package that can change a number or a page."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions

from hulp import SCRIPTS
from leefbaarheid.basis.pakketten import PAKKETTEN, versies

# what only fetches, checks, measures or looks
ZONDER_GEVOLG = {"jsonschema", "pooch", "pypdfium2", "requests"}


def _gebruikt() -> set[str]:
    """Return the distributions that the scripts and the library import."""
    namen: set[str] = set()
    for pad in SCRIPTS.rglob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if isinstance(knoop, ast.Import):
                namen |= {alias.name.split(".")[0] for alias in knoop.names}
            elif isinstance(knoop, ast.ImportFrom) and knoop.module and not knoop.level:
                namen.add(knoop.module.split(".")[0])
    bekend = packages_distributions()
    vreemd = namen & set(bekend) - set(sys.stdlib_module_names)
    return {deel.lower().replace("_", "-") for naam in vreemd for deel in bekend[naam]}


def test_elk_pakket_dat_iets_kan_veranderen_staat_erbij():
    gebruikt = _gebruikt()
    assert {"pandas", "pikepdf", "shapely"} <= gebruikt
    assert gebruikt - set(PAKKETTEN) == ZONDER_GEVOLG


def test_elk_heeft_een_versie():
    assert list(PAKKETTEN) == sorted(PAKKETTEN)
    assert set(versies()) == {*PAKKETTEN, "python"}
