"""The distance to other wijken in words: a change is one only when its interval says so."""

from __future__ import annotations

import pytest

from hulp.stof import MIN, hoofdrapport
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.tekst.gedeeld.kloof import kloof, kloof_kort, kloof_rijen


def afstand(wie, begin, eind, ci, **anders):
    return {
        **{"cluster": None, "van": 2014, "tot": 2022, "vergeleken_met": wie, "n": 140},
        **{"n_ander": 700, "kloof_van": begin, "kloof_tot": eind, "verandering": eind - begin},
        **{"ci_laag": ci[0], "ci_hoog": ci[1], "reden": None},
    } | anders


def stof(*rijen):
    return hoofdrapport(kloof=list(rijen))


def test_de_afstand_verandert_alleen_als_het_interval_nul_uitsluit():
    rijen = [
        afstand("rest_van_land", 0.25, 0.21, (-0.056, -0.032)),
        afstand("overig_in_aanmerking", 0.22, 0.23, (-0.01, 0.03)),
    ]
    tekst = kloof(stof(*rijen), 2014, 2022)
    assert tekst.startswith(
        "Tussen 2014 en 2022 ging de afstand tot de overige wijken die in aanmerking kwamen, "
        "van 0,22 naar 0,23 punt (niet aantoonbaar veranderd: +0,010, 95%-interval"
    )
    assert "en die tot alle andere wijken in het voorbeeldland van 0,25 naar 0,21" in tekst
    assert "(aantoonbaar kleiner:" in tekst
    assert tekst.endswith("kan regressie naar het gemiddelde zijn (@sec-selectie).")
    groter = kloof(stof(afstand("rest_van_land", 0.1, 0.2, (0.05, 0.15))), 2014, 2022)
    assert "aantoonbaar groter" in groter
    assert "regressie" not in groter
    reden = AnalyseReden.EEN_GEMEENTE_BESLIST.met()
    zonder = afstand("rest_van_land", 0.1, 0.2, (None, None), reden=reden)
    assert "(niet te toetsen: zonder één van de gemeenten" in kloof(stof(zonder), 2014, 2022)


@pytest.mark.parametrize(
    ("cis", "slot"),
    [
        (((-0.04, -0.01), (-0.05, -0.02)), "punt; beide afstanden zijn aantoonbaar kleiner gew"),
        (((-0.04, 0.01), (-0.05, 0.02)), "punt; beide afstanden zijn niet aantoonbaar veranderd."),
        (((0.04, 0.05),), "punt; die afstand is aantoonbaar groter geworden."),
    ],
)
def test_de_afstand_in_het_kort_zonder_intervallen(cis, slot):
    namen = ("overig_in_aanmerking", "rest_van_land")
    rijen = [afstand(wie, 0.22, 0.19, ci) for wie, ci in zip(namen, cis, strict=False)]
    kort = kloof_kort(stof(*rijen), 2014, 2022)
    assert slot in kort
    assert "interval" not in kort
    verdeeld = [afstand(namen[0], 0.2, 0.1, (-0.2, -0.1)), afstand(namen[1], 0.2, 0.1, (-0.2, 0.1))]
    gemengd = stof(*verdeeld)
    assert kloof_kort(gemengd, 2014, 2022) == kloof(gemengd, 2014, 2022)


def test_een_rij_per_groep_en_vergelijking_na_het_eindjaar():
    namen = ("rest_van_land", "overig_in_aanmerking")
    eerder = afstand(namen[0], 0.3, 0.25, (-0.1, -0.01), van=2008, tot=2014)
    terugval = afstand(namen[0], 0.26, 0.2, (-0.1, 0.02), cluster="Terugval")
    alle = afstand(namen[1], 0.22, 0.19, (-0.05, -0.01))
    assert kloof_rijen(stof(eerder, terugval, alle)) == [
        [
            *("*Terugval*", "alle andere wijken in het voorbeeldland", "0,26", "0,20"),
            *(f"{MIN}0,060", f"{MIN}0,100 tot +0,020"),
        ],
        [
            *("alle geselecteerde wijken", "de overige wijken die in aanmerking kwamen"),
            *("0,22", "0,19", f"{MIN}0,030", f"**{MIN}0,050 tot {MIN}0,010**"),
        ],
    ]


def test_zonder_vergelijking_staat_er_niets():
    assert kloof(stof(), 2014, 2022) == kloof_kort(stof(), 2014, 2022) == ""
    assert kloof_rijen(stof()) == []
