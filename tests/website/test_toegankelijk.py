"""axe on every view at three widths; zoom, narrow screens, less motion, high contrast."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from leefbaarheid.basis.kleur import contrast

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
DRAAI = """async (regels) => {
  const uit = await axe.run({runOnly: regels, resultTypes: ['violations'], preload: false});
  return uit.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3)
    .map((n) => n.target.join(' ') + ' (' + n.failureSummary.replace(/\\s+/g, ' ') + ')')
    .join('; '));
}"""


def axe(blad):
    """Return what axe finds; it is put in as a debugger does, which the policy allows.

    What axe itself tries and the policy stops is not a fault of the page.
    """
    assert blad.overtredingen() == []
    fouten = len(blad.fouten)
    if not blad.page.evaluate("!!window.axe"):
        blad.page.evaluate(AXE)
    gevonden = blad.page.evaluate(DRAAI, {"type": "tag", "values": REGELS})
    blad.page.evaluate("window.__overtredingen.length = 0")
    del blad.fouten[fouten:]
    return gevonden


def langs(blad, bladen):
    """Walk along the views within one page, as a reader does; give the name of each."""
    blad.open()
    for naam, adres in bladen.items():
        blad.ga(adres)
        yield naam
    blad.open("", "wijken.html", wacht=False)
    yield "wijken.html"


@pytest.mark.parametrize("breedte", [320, 768, 1280])
def test_axe_vindt_niets(nieuw, bladen, breedte):
    blad = nieuw(viewport={"width": breedte, "height": 800})
    gevonden = {naam: fouten for naam in langs(blad, bladen) if (fouten := axe(blad))}
    assert gevonden == {}


def test_axe_vindt_niets_als_alles_open_staat(blad, kern):
    """Search results shown, folded parts unfolded, the fragment to embed in view."""
    blad.open(kern.geselecteerd[0].adres)
    page = blad.page
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.locator("#insluiten").click()
    assert axe(blad) == []
    page.locator("#zoek").fill(kern.wijken[0].naam[:3])
    expect(page.locator("#treffers [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert axe(blad) == []


def test_axe_vindt_niets_in_firefox(nieuw, bladen):
    blad = nieuw("firefox")
    for naam in ("begin", "wijk", "gemeente", "vergelijk"):
        blad.open(bladen[naam])
        assert axe(blad) == [], naam


def breder(page):
    """Return how much wider the page is than its window, and what sticks out."""
    return page.evaluate(
        "() => { const b = document.documentElement.clientWidth;"
        " return [document.documentElement.scrollWidth - b,"
        " [...document.querySelectorAll('body *')].filter((e) => {"
        "   const r = e.getBoundingClientRect();"
        "   return r.right > b + 1 && r.width && !e.closest('svg') &&"
        "     getComputedStyle(e).position !== 'absolute'; })"
        " .slice(0, 3).map((e) => e.tagName + '#' + e.id + '.' + e.className)]; }"
    )


@pytest.mark.parametrize(
    ("breedte", "browser"), [(320, "chromium"), (320, "firefox"), (640, "chromium")]
)
def test_geen_horizontaal_schuiven(nieuw, bladen, breedte, browser):
    """320 px is 1280 px at 400 %, 640 px is 1280 px at 200 %."""
    blad = nieuw(browser, viewport={"width": breedte, "height": 512})
    te_breed = {}
    for naam in langs(blad, bladen):
        over, wat = breder(blad.page)
        if over > 0:
            te_breed[naam] = over, wat
    assert te_breed == {}


def test_twee_keer_zo_grote_letters_worden_niet_afgesneden(blad, kern):
    """Text alone at 200 %: the browser's own letter size, which the page must follow."""
    blad.page.set_viewport_size({"width": 1280, "height": 800})
    blad.open(kern.geselecteerd[0].adres)
    voor = blad.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    cdp = blad.context.new_cdp_session(blad.page)
    cdp.send("Page.enable")
    cdp.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    blad.open(kern.geselecteerd[0].adres)
    na = blad.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert na > 1.8 * voor  # the layout for a narrow page begins a little smaller
    expect(blad.page.locator("#stand")).to_be_visible()
    assert breder(blad.page)[0] <= 0


STOORT = {
    "vingers": (
        {"viewport": {"width": 375, "height": 700}, "has_touch": True},
        # 24 px is the least of WCAG 2.2; links within a sentence or a table may be smaller
        "['BUTTON', 'SELECT', 'INPUT', 'SUMMARY'].includes(e.tagName) &&"
        " r.width > 0 && (r.width < 24 || r.height < 24)",
    ),
    "minder beweging": (
        {"reduced_motion": "reduce"},
        "s.scrollBehavior === 'smooth' || [s.transitionDuration, s.animationDuration]"
        ".some((duren) => duren.split(', ').some((d) => parseFloat(d) > 0.01))",
    ),
}
"""Reader -> the options of the browser, and what about an element would be in the way."""


