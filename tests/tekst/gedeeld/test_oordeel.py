"""Sentences on the verdicts about the associations, in hoofdrapport and bijlage."""

from __future__ import annotations

import pytest

from hulp.controletabellen import EIND, controlerij, eindrij, maak_stof
from leefbaarheid.tekst.gedeeld import oordeel


def test_telling_van_de_oordelen():
    assert oordeel.telling(maak_stof(eindoordeel=EIND)) == (
        "Van de drie factoren is de samenhang in de hoofdperiode bij één robuust, bij één gevoelig "
        "en bij één onzeker."
    )
    eens = [rij | {"oordeel": "onzeker"} for rij in EIND]
    assert oordeel.telling(maak_stof(eindoordeel=eens)).startswith("Voor alle drie factoren")
    een = oordeel.telling(maak_stof({"factoren": ["werkloosheid"]}, eindoordeel=EIND))
    assert een == "De samenhang met *werkloosheid* is in de hoofdperiode robuust."


@pytest.mark.parametrize(
    ("p", "stand", "deel"),
    [
        (0.03, False, "*werkloosheid* is los getoetst aantoonbaar, maar houdt geen stand na corr"),
        (0.01, True, "verandert niet welke samenhangen"),
        (0.20, False, "verandert niet welke samenhangen"),
        (0.03, None, ""),
    ],
)
def test_wat_de_correctie_verandert_zonder_dat_een_andere_schatter_meepraat(p, stand, deel):
    stof = maak_stof(
        {"factoren": ["werkloosheid"]},
        eindoordeel=[eindrij("werkloosheid", -0.03, p, "gevoelig", houdt_stand=stand)],
        oordeel=[controlerij("werkloosheid", "crv1", p=1 - p)],
    )
    gezegd = oordeel.veranderd(stof)
    assert deel in gezegd if deel else gezegd == ""
    assert oordeel.valt_af(stof) == (["werkloosheid"] if p < 0.05 and stand is False else [])


def test_zonder_tabel_met_oordelen_is_er_geen_correctie():
    assert oordeel.houdt_stand(maak_stof(), "werkloosheid") is None


@pytest.mark.parametrize(
    ("binnen", "deel"),
    [
        ((0.001, 0.6, -0.09, 0.01), "en aantoonbaar zwakker dan tussen gemeenten; het gaat dus"),
        ((0.001, 0.6, -0.09, 0.20), "maar ook niet aantoonbaar anders dan tussen gemeenten."),
        ((0.001, 0.6, None, None), "of zij daar anders is dan tussen gemeenten, is niet te toets"),
        ((-0.03, 0.01, -0.09, 0.01), ""),
        ((None, None, None, None), ""),
    ],
)
def test_binnen_gemeenten_naar_de_toets_op_het_verschil(binnen, deel):
    namen = ("coef_sd_binnen", "p_binnen", "coef_sd_tussen", "p_verschil")
    met = [rij | dict(zip(namen, binnen, strict=True)) for rij in EIND]
    zin = oordeel.binnen_gemeenten(maak_stof(eindoordeel=met))
    assert deel in zin if deel else zin == ""
    assert "corporaties" not in zin  # not clear to begin with
    assert "vooral" not in zin or binnen[3] < 0.05
