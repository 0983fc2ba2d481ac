"""Templates per chapter: each in its place, with the sentences and rows of its own document."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from hulp import PAKKET, WORTEL
from leefbaarheid.rapport.sjablonen import maak_omgeving
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.stof import Stof, bind

REPORTS = WORTEL / "reports"
DOCUMENTEN = sorted(pad.parent for pad in REPORTS.glob("*/document.qmd.j2"))
TEKST = PAKKET / "tekst"
VLEUGELS = (
    *("gedeeld", "hoofdrapport", "leefbaarheidsontwikkeling", "wijkanalyses"),
    *("technische_verantwoording", "wat_is_er_veranderd"),
)
MODULES = sorted(pad for map_ in VLEUGELS for pad in (TEKST / map_).rglob("*.py"))
LEEG = Stof({}, Cijfers(), {})

document = pytest.mark.parametrize("map_", DOCUMENTEN, ids=lambda map_: map_.name)


def hoofdstukken(map_: Path) -> list[str]:
    """Return the templates of a document's chapters, by name."""
    return sorted(pad.name for pad in map_.glob("*.qmd.j2") if pad.name != "document.qmd.j2")


def ingevoegd(pad: Path) -> list[str]:
    """Return what a template includes by name, and the chapters of the document it makes."""
    tekst = pad.read_text("utf-8")
    namen = re.findall(r'<% include "([^"]+)" %>', tekst)
    for document in re.findall(r'hoofdstukken\("([^"]+)"\)', tekst):
        namen += [f"{document}/{naam}" for naam in hoofdstukken(REPORTS / document)]
    return namen


def sjablonen(map_: Path) -> list[Path]:
    """Return every template that a document is made of, shared parts included."""
    klaar: list[Path] = []
    open_ = [map_ / "document.qmd.j2"]
    while open_:
        pad = open_.pop(0)
        klaar.append(pad)
        open_ += [REPORTS / naam for naam in ingevoegd(pad) if REPORTS / naam not in klaar]
    return klaar


def genoemd(map_: Path) -> dict[str, set[str]]:
    """Return {module: names of it that the templates of a document use}.

    A name set in document.qmd.j2 holds in every chapter; one set in a chapter holds there.
    """
    gebruik: dict[str, set[str]] = {}
    overal: dict[str, str] = {}
    for pad in sjablonen(map_):
        tekst = pad.read_text("utf-8")
        gezet = dict(re.findall(r'<% set (\w+) = zinnen\("([\w.]+)"\) %>', tekst))
        assert len(gezet) == len(re.findall(r"(?<!\w)zinnen\(", tekst)), pad  # one on a line
        if pad.name == "document.qmd.j2":
            overal = gezet
        for naam, module in {**overal, **gezet}.items():
            blokken = " ".join(re.findall(r"<<.*?>>|<%.*?%>", tekst, flags=re.S))
            code = re.sub(r'"[^"]*"', "", blokken)
            namen = re.findall(rf"(?<![\w.]){naam}\.(\w+)", code)
            gebruik.setdefault(module, set()).update(namen)
    return gebruik


def functies(pad: Path) -> list[str]:
    """Return the public functions of a module."""
    boom = ast.parse(pad.read_text("utf-8"))
    namen = [knoop.name for knoop in boom.body if isinstance(knoop, ast.FunctionDef)]
    return [naam for naam in namen if not naam.startswith("_")]


@document
def test_elk_hoofdstuk_staat_een_keer_en_op_volgorde_in_het_document(map_):
    eigen = [f"{map_.name}/{naam}" for naam in hoofdstukken(map_)]
    omgeving = maak_omgeving([REPORTS], LEEG, {})
    assert omgeving.globals["hoofdstukken"](map_.name) == eigen
    assert f'hoofdstukken("{map_.name}")' in (map_ / "document.qmd.j2").read_text("utf-8")
    assert [naam for naam in eigen if not re.search(r"/\d\d[a-z]?-[a-z-]+\.qmd\.j2$", naam)] == []


@document
def test_elk_hoofdstuk_begint_met_haar_kop(map_):
    for naam in hoofdstukken(map_):
        tekst = re.sub(r"<%.*?%>\n|<#.*?#>\n", "", (map_ / naam).read_text("utf-8"), flags=re.S)
        kop = r"##? " if re.match(r"\d\d[b-z]-", naam) else r"# "
        # a chapter in another language stands in a block that says so, its heading included
        assert re.match(rf"(?:::: \{{lang=[\w-]+\}}\n\n)?{kop}", tekst), naam


@document
def test_een_document_noemt_alleen_eigen_en_gedeelde_modules(map_):
    eigen = map_.name.removeprefix("bijlage-").replace("-", "_")
    modules = genoemd(map_)
    assert [m for m in modules if m.split(".")[0] not in (eigen, "gedeeld")] == []


@document
def test_wat_een_sjabloon_van_een_module_vraagt_is_er(map_):
    for module, namen in genoemd(map_).items():
        aanbod = vars(bind(import_module(f"leefbaarheid.tekst.{module}"), LEEG))
        assert namen - set(aanbod) == set(), module


@pytest.mark.traag
def test_elke_zin_en_elke_rij_wordt_gebruikt():
    in_sjablonen = {
        (module, naam)
        for map_ in DOCUMENTEN
        for module, namen in genoemd(map_).items()
        for naam in namen
    }
    bronnen = {pad: pad.read_text("utf-8") for pad in TEKST.rglob("*.py")}
    ongebruikt = []
    for pad in MODULES:
        module = ".".join(pad.relative_to(TEKST).with_suffix("").parts)
        for naam in functies(pad):
            elders = any(
                re.search(rf"\b{naam}\b", bron) for ander, bron in bronnen.items() if ander != pad
            )
            hier = len(re.findall(rf"\b{naam}\b", bronnen[pad])) > 1
            if (module, naam) not in in_sjablonen and not elders and not hier:
                ongebruikt.append(f"{module}.{naam}")
    assert ongebruikt == []