@pytest.mark.parametrize(("opties", "stoort"), STOORT.values(), ids=STOORT)
def test_niets_staat_deze_lezer_in_de_weg(nieuw, kern, opties, stoort):
    page = nieuw(**opties).open(kern.geselecteerd[0].adres)
    gevonden = page.evaluate(
        "() => [...document.querySelectorAll('*')].filter((e) => {"
        " const s = getComputedStyle(e), r = e.getBoundingClientRect();"
        f" return {stoort}; }}).slice(0, 5).map((e) => e.tagName + '#' + e.id)"
    )
    assert gevonden == []


def hex_(rgb):
    """Return what a browser computed (rgb(1, 2, 3)) as #010203."""
    return "#" + "".join(f"{int(deel):02x}" for deel in re.findall(r"\d+", rgb)[:3])


def kleuren_van(page, kiezer, *kenmerken):
    """Return the different computed colours of what a selector finds, as tuples."""
    gevonden = page.evaluate(
        "([kiezer, namen]) => [...document.querySelectorAll(kiezer)]"
        ".map((e) => namen.map((naam) => getComputedStyle(e)[naam]))",
        [kiezer, kenmerken],
    )
    assert gevonden, kiezer
    return {tuple(map(hex_, rij)) for rij in gevonden}


@pytest.mark.parametrize(
    "wens",
    [
        {"forced_colors": "active", "color_scheme": "light"},
        {"forced_colors": "active", "color_scheme": "dark"},
        {"contrast": "more"},
    ],
    ids=["vaste kleuren, licht", "vaste kleuren, donker", "meer contrast"],
)
def test_met_hoog_contrast_blijft_alles_te_zien(nieuw, bladen, wens):
    """Lines, borders, the chosen wijk and the focus, three to one with what is behind them.

    The colours of the classes carry meaning and stay.
    """
    blad = nieuw(**wens)
    page = blad.open(bladen["wijk"])
    if "forced_colors" in wens:
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    ((doek,),) = kleuren_van(page, "html", "backgroundColor")
    for kiezer, kenmerk in (
        ("#lijn .reeks", "stroke"),
        ("#lijn text, #dimensies text", "fill"),
        ("#lijn .marge, #lijn .streepje", "stroke"),
        ("#dimensies .punt, #dimensies .verbinding, #dimensies .nul", "stroke"),
    ):
        for (kleur_,) in kleuren_van(page, kiezer, kenmerk):
            assert contrast(kleur_, doek) >= 3, kiezer
    vlakken = kleuren_van(page, "#kaart [data-code]", "fill", "stroke")
    assert len({vlak for vlak, _ in vlakken}) > 2
    assert min(contrast(*paar) for paar in vlakken) >= 3
    assert kleuren_van(page, "#kaart .rand *", "stroke") == {("#ffffff",), ("#000000",)}
    page.locator("#kaart svg").focus()
    page.keyboard.press("ArrowRight")  # the focus of someone who uses the keyboard
    ((rand,),) = kleuren_van(page, "#kaart svg", "outlineColor")
    assert contrast(rand, doek) >= 3
    # axe sets the letters that the page asked for against the ground that was forced
    if wens.get("color_scheme") != "dark":
        assert axe(blad) == []


def test_met_de_tabtoets_is_alles_te_bereiken_en_de_focus_te_zien(elk_blad, kern):
    """The skip link comes first; every stop shows where one is."""
    page = elk_blad.open(kern.geselecteerd[0].adres)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    gezien, onzichtbaar = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            " if (e === document.body) return null; const r = e.getBoundingClientRect();"
            " return [e.id || e.textContent.trim().slice(0, 30) || e.tagName,"
            "  (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1) ||"
            "  s.boxShadow !== 'none', r.width > 0 && r.height > 0]; }"
        )
        if stop is None:
            break
        gezien.append(stop[0])
        if not (stop[1] and stop[2]):
            onzichtbaar.append(stop[0])
    assert onzichtbaar == []
    assert {"zoek", "kaartkeuze", "zoom-in"} & set(gezien)
    assert len(gezien) > 10


def test_de_taal_en_de_structuur_kloppen(blad, bladen):
    for naam, adres in bladen.items():
        page = blad.open(adres)
        assert page.evaluate("document.documentElement.lang") == "nl"
        expect(page.locator("main")).to_have_count(1)
        koppen = page.evaluate(
            "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]"
            ".filter((k) => k.offsetParent !== null).map((k) => +k.tagName[1])"
        )
        sprongen = [(a, b) for a, b in pairwise(koppen) if b > a + 1]
        assert sprongen == [], naam
        for tabel in page.locator("table").all():
            assert tabel.evaluate(
                "(t) => !!(t.caption || t.getAttribute('aria-label') ||"
                " t.getAttribute('aria-labelledby')) && !!t.querySelector('th[scope]')"
            ), naam


def test_een_fictieve_editie_zegt_het_op_elk_blad(blad, kern, bladen):
    editie = kern.rauw["editie"]
    if not editie["fictief"]:
        pytest.skip("deze editie is echt")
    for adres in bladen.values():
        blad.open(adres)
        zichtbaar = blad.page.locator(".fictief").filter(has_text=editie["watermerk"]).first
        expect(zichtbaar).to_be_visible()
    blad.open("", "wijken.html", wacht=False)
    expect(blad.page.locator("body")).to_contain_text(editie["watermerk"])
