"""The page of a gemeente and its sortable table; wijken side by side, up to four."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from leefbaarheid.basis import taal


@pytest.fixture
def gemeente(kern):
    return kern.gemeenten[kern.rijkste]


def test_het_gemeenteblad_heeft_al_haar_wijken(elk_blad, kern, gemeente):
    elk_blad.open(f"#/gemeente/{gemeente[0]}")
    page = elk_blad.page
    expect(page.locator("#blad-titel")).to_contain_text(gemeente[1])
    expect(page.locator("#blad")).to_contain_text(gemeente[2])
    wijken = kern.van_gemeente(kern.rijkste)
    expect(page.locator("#wijkentabel tbody tr")).to_have_count(len(wijken))
    for wijk in wijken[:5]:
        rij = page.locator("#wijkentabel tbody tr").filter(
            has=page.locator(f'a[href*="{wijk.adres}"]')
        )
        expect(rij).to_contain_text(wijk.naam)
        expect(rij).to_contain_text(wijk.laatste)


def getal(cel):
    """The number in a cell of a table, or None where there is none."""
    gevonden = re.search(r"[−-]?\d+(,\d+)?", cel)
    return float(gevonden[0].replace("−", "-").replace(",", ".")) if gevonden else None


def test_elke_kolom_sorteert_en_zegt_dat(blad, gemeente):
    blad.open(f"#/gemeente/{gemeente[0]}")
    tabel = blad.page.locator("#wijkentabel")
    koppen = tabel.locator("thead th")
    gesorteerd = 0
    for nummer in range(koppen.count()):
        kop = koppen.nth(nummer)
        if not kop.locator("button").count():
            continue
        gesorteerd += 1
        volgordes = []
        for _ in range(2):
            kop.locator("button").click()
            expect(kop).to_have_attribute("aria-sort", re.compile("ascending|descending"))
            assert tabel.locator("[aria-sort=ascending], [aria-sort=descending]").count() == 1
            cellen = blad.page.evaluate(
                "(n) => [...document.querySelectorAll('#wijkentabel tbody tr')]"
                ".map((r) => r.children[n].textContent.trim())",
                nummer,
            )
            volgordes.append((kop.get_attribute("aria-sort"), cellen))
        assert {volgorde for volgorde, _ in volgordes} == {"ascending", "descending"}
        for volgorde, cellen in volgordes:
            waarden = [getal(cel) for cel in cellen]
            if any(re.search(r"[A-Za-z]{4}", cel) for cel in cellen):
                continue  # a column of words has an order of its own
            gevuld = [w for w in waarden if w is not None]
            assert gevuld == sorted(gevuld, reverse=volgorde == "descending"), nummer
            # what has no number stands below, whichever way it is sorted
            assert waarden[: len(gevuld)] == gevuld
    assert gesorteerd >= 2


def test_sorteren_op_naam_kent_tekens(blad, gemeente):
    blad.open(f"#/gemeente/{gemeente[0]}")
    namen = "() => [...document.querySelectorAll('#wijkentabel tbody a')].map((a) => a.textContent)"
    zo = blad.page.evaluate(namen)
    hoort = sorted(zo, key=taal.alfabet)
    kop = blad.page.locator("#wijkentabel thead th").first
    if kop.get_attribute("aria-sort") != "ascending":
        kop.locator("button").click()
    assert blad.page.evaluate(namen) == hoort


def test_vergelijken_tot_vier_en_een_vijfde_wordt_geweigerd(elk_blad, kern):
    wijken = [w for w in kern.geselecteerd if None not in w.scores][:5]
    blad, page = elk_blad, elk_blad.page
    blad.open(wijken[0].adres)
    for nummer, wijk in enumerate(wijken):
        blad.ga(wijk.adres)
        expect(page.locator("#blad-titel")).to_contain_text(wijk.naam)
        page.locator("#bij-vergelijking").click()
        if nummer == 4:
            expect(page.locator("#melding")).to_contain_text(re.compile(r"vier|4"))
    blad.ga("#/vergelijk/" + ",".join(w.code for w in wijken[:4]))
    for wijk in wijken[:4]:
        expect(page.locator("#vergelijktabel")).to_contain_text(wijk.naam)
        expect(page.locator("#blad")).to_contain_text(wijk.laatste)
    expect(page.locator("#vergelijklijn")).to_be_visible()


def test_een_adres_met_vijf_wijken_toont_er_vier_en_zegt_het(blad, kern):
    wijken = kern.geselecteerd[:5]
    blad.open("#/vergelijk/" + ",".join(w.code for w in wijken))
    expect(blad.page.locator("#vergelijktabel")).not_to_contain_text(wijken[4].naam)
    for wijk in wijken[:4]:
        expect(blad.page.locator("#vergelijktabel")).to_contain_text(wijk.naam)
    expect(blad.page.locator("body")).to_contain_text(re.compile(r"vier wijken|4 wijken"))


def test_lijnen_zijn_zonder_kleur_te_onderscheiden(blad, kern):
    """By a dash, a mark or a name at the line: not by colour alone."""
    wijken = kern.geselecteerd[:4]
    blad.open("#/vergelijk/" + ",".join(w.code for w in wijken))
    stijlen = blad.page.evaluate(
        "() => [...document.querySelectorAll('#vergelijklijn path, #vergelijklijn polyline')]"
        ".map((l) => getComputedStyle(l)).filter((s) => s.stroke !== 'none')"
        ".map((s) => s.strokeDasharray)"
    )
    namen = blad.page.locator("#vergelijklijn").text_content()
    assert len(set(stijlen)) >= 4 or all(w.naam[:8] in namen for w in wijken)


def test_een_wijk_twee_keer_is_een_wijk(blad, kern):
    een, ander = kern.geselecteerd[:2]
    blad.open(f"#/vergelijk/{een.code},{een.code},{ander.code}")
    for wijk in (een, ander):
        koppen = blad.page.locator("#vergelijktabel th").filter(
            has_text=re.compile(rf"^{re.escape(wijk.naam)}(,|$)")
        )
        expect(koppen).to_have_count(1)
