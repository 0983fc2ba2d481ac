"""The page of a wijk: every part, what it says, what it saves, prints and lets others embed."""

from __future__ import annotations

import csv
import io
import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from hulp.website import lees, toon

DELEN = ["stand", "ontwikkeling", "lijn", "lijntabel", "dimensies", "dimensietabel", "cluster"]
DELEN += ["factortabel", "gelijkend", "downloads", "bewaar-csv", "druk-af"]
DELEN += ["bij-vergelijking", "insluiten"]


def tekst(plek):
    return re.sub(r"\s+", " ", plek.text_content() or "")


def test_alle_delen_staan_er(elk_blad, kern):
    wijk = next(w for w in kern.geselecteerd if w.meer()["gelijkend"])
    elk_blad.open(wijk.adres)
    expect(elk_blad.page.locator("#stand")).to_be_attached()
    for deel in DELEN:
        expect(elk_blad.page.locator(f"#{deel}")).to_have_count(1)
    expect(elk_blad.page.locator("h1")).to_have_count(1)
    expect(elk_blad.page.locator("#blad-titel")).to_contain_text(wijk.naam)
    expect(elk_blad.page).to_have_title(re.compile(re.escape(wijk.naam)))


def test_de_woorden_zijn_die_van_het_blok(blad, kern):
    for wijk in (kern.geselecteerd[0], kern.geselecteerd[-1], kern.wijken[-1]):
        meer = wijk.meer()
        blad.open(wijk.adres)
        page = blad.page
        expect(page.locator("#stand")).to_contain_text(meer["stand"])
        expect(page.locator("#ontwikkeling")).to_contain_text(meer["ontwikkeling"])
        expect(page.locator("#cluster")).to_contain_text(meer["cluster"])
        for zin in [*meer["voorwaarden"], meer["dichtbij"]]:
            expect(page.locator("#cluster")).to_contain_text(zin)
        rijen = tekst(page.locator("#factortabel"))
        for factor, (waarde, plaats) in zip(kern.rauw["factoren"], meer["factoren"], strict=True):
            assert factor["label"] in rijen
            assert waarde in rijen and plaats in rijen
        for code in meer["gelijkend"]:
            link = page.locator(f'#gelijkend a[href*="#/wijk/{code}"]')
            expect(link).to_contain_text(kern.per_code[code].naam)


def test_een_stijger_of_daler_leest_haar_plaats_op_de_lijst(blad, kern):
    """One on the list, and one that is not: most are not."""
    op_de_lijst = next(w for w in kern.wijken if w.meer()["lijst"])
    blad.open(op_de_lijst.adres)
    expect(blad.page.locator("#stijger")).to_contain_text(op_de_lijst.meer()["lijst"])
    blad.open(next(w for w in kern.wijken if not w.meer()["lijst"]).adres)
    expect(blad.page.locator("#stand")).to_be_attached()
    expect(blad.page.locator("#stijger")).to_have_count(0)


def test_de_lijntabel_heeft_elk_jaar_met_de_afgeronde_score(blad, kern):
    wijk = next(w for w in kern.geselecteerd if None not in w.scores)
    blad.open(wijk.adres)
    rijen = tekst(blad.page.locator("#lijntabel"))
    gemeente = kern.gemeenten[wijk.gemeente][3]
    for jaar, eigen, van_gemeente, land in zip(
        kern.jaren, wijk.scores, gemeente, kern.rauw["land"], strict=True
    ):
        assert str(jaar) in rijen
        for score in (eigen, van_gemeente, land):
            assert toon(score) in rijen


def test_de_grafieken_hebben_een_naam(blad, kern):
    blad.open(kern.geselecteerd[0].adres)
    for svg in blad.page.locator("#blad svg").all():
        naam = svg.evaluate(
            "(s) => s.getAttribute('aria-hidden') === 'true' ? 'verborgen' :"
            " s.getAttribute('aria-label') || (s.getAttribute('aria-labelledby') &&"
            " document.getElementById(s.getAttribute('aria-labelledby').split(' ')[0])"
            ".textContent)"
        )
        assert naam


def test_de_lijn_gaat_door_de_score(blad, kern):
    """The chart has the fixed axis: a wijk with a higher score ends higher."""
    hoog = max(kern.geselecteerd, key=lambda w: w.scores[-1] or 0)
    laag = min(kern.geselecteerd, key=lambda w: w.scores[-1] or 9999)
    ys = []
    for wijk in (hoog, laag):
        blad.open(wijk.adres)
        ys.append(
            blad.page.evaluate(
                "() => { const l = document.querySelector('#lijn .r0');"
                " return l.getPointAtLength(l.getTotalLength()).y; }"
            )
        )
    assert ys[0] < ys[1]


