"""The edition on the list of 2007, from the real files to its pages; it needs those files."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hulp import mini
from hulp.lezer import bezwaren
from leefbaarheid.basis.documenten import DOCUMENTEN
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.basis.tabellen.alle import TABELLEN

EDITIE = Path("config/edities/aandachtswijken-2007.yaml")


@pytest.fixture(scope="module")
def uitkomst(kaal_project, echte_data):
    instellingen = ("--config", f"bronnen_map={echte_data}", "inferentie={snel: true}")
    run = mini.snakemake(kaal_project, *instellingen, config=EDITIE)
    assert run.returncode == 0, run.stdout
    assert "LET OP" not in run.stdout  # the choices are those that were registered
    return kaal_project / "results" / "aandachtswijken-2007"


def test_de_documenten_zijn_er_en_lezen_goed(uitkomst):
    paden = {naam: uitkomst / tabel.pad for naam, tabel in TABELLEN.items()}
    tabellen = {
        naam: lees_tabel(pad, TABELLEN[naam]) for naam, pad in paden.items() if pad.is_file()
    }
    teksten = sorted((uitkomst / "rapport").glob("*.qmd"))
    assert [pad.stem for pad in teksten] == [
        pad.stem
        for pad in sorted(uitkomst.glob("rapport/*.pdf"))
        if pad.stem != "bijlage-wijkportretten"  # not made from a .qmd
    ]
    assert len(teksten) == len(DOCUMENTEN) - 1
    for pad in teksten:
        gevonden = bezwaren(pad.read_text("utf-8"), tabellen)
        assert not any(gevonden.values()), (pad.stem, gevonden)


@pytest.mark.parametrize(
    ("document", "delen"),
    [
        ("hoofdrapport", ["27 van de 40 aandachtswijken", "Hatert (Nijmegen)", "15 gemeenten"]),
        ("bijlage-leefbaarheidsontwikkeling", ["27 van de 40 aandachtswijken", "Alleen zeker"]),
    ],
)
def test_wat_de_lijst_niet_omvat_staat_in_het_document(uitkomst, document, delen):
    tekst = (uitkomst / "rapport" / f"{document}.qmd").read_text("utf-8")
    assert all(deel in tekst for deel in delen)
    assert "ten minste één van de labels" not in tekst


def test_de_strengere_selectie_staat_naast_die_van_de_editie(uitkomst):
    with (uitkomst / "tabellen" / "selectiegevoeligheid.csv").open(encoding="utf-8") as bestand:
        per = {rij["variant"]: rij for rij in csv.DictReader(bestand)}
    aantallen = {naam: (rij["n_wijken"], rij["n_gemeenten"]) for naam, rij in per.items()}
    assert aantallen == {
        "editie": ("53", "15"),
        "zonder_voorwaarden": ("53", "15"),
        "alleen_zeker": ("40", "12"),
    }
