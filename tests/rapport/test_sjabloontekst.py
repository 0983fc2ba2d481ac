"""The prose: no figure typed by hand, associational wording, no word that puts a wijk down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hulp import CAUSAAL, PAKKET, WORTEL
from hulp.proza import teksten_in_code, teksten_in_jinja, zonder_jinja

SJABLONEN = sorted(
    # the pages of the website are HTML: its numbers are those of charset, viewport and tabindex
    pad
    for pad in (WORTEL / "reports").rglob("*.j2")
    if not pad.name.endswith(".html.j2")
)
MODULES = sorted(PAKKET.rglob("*.py"))
ANALYSES = sorted((WORTEL / "data" / "raw" / "voorbeeld" / "wijkanalyses").glob("*.md"))

JAREN = {
    "2017": "het jaar waarin de nagebouwde studie verscheen; haar naam in de tekst",
}
"""Years that are facts of the study and not of an edition, with the reason."""

STIGMA = re.compile(
    r"achterstandswijk|achterstandsbuurt|probleemgezin|probleembuurt|probleemwijk", re.I
)


def kort(pad: Path) -> str:
    return pad.relative_to(WORTEL).as_posix()


def proza(tekst: str) -> str:
    """Return what a reader sees of a template apart from what jinja fills in."""
    tekst = zonder_jinja(tekst)
    tekst = re.sub(r"\A\s*---\n.*?\n---\n", "", tekst, flags=re.S)
    tekst = re.sub(r"\{\{<.*?>\}\}|\{[^{}]*\}", " ", tekst)  # short codes and attributes
    tekst = re.sub(r"@[\w:-]+", " ", tekst)  # citations and references
    return re.sub(r"^\s*\d+\.\s", "", tekst, flags=re.M)  # numbers of a list


def getallen(tekst: str) -> list[str]:
    """Return figures in prose; digits in a name (CRV3, Platform31) are no figure."""
    tekst = re.sub(r"\b95%-(?=interval|betrouwbaarheidsinterval)", "", tekst)  # what it is called
    gevonden = re.findall(r"(?<![\w])[+\-\N{MINUS SIGN}]?\d+(?:[.,]\d+)*%?", tekst)
    return [getal for getal in gevonden if getal not in JAREN]


def test_er_is_iets_te_controleren():
    assert len(SJABLONEN) >= 3
    assert len(ANALYSES) >= 5
    assert sum(len(proza(pad.read_text("utf-8"))) for pad in SJABLONEN) > 10_000


@pytest.mark.parametrize("pad", SJABLONEN, ids=kort)
def test_geen_getal_met_de_hand_in_de_tekst(pad):
    tekst = pad.read_text("utf-8")
    assert getallen(proza(tekst)) == []
    assert [s for s in teksten_in_jinja(tekst) if getallen(s)] == []


def test_een_getal_in_de_tekst_zou_opvallen():
    sjabloon = (
        '<# 7 #>\n---\nx: 1\n---\n# Kop 12 {#sec-3}\n\n1. Een <<cijfer("n")>> van 41% {{< x 5 >}} '
        '[@a2017, p. 33] CRV3 in 2017 en 2014.\n<< tabel(titel="De 140 wijken", b=[1, 2]) >>\n'
    )
    assert getallen(proza(sjabloon)) == ["12", "41%", "33", "2014"]
    assert [getallen(s) for s in teksten_in_jinja(sjabloon)] == [["140"]]


def test_elk_toegestaan_jaar_komt_voor():
    alles = " ".join(proza(pad.read_text("utf-8")) for pad in SJABLONEN)
    assert [jaar for jaar in JAREN if jaar not in alles] == []


@pytest.mark.parametrize("pad", [*SJABLONEN, *ANALYSES], ids=kort)
def test_geen_causale_woorden(pad):
    assert CAUSAAL.findall(" ".join(pad.read_text("utf-8").split())) == []


@pytest.mark.traag
@pytest.mark.parametrize("pad", MODULES, ids=lambda pad: pad.stem)
def test_geen_causale_of_stigmatiserende_woorden_in_zinnen_uit_de_code(pad):
    zinnen = teksten_in_code(pad)
    assert [zin for zin in zinnen if CAUSAAL.search(zin)] == []
    # a column is called after the historic label
    assert [zin for zin in zinnen if STIGMA.search(zin) and " " in zin] == []


def cursief(tekst: str) -> list[tuple[int, int]]:
    """Return the places of *words in italics* (not bold)."""
    return [m.span() for m in re.finditer(r"(?<!\*)\*(?![*\s])[^*\n]+(?<!\s)\*(?!\*)", tekst)]


@pytest.mark.parametrize("pad", [*SJABLONEN, *ANALYSES], ids=kort)
def test_probleemwijk_alleen_cursief_als_historisch_label(pad):
    tekst = zonder_jinja(pad.read_text("utf-8"))
    plaatsen = cursief(tekst)
    buiten = [
        tekst[max(0, m.start() - 60) : m.end()]
        for m in STIGMA.finditer(tekst)
        if m[0].lower() != "probleemwijk"
        or not any(begin <= m.start() < einde for begin, einde in plaatsen)
    ]
    assert buiten == []


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("het label *probleemwijk*", 1),
        ("de labels *prioriteits-* en *probleemwijken*", 1),
        ("een probleemwijk", 0),
        ("een **probleemwijk** en *a* probleemwijk *b*", 0),
    ],
)
def test_cursief_wordt_herkend(tekst, aantal):
    gevonden = [
        m
        for m in STIGMA.finditer(tekst)
        if any(begin <= m.start() < einde for begin, einde in cursief(tekst))
    ]
    assert len(gevonden) == aantal


@pytest.mark.parametrize(
    "zin",
    [
        *("De crisis veroorzaakte dit.", "Sloop leidde tot rust.", "Het beleid zorgde voor rust."),
        *("Het effect van sloop", "Dankzij beleid", "als gevolg van instroom", "Door de crisis"),
    ],
)
def test_causale_woorden_worden_herkend(zin):
    assert CAUSAAL.search(zin)
