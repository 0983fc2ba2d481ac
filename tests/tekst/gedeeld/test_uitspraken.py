"""The claims of 2017 in words: which fit, which contradict each other, and how they were read."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.tekst.gedeeld.uitspraken import (
    andere_versie,
    andere_wijken,
    lezingen,
    over_de_labels,
    redenen,
    tegenspraak,
    telling,
)


def rij(nr, oordeel="past", band=(0.35, 0.4), **anders):
    return {
        **{"nr": nr, "citaat": "x", "bron": "b", "eenheid": "wijken", "van": 2012, "tot": 2014},
        **{"richting": "gedaald", "groep": "selectie", "n": 140, "reden": None, "lezing": None},
        **{"band_laag": band[0], "band_hoog": band[1], "oordeel": oordeel},
    } | anders


def stof(*rijen, versie="3.0", **lijst):
    bronnen = {"leefbaarometer": {"versie": versie}}
    if lijst:
        bronnen["selectielijst"] = lijst
    editie = {"bronnen": bronnen, "selectie": {"soort": "laagste_scores"}}
    return hoofdrapport(editie, uitspraken_2017=list(rijen))


def test_de_versie_van_toen_staat_naast_die_van_nu():
    assert "gebruikte Leefbaarometer 2.0, dit rapport versie 3.0." in andere_versie(stof())
    assert "dezelfde versie, 2.0." in andere_versie(stof(versie="2.0"))


@pytest.mark.parametrize(
    ("oordelen", "zin"),
    [
        (
            ["past", "past niet", "past niet", "past zonder marge", "niet te toetsen"],
            "Van de vier uitspraken die te toetsen zijn, past er één bij de herberekening; één "
            "past alleen als elke verandering telt, hoe klein ook, en twee passen niet.",
        ),
        (
            ["past niet"],
            "Van één uitspraak die te toetsen is, past er geen bij de herberekening; "
            "één past niet.",
        ),
        (["niet te toetsen"], "Geen van de uitspraken is met deze editie te toetsen."),
    ],
)
def test_telling_van_de_oordelen(oordelen, zin):
    assert telling(stof(*(rij(i, o) for i, o in enumerate(oordelen, 1)))) == zin


def test_uitspraken_over_hetzelfde_met_een_ander_aandeel_spreken_elkaar_tegen():
    anders = rij(3, band=(0.3, 0.36))
    assert tegenspraak(stof(rij(1), anders)) == (
        "Over één en hetzelfde noemen de uitspraken 1 en 3 een verschillend aandeel: van deze twee "
        "kan er hoogstens één precies kloppen."
    )
    bewoners = [rij(4, eenheid="bewoners"), rij(5, band=(0.5, 1), eenheid="bewoners")]
    assert tegenspraak(stof(rij(1), anders, *bewoners)) == (
        "Over één en hetzelfde noemen de uitspraken 1 en 3, en ook de uitspraken 4 en 5, een "
        "verschillend aandeel: van elk paar kan er hoogstens één precies kloppen."
    )
    # the same share twice, or another period: no contradiction
    assert tegenspraak(stof(rij(1), rij(2), rij(3, band=(0.3, 0.36), van=2008))) == ""


def test_hoe_uitspraken_gelezen_zijn_en_welke_niet_te_toetsen_zijn():
    sinds, lijst = AnalyseReden.LEZING_SINDS.met(), AnalyseReden.LABEL_ONBEKEND.met(label="x_y")
    gemengd = stof(rij(1, lezing=sinds), rij(2, lezing=sinds), rij(6, reden=lijst))
    assert len(lezingen(gemengd)) == 1
    assert lezingen(gemengd)[0].startswith("De uitspraken 1 en 2: ‘sinds’ is gelezen als")
    assert redenen(gemengd) == (
        "Uitspraak 6 is niet te toetsen: deze editie kent geen lijst met het label x\\_y."
    )
    assert redenen(stof(rij(1))) == ""


def test_waar_de_labels_vandaan_komen_staat_alleen_bij_een_uitspraak_erover():
    label = rij(6, groep="label_aandachtswijk", n=53)
    toelichting = "Een reconstructie: 27 van de 40."
    tekst = over_de_labels(stof(label, bestand="x.csv", toelichting=toelichting))
    assert tekst == (
        "Uitspraak 6 gaat over 53 wijken met het label *aandachtswijk* en scores in beide jaren, "
        f"ook buiten de selectie. {toelichting}"
    )
    assert over_de_labels(stof(label, bestand="x.csv")) == ""
    onbekend = rij(6, groep="label_aandachtswijk", reden=AnalyseReden.GROEP_ZONDER_SCORES.met())
    assert over_de_labels(stof(onbekend, bestand="x.csv", toelichting=toelichting)) == ""


def op_een_lijst(
    *rijen, uitgesloten=0, labels=("aandachtswijk",), toelichting="Een reconstructie."
):
    selectie = {"soort": "lijst", "labels": list(labels)}
    if uitgesloten:
        selectie["voorwaarden"] = {"x": {"min": 1}}
    bronnen = {"leefbaarometer": {"versie": "3.0"}, "selectielijst": {"toelichting": toelichting}}
    cijfers = {"selectie.n_geselecteerd": (53, "aantal"), "selectie.n_uitgesloten": uitgesloten}
    editie = {"bronnen": bronnen, "selectie": selectie}
    return hoofdrapport(editie, cijfers, uitspraken_2017=list(rijen))


@pytest.mark.parametrize(
    ("anders", "slot"),
    [
        ({}, "alle in de selectie (@sec-selectie)."),
        ({"uitgesloten": 2}, "ook buiten de selectie (@sec-selectie)."),
        ({"labels": ("probleemwijk",)}, "ook buiten de selectie (@sec-selectie)."),
    ],
)
def test_een_lijst_die_kiest_heeft_haar_uitleg_bij_de_selectie(anders, slot):
    tekst = over_de_labels(op_een_lijst(rij(6, groep="label_aandachtswijk", n=53), **anders))
    assert tekst.endswith(f"en scores in beide jaren, {slot}")


def test_een_lijst_is_een_andere_groep_dan_die_van_toen():
    assert "over 53 wijken met het label *aandachtswijk*; ook daardoor" in andere_wijken(
        op_een_lijst()
    )
    assert andere_wijken(stof()) == ""
