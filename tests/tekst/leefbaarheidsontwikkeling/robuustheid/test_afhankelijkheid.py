"""Dependence between wijken, within a gemeente and in space."""

from __future__ import annotations

import pytest

from hulp.controletabellen import hoofdrij, maak_stof
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import afhankelijkheid


def moran(gewichten, significant, betekenis, i=0.1):
    return hoofdrij("werkloosheid", None, None) | {
        **{"gewichten": gewichten, "significant": significant, "moran_i": i},
        "betekenis": betekenis,
    }


@pytest.mark.parametrize(
    ("significant", "i", "deel"),
    [(True, 0.1, "telt daarom mee"), (False, 0.1, "alleen ter informatie"), (None, None, "")],
)
def test_ruimtelijke_kolom_volgt_de_naaste_buren(significant, i, deel):
    stof = maak_stof(
        moran=[
            moran("knn", significant, "Buren (I 0,1); daarom telt ook de ruimtelijke marge.", i),
            moran("afstand", True, "Buren (I 0,1); daarom telt ook de ruimtelijke marge.", i),
        ]
    )
    assert deel in afhankelijkheid.ruimtelijk(stof) and bool(
        afhankelijkheid.ruimtelijk(stof)
    ) == bool(deel)
    assert afhankelijkheid.moran_zinnen(stof) == ["Buren (I 0,1)."]
