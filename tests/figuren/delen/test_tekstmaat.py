"""Text is broken at spaces, to a width."""

from __future__ import annotations

import pytest

from leefbaarheid.figuren.delen.tekstmaat import breek_af, tekstbreedte


@pytest.mark.traag
def test_lange_tekst_wordt_afgebroken_op_spaties():
    lang = "Verandering van de gemiddelde woningwaarde tussen twee peiljaren in de gemeente"
    regels = breek_af(lang, 4.0, regels=5).split("\n")
    assert " ".join(regels) == lang
    assert all(tekstbreedte(regel) <= 4.0 for regel in regels)
    kort = breek_af(lang, 4.0, regels=1)
    assert kort.endswith("…") and tekstbreedte(kort) <= 4.0
    assert "(n\u00a0=\u00a028)" in breek_af("Gestaag herstel (n\u00a0=\u00a028)", 2.5)
