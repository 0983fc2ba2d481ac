"""What has to lie beside a document while it is rendered."""

from __future__ import annotations

from pathlib import Path

import pytest

from hulp.document import REPORTS
from leefbaarheid.rapport.pdf import maak_pdf
from leefbaarheid.rapport.renderfout import RenderFout
from leefbaarheid.rapport.werkmap import huisstijl, kopieer, naast_de_qmd


def test_bestand_naast_het_document_ontbreekt(bron, tmp_path, pandoc):
    bestanden = {"figuren": bron / "nergens"} | huisstijl(REPORTS)
    with pytest.raises(RenderFout, match=r"bron/nergens.*ontbreekt"):
        maak_pdf(
            bron / "rapport.qmd",
            tmp_path / "uit.pdf",
            bestanden=bestanden,
            engine=pandoc,
            tijdstip=0,
        )


def test_naast_de_qmd_staat_alles_wat_zij_noemt(tmp_path):
    figuren, beelden = tmp_path / "uit" / "wijkprofielen", tmp_path / "data" / "beelden"
    for map_ in (figuren, beelden):
        map_.mkdir(parents=True)
        (map_ / ".snakemake_timestamp").touch()  # of the workflow, not of the document
    (figuren / "a.svg").write_text("<svg/>", encoding="utf-8")
    kopieer(naast_de_qmd(REPORTS / "literatuur.bib", [figuren], beelden), tmp_path / "rapport")
    gevonden = {
        pad.relative_to(tmp_path / "rapport").as_posix()
        for pad in (tmp_path / "rapport").rglob("*")
    }
    assert {
        "_extensions/wijkrapport/_extension.yml",
        "_extensions/wijkrapport/huisstijl.lua",
        "fonts/SourceSans3-Regular.ttf",
        "fonts/LICENSE.md",
        "figuren/wijkprofielen/a.svg",
        "literatuur.bib",
        "wijkanalyses-beelden",
    } <= gevonden
    assert not any("_pandoc" in naam or "/." in naam for naam in gevonden)
    assert not any(pad.is_symlink() for pad in Path(tmp_path / "rapport").rglob("*"))
