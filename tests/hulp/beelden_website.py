"""Six views of a website as pictures, to look at."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from hulp.browser import Blad
from hulp.website import Kern

BREED, SMAL = {"width": 1280, "height": 900}, {"width": 375, "height": 800}


def zes(kern: Kern) -> dict[str, tuple[str, dict[str, int]]]:
    """Return {name: (address, size of the window)}."""
    wijken = [wijk for wijk in kern.geselecteerd if None not in wijk.scores]
    gemeente = kern.gemeenten[kern.rijkste][0]
    analyse = next(iter(kern.rauw["met_analyse"]), wijken[0].code)
    vier = ",".join(wijk.code for wijk in wijken[:4])
    return {
        "1-begin": ("#/", BREED),
        "2-wijk": (f"#/wijk/{analyse}", BREED),
        "3-gemeente": (f"#/gemeente/{gemeente}?kaart=verandering", BREED),
        "4-vergelijk": (f"#/vergelijk/{vier}?kaart=cluster", BREED),
        "5-studie": ("#/studie", BREED),
        "6-wijk-telefoon": (wijken[0].adres, SMAL),
    }


def maak_beelden(browser: Browser, site: Path, doel: Path) -> list[Path]:
    """Write a picture of the whole page of each of six views to a folder; return the files."""
    doel.mkdir(parents=True, exist_ok=True)
    paden = []
    for naam, (adres, venster) in zes(Kern(site)).items():
        context = browser.new_context(viewport=venster, locale="nl-NL", reduced_motion="reduce")
        blad = Blad(context, site.as_uri())
        blad.open(adres)
        blad.page.wait_for_timeout(200)
        paden.append(doel / f"{naam}.png")
        blad.page.screenshot(path=paden[-1], full_page=True)
        blad.controleer()
        context.close()
    return paden
