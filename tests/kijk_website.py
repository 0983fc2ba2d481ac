"""Pictures of six views of a website (`make kijk-website`), next to it in kijkblad-website."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from playwright.sync_api import Error, sync_playwright

from hulp.beelden_website import maak_beelden
from hulp.browser import start


def main() -> None:
    """Make the pictures."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("map", type=Path, help="results/<editie>")
    map_ = lezer.parse_args().map.resolve()
    if not (map_ / "website" / "index.html").is_file():
        sys.exit(
            f"FOUT: er is geen website in {map_.name}.\n  Wat te doen: draai eerst make website."
        )
    with sync_playwright() as playwright:
        try:
            browser = start(playwright, "chromium")
        except Error as fout:
            sys.exit(f"FOUT: {fout.message}.")
        for pad in maak_beelden(browser, map_ / "website", map_ / "kijkblad-website"):
            print(pad)
        browser.close()


if __name__ == "__main__":
    main()
