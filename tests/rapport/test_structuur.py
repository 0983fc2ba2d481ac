"""What an engine would drop or double without a word is refused, with its line, by both engines."""

from __future__ import annotations

import itertools
import json
import string
import subprocess
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from hulp.document import KOP, REPORTS, maak_bron, met_tekst, render
from hulp.lastige_tekst import LASTIG
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.pandoc import zoek_pandoc
from leefbaarheid.rapport.engine import Engine
from leefbaarheid.rapport.pandoc_typst import LEZER, TAG, lees_boom
from leefbaarheid.rapport.renderfout import RenderFout
from leefbaarheid.rapport.werkmap import huisstijl, leg_klaar

QUARTO = Engine("quarto", "Quarto 1.10.19")
TABEL = "| a |\n|:--|\n| 1 |\n"
FIGUUR = '![Titel](figuren/lijn.svg){#fig-a fig-alt="x"}'

# (text, line of the text where it is wrong, what the message says)
GEWEIGERD = {
    "dubbele paragraaf": ("# A {#sec-a}\n\n# B {#sec-a}", 3, "het label sec-a komt meer dan eens"),
    "dubbele figuur": (f"{FIGUUR}\n\n{FIGUUR}", 3, "het label fig-a komt meer dan eens"),
    "dubbele tabel": (
        f"{TABEL}\n: T {{#tbl-a}}\n\n{TABEL}\n: U {{#tbl-a}}",
        11,
        "tbl-a komt meer dan eens voor; het staat ook op regel 5",
    ),
    "dubbele vergelijking": (
        '$$a$$ {#eq-a alt="a"}\n\n$$b$$ {#eq-a alt="b"}',
        3,
        "eq-a komt meer dan eens",
    ),
    "figuur en paragraaf delen een label": (f"# A {{#fig-a}}\n\n{FIGUUR}", 3, "fig-a komt meer"),
    "dubbel fragment": ("[a]{#x} en [b]{#x}", 1, "het label x komt meer dan eens"),
    "open blok": ("Tekst.\n\n::: {.kader}\nTekst", 3, "niet afgesloten"),
    "open blok om een blok": (
        "::: {.kader}\n\n::: {.bron}\nx\n:::\n\nTekst",
        1,
        "een blok dat met ::: begint is niet afgesloten",
    ),
    "los einde van een blok": ("Tekst.\n\n:::\n\nMeer.", 3, "opent geen blok en sluit er geen"),
    "los einde midden in een alinea": ("Tekst.\n:::\nMeer.", 2, "opent geen blok"),
    "kop zonder lege regel erboven": ("Tekst.\n## Een kop {#sec-a}", 2, "gewone tekst"),
    "tabelbijschrift zonder label": (f"{TABEL}\n: De *kop* van A", 5, "bijschrift zonder label"),
    "tabelbijschrift erboven": (f": De kop\n\n{TABEL}", 1, "bijschrift zonder label"),
    "tabelbijschrift met Table:": (f"{TABEL}\nTable: De kop", 5, "bijschrift zonder label"),
    "tabel met een ander label": (f"{TABEL}\n: Kop {{#a}}", 5, "de tabel heeft geen {#tbl-...}"),
    "figuur zonder label": ("![Titel](figuren/lijn.svg)", 1, "de figuur heeft geen {#fig-...}"),
    "figuur met kenmerk, zonder label": (
        'Tekst.\n\n![Een **titel**](figuren/lijn.svg){fig-alt="x" width=50%}',
        3,
        "bijschrift zonder label",
    ),
    "figuur zonder bijschrift": (
        '![](figuren/lijn.svg){#fig-a fig-alt="x"}',
        1,
        "de figuur fig-a heeft geen bijschrift",
    ),
    "figuur in de zin met een label": (
        'Zie ![x](figuren/lijn.svg){#fig-a fig-alt="x"} hier.',
        1,
        "de figuur fig-a heeft geen bijschrift",
    ),
    "tabel zonder bijschrift": (f"{TABEL}\n: {{#tbl-a}}", 5, "tabel tbl-a heeft geen bijschrift"),
    "blok zonder bijschrift": (f"::: {{#tbl-a}}\n\n{TABEL}\n:::", 1, "tbl-a heeft geen bijschrift"),
    "HTML in de zin": ("Een <b>woord</b>.", 1, "opmaak in HTML"),
    "HTML als blok": ("Tekst.\n\n<div>\nx\n</div>", 3, "opmaak in HTML"),
    "HTML-tabel": ("<table><tr><td>1</td></tr></table>", 1, "opmaak in HTML"),
    "HTML-beeld": ('Zie <img src="x.png"/> hier.', 1, "opmaak in HTML"),
    "HTML-einde van een regel": ("Regel<br>nog een", 1, "opmaak in HTML"),
    "HTML-opmerking": ("Tekst.\n\n<!-- weg -->\n\nTekst.", 3, "opmaak in HTML"),
    "HTML in een tabel": ("| a |\n|:--|\n| <i>x</i> |", 3, "opmaak in HTML"),
    "HTML in een noot": ("Tekst.^[Een <u>noot</u>.]", 1, "opmaak in HTML"),
    "LaTeX in de zin": (r"Een \emph{woord}.", 1, "opmaak in LaTeX"),
    "LaTeX als blok": ("Tekst.\n\n\\begin{center}\nx\n\\end{center}", 3, "opmaak in LaTeX"),
    "LaTeX-opdracht": ("\\newpage\n\nTekst.", 1, "opmaak in LaTeX"),
}

