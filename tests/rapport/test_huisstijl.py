"""The filter of the house style, which both engines run: quotes come out as they went in."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from hulp.document import REPORTS
from leefbaarheid.basis.pandoc import zoek_pandoc
from leefbaarheid.herleiden.paginas import lees_paginas

FILTER = REPORTS / "_extensions" / "wijkrapport" / "huisstijl.lua"
KROM = "‘’“”"
TEKST = """---
title: "Wat ‘x’ zegt “y” ’s"
colofon: |
  Uitgave ‘van’ “ons”.
---

# Kop “a” ‘b’

Hij zei “dit” en ‘dat’ in ’s-Gravenhage. *“x”* **‘y’** [“z”](https://voorbeeld.nl)

- punt ’t

| “a” |
|:----|
| ‘b’^[“c”] |

: Bijschrift “d” ’s {#tbl-x}

> “citaat”

$$ a = b $$ {#eq-m alt="de ‘a’ en de “b”"} en “na”
"""


def pandoc(*filters: Path | str) -> str:
    """Return what pandoc writes for Typst after some filters."""
    opdracht = [zoek_pandoc(), "--from=markdown-raw_html", "--to=typst", "--wrap=none"]
    opdracht += [f"--lua-filter={pad}" for pad in filters]
    return subprocess.run(opdracht, input=TEKST, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def boom(tmp_path_factory) -> dict:
    """The document as the writer gets it: after the filter."""
    uit = tmp_path_factory.mktemp("boom") / "boom.json"
    # a last filter writes down what it was given
    kijk = uit.with_name("kijk.lua")
    kijk.write_text(
        "function Pandoc(doc)\n"
        f"  local f = io.open({json.dumps(str(uit))}, 'w')\n"
        "  f:write(pandoc.write(doc, 'json'))\n  f:close()\nend\n",
        encoding="utf-8",
    )
    pandoc(FILTER, kijk)
    return json.loads(uit.read_text("utf-8"))


def delen(knoop: object, soort: str) -> Iterator[object]:
    """Yield what the elements of a kind hold, anywhere in the tree."""
    if isinstance(knoop, dict):
        if knoop.get("t") == soort:
            yield knoop["c"]
        knoop = list(knoop.values())
    if isinstance(knoop, list):
        for deel in knoop:
            yield from delen(deel, soort)


def test_geen_gewone_tekst_met_een_krom_aanhalingsteken(boom):
    """A writer that straightens quotes (pandoc 3.9.0.1 and later) finds none to straighten."""
    kaal = [tekst for tekst in delen(boom, "Str") if any(teken in str(tekst) for teken in KROM)]
    # the alternative text of an equation is words to pandoc; the engine takes it from there
    assert kaal == ["‘a’", "“b”"]


def test_alle_vier_staan_er_ruw_en_geen_gaat_verloren(boom):
    ruw = [str(c[1]) for c in delen(boom["blocks"], "RawInline")]
    tekst = TEKST.split("\n---\n")[1].replace("de ‘a’ en de “b”", "")
    assert sorted(t for t in ruw if t in KROM) == sorted(t for t in tekst if t in KROM)


def test_typst_krijgt_de_kromme_tekens():
    typst = pandoc(FILTER, REPORTS / "_pandoc" / "crossref.lua")
    for tekst in ("“dit” en ‘dat’ in ’s-Gravenhage", "#emph[“x”]", "[“z”]", "punt ’t", "[“a”]"):
        assert tekst in typst
    assert 'alt: "de ‘a’ en de “b”"' in typst
    assert "\\'" not in typst


@pytest.mark.traag
def test_kromme_tekens_op_de_bladzijde(met_document):
    kop = ('title: "Kwetsbare wijken in beeld"', 'title: "Wat ‘vol’ en “leeg” is"')
    pad = met_document("# Kop\n\nHij zei “dit” en ‘dat’ in ’s-Gravenhage.\n", kop)
    paginas = lees_paginas(pad)
    assert paginas[0].startswith("Wat ‘vol’ en “leeg” is")
    assert "Hij zei “dit” en ‘dat’ in ’s-Gravenhage." in paginas[2]
    with pikepdf.open(pad) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "Wat ‘vol’ en “leeg” is: Proefdruk"
