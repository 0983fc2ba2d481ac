"""A made-up next release is made and compared with the edition before it."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from hulp import mini, nieuwe_uitgave
from hulp.make import make
from hulp.omgeving import leen_omgeving
from leefbaarheid.basis.contractschema import controleer_bestanden
from leefbaarheid.basis.tabellen.verandering import TABELLEN
from leefbaarheid.herleiden.paginas import lees_paginas
from leefbaarheid.rapport.pdfcontrole import controleer_pdf

NIEUW = Path("results/mini-2024")
PDF = "wat-is-er-veranderd.pdf"


def rijen(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


@pytest.fixture(scope="module")
def volgende(klaar_project):
    """The project with both editions made, the config of the next one, and its new borders."""
    config, herindeling = nieuwe_uitgave.voeg_toe(klaar_project, mini.CONFIG)
    inhoud = yaml.safe_load((klaar_project / config).read_text("utf-8"))
    inhoud["vorige_editie"] = mini.UIT.as_posix()
    tekst = yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False)
    (klaar_project / config).write_text(tekst, "utf-8")
    run = mini.snakemake(klaar_project, config=config)
    assert run.returncode == 0, run.stdout
    assert f"  {PDF}" in run.stdout.splitlines()
    leen_omgeving(klaar_project)
    return klaar_project, config, herindeling


def test_de_vergelijking_zegt_wat_er_veranderde(volgende):
    project, _, herindeling = volgende
    map_ = project / NIEUW / "tabellen"
    controleer_bestanden((map_ / f"{naam}.csv", tabel) for naam, tabel in TABELLEN.items())
    overzicht = {rij["onderdeel"]: rij for rij in rijen(map_ / "verandering_overzicht.csv")}
    assert int(overzicht["scores"]["n_gewijzigd"]) > 1000
    assert overzicht["scores"]["aanleiding"] == "door_bron?namen=leefbaarometer"
    assert overzicht["rekencode"]["n_gewijzigd"] == "0"
    codes = {r["wk_code"]: r["verandering"] for r in rijen(map_ / "verandering_scorewijken.csv")}
    assert {c for c, wat in codes.items() if wat == "verdwenen"} == herindeling.oude_codes
    jaren = {rij["jaar"]: rij["reden"] for rij in rijen(map_ / "verandering_scores.csv")}
    assert {jaar for jaar, reden in jaren.items() if reden} == {str(nieuwe_uitgave.JAAR)}
    for rij in rijen(map_ / "verandering_selectie.csv"):
        weg = rij["wk_code"] in herindeling.oude_codes
        assert rij["reden"].startswith("code_weg") == weg


def test_het_document_is_toegankelijk_en_hoort_bij_de_publicatie(volgende):
    project, _, _ = volgende
    pdf = project / NIEUW / "rapport" / PDF
    controleer_pdf(pdf)
    paginas = lees_paginas(pdf)
    assert all("fictief" in bladzijde for bladzijde in paginas)
    assert "Meetjaar 2024 staat alleen in de nieuwe editie" in " ".join(" ".join(paginas).split())
    with zipfile.ZipFile(project / NIEUW / "publicatie.zip") as archief:
        namen = set(archief.namelist())
    assert {f"mini-2024/{PDF}", "mini-2024/tekst/hoofdrapport.qmd"} <= namen
    assert {f"mini-2024/tabellen/{naam}.csv" for naam in TABELLEN} <= namen
    manifest = json.loads((project / NIEUW / "manifest.json").read_text("utf-8"))
    assert manifest["config"]["vorige_editie"] == "results/mini"
    oud = mini.vingerafdrukken(project / mini.UIT)
    assert manifest["vorige_editie"]["manifest.json"] == oud["manifest.json"]


def test_een_tweede_keer_doet_niets_en_zonder_sleutel_is_er_niets_van(volgende, warm):
    project, config, _ = volgende
    assert mini.NIETS in mini.snakemake(project, "-n", config=config, warm=warm).stdout
    assert mini.NIETS in mini.snakemake(project, "-n", warm=warm).stdout
    assert list((project / mini.UIT / "tabellen").glob("verandering_*")) == []
    lint = mini.snakemake(project, "--lint", config=config, warm=warm)
    assert lint.returncode == 0, lint.stdout
    assert not (project / mini.UIT / "rapport" / PDF).exists()


def test_make_verifieer_gaat_ook_de_vorige_editie_na(volgende):
    project, config, _ = volgende
    opdracht = [sys.executable, project / "workflow" / "scripts" / "verifieer.py", "--snel"]
    opdracht += ["--editie", config, NIEUW / "publicatie.zip"]
    klaar = subprocess.run(opdracht, cwd=project, capture_output=True, text=True, check=False)
    assert "vorige editie" in klaar.stdout + klaar.stderr
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr


NAMEN = {
    **{"<a>": "mini", "<b>": "mini-2024"},
    **{"<vorige editie>": "mini", "<nieuwe editie>": "mini-2024"},
    **{"leefbaarometer-3.0": "mini", "leefbaarometer-2024": "mini-2024"},
}
"""What the documents print for an edition, and the one that is at hand."""


def geprint() -> set[str]:
    """Return the commands that README and handleiding print, for the editions at hand."""
    uit = set()
    for naam in ("README.md", "docs/handleiding.md"):
        tekst = (mini.WORTEL / naam).read_text("utf-8")
        for opdracht in re.findall(r"^make vergelijk .*$", tekst, flags=re.M):
            for staat_er, is_hier in NAMEN.items():
                opdracht = opdracht.replace(staat_er, is_hier)
            uit.add(opdracht.split("#")[0].strip())
    return uit


def test_de_opdracht_uit_de_documenten_draait(volgende):
    project, _, _ = volgende
    opdrachten = geprint()
    assert opdrachten == {"make vergelijk OUD=results/mini NIEUW=results/mini-2024"}
    for opdracht in opdrachten:
        klaar = make(*opdracht.split()[1:], map_=project)
        assert klaar.returncode == 0, klaar.stdout + klaar.stderr
        assert (project / NIEUW / "verandering" / PDF).is_file()
    fout = make("vergelijk", f"OUD={mini.UIT}", map_=project)
    assert fout.returncode != 0
    assert "FOUT: NIEUW ontbreekt" in fout.stderr and "Traceback" not in fout.stderr


def test_make_vergelijk_geeft_dezelfde_tabellen_als_de_run_ook_van_de_zips(volgende):
    project, _, _ = volgende
    paren = {
        "mappen": (mini.UIT, NIEUW),
        "zips": (mini.UIT / "publicatie.zip", NIEUW / "publicatie.zip"),
    }
    for naam, (oud, nieuw) in paren.items():
        klaar = make(
            "vergelijk", f"OUD={oud}", f"NIEUW={nieuw}", f"ARGS=--uit {naam}", map_=project
        )
        assert klaar.returncode == 0, klaar.stdout + klaar.stderr
        assert klaar.stdout.startswith("De uitkomsten verschillen in")
        assert (project / naam / PDF).is_file()
        for tabel in TABELLEN:
            gemaakt = (project / naam / "tabellen" / f"{tabel}.csv").read_bytes()
            assert gemaakt == (project / NIEUW / "tabellen" / f"{tabel}.csv").read_bytes(), tabel
