"""Word files: the header in a table or beside the file, and files that are not in order."""

from __future__ import annotations

import zipfile

import pytest

from hulp.wijkanalyses import THEMAS, kop, koptabel, romp, schrijf_docx, schrijf_md, word_fout
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.wijkanalyses.lezen import lees_bestand


@pytest.mark.parametrize("hekje", ["#", "##"])
def test_word_met_koptabel_is_gelijk_aan_markdown(tmp_path, hekje):
    tekst = romp(profiel="Een *mooie* wijk[^1].\n\n### Ligging\n\nAan zee.\n\n[^1]: Noot.")
    uit_md = lees_bestand(schrijf_md(tmp_path, kop(wijken="[WK900101, WK900102]") + tekst), THEMAS)
    in_word = tekst.replace("\n## ", f"\n{hekje} ").replace("\n### ", f"\n{hekje}# ")

    pad = schrijf_docx(tmp_path, koptabel(wijken="[WK900101, WK900102]") + in_word)
    uit_word = lees_bestand(pad, THEMAS)

    anders = {"bron", "plaats_wijken"}
    assert {k: v for k, v in uit_word.items() if k not in anders} == {
        k: v for k, v in uit_md.items() if k not in anders
    }


def test_word_met_yaml_ernaast(tmp_path):
    pad = schrijf_docx(tmp_path, romp())
    (tmp_path / "proef.yaml").write_text(kop().strip("-\n"), encoding="utf-8")

    analyse = lees_bestand(pad, THEMAS)

    assert analyse["titel"] == "Voorbeeldwijk: een proef"
    assert analyse["plaats_wijken"] == {"bestand": "proef.yaml", "regel": 3}


def test_letterlijke_tekens_in_word_blijven_tekst(tmp_path):
    tekst = r"Schrijf \#import, \$x\$, \@fig-x, \`\`\`{=typst} en \<b\> in C# voor € 5 < 6."

    secties = lees_bestand(schrijf_docx(tmp_path, koptabel() + romp(profiel=tekst)), THEMAS)[
        "secties"
    ]

    verwacht = r"Schrijf \#import, \$x\$, \@fig-x, \`\`\`\{=typst\} en \<b\> in C\# voor € 5 \< 6."
    assert secties["Profiel"] == verwacht + "\n"


def test_kapotte_word_bestanden(tmp_path):
    goed = schrijf_docx(tmp_path, koptabel() + romp()).read_bytes()
    pad = tmp_path / "kapot.docx"
    for inhoud in (b"", b"geen zip", goed[: len(goed) // 2], b"\xd0\xcf\x11\xe0" + b"\0" * 600):
        pad.write_bytes(inhoud)
        assert "geen leesbaar Word-bestand" in word_fout(pad)
    midden = len(goed) // 3
    pad.write_bytes(goed[:midden] + b"\0" * 50 + goed[midden + 50 :])
    assert "geen leesbaar Word-bestand" in word_fout(pad)
    with zipfile.ZipFile(pad, "w") as zip_:
        zip_.writestr("iets.txt", "anders")
    assert "geen leesbaar Word-bestand" in word_fout(pad)
    with zipfile.ZipFile(pad, "w") as zip_:
        zip_.writestr("word/document.xml", "<niet-goed>")
    assert "een onderdeel is niet te lezen" in word_fout(pad)


def test_zipbom(tmp_path):
    pad = tmp_path / "bom.docx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_:
        for n in range(11):
            zip_.writestr(f"word/{n}.xml", b"\0" * 10_000_000)

    assert pad.stat().st_size < 1_000_000
    assert "uitgepakt te groot" in word_fout(pad)


def test_word_zonder_kop(tmp_path):
    fout = word_fout(schrijf_docx(tmp_path, romp()))

    assert "het Word-bestand heeft geen kop" in fout
    assert ".yaml" in fout


def test_word_met_twee_koppen(tmp_path):
    pad = schrijf_docx(tmp_path, koptabel() + romp())
    (tmp_path / "proef.yaml").write_text(kop().strip("-\n"), encoding="utf-8")

    assert "de kop staat er twee keer" in word_fout(pad)


def test_fouten_in_de_koptabel(tmp_path):
    def fout(tabel: str) -> str:
        return word_fout(schrijf_docx(tmp_path, tabel + romp()))

    assert "Bedoelde u samenvatting" in fout(koptabel() + "| samenvating | x |\n")
    assert "ontbreekt het veld 'datum'" in fout(koptabel(datum=None))
    assert "staat er twee keer" in fout(koptabel() + "| titel | x |\n")
    assert "twee kolommen" in fout("| veld | waarde | meer |\n|--|--|--|\n| a | b | c |\n")
    assert "twee keer in de lijst" in fout(koptabel(wijken="WK900101; WK900101"))


def test_fout_in_yaml_naast_word_noemt_het_yaml_bestand(tmp_path):
    pad = schrijf_docx(tmp_path, romp())
    (tmp_path / "proef.yaml").write_text(kop(oordeel="goed"), encoding="utf-8")

    with pytest.raises(InvoerFout, match="deze waarde bestaat niet") as fout:
        lees_bestand(pad, THEMAS)
    assert fout.value.bestand == tmp_path / "proef.yaml"
    assert fout.value.regel == 8


def test_verboden_in_word(tmp_path):
    pad = schrijf_docx(tmp_path, koptabel() + romp(opgaven="Hier {{\\< include x >}}."))

    assert "Quarto-shortcode in de tekst (sectie 'Opgaven')" in word_fout(pad)
