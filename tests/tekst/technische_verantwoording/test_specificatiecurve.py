"""Every defensible computation: the specification curve."""

from __future__ import annotations

import pytest

from hulp import WORTEL
from hulp.controletabellen import EDITIE, MIN, maak_stof
from leefbaarheid.rapport.sjablonen import maak_omgeving
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording import specificatiecurve

STATISTIEKEN = ("mediaan", "aandeel_dominant_teken", "aandeel_significant", "stouffer_z")
HOOFD, RUIM = "hoofdvenster", "met andere vensters"


def toets(factor, p, model="ancova", vensters=HOOFD, mediaan=-0.0304, **anders):
    """The joint tests of a form; `p` of the median, the share and Stouffer's z."""
    kansen = (p[0], 0.9, *p[1:])
    vast = {
        **{"factor": factor, "model": model, "vensters": vensters, "reden": None},
        **{"perioden": "2012-2014" if vensters == HOOFD else "2012-2014; 2014-2022"},
        **{"n_specificaties": 2100, "n_hoger": 0, "n_lager": 1050},
    } | anders
    waarden = (mediaan, 0.981, 0.5, -3.0)
    return [
        vast | {"statistiek": statistiek, "waargenomen": waarde, "p": kans}
        for statistiek, waarde, kans in zip(STATISTIEKEN, waarden, kansen, strict=True)
    ]


def zinnen(rijen):
    return specificatiecurve.curve_zinnen(maak_stof(specificatietoets=rijen, aantoonbaar=[]))


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


def test_de_hoofdperiode_en_het_hoofdmodel_gaan_voor():
    rijen = [
        *toets("werkloosheid", (0.2, 0.2, 0.2), "verandering"),
        *toets("werkloosheid", (0.2, 0.2, 0.2), "verandering", RUIM),
        *toets("werkloosheid", (0.01, 0.01, 0.01)),
        *toets("werkloosheid", (0.01, 0.01, 0.01), vensters=RUIM),
        *toets("corporatie_pct", (0.01, 0.01, 0.01)),
    ]
    stof = maak_stof(specificatietoets=rijen)
    vormen = [
        *(("Werkloosheid", "eindscore gegeven beginscore"), ("Werkloosheid", "verandering")),
        ("Woningen van corporaties", "eindscore gegeven beginscore"),
    ]
    gevonden = specificatiecurve.curve_rijen(stof)
    assert [(rij[0], rij[1]) for rij in gevonden] == vormen
    assert gevonden[0][2:6] == ["2100", f"{MIN}0,030", "0", "1050"]
    (ruim,) = specificatiecurve.curve_rijen_ruim(stof)
    assert ruim[:2] == ["Werkloosheid", "2012–2014 en 2014–2022"]
    assert specificatiecurve.curve_anders(stof) == "Een curve is er alleen voor de hoofdfactoren."
    zin = specificatiecurve.curve_perioden(stof)
    assert zin.endswith("Voor *woningen van corporaties* blijft het bij de hoofdperiode.")


def test_zin_zegt_wat_de_toets_zegt():
    assert zinnen(toets("werkloosheid", (0.02, 0.01, 0.01), n_hoger=3)) == [
        "Van de 2100 berekeningen van de samenhang met *werkloosheid* in de hoofdperiode en het "
        "hoofdmodel zijn er drie met een aantoonbaar gunstiger en 1050 met een aantoonbaar "
        f"ongunstiger ontwikkeling bij een hogere waarde (middelste uitkomst {MIN}0,030 punt per "
        "standaarddeviatie); zo'n beeld is zonder samenhang onwaarschijnlijk (gezamenlijk "
        "getoetst: p = 0,010 tot 0,020)."
    ]


@pytest.mark.parametrize(
    ("n_hoger", "n_lager", "deel"),
    [
        (
            0,
            0,
            "zijn er geen met een aantoonbaar gunstiger en geen met een aantoonbaar ongunstiger",
        ),
        (1, 2, "is er één met een aantoonbaar gunstiger en twee met een aantoonbaar ongunstiger"),
        (
            2,
            0,
            "zijn er twee met een aantoonbaar gunstiger en geen met een aantoonbaar ongunstiger",
        ),
    ],
)
def test_beide_kanten_staan_er_altijd(n_hoger, n_lager, deel):
    (zin,) = zinnen(toets("dichtheid", (1, 1, 1), n_hoger=n_hoger, n_lager=n_lager))
    assert deel in zin


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
    (zin,) = zinnen(toets("dichtheid", p))
    assert "met *WOZ-waarde* in de hoofdperiode" in zin and oordeel in zin


def test_een_andere_vraag_met_een_ander_antwoord_wordt_genoemd():
    rijen = toets("dichtheid", (0.2, 0.2, 0.2))
    (zin,) = zinnen([*rijen, *toets("dichtheid", (0.2, 0.2, 0.3), "verandering")])
    assert "Op de vraag" not in zin
    (zin,) = zinnen([*rijen, *toets("dichtheid", (0.01, 0.01, 0.01), "verandering")])
    assert "Op de vraag van de vorm *verandering* is het antwoord anders: van de 2100" in zin


def test_andere_perioden_komen_na_de_hoofdperiode():
    rijen = toets("dichtheid", (0.01, 0.01, 0.01))
    ruim = toets("dichtheid", (0.2, 0.2, 0.2), vensters=RUIM, n_specificaties=4200, n_hoger=9)
    (zin,) = zinnen([*ruim, *rijen])
    assert zin.startswith("Van de 2100 berekeningen")
    assert zin.endswith(
        "Met 2014–2022 erbij zijn het er 4200: daarvan zijn er negen met een aantoonbaar gunstiger "
        "en 1050 met een aantoonbaar ongunstiger ontwikkeling bij een hogere waarde; zo'n beeld "
        "kan ook zonder samenhang ontstaan (gezamenlijk getoetst: p = 0,200)."
    )


def test_met_een_periode_is_er_niets_over_andere_te_zeggen():
    een = {"regressie": EDITIE["regressie"] | {"vensters": [[2012, 2014]]}}
    stof = maak_stof(een, specificatietoets=toets("dichtheid", (1, 1, 1)))
    assert specificatiecurve.curve_perioden(stof) == ""


def test_een_factor_zonder_berekeningen_heeft_een_zin_en_een_reden():
    leeg = {"waargenomen": None, "p": None, "n_specificaties": 0, "reden": "geen_specificatie"}
    rijen = [rij | leeg for rij in toets("dichtheid", (1, 1, 1))]
    stof = maak_stof(specificatietoets=rijen, aantoonbaar=[])
    (zin,) = specificatiecurve.curve_zinnen(stof)
    assert zin == "De samenhang met *WOZ-waarde* is met geen enkele berekening te schatten."
    kop = specificatiecurve.curve_rijen(stof)[0][0]
    assert kop == "WOZ-waarde (*niet te toetsen: geen enkele specificatie is te schatten*)"
