"""The edge of the selection."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.hoofdrapport.verantwoording import gelijke_stand


@pytest.mark.parametrize(
    ("n", "buiten", "tekst"),
    [
        (1, 0, "Op de grens van de selectie was er geen gelijke stand."),
        (
            *(3, 1),
            "Op de grens van de selectie hadden drie wijken precies dezelfde score; daar besliste "
            "de volgorde van de CBS-code.",
        ),
        (
            *(2, 0),
            "Op de grens van de selectie hadden twee wijken precies dezelfde score; zij zijn alle "
            "geselecteerd.",
        ),
    ],
)
def test_gelijke_stand(n, buiten, tekst):
    cijfers = {
        "selectie.n_gelijk_aan_grens": (n, "aantal"),
        "selectie.n_gelijk_buiten_selectie": (buiten, "aantal"),
    }
    assert gelijke_stand(hoofdrapport(cijfers=cijfers)) == tekst
