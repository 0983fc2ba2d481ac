"""Without JavaScript: the header, the warning, the downloads and a plain table of all wijken."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


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
    assert [w.code for w in kern.wijken if html.count(f'id="{w.code}"') != 1] == []
    for wijk in (kern.wijken[0], kern.geselecteerd[-1], kern.wijken[-1]):
        rij = page.locator(f"tr:has(#{wijk.code})")
        expect(rij).to_contain_text(wijk.naam)
        expect(rij).to_contain_text(kern.rauw["clusters"][wijk.cluster]["naam"])
        if wijk.scores[-1] is not None:
            expect(rij).to_contain_text(wijk.laatste)


def test_een_wijk_met_een_portret_heeft_er_een_link_naar(kaal, kern):
    page = kaal.open("", "wijken.html", wacht=False)
    for wijk in [w for w in kern.geselecteerd if w.bladzijde][:5]:
        link = page.locator(f"#{wijk.code} a").get_attribute("href")
        bestand, _, plek = link.partition("#")
        assert plek == f"page={wijk.bladzijde}"
        assert bestand in {download["bestand"] for download in kern.rauw["downloads"]}


def test_van_de_gewone_pagina_is_terug_te_gaan(kaal):
    page = kaal.open("", "wijken.html", wacht=False)
    expect(page.locator('a[href^="index.html"]').first).to_be_visible()
