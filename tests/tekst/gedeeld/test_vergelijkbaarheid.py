"""What the text says of successive changes follows the table."""

from __future__ import annotations

import pytest

from hulp.stof import MIN, hoofdrapport
from leefbaarheid.tekst.gedeeld.vergelijkbaarheid import koppen, kort, rijen, uitleg


def rij(groep, midden, r, halve=0.1, ruis=-0.2):
    return {
        **{"groep": groep, "van": midden - 2, "midden": midden, "tot": midden + 2, "reden": None},
        **{"correlatie": r, "door_meetfout": ruis, "alleen_ruis": -0.5},
        **{"ci_laag": None if halve is None else r - halve},
        **{"ci_hoog": None if halve is None else r + halve},
    }


def stof(*waarden, overig=(0.0,)):
    tabel = [rij("selectie", 2010 + i, r) for i, r in enumerate(waarden)]
    tabel += [rij("overig_in_aanmerking", 2010 + i, r) for i, r in enumerate(overig)]
    return hoofdrapport(opeenvolgend=tabel)


@pytest.mark.parametrize(
    ("waarden", "tekst"),
    [
        ((0.0, 0.05), "veranderingen in geen van de twee gevallen aantoonbaar samen."),
        (
            (-0.4, -0.3, 0.0),
            "in twee van de drie gevallen aantoonbaar negatief samen en in geen geval "
            "aantoonbaar positief.",
        ),
        (
            (-0.4, 0.3),
            "in één van de twee gevallen aantoonbaar negatief samen en in één aantoonbaar "
            "positief.",
        ),
        ((0.3,), "twee opeenvolgende veranderingen aantoonbaar positief samen."),
        ((0.03,), "twee opeenvolgende veranderingen niet aantoonbaar samen."),
    ],
)
def test_telling_in_beide_richtingen(waarden, tekst):
    assert tekst in kort(stof(*waarden))


def test_uitleg_noemt_bereik_en_wat_ruis_geeft():
    zin = uitleg(stof(-0.4, 0.05))
    assert f"In de selectie loopt de samenhang van {MIN}0,40 tot +0,05." in zin
    assert f"een samenhang van {MIN}0,20; bestond elke verandering alleen uit meetfout" in zin
    assert "naar hun eigen niveau terugkeren" in zin
    # nothing is explained that is not there
    assert "terugkeren" not in uitleg(stof(0.05, 0.0))
    assert uitleg(hoofdrapport(opeenvolgend=[])).startswith("Met minder dan drie meetjaren")


def test_rijen_per_gedeelde_meting_vet_als_het_interval_nul_uitsluit():
    assert rijen(stof(-0.4, overig=(0.05,))) == [
        [
            "2008–2010–2012",
            f"**{MIN}0,40 ({MIN}0,50 tot {MIN}0,30)**",
            f"+0,05 ({MIN}0,05 tot +0,15)",
            *("–", f"{MIN}0,20", f"{MIN}0,50"),
        ]
    ]
    assert len(koppen(stof(0.1))) == 6
