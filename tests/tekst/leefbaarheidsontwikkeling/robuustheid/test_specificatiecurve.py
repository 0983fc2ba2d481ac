"""Every defensible computation: the specification curve."""

from __future__ import annotations

import pytest

from hulp import WORTEL
from hulp.controletabellen import EDITIE, MIN, maak_stof
from leefbaarheid.rapport.sjablonen import maak_omgeving
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import specificatiecurve
from leefbaarheid.tekst.stof import Stof


def curve(factor, vensters, statistiek, p):
    return {
        **{"factor": factor, "vensters": vensters, "statistiek": statistiek, "p": p},
        **{"waargenomen": 0.5, "n_specificaties": 100, "reden": None},
    }


def test_figuren_met_een_begin_in_de_volgorde_van_de_factoren():
    figuren = {n: {} for n in ("curve_dichtheid", "invloed", "curve_werkloosheid", "curve_rest")}
    omgeving = maak_omgeving([WORTEL / "reports"], Stof(EDITIE, Cijfers(), {}), figuren)
    namen = omgeving.globals["figuren_met"]("curve_")
    assert namen == ["curve_dichtheid", "curve_werkloosheid", "curve_rest"]
    assert specificatiecurve.curve_figuren(maak_stof(), namen) == [
        "curve_werkloosheid",
        "curve_dichtheid",
        "curve_rest",
    ]


def test_curve_in_de_hoofdperiode_naar_alle_toetsen():
    statistieken = ("mediaan", "aandeel_dominant_teken", "aandeel_significant", "stouffer_z")
    p = {"werkloosheid": (0.01, 0.9, 0.01, 0.01), "corporatie_pct": (0.01, 0.01, 0.3, 0.3)}
    rijen = [
        curve(f, v, s, q)
        for f, ps in p.items()
        for v in ("alle vensters", "hoofdvenster")
        for s, q in zip(statistieken, ps, strict=True)
    ]
    stof = maak_stof(specificatietoets=rijen)
    zin = specificatiecurve.curve_hoofdperiode(stof)
    assert "*werkloosheid* onwaarschijnlijk als er geen samenhang is" in zin
    assert "*woningen van corporaties* verschillend te beoordelen" in zin
    assert [rij[1] for rij in specificatiecurve.curve_rijen(stof)] == ["alle", "hoofdperiode"] * 2
    assert specificatiecurve.curve_anders(stof) == "Een curve is er alleen voor de hoofdfactoren."


def alle_toetsen(factor, p, n=2100, teken=0.981, mediaan=-0.0304):
    """The joint tests over all windows; `p` of the median, the share and Stouffer's z."""
    rijen = zip(
        ("mediaan", "aandeel_dominant_teken", "aandeel_significant", "stouffer_z"),
        (mediaan, teken, 0.5, -3.0),
        (p[0], 0.9, *p[1:]),
        strict=True,
    )
    return [
        curve(factor, "alle vensters", statistiek, kans)
        | {"waargenomen": waarde, "n_specificaties": n}
        for statistiek, waarde, kans in rijen
    ]


def test_zin_zegt_wat_de_toets_zegt():
    rijen = alle_toetsen("werkloosheid", (0.02, 0.01, 0.01))
    rijen += [curve("werkloosheid", "hoofdvenster", "mediaan", 0.9)]
    assert specificatiecurve.curve_zinnen(maak_stof(specificatietoets=rijen, aantoonbaar=[])) == [
        "Van de 2100 berekeningen van de samenhang met *werkloosheid* wijst 98% op een "
        "ongunstiger ontwikkeling bij een hogere waarde, en is 50% dat aantoonbaar (middelste "
        f"uitkomst {MIN}0,030 punt per standaarddeviatie); zo'n beeld is zonder samenhang "
        "onwaarschijnlijk (gezamenlijk getoetst: p = 0,010 tot 0,020)."
    ]


@pytest.mark.parametrize(
    ("p", "oordeel"),
    [
        ((0.001, 0.01, 0.0005), r"onwaarschijnlijk (gezamenlijk getoetst: p \< 0,001 tot 0,010)."),
        ((0.2, 0.01, 0.3), "verschilt per toets (gezamenlijk getoetst: p = 0,010 tot 0,300)."),
        ((0.2, 0.06, 0.3), "kan ook zonder samenhang ontstaan (gezamenlijk getoetst: p = 0,060"),
        ((0.2, 0.2, 0.2), "ontstaan (gezamenlijk getoetst: p = 0,200)."),
    ],
)
def test_oordeel_volgt_de_drie_toetsen_en_niet_het_teken(p, oordeel):
    rijen = alle_toetsen("dichtheid", p)
    (zin,) = specificatiecurve.curve_zinnen(maak_stof(specificatietoets=rijen, aantoonbaar=[]))
    assert "met *WOZ-waarde* wijst" in zin and oordeel in zin


def test_een_factor_zonder_berekeningen_heeft_een_zin_en_een_reden():
    leeg = {"waargenomen": None, "p": None, "n_specificaties": 0, "reden": "geen_specificatie"}
    rijen = [rij | leeg for rij in alle_toetsen("dichtheid", (1, 1, 1))]
    stof = maak_stof(specificatietoets=rijen, aantoonbaar=[])
    (zin,) = specificatiecurve.curve_zinnen(stof)
    assert zin == "De samenhang met *WOZ-waarde* is met geen enkele berekening te schatten."
    kop = specificatiecurve.curve_rijen(stof)[0][0]
    assert kop == "WOZ-waarde (*niet te toetsen: geen enkele specificatie is te schatten*)"
