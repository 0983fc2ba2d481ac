"""A reader can look up the csv of a table, the meaning of a column, what a claim rests on."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest

from hulp import mini
from leefbaarheid.basis.documenten import omslagtitel

DOCUMENTEN = (
    *("hoofdrapport", "bijlage-leefbaarheidsontwikkeling"),
    *("bijlage-technische-verantwoording", "bijlage-wijkanalyses"),
)
ZONDER_BESTAND = ("logboek", "aannames-")
"""Tables of the project itself, and not of what was measured."""


@pytest.fixture(scope="module")
def zip_(gemaakt):
    """The publication: name to content."""
    with zipfile.ZipFile(gemaakt / mini.UIT / "publicatie.zip") as archief:
        return {n.removeprefix("mini/"): archief.read(n) for n in archief.namelist()}


@pytest.fixture(scope="module")
def teksten(gemaakt):
    """The text of each document."""
    map_ = gemaakt / mini.UIT / "rapport"
    return {naam: (map_ / f"{naam}.qmd").read_text("utf-8") for naam in DOCUMENTEN}


def rijen(inhoud: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(inhoud.decode("utf-8"), newline="")))


@pytest.mark.parametrize("document", DOCUMENTEN)
def test_elke_tabel_noemt_een_bestand_in_de_publicatie(zip_, teksten, document):
    bijschriften = re.findall(r"^ ?: (.*) \{#tbl-([\w-]+)", teksten[document], flags=re.M)
    assert len(bijschriften) == teksten[document].count("{#tbl-")
    for tekst, naam in bijschriften:
        bestanden = re.findall(r"`([\w/.-]+)`", tekst.partition("Gegevens: ")[2])
        assert bestanden or naam.startswith(ZONDER_BESTAND), naam
        assert set(bestanden) <= set(zip_), naam


def test_het_codeboek_heeft_elke_kolom_van_elke_tabel_een_keer(zip_):
    kop, *regels = rijen(zip_["tabellen/codeboek.csv"])
    assert kop[:3] == ["tabel", "kolom", "betekenis"]
    in_boek = [(regel[0], regel[1]) for regel in regels]
    tabellen = {naam.removeprefix("tabellen/") for naam in zip_ if naam.startswith("tabellen/")}
    werkelijk = {
        (naam, kolom)
        for naam in tabellen - {"codeboek.csv"}
        for kolom in rijen(zip_[f"tabellen/{naam}"])[0]
    }
    assert len(in_boek) == len(set(in_boek))
    assert set(in_boek) == werkelijk
    assert all(regel[2] for regel in regels)


@pytest.mark.parametrize(
    ("document", "kop"),
    [
        ("hoofdrapport", "Samenvatting"),
        ("hoofdrapport", "Conclusies"),
        ("bijlage-leefbaarheidsontwikkeling", "Samenvatting"),
        ("bijlage-technische-verantwoording", "Samenvatting"),
    ],
)
def test_een_bewering_met_een_getal_noemt_waar_zij_op_rust(teksten, document, kop):
    tekst = teksten[document]
    doelen = set(re.findall(r"\{#((?:tbl|fig|sec)-[\w-]+)", tekst))
    hoofdstuk = re.search(rf"^# {kop}\b.*?(?=^# |\Z)", tekst, flags=re.M | re.S)
    # a year, who is quoted, or the number of a bijlage is no claim
    zonder = {
        a: re.sub(r"\b(?:19|20)\d\d\b|\[@[^\]]*\]|bijlage \d", "", a)
        for a in hoofdstuk[0].split("\n\n")
    }
    alineas = [a for a, kaal in zonder.items() if re.search(r"\d", kaal) and a[0] not in "#>"]
    assert len(alineas) > 1
    for alinea in alineas:
        verwijzingen = set(re.findall(r"@((?:tbl|fig|sec)-[\w-]*\w)", alinea))
        assert verwijzingen, alinea[:80]
        assert verwijzingen <= doelen, alinea[:80]


def test_een_verwijzing_naar_een_ander_document_vindt_de_paragraaf(teksten):
    namen = {omslagtitel(naam): naam for naam in teksten}
    gevonden = 0
    for naam, tekst in teksten.items():
        patroon = r"\*([^*\n]+)\* in (?:(het hoofdrapport)|bijlage (\d), \*([^*]+)\*)"
        for paragraaf, hoofd, nummer, titel in re.findall(patroon, tekst, flags=re.I):
            ander = "hoofdrapport" if hoofd else namen[f"Bijlage {nummer}: {titel}"]
            kop = rf"^#+ {re.escape(paragraaf)} \{{#"
            assert re.search(kop, teksten[ander], flags=re.M), (naam, paragraaf, ander)
            assert ander != naam, paragraaf
            gevonden += 1
    assert gevonden > 10


def test_het_verslag_van_snakemake_heeft_figuren_en_tabellen_met_bijschrift(klaar_project):
    run = mini.snakemake(klaar_project, "--report", "report.html")
    assert run.returncode == 0, run.stdout
    html = (klaar_project / "report.html").read_text("utf-8")
    assert "de figuren en de belangrijkste tabellen" in html
    assert "Resultaattabel van de stap" in html
    assert "Figuur uit de documenten" in html
    # the title of a figure as the document has it, and nothing to fetch when it is opened
    assert "Ontwikkeling" in html and "Robuustheid" in html
    assert re.findall(r'(?:src|href)="https?://[^"]+\.(?:js|css)"', html) == []