def test_een_wijk_met_een_wijkanalyse_toont_haar(blad, kern):
    if not kern.rauw["met_analyse"]:
        pytest.skip("deze editie heeft geen wijkanalyses")
    code, (eerste, *_) = next(iter(kern.rauw["met_analyse"].items()))
    analyse = lees(kern.site, "analyses")[eerste]
    blad.open(f"#/wijk/{code}")
    expect(blad.page.locator("#analyse")).to_contain_text(analyse["titel"])
    expect(blad.page.locator(f'#analyse a[href*="#/wijkanalyse/{eerste}"]')).not_to_have_count(0)
    zonder = next(w for w in kern.wijken if w.code not in kern.rauw["met_analyse"])
    blad.open(zonder.adres)
    expect(blad.page.locator("#stand")).not_to_be_empty()
    expect(blad.page.locator("#analyse")).to_have_count(0)


def test_de_marge_staat_erbij(blad, kern):
    blad.open(kern.geselecteerd[0].adres)
    expect(blad.page.locator("#blad")).to_contain_text(kern.rauw["editie"]["marge"])


def test_de_downloads_wijzen_naar_wat_er_is(blad, kern):
    wijk = next(w for w in kern.geselecteerd if w.bladzijde)
    blad.open(wijk.adres)
    adressen = [a.get_attribute("href") for a in blad.page.locator("#downloads a").all()]
    for download in kern.rauw["downloads"]:
        assert any(adres.split("#")[0] == download["bestand"] for adres in adressen)
    assert any(f"#page={wijk.bladzijde}" in adres for adres in adressen)


def bewaarde_csv(blad):
    """Press the button to save; return the name and the text of the file.

    The Firefox of a distribution tells its driver of no download of a blob: there the text is
    taken where the page hands it over.
    """
    if blad.is_chromium:
        with blad.page.expect_download() as gehaald:
            blad.page.locator("#bewaar-csv").click()
        return gehaald.value.suggested_filename, gehaald.value.path().read_text("utf-8-sig")
    blad.page.evaluate(
        "() => { const maak = URL.createObjectURL;"
        " URL.createObjectURL = (b) => { window.__blob = b; return maak.call(URL, b); };"
        " }"
    )
    blad.page.locator("#bewaar-csv").click()
    return "", blad.page.evaluate("window.__blob.text()").removeprefix("\ufeff")


def test_de_csv_heeft_de_cijfers_van_de_wijk(elk_blad, kern):
    wijk = next(w for w in kern.geselecteerd if None not in w.scores)
    elk_blad.open(wijk.adres)
    naam, inhoud = bewaarde_csv(elk_blad)
    if elk_blad.is_chromium:
        assert wijk.code in naam and naam.endswith(".csv")
    rijen = list(csv.reader(io.StringIO(inhoud)))
    assert len({len(rij) for rij in rijen if rij}) == 1
    plat = " ".join(cel for rij in rijen for cel in rij)
    assert wijk.naam in plat and wijk.code in plat
    for jaar, score in zip(kern.jaren, wijk.scores, strict=True):
        rij = next(rij for rij in rijen if str(jaar) in rij)
        assert any(cel in (f"{score / 1000:.3f}", f"{score / 1000:g}") for cel in rij), rij


def test_afdrukken_laat_weg_wat_op_papier_niets_doet(blad, kern):
    blad.open(kern.geselecteerd[0].adres)
    page = blad.page
    page.emulate_media(media="print")
    for weg in ("#zoek", "#bewaar-csv", "#druk-af", "#bij-vergelijking", "#insluiten", "#zoom-in"):
        expect(page.locator(weg)).to_be_hidden()
    for er in ("#blad-titel", "#stand", "#lijn", "#dimensies", "#cluster", "#factortabel"):
        expect(page.locator(er)).to_be_visible()
    if kern.rauw["editie"]["fictief"]:
        expect(page.locator(".fictief").first).to_be_visible()
    expect(page.locator("body")).to_contain_text(kern.rauw["editie"]["bron"])


