"""A word of capitals is never broken at the end of a line."""

from __future__ import annotations

import pytest

from leefbaarheid.herleiden.paginas import lees_paginas


@pytest.mark.traag
def test_een_woord_in_hoofdletters_wordt_niet_afgebroken(met_document):
    # paragraphs that start elsewhere on the line, so that some line would end within a word
    alineas = [f"{'i' * n} " + "NEDERLANDSE " * 40 for n in range(1, 11)]
    tekst = " ".join(lees_paginas(met_document("# Kop\n\n" + "\n\n".join(alineas))))
    assert tekst.split().count("NEDERLANDSE") == 400
