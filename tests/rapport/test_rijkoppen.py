"""The rows of tables have headers: which columns name them, and what stands in the PDF."""

from __future__ import annotations

import pikepdf
import pytest

from leefbaarheid.rapport.pdfboom import lees_boom, rooster, tabellen
from leefbaarheid.rapport.pdfcontrole import controleer_pdf, rond_af
from leefbaarheid.rapport.pdftekst import Woorden, stukken, tekst
from leefbaarheid.rapport.renderfout import RenderFout
from leefbaarheid.rapport.rijkoppen import LANGSTE, sleutelkolommen, tag_rijkoppen

LANG = "x" * (LANGSTE + 1)


@pytest.mark.parametrize(
    ("kop", "rijen", "aantal"),
    [
        ("Wijk", [["Noord", "1", "2"], ["Zuid", "1", "2"]], 1),
        ("Periode", [["2012", "a", "1"], ["2012", "b", "1"]], 2),
        ("Periode", [["2012", "a", "1", "9"], ["2012", "a", "2", "9"]], 3),
        ("Periode", [["2012", "a", "1"], ["2012", "a", "2"]], 1),  # the last column is no name
        ("Wijk", [["Noord", LANG, "1"], ["Noord", "b", "1"]], 1),
        ("Wijk", [[LANG, "a"], ["b", "a"]], 1),
        ("Nr", [["1", "Noord", "4"], ["2", "Zuid", "5"]], 2),
        ("Nr", [["1", LANG, "4"], ["2", "Zuid", "5"]], 1),
        ("Jaar", [["2012", "4,1", "5"], ["2014", "4,2", "5"]], 1),
        ("Model", [["a", "1", "2"], ["", "1", "2"]], 0),
        ("Getal", [["1"], ["2"]], 0),
    ],
)
def test_welke_kolommen_een_rij_benoemen(kop, rijen, aantal):
    kolommen = list(zip(*rijen, strict=True))
    assert sleutelkolommen(kop, len(kolommen), lambda kolom: kolommen[kolom]) == aantal


def _bereik(cel) -> str:
    kenmerken = list(cel.object.get("/A", []))
    return next((str(deel.Scope) for deel in kenmerken if "/Scope" in deel), "")


def _cellen(pad) -> list[list[list[tuple[str, str, str]]]]:
    """Return tag, scope and words of every cell, per table and row."""
    woorden = Woorden()
    with pikepdf.open(pad) as pdf:
        return [
            [
                [(cel.soort, _bereik(cel), cel.tekst(woorden)) for cel in rij]
                for rij in [*rooster(tabel).kop, *rooster(tabel).rijen]
            ]
            for tabel in tabellen(lees_boom(pdf))
        ]


def test_rijkoppen_in_een_pdf(voorbeeld):
    eerste, tweede = _cellen(voorbeeld.pad)
    assert eerste[0] == [("TH", "/Column", "Wijk"), ("TH", "/Column", "Score")]
    assert eerste[1] == [("TH", "/Row", "Ölmen"), ("TD", "", "4,12")]
    assert eerste[2][0][:2] == ("TH", "/Row")
    assert eerste[2][0][2].startswith("’s-Hertog")
    assert tweede[1] == [("TH", "/Row", "a"), ("TD", "", "1")]


def test_geen_cel_wijst_alleen_naar_haar_kolom(voorbeeld):
    """A list of headers would hide the head of the row from a reader."""
    with pikepdf.open(voorbeeld.pad) as pdf:
        cellen = [
            cel for tabel in tabellen(lees_boom(pdf)) for rij in rooster(tabel).rijen for cel in rij
        ]
        assert len(cellen) == 6
        assert not any("/Headers" in deel for cel in cellen for deel in cel.object.A)


@pytest.mark.traag
def test_een_rij_met_een_lege_eerste_cel_houdt_haar_tags(met_document):
    pad = met_document("# Kop\n\n| Model | Getal |\n|:--|--:|\n| a | 1 |\n| | 2 |\n")
    assert [cel[:2] for rij in _cellen(pad)[0][1:] for cel in rij] == [("TD", "")] * 4


@pytest.mark.traag
def test_periode_en_model_benoemen_een_rij_samen(met_document):
    rijen = "| 2012 | *a* | 1 |\n| 2012 | b | 2 |\n"
    pad = met_document(f"# Kop\n\n| Periode | Model | Getal |\n|:--|:--|--:|\n{rijen}")
    assert _cellen(pad)[0][1:] == [
        [("TH", "/Row", "2012"), ("TH", "/Row", "a"), ("TD", "", "1")],
        [("TH", "/Row", "2012"), ("TH", "/Row", "b"), ("TD", "", "2")],
    ]


def test_twee_keer_is_hetzelfde(voorbeeld, tmp_path):
    bytes_ = []
    for naam in ("a.pdf", "b.pdf"):
        (tmp_path / naam).write_bytes(voorbeeld.pad.read_bytes())
        rond_af(tmp_path / naam)
        bytes_.append((tmp_path / naam).read_bytes())
    assert bytes_[0] == bytes_[1]


def test_wat_afgerond_is_blijft_goed_als_het_wordt_teruggelezen(voorbeeld, tmp_path):
    """The check sees the tags as they are saved, row headers included."""
    pad = tmp_path / "af.pdf"
    pad.write_bytes(voorbeeld.pad.read_bytes())
    feiten = rond_af(pad)
    assert controleer_pdf(pad) == feiten
    assert feiten["rijkoppen"] > 0


def test_een_pdf_die_niet_in_orde_is_blijft_zoals_zij_was(voorbeeld, tmp_path):
    pad = tmp_path / "fout.pdf"
    with pikepdf.open(voorbeeld.pad) as pdf:
        del pdf.Root.Lang
        pdf.save(pad)
    eerder = pad.read_bytes()
    with pytest.raises(RenderFout, match="niet gezet"):
        rond_af(pad)
    assert pad.read_bytes() == eerder


def test_een_pdf_zonder_tags_blijft_zonder():
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        assert tag_rijkoppen(lees_boom(pdf)) == 0


def test_de_woorden_van_een_stuk():
    """Strings with escapes and in hexadecimals; an artifact that follows is none of it."""
    inhoud = (
        rb"/Span<</MCID 0>>BDC BT/f0 9 Tf[(\000\001)12(\000\()]TJ ET EMC"
        rb"/Artifact<</Type/Layout>>BDC /f0 9 Tf(\000\001)Tj EMC"
        rb"/Span<</MCID 1>>BDC /f1 9 Tf<0001>Tj"
        rb"/Span<</ActualText(-)>>BDC(\000\001)Tj EMC<0001>Tj"
        rb"/Span<</ActualText<FEFF00E9>>>BDC(\000\001)Tj EMC EMC"
    )
    letters = {"f0": {1: "a", 0x28: "b"}, "f1": {1: "c\u00ad"}}
    assert {k: tekst(v, letters) for k, v in stukken(inhoud).items()} == {0: "ab", 1: "c-cé"}
