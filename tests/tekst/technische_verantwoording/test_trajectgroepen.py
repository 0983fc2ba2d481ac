"""Groups that follow from the data."""

from __future__ import annotations

import pytest

from hulp.controletabellen import maak_stof
from leefbaarheid.basis.tabelwaarden import METHODEN
from leefbaarheid.tekst.technische_verantwoording import trajectgroepen


def traject(methode, groepen, rol="", **rest):
    return {
        **{"methode": methode, "aantal_groepen": groepen, "rol": rol},
        **{"bic": 1.0, "kleinste_n": 5, "posterior_laagste": 0.9, "entropie": 0.8},
        **{"silhouet": None, "stabiliteit": 0.5, "ari_regel": 0.1},
        **{"toegelaten": True, "reden": None, "geconvergeerd": True},
        **rest,
    }


def test_getoonde_trajecten_zijn_die_met_meer_dan_een_groep():
    maten = [
        traject("vol", 1, "gekozen"),
        traject("gelijk", 2, "meer_groepen"),
        traject("gelijk", 3, toegelaten=False, reden="kleinste_groep_te_klein?n=1"),
    ]
    kruis = [
        {"methode": m, "aantal_groepen": 2, "groep": 1, "cluster": c, "n_wijken": n, "aandeel": 0.5}
        for m, c, n in (
            ("gelijk", "Terugval", 4),
            ("gelijk", "onbekend", 4),
            ("vol", "Terugval", 9),
        )
    ]
    stof = maak_stof(trajectmaten=maten, trajectkruis=kruis)
    assert trajectgroepen.getoond(stof) == ("gelijk", 2)
    rijen = trajectgroepen.trajectmaten_rijen(stof)
    assert rijen[0][0] == "**2**" and rijen[1][-1] == "de kleinste groep telt 1 wijk"
    assert trajectgroepen.kruisclusters(stof)[-1] == "onbekend"
    assert trajectgroepen.trajectkruis_rijen(stof)[0] == [
        "Groep één",
        "–",
        "–",
        "–",
        "4 (50%)",
        "–",
        "4 (50%)",
    ]


@pytest.mark.parametrize(
    ("rest", "woorden"),
    [
        ({"reden": "kleinste_groep_te_klein?n=3"}, "de kleinste groep telt 3 wijken"),
        (
            {"reden": "toewijzingskans_te_laag?kans=0.654", "geconvergeerd": False},
            "de laagste gemiddelde toewijzingskans is 0,65; de schatting is niet geconvergeerd",
        ),
        (
            {"reden": "niet_geconvergeerd", "geconvergeerd": False},
            "de schatting is niet geconvergeerd",
        ),
        (
            {"reden": "te_weinig_wijken_voor_groepen?n=26&nodig=78", "geconvergeerd": None},
            "te weinig wijken: 26, nodig 78",
        ),
    ],
)
def test_waarom_een_oplossing_niet_is_toegelaten(rest, woorden):
    maten = [traject("vol", 1, "gekozen"), traject("vol", 2, toegelaten=False, **rest)]
    rijen = trajectgroepen.trajectmaten_rijen(maak_stof(trajectmaten=maten))
    assert [rij[-1] for rij in rijen] == ["**ja**", woorden]


def test_elke_vorm_heeft_een_naam():
    for methode in METHODEN:
        stof = maak_stof(trajectmaten=[traject(methode, 2, "gekozen")])
        assert trajectgroepen.trajectvorm(stof).startswith(("mengmodel: ", "k-means"))


@pytest.mark.parametrize(
    ("rand", "kracht", "slot"),
    [
        (0.29, "zwak", "vallen niet met deze groepen samen."),
        (0.3, "matig", "vallen ten dele met deze groepen samen."),
        (0.7, "sterk", "sluiten bij deze groepen aan."),
    ],
)
def test_zin_zegt_hoeveel_groepen_en_of_de_regel_erop_lijkt(rand, kracht, slot):
    maten = [traject("vol", 2, "gekozen", ari_regel=rand, stabiliteit=0.81)]
    zin = trajectgroepen.traject_zin(maak_stof(trajectmaten=maten))
    assert zin.startswith(
        "De gegevens zelf wijzen op twee groepen van trajecten, bij herhaalde trekkingen sterk "
        "terug te vinden (adjusted Rand 0,81); de overeenkomst met de clusters van de regel is "
        f"{kracht} (adjusted Rand 0,"
    )
    assert zin.endswith(slot)


def test_zin_over_een_wolk_en_over_geen_enkele_indeling():
    een = traject("vol", 1, "gekozen", ari_regel=None, stabiliteit=None)
    wolk = trajectgroepen.traject_zin(maak_stof(trajectmaten=[een]))
    assert wolk.endswith("de gegevens wijzen niet op afzonderlijke groepen.")
    drie = traject("gelijk", 3, "meer_groepen", ari_regel=0.05, stabiliteit=0.5)
    zin = trajectgroepen.traject_zin(maak_stof(trajectmaten=[een, drie]))
    assert zin == (
        f"{wolk} Een indeling in drie groepen is bij herhaalde trekkingen matig terug te vinden, "
        "en de overeenkomst met de clusters van de regel is zwak (adjusted Rand 0,05)."
    )
    niets = maak_stof(trajectmaten=[traject("vol", 1, "")])
    assert trajectgroepen.traject_zin(niets).startswith("Geen enkele indeling in groepen")


