"""What the study says, and the wijkanalyses with their three perspectives and themes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hulp.website import lees


@pytest.fixture(scope="module")
def analyses(site):
    gevonden = lees(site, "analyses")
    if not gevonden:
        pytest.skip("deze editie heeft geen wijkanalyses")
    return gevonden


def test_de_studie_zegt_de_kerncijfers_en_conclusies(elk_blad, site):
    studie = lees(site, "studie")
    elk_blad.open("#/studie")
    for cijfer in studie["kerncijfers"]:
        expect(elk_blad.page.locator("#blad")).to_contain_text(cijfer["getal"])
        expect(elk_blad.page.locator("#blad")).to_contain_text(cijfer["tekst"])
    for conclusie in studie["conclusies"]:
        expect(elk_blad.page.locator("#blad")).to_contain_text(conclusie["vraag"])
        for alinea in conclusie["alineas"]:
            expect(elk_blad.page.locator("#blad")).to_contain_text(alinea)


def test_de_lijst_noemt_elke_wijkanalyse_en_elk_thema(blad, analyses):
    blad.open("#/wijkanalyses")
    for index, analyse in enumerate(analyses):
        link = blad.page.locator(f'#blad a[href*="#/wijkanalyse/{index}"]').filter(
            has_text=analyse["titel"]
        )
        expect(link.first).to_be_visible()
    for thema in {thema for analyse in analyses for thema in analyse["themas"]}:
        expect(blad.page.locator("#blad")).to_contain_text(thema)


def test_een_wijkanalyse_heeft_drie_perspectieven(blad, kern, analyses):
    for index, analyse in enumerate(analyses[:3]):
        blad.open(f"#/wijkanalyse/{index}")
        vak = blad.page.locator("#blad")
        expect(blad.page.locator("#blad-titel")).to_contain_text(analyse["titel"])
        assert len(analyse["perspectieven"]) == 3
        for perspectief in analyse["perspectieven"]:
            expect(vak.locator("h2, h3, h4").filter(has_text=perspectief["naam"])).to_have_count(1)
            for alinea in perspectief["alineas"]:
                expect(vak).to_contain_text(alinea)
        for alinea in analyse["samenvatting"]:
            expect(vak).to_contain_text(alinea)
        for rij in analyse["aanpak"]:
            expect(vak).to_contain_text(rij["aanpak"])
        for code in analyse["wijken"]:
            expect(vak.locator(f'a[href*="#/wijk/{code}"]').first).to_contain_text(
                kern.per_code[code].naam
            )


def test_uitleg_en_verklaring_zijn_er(blad, kern):
    blad.open("#/uitleg")
    expect(blad.page.locator("#blad")).to_contain_text(kern.rauw["editie"]["marge"])
    for naam in kern.rauw["klassen"]:
        expect(blad.page.locator("#blad")).to_contain_text(naam)
    for cluster in kern.rauw["clusters"]:
        expect(blad.page.locator("#blad")).to_contain_text(
            f"{cluster['naam']}: {cluster['uitleg']}"
        )
    blad.open("#/toegankelijkheid")
    expect(blad.page.locator("#blad")).to_contain_text("WCAG")
