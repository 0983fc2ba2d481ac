"""Sentences of a finished edition traced to raw lines, by one command each."""

from __future__ import annotations

import csv
import json
import os
import random
import re
import subprocess
import sys

import pytest

from herleid import Resultaten, zin
from hulp import mini
from leefbaarheid.herleiden.paginas import lees_paginas
from leefbaarheid.herleiden.tekst import getallen

DOCUMENTEN = (
    *("hoofdrapport", "bijlage-leefbaarheidsontwikkeling"),
    *("bijlage-technische-verantwoording", "bijlage-wijkanalyses"),
)


@pytest.fixture(scope="module")
def opgenomen(gemaakt):
    """The documents of the tiny edition, filled again; and its results."""
    resultaten = Resultaten(gemaakt / mini.UIT, str(gemaakt / mini.MINI), 2, gemaakt)
    return resultaten, {doc.naam: doc for doc in resultaten.neem_op()}


@pytest.mark.parametrize("document", DOCUMENTEN)
def test_een_opname_heeft_de_tekst_van_het_document(gemaakt, opgenomen, document):
    tekst = (gemaakt / mini.UIT / "rapport" / f"{document}.qmd").read_text("utf-8")
    assert opgenomen[1][document].tekst == tekst


def test_elk_gepubliceerd_getal_heeft_een_cel(opgenomen):
    editie = opgenomen[0].editie
    # what is counted over a table that has no rows
    zonder = {naam for naam, cijfer in editie.cijfers.items() if not editie.cellen.get(naam)}
    leeg = {naam for naam in zonder if not editie.tabellen[editie.cijfers[naam]["bron_tabel"]]}
    assert zonder - leeg <= {"wijkanalyses.n", "wijken.n", "stijgers_dalers.n"} | {
        naam for naam in editie.cijfers if naam.endswith("n_paren")
    }
    een = {naam: cellen[0] for naam, cellen in editie.cellen.items() if len(cellen) == 1}
    assert len(een) > 200
    for naam, cel in een.items():
        assert editie.tabellen[cel.tabel][cel.rij][cel.kolom] == cel.waarde
        assert editie.cijfers[naam]["waarde"] == cel.waarde


def lees_cel(gemaakt, plek):
    """Return the cell of the csv that an answer points at."""
    with (gemaakt / plek["bestand"]).open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.reader(bestand))
    return rijen[plek["regel"] - 1][rijen[0].index(plek["kolom"])]


def herleid(gemaakt, *opties):
    run = subprocess.run(
        [sys.executable, "workflow/scripts/herleid.py", mini.UIT, *opties, "--bronnen", mini.MINI],
        cwd=gemaakt,
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTEST")},
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in run.stderr, run.stderr
    return run


def test_vijf_willekeurige_zinnen_gaan_terug_tot_ruwe_regels(gemaakt, opgenomen):
    met_getal = [
        deel.tekst
        for naam in DOCUMENTEN[:2]
        for deel in opgenomen[1][naam].zinnen
        if any("," in g or "%" in g for g in getallen(deel.tekst))
        and any(opgenomen[1][naam].opname.stukken[s].cellen for s in deel.stukken)
    ]
    assert len(met_getal) > 40
    for tekst in random.Random(17).sample(met_getal, 5):
        run = herleid(gemaakt, "--zin", tekst, "--json")
        assert run.returncode == 0, (tekst, run.stderr)
        antwoord = json.loads(run.stdout)[0]
        assert antwoord["functies"], tekst
        # where a function of the wing `tekst` begins, not what binds it
        plaatsen = [re.search(r"\((\S+\.py):(\d+)\)", deel) for deel in antwoord["functies"]]
        for plaats in filter(None, plaatsen):
            code = (gemaakt / plaats[1]).read_text("utf-8").splitlines()
            assert code[int(plaats[2]) - 1].startswith("def "), plaats[0]
            assert "/tekst/" in plaats[1] and not plaats[1].endswith("stof.py")
        plekken = [plek for getal in antwoord["getallen"] for plek in getal["plekken"]]
        plekken += antwoord["cellen"]
        assert plekken, tekst
        for plek in plekken:
            assert str(plek["waarde"]) == lees_cel(gemaakt, plek)
            assert (gemaakt / plek["code"][0].split(":")[0]).is_file()
        ruw = [regel for getal in antwoord["getallen"] for regel in getal["ruw"]]
        ruw += antwoord["ruw"]
        for bron in ruw:
            inhoud = (gemaakt / bron["bestand"]).read_text("utf-8-sig").splitlines()
            assert all(inhoud[nummer - 1] == regel for nummer, regel in bron["eerste"])
        assert any(bron["aantal"] for bron in ruw), tekst


def test_een_zin_als_tekst_noemt_tabel_stap_en_ruwe_regels(gemaakt):
    uit = herleid(gemaakt, "--zin", "in Terugval").stdout
    assert "staat in: hoofdrapport, Samenvatting" in uit
    assert f"tabel clusters: {mini.UIT}/tabellen/clusters.csv, regel" in uit
    assert "stap bepaal_trajecten: workflow/scripts/bepaal_trajecten.py:" in uit
    assert "wijken in Terugval)" in uit


def test_een_getal_bij_zijn_naam(gemaakt):
    uit = herleid(gemaakt, "--getal", "cluster.terugval.aandeel").stdout
    assert "kolom aandeel_wijken" in uit
    assert "formule: aandeel in de geselecteerde wijken" in uit


def test_een_bladzijde(gemaakt):
    pdf = gemaakt / mini.UIT / "rapport" / "hoofdrapport.pdf"
    bladzijden = lees_paginas(pdf)
    nummer = next(
        i for i, tekst in enumerate(bladzijden, 1) if "Wat dit rapport niet zegt" in tekst
    )
    vraag = f"hoofdrapport:{nummer}"
    antwoorden = json.loads(herleid(gemaakt, "--pagina", vraag, "--json").stdout)
    assert any(getal["plekken"] for deel in antwoorden for getal in deel["getallen"])
    assert all("hoofdrapport" in plaats for deel in antwoorden for plaats in deel["plaatsen"])


@pytest.mark.parametrize(
    ("opties", "wat"),
    [
        (("--zin", "deze woorden zijn er niet"), "staan in geen zin"),
        (("--getal", "cluster.terugval.aandel"), "Bedoelde u cluster.terugval.aandeel"),
        (("--pagina", "hoofdraport:3"), "Bedoelde u hoofdrapport"),
        (("--pagina", "hoofdrapport:999"), "deze bladzijde is er niet"),
    ],
)
def test_wat_er_niet_is_geeft_een_melding(gemaakt, opties, wat):
    run = herleid(gemaakt, *opties)
    assert run.returncode == 1
    assert wat in run.stderr


def test_dezelfde_zin_op_meer_plaatsen_is_een_antwoord(opgenomen):
    resultaten, documenten = opgenomen
    tekst = [deel.tekst for deel in documenten["hoofdrapport"].zinnen]
    dubbel = next(deel for deel in tekst if tekst.count(deel) > 1)
    assert len(zin(resultaten, dubbel)[0].plaatsen) > 1
