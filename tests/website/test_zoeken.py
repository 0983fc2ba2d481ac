"""Search: by name, code and gemeente, with mistakes, and with the keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from hulp.website import kopie, lees, schrijf

NAMEN = ["'t Zand-Café", "Skûlenboarch", "Het Lage Land (noord) & 's-Gravenland", "Šibenikwijk"]


def opties(blad):
    return blad.page.locator("#treffers [role=option]")


def zoek(blad, tekst):
    blad.page.locator("#zoek").fill(tekst)
    return opties(blad)


@pytest.fixture(scope="module")
def met_namen(site, tmp_path_factory):
    """A copy of the site in which the first wijken have the names of this file."""

    def wijzig(map_):
        kern = lees(map_, "kern")
        for rij, naam in zip(kern["wijken"], NAMEN, strict=False):
            rij[1] = naam
        schrijf(map_, "kern", kern)

    return kopie(site, tmp_path_factory.mktemp("namen") / "site", wijzig)


def test_een_naam_geeft_de_wijk_met_haar_gemeente(elk_blad, kern):
    wijk = kern.geselecteerd[0]
    elk_blad.open()
    gevonden = zoek(elk_blad, wijk.naam)
    expect(gevonden.filter(has_text=f"{wijk.naam}, {wijk.gemeentenaam}").first).to_be_visible()
    gevonden.filter(has_text=f"{wijk.naam}, {wijk.gemeentenaam}").first.click()
    expect(elk_blad.page.locator("#blad-titel")).to_contain_text(wijk.naam)
    assert elk_blad.adres().startswith(wijk.adres)


@pytest.mark.parametrize("vorm", [str, str.lower])
def test_een_code_geeft_precies_de_wijk(blad, kern, vorm):
    wijk = kern.wijken[len(kern.wijken) // 2]
    blad.open()
    expect(zoek(blad, vorm(wijk.code)).first).to_contain_text(wijk.naam)


def test_een_gemeente_is_te_vinden(blad, kern):
    naam = kern.gemeenten[kern.rijkste][1]
    blad.open()
    treffer = zoek(blad, naam).filter(has_text=re.compile(f"^Gemeente {re.escape(naam)}")).first
    treffer.click()
    expect(blad.page.locator("#blad-titel")).to_contain_text(naam)
    expect(blad.page.locator("#wijkentabel")).to_be_visible()


def tik_mis(woord):
    """Return a long word with two letters swapped, one with a letter left out."""
    midden = len(woord) // 2
    verwisseld = woord[:midden] + woord[midden + 1] + woord[midden] + woord[midden + 2 :]
    return [verwisseld, woord[:midden] + woord[midden + 1 :]]


@pytest.mark.parametrize("welke", [0, 1])
def test_een_typfout_vindt_de_wijk_toch(blad, kern, welke):
    wijk = next(w for w in kern.wijken if re.fullmatch(r"[A-Za-z]{9,}", w.naam))
    blad.open()
    gevonden = zoek(blad, tik_mis(wijk.naam)[welke])
    expect(gevonden.filter(has_text=wijk.naam).first).to_be_visible()


@pytest.mark.parametrize(
    ("getypt", "naam"),
    [
        ("t zand", NAMEN[0]),
        ("’t Zand cafe", NAMEN[0]),
        ("'T ZAND-CAFE\u0301", NAMEN[0]),
        ("skulenboarch", NAMEN[1]),
        ("Sku\u0302lenboarch", NAMEN[1]),
        ("het lage land noord", NAMEN[2]),
        ("s gravenland", NAMEN[2]),
        ("sibenik", NAMEN[3]),
    ],
)
def test_tekens_en_apostrofs_maken_niet_uit(nieuw, met_namen, getypt, naam):
    blad = nieuw(basis=met_namen)
    blad.open()
    expect(zoek(blad, getypt).filter(has_text=naam).first).to_be_visible()


def test_niets_gevonden_wordt_gezegd(blad):
    blad.open()
    expect(zoek(blad, "qqqqxxxxzzzz")).to_have_count(0)
    expect(blad.page.locator("#melding")).to_contain_text(re.compile(r"geen|niets", re.I))


def test_wat_er_getypt_kan_worden_breekt_niets(blad):
    blad.open()
    for tekst in (
        "(",
        "[a-",
        "\\",
        "<b>x</b>",
        "*",
        "%00",
        " " * 50,
        "é" * 300,
        "\u202e",
        "__proto__",
    ):
        zoek(blad, tekst)
    blad.page.keyboard.press("Enter")
    zoek(blad, "")
    expect(opties(blad)).to_have_count(0)


def test_het_toetsenbord_alleen_volstaat(elk_blad, kern):
    """Down and up choose, Escape closes, Enter goes there, and the heading gets the focus."""
    blad, page = elk_blad, elk_blad.page
    blad.open()
    veld = page.locator("#zoek")
    expect(veld).to_have_attribute("role", "combobox")
    expect(veld).to_have_attribute("aria-expanded", "false")
    veld.focus()
    page.keyboard.type(kern.wijken[0].naam[:3])
    expect(opties(blad).nth(1)).to_be_visible()
    expect(veld).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tweede = opties(blad).nth(1)
    expect(tweede).to_have_attribute("aria-selected", "true")
    expect(veld).to_have_attribute("aria-activedescendant", tweede.get_attribute("id"))
    page.keyboard.press("ArrowUp")
    eerste = opties(blad).nth(0)
    expect(eerste).to_have_attribute("aria-selected", "true")
    expect(veld).to_be_focused()
    page.keyboard.press("Escape")
    expect(veld).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#treffers")).to_be_hidden()
    veld.fill(kern.wijken[0].code)
    expect(opties(blad).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#blad-titel")).to_contain_text(kern.wijken[0].naam)
    expect(page.locator("#blad-titel")).to_be_focused()
    expect(page.locator("#treffers")).to_be_hidden()


def test_het_aantal_treffers_wordt_voorgelezen(blad, kern):
    blad.open()
    aantal = zoek(blad, kern.wijken[0].naam[:4])
    expect(aantal.first).to_be_visible()
    expect(blad.page.locator("#melding")).to_contain_text(re.compile(r"\d+|één|een"))
