"""What has to lie beside a document while it is rendered."""

from __future__ import annotations

import pytest

from hulp.document import REPORTS
from leefbaarheid.rapport.pdf import maak_pdf
from leefbaarheid.rapport.renderfout import RenderFout
from leefbaarheid.rapport.werkmap import huisstijl


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
