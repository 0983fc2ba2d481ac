"""Weigh and time websites in a real browser (part of `make benchmark`).

Weights are bytes with gzip. Times are medians from disk, in a fresh page each time, and end when
the frame that shows it was drawn: until the first view stands (its text, and a search that
answers), until the whole map stands, from the first typed letters to what they find, and from
choosing a wijk to its page with its place on the map; also with the processor held to a quarter, as
on a slow laptop. The budget is that of the issue; what is over it is marked.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from playwright.sync_api import Browser, Error, sync_playwright

from hulp.browser import Blad, start
from hulp.website import Kern

GRENS_EERST_KB, GRENS_HEEL_KB = 300, 1000
GRENS_EERSTE_BLIK_MS, GRENS_ZOEKEN_MS, GRENS_KIEZEN_MS, GRENS_TRAAGSTE_MS = 1000, 100, 50, 100
N_KEER, N_WIJKEN, TRAAG = 7, 30, 4

MEET = """
window.__tijden = {};
(function kijk() {
  const na = (naam) => setTimeout(() => { window.__tijden[naam] = performance.now(); });
  const klaar = !!window.WIJKEN && WIJKEN.klaar === true;
  const tekst = document.querySelector('#blad .lead');
  // the search is put in view when it works, the text by the script that is the last of all
  if (!kijk.gezien && tekst && !document.getElementById('zoekformulier').hidden) {
    kijk.gezien = true;
    na('eerste');
  }
  if (klaar) na('kaart');
  else requestAnimationFrame(kijk);
})();
"""
"""Looks in every frame what stands; the time is when that frame was drawn. Runs before the page."""
ZOEK = """(letters) => new Promise((klaar) => {
  const begin = performance.now(), veld = document.getElementById('zoek');
  veld.value = letters;
  veld.dispatchEvent(new Event('input', { bubbles: true }));
  if (!document.querySelector('#treffers [role=option]')) throw new Error('niets gevonden');
  requestAnimationFrame(() => setTimeout(() => klaar(performance.now() - begin)));
})"""
"""From the first letters until what they find is drawn."""
KIES = """(code) => new Promise((klaar) => {
  const begin = performance.now(), vorige = document.getElementById('stand');
  const kijk = () => {
    const nu = document.getElementById('stand');
    if (nu && nu !== vorige && nu.textContent) {
      requestAnimationFrame(() => setTimeout(() => klaar(performance.now() - begin)));
    } else { setTimeout(kijk, 0); }
  };
  location.hash = '#/wijk/' + code;
  setTimeout(kijk, 0);
})"""
"""From a change of the address until the page of that wijk is drawn, and its place on the map."""


def gewicht(paden: list[Path]) -> float:
    """Return kB with gzip."""
    return round(sum(len(gzip.compress(pad.read_bytes(), 9)) for pad in paden) / 1000, 1)


def gewichten(site: Path) -> dict[str, float]:
    """Return kB of the first view and of all but the documents to download."""
    eerst = [site / "index.html", *site.glob("*.css"), *(site / "code").glob("*.js")]
    eerst += [site / "gegevens" / naam for naam in ("kern.js", "kaart.js")]
    alles = [pad for pad in site.rglob("*") if pad.is_file() and "downloads" not in pad.parts]
    return {"eerste_blik_kb": gewicht(eerst), "alles_kb": gewicht(alles)}


def tijden(browser: Browser, site: Path, rem: int = 1) -> dict[str, float]:
    """Return milliseconds of the first view, the map, a search and choosing a wijk: medians.

    Args:
        browser: Chromium.
        site: the folder.
        rem: how many times slower the processor is held.
    """
    kern = Kern(site)
    eerste_blik, kaart_staat, zoeken = [], [], []
    for _ in range(N_KEER):
        blad = Blad(browser.new_context(viewport={"width": 1280, "height": 800}), site.as_uri())
        blad.context.unroute_all()
        blad.context.add_init_script(MEET)
        cdp = blad.context.new_cdp_session(blad.page)
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": rem})
        blad.page.goto(f"{site.as_uri()}/index.html#/")
        assert blad.wacht("!!window.__tijden && __tijden.kaart > 0", 60), blad.fouten
        gezien = blad.page.evaluate("window.__tijden")
        eerste_blik.append(gezien["eerste"])
        kaart_staat.append(gezien["kaart"])
        zoeken.append(blad.page.evaluate(ZOEK, kern.wijken[0].naam[:2]))
        if len(eerste_blik) < N_KEER:
            blad.context.close()
    stap = max(1, len(kern.wijken) // N_WIJKEN)
    kiezen = [blad.page.evaluate(KIES, wijk.code) for wijk in kern.wijken[::stap]]
    opnieuw = [blad.page.evaluate(KIES, wijk.code) for wijk in kern.wijken[::stap]]
    blad.context.close()
    return {
        "eerste_blik_ms": round(statistics.median(eerste_blik)),
        "kaart_staat_ms": round(statistics.median(kaart_staat)),
        "eerste_letters_ms": round(statistics.median(zoeken)),
        "wijk_kiezen_ms": round(statistics.median(kiezen)),
        "wijk_kiezen_traagste_ms": round(max(kiezen)),
        "wijk_weer_kiezen_ms": round(statistics.median(opnieuw)),
    }


def meet(browser: Browser, site: Path) -> dict[str, Any]:
    """Return what there is to say of one site."""
    return {
        "wijken": len(Kern(site).wijken),
        **gewichten(site),
        "gewoon": tijden(browser, site),
        "traag": tijden(browser, site, TRAAG),
    }


def over(waarde: float, grens: float) -> str:
    """Return a mark for what is over its limit."""
    return "  OVER DE GRENS" if waarde > grens else ""


def toon(naam: str, m: dict[str, Any]) -> None:
    """Print one site."""
    print(f"\nWebsite van {naam}: {m['wijken']} wijken, met gzip")
    for kop, sleutel, grens in (
        ("eerste blik", "eerste_blik_kb", GRENS_EERST_KB),
        ("alles zonder downloads", "alles_kb", GRENS_HEEL_KB),
    ):
        print(f"  {kop:28}{m[sleutel]:8.0f} kB{grens:6d} kB{over(m[sleutel], grens)}")
    print(f"  {'vanaf schijf (mediaan)':28}{'gewoon':>8}{f'{TRAAG}x zo traag':>14}{'grens':>10}")
    for kop, sleutel, grens in (
        ("eerste blik", "eerste_blik_ms", GRENS_EERSTE_BLIK_MS),
        ("kaart staat", "kaart_staat_ms", GRENS_EERSTE_BLIK_MS),
        ("eerste letters zoeken", "eerste_letters_ms", GRENS_ZOEKEN_MS),
        ("een wijk kiezen", "wijk_kiezen_ms", GRENS_KIEZEN_MS),
        ("  de traagste", "wijk_kiezen_traagste_ms", GRENS_TRAAGSTE_MS),
        ("een wijk weer kiezen", "wijk_weer_kiezen_ms", GRENS_KIEZEN_MS),
    ):
        gewoon, traag = m["gewoon"][sleutel], m["traag"][sleutel]
        # a slow laptop shows the first view in time; choosing is for an ordinary one
        telt = traag if grens == GRENS_EERSTE_BLIK_MS else gewoon
        print(f"  {kop:28}{gewoon:5.0f} ms{traag:11.0f} ms{grens:7d} ms{over(telt, grens)}")


def main() -> None:
    """Measure the given sites."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("sites", nargs="+", type=Path, help="results/<editie>/website")
    lezer.add_argument("--json", type=Path)
    opties = lezer.parse_args()
    uit = {}
    with sync_playwright() as playwright:
        try:
            browser = start(playwright, "chromium")
        except Error as fout:
            print(f"  website: overgeslagen, {fout.message}")
        else:
            for site in opties.sites:
                naam = site.resolve().parent.name
                uit[naam] = meet(browser, site.resolve())
                toon(naam, uit[naam])
            browser.close()
    if opties.json:
        opties.json.write_text(json.dumps(uit), "utf-8")


if __name__ == "__main__":
    main()
