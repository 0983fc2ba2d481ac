"""A logo from outside: what draws passes as it is, what could run, load or grow is refused."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from hulp import WORTEL
from hulp.beelden import beeld
from hulp.bronnen import melding
from leefbaarheid.rapport import logo
from leefbaarheid.rapport.logo import MAX_BYTES, MAX_ZIJDE, controleer_logo

LETTERTYPEN = WORTEL / "reports" / "fonts"
RUIMTEN = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
VLAK = '<rect id="a" width="9" height="9"/>'
INKSCAPE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- gemaakt met een tekenprogramma -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" inkscape:export-filename="C:\\logo.png">
  <metadata><rdf:RDF><rdf:Description rdf:about="http://voorbeeld.nl/"/></rdf:RDF></metadata>
  <style>.a{fill:url(#v)}</style>
  <defs><linearGradient id="v"><stop offset="0" stop-color="#004080"/></linearGradient></defs>
  <g inkscape:label="laag"><path class="a" d="M1 1h8v8z"/><use href="#p"/></g>
  <circle id="p" cx="15" cy="5" r="4" style="fill:#b4531a"/>
</svg>
"""


def svg(inhoud: str, velden: str = "", voor: str = "") -> str:
    return f'{voor}<svg {RUIMTEN} viewBox="0 0 9 9" {velden}>{inhoud}</svg>'


def controleer(map_: Path, inhoud: str | bytes, naam: str = "logo.svg") -> bytes:
    pad = map_ / naam
    pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return controleer_logo(pad, LETTERTYPEN)


def png(breed: int, hoog: int) -> bytes:
    """Return a PNG that says it is this large; nothing after its head."""
    kop = b"IHDR" + struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    return logo.PNG + struct.pack(">I", 13) + kop + struct.pack(">I", zlib.crc32(kop))


def test_een_tekening_gaat_door_zoals_zij_is(tmp_path):
    assert controleer(tmp_path, INKSCAPE) == INKSCAPE.encode()
    plaatje = beeld("PNG", "RGBA")
    assert controleer(tmp_path, plaatje, "logo.png") == plaatje


ENTITEIT = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
GEWEIGERD = {
    "script": (svg("<script>alert(1)</script>"), "element dat niet mag: script"),
    "vreemd": (svg("<foreignObject/>"), "element dat niet mag: foreignObject"),
    "html": (
        svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>'),
        "element dat niet mag: script",
    ),
    "html in metadata": (
        svg('<metadata><h:script xmlns:h="http://www.w3.org/1999/xhtml"/></metadata>'),
        "element dat niet mag: script",
    ),
    "beweging": (svg('<set attributeName="href" to="x"/>'), "element dat niet mag: set"),
    "letters": (svg("<text>Gemeente</text>"), "staan letters"),
    "afbeelding": (svg('<image href="x.png"/>'), "staat een afbeelding"),
    "onload": (svg(VLAK, 'onload="alert(1)"'), "iets uitvoert: onload"),
    "onclick": (svg('<path OnClick="x" d=""/>'), "iets uitvoert: OnClick"),
    "href http": (svg('<use href="http://x.nl/a.svg#a"/>'), "iets buiten het bestand: http"),
    "href file": (svg('<use xlink:href="file:///etc/passwd"/>'), "iets buiten het bestand: file"),
    "base": (svg('<use xml:base="http://x.nl/" href="#a"/>'), "iets buiten het bestand: http"),
    "vulling": (svg('<path fill="url(http://x.nl/a#b)" d=""/>'), "een stijl in dit logo verwijst"),
    "stijl": (svg('<path style="fill:url(x.svg#b)" d=""/>'), "een stijl in dit logo verwijst"),
    "stijlblad": (svg("<style>a{fill:URL( 'x' )}</style>"), "een stijl in dit logo verwijst"),
    "import": (svg("<style>@import 'x.css';</style>"), "een stijl in dit logo verwijst"),
    "verhuld": (svg("<style>a{fill:u\\72l(x)}</style>"), "een stijl in dit logo verwijst"),
    "in stukken": (
        svg("<style>a{fill:u<![CDATA[rl(x)]]>}</style>"),
        "een stijl in dit logo verwijst",
    ),
    "in delen": (svg("<style>a{fill:u<g/>rl(x)}</style>"), "in een stijl van dit logo"),
    "doctype": (svg(VLAK, voor="<!DOCTYPE svg>"), "een DOCTYPE"),
    "entiteit": (svg("&a;", voor=ENTITEIT), "een DOCTYPE"),
    "opdracht": (svg(VLAK, voor='<?xml-stylesheet href="x.css"?>'), "<?xml-stylesheet"),
    "kapot": (svg("<g>"), "geen geldige SVG"),
    "niet SVG": ('<svg xmlns="http://x.nl/"/>', "element dat niet mag: svg"),
    "diep": (svg("<g>" * 99 + "</g>" * 99), "te diep genest"),
}


@pytest.mark.parametrize("naam", GEWEIGERD)
def test_wat_een_tekening_niet_nodig_heeft_wordt_geweigerd(tmp_path, monkeypatch, naam):
    def getekend(*_):
        raise AssertionError("het logo is getekend voordat het was nagegaan")

    monkeypatch.setattr(logo, "_teken", getekend)
    inhoud, wat = GEWEIGERD[naam]
    tekst = melding(controleer, tmp_path, inhoud)
    assert wat in tekst and "Wat te doen: " in tekst and "logo.svg, regel 1" in tekst


@pytest.mark.parametrize(
    ("naam", "inhoud", "wat"),
    [
        ("logo.svg", svg(VLAK) + " " * MAX_BYTES, "meer dan 1 MB"),
        ("logo.svg", beeld("PNG"), "heet .svg maar is PNG"),
        ("logo.png", svg(VLAK), "heet .png maar is SVG"),
        ("logo.png", beeld("JPEG"), "heet .png maar is geen SVG of PNG"),
        ("logo.svg", "<html><body/></html>", "heet .svg maar is geen SVG of PNG"),
        ("logo.png", b"", "is geen SVG of PNG"),
        ("logo.png", png(MAX_ZIJDE + 1, 10), f"te groot: {MAX_ZIJDE + 1} bij 10 beeldpunten"),
        ("logo.png", logo.PNG, "beschadigd"),
        ("logo.png", png(10, 10), "niet te tekenen"),
        ("logo.svg", svg("", 'width="0"'), "niet te tekenen"),
    ],
)
def test_een_andere_soort_te_groot_of_beschadigd(tmp_path, naam, inhoud, wat):
    tekst = melding(controleer, tmp_path, inhoud, naam)
    assert wat in tekst and "Wat te doen: " in tekst and str(tmp_path / naam) in tekst


def test_wat_zichzelf_blijft_herhalen_is_niet_te_tekenen(tmp_path):
    keer = "".join(
        f'<g id="g{i}">' + f'<use href="#g{i - 1}"/>' * 10 + "</g>" for i in range(1, 25)
    )
    tekst = melding(controleer, tmp_path, svg(f'<g id="g0">{VLAK}</g>{keer}'))
    assert "niet te tekenen" in tekst


def test_tekenen_duurt_niet_zonder_einde(tmp_path, monkeypatch):
    monkeypatch.setattr(logo, "TEKENTIJD", 0.001)
    assert "te ingewikkeld" in melding(controleer, tmp_path, svg(VLAK))
