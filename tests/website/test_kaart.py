"""The map: choose, click, zoom, move, all of it with the keyboard, and the table that equals it."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from playwright.sync_api import expect

VLAKKEN = "#kaart [data-code]"
ONDER_HET_KRUIS = """() => {
  const svg = document.querySelector('#kaart svg'), plek = svg.createSVGPoint();
  const [x, y] = svg.querySelector('.kruis path').getAttribute('transform').match(/[\\d.]+/g);
  Object.assign(plek, {x: +x, y: +y});
  const ver = (e) => Math.hypot(e.cx.baseVal.value - plek.x, e.cy.baseVal.value - plek.y);
  const vlakken = [...svg.querySelectorAll('path[data-code]')];
  const gevonden = vlakken.find((e) => e.isPointInFill(plek)) ||
    [...svg.querySelectorAll('circle[data-code]')].sort((a, b) => ver(a) - ver(b))[0];
  return gevonden.dataset.code;
}"""
"""The wijk that the browser itself finds in the middle of the cross, or the point nearest to it."""


def beeld(blad):
    """What part of the map is seen: the viewBox of the svg, or the transform within."""
    return blad.page.evaluate(
        "() => { const s = document.querySelector('#kaart svg');"
        "return [s.getAttribute('viewBox'), ...[...s.querySelectorAll('g')]"
        ".map((g) => g.getAttribute('transform'))].join('|'); }"
    )


def wacht_op_ander_beeld(blad, oud):
    for _ in range(100):
        if (nu := beeld(blad)) != oud:
            return nu
        blad.page.wait_for_timeout(20)
    raise AssertionError(f"het beeld van de kaart bleef {oud}")


def getallen(tekst):
    return [int(getal.replace(".", "")) for getal in re.findall(r"\d[\d.]*", tekst)]


def test_elke_wijk_met_een_plaats_staat_op_de_kaart(elk_blad, kern):
    elk_blad.open()
    codes = elk_blad.page.evaluate("Object.keys({...KAART.paden, ...KAART.punten})")
    vlakken = elk_blad.page.locator(VLAKKEN)
    expect(vlakken).to_have_count(len(set(codes) & set(kern.per_code)))


def klasse(kern, score):
    return 1 + sum(score >= grens for grens in kern.rauw["grenzen"])


def test_een_wijk_heeft_de_kleur_van_haar_klasse(blad, kern):
    """Also after another year was chosen."""
    blad.open()
    for jaar in (None, str(kern.jaren[0])):
        if jaar:
            blad.page.locator("#jaar").select_option(label=jaar)
        index = kern.jaren.index(int(blad.page.locator("#jaar option:checked").text_content()))
        merken = blad.page.evaluate(
            "(s) => Object.fromEntries([...document.querySelectorAll(s)]"
            ".map((v) => [v.dataset.code, v.getAttribute('class') || '']))",
            VLAKKEN,
        )
        fout = []
        for code, merk in merken.items():
            score = kern.per_code[code].scores[index]
            hoort = "geen" if score is None else f"k{klasse(kern, score)}"
            if hoort not in merk.split():
                fout.append((code, score, merk))
        assert fout == []


def test_de_keuzes_tonen_wat_erbij_hoort(blad):
    blad.open()
    page = blad.page
    keuze = page.locator("#kaartkeuze")
    assert [o.get_attribute("value") for o in keuze.locator("option").all()] == [
        *("klasse", "cluster", "verandering")
    ]
    expect(page.locator("#periode")).to_be_hidden()
    legenda = page.locator("#legenda").inner_text()
    keuze.select_option("cluster")
    expect(page.locator("#legenda")).not_to_have_text(legenda)
    assert page.locator("#kaart .c0, #kaart .c1").count() > 0
    keuze.select_option("verandering")
    expect(page.locator("#periode")).to_be_visible()
    assert page.locator("#kaart .v-op, #kaart .v-gelijk, #kaart .v-neer").count() > 0
    assert "kaart=verandering" in blad.adres()


def test_een_klik_op_een_wijk_opent_haar_blad(elk_blad, kern):
    elk_blad.open()
    page = elk_blad.page
    code = page.locator(VLAKKEN).nth(len(kern.wijken) // 3).get_attribute("data-code")
    page.locator(f'#kaart [data-code="{code}"]').dispatch_event("click")
    expect(page.locator("#blad-titel")).to_contain_text(kern.per_code[code].naam)
    assert kern.per_code[code].adres in elk_blad.adres()


def test_een_klik_met_de_muis_kiest_ook(blad, kern):
    """A real press on a place of the map, not an event on an element."""
    blad.open()
    page = blad.page
    plek = page.evaluate(
        "(s) => { for (const v of document.querySelectorAll(s)) {"
        " const r = v.getBoundingClientRect(), x = r.x + r.width / 2, y = r.y + r.height / 2;"
        " const e = document.elementFromPoint(x, y);"
        " if (e === v) return [x, y, v.dataset.code]; } return null; }",
        VLAKKEN,
    )
    assert plek, "geen wijk op de kaart is aan te wijzen"
    page.mouse.click(plek[0], plek[1])
    expect(page.locator("#blad-titel")).to_contain_text(kern.per_code[plek[2]].naam)


def test_zoomen_met_knoppen_en_terug_naar_heel(blad):
    blad.open()
    heel = beeld(blad)
    blad.page.locator("#zoom-in").click()
    dichter = wacht_op_ander_beeld(blad, heel)
    blad.page.locator("#zoom-uit").click()
    wacht_op_ander_beeld(blad, dichter)
    blad.page.locator("#zoom-in").click()
    blad.page.locator("#zoom-heel").click()
    blad.page.wait_for_timeout(400)
    assert beeld(blad) == heel


def test_het_toetsenbord_zoomt_en_schuift(elk_blad):
    elk_blad.open()
    kaart = elk_blad.page.locator("#kaart svg")
    expect(kaart).to_have_attribute("tabindex", "0")
    kaart.focus()
    staat = heel = beeld(elk_blad)
    for toets in ("+", "+", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "-"):
        elk_blad.page.keyboard.press(toets)
        staat = wacht_op_ander_beeld(elk_blad, staat)
    elk_blad.page.keyboard.press("0")
    elk_blad.page.wait_for_timeout(400)
    assert beeld(elk_blad) == heel


def test_met_het_toetsenbord_is_een_wijk_te_kiezen(elk_blad, kern):
    """Tab to the map, move the cross, hear what is under it, and press Enter."""
    elk_blad.open()
    page = elk_blad.page
    page.locator("#periode, #jaar").locator("visible=true").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator("#kaart svg")).to_be_focused()
    expect(page.locator("#kaart .kruis")).to_be_visible()
    stem = page.locator("#kaartstem")
    expect(stem).to_have_attribute("role", "status")
    gehoord = set()
    for toets in ("+", *["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowUp"] * 6):
        page.keyboard.press(toets)
        page.wait_for_timeout(60)
        gehoord.add(stem.text_content())
        if len(gehoord) > 2 and stem.text_content() != "Geen wijk":
            break
    naam = stem.text_content().rsplit(": ", 1)[0]
    onder = page.evaluate(ONDER_HET_KRUIS)
    assert naam == f"{kern.per_code[onder].naam}, {kern.per_code[onder].gemeentenaam}"
    page.keyboard.press("Enter")
    expect(page.locator("#blad-titel")).to_have_text(naam)
    expect(page.locator("#kaart .kruis")).to_be_hidden()
    assert kern.per_code[onder].adres in elk_blad.adres()


def test_het_kruis_komt_aan_elke_rand(blad):
    """Where the view of the map ends, the cross goes on."""
    blad.open()
    page = blad.page
    page.locator("#kaart svg").focus()
    doos = page.locator("#kaart .water").bounding_box()
    for toets, plek in (("ArrowLeft", doos["x"]), ("ArrowUp", doos["y"])):
        for _ in range(6):
            page.keyboard.press(toets)
        page.wait_for_timeout(60)
        kruis = page.locator("#kaart .kruis").bounding_box()
        as_, maat = ("x", "width") if toets == "ArrowLeft" else ("y", "height")
        assert abs(kruis[as_] + kruis[maat] / 2 - plek) < 4


def test_wie_met_de_muis_wijst_ziet_geen_kruis(blad):
    blad.open()
    blad.page.locator("#kaart svg").click(position={"x": 3, "y": 3})
    expect(blad.page.locator("#kaart .kruis")).to_be_hidden()


def test_de_kaart_is_te_slepen(blad):
    blad.open()
    blad.page.locator("#zoom-in").click()
    staat = beeld(blad)
    blad.page.locator("#kaart svg").scroll_into_view_if_needed()
    vak = blad.page.locator("#kaart svg").bounding_box()
    x, y = vak["x"] + vak["width"] / 2, min(vak["y"] + vak["height"] / 2, 700)
    blad.page.mouse.move(x, y)
    blad.page.mouse.down()
    blad.page.mouse.move(x + 60, y + 40, steps=4)
    blad.page.mouse.up()
    wacht_op_ander_beeld(blad, staat)
    expect(blad.page.locator("#blad-titel")).to_have_count(1)  # a drag is not a choice
    assert "#/wijk/" not in blad.adres()


def test_wie_schuift_komt_langs_de_kaart(blad):
    """The wheel over the map moves the page, not the map, unless it zooms on purpose."""
    blad.page.set_viewport_size({"width": 900, "height": 500})
    blad.open()
    blad.page.locator("#kaart").scroll_into_view_if_needed()
    voor = blad.page.evaluate("scrollY")
    vak = blad.page.locator("#kaart").bounding_box()
    blad.page.mouse.move(vak["x"] + 50, vak["y"] + 50)
    blad.page.mouse.wheel(0, -2000 if voor else 2000)
    blad.page.wait_for_timeout(200)
    assert blad.page.evaluate("scrollY") != voor


@pytest.mark.parametrize("soort", ["klasse", "cluster", "verandering"])
def test_de_tabel_onder_de_kaart_telt_alle_wijken(blad, kern, soort):
    blad.open(f"#/?kaart={soort}")
    tabel = blad.page.locator("#kaarttabel")
    rijen = [
        getallen(rij.locator("td").last.inner_text() or "0")
        for rij in tabel.locator("tbody tr").all()
    ]
    aantallen = [rij[0] for rij in rijen if rij]
    assert sum(aantallen) in (len(kern.wijken), len(kern.wijken) * 2)  # with a row of totals
    verwacht = {
        "klasse": lambda w: None if w.scores[-1] is None else klasse(kern, w.scores[-1]),
        "cluster": lambda w: w.cluster,
        "verandering": lambda w: w.richting[0],
    }[soort]
    telling = Counter(verwacht(wijk) for wijk in kern.wijken)
    assert not Counter(telling.values()) - Counter(aantallen)
    expect(blad.page.locator("#kaartvak a[href*='wijken.html']")).not_to_have_count(0)


def test_de_legenda_noemt_elke_klasse(blad, kern):
    blad.open()
    for naam in kern.rauw["klassen"]:
        expect(blad.page.locator("#legenda")).to_contain_text(naam)
