"""The website of the tiny edition (or that of LEEFBAARHEID_SITE), and pages in a real browser.

A page that writes an error in the console, breaks its own policy or asks for something elsewhere
fails its test, whatever the test looked at.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Playwright, expect, sync_playwright

from hulp import mini
from hulp.browser import Blad, bedien, start
from hulp.gemaakt import gemaakte_editie
from hulp.website import Kern

expect.set_options(timeout=5_000)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a website that was made; look, do not touch."""
    if eigen := os.environ.get("LEEFBAARHEID_SITE"):
        return Path(eigen).resolve()
    return gemaakte_editie(tmp_path_factory) / mini.UIT / "website"


@pytest.fixture(scope="session")
def kern(site: Path) -> Kern:
    """What the site knows of its wijken."""
    return Kern(site)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of the browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browsers(playwright: Playwright) -> Iterator[Callable[[str], Browser]]:
    """A browser by name, started when first asked for; the test is skipped where it is not."""
    gestart: dict[str, Browser | str] = {}

    def geef(naam: str) -> Browser:
        if naam not in gestart:
            try:
                gestart[naam] = start(playwright, naam)
            except Error as fout:
                gestart[naam] = fout.message.splitlines()[0]
        browser = gestart[naam]
        if isinstance(browser, str):
            pytest.skip(browser)
        return browser

    yield geef
    for browser in gestart.values():
        if isinstance(browser, Browser):
            browser.close()


@pytest.fixture(scope="session")
def chromium(browsers: Callable[[str], Browser]) -> Browser:
    """Chromium."""
    return browsers("chromium")


Opener = Callable[..., Blad]


@pytest.fixture
def nieuw(browsers: Callable[[str], Browser], site: Path) -> Iterator[Opener]:
    """Make pages: nieuw(browser="chromium", basis=..., **options of the context)."""
    bladen: list[Blad] = []

    def maak(browser: str = "chromium", basis: Path | str | None = None, **opties: Any) -> Blad:
        adres = basis if isinstance(basis, str) else (basis or site).as_uri()
        if "viewport" not in opties:
            opties["viewport"] = {"width": 1280, "height": 800}
        context = browsers(browser).new_context(locale="nl-NL", **opties)
        bladen.append(Blad(context, adres))
        return bladen[-1]

    yield maak
    try:
        for blad in bladen:
            blad.controleer()
    finally:
        for blad in bladen:
            blad.context.close()


@pytest.fixture
def blad(nieuw: Opener) -> Blad:
    """A page of the site from disk, in Chromium."""
    return nieuw()


@pytest.fixture(params=["chromium", "firefox"])
def elk_blad(request: pytest.FixtureRequest, nieuw: Opener) -> Blad:
    """A page of the site from disk, in each browser."""
    return nieuw(request.param)


@pytest.fixture(scope="session")
def adres_http(site: Path) -> Iterator[str]:
    """The site as a static host gives it."""
    with bedien(site) as adres:
        yield adres


@pytest.fixture(scope="session")
def bladen(kern: Kern) -> dict[str, str]:
    """Every kind of view -> an address of it."""
    gekozen = kern.geselecteerd[0]
    ander = kern.geselecteerd[-1]
    uit = {
        "begin": "#/",
        "begin: cluster": "#/?kaart=cluster",
        "begin: verandering": "#/?kaart=verandering&periode=0",
        "wijk": gekozen.adres,
        "wijk niet geselecteerd": next(w for w in kern.wijken if not w.in_selectie).adres,
        "gemeente": f"#/gemeente/{kern.gemeenten[kern.rijkste][0]}",
        "vergelijk": f"#/vergelijk/{gekozen.code},{ander.code}",
        "studie": "#/studie",
        "wijkanalyses": "#/wijkanalyses",
        "uitleg": "#/uitleg",
        "toegankelijkheid": "#/toegankelijkheid",
    }
    if kern.rauw["met_analyse"]:
        uit["wijkanalyse"] = "#/wijkanalyse/0"
    return uit
