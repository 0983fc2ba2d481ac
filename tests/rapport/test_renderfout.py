"""A document that is not in order: one Dutch message, and nothing left behind."""

from __future__ import annotations

import pytest

from hulp.document import KOP, REPORTS, met_tekst, render
from leefbaarheid.rapport.pdf import maak_pdf
from leefbaarheid.rapport.renderfout import RenderFout
from leefbaarheid.rapport.werkmap import huisstijl

FOUTEN = {
    "geen alternatieve tekst": (
        "![Kop](figuren/lijn.svg){#fig-a}",
        r"regel \d+: een afbeelding of vergelijking heeft geen alternatieve tekst",
    ),
    "formule zonder alternatieve tekst": ("$$ a = b $$", "geen alternatieve tekst"),
    "onbekende verwijzing": ("Zie @fig-weg.", "verwijst naar fig-weg, maar dat bestaat niet"),
    "onbekende publicatie": ("Zie @nergens2020.", "nergens2020, maar dat staat niet in het lit"),
    "ontbrekende afbeelding": (
        '![A](figuren/weg.svg){#fig-a fig-alt="x"}',
        r"het bestand figuren/weg\.svg ontbreekt",
    ),
    "afbeelding buiten de map": (
        '![A](../../geheim.svg){#fig-a fig-alt="x"}',
        "buiten de map van het document",
    ),
    "kapotte afbeelding": (
        '![A](figuren/kapot.svg){#fig-a fig-alt="x"}',
        "een afbeelding is niet te lezen",
    ),
    "kop zonder nummer": ("## A {#sec-a .unnumbered}\n\n@sec-a", "naar een kop zonder nummer"),
    "kopniveau overgeslagen": ("### Te diep", r"regel \d+: na een kop van niveau 1 komt een kop"),
    "hoofdstuk in een kader": ("::: {.kader}\n# Kop\n:::", "staat in een kader, lijst of citaat"),
    "onbekend teken": ("Een huis 🏠.", "het teken 🏠 komt in geen van de lettertypen voor"),
    "gemengde verwijzing": (
        '![A](figuren/lijn.svg){#fig-a fig-alt="x"}\n\n[@fig-a; @uyterlinde2017]',
        "zet ze in aparte blokken haken",
    ),
    "te brede tabel": (
        '| a | b |\n|---|---|\n| 1 | 2 |\n\n: T {#tbl-a tbl-colwidths="[60,60]"}',
        "tbl-a zijn samen 120, meer dan 100",
    ),
}


@pytest.mark.traag
@pytest.mark.parametrize(("tekst", "melding"), FOUTEN.values(), ids=FOUTEN.keys())
def test_fout_in_het_document(bron, tmp_path, tijdelijk, pandoc, tekst, melding):
    (bron / "figuren" / "kapot.svg").write_text("<svg", encoding="utf-8")
    (tmp_path / "uit").mkdir()
    doel = tmp_path / "uit" / "rapport.pdf"
    doel.write_bytes(b"de vorige")
    with pytest.raises(RenderFout, match=melding) as fout:
        render(met_tekst(bron, f"# Kop\n\n{tekst}\n"), doel, pandoc)
    assert "rapport.qmd" in str(fout.value)
    assert str(tijdelijk) not in str(fout.value)
    assert doel.read_bytes() == b"de vorige"
    assert list(doel.parent.iterdir()) == [doel]
    assert list(tijdelijk.iterdir()) == []


@pytest.mark.traag
def test_geen_titel(bron, tmp_path, pandoc):
    kop = "\n".join(r for r in KOP.split("\n") if not r.startswith(("title", "subtitle")))
    with pytest.raises(RenderFout, match="het document heeft geen titel"):
        render(met_tekst(bron, "# Kop\n", kop), tmp_path / "uit.pdf", pandoc)
    assert not (tmp_path / "uit.pdf").exists()


@pytest.mark.traag
def test_ontbrekend_lettertype(bron, tmp_path, pandoc):
    (bron / "leeg").mkdir()
    bestanden = {"figuren": bron / "figuren", "literatuur.bib": bron / "literatuur.bib"}
    bestanden |= huisstijl(REPORTS) | {"fonts": bron / "leeg"}
    with pytest.raises(RenderFout, match="lettertype source sans 3 is niet gevonden"):
        maak_pdf(
            bron / "rapport.qmd",
            tmp_path / "uit.pdf",
            bestanden=bestanden,
            engine=pandoc,
            tijdstip=0,
        )
