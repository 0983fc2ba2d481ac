"""Real touches on a telephone: drag and pinch the map, choose a wijk, and scroll past the map."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

VENSTER = {"width": 390, "height": 760}
ZICHT = "document.querySelector('#kaart svg').getAttribute('viewBox').split(' ').map(Number)"
AANWIJSBAAR = """() => {
  for (const vlak of document.querySelectorAll('#kaart [data-code]')) {
    const r = vlak.getBoundingClientRect(), x = r.x + r.width / 2, y = r.y + r.height / 2;
    if (document.elementFromPoint(x, y) === vlak) return [x, y, vlak.dataset.code];
  }
  return null;
}"""


class Hand:
    """Fingers on the screen, as the browser gets them from a touch screen."""

    def __init__(self, blad):
        self.page = blad.page
        self.cdp = blad.context.new_cdp_session(blad.page)

    def _stuur(self, soort, punten):
        touches = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(punten)]
        self.cdp.send("Input.dispatchTouchEvent", {"type": soort, "touchPoints": touches})

    def beweeg(self, van, naar, stappen=12):
        """Put fingers on the points `van`, move them to `naar`, and lift them."""
        self._stuur("touchStart", van)
        for stap in range(1, stappen + 1):
            deel = stap / stappen
            paren = zip(van, naar, strict=True)
            self._stuur(
                "touchMove",
                [(x + (u - x) * deel, y + (v - y) * deel) for (x, y), (u, v) in paren],
            )
            self.page.wait_for_timeout(16)
        self._stuur("touchEnd", [])
        self.page.wait_for_timeout(150)

    def veeg(self, van, dx, dy):
        """Drag one finger."""
        self.beweeg([van], [(van[0] + dx, van[1] + dy)])

    def knijp(self, midden, begin, eind):
        """Move two fingers beside each other from `begin` to `eind` points apart."""
        x, y = midden
        self.beweeg(*[[(x - d / 2, y), (x + d / 2, y)] for d in (begin, eind)])


@pytest.fixture(params=["staand", "liggend"])
def telefoon(request, nieuw):
    """A telephone with the first page, held upright or on its side."""
    breed, hoog = VENSTER.values() if request.param == "staand" else reversed(VENSTER.values())
    blad = nieuw(viewport={"width": breed, "height": hoog}, has_touch=True, is_mobile=True)
    blad.open()
    return blad


def kaart_in_beeld(blad):
    """Scroll the map to the middle of the screen; return its middle."""
    blad.page.evaluate("document.querySelector('#kaart').scrollIntoView({block: 'center'})")
    blad.page.wait_for_timeout(100)
    vak = blad.page.locator("#kaart svg").bounding_box()
    return vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2


def vergroot(blad):
    """Zoom the map in twice with its button."""
    for _ in range(2):
        blad.page.locator("#zoom-in").tap()
    assert blad.wacht(f"{ZICHT}[2] < KAART.b * 0.5")


def test_twee_vingers_vergroten_de_kaart_en_niet_het_blad(telefoon):
    hand, midden = Hand(telefoon), kaart_in_beeld(telefoon)
    hand.knijp(midden, 60, 200)
    assert telefoon.wacht(f"{ZICHT}[2] < KAART.b * 0.6")
    assert telefoon.page.evaluate("visualViewport.scale") == 1
    hand.knijp(midden, 200, 60)
    assert telefoon.wacht(f"{ZICHT}[2] > KAART.b * 0.6")
    assert "#/wijk/" not in telefoon.adres()  # two fingers choose nothing


def test_een_vinger_verschuift_de_vergrote_kaart(telefoon):
    midden = kaart_in_beeld(telefoon)
    vergroot(telefoon)
    voor, geschoven = telefoon.page.evaluate(ZICHT), telefoon.page.evaluate("scrollY")
    Hand(telefoon).veeg(midden, -70, -60)
    na = telefoon.page.evaluate(ZICHT)
    assert na[0] > voor[0] and na[1] > voor[1]
    assert na[2] == voor[2]
    schaal = telefoon.page.evaluate("document.querySelector('#kaart svg').getScreenCTM().a")
    # less the first few points of a drag: a hand is never quite still
    assert 60 <= (na[0] - voor[0]) * schaal <= 75  # the map stays under the finger
    assert telefoon.page.evaluate("scrollY") == geschoven
    assert "#/wijk/" not in telefoon.adres()  # a drag is not a choice


def test_een_tik_kiest_een_wijk(telefoon, kern):
    kaart_in_beeld(telefoon)
    vergroot(telefoon)
    x, y, code = telefoon.page.evaluate(AANWIJSBAAR)
    Hand(telefoon).beweeg([(x, y)], [(x + 1, y)], stappen=1)
    expect(telefoon.page.locator("#blad-titel")).to_contain_text(kern.per_code[code].naam)


def test_het_blad_schuift_langs_de_hele_kaart(telefoon):
    """Nothing of a whole map is out of sight: a finger on it moves the page."""
    midden = kaart_in_beeld(telefoon)
    voor = telefoon.page.evaluate("scrollY")
    Hand(telefoon).veeg(midden, 0, 160)
    assert telefoon.wacht(f"scrollY < {voor} - 80", 2)


def test_naast_een_vergrote_kaart_is_plaats_om_te_schuiven(telefoon, kern):
    """On the page of a wijk the map is near: a finger above or below it moves the page."""
    telefoon.ga(kern.geselecteerd[0].adres)
    kaart_in_beeld(telefoon)
    vak = telefoon.page.locator("#kaart").bounding_box()
    assert vak["height"] <= 0.71 * telefoon.page.viewport_size["height"]
    voor = telefoon.page.evaluate("scrollY")
    Hand(telefoon).veeg((195, vak["y"] - 20), 0, 150)
    assert telefoon.wacht(f"scrollY < {voor} - 80", 2)
    kaart_in_beeld(telefoon)
    voor = telefoon.page.evaluate("scrollY")
    Hand(telefoon).veeg((195, vak["y"] + vak["height"] + 30), 0, -150)
    assert telefoon.wacht(f"scrollY > {voor} + 80", 2)
