"""Text of others stays text: in Markdown, as Quarto and pandoc read it, and in Typst."""

from __future__ import annotations

import re

import pytest

from hulp.lastige_tekst import GEWOON, LASTIG, soorten, zelfde
from hulp.schoonmaak import alinea, door_de_was, werk
from leefbaarheid.wijkanalyses.blokken import platte_tekst
from leefbaarheid.wijkanalyses.kenmerk import kenmerk
from leefbaarheid.wijkanalyses.pandoc import lees_ast, pandoc
from leefbaarheid.wijkanalyses.schoonmaak import schone_sectie
from leefbaarheid.wijkanalyses.sectietekst import schrijf_markdown
from leefbaarheid.wijkanalyses.weigering import Ongeschikt


@pytest.mark.parametrize("tekst", LASTIG)
def test_letterlijke_tekst_blijft_tekst_in_pandoc(tekst):
    gelezen, _ = lees_ast(door_de_was([alinea(tekst)]).encode(), "markdown")

    assert soorten(gelezen) <= GEWOON
    assert zelfde(platte_tekst(gelezen)) == zelfde(tekst)


@pytest.mark.traag
@pytest.mark.parametrize("tekst", LASTIG)
def test_letterlijke_tekst_blijft_tekst_in_typst(tekst):
    typst, _ = pandoc(door_de_was([alinea(tekst)]).encode(), "markdown", "typst")
    gelezen, _ = lees_ast(typst, "typst")

    assert soorten(gelezen) <= GEWOON
    assert zelfde(platte_tekst(gelezen)) == zelfde(tekst)


@pytest.mark.traag
def test_alle_lastige_tekst_samen_ook_met_andere_uitbreidingen():
    """Quarto reads shortcodes and may switch on more than pandoc does: nothing changes."""
    blokken = [alinea(tekst) for tekst in LASTIG]
    markdown = door_de_was(blokken)
    meer = "markdown+emoji+mark+lists_without_preceding_blankline+wikilinks_title_after_pipe"

    assert kenmerk(lees_ast(markdown.encode(), meer)[0]) == kenmerk(blokken)
    assert "{{<" not in markdown
    # what Quarto looks for in the text itself: cells and divs at the start of a line
    assert not re.search(r"^\s*(```|~~~|:::)", markdown, re.M)


@pytest.mark.traag
def test_opmaak_blijft():
    bron = (
        "Tekst met *nadruk*, **vet**, ~~weg~~, m^2^, H~2~O en `code #1`.\\\nNieuwe regel.\n\n"
        "- een\n- twee\n\n    - dieper\n\n1. a\n2. b\n\n> citaat\n\n"
        "[adres](https://example.org/a_(b)?c=d&e) en <mailto:a@example.org>\n\n"
        "| Kop | Getal |\n|:----|------:|\n| a   |   1,5 |\n\n: Bijschrift\n"
    )
    blokken, _ = lees_ast(bron.encode(), "markdown")

    gelezen, _ = lees_ast(door_de_was(blokken).encode(), "markdown")

    assert kenmerk(gelezen) == kenmerk(schone_sectie(werk(), blokken, 2))
    assert zelfde(platte_tekst(gelezen)) == zelfde(platte_tekst(blokken))
    assert soorten(gelezen) >= {"Emph", "Strong", "Strikeout", "Superscript", "Subscript", "Code"}
    assert soorten(gelezen) >= {"BulletList", "OrderedList", "BlockQuote", "Link", "Table"}


def test_voetnoten_hebben_een_eigen_label_en_staan_in_hun_sectie():
    blokken, _ = lees_ast(b"Een[^a] en `[^1]`.\n\n[^a]: Noot\n\n    tweede alinea.\n", "markdown")
    schoon = schone_sectie(werk(), blokken, 2)

    uit = schrijf_markdown({"Profiel": schoon, "Bronnen": [alinea("x")]}, "proef")

    assert "[^proef-1]: Noot" in uit["Profiel"]
    assert "`[^1]`" in uit["Profiel"]
    assert uit["Bronnen"] == "x\n"


def test_code_die_op_een_kop_lijkt_splitst_geen_sectie():
    code = {"t": "CodeBlock", "c": [["", [], []], "### Bronnen\n[^1]"]}

    uit = schrijf_markdown(
        {"Profiel": schone_sectie(werk(), [code], 2), "Bronnen": [alinea("x")]}, "proef"
    )

    assert "### Bronnen\n[^1]" in uit["Profiel"]
    assert uit["Bronnen"] == "x\n"


def test_wat_pandoc_toch_anders_leest_wordt_geweigerd():
    """pandoc 3.9 reads raw HTML in a superscript, escaped or not: the check must see it."""
    macht = {"t": "Para", "c": [{"t": "Superscript", "c": [{"t": "Str", "c": "<x>"}]}]}

    with pytest.raises(Ongeschikt, match="kan niet ongewijzigd worden overgenomen"):
        door_de_was([macht])
