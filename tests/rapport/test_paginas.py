"""Pages are measured: how full, what sticks out, the smallest letter; on pages made to measure."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from hulp import WORTEL
from leefbaarheid.rapport.paginas import (
    Pagina,
    Zetspiegel,
    hoofdstukken,
    meet,
    onder_iets_anders,
    paragrafen,
    rechts,
    te_leeg,
)

LETTERS = WORTEL / "reports" / "fonts"
SPIEGEL = Zetspiegel(30, 30, 30, 30)
KOP = '#set page(width: 210mm, height: 297mm, margin: 30mm)\n#set text(font: "Source Sans 3")\n'

pytestmark = pytest.mark.traag


def maak(map_: Path, inhoud: str) -> Path:
    pad = map_ / "proef.pdf"
    (map_ / "proef.typ").write_text(KOP + inhoud, "utf-8")
    typst.compile(
        map_ / "proef.typ", output=pad, font_paths=[str(LETTERS)], ignore_system_fonts=True
    )
    return pad


@pytest.mark.parametrize("deel", [0.1, 0.5, 1.0])
def test_vulling_is_het_deel_van_de_hoogte_tot_de_laatste_inkt(tmp_path, deel):
    pad = maak(tmp_path, f"#rect(width: 20mm, height: {237 * deel}mm, fill: black, stroke: none)")
    (pagina,) = meet(pad, SPIEGEL)
    assert pagina.gevuld == pytest.approx(deel, abs=0.005)
    assert pagina.uitsteekt <= 0.3 and pagina.fouten() == []


def test_kop_en_voetregel_tellen_niet_en_een_leeg_blad_is_leeg(tmp_path):
    pad = maak(tmp_path, "#set page(header: [Kop], footer: [Voet])\n#pagebreak()\n")
    assert [p.gevuld for p in meet(pad, SPIEGEL)] == [0.0, 0.0]


@pytest.mark.parametrize("kant", ["-6mm", "154mm"])
def test_wat_buiten_de_kantlijn_steekt_wordt_gemeld(tmp_path, kant):
    pad = maak(tmp_path, f"#place(dx: {kant}, rect(width: 2mm, height: 9mm, fill: black))")
    (pagina,) = meet(pad, SPIEGEL)
    assert pagina.uitsteekt == pytest.approx(6, abs=0.5)
    assert pagina.fouten()[0].startswith("steekt 5,9 mm")


def test_de_kleinste_letter_telt_zoals_zij_op_de_bladzijde_staat(tmp_path):
    pad = maak(tmp_path, "#text(size: 9pt)[groot]\n#scale(50%, text(size: 14pt)[half zo groot])")
    (pagina,) = meet(pad, SPIEGEL)
    assert pagina.kleinste_pt == pytest.approx(7, abs=0.05)
    assert pagina.fouten() == ["letters van 7,0 punt"]


def test_ook_letters_in_een_figuur_tellen(tmp_path):
    (tmp_path / "f.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20" viewBox="0 0 100 20">'
        '<text x="0" y="15" style="font-size: 6px; font-family: \'Source Sans 3\'">klein</text>'
        "</svg>",
        "utf-8",
    )
    (pagina,) = meet(maak(tmp_path, 'Tekst #image("f.svg", width: 100pt)'), SPIEGEL)
    assert pagina.kleinste_pt == pytest.approx(6, abs=0.05)


def test_alleen_de_laatste_bladzijde_van_een_hoofdstuk_mag_leeg_zijn(tmp_path):
    hoofdstuk = "#pagebreak(weak: true)\n= Kop\nTekst\n"
    pad = maak(tmp_path, f"Omslag\n{hoofdstuk}#pagebreak()\nRest\n{hoofdstuk}")
    paginas = meet(pad, SPIEGEL)
    assert set(hoofdstukken(pad)) == {2, 4}
    assert [p.nr for p in te_leeg(paginas, hoofdstukken(pad))] == [2]
    vol = [Pagina(p.nr, 0.4, 0.0, 10.0) for p in paginas]
    assert te_leeg(vol, hoofdstukken(pad)) == []


def test_wat_boven_de_titel_van_een_hoofdstuk_komt_valt_op(tmp_path):
    pad = maak(
        tmp_path,
        "Omslag\n#pagebreak()\n= Een\nTekst\n#pagebreak()\n= Twee\n"
        "#place(top, float: true, rect(width: 50mm, height: 60mm))\nTekst",
    )
    begin = hoofdstukken(pad)
    assert list(begin) == [2, 3] and 25 < begin[2] < 31
    assert onder_iets_anders(begin, SPIEGEL) == [3]


def test_paragrafen_zijn_die_van_het_laatste_hoofdstuk_dat_er_heeft(tmp_path):
    pad = maak(
        tmp_path,
        "= Een\n== A\n#pagebreak()\n= Twee\n== B\n=== kop\n#pagebreak()\n== C\n#pagebreak()\n"
        "== D\n#pagebreak()\n= Drie\n",
    )
    assert paragrafen(pad) == [2, 3, 4]
    assert rechts(paragrafen(pad)) == [3]
