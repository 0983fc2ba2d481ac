"""Names of groups, labels, classes, models, clusters and factors."""

from __future__ import annotations

import pytest

from hulp.stof import bijlage, hoofdrapport
from leefbaarheid.tekst.gedeeld.namen import (
    clusternaam,
    factorlabel,
    factornaam,
    groepnaam,
    klassenaam,
    klein,
    labels,
    land,
    modelnaam,
    tussen_haakjes,
)


def test_namen_van_groepen_en_land():
    echt = hoofdrapport({"fictief": False})
    assert (land(hoofdrapport()), land(echt)) == ("het voorbeeldland", "Nederland")
    assert groepnaam(echt, "land") == "alle wijken in Nederland"
    assert groepnaam(echt, "selectie") == "geselecteerde wijken"
    assert groepnaam(echt, "label_aandachtswijk") == "aandachtswijk"


@pytest.mark.parametrize(
    ("gegeven", "tekst"),
    [
        (["aandachtswijk"], "*aandachtswijk*"),
        (["aandachtswijk", "probleemwijk"], "*aandachtswijk* of *probleemwijk*"),
        (["a", "b", "c"], "*a*, *b* of *c*"),
        (["a_b"], r"*a\_b*"),
    ],
)
def test_labels_staan_cursief(gegeven, tekst):
    assert labels(hoofdrapport({"selectie": {"labels": gegeven}})) == tekst


@pytest.mark.parametrize(
    ("tekst", "samen"),
    [
        ("*koopwoningen*", "*koopwoningen* (2017)"),
        ("*uitkeringen (exclusief AOW)*", "*uitkeringen* (exclusief AOW; 2017)"),
        ("meer *uitkeringen (geen AOW)* waren", "meer *uitkeringen (geen AOW)* waren (2017)"),
        ("de klasse hoger was (1 is hoog)", "de klasse hoger was (1 is hoog; 2017)"),
    ],
)
def test_twee_opmerkingen_staan_tussen_dezelfde_haakjes(tekst, samen):
    assert tussen_haakjes(tekst, "2017") == samen


def test_klassen_modellen_en_clusters_bij_naam():
    assert [klassenaam(k) for k in (1, 4, 5, 9)] == [
        *("zeer onvoldoende", "zwak", "voldoende", "uitstekend"),
    ]
    assert modelnaam("ancova") == "eindscore gegeven beginscore"
    assert (clusternaam("Succes!"), clusternaam(None), clusternaam("")) == ("*Succes!*", "–", "–")


def test_label_binnen_een_zin_houdt_zijn_afkorting():
    assert klein("Woningen van corporaties") == "woningen van corporaties"
    assert klein("WOZ-waarde (AOW)") == "WOZ-waarde (AOW)"
    assert klein("A_b") == r"a\_b"


def test_label_van_een_factor_uit_codeboek_of_oordelen():
    assert factorlabel(bijlage(), "corporatie_pct_2") == "WOZ-waarde"
    assert factornaam(bijlage(), "corporatie_pct") == "*woningen van corporaties*"
    zonder = hoofdrapport(robuustheid_eindoordeel=[{"factor": "woz", "label": "Waarde *woz*"}])
    assert factornaam(zonder, "woz") == r"*waarde \*woz\**"
    uit = hoofdrapport(robuustheid_eindoordeel=[{"reden": "staat uit"}])
    assert factorlabel(uit, "woz") == "woz"
