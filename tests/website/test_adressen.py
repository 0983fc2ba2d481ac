"""Every state has an address that gives it back, and the back button works."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


def gezicht(blad):
    """What a view shows: its heading, its text and the state of the map."""
    return blad.page.evaluate(
        "() => [document.querySelector('#blad-titel').textContent,"
        " document.querySelector('#blad').textContent,"
        " ...['kaartkeuze', 'jaar', 'periode'].map((i) => document.getElementById(i).value),"
        " document.querySelector('#legenda').textContent]"
    )


def test_elk_adres_geeft_zijn_stand_terug(elk_blad, bladen):
    """A fresh page at an address shows what a reader saw who got there: nothing is kept outside."""
    elk_blad.open()
    gezien = {}
    for adres in bladen.values():
        elk_blad.ga(adres)
        gezien[elk_blad.adres()] = gezicht(elk_blad)
    assert len(gezien) == len(bladen)
    for adres, gezicht_eerst in gezien.items():
        elk_blad.open(adres)
        assert gezicht(elk_blad) == gezicht_eerst, adres


def test_elk_blad_heeft_een_eigen_titel_en_een_kop_met_focus(blad, bladen):
    blad.open()
    titels = {}
    for naam, adres in bladen.items():
        if naam.startswith("begin"):
            continue
        blad.ga(adres)
        expect(blad.page.locator("#blad-titel")).to_be_focused()
        titels[naam] = blad.page.title()
    assert len(set(titels.values())) == len(titels)


def test_terug_gaat_stap_voor_stap(elk_blad, kern):
    blad = elk_blad
    een, twee = kern.geselecteerd[:2]
    blad.open("#/")
    blad.ga(een.adres)
    expect(blad.page.locator("#blad-titel")).to_contain_text(een.naam)
    blad.ga(twee.adres)
    expect(blad.page.locator("#blad-titel")).to_contain_text(twee.naam)
    blad.terug()
    expect(blad.page.locator("#blad-titel")).to_contain_text(een.naam)
    assert blad.adres().startswith(een.adres)
    blad.terug()
    expect(blad.page.locator("#blad-titel")).not_to_contain_text(een.naam)


def test_de_kaartstand_staat_in_het_adres_en_komt_terug(blad, kern):
    blad.open()
    blad.page.locator("#jaar").select_option(label=str(kern.jaren[1]))
    assert f"jaar={kern.jaren[1]}" in blad.adres()
    blad.page.locator("#kaartkeuze").select_option("verandering")
    blad.page.locator("#periode").select_option(index=1)
    adres = blad.adres()
    assert "kaart=verandering" in adres and "periode=1" in adres
    blad.open(adres)
    assert blad.page.locator("#kaartkeuze").input_value() == "verandering"
    assert blad.page.locator("#periode").input_value() == "1"


def test_de_kaartstand_blijft_bij_een_andere_wijk(blad, kern):
    blad.open(f"{kern.geselecteerd[0].adres}?kaart=cluster")
    expect(blad.page.locator("#blad-titel")).to_contain_text(kern.geselecteerd[0].naam)
    blad.page.locator("#gelijkend a").first.click()
    expect(blad.page.locator("#blad-titel")).not_to_contain_text(kern.geselecteerd[0].naam)
    assert blad.page.locator("#kaartkeuze").input_value() == "cluster"


@pytest.mark.parametrize(
    "adres",
    [
        *("#", "", "#//", "#/?kaart=onzin&jaar=1800&periode=99", "#/?jaar=__proto__", "#/%E0%A4%A"),
        *("#/wijk/", "#/wijk/constructor", "#/wijk/<img src=x>", "#/vergelijk/"),
        "#/wijkanalyse/999",
    ],
)
def test_een_raar_adres_breekt_niets(blad, adres):
    blad.open(adres)
    expect(blad.page.locator("#blad-titel")).to_be_attached()
    expect(blad.page.locator("#zoek")).to_be_visible()