def test_kenmerken_van_groepen_in_woorden():
    rijen = [
        {
            **{"methode": "vol", "aantal_groepen": 2, "groep": 1, "kenmerk": kenmerk, "n": 95.5},
            **{"gemiddelde": 0.0123, "sd": 0.02, "se": 0.001, "ci_laag": 0.01, "ci_hoog": None},
        }
        for kenmerk in ("niveau", "helling_voor", "helling_na")
    ]
    stof = maak_stof(
        {"clusters": {"crisisjaar": 2012}},
        trajectmaten=[traject("vol", 2, "gekozen")],
        trajectkenmerken=rijen,
    )
    niveau, voor, na = trajectgroepen.trajectkenmerken_rijen(stof)
    assert niveau[:3] == ["Groep één (96)", "score in 2012", "0,012"]
    assert voor[1:3] == ["verandering per jaar vóór 2012", "+0,0123"]
    assert na[1] == "verandering per jaar na 2012"
    assert voor[5] == r"+0,0100\ tot\ –"


def groeprij(groep, n, ver, *, verste=2.0, handvol=False):
    return {
        **{"methode": "vol", "aantal_groepen": 2, "groep": groep, "n_wijken": n, "grens": 3.5},
        **{"n_uitschieters": ver, "verste": verste, "handvol": handvol},
    }


def oplossing(wijken, aantal=2, methode="vol", rand=None, reden=None):
    return {
        **{"wijken": wijken, "n": 137, "methode": methode, "aantal_groepen": aantal},
        **{"rand": rand, "reden": reden},
    }


def uitschieters_stof(groepen, **zonder):
    oplossingen = [oplossing("alle"), oplossing("zonder_uitschieters", **zonder)]
    return maak_stof(trajectuitschieters=groepen, trajectoplossingen=oplossingen)


def test_uitschieters_hun_groep_en_de_oplossing_zonder_hen():
    groepen = [groeprij(1, 31, 3, verste=7.2), groeprij(2, 109, 0, verste=3.2)]
    stof = uitschieters_stof(groepen, methode="gelijk", rand=0.63)
    assert trajectgroepen.uitschieters_zin(stof) == (
        "Drie wijken zijn uitschieters: op ten minste één van de drie getallen meer dan 3,5 "
        "robuuste standaarddeviaties van de mediaan (de verste 7,2). Het gaat om drie van de 31 "
        "wijken in groep één. Zonder die wijken volgen er ook twee groepen (mengmodel: dezelfde "
        "spreiding en samenhang in elke groep); voor de andere wijken is de overeenkomst met de "
        "indeling hierboven matig (adjusted Rand 0,63)."
    )


def test_een_groep_die_een_handvol_is_wordt_eerst_genoemd():
    groepen = [groeprij(1, 1, 1, verste=9.0, handvol=True), groeprij(2, 139, 0)]
    zin = trajectgroepen.uitschieters_zin(uitschieters_stof(groepen, aantal=1))
    assert zin.startswith(
        "Groep één (één wijk) is niet meer dan een handvol uiterste wijken en niet als traject te "
        "lezen. Eén wijk is een uitschieter: "
    )
    assert zin.endswith(
        "Zonder die wijk volgt er één groep (mengmodel: eigen spreiding en samenhang per groep)."
    )


def test_geen_uitschieters_en_geen_tweede_oplossing():
    geen = uitschieters_stof([groeprij(1, 140, 0)], reden="geen_uitschieters")
    zin = trajectgroepen.uitschieters_zin(geen)
    assert zin.startswith("Geen enkele wijk is een uitschieter (op ten minste één van de drie")
    weinig = uitschieters_stof(
        [groeprij(1, 7, 1, handvol=True)], reden="te_weinig_wijken_voor_groepen?n=6&nodig=12"
    )
    assert "Zonder die wijk is er geen indeling: " in trajectgroepen.uitschieters_zin(weinig)


@pytest.mark.parametrize(
    ("n", "zin"),
    [
        (140, ""),
        (
            100,
            "Het zijn er veel: de groepen zijn gezocht in een steekproef van 100 van de 140 "
            "geselecteerde wijken.",
        ),
    ],
)
def test_een_steekproef_wordt_genoemd(n, zin):
    stof = maak_stof(trajectmaten=[traject("vol", 1, n_verwacht=n)])
    stof.cijfers.zet("selectie.n_geselecteerd", 140, "aantal", "selectie")
    assert trajectgroepen.steekproef_zin(stof) == zin
