"""Which wing may use which: the one place where the directions are written down."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from hulp import PAKKET

RICHTINGEN: dict[str, set[str]] = {
    "basis": set(),
    "editie": {"basis"},
    "data": {"basis", "editie"},
    "ophalen": {"basis", "editie"},
    "opbouw": {"basis", "editie", "data"},
    "analyse": {"basis", "editie", "data"},
    "toetsen": {"basis", "editie", "data", "analyse"},
    "wijkanalyses": {"basis", "editie"},
    # two finished editions, read from their result tables and manifests
    "verandering": {"basis", "editie"},
    # result tables and their contracts are all that figures and sentences know of the statistics
    "figuren": {"basis", "editie"},
    "tekst": {"basis", "editie"},
    "rapport": {"basis", "editie", "tekst"},
    "herleiden": {"basis", "editie", "tekst", "rapport"},
    # a second opinion: it reads what was published and runs the project from outside
    "verificatie": {"basis"},
    "voorbeeld": {"basis"},
}
"""Wing -> the wings it may import from, besides itself."""


def vleugel(module: str) -> str:
    """Return the wing of a dotted module name of the library."""
    return module.split(".")[1]


def gebruikt(bestand: Path) -> set[str]:
    """Return the wings a file imports from anywhere, also within functions."""
    vleugels = set()
    for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
        if isinstance(knoop, ast.ImportFrom) and (knoop.module or "").startswith("leefbaarheid."):
            vleugels.add(vleugel(knoop.module))
        elif isinstance(knoop, ast.Import):
            namen = [alias.name for alias in knoop.names]
            vleugels |= {vleugel(naam) for naam in namen if naam.startswith("leefbaarheid.")}
    return vleugels


@pytest.mark.parametrize(
    "bestand", sorted(PAKKET.glob("*/**/*.py")), ids=lambda pad: pad.relative_to(PAKKET).as_posix()
)
def test_een_module_gebruikt_alleen_vleugels_onder_haar(bestand):
    eigen = bestand.relative_to(PAKKET).parts[0]
    verkeerd = gebruikt(bestand) - RICHTINGEN[eigen] - {eigen}
    assert verkeerd == set()


def test_elke_vleugel_heeft_een_richting_en_er_staat_niets_los():
    mappen = {pad.name for pad in PAKKET.iterdir() if pad.is_dir() and pad.name != "__pycache__"}
    assert mappen == set(RICHTINGEN)
    assert [pad.name for pad in PAKKET.glob("*.py")] == ["__init__.py"]


def test_er_is_geen_kring():
    klaar: set[str] = set()
    while len(klaar) < len(RICHTINGEN):
        vrij = {naam for naam, onder in RICHTINGEN.items() if onder <= klaar} - klaar
        assert vrij, f"een kring tussen {set(RICHTINGEN) - klaar}"
        klaar |= vrij
