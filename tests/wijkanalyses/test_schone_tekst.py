"""Text of others stays text: in Markdown, as Quarto and pandoc read it, and in Typst."""

from __future__ import annotations

import json
import re

import pytest

from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.wijkanalyses import schone_tekst
from leefbaarheid.wijkanalyses.schone_tekst import (
    Ongeschikt,
    Schoonmaker,
    kenmerk,
    lees_ast,
    pandoc,
    platte_tekst,
    schrijf_markdown,
)

LASTIG = [
    '#import "x"',
    "#set text(red)",
    "$x$ en $y$",
    "$5 tot $10",
    r"\input{/etc/passwd}",
    r"\(x\) \[y\]",
    "\\",
    "x \\",
    "<script>alert(1)</script>",
    "<div>",
    "<!-- weg -->",
    "&lt; &copy; &#65;",
    "@fig-x en [@bron; @ander] en -@x",
    "(@) x",
    "a@b.nl",
    "C#",
    "€ 5 < 6 > 4",
    "```{=typst}",
    "~~~ {.r}",
    "`{python} 1`",
    "`x`{=html}",
    "::: {.callout-note}",
    ":::",
    ": definitie",
    "[tekst]{.klasse}",
    "[tekst](adres) ![beeld](pad.png)",
    "[^1]: noot ^[noot]",
    "[x]: http://y.nl",
    "# kop {#id .k}",
    "{#fig-x}",
    "{=html}",
    "- punt",
    "+ punt",
    "* punt",
    "1. een",
    "A. Jansen",
    "iv) vier",
    "(a) een",
    "#. een",
    "> citaat",
    "| a | b |",
    "+---+",
    "---",
    "===",
    "% titel",
    "_a_ *b* __c__ **d** ~e~ ^f^ ~~g~~",
    "snake_case_naam",
    "x^2^ en H~2~O",
    "<http://x.nl> en www.x.nl",
    "$$x$$",
    "!",
    "'s-Gravenhage en 't Zand",
]
# Characters that typography may turn into one another, and nothing else.
_ZETWERK = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---"})


def zelfde(tekst: str) -> str:
    """Return `tekst` without typography: straight quotes, plain dashes."""
    tekst = " ".join(tekst.translate(_ZETWERK).replace("…", "...").split())
    return tekst.replace('"', "'")


def alinea(tekst: str) -> dict:
    """Return a paragraph of pandoc's AST that says literally `tekst`."""
    inlines = []
    for woord in tekst.split(" "):
        inlines += [{"t": "Space"}, {"t": "Str", "c": woord}]
    return {"t": "Para", "c": inlines[1:]}


def soorten(ast) -> set[str]:
    """Return all types of block and inline in an AST."""
    return set(re.findall(r'"t": "(\w+)"', json.dumps(ast)))


def schoonmaker() -> Schoonmaker:
    return Schoonmaker("proef", uit_word=True, beeld=lambda pad, alt: f"beelden/{pad}")


def door_de_was(blokken: list[dict]) -> str:
    """Return the Markdown of one section with these blocks."""
    schoon = schoonmaker().sectie(blokken, bovenste=2)
    return schrijf_markdown({"Profiel": schoon}, "proef")["Profiel"]


GEWOON = {"Para", "Str", "Space", "Quoted", "SingleQuote", "DoubleQuote"}


@pytest.mark.parametrize("tekst", LASTIG)
def test_letterlijke_tekst_blijft_tekst_in_pandoc(tekst):
    gelezen, _ = lees_ast(door_de_was([alinea(tekst)]).encode(), "markdown")

    assert soorten(gelezen) <= GEWOON
    assert zelfde(platte_tekst(gelezen)) == zelfde(tekst)


@pytest.mark.parametrize("tekst", LASTIG)
def test_letterlijke_tekst_blijft_tekst_in_typst(tekst):
    typst, _ = pandoc(door_de_was([alinea(tekst)]).encode(), "markdown", "typst")
    gelezen, _ = lees_ast(typst, "typst")

    assert soorten(gelezen) <= GEWOON
    assert zelfde(platte_tekst(gelezen)) == zelfde(tekst)


def test_alle_lastige_tekst_samen_ook_met_andere_uitbreidingen():
    """Quarto reads shortcodes and may switch on more than pandoc does: nothing changes."""
    blokken = [alinea(tekst) for tekst in LASTIG]
    markdown = door_de_was(blokken)
    meer = "markdown+emoji+mark+lists_without_preceding_blankline+wikilinks_title_after_pipe"

    assert kenmerk(lees_ast(markdown.encode(), meer)[0]) == kenmerk(blokken)
    assert "{{<" not in markdown
    # what Quarto looks for in the text itself: cells and divs at the start of a line
    assert not re.search(r"^\s*(```|~~~|:::)", markdown, re.M)


@pytest.mark.parametrize("tekst", [*LASTIG, "{{< include /etc/passwd >}}"])
@pytest.mark.parametrize("vorm", ["{}", "# {}", "| kop |\n|:--|\n| {} |", "vooraf {} achteraf"])
def test_als_markdown_is_overal_tekst(tekst, vorm):
    markdown = vorm.format(als_markdown(tekst))
    gelezen, _ = lees_ast(markdown.encode(), "markdown")

    verwacht = {"Header", "Table", "Plain", "AlignLeft", "AlignDefault", "ColWidthDefault"}
    assert soorten(gelezen) <= GEWOON | verwacht
    assert zelfde(tekst) in zelfde(platte_tekst(gelezen))
    assert "{{<" not in markdown