GOED = {
    "tekens die op HTML lijken": "a < b, p<0,05, x > y, 5 <6, <3 en <https://voorbeeld.nl>.",
    "HTML als code": "Schrijf `<b>` of:\n\n```\n<div>\n:::\n{#fig-a}\n```",
    "afgeschermde HTML": r"Een \<b>woord\</b> en \\emph{x} en \#panic.",
    "tabel zonder bijschrift": TABEL,
    "afbeelding zonder bijschrift": '![](figuren/lijn.svg){fig-alt="x"}',
    "hekjes die tekst zijn": "Nummer\n\\## 5 en\n#5 en ## midden in een regel.",
    "koppen die gelijk heten": "## Opgaven\n\n## Opgaven",
    "blokken in blokken": ":::: {.kader}\n\n::: {.bron}\nx\n:::\n\n::::",
    "verwijzing naar een label": f"{FIGUUR}\n\nZie @fig-a, en nog eens @fig-a.",
    "tabel in een blok": f"::: {{#tbl-a}}\n\n{TABEL}\nHet bijschrift.\n\n:::",
    "einde van een bladzijde": "{{< pagebreak >}}",
}


def lees(map_: Path, tekst: str) -> None:
    """Check a text as a document would be, without making pages of it."""
    qmd = f"{KOP}{tekst}\n"
    leg_klaar(qmd, "rapport.qmd", huisstijl(REPORTS), map_)
    lees_boom(map_, "rapport.qmd", qmd)


@pytest.mark.parametrize(("tekst", "regel", "melding"), GEWEIGERD.values(), ids=GEWEIGERD.keys())
def test_geweigerd_met_de_regel(tmp_path, tekst, regel, melding):
    with pytest.raises(RenderFout) as fout:
        lees(tmp_path, tekst)
    kop = KOP.count("\n")
    bedoeld = melding.replace("regel 5", f"regel {kop + 5}")
    assert bedoeld in str(fout.value)
    assert fout.value.bestand == "rapport.qmd"
    assert fout.value.regel == kop + regel
    assert fout.value.remedie


@pytest.mark.parametrize("tekst", GOED.values(), ids=GOED.keys())
def test_wat_mag(tmp_path, tekst):
    lees(tmp_path, tekst)


