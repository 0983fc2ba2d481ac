"""The colours of a publisher: readable or refused, and the same in every document."""

from __future__ import annotations

import pytest

from hulp import WORTEL
from leefbaarheid.basis.kleur import ACCENT, HOOFDKLEUR, MIN_TEKST, WIT, contrast
from leefbaarheid.editie.huisstijl import eisen
from leefbaarheid.rapport.portretten.zetten import met_kleuren

SJABLOON = WORTEL / "reports" / "_extensions" / "wijkrapport" / "typst-template.typ"


def test_een_kleur_die_te_licht_is_wordt_geweigerd_met_haar_contrast():
    goed, fout = eisen({"huisstijl": {"hoofdkleur": "#004080", "accent": "#ff8800"}})
    assert goed.voldaan and not fout.voldaan
    assert fout.sleutel == "huisstijl.accent" and fout.waarde == "#ff8800"
    assert "2,39 op 1" in fout.wat and "4,5" in fout.wat and "donkerder" in fout.remedie
    assert list(eisen({})) == []


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
