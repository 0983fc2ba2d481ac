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
    ("oordelen", "zin"),
    [
        (
            ("robuust", "gevoelig", "onzeker"),
            "Robuust is de samenhang met *werkloosheid*: zij heeft bij andere manieren van rekenen "
            "steeds dezelfde richting en is meestal aantoonbaar. Van de andere twee factoren is de "
            "samenhang bij één gevoelig (het hangt af van de manier van rekenen) en bij één "
            "onzeker (niet aangetoond).",
        ),
        (
            ("onzeker", "onzeker", "onzeker"),
            "Bij alle drie factoren is de samenhang onzeker (niet aangetoond).",
        ),
        (
            ("gevoelig", "onzeker", "onzeker"),
            "Bij geen van de drie factoren is de samenhang robuust; zij is bij één gevoelig (het "
            "hangt af van de manier van rekenen) en bij twee onzeker (niet aangetoond).",
        ),
        (
            ("niet te toetsen", "niet te toetsen", "niet te toetsen"),
            "Bij alle drie factoren is de samenhang niet te toetsen.",
        ),
    ],
)
def test_oordeel_in_het_kort(oordelen, zin):
    rijen = [rij | {"oordeel": woord} for rij, woord in zip(EIND, oordelen, strict=True)]
    assert oordeel.oordeel_kort(maak_stof(eindoordeel=rijen)) == zin


def test_oordeel_in_het_kort_als_de_rest_gelijk_is():
    twee = [
        rij | {"oordeel": w} for rij, w in zip(EIND, ("robuust",) * 2 + ("onzeker",), strict=True)
    ]
    assert oordeel.oordeel_kort(maak_stof(eindoordeel=twee)).endswith(
        "Bij de andere factor is de samenhang onzeker (niet aangetoond)."
    )
    alle = [rij | {"oordeel": "robuust"} for rij in EIND]
    assert oordeel.oordeel_kort(maak_stof(eindoordeel=alle)).endswith(
        ": zij houden bij andere manieren van rekenen steeds hun richting en zijn meestal "
        "aantoonbaar."
    )
    een = oordeel.oordeel_kort(maak_stof({"factoren": ["werkloosheid"]}, eindoordeel=EIND))
    assert een.startswith("Robuust is de samenhang met *werkloosheid*")


def test_binnen_gemeenten_geen_van_alle():
    open_ = {"coef_sd_binnen": 0.001, "p_binnen": 0.6, "coef_sd_tussen": -0.09, "p_verschil": 0.2}
    rijen = [rij | {"p": 0.01} | open_ for rij in EIND]
    assert oordeel.binnen_gemeenten(maak_stof(eindoordeel=rijen)) == (
        "Binnen gemeenten is geen van de drie aantoonbare samenhangen nog aantoonbaar; een "
        "verschil met de samenhang tussen gemeenten is evenmin aantoonbaar."
    )
    rijen[0] |= {"houdt_stand": False}
    assert "geen van de drie los getoetst aantoonbare samenhangen nog" in (
        oordeel.binnen_gemeenten(maak_stof(eindoordeel=rijen))
    )


@pytest.mark.parametrize(
    ("p", "stand", "deel"),
    [
        (0.03, False, "*werkloosheid* is op zichzelf aantoonbaar, maar niet meer als meetelt"),
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
        (
            (0.001, 0.6, -0.09, 0.20),
            "een verschil met de samenhang tussen gemeenten is evenmin aantoonbaar.",
        ),
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
