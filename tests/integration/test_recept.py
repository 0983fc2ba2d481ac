"""An edition whose context table is built: the same pages as from a ready-made table."""

from __future__ import annotations

import csv
import hashlib

import pytest
import yaml

from hulp import mini
from hulp.officieel import registerbron

RECEPT = "config/recepten/mini.yaml"
CONTEXT = "contextfactoren-wijken.csv"


@pytest.fixture(scope="module")
def met_recept(kaal_project):
    """The tiny edition with a recipe in place of its context table and codebook."""
    map_ = kaal_project / mini.MINI
    register = kaal_project / "config" / "bronnen.yaml"
    inhoud = yaml.safe_load(register.read_text("utf-8"))
    som = hashlib.sha256((map_ / CONTEXT).read_bytes()).hexdigest()
    inhoud["bronnen"]["mini"] = registerbron("mini", CONTEXT, "csv", sha256=som, indeling=2022)
    register.write_text(yaml.safe_dump(inhoud), "utf-8")
    with (map_ / "codeboek-contextfactoren.csv").open(encoding="utf-8", newline="") as bestand:
        boek = list(csv.DictReader(bestand))
    velden = ("label", "eenheid", "concept", "peiljaar")
    factoren = {
        rij["factor"]: {naam: rij[naam] for naam in velden}
        | {"bewerking": "overnemen", "bestand": "mini", "kolom": rij["factor"]}
        for rij in boek
        if not rij["eenheid"].startswith("klasse")
    }
    wijken = {"bestand": "mini", "naam": "wk_naam", "gm_code": "gm_code", "gm_naam": "gm_naam"}
    recept = {"indeling": 2022, "dekking": 0.6, "wijken": wijken, "factoren": factoren}
    (kaal_project / RECEPT).write_text(yaml.safe_dump(recept, allow_unicode=True), "utf-8")
    config = mini.lees_config(kaal_project)
    config["bronnen"]["context"] = {"recept": RECEPT}
    del config["bronnen"]["codeboek"]
    mini.schrijf_config(kaal_project, config)
    return kaal_project


def test_de_tabel_wordt_gebouwd_en_gelezen(met_recept, gemaakt):
    run = mini.snakemake(met_recept, "--until", "bepaal_trajecten")
    assert run.returncode == 0, run.stdout
    uit, zelf = met_recept / mini.UIT / "data", gemaakt / mini.UIT / "data"
    for naam in ("context.csv", "wijken.csv", "panel.csv"):
        assert (uit / naam).read_text("utf-8") == (zelf / naam).read_text("utf-8")
    assert (uit / "contextdekking.csv").is_file()


def test_een_ander_bestand_dan_het_register_noemt_stopt_de_run(met_recept):
    pad = met_recept / mini.MINI / CONTEXT
    goed = pad.read_bytes()
    pad.write_bytes(goed + b"\n")
    try:
        run = mini.snakemake(met_recept, "--until", "bouw_context")
    finally:
        pad.write_bytes(goed)
    assert run.returncode == 1
    assert "niet het bestand dat de config verwacht" in run.stdout
    assert "Traceback" not in run.stdout


def test_van_een_spiegel_naar_de_map_van_de_bronnen(met_recept, tmp_path):
    pad = met_recept / mini.MINI / CONTEXT
    spiegel = tmp_path / "spiegel"
    spiegel.mkdir()
    pad.rename(spiegel / CONTEXT)
    run = mini.snakemake(met_recept, "--dry-run")
    assert run.returncode == 1
    assert "1 bestand" not in run.stdout  # in words
    assert f"dit bestand uit het register is er niet: {CONTEXT}" in run.stdout
    assert "make bronnen" in run.stdout
    # without a place to get it: one message, also through Snakemake, which reads the edition first
    run = mini.snakemake(met_recept, "haal_bronnen")
    assert run.returncode == 1
    assert "er is geen adres van bekend" in run.stdout
    assert "Traceback" not in run.stdout
    # also when the mirror is typed
    run = mini.snakemake(met_recept, "haal_bronnen", "--config", f"bronnen={{spiegel: {spiegel}}}")
    assert run.returncode == 0, run.stdout
    assert "1 van de 1 bestanden staan klaar" in run.stdout
    assert "De resultaten staan" not in run.stdout
    pad.unlink()
    config = mini.lees_config(met_recept)
    config["bronnen"]["spiegel"] = str(spiegel)
    mini.schrijf_config(met_recept, config)
    run = mini.snakemake(met_recept, "haal_bronnen")
    assert run.returncode == 0, run.stdout
    assert "1 van de 1 bestanden staan klaar" in run.stdout
    assert pad.read_bytes() == (spiegel / CONTEXT).read_bytes()
