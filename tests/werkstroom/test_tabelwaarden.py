"""A fixed value of a column is written once, in `basis`; who makes or reads it uses its name."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

import pytest

from hulp import PAKKET, SCRIPTS
from leefbaarheid.basis.tabellen.alle import TABELLEN


def waarden_per_kolom() -> dict[str, set[str]]:
    """Return the fixed values of every column, over all tables that have it."""
    waarden: dict[str, set[str]] = defaultdict(set)
    for tabel in TABELLEN.values():
        for kolom in tabel.kolommen:
            waarden[kolom.naam] |= set(kolom.waarden)
    return waarden


WAARDEN = waarden_per_kolom()


def _kolom(knoop: ast.expr | None) -> object:
    """Return the column an expression is about: rij["x"], rij.get("x"), rij.x or x."""
    match knoop:
        case ast.Subscript(slice=ast.Constant(value=naam)):
            return naam
        case ast.Call(func=ast.Attribute(attr="get"), args=[ast.Constant(value=naam), *_]):
            return naam
        case ast.Attribute(attr=naam) | ast.Name(id=naam):
            return naam
    return None


def _paren(knoop: ast.AST) -> Iterator[tuple[object, ast.AST]]:
    """Yield (column, expression for its value) of one node of the code."""
    match knoop:
        case ast.Compare(left=links, comparators=rest):
            leden = [links, *rest]
            yield from ((_kolom(a), b) for a in leden for b in leden if a is not b)
        case ast.Match(subject=wat, cases=gevallen):
            yield from ((_kolom(wat), geval.pattern) for geval in gevallen)
        case ast.Dict(keys=sleutels, values=waarden):
            for sleutel, waarde in zip(sleutels, waarden, strict=True):
                if isinstance(sleutel, ast.Constant):
                    yield sleutel.value, waarde
        case ast.arguments():
            met = [*knoop.posonlyargs, *knoop.args][::-1]
            standaard = [*zip(met, knoop.defaults[::-1], strict=False)]
            standaard += [
                (a, w) for a, w in zip(knoop.kwonlyargs, knoop.kw_defaults, strict=True) if w
            ]
            yield from ((a.arg, w) for a, w in standaard)
        case ast.Call(func=functie, args=los, keywords=genoemd):
            yield from ((k.arg, k.value) for k in genoemd)
            if isinstance(functie, ast.Attribute) and functie.attr in ("eq", "ne", "isin"):
                yield from ((_kolom(functie.value), waarde) for waarde in los)


def _letterlijk(knoop: ast.AST) -> Iterator[ast.Constant]:
    """Yield the texts in an expression that are the value itself, not part of a calculation."""
    match knoop:
        case ast.Constant(value=str()):
            yield knoop
        case ast.MatchValue(value=waarde):
            yield from _letterlijk(waarde)
        case ast.Tuple(elts=delen) | ast.List(elts=delen) | ast.Set(elts=delen):
            for deel in delen:
                yield from _letterlijk(deel)
        case ast.MatchOr(patterns=delen):
            for deel in delen:
                yield from _letterlijk(deel)
        case ast.IfExp(body=dan, orelse=anders):
            yield from _letterlijk(dan)
            yield from _letterlijk(anders)


def uitgeschreven(code: str) -> list[tuple[int, str, str]]:
    """Return (line, column, value) where code spells out a fixed value of a column."""
    return [
        (tekst.lineno, str(kolom), tekst.value)
        for knoop in ast.walk(ast.parse(code))
        for kolom, waarde in _paren(knoop)
        for tekst in _letterlijk(waarde)
        if tekst.value in WAARDEN.get(str(kolom), ())
    ]


@pytest.mark.parametrize(
    "code",
    [
        'x = rij["steekproef"] == "selectie"',
        'x = "selectie" != rij.get("steekproef")',
        'x = keuze.steekproef in ("selectie", anders)',
        'x = tabel["steekproef"].eq("selectie")',
        'x = rijen(stof, steekproef="selectie")',
        'x = {"steekproef": "selectie" if smal else breed}',
        'def f(steekproef="selectie"): ...',
        'def f(*, steekproef="selectie"): ...',
        'match rij["steekproef"]:\n  case "selectie" | "land": ...',
    ],
)
def test_een_uitgeschreven_waarde_wordt_gezien(code):
    assert [(kolom, waarde) for _, kolom, waarde in uitgeschreven(code)] == [
        ("steekproef", "selectie")
    ]


@pytest.mark.parametrize(
    "code",
    [
        'x = rij["steekproef"] == SELECTIE',
        'x = stof.editie["selectie"]',
        'x = rij["naam"] == "selectie"',
        'x = {"selectie": "geselecteerde wijken"}',
    ],
)
def test_een_naam_of_een_ander_woord_mag(code):
    assert uitgeschreven(code) == []


@pytest.mark.traag
def test_vaste_waarden_van_kolommen_staan_alleen_in_basis():
    # the second opinion has nothing of the first, not even its words
    eigen = PAKKET / "verificatie" / "naloop.py"
    buiten_basis = [
        p for p in SCRIPTS.rglob("*.py") if PAKKET / "basis" not in p.parents and p != eigen
    ]
    assert len(buiten_basis) > 100
    gevonden = {
        bestand.relative_to(SCRIPTS).as_posix(): waarden
        for bestand in sorted(buiten_basis)
        if (waarden := uitgeschreven(bestand.read_text("utf-8")))
    }
    assert gevonden == {}
