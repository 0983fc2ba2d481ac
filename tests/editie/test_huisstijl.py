"""The colours of a publisher: readable or refused, and the same in every document."""

from __future__ import annotations

import pytest

from hulp import WORTEL
from leefbaarheid.basis.kleur import ACCENT, HOOFDKLEUR, MIN_TEKST, WIT, contrast
from leefbaarheid.editie.huisstijl import eisen, kleuren, logo
from leefbaarheid.rapport.portretten.zetten import met_kleuren

SJABLOON = WORTEL / "reports" / "_extensions" / "wijkrapport" / "typst-template.typ"


def test_een_kleur_die_te_licht_is_wordt_geweigerd_met_haar_contrast():
    goed, fout = eisen({"huisstijl": {"hoofdkleur": "#004080", "accent": "#ff8800"}})
    assert goed.voldaan and not fout.voldaan
    assert fout.sleutel == "huisstijl.accent" and fout.waarde == "#ff8800"
    assert "2,39 op 1" in fout.wat and "4,5" in fout.wat and "donkerder" in fout.remedie
    assert list(eisen({})) == []


@pytest.mark.parametrize(
    ("bestand", "wat"),
    [
        ("../logo.svg", "binnen bronnen_map"),
        ("/etc/logo.svg", "binnen bronnen_map"),
        ("logo.pdf", ".svg of .png"),
        ("logo", ".svg of .png"),
    ],
)
def test_een_logo_ligt_bij_de_bronnen_en_is_svg_of_png(bestand, wat):
    fout = next(e for e in eisen(met_logo(bestand)) if not e.voldaan)
    assert wat in fout.wat and fout.remedie
    assert (fout.sleutel, fout.waarde) == ("huisstijl.logo.bestand", bestand)


def test_een_document_kent_het_logo_onder_een_vaste_naam():
    editie = met_logo("stijl/Ons Logo.SVG")
    assert all(eis.voldaan for eis in eisen(editie))
    assert logo(editie) == {"bestand": "logo.svg", "tekst": "Een blok"}
    assert kleuren(editie) == {"accent": "#b4531a"}
    assert logo({}) == kleuren({}) == {}


def met_logo(bestand):
    return {"huisstijl": {"accent": "#b4531a", "logo": {"bestand": bestand, "tekst": "Een blok"}}}


@pytest.mark.parametrize("kleur", [HOOFDKLEUR, ACCENT])
def test_de_eigen_kleuren_voldoen(kleur):
    assert contrast(kleur, WIT) >= MIN_TEKST


def test_het_sjabloon_heeft_dezelfde_kleuren_als_de_code_en_neemt_die_van_de_editie_over():
    tekst = SJABLOON.read_text("utf-8")
    gewoon = met_kleuren(tekst, {})
    assert f'#let wr-petrol = rgb("{HOOFDKLEUR[1:]}")' in gewoon
    assert f'#let wr-accent = rgb("{ACCENT[1:]}")' in gewoon
    eigen = met_kleuren(tekst, {"hoofdkleur": "#004080"})
    assert '#let wr-petrol = rgb("004080")' in eigen and f'rgb("{ACCENT[1:]}")' in eigen
    assert "$if(" not in gewoon
