"""Weigh and time websites in a real browser (part of `make benchmark`).

Weights are bytes with gzip. Times are medians from disk, in a fresh page each time: until the first
view stands, and from choosing a wijk until its page stands; also with the processor held to a
quarter, as on a slow laptop. The budget is that of the issue; what is over it is marked.
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
GRENS_EERSTE_BLIK_MS, GRENS_KIEZEN_MS = 1000, 50
N_KEER, N_WIJKEN, TRAAG = 7, 30, 4

KIES = """(code) => new Promise((klaar) => {
  const begin = performance.now(), vorige = document.getElementById('stand');
  const kijk = () => {
    const nu = document.getElementById('stand');
    if (nu && nu !== vorige && nu.textContent) {
      requestAnimationFrame(() => klaar(performance.now() - begin));
    } else { setTimeout(kijk, 0); }
  };
  location.hash = '#/wijk/' + code;
  setTimeout(kijk, 0);
})"""
"""From a change of the address until the page of that wijk stands, the frame included."""


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
    """Return milliseconds of the first view and of choosing a wijk, medians.

    Args:
        browser: Chromium.
        site: the folder.
        rem: how many times slower the processor is held.
    """
    kern = Kern(site)
    eerste_blik = []
    for _ in range(N_KEER):
        blad = Blad(browser.new_context(viewport={"width": 1280, "height": 800}), site.as_uri())
        blad.context.unroute_all()
        cdp = blad.context.new_cdp_session(blad.page)
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": rem})
        blad.page.goto(f"{site.as_uri()}/index.html#/")
        blad.wacht("!!window.WIJKEN && WIJKEN.klaar === true", 60)
        eerste_blik.append(
            blad.page.evaluate(
                "() => new Promise((k) => requestAnimationFrame(() => k("
                "Math.max(...performance.getEntriesByType('paint').map((p) => p.startTime),"
                " performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd))))"
            )
        )
        if len(eerste_blik) < N_KEER:
            blad.context.close()
    stap = max(1, len(kern.wijken) // N_WIJKEN)
    kiezen = [blad.page.evaluate(KIES, wijk.code) for wijk in kern.wijken[::stap]]
    opnieuw = [blad.page.evaluate(KIES, wijk.code) for wijk in kern.wijken[::stap]]
    blad.context.close()
    return {
        "eerste_blik_ms": round(statistics.median(eerste_blik)),
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
        ("een wijk kiezen", "wijk_kiezen_ms", GRENS_KIEZEN_MS),
        ("  de traagste", "wijk_kiezen_traagste_ms", 0),
        ("een wijk weer kiezen", "wijk_weer_kiezen_ms", GRENS_KIEZEN_MS),
    ):
        gewoon, traag = m["gewoon"][sleutel], m["traag"][sleutel]
        # a slow laptop shows the first view in time; choosing is for an ordinary one
        telt = traag if sleutel == "eerste_blik_ms" else gewoon
        slot = f"{grens:7d} ms{over(telt, grens)}" if grens else ""
        print(f"  {kop:28}{gewoon:5.0f} ms{traag:11.0f} ms{slot}")


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
