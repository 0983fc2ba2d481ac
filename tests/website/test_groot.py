"""As many wijken as the country has: the site of the tests with its wijken many times over."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import expect

from hulp.website import Kern, kopie, lees, lees_blok, schrijf

N_WIJKEN = 3304
EERSTE_BLIK = 300_000
"""Bytes of the first view, with gzip."""
EERSTE_BLIK_GEZIEN = """
new MutationObserver((_, wie) => {
  if (!document.querySelector('#blad .lead')) return;
  wie.disconnect();
  const veld = document.getElementById('zoek');
  window.__gezien = {
    veld: !document.getElementById('zoekformulier').hidden,
    vlakken: document.querySelectorAll('#kaart [data-code]').length
  };
  veld.value = WIJKEN.wijken[0].naam;
  veld.dispatchEvent(new Event('input', {bubbles: true}));
  window.__gevonden = document.querySelectorAll('#treffers [role=option]').length;
}).observe(document, {childList: true, subtree: true});
"""


@pytest.fixture(scope="module")
def grote_site(site, tmp_path_factory):
    def wijzig(map_):
        kern, kaart = lees(map_, "kern"), lees(map_, "kaart")
        blokken = {n: lees_blok(map_, n) for n in {rij[6] for rij in kern["wijken"]}}
        bron, ronde = list(kern["wijken"]), 0
        while len(kern["wijken"]) < N_WIJKEN:
            ronde += 1
            for rij in bron[: N_WIJKEN - len(kern["wijken"])]:
                code = f"WK{ronde:02d}{rij[0][4:]}"
                kern["wijken"].append([code, f"{rij[1]} {ronde}", *rij[2:]])
                blokken[rij[6]][code] = blokken[rij[6]][rij[0]]
                for vorm in ("paden", "punten"):
                    if rij[0] in kaart[vorm]:
                        kaart[vorm][code] = kaart[vorm][rij[0]]
        schrijf(map_, "kern", kern)
        schrijf(map_, "kaart", kaart)
        for nummer, blok in blokken.items():
            schrijf(map_, f"blok-{nummer}", blok)

    return kopie(site, tmp_path_factory.mktemp("groot") / "site", wijzig)


def test_een_hele_editie_werkt(nieuw, grote_site):
    kern = Kern(grote_site)
    assert len(kern.wijken) == N_WIJKEN
    blad = nieuw(basis=grote_site)
    page = blad.open()
    assert page.locator("#kaart [data-code]").count() > N_WIJKEN * 0.9
    laatste = kern.wijken[-1]
    page.locator("#zoek").fill(laatste.code)
    expect(page.locator("#treffers [role=option]").first).to_contain_text(laatste.naam)
    assert page.locator("#treffers [role=option]").count() <= 50
    page.locator("#treffers [role=option]").first.click()
    expect(page.locator("#blad-titel")).to_contain_text(laatste.naam)
    expect(page.locator("#stand")).to_contain_text(laatste.meer()["stand"])


def test_zoeken_werkt_voordat_de_kaart_er_staat(nieuw, grote_site):
    """Thousands of shapes do not keep a reader waiting: looked at as soon as the text is there."""
    kern = Kern(grote_site)
    blad = nieuw(basis=grote_site)
    blad.page.add_init_script(EERSTE_BLIK_GEZIEN)
    page = blad.open()
    assert page.evaluate("window.__gezien") == {"veld": True, "vlakken": 0}
    assert page.evaluate("window.__gevonden") > 0
    assert page.locator("#kaart [data-code]").count() > len(kern.wijken) * 0.9


def test_de_eerste_blik_blijft_licht(site):
    """Bytes, not seconds: those of every edition that is made."""
    eerst = [site / naam for naam in ("index.html", "stijl.css", "kleuren.css")]
    eerst += [*sorted((site / "code").glob("*.js"))]
    eerst += [site / "gegevens" / naam for naam in ("kern.js", "kaart.js")]
    assert sum(len(gzip.compress(pad.read_bytes(), 9)) for pad in eerst) < EERSTE_BLIK


def test_een_wijk_vraagt_een_blok(nieuw, site, kern):
    """The details of a wijk come on demand, and once."""
    blad = nieuw(basis=site)
    gevraagd = []
    blad.page.on("request", lambda verzoek: gevraagd.append(verzoek.url.rsplit("/", 1)[-1]))
    een = kern.wijken[0]
    zelfde = next(w for w in kern.wijken if w.blok == een.blok and w is not een)
    page = blad.open()
    assert not [naam for naam in gevraagd if naam.startswith(("blok", "analyses", "studie"))]
    for wijk in (een, zelfde, een):
        blad.ga(wijk.adres)
        expect(page.locator("#stand")).to_contain_text(wijk.meer()["stand"])
    assert [naam for naam in gevraagd if naam.startswith("blok")] == [f"blok-{een.blok}.js"]