def wijk_om_te_drukken(kern, welke):
    """Return a usual wijk, one with the longest wijkanalyses, or the one with the longest text."""
    if welke == "gewoon":
        return kern.geselecteerd[0]
    if welke == "langste tekst":
        return max(kern.wijken, key=lambda wijk: len(str(wijk.meer())))
    met_analyse = kern.rauw["met_analyse"]
    if not met_analyse:
        pytest.skip("deze editie heeft geen wijkanalyses")
    analyses = lees(kern.site, "analyses")

    def lengte(code):
        return sum(len(str(analyses[plek]["samenvatting"])) for plek in met_analyse[code])

    return kern.per_code[max(met_analyse, key=lengte)]


@pytest.mark.parametrize("welke", ["gewoon", "wijkanalyse", "langste tekst"])
def test_een_wijk_past_op_twee_bladzijden(blad, kern, welke):
    """With all that is folded on the screen, and the source at the end."""
    wijk = wijk_om_te_drukken(kern, welke)
    blad.open(wijk.adres)
    pdf = pypdfium2.PdfDocument(blad.page.pdf(format="A4", print_background=True))
    alles = " ".join(pagina.get_textpage().get_text_range() for pagina in pdf)
    for tekst_ in (wijk.naam, "Score per jaar", "Bijdrage aan de score", "Midden", "Licentie"):
        assert tekst_ in alles
    assert len(pdf) <= 2


def test_na_het_afdrukken_is_het_blad_weer_als_ervoor(blad, kern):
    """The figures are drawn for paper and back for the screen, and folds close again."""
    blad.open(kern.geselecteerd[0].adres)
    maten = (
        "[...document.querySelectorAll('svg.figuur')].map((f) => f.getAttribute('viewBox')).join()"
        " + document.querySelectorAll('#blad details[open]').length"
    )
    voor = blad.page.evaluate(maten)
    blad.page.pdf(format="A4")
    assert blad.wacht(f"({maten}) === {voor!r}", 2)


def test_de_afdrukknop_drukt_af(blad, kern):
    blad.page.add_init_script("window.print = () => { window.__gedrukt = true; };")
    blad.open(kern.geselecteerd[0].adres)
    blad.page.locator("#druk-af").click()
    assert blad.wacht("window.__gedrukt === true", 2)


def test_insluiten_geeft_een_fragment_dat_alleen_het_blad_toont(blad, kern, adres_http, nieuw):
    wijk = kern.geselecteerd[0]
    blad.open(wijk.adres)
    blad.page.locator("#insluiten").click()
    vak = blad.page.locator("textarea, input[readonly]").last
    expect(vak).to_have_attribute("readonly", re.compile(".*"))
    fragment = vak.input_value()
    gevonden = re.search(r'<iframe[^>]* src="([^"]+)"', fragment)
    assert gevonden and f"index.html?ingebed{wijk.adres}" in gevonden[1]
    assert "title=" in fragment

    binnen = nieuw(basis=adres_http)
    page = binnen.open(wijk.adres, "index.html?ingebed")
    expect(page.locator("#blad-titel")).to_contain_text(wijk.naam)
    for weg in ("#zoek", "#kaartvak"):
        expect(page.locator(weg)).to_be_hidden()
    expect(page.locator("body")).to_contain_text(kern.rauw["editie"]["bron"])
    if kern.rauw["editie"]["fictief"]:
        expect(page.locator(".fictief").first).to_be_visible()
    heel = page.locator('a[target="_blank"], a[target="_top"]').first
    assert "ingebed" not in heel.get_attribute("href")


def test_een_wijk_die_er_niet_is_wordt_gezegd(blad):
    for adres in ("#/wijk/WK000000", "#/gemeente/GM0000", "#/vergelijk/WK000000", "#/zomaar"):
        blad.open(adres)
        expect(blad.page.locator("#blad-titel")).to_be_visible()
        expect(blad.page.locator("#blad")).to_contain_text(re.compile(r"niet|geen|onbekend", re.I))


def test_een_wijk_zonder_scores_zegt_dat(blad, kern):
    leeg = [w for w in kern.wijken if w.scores[-1] is None]
    if not leeg:
        pytest.skip("elke wijk heeft een score in het laatste jaar")
    blad.open(leeg[0].adres)
    expect(blad.page.locator("#stand")).to_contain_text(leeg[0].meer()["stand"])
    assert "NaN" not in tekst(blad.page.locator("#blad"))
    assert "null" not in tekst(blad.page.locator("#blad"))
