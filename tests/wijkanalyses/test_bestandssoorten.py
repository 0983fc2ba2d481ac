"""Every file in the folder is read, refused or named."""

from __future__ import annotations

import pytest

import lees_wijkanalyses
from hulp.wijkanalyses import THEMAS, kop, plaatje, romp, schrijf_md, vind_bestanden
from hulp.word import alinea, lichaam, run, schrijf_word
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.wijkanalyses.bestandssoorten import overgeslagen
from leefbaarheid.wijkanalyses.verzameling import lees_map

GEWEIGERD = [
    *("wijk.doc", "wijk.DOC", "wijk.docm", "wijk.dotx", "wijk.dot", "wijk.odt", "wijk.rtf"),
    *("wijk.txt", "WIJK.TXT", "wijk.pages", "wijk.gdoc", "wijk.wpd", "wijk.qmd", "wijk.Rmd"),
    *("wijk.markdown", "wijk.html", "wijk.htm", "wijk.tex", "wijk.epub", "leesmij.txt"),
]


@pytest.mark.parametrize("naam", GEWEIGERD)
def test_een_tekst_van_een_andere_soort_wordt_geweigerd(tmp_path, naam):
    (tmp_path / naam).write_bytes(b"Een hele wijkanalyse.")

    with pytest.raises(InvoerFout, match="wordt niet gelezen") as fout:
        lees_map(vind_bestanden(tmp_path), THEMAS, tmp_path)

    assert fout.value.bestand == tmp_path / naam
    assert ".docx of .md" in fout.value.remedie


def test_een_document_van_pages_kan_een_map_zijn(tmp_path):
    for naam in ("Index.zip", "preview.jpg"):
        (tmp_path / "wijk.pages").mkdir(exist_ok=True)
        (tmp_path / "wijk.pages" / naam).write_bytes(b"x")

    with pytest.raises(InvoerFout, match=r"een \.pages-bestand wordt niet gelezen") as fout:
        lees_map(vind_bestanden(tmp_path), THEMAS, tmp_path)

    assert fout.value.bestand == tmp_path / "wijk.pages"


@pytest.mark.traag
def test_wat_niet_gebruikt_wordt_heeft_een_naam_in_de_log(tmp_path, capsys):
    map_ = tmp_path / "in"
    (map_ / "oud").mkdir(parents=True)
    schrijf_md(map_, kop() + romp(profiel="Zie:\n\n![Het plein](foto/plein.png)"))
    (map_ / "foto").mkdir()
    for naam in ("foto/plein.png", "foto/ongebruikt.png", "cijfers.xlsx", "wijk", "oud/wijk.md"):
        (map_ / naam).write_bytes(plaatje())
    for naam in ("README.md", "readme.txt", ".DS_Store", "~$proef.docx"):
        (map_ / naam).write_text("geen wijkanalyse")
    wijken = tmp_path / "wijken.csv"
    wijken.write_text("wk_code,wk_naam\nWK900101,Voorbeeldwijk\n", encoding="utf-8")

    lees_wijkanalyses.main(
        vind_bestanden(map_), map_, wijken, THEMAS, tmp_path / "uit.json", tmp_path / "beelden"
    )

    regels = [r for r in capsys.readouterr().out.splitlines() if r.startswith("LET OP")]
    namen = ["cijfers.xlsx", "foto/ongebruikt.png", "oud/wijk.md", "wijk"]
    assert regels == [
        f"LET OP: {naam} in de map met wijkanalyses is niet gebruikt." for naam in namen
    ]


def test_een_kop_naast_word_is_gebruikt(tmp_path):
    for naam in ("a.docx", "a.yaml"):
        (tmp_path / naam).write_bytes(b"x")

    analyse = {"bron": "a.docx", "afbeeldingen": [{"bron": "word/media/x.png"}]}

    assert overgeslagen(vind_bestanden(tmp_path), tmp_path, [analyse]) == []


@pytest.mark.traag
def test_wat_van_een_word_bestand_is_weggelaten_staat_in_de_log(tmp_path, capsys):
    map_ = tmp_path / "in"
    map_.mkdir()
    wijken = tmp_path / "wijken.csv"
    wijken.write_text("wk_code,wk_naam\nWK900101,Voorbeeldwijk\n", encoding="utf-8")
    schrijf_word(map_, lichaam(alinea(f"<w:ins>{run('nieuw')}</w:ins>")))

    lees_wijkanalyses.main(
        *(vind_bestanden(map_), map_, wijken, THEMAS, tmp_path / "uit.json", tmp_path / "beelden"),
        wijzigingen="accepteer",
    )

    assert "LET OP: proef.docx: Eén bijgehouden wijziging" in capsys.readouterr().out
