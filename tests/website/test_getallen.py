"""The same number as in the PDF: two hundred of them, read from the page as it is shown."""

from __future__ import annotations

import csv
import json
import re

import pytest
from playwright.sync_api import expect

from hulp.website import toon
from leefbaarheid.basis import taal

N_WIJKEN = 8


@pytest.fixture(scope="module")
def uitkomsten(site):
    """The folder of the edition that the site is of."""
    if not (site.parent / "data" / "wijkportretten.json").is_file():
        pytest.skip("naast deze site staan geen tabellen")
    return site.parent


@pytest.fixture(scope="module")
def portretten(uitkomsten):
    """{code: what the bijlage Wijkportretten shows}, some wijken spread over all of them."""
    gegevens = json.loads((uitkomsten / "data" / "wijkportretten.json").read_text("utf-8"))
    alle = [wijk for gemeente in gegevens["gemeenten"] for wijk in gemeente["wijken"]]
    return {wijk["code"]: wijk for wijk in alle[:: max(1, len(alle) // N_WIJKEN)]}


def tabel(page, naam):
    """Return the cells of a table as shown, per row."""
    return page.evaluate(
        "(id) => { const v = document.getElementById(id);"
        " const t = v.tagName === 'TABLE' ? v : v.querySelector('table');"
        " return [...t.rows].map((r) => [...r.cells].map((c) => c.textContent.trim())); }",
        naam,
    )


def reeks(rijen, jaren):
    """Return {name of a line: its texts per year} of a table with years as rows or columns."""
    kop = [str(jaar) for jaar in jaren]
    if rijen[0][-len(kop) :] == kop:
        return {rij[0]: rij[-len(kop) :] for rij in rijen[1:]}
    per_jaar = {rij[0]: rij[1:] for rij in rijen[1:]}
    return {naam: [per_jaar[jaar][i] for jaar in kop] for i, naam in enumerate(rijen[0][1:])}


def test_tweehonderd_getallen_zijn_die_van_de_pdf(blad, kern, portretten):
    gezien = 0
    for code, portret in portretten.items():
        page = blad.open(f"#/wijk/{code}")
        expect(page.locator("#stand")).to_contain_text(portret["stand"])
        expect(page.locator("#ontwikkeling")).to_contain_text(portret["ontwikkeling"])
        lijnen = list(reeks(tabel(page, "lijntabel"), kern.jaren).values())
        assert lijnen[: len(portret["tabel"])] == portret["tabel"], code
        dimensies = tabel(page, "dimensietabel")[1:]
        assert [rij[1:] for rij in dimensies] == [d["cellen"] for d in portret["dimensies"]], code
        factoren = " | ".join(" ".join(rij) for rij in tabel(page, "factortabel"))
        for factor in portret["factoren"]:
            assert factor["tekst"] in factoren and factor["plaats"] in factoren, code
        gezien += sum(len(rij) for rij in portret["tabel"]) + 3 * len(portret["dimensies"])
        gezien += 2 * len(portret["factoren"])
    assert gezien >= 200


def test_elke_score_is_die_van_de_tabel(kern, uitkomsten):
    """All of them, without a browser: as the site will show it, as the pipeline prints it."""
    with (uitkomsten / "tabellen" / "wijken.csv").open(encoding="utf-8", newline="") as bestand:
        rijen = {rij["wk_code"]: rij for rij in csv.DictReader(bestand)}
    assert set(kern.per_code) <= set(rijen)
    for wijk in kern.wijken:
        for jaar, score in zip(kern.jaren, wijk.scores, strict=True):
            cel = rijen[wijk.code][f"lbm_{jaar}"]
            assert toon(score) == (taal.score(float(cel)) if cel else "")
            if cel:
                klasse = 1 + sum(score >= grens for grens in kern.rauw["grenzen"])
                assert klasse == int(float(rijen[wijk.code][f"klasse_{jaar}"]))
                assert abs(score - 1000 * float(cel)) < 5


def test_de_browser_rondt_af_als_de_pijplijn(blad, kern):
    """Through the gemeente table, where the page makes the text of a score itself."""
    page = blad.open(f"#/gemeente/{kern.gemeenten[kern.rijkste][0]}")
    for wijk in kern.van_gemeente(kern.rijkste):
        rij = page.locator(f'#wijkentabel tr:has(a[href*="{wijk.adres}"])')
        getoond = re.findall(r"\d,\d+", rij.inner_text())
        if wijk.scores[-1] is not None:
            assert wijk.laatste in getoond


def test_een_score_naast_haar_klasse_heeft_de_decimalen_van_papier(blad, kern, uitkomsten):
    """Of every wijk with a portret, and on the page of one that needs more than two decimals."""
    gegevens = json.loads((uitkomsten / "data" / "wijkportretten.json").read_text("utf-8"))
    alle = {wijk["code"]: wijk for gm in gegevens["gemeenten"] for wijk in gm["wijken"]}
    for code, portret in alle.items():
        assert kern.per_code[code].laatste == portret["laatste"].replace(taal.GEEN, "")
    for code in list(kern.rauw["precies"])[:2]:
        page = blad.open(f"#/wijk/{code}")
        expect(page.locator("dl.kern")).to_contain_text(kern.per_code[code].laatste)


def test_de_tabel_om_te_downloaden_is_die_van_de_publicatie(site, uitkomsten):
    eigen = site / "downloads" / "wijken.csv"
    if not eigen.is_file():
        pytest.skip("de downloads liggen niet bij deze site")
    assert eigen.read_bytes() == (uitkomsten / "tabellen" / "wijken.csv").read_bytes()
