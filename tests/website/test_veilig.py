"""Nothing from elsewhere, nothing kept, a strict policy, and names that stay text."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from playwright.sync_api import expect

from hulp.website import kopie, lees, lees_blok, schrijf

NAAM = "<img src=x onerror=window.__fout=1>"
SLUIT = "</script><script>window.__fout=1</script>"


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
@pytest.mark.parametrize("hoe", ["schijf", "server"])
def test_elk_blad_zonder_fout_verzoek_of_overtreding(nieuw, bladen, adres_http, site, browser, hoe):
    blad = nieuw(browser, basis=adres_http if hoe == "server" else site)
    for adres in bladen.values():
        blad.open(adres)
        assert blad.overtredingen() == []
    blad.open("", "wijken.html", wacht=False)


def test_niets_wordt_bewaard(adres_http, nieuw, bladen):
    ander = nieuw(basis=adres_http)
    ander.open()
    for adres in bladen.values():
        ander.ga(adres)
    assert ander.context.cookies() == []
    assert ander.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_het_beleid_is_streng_en_werkt_op_schijf(elk_blad):
    """A script or style that was not in the folder does nothing, and a fetch neither."""
    page = elk_blad.open()
    beleid = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    delen = dict(deel.strip().split(" ", 1) for deel in beleid.split(";") if deel.strip())
    assert delen["default-src"] == "'none'"
    assert "unsafe" not in beleid and "*" not in beleid and "http" not in beleid
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.__in = 1';"
        " document.body.append(s); const i = new Image();"
        " i.src = 'https://voorbeeld.invalid/x.png'; document.body.append(i);"
        " document.body.setAttribute('onclick', 'window.__in = 1'); document.body.click(); }"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.__in") is None
    assert page.evaluate("() => fetch('https://voorbeeld.invalid/').then(() => 1, () => 0)") == 0
    assert len(elk_blad.overtredingen()) >= 3
    elk_blad.open()  # a fresh page, on which nothing was tried
    elk_blad.fouten.clear()
    elk_blad.buiten.clear()


class Inline(HTMLParser):
    """Collect what a strict policy forbids."""

    def __init__(self):
        super().__init__()
        self.fout, self.adressen = [], []

    def handle_starttag(self, tag, attrs):
        kenmerken = dict(attrs)
        self.fout += [naam for naam in kenmerken if naam.startswith("on") or naam == "style"]
        if tag == "style" or (tag == "script" and "src" not in kenmerken):
            self.fout.append(tag)
        if tag in ("script", "link", "img", "iframe", "source"):
            self.adressen += [kenmerken.get("src") or kenmerken.get("href") or ""]


def test_geen_inline_script_of_stijl_en_niets_van_buiten(site):
    for pad in site.glob("*.html"):
        lezer = Inline()
        lezer.feed(pad.read_text("utf-8"))
        assert lezer.fout == []
        for adres in lezer.adressen:
            assert adres.startswith("data:") or (site / adres.split("?")[0]).is_file(), adres
    code = "\n".join(pad.read_text("utf-8") for pad in (site / "code").glob("*.js"))
    for verboden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert verboden not in code
    for verboden in ("localStorage", "sessionStorage", "document.cookie", "fetch(", "XMLHttp"):
        assert verboden not in code
    stijl = "\n".join(pad.read_text("utf-8") for pad in site.glob("*.css"))
    assert not re.search(r"@import|https?://", stijl)


@pytest.fixture(scope="module")
def boze_site(site, tmp_path_factory):
    """A copy in which every text of the data is an attack."""

    def boos(waarde):
        if isinstance(waarde, dict):
            return {sleutel: boos(deel) for sleutel, deel in waarde.items()}
        if isinstance(waarde, list):
            return [boos(deel) for deel in waarde]
        if isinstance(waarde, str) and not re.match(
            r"(WK|GM|downloads/)|https?:|[\d,+−%]+$", waarde
        ):
            return f"{NAAM}{waarde}{SLUIT}"
        return waarde

    def wijzig(map_):
        kern = lees(map_, "kern")
        editie = kern["editie"]
        schoon = {"naam": editie["naam"], "datum": editie["datum"]}
        kern = boos(kern)
        kern["editie"] |= schoon
        schrijf(map_, "kern", kern)
        for naam in ("analyses", "studie"):
            schrijf(map_, naam, boos(lees(map_, naam)))
        for pad in (map_ / "gegevens").glob("blok-*.js"):
            schrijf(map_, pad.stem, boos(lees_blok(map_, int(pad.stem.split("-")[1]))))

    return kopie(site, tmp_path_factory.mktemp("boos") / "site", wijzig)


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_een_naam_met_html_blijft_tekst(nieuw, boze_site, bladen, browser):
    blad = nieuw(browser, basis=boze_site)
    blad.open()
    for adres in bladen.values():
        page = blad.ga(adres)
        assert page.evaluate("window.__fout") is None, adres
        assert page.locator("img[src=x]").count() == 0, adres
    page = blad.open()
    page.locator("#zoek").fill("img onerror")
    expect(page.locator("#treffers [role=option]").first).to_contain_text(NAAM)


def test_de_gegevens_zijn_ook_als_script_veilig(site):
    """No closing tag, and none of the two line ends that once broke a script."""
    for pad in (site / "gegevens").glob("*.js"):
        tekst = pad.read_text("utf-8")
        assert "</script" not in tekst.lower() and "<!--" not in tekst
        assert "\u2028" not in tekst and "\u2029" not in tekst
    assert json.dumps(lees(site, "kern"))
