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