def test_waar_geen_tag_kan_beginnen_leest_pandoc_er_ook_geen():
    """The search for tags is off in a text without one: that must never hide raw HTML."""
    tekens = ["", " ", "\n", *string.punctuation, "a", "Z", "5", "é", "https://x.nl", "a@b.nl"]
    stukken = [f"x <{a}{b}y>z" for a, b in itertools.product(tekens, repeat=2)]
    stukken += [f"<{a}{b} y='1'> z" for a, b in itertools.product(tekens, repeat=2)]
    zonder = [stuk for stuk in stukken if not TAG.search(stuk)]
    assert len(zonder) > 100
    assert len(stukken) - len(zonder) > 1000

    def boom(lezer: str) -> str:
        return subprocess.run(
            [zoek_pandoc(), f"--from={lezer}", "--to=json"],
            input="\n\n".join(zonder), capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    assert '"html"' not in boom(LEZER)
    assert json.loads(boom(LEZER)) == json.loads(boom(f"{LEZER}-raw_html"))


@pytest.mark.traag
def test_woorden_van_een_ander_die_op_opmaak_lijken_mogen(tmp_path):
    """Names and titles as they go into a document: in a paragraph, a heading, a cell, a caption."""
    tekst = ""
    for i, ruw in enumerate([*LASTIG, "{#eq-a}", "{#eq-a}", "x {#sec-kop}"]):
        woorden = als_markdown(ruw)
        cel = woorden.replace("\\|", "|").replace("|", "\\|")
        tekst += f"{woorden}\n\n## {woorden} {{#sec-{i}}}\n\n| {cel} |\n|:--|\n| {cel} |\n\n"
        tekst += f": {woorden}. {{#tbl-{i}}}\n\n"
    lees(tmp_path, tekst)


@pytest.mark.traag
@pytest.mark.parametrize(
    "naam",
    [
        "dubbele figuur",
        "open blok",
        "los einde van een blok",
        "tabelbijschrift zonder label",
        "blok zonder bijschrift",
        "HTML in de zin",
        "LaTeX als blok",
    ],
)
def test_beide_engines_zeggen_hetzelfde(tmp_path, nep_quarto, pandoc, naam):
    log = nep_quarto(gedrag="Path('rapport.pdf').write_bytes(b'%PDF-1.7')")
    bron = met_tekst(maak_bron(tmp_path / "bron"), GEWEIGERD[naam][0] + "\n")
    meldingen = []
    for engine in (pandoc, QUARTO):
        with pytest.raises(RenderFout) as fout:
            render(bron, tmp_path / "uit.pdf", engine)
        meldingen.append(str(fout.value))
    assert meldingen[0] == meldingen[1]
    assert not log.exists(), "Quarto was started"


@pytest.mark.traag
@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        (f"{TABEL}\n: T {{#tbl-a tbl-colwidths='[120]'}}", "samen 120, meer dan 100"),
        ('![A](figuren/lijn.svg){#fig-a fig-alt="x" width=300px}', "gebruik een percentage"),
        (f"{FIGUUR}\n\n[@fig-a; @uyterlinde2017]", "zet ze in aparte blokken haken"),
    ],
)
def test_wat_onze_filters_weigeren_weigert_ook_quarto(tmp_path, nep_quarto, tekst, melding):
    log = nep_quarto(gedrag="Path('rapport.pdf').write_bytes(b'%PDF-1.7')")
    bron = met_tekst(maak_bron(tmp_path / "bron"), f"{tekst}\n")
    with pytest.raises(RenderFout, match=melding):
        render(bron, tmp_path / "uit.pdf", QUARTO)
    assert not log.exists()


STUKKEN = [
    "Gewone tekst met *nadruk* en p < 0,05.",
    f"{TABEL}\n: Een kop {{#tbl-goed}}",
    '![Een titel](figuren/lijn.svg){#fig-goed fig-alt="x"}',
    "::: {.kader}\nTekst in een kader.\n:::",
    "- punt\n- punt",
    "> citaat",
    "```\n<b>code</b>\n```",
    "## Een kop {#sec-goed}",
]


@pytest.mark.traag
@settings(max_examples=25)
@given(
    stukken=st.lists(st.sampled_from(STUKKEN), unique=True, max_size=5),
    fout=st.sampled_from(sorted(GEWEIGERD)),
    plaats=st.integers(0, 5),
)
@example(stukken=[], fout="open blok", plaats=0)
def test_ook_tussen_andere_stukken(tmp_path_factory, stukken, fout, plaats):
    tekst, regel, melding = GEWEIGERD[fout]
    assume("het staat ook op" not in melding)
    voor, na = stukken[:plaats], stukken[plaats:]
    begin = "".join(f"{stuk}\n\n" for stuk in voor)
    geheel = begin + tekst + "".join(f"\n\n{stuk}" for stuk in na)
    with pytest.raises(RenderFout) as gezegd:
        lees(tmp_path_factory.mktemp("stukken"), geheel)
    assert melding in str(gezegd.value)
    assert gezegd.value.regel == KOP.count("\n") + begin.count("\n") + regel
