"""The code of a rule, found from imports in the source text."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from hulp import PAKKET, SCRIPTS
from leefbaarheid.basis.codebestanden import codebestanden

# richt_in.py makes the environment, so it cannot use what is in it
RULESCRIPTS = sorted({*SCRIPTS.glob("*.py")} - {SCRIPTS / "richt_in.py"})


def volgens_ast(bestand: Path) -> set[Path]:
    """Return the library modules a file imports itself, by Python's own parser."""
    namen: set[str] = set()
    genoemd: set[str] = set()
    for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
        if isinstance(knoop, ast.Import):
            namen |= {alias.name for alias in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            assert knoop.level == 0, f"{bestand}: a relative import is not seen"
            genoemd |= {f"{knoop.module}.{alias.name}" for alias in knoop.names}
            namen |= {knoop.module, *genoemd}
    paden = {(SCRIPTS / naam.replace(".", "/")).with_suffix(".py") for naam in namen}
    for map_ in ((SCRIPTS / naam.replace(".", "/")) for naam in genoemd):
        paden |= {pad for pad in map_.glob("*.py") if pad.name != "__init__.py"}
    return {pad for pad in paden if pad.is_file() and pad.is_relative_to(PAKKET)}


@pytest.mark.traag
@pytest.mark.parametrize("script", RULESCRIPTS, ids=lambda pad: pad.stem)
def test_de_code_van_een_regel_is_wat_python_zelf_vindt(script):
    verwacht, open_ = {script}, [script]
    while open_:
        nieuw = volgens_ast(open_.pop()) - verwacht
        verwacht |= nieuw
        open_ += nieuw
    assert codebestanden(script) == sorted(verwacht)
    assert len(verwacht) > 1


@pytest.mark.parametrize("pakket", sorted(PAKKET.rglob("__init__.py")), ids=str)
def test_een_vleugel_heeft_geen_code_in_haar_init(pakket):
    # a module of the wing would run it, and no rule would see it change
    boom = ast.parse(pakket.read_text("utf-8"))
    assert [type(knoop) for knoop in boom.body] == [ast.Expr]
    assert ast.get_docstring(boom)


def test_importen_in_alle_schrijfwijzen(tmp_path):
    pakket = tmp_path / "leefbaarheid" / "basis"
    pakket.mkdir(parents=True)
    for naam in ("een", "twee", "drie", "vier", "vijf", "ongebruikt"):
        (pakket / f"{naam}.py").write_text("", encoding="utf-8")
    (pakket / "vijf.py").write_text("from leefbaarheid.basis.vier import x\n", encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(
        "import leefbaarheid.basis.een\n"
        "from leefbaarheid.basis import (\n    twee,  # why\n    vijf as v,\n)\n"
        "def f():\n    from leefbaarheid.basis.drie import naam, andere\n"
        "# from leefbaarheid.basis import ongebruikt\n",
        encoding="utf-8",
    )
    namen = [pad.stem for pad in codebestanden(script)]
    assert namen == ["drie", "een", "twee", "vier", "vijf", "script"]


def test_een_map_die_bij_haar_naam_wordt_genoemd_telt_met_al_haar_modules(tmp_path):
    controles = tmp_path / "leefbaarheid" / "toetsen" / "controles"
    controles.mkdir(parents=True)
    for naam in ("__init__", "lord", "moran"):
        (controles / f"{naam}.py").write_text("", encoding="utf-8")
    alle, een = tmp_path / "s_alle.py", tmp_path / "s_een.py"
    alle.write_text("from leefbaarheid.toetsen import controles\n", encoding="utf-8")
    een.write_text("from leefbaarheid.toetsen.controles import lord\n", encoding="utf-8")
    assert [pad.stem for pad in codebestanden(alle)] == ["lord", "moran", "s_alle"]
    assert [pad.stem for pad in codebestanden(een)] == ["lord", "s_een"]
