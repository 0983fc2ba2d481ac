"""A real browser for the tests of the website: find one, start it, and watch what a page does."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, Request, Route

NAMEN = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "firefox": ("firefox-esr", "firefox"),
}
"""Browser -> the programs that are it, in the order in which they are tried."""
PAKKETTEN = {"chromium": "chromium", "firefox": "firefox-esr"}
"""Browser -> the package of Debian and Ubuntu."""
GEEN = "geen {} op deze machine: make browser zet hem klaar, of zegt wat te doen"

NIET_NAAR_BUITEN = [
    "--no-sandbox",  # as root, in a container
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
]
TOEGESTAAN = ("file://", "data:", "about:", "blob:")

NIEUW = "!(document.getElementById('blad-titel') || {dataset: {oud: '1'}}).dataset.oud"
"""Whether the view is another than the one that was marked as old."""
# Counts what breaks the policy of the page itself; runs before its scripts.
LUISTER = """
window.__overtredingen = [];
addEventListener('securitypolicyviolation',
  (e) => window.__overtredingen.push(e.violatedDirective + ' ' + e.blockedURI));
"""


def zoek(naam: str) -> str | None:
    """Return the path of a browser: LEEFBAARHEID_<NAME>, or the first on the path that is there."""
    if eigen := os.environ.get(f"LEEFBAARHEID_{naam.upper()}"):
        return eigen
    return next((pad for programma in NAMEN[naam] if (pad := shutil.which(programma))), None)


def start(playwright: Playwright, naam: str) -> Browser:
    """Start a browser of this machine without a window.

    Raises:
        Error: it is not there, or does not start; the message says what to do.
    """
    pad = zoek(naam)
    if naam == "firefox":
        if not pad:
            raise Error(GEEN.format("Firefox"))
        # the Firefox of a distribution, over WebDriver BiDi; not Playwright's own build
        return playwright.firefox.launch(channel="moz-firefox", executable_path=pad)
    if not pad and not Path(playwright.chromium.executable_path).exists():
        raise Error(GEEN.format("Chromium"))
    return playwright.chromium.launch(executable_path=pad, args=NIET_NAAR_BUITEN)


@contextmanager
def bedien(map_: Path) -> Iterator[str]:
    """Serve a folder on this machine, as a static host would; give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Stil, directory=str(map_))) as bediende:
        draad = threading.Thread(target=bediende.serve_forever, daemon=True)
        draad.start()
        yield f"http://127.0.0.1:{bediende.server_port}"
        bediende.shutdown()


class Stil(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Blad:
    """A page of the site, with what went wrong on it."""

    def __init__(self, context: BrowserContext, basis: str) -> None:
        self.basis = basis.rstrip("/")
        self.fouten: list[str] = []
        self.buiten: list[str] = []
        self.context = context
        context.set_default_timeout(10_000)
        context.add_init_script(LUISTER)
        context.on("request", self._verzoek)
        self.is_chromium = bool(context.browser and context.browser.browser_type.name == "chromium")
        if self.is_chromium:
            context.route("**/*", self._route)
        self.page: Page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda fout: self.fouten.append(f"script: {fout}"))

    def _mag(self, adres: str) -> bool:
        return adres.startswith((*TOEGESTAAN, "http://127.0.0.1:"))

    def _verzoek(self, verzoek: Request) -> None:
        if not self._mag(verzoek.url):
            self.buiten.append(verzoek.url)

    def _route(self, route: Route) -> None:
        if self._mag(route.request.url):
            route.continue_()
        else:
            route.abort()

    def _console(self, bericht: Any) -> None:
        if bericht.type in ("error", "warning"):
            self.fouten.append(f"{bericht.type}: {bericht.text}")

    def wacht(self, vraag: str, seconden: float = 10) -> bool:
        """Ask until the answer is yes; say whether it came.

        Playwright's own waiting has the page evaluate a text, which a strict policy forbids.
        """
        tot = time.monotonic() + seconden
        while time.monotonic() < tot:
            if self.page.evaluate(vraag):
                return True
            self.page.wait_for_timeout(10)
        return False

    def open(self, hash_: str = "#/", bestand: str = "index.html", wacht: bool = True) -> Page:
        """Go to an address of the site as with a link from outside, and wait for its first view."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.basis}/{bestand}{hash_}")
        if wacht:
            assert self.wacht("!!window.WIJKEN && WIJKEN.klaar === true"), (
                f"geen eerste blik op {hash_}: {self.fouten}"
            )
        return self.page

    def ga(self, hash_: str) -> Page:
        """Change the address within the page, as a link in it does, and wait for the view.

        Where only the map changes the view stays, and a moment is enough.
        """
        self.page.evaluate(
            "(h) => { const t = document.getElementById('blad-titel'); if (t) t.dataset.oud = '1';"
            " location.hash = h; }",
            hash_,
        )
        self.wacht(NIEUW, 5 if "?" not in hash_ else 0.3)
        return self.page

    def adres(self) -> str:
        """Return the part of the address that the page itself keeps: from the #."""
        return str(self.page.evaluate("decodeURIComponent(location.hash)"))

    def terug(self) -> None:
        """Press the back button."""
        self.page.evaluate(
            "() => { document.getElementById('blad-titel').dataset.oud = '1'; history.back(); }"
        )
        self.wacht(NIEUW, 1)

    def overtredingen(self) -> list[str]:
        """Return what the policy of the page stopped."""
        return list(self.page.evaluate("window.__overtredingen || []"))

    def controleer(self) -> None:
        """Fail on an error in the console, a breach of the policy, or a request to elsewhere."""
        assert self.buiten == [], f"verzoeken naar buiten: {self.buiten}"
        assert self.overtredingen() == []
        assert self.fouten == []
