"""The main model in a sentence or two."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport, schatting
from leefbaarheid.tekst.gedeeld.samenhang import (
    komt_terug,
    meting_kort,
    metingen_tekst,
    metingen_zinnen,
    samenhang_kort,
    weggevallen,
)


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
        "Voor 2012–2014 geldt: de ontwikkeling was ongunstiger in wijken waar de waarde van *label "
        "corporatie* hoger was, en gunstiger in wijken waar de waarde van *label woz* hoger was. "
        "Voor één factor is geen samenhang aantoonbaar."
    )


def test_samenhang_met_meer_factoren_aan_een_kant():
    rijen = [schatting(naam, -0.02, 0.01) for naam in ("corporatie", "woz", "uitkering")]
    assert samenhang_kort(hoofdrapport(regressie=rijen)) == (
        "Voor 2012–2014 geldt: de ontwikkeling was ongunstiger in wijken waar de waarde van *label "
        "corporatie* hoger was, in wijken waar de waarde van *label woz* hoger was en in wijken "
        "waar de waarde van *label uitkering* hoger was."
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
        "Voor 2012–2014 geldt: de ontwikkeling was ongunstiger in wijken waar de waarde van *label "
        "corporatie* hoger was; de samenhang met *label woz* is op zichzelf aantoonbaar, "
        "maar niet meer als meetelt hoeveel samenhangen er tegelijk zijn getoetst. Voor één "
        "factor is geen samenhang aantoonbaar."
    )
    eind = _eind(corporatie=False, woz=False, uitkering=False)
    kort = samenhang_kort(hoofdrapport(regressie=rijen, robuustheid_eindoordeel=eind))
    assert kort.startswith(
        "Voor 2012–2014 geldt: de samenhang met *label corporatie* en *label woz* is op "
    )
    assert "de ontwikkeling was" not in kort


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


def test_een_factor_van_na_de_periode_heet_zo():
    rijen = [schatting("woz", 0.02, 0.01, label="Koopwoningen (2017†)", meting="na")]
    assert "het aandeel *koopwoningen* groter was (gemeten in 2017, na de hoofdperiode)." in (
        samenhang_kort(hoofdrapport(regressie=rijen))
    )


def test_een_factor_zonder_toets_is_niet_aantoonbaar():
    rijen = [schatting("corporatie", -0.02, 0.01), schatting("woz", 0.02, None)]
    assert samenhang_kort(hoofdrapport(regressie=rijen)).endswith(
        "Voor één factor is geen samenhang aantoonbaar."
    )


def test_een_tweede_omgekeerde_samenhang_is_die_met():
    rijen = [
        rij
        for term in ("woz", "corporatie")
        for rij in vensters(HOOFD, (2014, 2022, -0.03, 0.01), term=term)
    ]
    assert meting_kort(hoofdrapport(regressie=rijen)).endswith(
        "Aantoonbaar omgekeerd zijn de samenhang met *label woz* in 2014–2022 en die met *label "
        "corporatie* in 2014–2022."
    )


def vensters(*uitkomsten, term="woz", **anders):
    """Return estimates of 2012-2014 and other windows: (van, tot, coef_sd, p)."""
    return [
        schatting(term, coef, p, van=van, tot=tot, **anders) for van, tot, coef, p in uitkomsten
    ]


HOOFD = (2012, 2014, 0.02, 0.01)


@pytest.mark.parametrize(
    ("andere", "kort", "zin"),
    [
        (
            [(2008, 2012, 0.01, 0.4), (2012, 2016, 0.01, 0.6)],
            "komt niet in dezelfde richting terug in een periode die los staat van 2012–2014.",
            "is alleen in 2012–2014 aantoonbaar; niet aantoonbaar is zij in 2008–2012 en 2012–2016",
        ),
        (
            [(2008, 2012, 0.01, 0.4), (2012, 2016, 0.03, 0.01)],
            "komt niet in dezelfde richting terug in een periode die los staat",
            "is ook aantoonbaar in 2012–2016, maar die periode overlapt met 2012–2014; niet",
        ),
        (
            [(2014, 2022, 0.03, 0.01), (2012, 2016, 0.03, 0.01)],
            "De aantoonbare samenhang komt in dezelfde richting terug in een periode die los staat "
            "van 2012–2014.",
            "is ook aantoonbaar in 2014–2022 en 2012–2016.",
        ),
        (
            [(2014, 2022, -0.03, 0.01)],
            "2012–2014. Aantoonbaar omgekeerd is de samenhang met *label woz* in 2014–2022.",
            "is in deze richting alleen in 2012–2014 aantoonbaar; in 2014–2022 is zij aantoonbaar "
            "omgekeerd.",
        ),
        (
            [(2012, 2016, 0.03, 0.01)],
            "Er is geen andere periode geschat die los staat van 2012–2014",
            "maar die periode overlapt met 2012–2014.",
        ),
    ],
)
def test_in_welke_metingen_een_samenhang_geldt(andere, kort, zin):
    stof = hoofdrapport(regressie=vensters(HOOFD, *andere))
    assert kort in meting_kort(stof)
    (gevonden,) = metingen_zinnen(stof)
    assert zin in gevonden
    assert metingen_tekst(stof) == f"{komt_terug(stof)} {gevonden}"


def test_metingen_van_meer_samenhangen():
    weg = vensters(HOOFD, (2014, 2022, 0.0, 0.9), term="corporatie")
    blijft = vensters(HOOFD, (2014, 2022, 0.03, 0.01))
    stof = hoofdrapport(regressie=weg + blijft)
    assert (
        "Van de twee aantoonbare samenhangen komt er één in dezelfde richting terug"
        in meting_kort(stof)
    )
    beide = vensters(HOOFD, (2014, 2022, 0.0, 0.9)) + weg
    assert meting_kort(hoofdrapport(regressie=beide)) == (
        "Geen van de twee aantoonbare samenhangen komt in dezelfde richting terug in een periode "
        "die los staat van 2012–2014."
    )
    # an association that fails the correction is not established, also where it is counted
    eind = _eind(corporatie=False, woz=True)
    assert "twee los getoetst aantoonbare samenhangen komt" in (
        meting_kort(hoofdrapport(regressie=beide, robuustheid_eindoordeel=eind))
    )


def test_zonder_samenhang_of_andere_periode_is_er_niets_over_metingen_te_zeggen():
    stil = vensters((2012, 2014, 0.0, 0.9), (2014, 2022, 0.03, 0.01))
    assert metingen_tekst(hoofdrapport(regressie=stil)) == ""
    enige = hoofdrapport(regressie=vensters(HOOFD))
    assert metingen_tekst(enige) == meting_kort(enige)
    assert "is dus niet na te gaan" in meting_kort(enige)


def test_een_periode_voor_de_meting_van_de_factor_wordt_genoemd():
    rijen = vensters(HOOFD) + vensters((2002, 2008, -0.02, 0.01), meting="na")
    (zin,) = metingen_zinnen(hoofdrapport(regressie=rijen))
    assert "in 2002–2008 (vóór de meting van de factor) is zij aantoonbaar omgekeerd" in zin


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
