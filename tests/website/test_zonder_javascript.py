"""Without JavaScript: the header, the warning, the downloads and a plain table of all wijken."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hulp.website import toon


@pytest.fixture
def kaal(nieuw):
    return nieuw(java_script_enabled=False)


@pytest.fixture(autouse=True)
def _zonder_luister(monkeypatch):
    """There is no script to ask what the policy stopped."""
    monkeypatch.setattr("hulp.browser.Blad.overtredingen", lambda self: [])


def test_de_eerste_pagina_zegt_wat_er_wel_is(kaal, kern):
    page = kaal.open(wacht=False)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("body")).to_contain_text(kern.rauw["editie"]["titel"])
    expect(
        page.locator("noscript a[href*='wijken.html'], a[href*='wijken.html']").first
    ).to_be_visible()
    for download in kern.rauw["downloads"]:
        expect(page.locator(f'a[href="{download["bestand"]}"]').first).to_be_visible()
    if kern.rauw["editie"]["fictief"]:
        expect(page.locator(".fictief").first).to_be_visible()


def test_geen_leeg_vak_dat_iets_belooft(kaal):
    """What works with a script only is not shown."""
    page = kaal.open(wacht=False)
    expect(page.locator("#zoek")).to_be_hidden()
    expect(page.locator("#zoom-in")).to_be_hidden()


def test_de_gewone_pagina_heeft_elke_wijk(kaal, kern):
    page = kaal.open("", "wijken.html", wacht=False)
    html = page.content()
    for wijk in kern.wijken:
        assert wijk.code in html
    assert html.count("#/wijk/WK") == len(kern.wijken)
    for wijk in (kern.wijken[0], kern.geselecteerd[-1], kern.wijken[-1]):
        rij = page.locator("tr").filter(has=page.locator(f'a[href*="{wijk.adres}"]')).first
        expect(rij).to_contain_text(wijk.naam)
        if wijk.scores[-1] is not None:
            expect(rij).to_contain_text(toon(wijk.scores[-1]))


def test_de_link_van_de_gewone_pagina_opent_de_wijk(blad, kern):
    wijk = kern.geselecteerd[0]
    blad.open("", "wijken.html", wacht=False)
    blad.page.locator(f'a[href*="{wijk.adres}"]').first.click()
    expect(blad.page.locator("#blad-titel")).to_contain_text(wijk.naam)