def test_als_markdown_maakt_er_een_regel_van():
    assert als_markdown("een\n\n# twee\t drie") == "een \\# twee drie"


def test_opmaak_blijft():
    bron = (
        "Tekst met *nadruk*, **vet**, ~~weg~~, m^2^, H~2~O en `code #1`.\\\nNieuwe regel.\n\n"
        "- een\n- twee\n\n    - dieper\n\n1. a\n2. b\n\n> citaat\n\n"
        "[adres](https://example.org/a_(b)?c=d&e) en <mailto:a@example.org>\n\n"
        "| Kop | Getal |\n|:----|------:|\n| a   |   1,5 |\n\n: Bijschrift\n"
    )
    blokken, _ = lees_ast(bron.encode(), "markdown")

    gelezen, _ = lees_ast(door_de_was(blokken).encode(), "markdown")

    assert kenmerk(gelezen) == kenmerk(schoonmaker().sectie(blokken, 2))
    assert zelfde(platte_tekst(gelezen)) == zelfde(platte_tekst(blokken))
    assert soorten(gelezen) >= {"Emph", "Strong", "Strikeout", "Superscript", "Subscript", "Code"}
    assert soorten(gelezen) >= {"BulletList", "OrderedList", "BlockQuote", "Link", "Table"}


def test_tabel_met_bijschrift_krijgt_een_eigen_naam():
    blokken, _ = lees_ast(b"| Kop |\n|-----|\n| a   |\n\n: Bijschrift\n", "markdown")

    assert ": Bijschrift {#tbl-proef-1}" in door_de_was(blokken)


def test_kenmerken_en_klassen_vallen_weg():
    blokken, _ = lees_ast(
        b'### Kop {#sec-x .unnumbered}\n\n`x`{.python}\n\n```{.r file="x"}\n1\n```\n', "markdown"
    )

    markdown = door_de_was(blokken)

    assert "#### Kop\n" in markdown
    assert not re.search(r"sec-x|unnumbered|python|file|\.r\b", markdown)


def test_onderstreept_en_stijlen_van_word_worden_gewone_tekst():
    vet = {"t": "Strong", "c": [{"t": "Str", "c": "vet"}]}
    blok = {
        "t": "Div",
        "c": [
            ["anker", ["Stijl"], [["custom-style", "Rapport"]]],
            [{"t": "Para", "c": [{"t": "Underline", "c": [vet]}]}],
        ],
    }

    assert door_de_was([blok]) == "**vet**\n"


def test_voetnoten_hebben_een_eigen_label_en_staan_in_hun_sectie():
    blokken, _ = lees_ast(b"Een[^a] en `[^1]`.\n\n[^a]: Noot\n\n    tweede alinea.\n", "markdown")
    schoon = schoonmaker().sectie(blokken, 2)

    uit = schrijf_markdown({"Profiel": schoon, "Bronnen": [alinea("x")]}, "proef")

    assert "[^proef-1]: Noot" in uit["Profiel"]
    assert "`[^1]`" in uit["Profiel"]
    assert uit["Bronnen"] == "x\n"


def test_code_die_op_een_kop_lijkt_splitst_geen_sectie():
    code = {"t": "CodeBlock", "c": [["", [], []], "### Bronnen\n[^1]"]}

    uit = schrijf_markdown(
        {"Profiel": schoonmaker().sectie([code], 2), "Bronnen": [alinea("x")]}, "proef"
    )

    assert "### Bronnen\n[^1]" in uit["Profiel"]
    assert uit["Bronnen"] == "x\n"


def test_wat_pandoc_toch_anders_leest_wordt_geweigerd():
    """pandoc 3.9 reads raw HTML in a superscript, escaped or not: the check must see it."""
    macht = {"t": "Para", "c": [{"t": "Superscript", "c": [{"t": "Str", "c": "<x>"}]}]}

    with pytest.raises(Ongeschikt, match="kan niet ongewijzigd worden overgenomen"):
        door_de_was([macht])


def test_niets_buiten_de_lijst_komt_door():
    for soort in ("RawBlock", "DefinitionList", "LineBlock", "HorizontalRule", "Onbekend"):
        with pytest.raises(Ongeschikt):
            schoonmaker().blokken([{"t": soort, "c": ["typst", "#x"]}])
    for soort in ("RawInline", "Math", "Cite", "Image", "Onbekend"):
        inhoud = {
            "Math": [{"t": "InlineMath"}, "x"],
            "Image": [["", [], []], [], ["x.png", ""]],
        }.get(soort, ["typst", "#x"])
        with pytest.raises(Ongeschikt):
            schoonmaker().inlines([{"t": soort, "c": inhoud}])


def test_pandoc_die_te_lang_duurt_is_een_fout(monkeypatch):
    monkeypatch.setattr(schone_tekst, "TIJD", 0.0001)

    with pytest.raises(schone_tekst.PandocFout, match="niet klaar"):
        lees_ast(b"x", "markdown")
