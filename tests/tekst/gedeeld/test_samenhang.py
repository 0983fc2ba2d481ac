"""The main model in a sentence or two."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport, schatting
from leefbaarheid.tekst.gedeeld.samenhang import samenhang_kort, weggevallen


def test_samenhang_noemt_ongunstig_gunstig_en_wat_open_blijft():
    rijen = [
        schatting("corporatie", -0.02, 0.01),
        schatting("woz", 0.02, 0.01),
        schatting("uitkering", 0.001, 0.6),
        # none of these is the main model
        schatting("uitkering", 0.1, 0.001, model="verandering"),
        schatting("uitkering", 0.1, 0.001, van=2008),
        schatting("uitkering", 0.1, 0.001, steekproef="in_aanmerking"),
        schatting("beginscore", 0.1, 0.001),
    ]
    assert samenhang_kort(hoofdrapport(regressie=rijen)) == (
        "In 2012–2014 geldt: een hogere waarde op label corporatie hangt samen met een "
        "ongunstigere ontwikkeling; een hogere waarde op label woz hangt samen met een gunstigere "
        "ontwikkeling. Voor één factor is geen samenhang aantoonbaar."
    )


def test_samenhang_met_meer_factoren_aan_een_kant():
    rijen = [schatting(naam, -0.02, 0.01) for naam in ("corporatie", "woz", "uitkering")]
    assert samenhang_kort(hoofdrapport(regressie=rijen)) == (
        "In 2012–2014 geldt: een hogere waarde op label corporatie, label woz en label uitkering "
        "hangt samen met een ongunstigere ontwikkeling."
    )
    rijen[1:] = [schatting(naam, 0.0, 0.9) for naam in ("woz", "uitkering")]
    assert "Voor de andere twee factoren is geen samenhang aantoonbaar." in (
        samenhang_kort(hoofdrapport(regressie=rijen))
    )


def _eind(**stand):
    """The verdict table as far as the correction goes."""
    return [{"factor": f, "p": 0.01, "houdt_stand": waarde} for f, waarde in stand.items()]


def test_wat_geen_stand_houdt_na_correctie_geldt_niet_als_vastgesteld():
    rijen = [schatting("corporatie", -0.02, 0.01), schatting("woz", 0.02, 0.04)]
    rijen.append(schatting("uitkering", 0.0, 0.9))
    eind = _eind(corporatie=True, woz=False, uitkering=False)
    assert samenhang_kort(hoofdrapport(regressie=rijen, robuustheid_eindoordeel=eind)) == (
        "In 2012–2014 geldt: een hogere waarde op label corporatie hangt samen met een "
        "ongunstigere ontwikkeling. De samenhang met label woz is los getoetst aantoonbaar, maar "
        "houdt geen stand na correctie voor het aantal toetsen. Voor één factor is geen samenhang "
        "aantoonbaar."
    )
    eind = _eind(corporatie=False, woz=False, uitkering=False)
    kort = samenhang_kort(hoofdrapport(regressie=rijen, robuustheid_eindoordeel=eind))
    assert kort.startswith(
        "In 2012–2014 geldt: de samenhang met label corporatie en label woz is los getoetst "
    )
    assert "hangt samen" not in kort


def test_zonder_duidelijke_samenhang_is_dat_geen_bewijs_van_geen_samenhang():
    rijen = [schatting(naam, 0.0, 0.9) for naam in ("corporatie", "woz", "uitkering")]
    kort = samenhang_kort(hoofdrapport(regressie=rijen))
    assert kort.startswith("Voor 2012–2014 hangt geen van de drie onderzochte contextfactoren")
    assert "niet zijn uitgesloten" in kort
    enige = hoofdrapport({"factoren": ["woz"]}, regressie=[schatting("woz", 0.0, 0.9)])
    assert samenhang_kort(enige).startswith(
        "Voor 2012–2014 hangt de onderzochte contextfactor niet aantoonbaar samen"
    )


def test_een_label_met_opmaaktekens_komt_letterlijk_in_de_zin():
    rijen = [schatting("woz", 0.02, 0.01, label="Huur *laag* <10%")]
    assert r"huur \*laag\* \<10%" in samenhang_kort(hoofdrapport(regressie=rijen))


@pytest.mark.parametrize(
    ("n", "tekst"),
    [
        (0, "er vielen geen wijken weg."),
        (1, "één wijk (16%) viel weg omdat een factor of score ontbreekt."),
        (22, "22 wijken (16%) vielen weg omdat een factor of score ontbreekt."),
    ],
)
def test_weggevallen_wijken(n, tekst):
    cijfers = {"m.n_weggevallen": (n, "aantal"), "m.aandeel_weggevallen": (0.157, "aandeel")}
    assert weggevallen(hoofdrapport(cijfers=cijfers), "m") == tekst
